"""Hard cases of the splitter: `|` is the space between two sentences, `¦` an end without space."""

from collections.abc import Callable

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from summarizer.sentences.boundaries import _STOP, _after_marks, split_spans
from summarizer.sentences.full_stops import LanguageVars, judge_of

ENGLISH = [
    "The U.S. President flew to Lima.|He met a U.N. envoy there.",
    "He never left the U.S.|The firm paid for it.",
    "We asked Mr. Kim.|Mr. He declined.",
    "It opened on Nov. 16 in Oslo.|It closed on Dec. 1.",
    "A crowd stood at No. 10 Downing Street.",
    "Asked again, she said no.|Kim left the room.",
    "Vladimir V. Putin spoke first.|J. K. Rowling and J.K. Simmons came later.",
    "Apple Inc. said on Monday it would pay.",
    "He sold his share of Apple Inc.|The firm had no comment.",
    "Apple Inc. Chief Executive Tim Cook agreed.",
    "It cost 3.5 million euros.|About 2.5% was lost.",
    "LIMA, Peru (AP) — The leaders met on Saturday.|They shook hands.",
    "LONDON (Reuters) - Shares fell.|“We saw it coming. It was plain,” she said.",
    "“I think it will hold. That is all I ask.”|He sat down.",
    "Biden remarked, “We came far. We go on.”|Then he left.",
    "“We came far. We go on.” he said.|Then he left.",
    '"We came far. We go on," he said.|"And now we rest. Good night."|He left.',
    "“We won. They lost,” Kim said, “and that is it. Go home.”|They went.",
    "‘We came far. We go on,’ he said.|The players’ bus left.",
    "'We came far. We go on,' he said.|The players' bus left. It's late.".replace(". It", ".|It"),
    "“Really?” Kim asked.|Nobody knew.",
    '"Really?" she asked.|"Yes!" he said.',
    "“It is done. We go.” Kim said.|They went.",
    "He waited ... and left.|He came back…|Then he slept...|Nobody saw it.",
    "He waited… then left.",
    "Did he?!|He did!|So there.",
    "Take fruit, e.g. this apple, i.e. Boskop.",
    "She moved to Washington, D.C.|The house was small.",
    "The shop shut at 5 p.m.|He left.",
    "It starts at 5 p.m. Monday in St. Petersburg.",
    "They live on Main St.|The road is long.",
    "The bell was heard at 6:40 a.m.|Doors opened across the square.",
    "They all drove to Washington, D.C.|Dozens waited in the rain.",
    "The talks begin there at 5 p.m. Eastern time today.",
    "At 6 p.m. Kim left the room.",
    '"Not today!" Sergeant Lund answered when he was asked.|She left.',
    "He spoke.|“We will not go.” — Kim Lee, baker",
    "1. Wash the item.|2. Dry it.",
    "See https://example.com/a.b?c=d.|Write to a.b@example.com.|Or call.",
    "The site www.Example.Com has it.|Node.Js too.",
    "Yahoo! said it grew.|Yahoo! Finance did not.",
    "This ended the war.¦The next one came soon.",
    "He said so.¦“We did not,” she said.",
    "(It rained. It was cold.)|He left (he was ill. very ill) early.",
    "He went home (in Paris.)|She stayed.",
    "It was so at the end.[1]|Next came rain.[2][3]|And snow. [4]|Then sun.²|Good.",
    "Sen. John Doe, R-Texas, and Gov. Jane Roe vs. The State of Iowa.",
    "He was born in 2020.|She was born in 2021.|42 others were not.",
    "Lt. Col. A. B. Smith of the U.S. No. 2 unit left.|I. too, did.".replace("I. too", "I, too"),
    "It was plan B.|The others failed.",
    "The U.S.’s role is clear.|It’s over.",
    "The iPhone sold.|iPhone sales rose.",
    'A long pole of 6" broke.|A 5\'10" man fell.',
    "so i went home.|then i slept.|she didn't.",
]
OTHERS = [
    (
        "de",
        "Das war am 3. Oktober in Berlin.|Er kam mit Dr. Maier, z. B. Hans, im 19. Jahrhundert.",
    ),
    (
        "de",
        "Er sagte: „Wir gehen. Sofort.“|Dann ging er.|»Gut. Sehr gut«, sagte sie.|Ende 2020.|Die Welt.",
    ),
    ("es", "¿Qué?|¡No!|El Sr. Pérez vive en EE. UU. y la Dra. Gil en EE.UU.|La casa es suya."),
    ("es", "«Ya está. Nos vamos», dijo.|Era el núm. 5 de la lista."),
    ("pt", "O Sr. Silva chegou às 9h.|A Dra. Souza disse que não.|Ele saiu à pág. 3."),
    ("fr", "M. Le Pen est venu.|« C’est fini. On part », dit-il.|« Oui. »|Elle sort."),
    ("it", "Il dott. Rossi è arrivato.|L’avv. Bianchi no.|Costa 3.000 euro."),
    ("nl", "Dhr. De Vries kwam.|Mr. Jansen bleef bijv. in Den Haag."),
    ("vi", "Ông sống ở TP. Hồ Chí Minh.|Bà đến hôm qua.|Họ vui."),
    ("zh", "他来了。¦她走了！¦“真的吗？是的。”¦他说。¦结束"),
    ("ja", "「行こう。すぐに。」と彼は言った。¦彼女は笑った。"),
    ("ar", "هل وصل؟|نعم وصل.|ثم غادر."),
    ("ar", "وقال د. مروان القاضلي إنه وصل.|ثم غادر."),
    ("ru", "Ночью было +9 °C.|Она спала, в т. ч. Днём.|Он ушёл 16-го.|Это было 16-е.|Все рады."),
    ("vi", "Nước sâu 3,2 m.|Lượng mưa rất lớn.|Vỡ 35 m.|“Nhanh quá”, ông kể."),
    ("th", "เรือจมเวลา 04.30 น. วันที่ 21 สิงหาคม ที่อ่าวหิน|เบื้องต้นไม่มีผู้บาดเจ็บ|อย่างไรก็ตาม คราบน้ำมันลอยไป"),
    ("hi", "वह आया।|वह चला गया।|फिर बारिश हुई।"),
    ("xx", "Dr. Foo came.|He left."),
    ("da", "Det var den 3. Oktober.|Han gik."),
]


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in split_spans(text, 0, len(text), language)]


