"""The briefing of the plain-text example as it was last reviewed, in every format.

After a change that is meant, `python tests/test_golden.py` writes the files anew; the diff is what to review.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from summarizer import summarize
from summarizer.command.summarize import main
from summarizer.render import RENDERERS

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
SUFFIX = {"text": "txt", "markdown": "md", "json": "json"}


def golden(output_format):
    return GOLDEN / f"ferry.{SUFFIX[output_format]}"


def without_scores(value):
    """JSON with its scores cut to two digits: the last ones differ between machines."""
    return json.loads(json.dumps(value), parse_float=lambda digits: round(float(digits), 2))


@pytest.mark.parametrize("output_format", ["text", "markdown"])
def test_the_briefing_is_the_one_last_reviewed(output_format, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert RENDERERS[output_format](summarize("examples/ferry")) == golden(output_format).read_text(encoding="utf-8")


@pytest.mark.parametrize("output_format", ["text", "markdown"])
def test_the_command_prints_the_same(output_format, monkeypatch):
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["examples/ferry", "--format", output_format])
    assert result.stdout == golden(output_format).read_text(encoding="utf-8")


def test_the_json_is_the_one_last_reviewed(monkeypatch):
    monkeypatch.chdir(ROOT)
    written = json.loads(golden("json").read_text(encoding="utf-8"))
    assert without_scores(summarize("examples/ferry").to_dict()) == without_scores(written)


if __name__ == "__main__":
    import os

    os.chdir(ROOT)
    GOLDEN.mkdir(exist_ok=True)
    for name in SUFFIX:
        golden(name).write_text(RENDERERS[name](summarize("examples/ferry")), encoding="utf-8")
