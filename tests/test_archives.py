"""Archives are read as folders are, and a path may lead into one."""

import gzip
import io
import os
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from growth import assert_linear
from test_formats import zipped

from summarizer import Limits, read_documents, summarize, verify_briefing
from summarizer.command.summarize import main

FIRST = "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder."
SECOND = "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey."
PAGE = f"<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
FILES = {
    "monday/b.txt": FIRST,
    "monday/a.html": PAGE,
    "monday/a_files/frame.html": PAGE,
    "tuesday.txt": SECOND,
    ".hidden.txt": "x",
    "monday/.DS_Store": "x",
}


def tarred(files, links=()):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            data = content.encode() if isinstance(content, str) else content
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        for name, target, kind in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            tar.addfile(info)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(name, content):
    with open(name, "wb") as file:
        file.write(content)
    return name


def paths(topic):
    return [document.path for document in topic]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("news.zip", zipped(FILES)),
        ("news.tar", tarred(FILES)),
        ("news.tar.gz", gzip.compress(tarred(FILES))),
        ("news.tgz", gzip.compress(tarred(FILES))),
        ("NEWS.ZIP", zipped({**FILES, "__MACOSX/monday/b.txt": "x"})),
        ("news.tar", tarred({f"./{name}": content for name, content in FILES.items()})),
        ("news.zip", zipped({name.replace("/", "\\"): content for name, content in FILES.items()})),
        ("news.txt", zipped(FILES)),
        ("news", gzip.compress(tarred(FILES))),
    ],
)
def test_an_archive_is_read_as_the_folder_that_it_was(name, content):
    topic = read_documents(write(name, content))
    assert paths(topic) == [f"{name}/monday/a.html", f"{name}/monday/b.txt", f"{name}/tuesday.txt"]
    assert [document.text for document in topic] == [f"Bridge shut\n{FIRST}\n{SECOND}", FIRST, SECOND]
    assert topic.skipped == ()


def test_an_archive_gives_the_briefing_that_its_folder_gives(tmp_path):
    write("news.zip", zipped(FILES))
    for name, content in FILES.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    from_archive, from_folder = summarize("news.zip"), summarize("folder")
    assert [item.text for item in from_archive.items] == [item.text for item in from_folder.items]
    assert [source.path.removeprefix("news.zip") for source in from_archive.sources] == [
        source.path.removeprefix("folder") for source in from_folder.sources
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("./news.zip/monday", ["./news.zip/monday/a.html", "./news.zip/monday/b.txt"]),
        ("news.zip/monday/", ["news.zip/monday/a.html", "news.zip/monday/b.txt"]),
        ("news.zip/monday/../tuesday.txt", ["news.zip/tuesday.txt"]),
        ("news.zip/", ["news.zip/monday/a.html", "news.zip/monday/b.txt", "news.zip/tuesday.txt"]),
        ("outer.tar/in/news.zip/tuesday.txt", ["outer.tar/in/news.zip/tuesday.txt"]),
        (
            "outer.tar/in",
            [f"outer.tar/in/news.zip/{name}" for name in ("monday/a.html", "monday/b.txt", "tuesday.txt")],
        ),
    ],
)
def test_a_path_may_lead_into_an_archive(typed, found):
    write("news.zip", zipped(FILES))
    write("outer.tar", tarred({"in/news.zip": zipped(FILES), "x.txt": FIRST}))
    topic = read_documents(typed)
    assert (paths(topic), topic.skipped) == (found, ())


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("news.zip/gone.txt", "no such file in the archive"),
        ("news.zip/../a.txt", "no such file in the archive"),
        ("news.zip/tuesday.txt/more", "is no archive, so there is no news.zip/tuesday.txt/more"),
        ("a.txt/more", "is no archive, so there is no a.txt/more"),
        ("gone.zip/a.txt", "no such file or folder"),
    ],
)
def test_a_path_that_leads_nowhere_in_an_archive_is_told(typed, reason):
    write("news.zip", zipped(FILES))
    write("a.txt", FIRST.encode())
    topic = read_documents(typed)
    assert (len(topic), [skipped.reason for skipped in topic.skipped]) == (0, [reason])


