"""What is article and what is furniture. The texts are our own; the labelled development pages are used where they are."""

import json
import re
import textwrap

import pytest
from conftest import FERRY, SHARED
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from summarizer import read_documents
from summarizer.clean.captions import is_caption
from summarizer.clean.furniture_words import CAPTION_PHRASES, CAPTION_SIDES, PAIRS, UNSPACED_PHRASES, WORDS
from summarizer.clean.line_words import read_line
from summarizer.clean.lines import Line, cut_lines
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.clean.paragraph_heads import cut_head

NO_FURNITURE = (None, "title", "heading", "dateline")

BRIDGE = (
    "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.",
    "Mayor Ida Brandt said that the bridge would stay closed for at least six weeks while steel is brought in.",
    "She was asked whether she was sorry.",
    "“No.”",
    "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey, the county said on Tuesday.",
    "A second boat will run from Thursday to carry buses across the river, and the fare will be waived until the bridge "
    "is open again.",
)
PAGE = f"""Skip to content
Home
News
Sport
Sign in
Bridge at Orle closed after crack is found
By Ada Quill
March 3, 2025 7:12 PM
Share on Facebook
{BRIDGE[0]}

{BRIDGE[1]}

The bridge at Orle on Monday. (Ben Orr/Orle Gazette)

{BRIDGE[2]}

{BRIDGE[3]}

ADVERTISEMENT

Read also: Ferry prices to rise in spring

What comes next

{BRIDGE[4]}

{BRIDGE[5]}

Related
Town hall clock stops for the third time this year, and nobody can say why it does…
Enter your email to subscribe to our newsletter
© 2025 Orle Gazette. All rights reserved.
"""


def marked(text, **known):
    return [(text[block.start : block.end], block.reason) for block in mark_blocks(text, **known)]


def prose(text, **known):
    return [part for part, reason in marked(text, **known) if reason is None]


def reason_of(text, line):
    return next(reason for part, reason in marked(text) if part == line)


def test_the_article_is_kept_and_nothing_else():
    assert prose(PAGE) == list(BRIDGE)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home", "navigation"),
        ("Bridge at Orle closed after crack is found", "title"),
        ("By Ada Quill", "byline"),
        ("March 3, 2025 7:12 PM", "date"),
        ("The bridge at Orle on Monday. (Ben Orr/Orle Gazette)", "caption"),
        ("ADVERTISEMENT", "advertisement"),
        ("Read also: Ferry prices to rise in spring", "related link"),
        ("What comes next", "heading"),
        ("Enter your email to subscribe to our newsletter", "share or subscribe"),
        ("© 2025 Orle Gazette. All rights reserved.", "copyright"),
    ],
)
def test_every_other_line_is_marked_with_its_reason(line, reason):
    assert reason_of(PAGE, line) == reason


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_paragraphs_are_one_block_each(newline, width):
    paragraphs = [f"{BRIDGE[0]} {BRIDGE[1]}", f"{BRIDGE[4]} {BRIDGE[2]}", BRIDGE[4]]
    wrapped = (newline * 2).join(textwrap.fill(paragraph, width).replace("\n", newline) for paragraph in paragraphs)
    assert [" ".join(block.split()) for block in prose(wrapped)] == paragraphs


def test_ragged_lines_are_joined_where_a_sentence_was_broken():
    text = (
        "Bridge shut\nby Ada Quill\n\nThe road bridge over the Orle was closed\nafter inspectors found a crack in\n"
        "Hamm, the county said on Monday.\nIt will take six weeks to\nrepair, the mayor said."
    )
    assert prose(text) == [
        "The road bridge over the Orle was closed\nafter inspectors found a crack in\nHamm, the county said on Monday.",
        "It will take six weeks to\nrepair, the mayor said.",
    ]


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("ORLE, Hamm County (NW) — ", BRIDGE[0]),
        ("HAMM, March 3 (Northwire) - ", BRIDGE[0]),
        ("date 2025-03-03 ", BRIDGE[0]),
        ("(NW) — ", BRIDGE[0]),
        ("By Ada Quill, March 3, 2025 — ", BRIDGE[0]),
        ("(NW) ", BRIDGE[0]),
        ("— ", BRIDGE[0]),
        ("ORLE/HAMM, Northland ", BRIDGE[0]),
        ("Lima, 3 mar (EFE).- ", "El puente abrirá de nuevo en abril, según el alcalde."),
        ("新华社北京11月16日电 ", "部长周二在议会表示，大桥将于三月重新开放。"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline, sentence):
    assert marked(dateline + sentence) == [(dateline.strip(), "dateline"), (sentence, None)]


