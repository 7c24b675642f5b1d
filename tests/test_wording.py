"""What the wording of a sentence says of its fitness."""

import pytest

from summarizer.sentences.wording import (
    ENDED,
    WELL_FORMED,
    Quotation,
    count_words,
    is_expectation,
    judge_form,
    judge_quotation,
    points_back,
    speaks_for_itself,
)

GOOD = "The bridge was closed on Monday, the county said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, True),
        ("“The bridge is closed, and it stays closed,” she said (twice).", True),
        ("The bridge was closed on Monday after a crack was found", False),
        ("The bridge is closed.", False),
        (f"{'The word ' * 49}has an end.", False),
        (f"{'The word ' * 45}has an end.", True),
        ("Photo: the bridge at Orle as it stood on Monday after it was closed.", False),
        ("- O fato é que a ponte vai ficar fechada por semanas, disse o prefeito.", True),
        ("Jan Orr (2nd L) and Ada Voss sit with their lawyers at a hearing in Hamm on Monday.", False),
        ("| The bridge over the Orle was closed on Monday after a crack was found.", False),
        ("“The bridge is closed and it will stay closed for weeks.", False),
        ('The mayor said "it will stay closed for many weeks.', False),
        ("The bridge (closed on Monday will stay closed for weeks.", False),
        ("„Die Brücke bleibt für mehrere Wochen geschlossen“, sagte der Bürgermeister.", True),
        ("The bridge stands closed on Monday (AP Photo/Ben Orr) after a crack.", False),
        ("検査官が亀裂を発見したため、橋は月曜日に閉鎖された。", True),
    ],
)
def test_well_formed(text, expected):
    assert (judge_form(text, count_words(text)) == WELL_FORMED) is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("But he said no.", "en", True),
        ("In addition, lorries take the ferry.", "en", True),
        ("The former mayor said no.", "en", True),
        ("Butter was scarce.", "en", False),
        ("“It is closed,” said the mayor.", "en", False),
        ("Mas o prefeito negou.", "pt", True),
        ("But he said no.", "und", False),
        ("Two other towns ordered the same plates.", "en", True),
        ("“We ordered the same plates,” said the mayor.", "en", False),
        ("A ferry sank off this island port.", "en", False),
    ],
)
def test_points_back(text, language, expected):
    assert points_back(text, language) is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The bridge will open in May.", "en", True),
        ("The bridge is expected to open in May.", "en", True),
        ("The bridge opened in May.", "en", False),
        ("“It will open,” the mayor said in March.", "en", False),
        ("“I expect it to open,” the mayor said in March.", "en", True),
        ("A ponte deve abrir em maio.", "pt", True),
        ("The bridge will open in May.", "und", False),
    ],
)
def test_what_was_still_to_come(text, language, expected):
    assert is_expectation(text, language) is expected


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("The mayor said “no”.", Quotation.NONE),
        ("“We are sorry,” said Mayor Brandt.", Quotation.NAMED),
        ("“We are sorry,” she said.", Quotation.UNNAMED),
        ("「申し訳ない」と市長は述べた。", Quotation.NONE),
    ],
)
def test_a_quotation_is_known_by_whether_its_speaker_is_named(text, quotation):
    assert judge_quotation(text) is quotation


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We are proud of our bridge.", "en", True),
        ("“We are proud of it,” said the mayor.", "en", False),
        ("What should you do when the bridge is closed?", "en", True),
        ("The bridge in the US was closed.", "en", False),
        ("Nós temos orgulho da nossa ponte.", "pt", True),
        ("We are proud of our bridge.", "und", False),
    ],
)
def test_who_speaks_in_a_voice_of_its_own(text, language, expected):
    assert speaks_for_itself(text, language) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Two words.", 2), ("đường bộ đóng", 3), ("大桥周一关闭", 1 + 6 // 2), ("สะพานถูกปิด", 1 + 11 // 4), ("", 0)],
)
def test_words_are_counted_in_scripts_without_spaces_too(text, expected):
    """The run that white space bounds counts as one, whatever is in it."""
    assert count_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It is closed.", True), ("पुल बंद है।", True), ("สะพานถูกปิด", True), ("สะพานถูกปิด”", True), ("It is closed", False)],
)
def test_a_sentence_ends_as_its_script_ends_one(text, expected):
    assert (judge_form(text, 1) >= ENDED) is expected
