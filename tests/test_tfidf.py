"""Tokens as integers, and TF-IDF against the formula."""

import math

import numpy as np
import pytest
from conftest import tokenize
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from summarizer.terms import word_cache
from summarizer.terms.tfidf import tfidf_matrix, word_incidence
from summarizer.terms.tokens import _words_of, find_names, find_words, join_words
from summarizer.terms.word_cache import MAX_CHARACTERS, WordCache


def terms(text):
    tokens = tokenize([text])
    return [tokens.vocabulary[i] for i in tokens.ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s plan, and the MAYOR's plan.", ["the", "mayor", "plan", "and", "the", "mayor", "plan"]),
        ("They don't; 3,500 men of the U.N.", ["they", "dont", "3,500", "men", "of", "the", "u", "n"]),
        ("桥梁关闭", ["桥", "梁", "关", "闭"]),
        ("Cầu đường bộ đóng cửa", ["cầu", "đường", "bộ", "đóng", "cửa"]),
        ("हॉकी टीम की", ["हॉकी", "टीम", "की"]),
        ("กำลังน้ำมัน", ["กำ", "ลั", "ง", "น้ำ", "มั", "น"]),
        ("2024年3月", ["2024", "年", "3", "月"]),
        ("— … !", []),
        ("It rose 2.5%, to 3,500.", ["it", "rose", "2.5", "to", "3,500"]),
    ],
)
def test_tokens_are_words_in_lower_case_or_the_parts_of_what_has_no_spaces(text, expected):
    assert terms(text) == expected


def test_a_term_joins_forms_of_a_word_and_is_asked_once_per_word():
    asked = []
    tokens = tokenize(["bridge bridges", "bridges"], lambda word: asked.append(word) or word.rstrip("s"))
    assert (tokens.vocabulary, tokens.ids.tolist(), tokens.indptr.tolist()) == (("bridge",), [0, 0, 0], [0, 2, 3])
    assert asked == ["bridge", "bridges"]


@given(st.lists(st.text("ab é'’กา桥\u0301.,12-_", max_size=12), max_size=6), st.integers(0, 6))
def test_words_found_in_parts_are_the_same(texts, at):
    whole, parts = find_words(texts), join_words([find_words(texts[:at]), find_words(texts[at:])])
    assert (whole.ids.tolist(), whole.indptr.tolist(), whole.forms) == (
        parts.ids.tolist(),
        parts.indptr.tolist(),
        parts.forms,
    )


def test_taking_rows_keeps_their_tokens():
    tokens = tokenize(["a b c", "", "d", "e a"])
    taken = tokens.take(np.array([0, 1, 3]))
    assert [tokens.vocabulary[i] for i in taken.ids] == ["a", "b", "c", "e", "a"]
    assert taken.indptr.tolist() == [0, 3, 3, 5]
    between = tokens.between(2, 4)
    assert ([tokens.vocabulary[i] for i in between.ids], between.indptr.tolist()) == (["d", "e", "a"], [0, 1, 3])


def test_tfidf_is_the_formula_over_unigrams_and_bigrams():
    matrix = tfidf_matrix(tokenize(["red red dog", "dog", ""])).toarray()
    both, one = 1 + math.log(4 / 3), 1 + math.log(4 / 2)
    # Columns: red, dog, then the pairs "red red" and "red dog".
    expected = np.array([(1 + math.log(2)) * one, both, one, one])
    assert matrix[0] == pytest.approx(expected / np.linalg.norm(expected))
    assert matrix[1] == pytest.approx([0, 1, 0, 0])
    assert matrix[2] == pytest.approx([0, 0, 0, 0])


def test_no_pair_crosses_two_sentences():
    assert tfidf_matrix(tokenize(["a", "b", "a b"])).shape == (3, 3)


@given(st.lists(st.text("abc ", max_size=16), min_size=1, max_size=5))
def test_pairs_are_told_apart_like_scikit_learn_tells_them(texts):
    if not any(map(str.split, texts)):
        return
    counts = CountVectorizer(ngram_range=(1, 2), tokenizer=str.split, token_pattern=None).fit_transform(texts)
    peer = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    ours = tfidf_matrix(tokenize(texts))
    assert (ours @ ours.T).toarray() == pytest.approx((peer @ peer.T).toarray())