@pytest.mark.parametrize(
    "sentence", ["NATO — the alliance — said so on Monday.", "In 2019 — a bad year — the bridge fell."]
)
def test_a_dash_alone_makes_no_dateline(sentence):
    assert prose(sentence) == [sentence]


def test_a_caption_glued_to_a_sentence_is_set_apart():
    caption = "A lorry waits at the bridge. (Ben Orr / POOL / NW via Getty Images)"
    assert marked(f"{caption} {BRIDGE[0]}") == [(caption, "caption"), (BRIDGE[0], None)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed.",
        "the bridge is closed say officials",
        "BREAKING: Bridge closed until May #orle https://t.example/abc",
        "2025-03-03\n10:45 The bridge was closed after cracks were found.\n11:20 Ferries run every ten minutes.".split(
            "\n", 1
        )[1],
        "सेतु सोमवार को बंद कर दिया गया।",
        "สะพานปิดเมื่อวันจันทร์หลังพบรอยร้าว",
        "橋は月曜日に閉鎖された。",
    ],
)
def test_a_short_text_is_what_it_is(text):
    assert "\n".join(prose(text)) == text


@pytest.mark.parametrize(
    "text", ["", " \n\t", "Home\nNews\nSport\nSign in\nCookies\nSubscribe", "* Home\n* News\n* Contact us"]
)
def test_a_page_without_an_article_has_no_prose(text):
    assert prose(text) == []


def test_an_article_about_cookies_and_comments_survives():
    article = [
        "The Orle Gazette will stop setting cookies for its readers, the publisher said on Monday.",
        "Cookies are small files by which a site knows its readers again.",
        "Advertisers pay more where cookies tell them who reads, and advertising pays for half of the newsroom.",
        "Comments will stay open to subscribers, the publisher said, and cookies will be kept for signing in.",
        "The regulator welcomed the end of cookies at the paper in a short statement.",
    ]
    assert prose("\n\n".join(article)) == article


def test_the_author_and_the_title_that_are_known_are_found():
    text = f"Bridge shut\nAda Quill\n{BRIDGE[0]}\n\n{BRIDGE[1]}"
    reasons = dict(marked(text, title="Bridge shut", author="Ada Quill"))
    assert (reasons["Bridge shut"], reasons["Ada Quill"]) == ("title", "byline")


def test_bullets_are_set_apart_but_numbers_stay():
    assert marked(f"• {BRIDGE[0]}") == [("• ", "bullet"), (BRIDGE[0], None)]
    assert prose("- " * 5000 + BRIDGE[0]) == [BRIDGE[0]]
    assert prose("3. Oktober 1990 war ein Feiertag, und die Stadt feierte.") == [
        "3. Oktober 1990 war ein Feiertag, und die Stadt feierte."
    ]


def test_a_notice_in_whole_sentences_is_no_prose():
    notice = "© 2025 Northwire. This material may not be published, broadcast or rewritten."
    assert prose(f"{BRIDGE[0]}\n\n{BRIDGE[1]}\n\n{notice}") == list(BRIDGE[:2])


OTHER_NEWS = (
    "The museum of toys in the old town will be open to all visitors on every Sunday in May.",
    "A baker from Tarn has won the county prize for rye bread for the third year in a row.",
)
VOICES = (
    "I cross that bridge twice a day and nobody told us anything about a crack before.",
    "My uncle painted it in the year of the flood, and it was rusty even then.",
    "The ferry is far too small for all those lorries, as anyone at Hamm can see.",
    "Nobody asked the people of the north bank what they think about it.",
)
TOP = "Skip to content\nHome\nNews\nSport\nSign in\nBridge at Orle closed after crack is found\nBy Ada Quill\n"


@pytest.mark.parametrize("heading", ["Related", "More news", "Mehr zum Thema"])
def test_behind_a_heading_that_ends_articles_two_paragraphs_are_other_articles(heading):
    article = [BRIDGE[0], BRIDGE[1], BRIDGE[4]]
    assert prose("\n\n".join([TOP, *article, heading, *OTHER_NEWS, "Contact us\nAbout us"])) == article


