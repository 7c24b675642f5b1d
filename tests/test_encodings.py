"""Text comes out right from whatever encoding it is in, and whatever it says of itself.

`python tests/test_encodings.py` prints how many of the cases come out right.
"""

import json
import random
import sys
from pathlib import Path

import pytest

from summarizer import InputError, read_documents
from summarizer.read.encoding_names import known_encoding
from summarizer.read.encodings import decode_text

LANGUAGES = Path(__file__).parent / "benchmarks" / "data" / "languages.jsonl"
MORE = {
    "en": "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder. “We could see this coming,” said Zoë Brontë, the mayor – and she was not alone. Lorries must now take the ferry at Hamm, which adds forty minutes and costs £18 to each journey. It’s the third closure since May…",
    "nl": "De verkeersbrug over de Orle is maandag gesloten nadat inspecteurs een scheur in de hoofdligger hadden gevonden. Vrachtwagens moeten nu via de veerpont bij Hamm, wat de reis veertig minuten langer maakt. ‘Dit zagen we aankomen’, zei burgemeester Zoë de Vriës. De reparatie kost zes miljoen euro en duurt tot één maand na Kerstmis.",
    "sv": "Vägbron över Orle stängdes i måndags efter att inspektörer hittat en spricka i huvudbalken. Lastbilar måste nu ta färjan vid Hamm, vilket förlänger resan med fyrtio minuter. ”Det här såg vi komma”, sade borgmästaren Åsa Öhman. Reparationen kostar sex miljoner kronor och väntas pågå till jul.",
    "pl": "Most na Orli zamknięto w poniedziałek, gdy inspektorzy znaleźli pęknięcie w głównym dźwigarze. Ciężarówki muszą teraz jeździć przez Łąkę, co wydłuża drogę o czterdzieści minut. „To się dało przewidzieć” – powiedziała burmistrzyni Żaneta Świątek. Naprawa potrwa co najmniej do świąt, a jej koszt oszacowano na sześć milionów złotych.",
    "cs": "Silniční most přes Orlici byl v pondělí uzavřen poté, co inspektoři našli trhlinu v hlavním nosníku. Nákladní vozy musejí jezdit přes Háj, což cestu prodlužuje o čtyřicet minut. „Dalo se to čekat,“ řekla starostka Žofie Říhová. Oprava potrvá nejméně do Vánoc a bude stát šest milionů korun.",
    "hu": "Hétfőn lezárták az Orlón átívelő közúti hidat, miután az ellenőrök repedést találtak a főtartójában. A teherautóknak mostantól Hámornál kell átkelniük, ami negyven perccel hosszabbítja meg az utat. – Ezt előre lehetett látni – mondta Őrsi Kökény polgármester. A javítás legalább karácsonyig tart, és hatmillió forintba kerül.",
    "tr": 'Orla üzerindeki karayolu köprüsü, müfettişlerin ana kirişte çatlak bulmasının ardından pazartesi günü kapatıldı. Kamyonlar artık Hamlı\'dan geçmek zorunda; bu da yolu kırk dakika uzatıyor. Belediye başkanı Şule Işık, "Bunun olacağı belliydi" dedi. Onarım en az yıl sonuna kadar sürecek ve altı milyon liraya mal olacak.',
    "uk": "Автомобільний міст через Орлю закрили в понеділок, після того як інспектори знайшли тріщину в головній балці. Вантажівки тепер мусять їхати через Ґамівку, що подовжує шлях на сорок хвилин. «Це можна було передбачити», — сказала міська голова Їлена Єремчук. Ремонт триватиме щонайменше до Різдва.",
    "bg": "Пътният мост над Орля беше затворен в понеделник, след като инспектори откриха пукнатина в главната му греда. Камионите вече трябва да минават през Хамово, което удължава пътя с четиридесет минути. „Можеше да се предвиди“, каза кметицата Ценка Щерева. Ремонтът ще продължи поне до Коледа.",
    "he": "גשר הכביש מעל האורל נסגר ביום שני לאחר שפקחים מצאו סדק בקורה הראשית שלו. משאיות צריכות כעת לעבור דרך האם, וזה מאריך את הדרך בארבעים דקות. ראש העיר אמרה שאפשר היה לצפות זאת מראש. התיקון יימשך לפחות עד סוף השנה, ועלותו נאמדת בשישה מיליון שקלים.",
    "zh-tw": "奧爾河上的公路橋在檢查員發現主樑出現裂縫後於週一關閉。貨車現在必須改走漢姆渡口,行程因此增加四十分鐘。市長說,這件事早有徵兆,維修至少要到年底才能完成,費用估計為六百萬元。居民要求縣政府立即提供臨時渡輪,並公布完整的檢查報告。",
}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
NARROW = {
    **dict.fromkeys(("en", "pt", "es", "fr", "de", "it", "nl", "sv"), ("cp1252", "latin-1", "iso-8859-15")),
    **dict.fromkeys(("pl", "cs", "hu"), ("cp1250", "iso-8859-2")),
    "tr": ["cp1254", "iso-8859-9"],
    "el": ["cp1253", "iso-8859-7"],
    "ru": ["cp1251", "koi8-r", "cp866", "iso-8859-5"],
    "uk": ["cp1251", "koi8-u"],
    "bg": ["cp1251"],
    "he": ["cp1255"],
    "ar": ["cp1256"],
    "th": ["cp874"],
    "ja": ["cp932", "euc-jp", "iso-2022-jp"],
    "zh": ["gb18030", "gbk"],
    "zh-tw": ["big5"],
    "ko": ["cp949"],
    "vi": [],
    "hi": [],
}
WRONG = ["utf-8", "iso-8859-1", "windows-1252", "windows-1251", "shift_jis", "gb2312", "no-such-encoding"]
SHORT = 160  # characters; a brief item
TYPOGRAPHY = str.maketrans("’‘“”„–—«»", '\'\'"""--""')
WITHOUT_TYPOGRAPHY = (
    "latin-1",
    "iso-8859-2",
    "iso-8859-5",
    "iso-8859-7",
    "iso-8859-9",
    "iso-8859-15",
    "koi8-r",
    "koi8-u",
    "cp866",
)


