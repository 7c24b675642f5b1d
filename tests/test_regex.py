"""No text makes an expression slower than linear: every one in the package is tried on what it could stumble over."""

import importlib
import itertools
import pkgutil
import re
from functools import partial
from pathlib import Path

import pytest
from growth import assert_linear, cpu_seconds

import summarizer

try:
    from re import _parser as sre_parse  # from Python 3.11 on
except ImportError:
    import sre_parse

MOST_CHARACTERS = 8
TRIED = 2_000  # characters, enough to tell what an expression finds hardest: of a square, 2,000 times as much
# What is only ever tried on a text of bounded length.
BOUNDED = {"_LAST_WORD": "what stands before a stop, up to full_stops.WORD_CHARS"}
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(summarizer.__file__).parent.rglob("*.py"))


def expressions():
    """Every compiled expression that a module of the package holds, by its name."""
    found = {}
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for each in (
                value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else [value]
            ):
                if isinstance(each, re.Pattern) and each not in found:
                    found[each] = name
    return found


EXPRESSIONS = expressions()


def ways(pattern, name):
    """How the package uses an expression: as a search where that cannot be seen."""
    used = set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|findall|sub|split)\(", SOURCE))
    calls = {
        "match": pattern.match,
        "fullmatch": pattern.fullmatch,
        "search": lambda text: all(pattern.finditer(text)),
    }
    return [call for way, call in calls.items() if way in used] if used <= calls.keys() and used else [calls["search"]]


def characters(tree):
    """Some of the characters that a parsed expression asks for, one or two for each place."""
    for operation, value in tree:
        kind = str(operation)
        if kind == "LITERAL":
            yield value
        elif kind in ("ANY", "NOT_LITERAL"):
            yield ord("a")
        elif kind == "IN":
            yield from itertools.islice(_in_class(value), 2)
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from characters(value[2])
        elif kind == "SUBPATTERN":
            yield from characters(value[3])
        elif kind == "BRANCH":
            for branch in value[1]:
                yield from characters(branch)
        elif kind in ("ASSERT", "ASSERT_NOT"):
            yield from characters(value[1])


def _in_class(members):
    if str(members[0][0]) == "NEGATE":
        return
    for kind, value in members:
        if str(kind) == "CATEGORY":
            yield {"CATEGORY_DIGIT": ord("0"), "CATEGORY_SPACE": ord(" ")}.get(str(value), ord("a"))
        else:
            yield value[0] if str(kind) == "RANGE" else value


def adversarial(pattern):
    """What, said over and over, may lead an expression to try again and again, and what may disappoint it at the end.

    Its own characters, and pairs of them; and a character that nothing asks for.
    """
    asked = itertools.chain(
        map(ord, " a"), characters(sre_parse.parse(pattern.pattern, pattern.flags)), map(ord, ".\n")
    )
    chosen = list(dict.fromkeys(asked))[:MOST_CHARACTERS]
    units = [*((char,) for char in chosen), *itertools.permutations(chosen, 2)]
    for unit, tail in itertools.product(units, ((), (1,))):
        if isinstance(pattern.pattern, bytes):
            yield bytes(char & 255 for char in unit), bytes(tail)
        else:
            yield "".join(map(chr, unit)), "".join(map(chr, tail))


def hardest(call, pattern):
    """What takes an expression longest, as a function of the length that makes the call."""

    def prepare(unit, tail, length):
        text = unit * (length // len(unit)) + tail
        return lambda: call(text)

    return partial(prepare, *max(adversarial(pattern), key=lambda said: cpu_seconds(prepare(*said, TRIED))))


@pytest.mark.parametrize("pattern", EXPRESSIONS, ids=[f"{name}-{i}" for i, name in enumerate(EXPRESSIONS.values())])
def test_no_text_makes_an_expression_slower_than_linear(pattern):
    if EXPRESSIONS[pattern] in BOUNDED:
        pytest.skip(f"given bounded text: {BOUNDED[EXPRESSIONS[pattern]]}")
    for call in ways(pattern, EXPRESSIONS[pattern]):
        prepare = hardest(call, pattern)
        for size in (TRIED, 20_000):
            assert_linear(prepare, size)


def test_the_expressions_are_found():
    assert len(EXPRESSIONS) > 90
    assert "_TOKEN" in EXPRESSIONS.values()


@pytest.mark.parametrize(("quadratic", "size"), [(r"\s+$", 600), (r"a*b", 2000), (r"(?:ab?)+c", 300)])
def test_an_expression_that_is_not_linear_would_be_seen(quadratic, size):
    pattern = re.compile(quadratic)
    prepare = hardest(ways(pattern, "_NO_NAME")[0], pattern)
    with pytest.raises(AssertionError, match="more than 30 times"):
        assert_linear(prepare, size)
