"""Small hand-written topics, and where the development data may stand."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

from summarizer import Document, Limits, read_documents
from summarizer.terms.tokens import find_words, fold, make_tokens

# The same examples on every run, and no deadline: machines are shared and noisy.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# What runs in the background of a shell inherits that Ctrl-C is ignored, and so would the commands that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]
FERRY = ROOT / "examples" / "ferry"
RESERVOIR = ROOT / "examples" / "reservoir"
# Seconds that a process is waited for. None takes a hundredth of it, on a busy machine either: only a hang does.
PATIENCE = 600
# With 2 jobs, what is tested is that worker processes do as this process does alone.
JOBS = (1, pytest.param(2, marks=pytest.mark.processes))
# Development data is no part of the repository; tests that need it skip where it is missing.
SHARED = ROOT.parent / "shared"

# A parser takes minutes over it, in C code that heeds no signal handler.
HANG = "<p>x</p><p " + " ".join(f"a{i}=1" for i in range(150_000)) + ">The bridge was closed on Monday.</p>"

BRIDGE = (
    Document(
        title="Bridge at Orle closed after crack is found",
        date="2025-03-03",
        text=(
            "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.\n\n"
            "Mayor Ida Brandt said the bridge would stay closed for at least six weeks while steel is brought in.\n\n"
            "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey.\n\n"
            "The bridge was built in 1961 and carries nine thousand vehicles on an ordinary day."
        ),
    ),
    Document(
        title="Orle crossing shut for weeks",
        date="2025-03-04",
        text=(
            "Inspectors found a crack in the main girder of the Orle road bridge, and it was closed to all traffic on Monday.\n\n"
            "Shopkeepers on the north bank fear that they will lose half their customers before Easter.\n\n"
            "A second ferry will run from Thursday, the county said, to carry lorries and buses across the river."
        ),
    ),
    Document(
        text=(
            "School buses from Hamm will leave half an hour earlier until the crossing opens again, the county said.\n\n"
            "Engineers from the steelworks at Tarn measured the damaged girder on Tuesday and ordered new plates."
        ),
    ),
)


@pytest.fixture
def bridge():
    """Three independent documents on one event; the first two report the closure."""
    return BRIDGE


@pytest.fixture
def seeds():
    """The folder of five real articles."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the development data is not here")
    return folder


def tokenize(texts, term_of=fold):
    """The tokens of each text."""
    return make_tokens(find_words(texts), term_of)


@pytest.fixture
def read(tmp_path):
    """Write a file, and read its documents."""

    def read_it(name, content, **limits):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_documents(path, limits=Limits(**limits))

    return read_it
