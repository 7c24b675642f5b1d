"""Wire copies planted in topics: whether they are found, whether anything else is taken for one, and what they change."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from topics import Topic

from summarizer import Briefing, Document, SummarizerError, summarize
from summarizer.language.contraries import contraries_of
from summarizer.rank.contradiction import is_figure
from summarizer.terms.tokens import term_maker

MIN_SENTENCES = 8  # of the original; the copy of a shorter one is hardly an article
UNSPACED = frozenset({"zh", "ja", "th"})  # there are no words to edit between spaces
EDIT_RATES = (0.05, 0.1, 0.2, 0.3)


@dataclass(frozen=True)
class Planted:
    """How one kind of copy fared. `n_flagged` is all that was called a copy and was none before; `n_same` the topics
    whose selected sentences stayed the same."""

    kind: str
    n_topics: int
    n_found: int
    n_flagged: int
    n_same: int


def measure(topics: Sequence[Topic]) -> list[Planted]:
    """Each kind of copy of the longest document of each topic, given last."""
    texts = [document.text for topic in topics for document in topic.documents]
    words = [word for text in texts for word in text.split() if not _is_telling(word)]
    kinds: dict[str, Callable[[str, random.Random], str]] = {
        "verbatim": lambda text, _: text,
        "trimmed to 70%": lambda text, _: _trim(text, 0.7),
        "trimmed to 50%": lambda text, _: _trim(text, 0.5),
        "under another headline": lambda text, _: f"What the agencies report this evening\n\n{text}",
    }
    for rate in EDIT_RATES:
        kinds[f"{rate:.0%} of the words edited"] = lambda text, rng, rate=rate: _edit(text, rate, words, rng)
    topics = [topic for topic in topics if topic.language not in UNSPACED]
    known = [(topic, briefing) for topic in topics if (briefing := _brief(topic.documents))]
    eligible = [(topic, briefing) for topic, briefing in known if _longest(briefing)[1] >= MIN_SENTENCES]
    return [_plant(kind, make, eligible) for kind, make in kinds.items()]


def _plant(kind: str, make: Callable[[str, random.Random], str], eligible: Sequence[tuple[Topic, Briefing]]) -> Planted:
    n_found = n_flagged = n_same = 0
    for number, (topic, before) in enumerate(eligible):
        original = _longest(before)[0]
        copy = make(topic.documents[original].text, random.Random(number))
        after = summarize([*topic.documents, Document(text=copy)], sentences=8)
        stands_for = before.sources[original].copy_of or original + 1
        pair = {stands_for, len(topic.documents) + 1}
        fresh = {s.id: s.copy_of for s in after.sources if s.copy_of and not _was_copy(before, s.id)}
        n_found += any({copy, of} == pair for copy, of in fresh.items())
        n_flagged += len(fresh)
        n_same += [item.text for item in after.items] == [item.text for item in before.items]
    return Planted(kind, len(eligible), n_found, n_flagged, n_same)


def _was_copy(before: Briefing, source: int) -> bool:
    return source <= len(before.sources) and before.sources[source - 1].copy_of is not None


def _brief(documents: Sequence[Document]) -> Briefing | None:
    try:
        return summarize(documents, sentences=8)
    except SummarizerError:
        return None


def _longest(briefing: Briefing) -> tuple[int, int]:
    """The number of the document with the most sentences, and how many it has."""
    lengths = [source.n_sentences for source in briefing.sources]
    longest = max(range(len(lengths)), key=lengths.__getitem__)
    return longest, lengths[longest]


def _trim(text: str, ratio: float) -> str:
    paragraphs = [line for line in text.split("\n") if line.strip()]
    return "\n\n".join(paragraphs[: max(3, int(len(paragraphs) * ratio))])


def _edit(text: str, rate: float, vocabulary: Sequence[str], rng: random.Random) -> str:
    """A share of the words replaced (half of them), dropped or followed by another (a quarter each).

    Figures, negations and words of state stay: a copy that differs in them is another version.
    """
    lines = []
    for line in text.split("\n"):
        edited: list[str] = []
        for word in line.split():
            kind = rng.random() / rate
            if kind >= 1 or _is_telling(word):
                edited.append(word)
            elif kind < 0.5:
                edited.append(rng.choice(vocabulary))
            elif kind < 0.75:
                edited += [word, rng.choice(vocabulary)]
        lines.append(" ".join(edited))
    return "\n".join(lines)


def _is_telling(word: str) -> bool:
    """Tell whether a text states something else with another word in the place of this one: then it is a version."""
    bare = word.strip(string.punctuation + "“”‘’")
    term = term_maker("en")(bare)
    contraries = contraries_of("en")
    return bare[:1].isupper() or is_figure(term) or term in contraries.negations or term in contraries.opposites