def test_rows_have_unit_norm_and_nothing_negative():
    matrix = tfidf_matrix(tokenize(["the ferry ran aground", "the harbour master said", "aground, aground"]))
    assert np.sqrt(matrix.multiply(matrix).sum(axis=1)) == pytest.approx([1, 1, 1])
    assert matrix.data.min() > 0


def test_names_are_the_words_that_mostly_have_a_capital():
    tokens = tokenize(
        [
            "The mayor, Ida Brandt, said the bridge at Orle was closed to all of the traffic.",
            "Bridge traffic now goes by the ferry, and the mayor has asked the county for help with it.",
        ]
    )
    assert find_names(tokens, 0.28) == {"ida", "brandt", "orle"}


def test_where_capitals_do_not_tell_there_are_no_names():
    german = "Die Brücke über den Fluss wurde nach dem Fund von Rissen im Träger durch die Behörde gesperrt."
    assert find_names(tokenize([german]), 0.28) == frozenset()
    assert find_names(tokenize(["BRIDGE CLOSED AFTER CRACK IS FOUND"]), 0.28) == frozenset()
    assert find_names(tokenize(["桥已关闭。"]), 0.28) == frozenset()


def test_words_are_tokens_or_in_scripts_without_spaces_pairs_of_them():
    tokens = tokenize(["the bridge", "大桥 the 大桥关"])
    words = word_incidence(tokens).toarray()
    vocabulary = list(tokens.vocabulary)
    assert vocabulary == ["the", "bridge", "大", "桥", "关"]
    assert words[:, : len(vocabulary)].tolist() == [[1, 1, 0, 0, 0], [1, 0, 0, 0, 0]]
    assert words[:, len(vocabulary) :].tolist() == [[0, 0], [1, 1]]  # 大桥 and 桥关; "the" and 大 are no pair


def test_pairs_of_parts_are_told_from_other_pairs_in_any_order():
    words = word_incidence(tokenize(["桥大 a", "a 大桥", "b a 桥大"])).toarray()
    assert words[:, -2:].tolist() == [[1, 0], [0, 1], [1, 0]] or words[:, -2:].tolist() == [[0, 1], [1, 0], [0, 1]]
    assert words.shape == (3, 4 + 2)


def test_matrices_have_narrow_indices():
    tokens = tokenize(["red dog", "dog"])
    assert {matrix.indices.dtype.name for matrix in (tfidf_matrix(tokens), tokens.incidence())} == {"int32"}


def test_a_piece_without_end_is_not_remembered():
    assert find_words(["a" * 100_000]).forms == ("a" * 100_000,)
    assert not any(len(piece) > MAX_CHARACTERS for piece in _words_of)


def test_what_is_remembered_is_worked_out_once_and_let_go_when_there_is_too_much(monkeypatch):
    monkeypatch.setattr(word_cache, "MAX_WORDS", 2)
    asked = []
    lengths = WordCache(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("a", "bc", "a", "def", "a")] == [1, 2, 1, 3, 1]
    assert asked == ["a", "bc", "def", "a"]


def test_words_of_text_without_parts_are_its_tokens():
    tokens = tokenize(["red dog", "dog"])
    assert word_incidence(tokens).toarray().tolist() == [[1, 1], [0, 1]]


@pytest.mark.parametrize("unit", ["a'", "a\u0301", "\u0301", "กำ", "ក\u17d2", "1.", "1,a", "हॉ", "Aa "])
def test_tokenizing_takes_linear_time(unit):
    def prepare(size):
        text = unit * (size // len(unit))
        return lambda: tokenize([text])

    assert_linear(prepare, 10_000)


def test_a_word_that_has_a_capital_now_and_then_is_no_name():
    texts = ["They saw the Bridge of Orle and crossed a bridge.", "No bridge is as long as that bridge at Orle."]
    assert find_names(tokenize(texts), 0.28) == {"orle"}
