"""The speed benchmark's own arithmetic, and that a peer that runs too long or wants too much is stopped."""

import json
import math
import pickle
import re
from dataclasses import replace
from importlib import import_module

import main_job
import pytest
import speed
from apart import Outcome, call_apart
from click.testing import CliRunner
from speed_tables import (
    Rate,
    Run,
    growth_exponent,
    main_table,
    peers_table,
    ratio,
    seconds,
    stages_table,
    topics_table,
)
from stages import StageClock

FAKE_PEERS = """
import time
from apart import limit_self

def spin(cpu, memory):
    limit_self(cpu, memory)
    while True:
        pass

def sleep():
    time.sleep(60)

def grow(memory):
    limit_self(60, memory)
    return len(bytes(2 * memory))

def fail():
    raise ValueError("no such sentence")

def speak(words):
    print("not what is returned")
    return {"words": words}
"""

MILL = """
from pickle import dumps

def make_bread(grains):
    dumps(grains)
    return bake([grind(grain) for grain in grains])

def grind(grain):
    return grain.upper()

def bake(flours):
    return ",".join(flours)
"""


@pytest.fixture
def _fakes(tmp_path, monkeypatch):
    (tmp_path / "fake_peers.py").write_text(FAKE_PEERS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


def run_of(n_sentences, pipeline, **changes):
    values = {
        "n_asked": n_sentences,
        "n_documents": n_sentences // 30,
        "cpu": pipeline + 1,
        "wall": pipeline + 2,
        "memory": 200 * 1024**2,
        "stages": {"clean": 0.6 * pipeline, "split": 0.3 * pipeline, "count": 0.001 * pipeline},
        "floor": pipeline / 25,
    }
    return Run(n_sentences=n_sentences, pipeline=pipeline, **(values | changes))


def test_the_exponent_of_a_known_power_law_is_recovered():
    sizes = [10_000, 100_000, 1_000_000]
    assert growth_exponent(sizes, [3e-6 * size**1.25 for size in sizes]) == pytest.approx(1.25)
    assert math.isnan(growth_exponent([10_000], [1.0]))


@pytest.mark.processes
@pytest.mark.usefixtures("_fakes")
def test_a_peer_that_runs_too_long_is_stopped_and_shown_so():
    outcome = call_apart("fake_peers:spin", limit=1, cpu=1, memory=2**33)
    assert outcome == Outcome(None, "stopped after 1 s", outcome.memory)
    table = peers_table([run_of(1000, 0.25), run_of(10_000, 2)], {"Spinner": [outcome, None]}, time_limit=1)
    assert table.splitlines()[-1] == "| Spinner | stopped after 1 s (> ×4.0) | not run |"


@pytest.mark.processes
@pytest.mark.usefixtures("_fakes")
def test_a_peer_that_waits_for_ever_is_stopped():
    assert call_apart("fake_peers:sleep", patience=0.5).ending == "no answer in 0.5 s"


@pytest.mark.processes
@pytest.mark.usefixtures("_fakes")
def test_a_peer_that_wants_too_much_memory_is_stopped_and_shown_so():
    outcome = call_apart("fake_peers:grow", limit=60, memory=2**30)
    assert outcome.ending == "out of memory"
    table = peers_table([run_of(1000, 0.25)], {"Glutton": [outcome]}, time_limit=60)
    assert table.splitlines()[-1] == "| Glutton | out of memory |"


@pytest.mark.processes
@pytest.mark.usefixtures("_fakes")
def test_what_a_process_of_its_own_returns_prints_and_raises():
    assert call_apart("fake_peers:speak", words=200).value == {"words": 200}
    assert call_apart("fake_peers:fail").ending == "failed: ValueError: no such sentence"


def test_a_size_a_row_and_the_growth_below_them():
    runs = [run_of(1000, 0.3), run_of(10_000, 2, floor_at_once=0.1), run_of(100_000, 20)]
    lines = main_table(runs).splitlines()
    assert lines[3] == "| 10,000 | 333 | 25.0 | 20.0 | 200 | 3.00 | 2.00 | 80.0 | 4.00 |"
    assert lines[4].startswith("| 100,000 | 3,333 | 25.0 | – | 200 |")
    assert lines[-1] == "Between 10,000 and 100,000 sentences CPU without imports grows as n^1.00."
    assert (
        main_table([replace(runs[1], n_sentences=9_990), runs[2]])
        .splitlines()[-1]
        .startswith("Between 9,990 and 100,000")
    )
    assert main_table(runs[:2]).splitlines()[-1] == "Too few sizes from 10,000 sentences up to tell how the cost grows."


def test_stages_are_shares_of_the_cpu_and_the_small_ones_are_the_rest():
    lines = stages_table([run_of(1000, 0.3), run_of(10_000, 2, stages={"clean": 0.5, "split": 1})]).splitlines()
    assert lines == [
        "| stage, share of CPU at | 1,000 | 10,000 |",
        "|---|---:|---:|",
        "| `split` | 30% | 50% |",
        "| `clean` | 60% | 25% |",
        "| the rest | 10% | 25% |",
    ]


def test_a_peer_is_compared_with_us_at_the_same_size():
    outcome = Outcome({"cpu": 30.0, "memory": 300 * 1024**2}, "", 0)
    lines = peers_table([run_of(1000, 0.25)], {"Slow *": [outcome]}, time_limit=60).splitlines()
    assert lines[2:] == ["| **summarizer** | 0.25; ×1.0; 200 |", "| Slow * | 30.0; ×120; 300 |"]


def test_the_cpu_of_a_topic_is_compared_with_ours_in_one_process():
    rates = [Rate("**ours**", 1, 2000, 20, 25), Rate("**ours**", 2, 2000, 24, 12.5), Rate("theirs", 0, 200, 7, 8)]
    assert topics_table(rates).splitlines()[2:] == [
        "| **ours** | 1 | 2,000 | ×1.0 | 80.0 | 10.0 |",
        "| **ours** | 2 | 2,000 | ×1.2 | 160.0 | 12.0 |",
        "| theirs |  | 200 | ×3.5 | 25.0 | 35.0 |",
    ]


def test_figures_are_as_long_as_they_mean_something():
    assert [seconds(value) for value in (0.034, 9.5, 12.34, 1234.5)] == ["0.03", "9.50", "12.3", "1,234"]
    assert [ratio(value) for value in (0.94, 9.96, 12.4, 1234.5)] == ["0.9", "10.0", "12", "1,234"]


def test_an_inner_stage_is_not_counted_twice(monkeypatch):
    now = iter([0, 1, 3, 6])
    monkeypatch.setattr("stages.cpu_seconds", lambda: next(now))
    clock = StageClock()
    clock.enter("outer")
    clock.enter("inner")
    clock.leave()
    clock.leave()
    assert dict(clock.seconds) == {"outer": 4, "inner": 2}


def test_stages_are_what_the_code_names_of_its_own_package(tmp_path, monkeypatch):
    (tmp_path / "mill.py").write_text(MILL, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    mill = import_module("mill")
    clock = StageClock()
    clock.watch(mill.make_bread)
    assert mill.make_bread(["rye", "oats"]) == "RYE,OATS"
    assert set(clock.seconds) == {"grind", "bake"}
    # To a worker process it goes by its name, as the stage itself would.
    assert pickle.loads(pickle.dumps(mill.grind)) is mill.grind  # noqa: S301 (what was just pickled)


@pytest.mark.processes
def test_the_command_prints_its_tables():
    command = ["--sizes", "300,1000", "--no-peers", "--repeats", "1", "--n-topics", "0"]
    result = CliRunner().invoke(speed.main, command)
    assert result.exit_code == 0, result.output
    rows = [line.split(" | ") for line in result.stdout.splitlines() if re.match(r"\| [\d,]+ \|", line)]
    assert [int(row[0].strip("| ").replace(",", "")) for row in rows] == [
        pytest.approx(300, abs=6),
        pytest.approx(1000, abs=20),
    ]
    assert all(float(row[2]) > 0 for row in rows)
    rest = next(line for line in result.stdout.splitlines() if line.startswith("| the rest"))
    # Of so few sentences the shares are rough; but most of the CPU has a stage's name.
    assert min(int(share) for share in re.findall(r"(-?\d+)%", rest)) < 50


def test_so_many_topics_are_summarized_though_the_file_has_fewer(tmp_path):
    topics = tmp_path / "topics.jsonl"
    text = "The bridge at Orle was closed on Monday after a crack was found in its main girder."
    topics.write_text(json.dumps({"id": "t", "documents": [{"text": text}]}) + "\n", encoding="utf-8")
    assert main_job.measure_topics(str(topics), 5, jobs=1)["n_topics"] == 5


@pytest.mark.parametrize("sizes", ["ten", "0", "1000,", "-5"])
def test_sizes_that_are_none_are_refused_with_what_is_wanted(sizes):
    result = CliRunner().invoke(speed.main, ["--sizes", sizes])
    assert result.exit_code == 2
    assert f"'{sizes}' is no list of numbers of sentences" in result.stderr


def test_a_folder_without_sentences_is_refused(tmp_path):
    result = CliRunner().invoke(speed.main, [str(tmp_path), "--no-peers"])
    assert result.exit_code == 1
    assert (
        result.stderr == f"Error: {tmp_path}: no sentence in it; name a folder of documents that summarize can read\n"
    )
