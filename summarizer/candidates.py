"""Which sentences a briefing may print, judged by how they are written, not by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.arrays import Rows, Scores
from summarizer.datamodel import Sentence
from summarizer.selection import ANTECEDENT_ABSENT, STANDS_ALONE

MIN_WORDS = 8  # shorter is a headline or a scrap
MAX_WORDS = 60  # longer is a list, or a sentence that the splitter could not cut
QUOTATION_NAMED = 1.15  # opens with a quotation and names who speaks: centrality underrates others' words
QUOTATION_UNNAMED = 0.9  # opens with a quotation, and whose it is cannot be told from the sentence

_OPENING_QUOTE = re.compile(r"""["“«„‘']""")
_QUOTATION = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]?|‘[^‘’]*’")
_UNSPACED_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"""[.!?…。！？｡؟।॥۔။።][\]"'”’»›)）」』]{0,4}$""")
_FIRST_WORD = re.compile(r"\W{0,3}([^\W\d_]+)")

# Openers that point at an earlier sentence. A language without an entry is judged by its punctuation alone.
_BACKWARD_OPENERS = {
    "en": """he she it they this that these those his her their its such both but however meanwhile also and so then
        still yet instead or nor therefore thus moreover furthermore besides otherwise nevertheless nonetheless later""",
    "pt": """ele ela eles elas isso isto este esta estes estas esse essa esses essas aquele aquela seu sua seus suas
        mas porém contudo entretanto todavia também e então assim portanto além""",
    "es": """él ella ellos ellas esto eso este esta estos estas ese esa esos esas aquel aquella su sus pero también
        y entonces así además luego""",
    "fr": """il elle ils elles cela ceci ce cet cette ces son sa ses leur leurs mais cependant toutefois aussi et alors
        ainsi puis""",
    "de": """er sie es dies dieser diese dieses das sein seine ihr ihre aber doch jedoch auch und dann so außerdem zudem
        dabei""",
    "it": """lui lei loro questo questa questi queste quello quella suo sua suoi ma però tuttavia anche e poi così
        inoltre""",
    "nl": "hij zij ze het dit dat deze zijn haar hun maar echter ook en dan toen bovendien daarnaast",
}
_OPENERS = {code: frozenset(words.split()) for code, words in _BACKWARD_OPENERS.items()}
_BACKWARD_PHRASE = re.compile(
    r"(?:in addition|for example|for instance|as a result|on the other hand|the (?:former|latter|two|pair|couple|duo))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the algorithms know of the candidates, one entry each.

    sentences
        The candidates themselves.
    rows
        The candidate's number among all sentences, ascending.
    documents, positions
        Its document's number, and its own in that document.
    n_words
        For the word budget.
    quotation_factors
        See `quotation_factor`.
    antecedents
        See `selection.select_mmr`.
    """

    sentences: tuple[Sentence, ...]
    rows: Rows
    documents: Rows
    positions: Rows
    n_words: Rows
    quotation_factors: Scores
    antecedents: Rows


def find_candidates(sentences: Sequence[Sentence], copy_of: Rows, language: str, n_wanted: int) -> Candidates:
    """The sentences that a briefing may print: of originals only, whole, and neither scraps nor lists.

    Parameters
    ----------
    copy_of
        (n_documents,) the document that stands for each; a wire copy adds nothing to any score.
    n_wanted
        How many the briefing may use; where fewer are well-formed, less well-formed ones fill up.
    """
    original = [i for i, sentence in enumerate(sentences) if copy_of[sentence.document] == sentence.document]
    fit = choose_fit([sentences[i].text for i in original], n_wanted)
    rows = [original[i] for i in fit]
    chosen = [sentences[row] for row in rows]
    return Candidates(
        sentences=tuple(chosen),
        rows=np.array(rows),
        documents=np.array([sentence.document for sentence in chosen]),
        positions=np.array([sentence.position for sentence in chosen]),
        n_words=np.array([len(sentence.text.split()) for sentence in chosen]),
        quotation_factors=np.array([quotation_factor(sentence.text) for sentence in chosen]),
        antecedents=np.array(_antecedents(chosen, language)),
    )


def _antecedents(chosen: Sequence[Sentence], language: str) -> list[int]:
    place = {(sentence.document, sentence.position): i for i, sentence in enumerate(chosen)}
    return [
        place.get((sentence.document, sentence.position - 1), ANTECEDENT_ABSENT)
        if points_back(sentence.text, language)
        else STANDS_ALONE
        for sentence in chosen
    ]


def choose_fit(texts: Sequence[str], n_wanted: int) -> list[int]:
    """The numbers of the sentences that are well-formed enough.

    Those of the right length, whole and balanced; where they are fewer than wanted, all that end like a sentence; where
    there are none of those either, all.
    """
    chosen: list[int] = []
    for is_fit in (is_candidate, is_ended):
        chosen = [i for i, text in enumerate(texts) if is_fit(text)]
        if len(chosen) >= n_wanted:
            return chosen
    return chosen or list(range(len(texts)))


def is_candidate(text: str) -> bool:
    """Whether a sentence can stand in a briefing: ended like one, of 8 to 60 words, its quotation marks paired."""
    return MIN_WORDS <= count_words(text) <= MAX_WORDS and is_ended(text) and _is_balanced(text)


def is_ended(text: str) -> bool:
    """Whether the text closes with the full stop, question or exclamation mark of its script."""
    return _SENTENCE_END.search(text) is not None


def points_back(text: str, language: str) -> bool:
    """Whether the sentence opens with a pronoun or a connective that needs the sentence before it."""
    first = _FIRST_WORD.match(text)
    if first and first[1].lower() in _OPENERS.get(language, ()):
        return True
    return language == "en" and _BACKWARD_PHRASE.match(text) is not None


def quotation_factor(text: str) -> float:
    """What opening with a quotation does to a sentence: 1 for no quotation, and in scripts that cannot show a name."""
    if not _OPENING_QUOTE.match(text) or text.lower() == text.upper():
        return 1.0
    outside = _QUOTATION.sub(" ", text)
    return QUOTATION_NAMED if outside != outside.lower() else QUOTATION_UNNAMED


def count_words(text: str) -> int:
    """Words as white space separates them; in scripts without spaces, two characters are one."""
    n_unspaced = 0 if text.isascii() else len(_UNSPACED_CHARACTER.findall(text))
    return len(text.split()) + n_unspaced // 2


def _is_balanced(text: str) -> bool:
    """Whether every double quotation mark and bracket has its partner."""
    return (
        text.count('"') % 2 == 0
        and text.count("“") + text.count("„") <= text.count("”") + text.count("“") * (text.count("„") > 0)
        and text.count("«") == text.count("»")
        and text.count("(") == text.count(")")
    )