def test_what_a_briefing_took_from_an_archive_is_verified_there():
    write("news.zip", zipped(FILES))
    briefing = summarize("news.zip")
    verification = verify_briefing(briefing)
    assert (verification.n_passages > 0, verification.mismatches) == (True, ())
    write(
        "news.zip",
        zipped({**FILES, "monday/a.html": PAGE.replace("Orle", "Mehr"), "monday/b.txt": "x", "tuesday.txt": "x"}),
    )
    assert verify_briefing(briefing).mismatches


def test_names_that_lead_out_and_links_are_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("The secret words of the mayor of Hamm were spoken on Monday.")
    out = {
        "../secret.txt": FIRST,
        "/etc/passwd": FIRST,
        "C:\\x.txt": FIRST,
        "a/../../secret.txt": FIRST,
        "good.txt": SECOND,
    }
    for name, content in (("a.zip", zipped(out)), ("a.tar", tarred(out))):
        topic = read_documents(write(name, content))
        assert [document.text for document in topic] == [SECOND]
        assert {skipped.reason.partition(":")[0] for skipped in topic.skipped} == {"a name in it leads out of it"}
    links = [
        ("link.txt", "../secret.txt", tarfile.SYMTYPE),
        ("hard.txt", "secret.txt", tarfile.LNKTYPE),
        ("null.txt", "", tarfile.CHRTYPE),
    ]
    topic = read_documents(write("l.tar", tarred({"good.txt": SECOND}, links)))
    assert [document.text for document in topic] == [SECOND]
    assert sorted(os.listdir(tmp_path)) == ["a.tar", "a.zip", "l.tar", "secret.txt"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.zip", b"PK\x03\x04" + b"?" * 99, "damaged, or no ZIP file"),
        ("a.tar", b"\0" * 257 + b"ustar" + b"?" * 999, "damaged, or no tar file"),
        ("a.zip", zipped({}), "the archive has no files in it"),
        ("a.tar", tarred({}), "the archive has no files in it"),
        ("a.zip", zipped({f"{i}.txt": "x" for i in range(9)}), "has more than 5 files in it (limit files)"),
        ("a.tar", tarred({f"{i}.txt": "x" for i in range(9)}), "has more than 5 files in it (limit files)"),
    ],
)
def test_what_is_wrong_with_an_archive_is_told(name, content, reason):
    topic = read_documents(write(name, content), limits=Limits(files=5))
    assert (len(topic), [skipped.reason for skipped in topic.skipped]) == (0, [reason])


def test_what_is_wrong_in_an_archive_costs_that_file_only():
    broken = zipped({"a.txt": FIRST, "b.txt": SECOND, "c.jpg": "x", "d.txt": " "}, zipfile.ZIP_STORED)
    topic = read_documents(write("a.zip", broken.replace(FIRST[:40].encode(), b"?" * 40)))
    assert [document.text for document in topic] == [SECOND]
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        ("a.zip/a.txt", "a.txt is damaged (BadZipFile)"),
        ("a.zip/c.jpg", "not a kind of file this reads"),
        ("a.zip/d.txt", "the file is empty"),
    ]


def test_archives_in_one_another_are_read_as_deep_as_the_limit_says():
    content = zipped({"a.txt": FIRST})
    for _ in range(3):
        content = zipped({"a.zip": content, "b.txt": SECOND})
    write("top.zip", content)
    deep = [document for document in read_documents("top.zip") if document.text == FIRST]
    assert [document.path for document in deep] == ["top.zip/a.zip/a.zip/a.zip/a.txt"]
    topic = read_documents("top.zip", limits=Limits(nesting=2))
    assert paths(topic) == ["top.zip/a.zip/b.txt", "top.zip/b.txt"]
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        ("top.zip/a.zip/a.zip", "too much is packed in one another (limit nesting)")
    ]


