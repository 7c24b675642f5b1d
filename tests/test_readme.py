"""No page can drift: shown output is the output, Python runs, commands are taken, and links lead somewhere.

All Markdown pages of the repository are checked. A comment above a block says how:

    <!-- output: COMMAND -->   the block is what the command prints
    <!-- excerpt: COMMAND -->  the block stands somewhere in what the command prints
    <!-- run -->               the block is Python, and prints the block that follows it under <!-- printed -->
    <!-- tried -->             the lines of the block are run, one after the other, beside the files of `desk` below

Of every other command in a page the options, the scripts and the extras must exist. After a change that is meant,
`python tests/test_readme.py` writes the shown output of all pages anew (excerpts excepted); the diff is what to review.
"""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from summarizer.command import summarize as cli
from summarizer.command import summarize_batch as batch_cli

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FOLDERS = (".github", "examples", "summarizer", "tests")
GOLDEN = ROOT / "tests" / "golden"  # recorded briefings, and no pages
PAGES = [README, *sorted(page for folder in FOLDERS for page in (ROOT / folder).rglob("*.md") if page.parent != GOLDEN)]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
COMMANDS = {"summarize": cli.main, "summarize-batch": batch_cli.main}

SHOWN = re.compile(r"<!-- output: (summarize(?:-batch)?) (.+?) -->\n```text\n(.*?)```\n", re.DOTALL)
EXCERPT = re.compile(r"<!-- excerpt: (summarize(?:-batch)?) (.+?) -->\n```text\n(.*?)```\n", re.DOTALL)
RUN = re.compile(r"<!-- run -->\n```python\n(.*?)```\n\n<!-- printed -->\n```text\n(.*?)```\n", re.DOTALL)
TRIED = re.compile(r"<!-- tried -->\n```sh\n(.*?)```\n", re.DOTALL)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
EXTRAS = re.compile(r"^[.\w-]+\[([\w,]+)\]$")


def matches(expression):
    """A case for each match in any page."""
    return [
        pytest.param(*found, id=name)
        for name, text in TEXTS.items()
        for found in map(as_groups, expression.finditer(text))
    ]


def as_groups(match):
    return match.groups()


def command_output(command, arguments):
    result = CliRunner().invoke(COMMANDS[command], shlex.split(arguments), prog_name=command, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.stdout


def printed_by(code):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<page>", "exec"), {})  # noqa: S102 (the page's own block)
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines()) + "\n"


def snippets(text):
    """The lines of shell in a page, and what it shows as code within its prose."""
    for language, block in FENCE.findall(text):
        if language == "sh":
            yield from block.splitlines()
    yield from CODE.findall(FENCE.sub("", text))


def commands_in(snippet):
    """The simple commands of a line of shell, as lists of words; none where it is no shell."""
    with contextlib.suppress(ValueError):  # an apostrophe in code that is no shell
        for part in re.split(r" (?:&&|[|;&]) ", snippet):
            words = shlex.split(part, comments=True)
            if words:
                yield words


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the files that the pages' commands are about."""
    shutil.copytree(ROOT / "examples" / "ferry", tmp_path / "articles")
    shutil.copy(ROOT / "examples" / "reservoir" / "ridgeline6.html", tmp_path / "page.html")
    shutil.copy(ROOT / "examples" / "ferry" / "haldis-signal.txt", tmp_path / "notes.txt")
    shutil.make_archive(str(tmp_path / "news"), "zip", ROOT / "examples", "ferry")
    shutil.copy(ROOT / "examples" / "topics.jsonl", tmp_path)
    topic = json.loads((tmp_path / "topics.jsonl").read_text(encoding="utf-8").partition("\n")[0])
    feed = [json.dumps({"topic_id": topic["topic_id"], **article}) for article in topic["documents"]]
    (tmp_path / "feed.jsonl").write_text("\n".join(feed), encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("command", "arguments", "shown"), matches(SHOWN))
def test_the_output_shown_is_the_output(command, arguments, shown):
    assert command_output(command, arguments) == shown


@pytest.mark.parametrize(("command", "arguments", "shown"), matches(EXCERPT))
def test_the_excerpt_shown_is_in_the_output(command, arguments, shown):
    assert shown in command_output(command, arguments)


