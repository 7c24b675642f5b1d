"""The `summarize` command as a user meets it."""

import json
import os
import re
import stat
import subprocess
import sys
import zipfile

import pytest
from click.testing import CliRunner
from conftest import FERRY, PATIENCE

from summarizer import Briefing, summarize
from summarizer.command.summarize import main
from summarizer.version import VERSION

WORDS = (
    "amber azure birch brass cedar coral delta ebony ember fern flint gold hazel iron ivory jade larch lilac maple onyx "
    "opal pearl quartz ruby sable slate"
).split()


@pytest.fixture
def folder(tmp_path, bridge):
    articles = tmp_path / "in"
    articles.mkdir()
    for i, document in enumerate(bridge):
        (articles / f"{i}.txt").write_text(document.text)
    return articles


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)


def test_the_command_prints_what_the_function_returns(folder):
    result = run(folder, "-n", 3)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == summarize(folder, sentences=3).to_text()


@pytest.mark.parametrize(
    ("options", "keywords"),
    [
        (["-w", "60"], {"words": 60}),
        (["--sentences", "4", "--words", "50"], {"sentences": 4, "words": 50}),
        (["--mmr-lambda", "1", "--centrality", "lexrank"], {"mmr_lambda": 1.0, "centrality": "lexrank"}),
        (["--order", "salience", "--language", "en"], {"order": "salience", "language": "en"}),
    ],
)
def test_options_mean_what_the_keywords_mean(folder, options, keywords):
    result = run(folder, *options, "--format", "json")
    assert Briefing.from_json(result.stdout) == summarize(folder, **keywords)


def test_standard_input():
    result = run("-", stdin="The ferry ran aground on the reef in thick fog on Monday morning.")
    assert "The ferry ran aground" in result.stdout
    assert "[1] -\n" in result.stdout


@pytest.mark.parametrize(("suffix", "method"), [(".txt", "to_text"), (".md", "to_markdown"), (".json", "to_json")])
def test_the_suffix_of_the_output_file_names_the_format(folder, tmp_path, suffix, method):
    target = tmp_path / f"briefing{suffix}"
    assert run(folder, "-o", target).stdout == ""
    assert target.read_text(encoding="utf-8") == getattr(summarize(folder), method)()


def test_an_explicit_format_wins_over_the_suffix(folder, tmp_path):
    run(folder, "-o", tmp_path / "briefing.txt", "-f", "json")
    json.loads((tmp_path / "briefing.txt").read_text())


def test_a_suffix_without_a_format_is_wrong_usage_before_any_work(tmp_path):
    result = run("missing", "-o", tmp_path / "briefing.pdf")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "briefing.pdf'; end it in .txt, .md, .markdown, .json, .html, .htm or use --format" in result.stderr


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz", ".zip", ".ZST"])
def test_a_briefing_is_not_written_as_text_under_the_name_of_a_packed_file(folder, tmp_path, suffix):
    result = run(folder, "-f", "json", "-o", tmp_path / f"briefing.json{suffix}")
    assert (result.exit_code, result.stdout, os.listdir(tmp_path)) == (2, "", ["in"])
    assert f"is the name of a packed file, and briefings are not packed; omit {suffix}" in result.stderr


def test_a_limit_that_is_no_number_is_wrong_usage_and_the_limits_are_listed(folder):
    for setting in ("seconds=lots", "time=3", "files", "=1"):
        result = run(folder, "--limit", setting)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{setting!r} is not NAME=N, where NAME is one of file_bytes, unpacked_bytes," in result.stderr


def test_an_output_file_is_replaced_whole_and_keeps_its_permissions(folder, tmp_path):
    target = tmp_path / "briefing.md"
    run(folder, "-n", 1, "-o", target)
    target.chmod(0o640)
    run(folder, "-o", target)
    assert target.read_text().startswith("# ") or target.read_text().startswith("\\# ")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["briefing.md", "in"]


def test_an_input_is_not_replaced_by_its_briefing(folder, tmp_path):
    article, archive = folder / "0.txt", tmp_path / "news.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(article, "0.txt")
    before = article.read_bytes(), archive.read_bytes()
    for path, output in ((article, article), (archive, archive), (archive / "0.txt", archive)):
        result = run(path, "-f", "text", "-o", output)
        assert (result.exit_code, "is an input; write the briefing elsewhere" in result.stderr) == (2, True)
    assert (article.read_bytes(), archive.read_bytes()) == before