def texts():
    """By language, some articles, whole and cut short."""
    whole = {language: [text] for language, text in MORE.items()}
    for line in LANGUAGES.read_text(encoding="utf-8").splitlines():
        topic = json.loads(line)
        whole[topic["language"]] = [document["text"] for document in topic["documents"][:3]]
    return {language: [text for long in its for text in (long, long[:SHORT])] for language, its in whole.items()}


TEXTS = texts()


def written(text, encoding):
    """The bytes of a text, and what can be read from them: characters that the encoding lacks are left out."""
    data = (text.translate(TYPOGRAPHY) if encoding in WITHOUT_TYPOGRAPHY else text).encode(encoding, "ignore")
    return data, data.decode(encoding).removeprefix("\ufeff")


def undeclared():
    for language, narrow in NARROW.items():
        for text in TEXTS[language]:
            for encoding in (*UNICODE, *narrow):
                yield (*written(text, encoding), None)


def declared(names=None):
    for language, narrow in NARROW.items():
        for text in TEXTS[language]:
            for encoding in narrow:
                for name in names or [encoding]:
                    yield (*written(text, encoding), name)


def cut_off():
    for language, (text, *_) in TEXTS.items():
        for encoding in (
            "utf-8",
            *(each for each in NARROW[language] if each in ("cp932", "euc-jp", "gb18030", "big5", "cp949")),
        ):
            data = text.encode(encoding, "ignore")
            for end in range(200, 206):
                yield data[:end], data[:end].decode(encoding, "replace"), None