@pytest.mark.parametrize(("code", "shown"), matches(RUN))
def test_the_python_runs_and_prints_what_is_shown(code, shown):
    assert printed_by(code) == shown


@pytest.mark.parametrize("block", matches(TRIED))
@pytest.mark.usefixtures("desk")
def test_the_commands_work(block):
    for line in block.splitlines():
        [(command, *arguments)] = commands_in(line)
        here = ["--jobs", "1"] if command == "summarize-batch" else []  # by this process: the bytes are the same
        command_output(command, shlex.join([*arguments, *here]))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_all_python_in_a_page_is_run(text):
    assert sum(language == "python" for language, _ in FENCE.findall(text)) == len(RUN.findall(text))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_command_in_a_page_exists(text):
    for snippet in snippets(text):
        for name, *arguments in commands_in(snippet):
            program = name.rpartition("/")[2]
            if program in COMMANDS:
                take(program, arguments)
            elif program == "python" and arguments[0].endswith(".py"):
                assert (ROOT / arguments[0]).is_file(), snippet
            elif program == "pip":
                extras = {extra for found in map(EXTRAS.match, arguments) if found for extra in found[1].split(",")}
                assert extras <= known_extras(), snippet


def take(program, arguments):
    """Parse the arguments of a command without running it; paths need not exist."""
    command = COMMANDS[program]
    context = click.Context(command, info_name=program)
    given, _, _ = command.make_parser(context).parse_args(list(arguments))
    for param in command.params:
        if param.name in given and not param.is_eager and not isinstance(param.type, click.Path):
            param.process_value(context, given[param.name])


def known_extras():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table = re.search(r"^\[project\.optional-dependencies\]\n(.*?)^\[", project, re.DOTALL | re.MULTILINE)
    return set(re.findall(r"^(\w+) = ", table[1], re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=TEXTS)
def test_every_link_leads_somewhere(page):
    for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
        linked = page.parent / target if target else page
        assert linked.exists(), target
        assert not heading or heading in anchors(linked), f"{target}#{heading}"


def anchors(page):
    """The names by which links reach the headings of a page."""
    titles = HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_page_can_be_reached_from_the_readme():
    reached, waiting = set(), [README]
    while waiting:
        page = waiting.pop()
        if page.suffix == ".md" and page not in reached:
            reached.add(page)
            linked = LINK.findall(page.read_text(encoding="utf-8"))
            waiting += [(page.parent / target).resolve() for target, _ in linked if target]
    assert sorted(set(PAGES) - reached) == []


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_option_is_in_the_pages(command):
    text = "\n".join(TEXTS.values())
    options = [option for param in command.params for option in param.opts if option.startswith("--")]
    assert [option for option in options if option not in text] == []


@pytest.mark.parametrize("name", [name for name in TEXTS if name.startswith(("README", "examples/"))])
def test_every_option_named_in_the_prose_exists(name):
    known = {option for command in COMMANDS.values() for param in command.params for option in param.opts}
    known |= {"--help", "-h"}
    named = re.findall(r"`(--?[a-z][\w-]*)[^`]*`", FENCE.sub("", TEXTS[name]))
    assert sorted(set(named) - known) == []


def test_every_room_is_in_the_plan():
    rooms = [path.parent.name for path in (ROOT / "summarizer").glob("*/__init__.py")]
    assert [room for room in rooms if f"| [{room}/]({room})" not in TEXTS["summarizer/README.md"]] == []


def test_the_readme_can_be_read_in_one_go():
    assert len(TEXTS["README.md"].splitlines()) <= 200


def test_the_figures_in_the_readme_are_those_of_the_benchmarks():
    measured = TEXTS["README.md"].partition("## Quality")[2].partition("## Limits")[0]
    rows = [line for line in measured.splitlines() if re.match(r"\|.*\d", line)]
    assert rows
    assert [row for row in rows if row not in TEXTS["tests/benchmarks/README.md"]] == []


if __name__ == "__main__":
    os.chdir(ROOT)
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        text = SHOWN.sub(lambda m: f"<!-- output: {m[1]} {m[2]} -->\n```text\n{command_output(m[1], m[2])}```\n", text)
        text = RUN.sub(
            lambda m: f"<!-- run -->\n```python\n{m[1]}```\n\n<!-- printed -->\n```text\n{printed_by(m[1])}```\n", text
        )
        page.write_text(text, encoding="utf-8")
