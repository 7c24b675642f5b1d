"""What holds for any input at all: of the readers, for any bytes; of the whole pipeline, for any documents and options."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Briefing, Document, SummarizerError, read_documents, summarize
from summarizer.read.file_kinds import ARCHIVES, READERS
from summarizer.render import RENDERERS
from summarizer.render.printable import UNSAFE

PIECES = st.sampled_from(
    ["The bridge was closed on Monday after inspectors found a crack in it.", "“Why?” she asked the mayor of Hamm on Tuesday. He did not say.",
     "Lorries must now take the ferry at Hamm, which adds forty minutes.", "Subscribe", "\r\n", "\n\n", " ", "(AP)", "—", "\u202e", "\x00", "\x1b[31m", "\ud800",
     "橋は閉鎖された。", "A.B.C.", '"', "<b onclick=x>", "[a](javascript:x)", "But he said so himself on the same evening in Hamm.", "Quelle:", "…", "1.5"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))
SHORT = st.one_of(st.none(), TEXTS.map(lambda text: text[:60]))
DOCUMENTS = st.builds(Document, text=TEXTS, title=SHORT, publisher=SHORT, url=SHORT, author=SHORT, date=SHORT)
OPTIONS = st.fixed_dictionaries(
    {
        "sentences": st.one_of(st.none(), st.integers(1, 9)),
        "words": st.one_of(st.none(), st.integers(1, 80)),
        "mmr_lambda": st.floats(0, 1),
        "centrality": st.sampled_from(["degree", "lexrank"]),
        "order": st.sampled_from(["reading", "salience", "source"]),
        "language": st.sampled_from(["auto", "en", "de", "th", "zh", "xx"]),
    }
)
OPENINGS = [
    b"",
    b"<html><body><p>",
    b"<rss><item><description>",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"From a@b Mon Mar  3 19:12:00 2025\n",
    b'{"text": "',
    b"---\ntitle: ",
    b"\xff\xfe",
    b"Content-Type: text/html\n\n",
]
SUFFIXES = [*READERS, *ARCHIVES, ".gz", ".txt.xz"]


@given(st.lists(DOCUMENTS, max_size=5), OPTIONS)
def test_any_documents_under_any_options_give_a_correct_briefing_or_a_reason(documents, options):
    try:
        briefing = summarize(documents, **options)
    except SummarizerError as error:
        assert str(error).isprintable()
        return
    assert briefing == summarize(documents, **options)
    assert Briefing.from_json(briefing.to_json()) == briefing
    items = [item.text for item in briefing.items]
    assert 0 < len(items) <= (briefing.signature.options.sentences or len(items))
    assert sum(len(text.split()) for text in items) <= (options["words"] or 10**9)
    for told in (*briefing.items, *(passage for item in briefing.items for passage in item.also_in)):
        assert " ".join(documents[told.source - 1].text[told.start : told.end].split()) == told.text
        assert 0 <= getattr(told, "salience", 0) <= 1
    for item in briefing.items:
        assert item.source not in [passage.source for passage in item.also_in]
    for source in briefing.sources:
        assert source.copy_of is None or briefing.sources[source.copy_of - 1].copy_of is None


@given(st.lists(DOCUMENTS, min_size=1, max_size=3))
def test_nothing_from_a_document_acts_where_it_is_shown(documents):
    try:
        briefing = summarize(documents)
    except SummarizerError:
        return
    for render in RENDERERS.values():
        assert not UNSAFE.search(render(briefing))
    assert not UNSAFE.search(briefing.explain())
    assert "<b onclick" not in briefing.to_html()
    assert not re.search(r"(?<!\\)<b onclick|(?<!\\)\]\(javascript", briefing.to_markdown())


@settings(deadline=None)
@given(
    st.sampled_from(SUFFIXES),
    st.sampled_from(OPENINGS),
    st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "replace"))),
)
def test_any_bytes_under_any_name_give_documents_or_reasons(suffix, opening, rest):
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "good.txt").write_text("Good.")
        (Path(name) / f"a{suffix}").write_bytes(opening + rest)
        topic = read_documents(name)
    assert topic[-1].text == "Good."
    assert len(topic) > 1 or {skipped.path for skipped in topic.skipped} == {f"{name}/a{suffix}"}
    assert all(skipped.reason for skipped in topic.skipped)