def test_all_that_is_packed_in_a_file_shares_what_it_may_unpack_to():
    inner = zipped({f"{i}.txt": "a" * 3_000_000 for i in range(4)})
    topic = read_documents(write("bomb.zip", zipped({f"{i}.zip": inner for i in range(50)})))
    assert sum(len(document.text) for document in topic) <= max(250 * os.path.getsize("bomb.zip"), 1024**2)
    assert any("(limit unpacked_ratio)" in skipped.reason for skipped in topic.skipped)


def test_a_damaged_tar_file_gives_what_comes_before_and_says_so():
    whole = tarred({"a.txt": FIRST, "b.txt": SECOND})
    second = whole.index(b"b.txt")
    broken = bytearray(whole)
    broken[second + 148] ^= 1  # its checksum
    for data in (bytes(broken), whole[:second], whole[: second + 100], whole[:second] + b"\0" * 512 + whole[second:]):
        topic = read_documents(write("a.tar", data))
        assert [document.text for document in topic] == [FIRST]
        assert [skipped.reason for skipped in topic.skipped] == ["damaged: what came after its 1 files is lost"]
    for data in (whole[: second + 520], whole[: second + 560]):  # within the second
        topic = read_documents(write("a.tar", data))
        assert topic[0].text == FIRST
        assert topic.skipped


SAME_NAME = "2 files in the archive have this name; only the last is read"