def joined(marked: str) -> tuple[str, list[str]]:
    """The text a marked case stands for, and its sentences."""
    text = marked.replace("|", " ").replace("¦", "")
    return text, marked.replace("¦", "|").split("|")


CASES = [("en", case) for case in ENGLISH] + OTHERS


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_hard_case(language: str, marked: str) -> None:
    text, want = joined(marked)
    assert pieces(text, language) == want


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_hard_wrap_changes_nothing(language: str, marked: str) -> None:
    text, _ = joined(marked)
    wrapped = text.replace(" ", "\n")
    assert split_spans(wrapped, 0, len(text), language) == split_spans(text, 0, len(text), language)


def test_long_quotation_is_cut_and_an_unclosed_one_swallows_nothing() -> None:
    sentence = "We walked for a long time and nobody ever said a single word. "
    assert len(pieces("“" + sentence * 6 + "The end.”")) == 7
    assert len(pieces("“" + sentence * 2 + "The end.")) == 3
    assert len(pieces('"' + sentence * 2 + "The end.")) == 3


def test_only_the_block_is_read() -> None:
    text = "Before. One came. Two left. After."
    assert [text[a:b] for a, b in split_spans(text, 7, 28)] == ["One came.", "Two left."]
    assert split_spans(" \n ", 0, 3) == split_spans("", 0, 0) == []


def test_the_short_cut_agrees_with_punkt() -> None:
    """A word of no list ends its sentence for Punkt too, before a capital."""
    judge = judge_of("en")
    for word in ("house", "Lima", "x2", "ABC", "naïve", "end"):
        for following in ("The", "Kim", "Xx", "1", "We"):
            assert judge._ask(word, following)
    assert "…" in LanguageVars.sent_end_chars


@given(st.text(alphabet=st.sampled_from("aB1_. \n\u00a0?!…。“”)[]²'é")))
def test_a_word_right_after_a_stop_is_found_as_it_is_beyond_marks(text: str) -> None:
    for match in _STOP.finditer(text):
        if match[1]:
            found = (match.end(), match.start(1)), ("", match[1], match[2])
            assert found == _after_marks(text, match.span(), len(text), set())


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", unit)
        for unit in (".", '"', "A.", "a", ". . ", "“a. B” ", "(a. ", "Mr. ", "「。", "1. ", "3 m. ", ".   ", "?\n")
    ]
    + [("th", " "), ("th", "น้ำ "), ("th", "ด้าน ")],
)
def test_time_is_linear(language: str, unit: str) -> None:
    def split(size: int) -> Callable[[], object]:
        text = f"a{unit * (size // len(unit))}a"
        return lambda: split_spans(text, 0, len(text), language)

    assert_linear(split, 10_000)
