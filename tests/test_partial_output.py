"""Results of a run that may be interrupted: none is lost, none is written twice, and nothing is replaced unasked."""

import gzip
import json
import os
import stat
from contextlib import closing

import pytest

from summarizer.batch.finished_results import check_finished
from summarizer.batch.partial_output import PartialOutput
from summarizer.batch.run_settings import TopicCounts, count_result, describe_changes
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine, summarize_line
from summarizer.errors import ResumeError
from summarizer.options import SummaryOptions

OPTIONS = SummaryOptions()
SETTINGS = {"strict": False}


def entry(topic_id):
    topic = {"topic_id": topic_id, "documents": [{"text": "The bridge was closed on Monday after a crack was found."}]}
    return TopicEntry(f"topic {topic_id}", json.dumps(topic).encode())


def line(topic_id):
    return summarize_line(entry(topic_id), OPTIONS)


def test_two_runs_cannot_write_to_one_file(tmp_path):
    path = str(tmp_path / "out.jsonl")
    with (
        closing(PartialOutput(path, SETTINGS, resume=False)),
        pytest.raises(ResumeError, match="another run is writing to it"),
    ):
        PartialOutput(path, SETTINGS, resume=True)


def test_a_line_that_was_cut_off_is_replaced_by_what_follows(tmp_path):
    path = str(tmp_path / "out.jsonl")
    whole = line(1).data + line(2).data
    (tmp_path / "out.jsonl.partial").write_bytes(whole[:-7])
    entries = iter([entry(1), entry(2)])
    with closing(PartialOutput(path, SETTINGS, resume=True)) as output:
        counts = sum(map(count_result, output.skip_finished(entries, OPTIONS)), TopicCounts())
        output.append(summarize_line(next(entries), OPTIONS))
        assert (tmp_path / "out.jsonl.partial").read_bytes() == whole
        output.finish()
    assert counts == TopicCounts(n_topics=1, n_before=1)
    assert (tmp_path / "out.jsonl").read_bytes() == whole
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_the_file_that_is_replaced_stays_whole_until_the_end_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "out.jsonl.gz"
    target.write_text("old")
    target.chmod(0o640)
    with closing(PartialOutput(str(target), SETTINGS, resume=False)) as output:
        output.append(ResultLine(b"new\n"))
        assert target.read_text() == "old"
        output.finish()
    assert gzip.decompress(target.read_bytes()) == b"new\n"
    assert target.read_bytes()[4:8] == b"\0\0\0\0"  # no time: the same results are the same bytes
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "real.jsonl")
    with closing(PartialOutput(str(tmp_path / "out.jsonl"), SETTINGS, resume=False)) as output:
        output.append(ResultLine(b"new\n"))
        output.finish()
    assert (tmp_path / "out.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text() == "new\n"


def test_failures_and_results_of_an_earlier_run_are_counted():
    results = [ResultLine(b""), ResultLine(b"", "one", is_from_before=True), ResultLine(b"", "two")]
    assert sum(map(count_result, results), TopicCounts()) == TopicCounts(3, 2, 1, first_failure="one")


def test_a_failure_of_an_earlier_run_is_still_a_failure(tmp_path):
    topic = TopicEntry("topic", b'{"topic_id": 1, "documents": []}')
    failed = summarize_line(topic, OPTIONS)
    (tmp_path / "results").write_bytes(failed.data)
    (found,) = check_finished(str(tmp_path / "results"), iter([topic]), OPTIONS)
    reason = "topic 1: nothing to summarize: no input was given"
    assert found == ResultLine(failed.data, reason, is_from_before=True)
    assert failed.failure == reason


def test_a_failure_of_documents_that_have_changed_since_is_refused(tmp_path):
    failed = summarize_line(TopicEntry("topic", b'{"topic_id": 1, "documents": []}'), OPTIONS)
    (tmp_path / "results").write_bytes(failed.data)
    with pytest.raises(ResumeError, match="line 1 was made from other documents than topic 1 has now"):
        list(check_finished(str(tmp_path / "results"), iter([entry(1)]), OPTIONS))


def test_results_that_tell_nothing_of_their_documents_are_refused(tmp_path):
    old = json.loads(line(1).data)
    assert len(old.pop("topic_digest")) == 32
    (tmp_path / "results").write_text(json.dumps(old) + "\n")
    with pytest.raises(ResumeError, match="line 1 has no topic_digest, so nobody can tell which documents"):
        list(check_finished(str(tmp_path / "results"), iter([entry(1)]), OPTIONS))


BEFORE = {"version": "1", "options": {"sentences": 8, "words": None, "language": "auto"}, "strict": False}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (BEFORE, ""),
        ({"version": "2"}, "with version 1, not with version 2"),
        ({"strict": True}, "without --strict, not with --strict"),
        ({"options": {"words": 50}}, "without --words, not with --words 50"),
        (
            {"options": {"sentences": None, "language": "pt"}},
            "with --sentences 8, not without --sentences and with --language auto, not with --language pt",
        ),
    ],
)
def test_settings_that_differ_are_named_with_both_values_in_plain_words(now, told):
    assert describe_changes(BEFORE, now) == told
