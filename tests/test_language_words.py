"""One module of words a language: a new file is enough, and what a file says is usable."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from summarizer.language.language_words import LanguageWords, split_phrases
from summarizer.language.stems import function_stems, function_words
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
from summarizer.clean.furniture_words import BYLINE_WORDS, PAIRS, WORDS
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
    assert list(languages())[:4] == ["en", "es", "pt", "fr"]
    assert list(languages())[20:] == sorted(list(languages())[20:])
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
CASED = {"letters", "never_last", "opposites", *EXPRESSIONS, *PHRASES}


@pytest.mark.parametrize("language", languages())
def test_words_are_written_as_their_form_asks(language):
    words = words_of(language)
    assert words != LanguageWords()
    assert len(words.months) in (0, 12)
    assert len(words.numbers.split()) in (0, 11)
    assert len(words.weekdays) in (0, 7)
    assert all(pair.count("/") == 1 for pair in split_phrases(words.opposites))
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


NEGATIONS = {
    "en": "not no never nobody nothing none nor neither",
    "es": "no ni nunca nada nadie",
    "pt": "não nem nunca nada ninguém",
    "fr": "ne pas ni jamais rien plus",
    "de": "nicht kein keine nie niemand weder",
    "it": "non né mai niente nessuno",
    "nl": "niet geen nooit noch",
    "sv": "inte",
    "da": "ikke",
    "no": "ikke",
    "fi": "ei",
    "pl": "nie",
    "cs": "ne ani",
    "ro": "nu nici",
    "hu": "nem nincs",
    "tr": "değil yok",
    "id": "tidak bukan belum",
    "vi": "không chưa chẳng",
    "ru": "не ни нет",
    "uk": "не ні немає",
    "ar": "لا لم لن ليس",
    "he": "לא אין",
    "el": "δεν μη όχι",
    "hi": "नहीं न मत",
    "fa": "نه نیست",
}


@pytest.mark.parametrize("language", NEGATIONS)
def test_function_words_are_many_but_neither_negations_nor_numbers(language):
    words = function_words(language)
    assert len(words) >= 80
    assert words.isdisjoint(NEGATIONS[language].split())
    assert words.isdisjoint(words_of(language).numbers.split())


def test_every_language_that_is_told_by_its_words_has_function_words():
    assert [code for code, words in languages().items() if words.detection and not words.function_words] == []


def test_function_words_are_known_as_stems_too():
    assert {"which", "they", "their", "dure"} <= function_stems("en")
    assert "bridg" not in function_stems("en")
    assert function_words("qz") == function_stems("qz") == frozenset()
