"""A later version of a text is no copy of it: the newest counts, and where none is known to be, all are told."""

from itertools import permutations

import pytest

from summarizer import Document, summarize
from summarizer.clean.update_marks import update_number

LEAD = "At least {dead} people died when the ferry Haldis sank off {port} on Sunday, the coast guard said."
REST = [
    "The captain, {name}, {captain} on Sunday evening after a talk of three hours with the harbour police.",
    "Divers {divers} the hull on the bed of the sound at a depth of forty metres.",
    "The ship had left the islands at six in the morning with a load of cement and two lorries.",
    "The county will pay for extra buses until another ship can be hired from the mainland.",
]
OTHER = "A choir of forty from the islands sang in the church of Port Ennet on the first of May, as it does each year."


def version(date=None, title=None, *, dead="12", captain="was arrested", divers="found", head="", n=5, **names):
    sentences = [LEAD, *REST][:n]
    names = {"port": "Port Ennet", "name": "Nils Bergson"} | names
    text = "\n\n".join(each.format(dead=dead, captain=captain, divers=divers, **names) for each in sentences)
    return Document(head + text, title=title, date=date)


def relations(*documents):
    sources = summarize([*documents, Document(OTHER)], sentences=20).sources[:-1]
    return [(source.copy_of, source.superseded_by, source.differs_from) for source in sources]


@pytest.mark.parametrize(
    "change",
    [
        {"dead": "31"},
        {"dead": "nine"},
        {"captain": "was released"},
        {"divers": "did not find"},
        {"divers": "have not found"},
        {"port": "Karby"},
        {"name": "Olaf Dahl"},
        {"name": "Captain Olaf Dahl"},
    ],
)
def test_the_newer_version_supersedes_the_older_and_is_what_is_printed(change):
    older, newer = version("2025-03-03"), version("2025-03-04", **change)
    assert relations(older, newer) == [(None, 2, None), (None, None, None)]
    assert relations(newer, older) == [(None, None, None), (None, 1, None)]
    assert {item.source for item in summarize([older, newer], sentences=20).items} == {2}


def test_a_version_that_is_cut_short_supersedes_a_longer_older_one():
    assert relations(version("2025-03-03"), version("2025-03-04", dead="31", n=4)) == [
        (None, 2, None),
        (None, None, None),
    ]


def test_of_three_versions_and_a_copy_in_any_order_the_newest_stands_for_all():
    documents = [version(f"2025-03-0{day}", dead=str(10 * day)) for day in (3, 4, 5)]
    documents.append(version("2025-03-06", dead="50"))  # a copy of the newest, a day later
    for order in permutations(range(4)):
        found = relations(*(documents[i] for i in order))
        newest = order.index(2) + 1
        assert [found[order.index(i)] for i in range(4)] == [
            (None, newest, None), (None, newest, None), (None, None, None), (newest, None, None),
        ]  # fmt: skip


def test_without_dates_what_the_text_says_of_itself_decides():
    marked = version(dead="31", title="UPDATE 2-Ferry sinks")
    assert relations(version(), marked) == [(None, 2, None), (None, None, None)]
    assert relations(version(title="UPDATE 3-Ferry sinks"), marked) == [(None, None, None), (None, 1, None)]


def test_where_neither_is_known_to_be_newer_both_are_told_as_differing():
    plain, other = version(), version(dead="31")
    assert relations(plain, other) == [(None, None, 2), (None, None, 1)]
    briefing = summarize([plain, other], sentences=20)
    assert briefing.signature.counts.independent == 1
    assert {item.source for item in briefing.items} == {1, 2}
    assert all(not item.also_in for item in briefing.items)
    assert "another version of [2], which differs" in briefing.to_text()
    assert "another version of" in briefing.to_markdown()
    assert "another version of [2], which differs" in briefing.to_html()


@pytest.mark.parametrize(
    "change",
    [
        {"dead": "twelve"},
        {"captain": "was taken into custody"},
        {"divers": "have found"},
        {"captain": "was arrested, though the police would not say who had called them,"},
        {"head": "By Ada Quill\n\nPORT ENNET (LNS) — "},
        {"n": 4},
        {"port": "Port Enet"},
        {"name": "Niels Bergsen"},
        {"name": "Mr Bergson"},
        {"name": "N. Bergson"},
        {"name": "Bergson"},
        {"name": "NB"},
    ],
)
def test_house_style_a_byline_and_a_cut_make_no_version(change):
    assert [copy for copy, *others in relations(version("2025-03-03"), version("2025-03-04", **change)) if copy]


@pytest.mark.parametrize(
    ("title", "head", "number"),
    [
        ("UPDATE 2-Ferry sinks", "", 2),
        ("WRAPUP 3-Ferry sinks", "", 3),
        ("CORRECTED-Ferry sinks", "", 1),
        ("Ferry sinks", "Eds: Updates with captain's arrest.\n", 1),
        (None, "2nd Ld Ferry sinks\n", 2),
        ("Navy will update its fleet", "", 0),
        ("UPDATED rules for ferries", "", 0),
        (None, "", 0),
    ],
)
def test_what_a_text_says_of_itself(title, head, number):
    assert update_number(version(title=title, head=head)) == number


def test_opposites_are_not_reports_of_the_same_and_both_may_be_told():
    knew = "The shipping line knew of the crack in the bow of the ferry, an engineer told the court on Tuesday."
    denied = (
        "The shipping line did not know of the crack in the bow of the ferry, an engineer told the court on Tuesday."
    )
    mine, other = Document(f"{knew}\n\n{REST[2]}"), Document(f"{denied}\n\n{REST[3]}")
    briefing = summarize([mine, other], sentences=9)
    assert {knew, denied} <= {item.text for item in briefing.items}
    assert all(not item.also_in for item in briefing.items)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court released the captain of the ferry Haldis", "The court arrested the captain of the ferry Haldis"),
        ("The harbour of Port Ennet opened to ships again", "The harbour of Port Ennet closed to ships again"),
        ("Fares to the islands rose by a tenth", "Fares to the islands fell by a tenth"),
        (
            "Ministers of the islands met in Port Ennet on Friday",
            "Ministers of the islands met in Port Ennet on Saturday",
        ),
    ],
)
def test_opposite_states_and_other_days_are_not_the_same_report(one, other):
    tail = ", the shipping line said in a short statement."
    documents = [Document(f"{each}{tail}\n\n{rest}") for each, rest in zip((one, other), REST[2:], strict=False)]
    assert all(not item.also_in for item in summarize(documents, sentences=9).items)
