"""Coverage-guided fuzzing of the readers, the cleaner and the splitter: `python tests/fuzz.py html --minutes 10`.

What must hold for any bytes is in `check_*`; libFuzzer looks for bytes for which it does not. An exception in
a third-party parser costs its file only, and is no finding; one in our own code is. Nothing of this runs in
the tests; a finding becomes one there.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import tempfile
import traceback
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summarizer", "pypdf", "email", "trafilatura"]):
    import email.parser
    import email.policy  # noqa: F401 (what readers import only when they need it would go without)

    import pypdf  # noqa: F401
    import trafilatura  # noqa: F401

    from summarizer.clean.mark_blocks import mark_blocks
    from summarizer.datamodel import Document, Skipped
    from summarizer.errors import InputError, MissingExtraError
    from summarizer.limits import Limits
    from summarizer.read.archives import find_members
    from summarizer.read.compressed import packing_of, unpack
    from summarizer.read.file_kinds import ARCHIVES, kind_of, reader_of
    from summarizer.read.file_kinds import READERS as READERS_OF
    from summarizer.read.one_file import read_file
    from summarizer.read.raw_files import RawFile, make_raw_file
    from summarizer.sentences.boundaries import split_spans

import test_formats as samples

LIMITS = Limits(file_bytes=1 << 20, unpacked_bytes=1 << 22, document_characters=1 << 20)
LANGUAGES = ("en", "de", "pt", "ru", "ja", "th", "ar", "und")
MAX_BYTES = 1 << 16
OUR_CODE = f"{os.sep}summarizer{os.sep}"


def check_reader(data: bytes, suffix: str) -> None:
    """A file gives documents and reasons, whatever its bytes; what goes wrong in our own code is no reason."""
    path = f"a{suffix}"
    try:
        check_raw(make_raw_file(data, path, LIMITS))
    except (InputError, MissingExtraError):
        pass
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        if OUR_CODE in frames[-1].filename:
            raise
    for entry in read_file(lambda: make_raw_file(data, path, LIMITS), path, LIMITS):
        assert entry.reason if isinstance(entry, Skipped) else isinstance(entry, Document), entry


def check_raw(raw: RawFile) -> None:
    """The readers themselves, without what contains their errors."""
    while packing := packing_of(raw.data):
        raw = unpack(raw, packing)
    kind = kind_of(raw)
    if kind not in ARCHIVES:
        list(READERS_OF[kind](raw) if kind in READERS_OF else reader_of(raw, "")(raw))
        return
    for member in find_members(raw, ARCHIVES[kind](raw)):
        if not isinstance(member, Skipped):
            check_raw(member.load())


def check_cleaner(data: bytes) -> None:
    """Blocks lie in the text, one after the other."""
    text = data.decode("utf-8", "replace")
    title, _, body = text.partition("\n")
    end = 0
    for block in mark_blocks(body, title=title or None, author=None):
        assert end <= block.start < block.end <= len(body), block
        end = block.end


def check_splitter(data: bytes) -> None:
    """Sentences lie in the text, one after the other, and begin and end with what is no space."""
    text = data[1:].decode("utf-8", "replace")
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "und"
    end = 0
    for start, stop in split_spans(text, 0, len(text), language):
        assert end <= start < stop <= len(text), (start, stop)
        assert not text[start].isspace(), (start, stop)
        assert not text[stop - 1].isspace(), (start, stop)
        end = stop


def check_zipped(data: bytes, suffix: str, files: dict[str, str]) -> None:
    """As check_reader, with the bytes as one of the files in a sound ZIP file: its first byte tells which."""
    names = list(files)
    changed = names[data[0] % len(names)] if data else ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, data[1:] if name == changed else content)
    check_reader(stream.getvalue(), suffix)


def _tar(content: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name in ("a.txt", "b/c.html"):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return stream.getvalue()


TEXT = f"{samples.BODY}\n\n{samples.SECOND}".encode()
PAGE = f"<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>{samples.BODY}</p></article></body></html>".encode()
JSON = f'[{{"title": "Bridge shut", "text": "{samples.BODY}", "date": "2025-03-03"}}]'.encode()
READERS = {
    ".txt": [TEXT, TEXT.decode().encode("utf-16"), "Die Brücke über die Orle.".encode("latin-1")],
    ".md": [b"---\ntitle: Bridge shut\ndate: 2025-03-03\n---\n# Bridge\n\n" + TEXT],
    ".html": [PAGE],
    ".json": [JSON],
    ".jsonl": [JSON[1:-1] + b"\n" + JSON[1:-1]],
    ".rss": [samples.RSS.encode(), samples.ATOM.encode()],
    ".eml": [samples.PLAIN, samples.NEWSLETTER],
    ".mbox": [b"From a@b.example Mon Mar  3 19:12:00 2025\n" + samples.PLAIN],
    ".mhtml": [samples.NEWSLETTER],
    ".pdf": [samples.pdf(samples.PAGES)],
    ".zip": [samples.zipped({"a.txt": samples.BODY, "b/c.html": PAGE.decode()})],
    ".tar": [_tar(TEXT)],
    ".gz": [gzip.compress(TEXT), bz2.compress(TEXT), lzma.compress(TEXT)],
}
ZIPPED = {".docx": samples.DOCX, ".odt": samples.ODT, ".epub": samples.EPUB}
TARGETS = ("cleaner", "splitter", *(suffix[1:] for suffix in (*READERS, *ZIPPED)))


def main() -> None:
    """Fuzz what the first argument names."""
    target = sys.argv[1] if len(sys.argv) > 1 else ""
    if target not in TARGETS:
        sys.exit(f"usage: python tests/fuzz.py TARGET [--minutes N]; TARGET is one of {', '.join(TARGETS)}")
    minutes = float(sys.argv[sys.argv.index("--minutes") + 1]) if "--minutes" in sys.argv else 10
    suffix = f".{target}"
    if suffix in ZIPPED:
        files = ZIPPED[suffix]
        seeds = [bytes([i]) + content.encode() for i, content in enumerate(files.values())]
        check = lambda data: check_zipped(data, suffix, files)  # noqa: E731
    elif suffix in READERS:
        seeds = READERS[suffix]
        check = lambda data: check_reader(data, suffix)  # noqa: E731
    else:
        seeds = [TEXT, "他说。“好。”他走了。".encode()]
        check = check_cleaner if target == "cleaner" else check_splitter
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    for number, seed in enumerate(seeds):
        (folder / str(number)).write_bytes(seed)
    limits = [f"-max_total_time={int(60 * minutes)}", f"-max_len={MAX_BYTES}", "-timeout=20", "-rss_limit_mb=3000"]
    print(f"{target}: corpus in {folder}", file=sys.stderr)
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder}-", "-print_final_stats=1", str(folder)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
