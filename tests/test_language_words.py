"""One module of words a language: a new file is enough, and what a file says is usable."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from summarizer.language.language_words import LanguageWords, split_phrases
from summarizer.language.words import languages, words_of

NEW_LANGUAGE = '''"""Invented."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="zu zo zi za ze zy zuz zoz",
    snowball="english",
    numbers="tva tri",
    months=("unember", "dunember", "may", *9 * ("",)),
    abbreviations="hrd",
    sentence_openers="zo",
    backward_openers="zuz",
    furniture="abonzu, zu klikzo",
    bylines="skrevzu",
)
'''
USE = """
import sys
from summarizer.language import words

words.__path__.append(sys.argv[1])
from summarizer.clean.lexicon import BYLINE_WORDS, PAIRS, WORDS
from summarizer.language.dates import find_date
from summarizer.language.detect import detect_language
from summarizer.language.stems import stemmer
from summarizer.sentences.boundaries import split_spans
from summarizer.sentences.wording import points_back

text = "Zu hrd. Kim zo za. Zo zi bridges ze."
assert detect_language([text]) == "qz"
assert [text[begin:end] for begin, end in split_spans(text, 0, len(text), "qz")] == ["Zu hrd. Kim zo za.", "Zo zi bridges ze."]
assert [stemmer("qz")(word) for word in ("bridges", "tri")] == ["bridg", "3"]
assert find_date("3 dunember 2024") == "2024-02-03"
assert find_date("3 may 2024") is None  # the third month here, the fifth in English
assert points_back("Zuz ze Kim.", "qz") and not points_back("Zo ze Kim.", "qz")
assert "abonzu" in WORDS and PAIRS["klikzo"] == ["zu klikzo"] and "skrevzu" in BYLINE_WORDS.split("|")
"""


def test_a_new_file_is_all_that_a_new_language_needs(tmp_path):
    (tmp_path / "qz.py").write_text(NEW_LANGUAGE, encoding="utf-8")
    subprocess.run([sys.executable, "-c", USE, str(tmp_path)], check=True)


def test_languages_come_in_one_order():
    assert list(languages())[:4] == ["en", "de", "es", "pt"]
    assert set(languages()) > {"is", "sk", "vi"}  # one with the code of a keyword, one with a flag alone
    assert words_of("qz") == LanguageWords()


EXPRESSIONS = (
    *("speech_verbs", "backward_phrases", "demonstratives", "unnamed_speakers"),
    *("expectations", "quoted_expectations", "own_voice"),
)
PHRASES = (
    "furniture",
    "unspaced_furniture",
    "end_headings",
    "link_leads",
    "interruptions",
    "picture_credits",
    "bylines",
)
CASED = {"letters", "never_last", *EXPRESSIONS, *PHRASES}


@pytest.mark.parametrize("language", languages())
def test_words_are_written_as_their_form_asks(language):
    words = words_of(language)
    assert words != LanguageWords()
    assert len(words.months) in (0, 12)
    assert len(words.numbers.split()) in (0, 11)
    assert set(words.letters_added_to.split()) <= set(languages())
    for field in EXPRESSIONS:
        re.compile(getattr(words, field))
    for field in PHRASES:
        assert split_phrases(getattr(words, field)) == list(dict.fromkeys(split_phrases(getattr(words, field))))
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, str) and field.name not in CASED:
            assert value == value.lower(), field.name
            assert len(value.split()) == len(set(value.split())), field.name


def test_phrases_are_parted_by_commas_over_lines():
    assert split_phrases("\n  read more, see\n  also,\n") == ["read more", "see also"]