def comments(clock):
    return "\n".join(
        f"{name} Reed, March {day}, 2025{clock}\n{voice}"
        for day, (name, voice) in enumerate(zip(("Bo", "Cy", "Di", "Ed"), VOICES, strict=True), start=3)
    )


def test_many_dates_with_a_time_of_day_mark_the_comments_of_readers():
    article = [BRIDGE[0], BRIDGE[1], BRIDGE[4]]
    text = "\n\n".join([TOP, *article, "{}", "Contact us\nAbout us"])
    assert prose(text.format(comments(" at 7:10 PM"))) == article
    few_clocks = comments(" at 7:10 PM").replace(" at 7:10 PM", "", 1)
    assert prose(text.format(few_clocks)) == [*article, *VOICES]


def test_short_lines_of_a_list_are_not_taken_for_a_wrapped_paragraph():
    # Each next line's first word would not have fitted, but every line closes a sentence.
    lines = [
        "Bridges were closed at Orle and at Hamm on Monday night.",
        "Transportation is what the county council worries about.",
        "Inspectors will look at both of them in the coming week.",
    ]
    assert prose("\n".join(lines)) == lines


def test_a_time_of_day_may_end_a_line_with_a_stop():
    assert reason_of(PAGE.replace("7:12 PM", "at 7:12 p.m."), "March 3, 2025 at 7:12 p.m.") == "date"


def test_a_title_and_first_words_that_break_off_are_another_article():
    teaser = "Town hall clock stops for the third time this year, and nobody at all can say why it does…"
    text = "\n\n".join([*BRIDGE[:2], "Clock stops", teaser, BRIDGE[4], BRIDGE[5]])
    assert (reason_of(text, "Clock stops"), reason_of(text, teaser)) == ("related link", "related link")


def test_a_line_with_an_address_is_for_contact():
    assert reason_of(
        "\n\n".join([*BRIDGE, "Write to ada.quill@gazette.example"]), "Write to ada.quill@gazette.example"
    ) == ("contact")


def test_a_byline_in_small_letters_does_not_go_on_with_the_title():
    text = "Bridge at Orle shut now\nby Ada Quill of Hamm\nThe road bridge was closed on Monday for"
    assert next(line.text for line in cut_lines(text)) == "Bridge at Orle shut now"


def test_a_whole_sentence_with_furniture_words_is_furniture_only_if_it_speaks_to_the_reader():
    about = (
        "The subscribers of the newsletter were told on Sunday evening that the ferry would sail until the end of May."
    )
    to_reader = "You can subscribe to the newsletter on Sunday evening and read there that the ferry will sail in May."
    assert prose("\n\n".join([*BRIDGE, about, BRIDGE[0]])) == [*BRIDGE, about, BRIDGE[0]]
    assert prose("\n\n".join([*BRIDGE, to_reader, BRIDGE[0]])) == [*BRIDGE, BRIDGE[0]]


def test_a_note_by_the_site_at_the_end_is_no_prose():
    note = [
        "Sign up for our newsletter, and comment on our site.",
        "Journalists answer each letter from readers in May.",
    ]
    assert prose("\n\n".join([*BRIDGE, *note])) == list(BRIDGE)


def test_a_title_is_not_two_sentences():
    line = "Road bridge closed at Orle. Crack found in main girder"
    assert reason_of(PAGE.replace("Bridge at Orle closed after crack is found", line), line) != "title"


def test_an_agency_in_brackets_is_a_credit_behind_a_fragment_and_signs_a_sentence():
    assert is_caption(read("A lorry waits at the bridge (AP)"))
    assert not is_caption(read(f"{BRIDGE[0]} (AP)"))


def test_a_caption_may_end_with_the_word_that_folds_it():
    assert is_caption(read("The ferry at Orle. Ben Orr/Getty Images less"))


def test_a_sentence_with_the_author_in_it_stays():
    assert "Ada Quill said so." in prose(f"{BRIDGE[0]}\n\nAda Quill said so.\n\n{BRIDGE[1]}", author="Ada Quill")