def begun_late():
    for text, *_ in TEXTS.values():
        data = text.encode()
        start = next(i for i, byte in enumerate(data) if byte >= 0x80) + 1
        yield data[start:], "\ufffd" + data[start:].decode(errors="ignore"), None


def pasted_together():
    pairs = [(language, "cp1252") for language in ("en", "pt", "es", "fr", "de", "it", "nl", "sv")]
    for language, encoding in [
        *pairs,
        ("ru", "cp1251"),
        ("pl", "cp1250"),
        ("ja", "cp932"),
        ("zh", "gb18030"),
        ("el", "cp1253"),
    ]:
        first, last = TEXTS[language][0], TEXTS[language][-2]
        data, readable = written(last, encoding)
        yield first.encode() + b"\n" + data, f"{first}\n{readable}", None
        yield data + b"\n" + first.encode(), f"{readable}\n{first}", None
        if encoding == "cp1252":
            yield first.encode() + "\n“Café é à”".encode(encoding), f"{first}\n“Café é à”", None


def with_surrogates():
    for text, *_ in TEXTS.values():
        yield f"{text} \ud83d\ude00 x".encode("utf-8", "surrogatepass"), f"{text} 😀 x", None


def with_zeros():
    for text, *_ in TEXTS.values():
        yield f"{text}\0".encode(), f"{text}\0", None
        yield f"{text[:50]}\0{text[50:]}".encode(), f"{text[:50]}\0{text[50:]}", None


KINDS = {
    "not declared": (undeclared, 0.99),
    "declared": (declared, 0.99),
    "declared wrongly": (lambda: declared(WRONG), 0.94),
    "cut off in a character": (cut_off, 1.0),
    "begun in a character": (begun_late, 1.0),
    "two encodings in a file": (pasted_together, 1.0),
    "surrogates one by one": (with_surrogates, 1.0),
    "zeros": (with_zeros, 1.0),
}


def decoded(data, declaration):
    try:
        return decode_text(data, "a", declaration)
    except InputError as error:
        return str(error)


def count_right(kind):
    results = [decoded(data, declaration) == expected for data, expected, declaration in KINDS[kind][0]()]
    return sum(results), len(results)


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_comes_out_right(kind):
    n_right, n_cases = count_right(kind)
    assert n_right >= KINDS[kind][1] * n_cases


def test_at_least_95_of_100_cases_come_out_right():
    n_right, n_cases = map(sum, zip(*map(count_right, KINDS), strict=True))
    assert n_right >= 0.95 * n_cases


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Więcej o moście", "iso-8859-2"), ("The mayor of Łódź spoke.", "iso-8859-2"), ("Mayor 臺灣 spoke.", "big5")],
)
def test_a_short_text_is_what_it_is_declared_to_be(text, encoding):
    assert decode_text(text.encode(encoding), "a", encoding) == text
    assert decode_text(text.encode(), "a", encoding) == text


@pytest.mark.parametrize("language", TEXTS)
def test_lone_surrogates_and_stray_bytes_cost_themselves_only(language):
    text = TEXTS[language][0]
    for broken in (b"\xed\xa0\xbd", b"\xe2\x80", b"\xf0\x9f\x98", b"\xff"):
        found = decode_text(text.encode() + b" " + broken + b" end", "a")
        assert found.startswith(text)
        assert found.endswith(" end")


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("ISO-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("x-sjis", "cp932"),
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("big5", "big5hkscs"),
        ("windows-874", "cp874"),
        ("utf8", "utf-8"),
        ("gb_2312-80", "gb18030"),
        ("zh-cn", "gb18030"),
        ("windows-31j", "cp932"),
        ("win-1251", "cp1251"),
        ("windows1251", "cp1251"),
        ("ISO-8859-8-I", "iso8859-8"),
        ("x-x-big5", "big5hkscs"),
        ("ansi", "cp1252"),
        ("utf-16", None),
        ("rot13", None),
        ("zlib", None),
        ("unicode_escape", None),
        ("punycode", None),
        ("no such", None),
        ("a\0b", None),
        ("", None),
    ],
)
def test_names_of_encodings_mean_what_browsers_take_them_for(name, encoding):
    assert known_encoding(name) == encoding


