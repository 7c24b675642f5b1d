"""The house: which room may know which, and what every room owes its visitors."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import summarizer

PACKAGE = Path(summarizer.__file__).parent

# A module may import from lines below its own only; a folder is one room, ordered inside by the same rule.
LAYERS = """
    __main__
    cli batch_cli
    terminal
    __init__
    api batch
    batch.files batch.cluster_files
    batch.many batch.cluster_grouping
    batch.cluster batch.processes
    batch.worker
    batch.chunks batch.partial_output batch.job
    batch.topic_result
    pipeline
    evidence
    assembly
    batch.entries
    batch.topic_lines verify
    read
    read.one_file read.web
    read.kinds
    read.mail read.feeds read.office read.epub read.pdf read.archives
    read.html read.markdown read.articles_json read.plain
    read.files read.fields read.markup read.zipped read.packed
    read.trees read.decode
    read.raw read.time_limit
    briefing
    render
    render.explanation render.html
    render.text render.markdown render.json
    render.facts render.reasons render.pictures
    render.highlights
    pages candidates headline copies attribution
    languages introductions selection centrality order
    salience
    reports bounds
    vectorize sentences
    tokens wording workers
    describe clean split progress output batch.packed
    batch.storage
    split.boundaries
    split.judge split.quotations
    split.abbreviations
    clean.mark
    clean.headline clean.naming clean.datelines
    clean.segment
    clean.score
    clean.captions
    clean.lines
    clean.lexicon
    datamodel
    limits
    options dates
    errors arrays scripts version remembered render.printable
"""
LEVEL = {name: level for level, line in enumerate(LAYERS.strip().splitlines()) for name in line.split()}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__") or name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "summarizer":
            yield (node.module or "").removeprefix("summarizer").lstrip(".") or "__init__"


def test_every_module_has_its_place():
    assert sorted(name for name, _ in modules()) == sorted(LEVEL)


def test_imports_point_down():
    upward = [(name, other) for name, tree in modules() for other in imported(tree) if LEVEL[other] <= LEVEL[name]]
    assert upward == []


def test_every_public_function_class_and_module_says_what_it_is():
    silent = [
        f"{name}.{getattr(node, 'name', '')}"
        for name, tree in modules()
        for node in public(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def public(node):
    """The node itself, and what a visitor finds in it: functions and classes without an underscore, but for overloads."""
    yield node
    for child in node.body if isinstance(node, (ast.Module, ast.ClassDef)) else ():
        if isinstance(child, (ast.FunctionDef, ast.ClassDef)) and not child.name.startswith("_"):
            yield from public(child)


def test_everything_exported_exists_and_is_sorted():
    assert [name for name in summarizer.__all__ if not hasattr(summarizer, name)] == []
    assert summarizer.__all__ == sorted(summarizer.__all__)


def test_functions_stay_readable():
    long = [
        (name, node.name)
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and body_length(node) > 40
    ]
    assert long == []


def body_length(node):
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return node.end_lineno - first.lineno + 1


def test_importing_the_package_is_light():
    code = "import sys, summarizer; from summarizer import summarize; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "nltk", "sklearn", "scipy", "trafilatura", "lxml"}.isdisjoint(loaded)


def test_no_module_needs_another_to_be_imported_first():
    for name, _ in modules():
        if name != "__main__":
            importlib.import_module(f"summarizer.{name}".removesuffix(".__init__"))
