"""Check a built sdist and wheel: `python .ci/distributions.py DIST UNPACKED`, where UNPACKED is the sdist, unpacked.

Needs readme-renderer[md], which is what the package index renders descriptions with.
"""

import email
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import readme_renderer.markdown

CACHES = re.compile(r"__pycache__|\.pyc$|\.(?:pytest|mypy|ruff)_cache|\.hypothesis|\.venv|\.egg-info")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(((?!https?:|#)[^)#\s]+)[^)\s]*\)")
TARGET = re.compile(r'(?:href|src|srcset)="([^"]*)"')
ANCHOR = re.compile(r'\b(?:id|name)="([^"]+)"')
WEB = re.compile(r"https?://|mailto:")
UNRENDERED = re.compile(r"\]\((?!https?:)[^)]*")


def check_sdist(unpacked: Path, tracked: set[str]) -> None:
    """Holds every file of the project and no other, and no link between its pages is broken."""
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert not (caches := [path for path in files if CACHES.search(path)]), caches
    assert not (missing := tracked - files), missing
    assert not (extra := files - tracked - {"PKG-INFO"}), extra
    for page in unpacked.rglob("*.md"):
        for target in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
            assert (page.parent / target).exists(), f"{page}: {target}"


def check_wheel(wheel: Path, unpacked: Path) -> None:
    """Holds the package, whole, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        files = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {path.relative_to(unpacked).as_posix() for path in (unpacked / "summarizer").rglob("*") if path.is_file()}
    assert files == package, files ^ package


def check_description(metadata: str, readme: str) -> None:
    """Renders, with its code untouched, and links or pictures only on the web or on the page itself."""
    description = email.message_from_string(metadata).get_payload()
    assert CODE.findall(description) == CODE.findall(readme)
    rendered = readme_renderer.markdown.render(description)
    assert rendered, "the description does not render"
    anchors = {f"#{anchor}" for anchor in ANCHOR.findall(rendered)}
    broken = [target for target in TARGET.findall(rendered) if not WEB.match(target) and target not in anchors]
    assert not broken, broken
    assert not (left := UNRENDERED.findall(CODE.sub("", description))), left  # a link that was not recognized as one


def main(dist: Path, unpacked: Path) -> None:
    """Raise an AssertionError that says what is wrong, or nothing."""
    (wheel,) = dist.glob("*.whl")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True
    )
    tracked = {path for path in os.fsdecode(listed.stdout).split("\0") if path and os.path.lexists(path)}
    check_sdist(unpacked, tracked)
    check_wheel(wheel, unpacked)
    check_description((unpacked / "PKG-INFO").read_text("utf-8"), Path("README.md").read_text("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
