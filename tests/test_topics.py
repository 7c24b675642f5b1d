"""A topic in each of fourteen languages, eight scripts among them: a sensible briefing in all."""

import json
from pathlib import Path

import pytest

from summarizer import Document, summarize

TOPICS = Path(__file__).parent / "benchmarks" / "data" / "languages.jsonl"
# What the story is about; what only furniture says; which document is a wire copy of which (ids from 1).
EXPECTED = {
    "pt": ("Montalvar", ["cookies", "Leia também", "Horóscopo", "Foto:"], {}),
    "es": ("Valdoria", ["Suscríbete", "PIE DE FOTO", "Receta", "Portada"], {2: 1}),
    "fr": ("Courtadon", ["cookies", "Sur le même sujet", "météo", "©"], {}),
    "de": ("Erdrutsch", ["Cookies", "Lesen Sie auch", "Foto:", "Abo"], {3: 1}),
    "it": ("Madonna del Cardo", ["cookie", "LEGGI ANCHE", "ABBONATI", "Meteo"], {}),
    "vi": ("Hoài Lâu", ["cookie", "Đọc thêm", "Ảnh:", "Đăng ký"], {2: 1}),
    "zh": ("望津大桥", ["Cookie", "相关阅读", "摄", "订阅"], {2: 1}),
    "ja": ("牛乳", ["ログイン", "【写真】", "関連記事", "会員募集"], {}),
    "ar": ("الزعترية", ["صورة:", "اقرأ أيضًا", "اشترك", "حقوق محفوظة"], {}),
    "ru": ("отоплени", ["cookie", "Фото:", "Читайте также", "Подпишитесь"], {2: 1}),
    "hi": ("सरयूगढ़", ["कुकीज़", "फोटो :", "यह भी पढ़ें", "लॉग इन"], {}),
    "th": ("น้ำมัน", ["คุกกี้", "ภาพ:", "ข่าวที่เกี่ยวข้อง", "หน้าแรก"], {}),
    "ko": ("달구지", ["뉴스레터", "로그인", "관련기사", "사진="], {2: 1}),
    "el": ("λιμάνι", ["cookies", "Φωτογραφία", "Διαβάστε επίσης", "Αρχική"], {}),
}
ROWS = {row["language"]: row for row in map(json.loads, TOPICS.read_text(encoding="utf-8").splitlines())}


@pytest.fixture(params=EXPECTED)
def language(request):
    return request.param


@pytest.fixture
def documents(language):
    return [Document(**document) for document in ROWS[language]["documents"]]


@pytest.fixture
def briefing(documents):
    return summarize(documents, sentences=5)


def test_every_topic_is_tested():
    assert sorted(ROWS) == sorted(EXPECTED)


def test_it_tells_the_story_in_five_sentences_of_several_documents(language, briefing):
    assert len(briefing.items) == 5
    assert EXPECTED[language][0] in " ".join(item.text for item in briefing.items)
    assert len({item.source for item in briefing.items}) >= 2


def test_every_sentence_stands_where_it_is_said_to(documents, briefing):
    passages = [passage for item in briefing.items for passage in (item, *item.also_in)]
    for each in passages:
        assert " ".join(documents[each.source - 1].text[each.start : each.end].split()) == each.text


def test_none_is_furniture(language, briefing):
    for item in briefing.items:
        assert not any(sign in item.text for sign in EXPECTED[language][1]), item.text


def test_wire_copies_are_found_and_nothing_else(language, briefing):
    assert {s.id: s.copy_of for s in briefing.sources if s.copy_of} == EXPECTED[language][2]


def test_what_is_earlier_comes_first(briefing):
    dates = {source.id: source.date for source in briefing.sources}
    told = [dates[item.source] for item in briefing.items if dates[item.source]]
    assert told == sorted(told)


def test_the_language_is_told_from_the_text(language, documents, briefing):
    assert summarize(documents, sentences=5, language=language).items == briefing.items