def joined_zip(*members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in members:
            with warnings.catch_warnings(action="ignore"):
                packed.writestr(name, content)
    return stream.getvalue()


def linked_zip(target):
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    return joined_zip(("b.txt", SECOND), (".store/1", FIRST), (link, target))


def twice_tarred(*contents):
    whole = [tarred({"a.txt": content}) for content in contents]
    return b"".join(data[:1024] for data in whole[:-1]) + whole[-1]


LINK = {"b.txt": SECOND, ".store/1": FIRST}


@pytest.mark.parametrize(
    ("name", "data", "texts", "reasons"),
    [
        ("a.zip", joined_zip(("a.txt", FIRST), ("a.txt", SECOND)), [SECOND], [SAME_NAME]),
        ("a.zip", joined_zip(("d/a.txt", FIRST), ("d\\a.txt", SECOND)), [SECOND], [SAME_NAME]),
        ("a.zip", joined_zip(("a.txt", FIRST), ("a.txt", FIRST)), [FIRST], []),
        ("a.tar", twice_tarred(FIRST, SECOND), [SECOND], [SAME_NAME]),
        ("a.tar", twice_tarred(SECOND, SECOND), [SECOND], []),
        ("a.tar", tarred(LINK, [("a.txt", ".store/1", tarfile.LNKTYPE)]), [SECOND, FIRST], []),
        ("a.tar", tarred(LINK, [("a.txt", "b.txt", tarfile.LNKTYPE)]), [SECOND], []),
        ("a.tar", tarred(LINK, [(name, ".store/1", tarfile.LNKTYPE) for name in ("a.txt", "c.txt")]), [SECOND, FIRST], []),
        ("a.tar", tarred(LINK, [("d/a.txt", "../.store/1", tarfile.SYMTYPE)]), [SECOND, FIRST], []),
        ("a.tar", tarred(LINK, [("a", ".", tarfile.SYMTYPE), ("c", "a", tarfile.SYMTYPE)]), [SECOND], []),
        ("a.tar", tarred(LINK, [("a.txt", "c.txt", tarfile.SYMTYPE)]), [SECOND], ["a link to what is not in the archive"]),
        ("a.zip", linked_zip(".store/1"), [SECOND, FIRST], []),
        ("a.zip", linked_zip("../../x"), [SECOND], ["a link to what is not in the archive"]),
        ("a.zip", joined_zip(("x.txt", SECOND)) + joined_zip(("a.txt", FIRST)), [FIRST], ["what stands before the archive in the file is not read"]),
        ("a.zip", joined_zip(("a.txt", FIRST)) + b"More.", [FIRST], ["what stands after the archive in the file is not read"]),
        ("a.zip", joined_zip(("a.txt", FIRST)) + b"\0" * 9, [FIRST], []),
    ],
)  # fmt: skip
def test_what_of_an_archive_is_not_read_is_said(name, data, texts, reasons):
    topic = read_documents(write(name, data))
    assert [document.text for document in topic] == texts
    assert [skipped.reason for skipped in topic.skipped] == reasons


def test_odd_names_cost_nothing_else():
    info = zipfile.ZipInfo("x")
    info.filename = ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(info, FIRST)
        packed.writestr("Monday 10:30.txt", FIRST)
        packed.writestr("Q: what now.txt", SECOND)
        packed.writestr("a/" * 9000 + "x.txt", FIRST)
    topic = read_documents(write("a.zip", stream.getvalue()))
    assert [document.path for document in topic][:2] == ["a.zip/Monday 10:30.txt", "a.zip/Q: what now.txt"]
    assert all(len(skipped.reason) < 500 for skipped in topic.skipped)


def test_a_path_of_very_many_folders_takes_linear_time():
    def read(depth):
        name = write(f"{depth}.zip", zipped({"a/" * depth + "x.txt": FIRST}))
        return lambda: read_documents(name)

    assert_linear(read, 900)


def test_a_kind_of_packing_that_is_not_read_is_told():
    data = bytearray(zipped({"a.txt": FIRST}))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 9  # Deflate64
    assert [skipped.reason for skipped in read_documents(write("a.zip", bytes(data))).skipped] == [
        "a.txt is packed in a way that is not read"
    ]


def test_what_is_named_twice_is_read_once():
    write("news.zip", zipped(FILES))
    for typed in (["news.zip", "news.zip/"], ["news.zip", "news.zip/monday"], ["./news.zip/.", "news.zip"]):
        assert len(read_documents(typed)) == 3
    assert len(read_documents(["news.zip/monday", "news.zip/monday/", "news.zip/tuesday.txt"])) == 3


def test_a_hidden_file_is_read_where_it_is_named():
    write("news.zip", zipped({**FILES, ".hidden.txt": FIRST}))
    assert paths(read_documents("news.zip/.hidden.txt")) == ["news.zip/.hidden.txt"]


def test_an_archive_is_not_overwritten_by_a_briefing_of_what_is_in_it():
    before = zipped(FILES)
    write("news.zip", before)
    result = CliRunner().invoke(main, ["news.zip/monday", "-o", "news.zip", "-f", "text"])
    assert (result.exit_code, Path("news.zip").read_bytes() == before) == (2, True)


def test_a_password_is_told():
    data = bytearray(zipped({"a.txt": FIRST}))
    data[6] |= 1  # the flag that says so, in the file's own header and in the list of files
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert [skipped.reason for skipped in read_documents(write("a.zip", bytes(data))).skipped] == [
        "a.txt is encrypted; save it without a password"
    ]


def test_the_command_takes_paths_into_archives():
    write("news.zip", zipped(FILES))
    result = CliRunner().invoke(main, ["news.zip/monday", "-n", "1", "-f", "json"])
    assert (result.exit_code, '"path": "news.zip/monday/b.txt"' in result.stdout) == (0, True)


@pytest.mark.parametrize("n_zeros", [1, 511, 512, 10_240])
def test_a_tar_archive_may_end_with_any_number_of_zeros(n_zeros, tmp_path):
    whole = tarred({"a.txt": FIRST}).rstrip(b"\0")
    data = whole + b"\0" * (-len(whole) % 512)
    (tmp_path / "a.tar").write_bytes(data + b"\0" * n_zeros)
    topic = read_documents(tmp_path / "a.tar")
    assert (len(topic), topic.skipped) == (1, ())


@pytest.mark.parametrize("n_bytes", [512, 600, 1023])
def test_a_tar_archive_that_is_cut_off_says_so(n_bytes, tmp_path):
    (tmp_path / "a.tar").write_bytes(tarred({"a.txt": FIRST, "b.txt": SECOND})[: 1024 + n_bytes])
    assert "damaged" in " ".join(skipped.reason for skipped in read_documents(tmp_path / "a.tar").skipped)