def test_where_nothing_can_be_written_nothing_is(folder, tmp_path):
    result = run(folder, "-o", tmp_path / "no-such-folder" / "briefing.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "briefing.md was not written: there is no folder " in result.stderr
    assert sorted(os.listdir(tmp_path)) == ["in"]


def test_a_failed_run_leaves_the_old_file(folder, tmp_path):
    target = tmp_path / "briefing.md"
    run(folder, "-o", target)
    old = target.read_text()
    assert run(folder, "-w", 1, "-o", target).exit_code == 1
    assert target.read_text() == old


@pytest.mark.parametrize("name", ["briefing.md", "briefing.txt", "briefing.html", "briefing.json"])
def test_a_file_that_no_briefing_wrote_is_replaced_only_by_force(folder, tmp_path, name):
    target = tmp_path / name
    target.write_text("Notes of a year.")
    result = run(folder, "-o", target)
    assert (result.exit_code, target.read_text()) == (2, "Notes of a year.")
    assert f"{name} exists and is no briefing; name another file, or replace it with --force" in result.stderr
    assert run(folder, "-o", target, "--force").exit_code == 0
    assert run(folder, "-o", target).exit_code == 0  # it is a briefing now


def test_what_is_skipped_is_told_on_standard_error_and_the_rest_is_summarized(folder):
    (folder / "empty.txt").write_text("")
    (folder / "photo\x1b[31m.jpg").write_bytes(b"\xff\xd8")
    result = run(folder, folder / "zebra.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"Warning: skipped {folder}/empty.txt: the file is empty",
        f"Warning: skipped {folder}/photo\ufffd[31m.jpg: not a kind of file this reads",
        f"Warning: skipped {folder}/zebra.txt: no such file or folder",
    ]
    assert run(folder, folder / "zebra.txt", "--quiet").stderr == ""


def test_a_language_without_words_is_told_once(folder):
    result = run(folder, "-n", 1, "--language", "sw")
    assert result.stderr == "Warning: no stemmer and no word lists of Swahili here; sentences are scored all the same\n"
    assert run(folder, "-n", 1, "--language", "sw", "--quiet").stderr == ""
    assert run(folder, "-n", 1, "--language", "pt").stderr == ""


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_of_many_sources_those_that_nothing_was_taken_from_are_counted(tmp_path, suffix):
    (tmp_path / "in").mkdir()
    for n in range(24):
        text = f"The {WORDS[n]} council of Orle met on Monday about the {WORDS[n + 1]} bridge and its {WORDS[n + 2]} pillars."
        (tmp_path / "in" / f"{n:02}.txt").write_text(f"{text}\n")
    short, full = tmp_path / f"short{suffix}", tmp_path / f"full{suffix}"
    assert run(tmp_path / "in", "-n", 2, "-o", short).exit_code == 0
    assert run(tmp_path / "in", "-n", 2, "-o", full, "--all-sources").exit_code == 0
    told = re.findall(r"and (\d+) articles that nothing was taken from; --all-sources lists them", short.read_text())
    n_listed = short.read_text().count("in/")
    assert told == [str(24 - n_listed)]
    assert 1 <= n_listed <= 20
    assert (full.read_text().count("in/"), "nothing was taken" in full.read_text()) == (24, False)
    assert run(tmp_path / "in", "-n", 2, "-o", short).exit_code == 0  # the short list is known as a briefing, too


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.processes
def test_the_shell_completes_options(shell):
    environment = {**os.environ, "_SUMMARIZE_COMPLETE": f"{shell}_source"}
    code = "from summarizer.command.summarize import main; main(prog_name='summarize')"
    script = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert f"_SUMMARIZE_COMPLETE={shell}_complete".encode() in script
    words = {"COMP_WORDS": "summarize --cen", "COMP_CWORD": "--cen" if shell == "fish" else "1"}
    environment |= {"_SUMMARIZE_COMPLETE": f"{shell}_complete", **words}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert b"--centrality" in found


def test_a_flood_of_skipped_files_is_cut_short(folder):
    for i in range(30):
        (folder / f"x{i:02}.txt").write_text("")
    lines = run(folder).stderr.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "Warning: skipped 10 more; --format json lists all"


def test_strict_makes_a_skipped_file_an_error(folder):
    (folder / "empty.txt").write_text("")
    result = run(folder, "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {folder}/empty.txt: the file is empty\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Missing argument 'PATH...'"),
        (["x", "-n", "0"], "0 is not in the range x>=1"),
        (["x", "-w", "many"], "'many' is not a valid integer"),
        (["x", "--mmr-lambda", "2"], "2.0 is not in the range 0<=x<=1"),
        (["x", "--mmr-lambda", "nan"], "mmr_lambda is nan; it must be a number from 0"),
        (["x", "--centrality", "pagerank"], "'pagerank' is not one of 'degree', 'lexrank'"),
        (["x", "--language", "English"], "language is 'English'; it must be 'auto' or an ISO 639 code"),
        (["x", "--no-such-option"], "No such option"),
    ],
)
def test_wrong_usage_exits_with_2(args, message):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file or folder"),
        ("empty.txt", b"", "the file is empty"),
        ("menu.txt", b"Home\nNews\nSport\nSubscribe\nSign in", "no article in it, only what surrounds one"),
        ("binary.txt", bytes(range(256)), "not a text file"),
    ],
)
def test_nothing_to_summarize_exits_with_1_and_says_why(tmp_path, name, content, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run(path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: nothing to summarize ({path}: {reason})\n"


def test_an_empty_folder_exits_with_1(tmp_path):
    assert run(tmp_path).stderr == f"Error: nothing to summarize ({tmp_path}: the folder has no files in it)\n"


def test_help_lists_the_options_in_groups_with_examples():
    result = run("--help")
    assert result.exit_code == 0
    for part in (
        "Length:",
        "Output:",
        "How it is made:",
        "Messages:",
        "Examples:",
        "Exit codes:",
        "[default: reading]",
    ):
        assert part in result.stdout


def test_version():
    assert run("--version").stdout == f"summarizer {VERSION}\n"


def process(*args, **kwargs):
    return subprocess.run([sys.executable, *args], capture_output=True, check=False, timeout=PATIENCE, **kwargs)


@pytest.mark.processes
def test_python_m_and_any_hash_seed_give_the_same_bytes():
    outputs = {
        process("-m", "summarizer", str(FERRY), env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "77")
    }
    assert len(outputs) == 1
    assert outputs.pop().decode() == summarize(FERRY).to_text()


@pytest.mark.processes
def test_help_and_errors_import_nothing_heavy():
    code = (
        "import sys; from click.testing import CliRunner; from summarizer.command.summarize import main;"
        "CliRunner().invoke(main, ['--help']); CliRunner().invoke(main, ['x', '-n', '0']);"
        "print([name for name in ('numpy', 'nltk', 'sklearn', 'trafilatura', 'lxml') if name in sys.modules])"
    )
    assert process("-c", code).stdout == b"[]\n"


@pytest.mark.processes
def test_help_starts_fast():
    """Told by the modules that it imports: a clock would tell more of the machine."""
    code = (
        "import sys; import click; before = set(sys.modules); from summarizer.command.summarize import main;"
        "main(['--help'], standalone_mode=False); print(*set(sys.modules) - before)"
    )
    imported = process("-c", code).stdout.decode().splitlines()[-1].split()
    packages = {name.partition(".")[0] for name in imported}
    assert packages - set(sys.stdlib_module_names) <= {"click", "summarizer", "wcwidth"}
    assert packages.isdisjoint({"asyncio", "email", "http", "multiprocessing", "socket", "ssl", "unittest", "xml"})
    assert 50 < len(imported) < 250


@pytest.mark.processes
def test_a_reader_that_goes_away_is_no_traceback(folder):
    command = f"{sys.executable} -m summarizer {folder} | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=PATIENCE)
    assert (result.stdout.count(b"\n"), result.stderr) == (1, b"")


@pytest.mark.processes
def test_a_terminal_that_cannot_show_a_character_gets_a_question_mark(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The café Čapek at the harbour was closed on Monday, its owner said.", encoding="utf-8")
    result = process("-m", "summarizer", str(path), env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert (result.returncode, b"The caf\xe9 ?apek at the harbour" in result.stdout) == (0, True)
