"""The README cannot drift: what it shows as output is the output, and its Python runs.

After a change that is meant, `python tests/test_readme.py` writes the shown output anew; the diff is what to review.
"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from summarizer.command import summarize as cli
from summarizer.command import summarize_batch as batch_cli

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(r"<!-- output: (summarize(?:-batch)?) (.+?) -->\n```text\n(.*?)```\n", re.DOTALL)
COMMANDS = {"summarize": cli.main, "summarize-batch": batch_cli.main}
RUN = re.compile(r"<!-- run -->\n```python\n(.*?)```\n\n<!-- printed -->\n```text\n(.*?)```\n", re.DOTALL)
EXCERPT = re.compile(r"<!-- excerpt: (summarize) (.+?) -->\n```text\n(.*?)```\n", re.DOTALL)
LINK = re.compile(r"\]\(((?!https?:)[^)#]+)\)")


def command_output(command, arguments):
    result = CliRunner().invoke(COMMANDS[command], shlex.split(arguments), prog_name=command, env={"COLUMNS": "80"})
    assert result.exit_code == 0
    return result.stdout


def printed_by(code):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 (the README's own block)
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines()) + "\n"


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(("command", "arguments", "shown"), SHOWN.findall(README.read_text(encoding="utf-8")))
def test_the_output_shown_is_the_output(command, arguments, shown):
    assert command_output(command, arguments) == shown


@pytest.mark.parametrize(("command", "arguments", "shown"), EXCERPT.findall(README.read_text(encoding="utf-8")))
def test_the_excerpt_shown_is_in_the_output(command, arguments, shown):
    assert shown in command_output(command, arguments)


@pytest.mark.parametrize(("code", "shown"), RUN.findall(README.read_text(encoding="utf-8")))
def test_the_python_runs_and_prints_what_is_shown(code, shown):
    assert printed_by(code) == shown


def test_every_linked_file_exists():
    for page in (README, ROOT / "examples" / "README.md", ROOT / "examples" / "cluster.md"):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), target


def test_every_option_is_in_the_readme():
    text = README.read_text(encoding="utf-8")
    assert [
        option for param in cli.main.params for option in param.opts if option.startswith("--") and option not in text
    ] == []


if __name__ == "__main__":
    os.chdir(ROOT)
    text = README.read_text(encoding="utf-8")
    text = SHOWN.sub(lambda m: f"<!-- output: {m[1]} {m[2]} -->\n```text\n{command_output(m[1], m[2])}```\n", text)
    text = RUN.sub(
        lambda m: f"<!-- run -->\n```python\n{m[1]}```\n\n<!-- printed -->\n```text\n{printed_by(m[1])}```\n", text
    )
    README.write_text(text, encoding="utf-8")
