"""Tell whether one sentence says the opposite of another that is worded alike: no copy of it, and no second report."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from summarizer.language.contraries import Contraries
from summarizer.rank import weights

_DENIED_TERMS = 3  # that a negation denies: as many with content after it, or before it where it stands last
_FEW_TERMS = 2  # with content, by which two sentences differ where one denies what the other says: "knew", "not know"
_FEW_NAMES = 3  # by which two sentences differ where one names another person or place
_SAME_NAME = 0.5  # 0..1, how alike two spellings of one name are: "Kiev" and "Kyiv"
_AFFIRMED = "(not denied)"  # in the place of the negation that a sentence lacks
_NONE: frozenset[str] = frozenset()


def contradict(terms: Sequence[str], others: Sequence[str], contraries: Contraries) -> bool:
    """Tell whether two sentences, as their terms in order, deny each other, tell opposite states, or other days.

    A negation, or a day, may be that of a clause which the other sentence lacks. So it counts only between sentences
    that share much of their content, and a negation only where most of what it denies is in the other sentence.
    """
    own, other = frozenset(terms), frozenset(others)
    if any(not contraries.opposites.get(term, _NONE).isdisjoint(other - own) for term in own - other):
        return True
    if _shared_ratio(own, other, contraries) < weights.MIN_SHARED_CONTENT:
        return False
    days, other_days = _days(own, contraries), _days(other, contraries)
    if days and other_days and days.isdisjoint(other_days):
        return True
    return _denies(terms, other, contraries) or _denies(others, own, contraries)


def telling_difference(
    terms: Sequence[str], others: Sequence[str], contraries: Contraries, names: frozenset[str] = _NONE
) -> frozenset[str]:
    """The terms by which a sentence states something else than a near-identical one; none where it states the same.

    Other figures, an opposite state, a negation that only one of them has, or another name where all else is the same.
    Not the negation of a clause which was cut off the other: what it denies must be there, and little else differ.
    """
    own, other = frozenset(terms), frozenset(others)
    only_own, only_other = own - other, other - own
    figures = frozenset(filter(is_figure, only_own)) if any(map(is_figure, only_other)) else _NONE
    states = frozenset(term for term in only_own if not contraries.opposites.get(term, _NONE).isdisjoint(only_other))
    denial = _NONE
    if max(len(only - contraries.fillers - contraries.negations) for only in (only_own, only_other)) <= _FEW_TERMS:
        if _denies(terms, other, contraries):
            denial = own & contraries.negations
        elif _denies(others, own, contraries):
            denial = frozenset({_AFFIRMED})
    has_other_names = (
        _are_other_names(only_own - contraries.fillers, only_other - contraries.fillers, names)
        and _stand_alone(terms, only_own & names, names)
        and _stand_alone(others, only_other & names, names)
    )
    return figures | states | denial | (only_own & names if has_other_names else _NONE)


def _are_other_names(own: frozenset[str], other: frozenset[str], names: frozenset[str]) -> bool:
    """Tell whether two sentences differ by names alone, which are no other spellings of one another, nor initials."""
    if not own or not other or max(len(own), len(other)) > _FEW_NAMES or not own | other <= names:
        return False
    is_initials = any(
        sorted(term) == sorted(each[0] for each in b) for a, b in ((own, other), (other, own)) for term in a
    )
    return not is_initials and not any(_is_spelled_alike(term, each) for term in own for each in other)


def _stand_alone(terms: Sequence[str], changed: frozenset[str], names: frozenset[str]) -> bool:
    """Tell whether no other name stands beside a single changed one: "Mr Laporte" may be "Bernard Laporte"."""
    kept = names - changed
    return len(changed) > 1 or not any(
        term in changed and not kept.isdisjoint((*terms[max(0, i - 1) : i], *terms[i + 1 : i + 2]))
        for i, term in enumerate(terms)
    )


def _is_spelled_alike(name: str, other: str) -> bool:
    return SequenceMatcher(None, name, other).ratio() >= _SAME_NAME


def is_figure(term: str) -> bool:
    """Tell whether a term is a number, and not a word with a digit in it."""
    return term[:1].isdigit() and not any(map(str.isalpha, term))


def _shared_ratio(own: frozenset[str], other: frozenset[str], contraries: Contraries) -> float:
    """The Dice coefficient, 0..1, of the terms that carry content."""
    own, other = own - contraries.fillers, other - contraries.fillers
    return 2 * len(own & other) / max(1, len(own) + len(other))


def _denies(terms: Sequence[str], other: frozenset[str], contraries: Contraries) -> bool:
    if not contraries.negations.isdisjoint(other):
        return False
    around = (_denied_terms(terms, i, contraries) for i, term in enumerate(terms) if term in contraries.negations)
    return any(2 * sum(term in other for term in denied) > len(denied) for denied in around)


def _denied_terms(terms: Sequence[str], i: int, contraries: Contraries) -> Sequence[str]:
    after = [term for term in terms[i + 1 :] if term not in contraries.fillers][:_DENIED_TERMS]
    return after or [term for term in terms[:i] if term not in contraries.fillers][-_DENIED_TERMS:]


def _days(terms: frozenset[str], contraries: Contraries) -> frozenset[int]:
    return frozenset(contraries.days[term] for term in terms if term in contraries.days)