@given(st.text(alphabet=st.sampled_from("aB.! \n\r\t“(AP)—|:…。\u2028é"), max_size=200))
def test_blocks_are_in_order_and_cover_every_character(text):
    end = 0
    for block in mark_blocks(text):
        assert end <= block.start < block.end
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "(",
        "(a ",
        ". ",
        "\n",
        "a\n",
        "Photo: ",
        "/ap ",
        "A, ",
        "— ",
        "1/",
        "»",
        "By ",
        '"',
        "x.com ",
        "(A/B",
        "1 ago ",
    ],
)
def test_time_is_linear(unit):
    def mark(size):
        text = unit * (size // len(unit))
        return lambda: mark_blocks(text)

    assert_linear(mark, 20_000)


def read(text):
    line = Line(0, len(text), text)
    read_line(line)
    return line


WORD = re.compile(r"[^\s.,;:!?\"“”«»„()\[\]{}|•·›‹/\\…—–*+=<>。、，！？：；「」『』（）【】؟،]+")


@given(st.text() | st.text(alphabet=st.sampled_from("aB'’-. \t\n\u00a0“—*é。日\ud800İ")))
def test_words_are_what_stands_between_marks_and_white_space(text):
    assert list(read(text).tokens) == WORD.findall(text.lower().replace("’", "'"))


@pytest.mark.parametrize(
    "phrase", sorted({*WORDS, *(pair for pairs in PAIRS.values() for pair in pairs)} - {"* required"})
)
def test_every_phrase_of_furniture_is_found_in_a_line(phrase):
    assert phrase in read(f"The ferry, {phrase}, ran.").furniture
    assert phrase not in read(f"The ferry, {phrase[:-1]}.").furniture


@pytest.mark.parametrize("phrase", UNSPACED_PHRASES.split("|"))
def test_every_phrase_of_a_script_without_spaces_is_found_within_a_line(phrase):
    assert read(f"“{phrase}”").furniture == {phrase}


@pytest.mark.parametrize("phrase", [*CAPTION_PHRASES, *CAPTION_SIDES])
def test_every_phrase_of_captions_makes_a_caption(phrase):
    assert is_caption(read(f"The ferry at Orle{phrase} on Monday."))


def lines_marked(text):
    """The stripped lines of a text, each with whether it lies in furniture."""
    blocks = [block for block in mark_blocks(text) if block.reason not in NO_FURNITURE]
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        position += len(line) + 1
        if line.strip():
            end = start + len(line.strip())
            yield line.strip(), any(block.start <= start and end <= block.end for block in blocks)


def test_the_labelled_furniture_of_the_seeds_is_found_and_nothing_else(seeds):
    labels = json.loads((SHARED / "quality" / "seeds_boilerplate.json").read_text(encoding="utf-8"))
    found = [
        (line in labels[name], is_marked)
        for document in read_documents(seeds)
        for name in [document.path.rsplit("/", 1)[1]]
        for line, is_marked in lines_marked(document.text)
    ]
    assert (False, True) not in found
    assert found.count((True, False)) <= 0.05 * sum(is_furniture for is_furniture, _ in found)


FURNITURE = (
    "Skip to",
    "cookies",
    "Subscribe",
    "subscribe",
    "Share",
    "Read also",
    "Northwire)",
    "comment",
    "newsletter",
    "indicates",
)


def test_no_example_sentence_is_furniture():
    for document in read_documents(FERRY):
        for sentence in prose(document.text):
            assert not any(sign in sentence for sign in FURNITURE), (document.path, sentence)


def test_an_indent_begins_a_paragraph_of_wrapped_text():
    text = (
        "    The road bridge over the Orle was closed on\nMonday after divers found a crack in one of the\nfour piers.\n"
        "    Lorries must take the ferry at Hamm now, and\nthe way to the market is longer by more than\nforty minutes.\n"
    )
    assert [" ".join(line.text.split()) for line in cut_lines(text)] == [
        "The road bridge over the Orle was closed on Monday after divers found a crack in one of the four piers.",
        "Lorries must take the ferry at Hamm now, and the way to the market is longer by more than forty minutes.",
    ]


@pytest.mark.parametrize("head", ["Eds: UPDATES with a quote.", "HAMM, Germany (AP) _"])
def test_what_a_wire_writes_for_editors_is_set_apart(head):
    text = f"{head} The road bridge over the Orle was closed on Monday."
    [line] = cut_lines(text)
    read_line(line)
    first = cut_head(line)[0]
    assert (text[first.start : first.end].startswith(head), first.reason) == (True, "dateline")
