"""The house: which room may know which, and what every room owes its visitors."""

import ast
import importlib
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent

# A room may import from the rooms below its own, and from nothing above; `summarizer/README.md` says what each is for.
ROOMS = """
    __main__
    command
    __init__
    batch verify
    api
    pipeline
    compose
    rank
    sentences
    clean
    terms
    read
    briefing
    render
    datamodel
    limits workers
    options processes
    language
    atomic_write array_types errors locations version
"""
LEVEL = {room: level for level, line in enumerate(ROOMS.strip().splitlines()) for room in line.split()}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__") or name, ast.parse(path.read_text(encoding="utf-8"))


def room_of(module):
    return module.split(".")[0]


def imported(tree):
    """The modules of this package that a module imports; a name that is itself a module counts as that module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "summarizer":
            module = (node.module or "").removeprefix("summarizer").lstrip(".") or "__init__"
            yield from (
                f"{module}.{alias.name}" if is_module(f"{module}.{alias.name}") else module for alias in node.names
            )


def is_module(name):
    return (PACKAGE / f"{name.replace('.', '/')}.py").is_file()


def test_every_room_has_its_level():
    assert sorted({room_of(name) for name, _ in modules()}) == sorted(LEVEL)


def test_imports_between_rooms_point_down():
    upward = [
        (name, other)
        for name, tree in modules()
        for other in imported(tree)
        if room_of(other) != room_of(name) and LEVEL[room_of(other)] <= LEVEL[room_of(name)]
    ]
    assert upward == []


def test_no_modules_import_one_another():
    graph = {name: set(imported(tree)) - {name} for name, tree in modules()}
    assert list(TopologicalSorter(graph).static_order())  # a cycle raises


def test_no_two_modules_have_one_name():
    names = [name.rpartition(".")[2] for name, _ in modules() if not (PACKAGE / name.replace(".", "/")).is_dir()]
    assert sorted(names) == sorted(set(names))


def test_every_public_function_class_and_module_says_what_it_is():
    silent = [
        f"{name}.{getattr(node, 'name', '')}"
        for name, tree in modules()
        for node in public(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_docstrings_begin_with_what_is_done_or_comes_back():
    """Each is understood without its neighbour's: "Whether ..." and "What ..." name no act, "The same" leans on another."""
    indirect = [
        f"{name}.{getattr(node, 'name', '')}: {docstring.splitlines()[0]}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and (docstring := ast.get_docstring(node) or "").startswith(("What ", "Whether ", "The same "))
    ]
    assert indirect == []


def test_no_private_part_of_a_dependency_is_imported():
    private = [
        f"{name}: {path}"
        for name, tree in modules()
        for path in imported_paths(tree)
        if path.split(".")[0] not in ("summarizer", "__future__")
        and any(part.startswith("_") or part == "externals" or part.endswith("_fast") for part in path.split("."))
    ]
    assert private == []


def test_no_private_attribute_of_another_object_is_used():
    private = [
        f"{name}: {ast.unparse(node)}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
        if not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
    ]
    assert private == ["processes.worker_main: os._exit"]  # which the standard library documents


def imported_paths(tree):
    """All that is imported anywhere in a module, with the module that it is imported from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


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


LIGHT = {"click", "wcwidth"}  # the packages that the commands need to give help and to tell a wrong option


def imported_at_once(name, trees, seen=None):
    """The packages that importing a module brings with it, but for Python's own: no function is entered."""
    seen = set() if seen is None else seen
    if name in seen:
        return set()
    seen.add(name)
    found = set()
    for node in trees[name].body:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module.partition(".")[0])
            for other in imported(ast.Module([node], [])):
                found |= imported_at_once(other, trees, seen)
    return found


@pytest.mark.parametrize("name", ["__init__", "command.summarize", "command.summarize_batch"])
def test_help_and_errors_wait_for_no_large_package(name):
    found = imported_at_once(name, dict(modules()))
    assert "summarizer" in found
    assert found - set(sys.stdlib_module_names) - {"summarizer"} <= LIGHT


@pytest.mark.processes
def test_importing_the_package_is_light():
    code = "import sys, summarizer; from summarizer import summarize; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "nltk", "sklearn", "scipy", "trafilatura", "lxml"}.isdisjoint(loaded)


def test_no_module_needs_another_to_be_imported_first():
    for name, _ in modules():
        if name != "__main__":
            importlib.import_module(f"summarizer.{name}".removesuffix(".__init__"))