FIRST, LAST = "The tide mill at Hamm runs again.\n\n", "It ground rye until 1958, the guide said.\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe" + (FIRST + LAST).encode(),
        b"\xfe\xff" + (FIRST + LAST).encode("cp1252"),
        b"\xef\xbb\xbf" + (FIRST + LAST).encode("utf-16-le"),
        b"\xfe\xff" + (FIRST + LAST).encode("utf-16-le"),
        FIRST.encode() + LAST.encode("utf-16"),
        FIRST.encode() + LAST.encode("utf-16-be"),
        FIRST.encode("utf-16-le") + LAST.encode(),
        (FIRST + LAST).encode("utf-16-le"),
    ],
    ids=["lie", "lie, other order", "utf-8 lie", "wrong order", "appended", "without mark", "in front", "whole"],
)
def test_utf_16_is_read_where_it_is_and_nowhere_else(data):
    assert decode_text(data, "a") == FIRST + LAST


def test_a_mark_of_utf_8_before_another_encoding_costs_nothing():
    text = MORE["pl"]
    assert decode_text(b"\xef\xbb\xbf" + text.encode("cp1250"), "a") == text


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(300),
        random.Random(2).randbytes(50_000),
        b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(900),
        Path(sys.executable).read_bytes()[:100_000],
        b"\0" * 100,
        b"abc\x01\x02\x03" * 9,
    ],
    ids=["noise", "more noise", "picture", "program", "zeros", "controls"],
)
def test_what_is_no_text_is_told(data):
    with pytest.raises(InputError, match="not a text file|its text encoding cannot be told; save it as UTF-8"):
        decode_text(data, "a")


PAGE = "<html><head>{}</head><body><article><h1>Most</h1><p>{}</p></article></body></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", PAGE.format('<meta charset="iso-8859-2">', MORE["pl"]).encode("iso-8859-2", "ignore")),
        (
            "b.xhtml",
            ('<?xml version="1.0" encoding="iso-8859-2"?>' + PAGE.format("", MORE["pl"])).encode(
                "iso-8859-2", "ignore"
            ),
        ),
        ("c.html", PAGE.format('<meta charset="iso-8859-1">', MORE["pl"]).encode()),
        ("d.html", PAGE.format('<meta charset="utf-8">', MORE["pl"]).encode("cp1250")),
        (
            "e.xml",
            f'<?xml version="1.0" encoding="iso-8859-2"?><rss><item><description>{MORE["pl"]}</description></item></rss>'.encode(
                "iso-8859-2", "ignore"
            ),
        ),
        (
            "f.xml",
            f'<?xml version="1.0" encoding="utf-8"?><rss><item><description>{MORE["pl"]}</description></item></rss>'.encode(
                "cp1250"
            ),
        ),
        ("g.eml", f"Content-Type: text/plain; charset=iso-8859-2\n\n{MORE['pl']}".encode("iso-8859-2", "ignore")),
        ("h.jsonl", json.dumps({"text": MORE["pl"]}, ensure_ascii=False).encode("cp1250")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_format_is_decoded_with_the_same_care(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    [document] = read_documents(tmp_path)
    assert "Ciężarówki muszą teraz jeździć przez Łąkę, co wydłuża drogę o czterdzieści minut." in document.text


if __name__ == "__main__":
    counts = {each: count_right(each) for each in KINDS}
    counts["all"] = tuple(map(sum, zip(*counts.values(), strict=True)))
    for each, (right, cases) in counts.items():
        print(f"| {each} | {right:,} of {cases:,} | {right / cases:.1%} |")
