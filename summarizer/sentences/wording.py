"""What the wording of a sentence says of its fitness for a briefing, whatever the sentence tells."""

from __future__ import annotations

import re
from enum import Enum

from summarizer.language.scripts import IDEOGRAPHIC, NO_STOPS, SENTENCE_ENDS, SPELT, UNSPACED

WELL_FORMED, ENDED, OTHER = 2, 1, 0  # how well-formed a sentence is
MIN_WORDS = 9  # shorter is a headline or a scrap
MAX_CHARACTERS = 1500  # twice as long as the longest of 60 words; beyond it, words have no measure
MAX_WORDS = 60  # longer is a list, or a sentence that the splitter could not cut

_QUESTION_MARKS = ("?", "？", "؟")
_OPENING_QUOTES = frozenset("\"“«„‘'")
_QUOTATION = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]?|‘[^‘’]*’")
_CREDIT = re.compile(
    r"\([^()]{0,200}(?:\bphoto\b|associated press|getty|reuters/|/reuters|\bap/|/ap\b|afp/)"
    r"|\bimage (?:copyright|caption)\b|\bfile photo\b",
    re.IGNORECASE,
)
_MAKERS = ("photo", "associated press", "getty", "reuters", "ap/", "/ap", "afp/")  # in brackets
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHIC}]")
_SPELT = re.compile(rf"[{SPELT}]")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_COMMON_ENDS = frozenset(".!?")
_MAX_CLOSERS = 4
_END_REACH = 1 + _MAX_CLOSERS  # characters: a mark and what closes behind it
_SENTENCE_END = re.compile(rf"""[{SENTENCE_ENDS}{NO_STOPS}][\]"'”’»›)）」』]{{0,{_MAX_CLOSERS}}}$""")
_FIRST_WORD = re.compile(r"[^\W\d_]+")  # within a quotation, "we" and "it" have the speaker's own context

