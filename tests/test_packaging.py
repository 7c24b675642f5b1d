"""The names and requirements that pyproject.toml and the package must agree on."""

import itertools
import re
from pathlib import Path

import pytest

from summarizer.errors import EXTRAS, MissingExtraError

ROOT = Path(__file__).resolve().parents[1]
RAISED = re.compile(r'MissingExtraError\("([^"]+)", "([^"]+)", "([^"]+)"\)')
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "summarizer").rglob("*.py")}
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for pattern in ("*.md", ".github/*.md", "examples/*.md", "summarizer/*.md", "tests/**/*.md")
    for path in ROOT.glob(pattern)
}
TOLD_TO_INSTALL_IT = re.compile(r"""install (?:-\S+ )*['"]?summarizer\b|summarizer\[[a-z,]+\]""")
IN_DASK = {"fsspec"}  # required by dask itself


@pytest.fixture(scope="module")
def project():
    tomllib = pytest.importorskip("tomllib", reason="needs Python 3.11")
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_messages_install_what_the_extras_of_the_project_install(project):
    extras = {
        extra: tuple(requirement.split(";")[0] for requirement in project["optional-dependencies"][extra])
        for extra in EXTRAS
    }
    assert extras == EXTRAS


@pytest.mark.parametrize("path", [path for path, source in SOURCES.items() if "raise MissingExtraError" in source])
def test_what_is_missing_comes_with_what_the_message_installs(path):
    raised = RAISED.findall(SOURCES[path])
    assert raised
    for feature, package, extra in raised:
        names = {requirement.split(">=")[0] for requirement in EXTRAS[extra]}
        assert package in names | IN_DASK
        command = str(MissingExtraError(feature, package, extra)).split(": ")[1]
        assert command == "pip install " + " ".join(f"'{requirement}'" for requirement in EXTRAS[extra])


def test_nobody_is_told_to_install_the_other_project_named_summarizer(project):
    assert project["name"] != "summarizer"
    assert [path for path, text in (SOURCES | PAGES).items() if TOLD_TO_INSTALL_IT.search(text)] == []


def test_every_requirement_has_a_lower_bound(project):
    own = re.compile(rf"{project['name']}\[[a-z,]+\]")
    requirements = itertools.chain(project["dependencies"], *project["optional-dependencies"].values())
    assert [each for each in requirements if ">=" not in each and not own.fullmatch(each)] == []
