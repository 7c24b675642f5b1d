"""A sentence is closed whatever notes, tags and links follow its full stop."""

import pytest

from summarizer import Document, summarize
from summarizer.language.trailing_marks import strip_trailing_marks

SAID = "Divers found a crack in one of the four piers of the bridge on Monday."


@pytest.mark.parametrize(
    "marks",
    [
        "[1]",
        " [12][3]",
        "¹",
        " ²³",
        " 😡😡",
        " #orle #bridge",
        " @ledger",
        " https://orle.example/a?b=1",
        " 🚢 #orle",
        "[a]",
    ],
)
def test_marks_behind_the_stop_are_no_part_of_the_sentence(marks):
    assert strip_trailing_marks(SAID + marks) == SAID
    others = ["The county shut it at noon, and lorries now take the ferry at Hamm.", "Nobody knows for how long it is."]
    text = "\n\n".join([SAID + marks, *others])
    assert any(item.text.startswith(SAID) for item in summarize([Document(text)], sentences=3).items)


@pytest.mark.parametrize("text", ["It is 12", "a.b@c", SAID, "See [the plan]", "cost 4/5", "x" * 5000])
def test_what_is_no_mark_stays(text):
    assert strip_trailing_marks(text) == text


def test_the_speaker_behind_a_quotation_goes_with_it():
    quotation = "“The bridge was shut by the county to save the money for its repair.” — Amos Fell, shopkeeper"
    text = f"{SAID}\n\n{quotation}\n\nThe county shut it at noon, and lorries now take the ferry at Hamm."
    assert quotation in {item.text for item in summarize([Document(text)], sentences=3).items}


@pytest.mark.parametrize("closing", ["“", "”", "»", "«", "‘", "’"])
def test_a_paragraph_that_ends_in_a_quotation_of_any_language_is_prose(closing):
    opening = {"“": "„", "”": "“", "»": "«", "«": "»", "‘": "‚", "’": "‘"}[closing]
    said = f"Die Hafenmeisterin sagte: {opening}Wir haben die Risse gesehen und alles angehalten.{closing}"
    text = f"{said}\n\nDer Hafen bleibt bis August geschlossen, sagte der Rat am Montag in Lindfors."
    assert said in {item.text for item in summarize([Document(text)], sentences=3).items}