# Openers that point at an earlier sentence. A language without an entry is judged by its punctuation alone.
_BACKWARD_OPENERS = {
    "en": """he she it they this that these those his her their its such both but however meanwhile also and so then
        still yet instead or nor therefore thus moreover furthermore besides otherwise nevertheless nonetheless
        later""",
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
    "ru": """он она оно они это этот эта эти его её их но однако также кроме затем потом поэтому тогда там при
        напомним""",
    "nl": "hij zij ze het dit dat deze zijn haar hun maar echter ook en dan toen bovendien daarnaast",
}
# What was still to come when the sentence was written. A language without an entry has no such discount.
_EXPECTATIONS = {
    code: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for code, pattern in {
        "en": r"(?:is|are|was|were|been) (?:also |widely |now )?(?:expected|scheduled|due|set|likely|slated"
        r"|planning|poised|about|hoping|going) to|(?:is|are) (?:expected|scheduled|slated|due|set)"
        r"|plan(?:s|ned)? to|will|['’]ll",
        "pt": r"deve|devem|deverá|deverão|vai|vão|pretende|pretendem",
        "es": r"se espera|está previst[oa]|están previst[oa]s|prevé|prevén|planea|planean|tiene previsto|va a|van a",
        "fr": r"devrait|devraient|est attendue?|sont attendue?s|est prévue?|sont prévue?s|prévoit|prévoient|va|vont",
        "de": r"soll|sollen|voraussichtlich|werde|erwartet wird|geplant ist|geplant sind",
        "it": r"dovrebbe|dovrebbero|è previst[oa]|sono previst[ei]|è attes[oa]|prevede|prevedono",
        "nl": r"zal|zullen|naar verwachting|is van plan|zijn van plan|wordt verwacht",
    }.items()
}
# Without one of these the English expression, which takes ten times as long, finds nothing.
_ENGLISH_EXPECTATION_SIGNS = (
    *("expect", "schedul", "due ", "set", "likely", "slated", "plan", "poised", "about", "hoping", "going", "will"),
    *("'ll", "’ll"),
)
# Who speaks or is spoken to. A language without an entry has no such discount.
_OWN_VOICE = {
    code: re.compile(rf"\b(?:{pattern})\b")
    for code, pattern in {
        "en": r"I|[Ww]e|[Mm]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our",
        "pt": r"[Ee]u|[Nn]ós|[Nn]oss[oa]s?|[Mm]eus?|[Mm]inhas?|[Vv]ocês?",
        "es": r"[Yy]o|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Mm]is?|[Uu]stedes|[Uu]sted|[Tt]ú",
        "fr": r"[Jj]e|[Jj]['’]|[Nn]ous|[Nn]otre|[Nn]os|[Mm]on|[Mm]a|[Mm]es|[Vv]ous|[Vv]otre|[Vv]os",
        "de": r"[Ii]ch|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?|[Dd]u|Ihre[mnrs]?",
        "it": r"[Ii]o|[Nn]oi|[Nn]ostr[oaie]|[Mm]i[oae]|[Mm]iei|[Vv]oi|[Vv]ostr[oaie]",
        "nl": r"[Ii]k|[Ww]ij|[Ww]e|[Oo]nze?|[Mm]ijn|[Jj]ullie|[Jj]e",
    }.items()
}
_PRONOUN_SPEAKS = re.compile(r"\b(?:he|she|they) (?:said|says|added|told|wrote)\b|\b(?:said|added) (?:he|she|they)\b")
_QUOTED_EXPECTATION = re.compile(r"\b(?:I|[Ww]e) (?:\w+ly )?expect\b")
_OPENERS = {code: frozenset(words.split()) for code, words in _BACKWARD_OPENERS.items()}
_BACKWARD_PHRASE = re.compile(
    r"(?:in addition|for example|for instance|as a result|on the other hand|the (?:former|latter|two|pair|duo))\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(r"\b(?:these|the same) \w", re.IGNORECASE)  # "this port", "those aboard" often stand alone


class Quotation(Enum):
    """How a sentence opens: with no quotation, or with one whose speaker the sentence names or does not name."""

    NONE = 0
    NAMED = 1
    UNNAMED = 2


def judge_form(text: str, n_words: int) -> int:
    """How well-formed a sentence is.

    WELL_FORMED can stand in a briefing: begun and ended, of 9 to 60 words, its quotation marks paired; no credit, and
    no question of the writer's own. ENDED closes like a sentence.
    """
    if len(text) > MAX_CHARACTERS or not _is_ended(text):
        return OTHER
    is_begun = MIN_WORDS <= n_words <= MAX_WORDS and not text[0].islower() and not text.isupper()
    is_whole = is_begun and _is_balanced(text) and not text.endswith(_QUESTION_MARKS)
    return WELL_FORMED if is_whole and not _has_credit(text) else ENDED


def _is_ended(text: str) -> bool:
    """Whether the text closes with the stop, question or exclamation mark of its script; an ellipsis cuts it off."""
    if text[-1] not in _COMMON_ENDS and _SENTENCE_END.search(text[-_END_REACH:]) is None:
        return False
    return not text.endswith(("...", "…"))


def points_back(text: str, language: str) -> bool:
    """Whether the sentence needs the one before it.

    It opens with a pronoun or a connective, speaks of "these", or gives a quotation to a "she" whom it does not name.
    """
    first = _FIRST_WORD.match(text)
    if first and first[0].lower() in _OPENERS.get(language, ()):
        return True
    if language != "en":
        return False
    outside = _QUOTATION.sub(" ", text)
    if _BACKWARD_PHRASE.match(text) is not None or _DEMONSTRATIVE.search(outside) is not None:
        return True
    return outside != text and _PRONOUN_SPEAKS.search(outside) is not None and outside == outside.lower()


def is_expectation(text: str, language: str) -> bool:
    """Whether the sentence tells what was still to come when it was written; in a quotation, only if it says so."""
    pattern = _EXPECTATIONS.get(language)
    if pattern is None or (language == "en" and not any(map(text.lower().__contains__, _ENGLISH_EXPECTATION_SIGNS))):
        return False
    if pattern.search(_QUOTATION.sub(" ", text)) is not None:
        return True
    return language == "en" and _QUOTED_EXPECTATION.search(text) is not None


def opens_with_quotation(text: str) -> bool:
    """Whether the sentence begins with a quotation mark."""
    return text[:1] in _OPENING_QUOTES


def judge_quotation(text: str) -> Quotation:
    """Tell whether a sentence opens with a quotation, and names who speaks; scripts without capitals show no names."""
    if not opens_with_quotation(text) or text.lower() == text.upper():
        return Quotation.NONE
    outside = _QUOTATION.sub(" ", text)
    return Quotation.NAMED if outside != outside.lower() else Quotation.UNNAMED


def speaks_for_itself(text: str, language: str) -> bool:
    """Tell whether a sentence speaks in the first or second person outside quotation marks."""
    pattern = _OWN_VOICE.get(language)
    return pattern is not None and pattern.search(_QUOTATION.sub(" ", text)) is not None


def count_words(text: str) -> int:
    """Words as single spaces separate them; in scripts without spaces, two characters are one, or four that spell."""
    n_words = text.count(" ") + (text != "")
    if text.isascii() or _UNSPACED.search(text) is None:
        return n_words
    return n_words + len(_IDEOGRAPH.findall(text)) // 2 + len(_SPELT.findall(text)) // 4


def _has_credit(text: str) -> bool:
    """Whether the text names who took a picture."""
    lower = text.lower()
    may_have = "image c" in lower or "file photo" in lower or ("(" in text and any(map(lower.__contains__, _MAKERS)))
    return may_have and _CREDIT.search(text) is not None  # which takes longer than all the rest


def _is_balanced(text: str) -> bool:
    """Whether every double quotation mark and bracket has its partner."""
    if text.isascii():
        return text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    low, left, right = map(text.count, "„“”")
    if low:  # „German“, „Polish”
        is_paired = low == left + right
    elif left:
        is_paired = left == right
    else:  # ”Swedish”
        is_paired = right % 2 == 0
    is_straight_paired = text.count('"') % 2 == 0
    return (
        is_paired and is_straight_paired and text.count("«") == text.count("»") and text.count("(") == text.count(")")
    )
