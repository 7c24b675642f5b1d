"""Addresses are fetched from a server on loopback, and from nowhere else."""

import gzip
import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import ClassVar

import pytest
import test_formats as formats
from click.testing import CliRunner
from conftest import PATIENCE

from summarizer import Limits, read_documents, summarize, verify_briefing
from summarizer.command.summarize import main
from summarizer.read import peers, web

FIRST = "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder."
SECOND = "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey."
PAGE = f"<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
LATIN = PAGE.replace("Hamm", "Übersee").encode("latin-1")
JSON = json.dumps([{"text": FIRST, "title": "Bridge shut"}]).encode()
ANSWERS = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/latin": (200, {"Content-Type": 'text/html; charset="iso-8859-1"'}, LATIN),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"?"),
    "/untold": (200, {}, PAGE.encode()),
    "/report": (200, {"Content-Type": "application/pdf"}, formats.pdf(formats.PAGES)),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, formats.RSS.encode()),
    "/articles": (200, {"Content-Type": "application/json"}, JSON),
    "/raw/notes.md?raw=1": (200, {"Content-Type": "text/plain"}, f"---\ntitle: Bridge shut\n---\n{FIRST}".encode()),
    "/news.zip": (200, {"Content-Type": "application/zip"}, formats.zipped({"a.txt": FIRST, "b/c.html": PAGE})),
    "/photo": (200, {"Content-Type": "image/jpeg"}, b"\xff\xd8"),
    "/gone": (404, {}, b"<html><body><p>Not found. Subscribe to our newsletter today for more.</p></body></html>"),
    "/busy": (429, {"Retry-After": "100"}, b""),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000)),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/cut": (200, {"Content-Type": "text/html", "Content-Length": "100000"}, PAGE.encode()),
}


class Answer(BaseHTTPRequestHandler):
    """Says what ANSWERS has, and keeps what it was asked."""

    asked: ClassVar = []

    def do_GET(self):
        self.asked.append((self.path, dict(self.headers)))
        if self.path == "/drip":
            return self.drip()
        status, headers, body = self.server.answers[self.path]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def drip(self):
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(2400):  # two minutes, if nothing ends it
                self.wfile.write(b"<p>more</p>")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return  # the client has had enough

    def log_message(self, *_):
        """Nothing on the terminal."""


@pytest.fixture(scope="module")
def servers():
    """Two, of the same answers: what one redirects to may be the other."""
    running = [ThreadingHTTPServer(("127.0.0.1", 0), Answer) for _ in range(2)]
    for server in running:
        server.answers = dict(ANSWERS)
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{server.server_port}" for server in running]
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def here(servers, monkeypatch):
    monkeypatch.setattr(web, "PAUSE_SECONDS", 0.0)
    Answer.asked.clear()
    return servers[0]


def test_a_page_is_read_as_if_it_had_been_saved(here):
    [document] = read_documents(f"{here}/page")
    assert document.text == f"Bridge shut\n{FIRST}\n{SECOND}"
    assert (document.title, document.url, document.path) == ("Bridge shut", f"{here}/page", f"{here}/page")


@pytest.mark.parametrize(
    ("where", "n_documents", "part"),
    [
        ("/latin", 1, "Übersee"),
        ("/packed", 1, "Hamm"),
        ("/untold", 1, "Hamm"),
        ("/moved", 1, "Hamm"),
        ("/report", 1, "bridge"),
        ("/feed", 2, "Orle"),
        ("/articles", 1, "Orle"),
        ("/raw/notes.md?raw=1", 1, "Orle"),
        ("/news.zip", 2, "Orle"),
    ],
)
def test_whatever_is_read_from_a_file_is_read_from_the_web(here, where, n_documents, part):
    documents = read_documents(f"{here}{where}")
    assert len(documents) == n_documents
    assert part in documents[0].text
    assert "---" not in documents[0].text


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("/gone", "the server says 404 Not Found"),
        ("/busy", "the server says 429 Too Many Requests"),
        ("/photo", "is no text, but image/jpeg"),
        ("/brotli", "is packed in a way that is not read"),
        ("/bomb", "unpacks to more than 11 MB (limit unpacked_ratio)"),
        ("/loop", "is redirected more than 5 times"),
        ("/file", "is redirected to what is not on the web"),
        ("/cut", "the connection broke off"),
    ],
)
def test_what_cannot_be_had_is_told_and_costs_nothing_else(here, where, reason):
    topic = read_documents([f"{here}{where}", f"{here}/page"])
    assert len(topic) == 1
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [(f"{here}{where}", reason)]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://", "is no address"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(url, reason):
    assert [skipped.reason for skipped in read_documents(url).skipped] == [reason]


def test_a_password_is_neither_sent_nor_shown():
    [skipped] = read_documents("http://bob:secret@127.0.0.1:9/a@b").skipped
    assert skipped.path == "http://...@127.0.0.1:9/a@b"
    assert skipped.reason == "has a user name in it, which the briefing would show; save it to a file"


def test_a_redirect_may_not_make_a_name_up(here, servers, monkeypatch):
    topic = redirected(here, servers[0].replace("//", "//bob:secret@"), monkeypatch)
    assert [skipped.reason for skipped in topic.skipped] == [
        "has a user name in it, which the briefing would show; save it to a file"
    ]


def test_an_address_named_twice_is_fetched_once(here):
    assert len(read_documents([f"{here}/page", f"{here}/page"])) == 1
    assert len(Answer.asked) == 1


def test_a_host_that_is_not_found_is_told(monkeypatch):
    def look_up(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert [skipped.reason for skipped in read_documents("http://a.invalid/").skipped] == [
        "no such host, or no network"
    ]


def test_a_host_that_does_not_answer_is_told():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert [skipped.reason for skipped in read_documents(url).skipped] == ["the host does not answer"]


@pytest.mark.parametrize(
    ("where", "limits", "reason"),
    [
        ("/page", {"file_bytes": 100}, "has more than 100 bytes (limit file_bytes)"),
        ("/drip", {"seconds": 1}, "took more than 1 s to read (limit seconds)"),
    ],
)
def test_a_page_keeps_to_the_limits(here, where, limits, reason):
    assert [skipped.reason for skipped in read_documents(f"{here}{where}", limits=Limits(**limits)).skipped] == [reason]


@pytest.fixture
def raw_server():
    """Starts a server that sends these pieces, one after the other, and then closes the connection."""
    ending = threading.Event()

    def answer(listening, pieces, pause):
        connection, _ = listening.accept()
        with listening, connection, suppress(OSError):
            connection.recv(4096)
            for piece in pieces:
                connection.sendall(piece)
                if ending.wait(pause):
                    break

    def start(pieces, pause=0.0):
        listening = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=answer, args=(listening, pieces, pause), daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield start
    ending.set()


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


def test_the_limit_of_time_holds_on_any_thread(here, raw_server):
    drops = [b"a"] * 2400  # two minutes, if nothing ends it
    urls = [f"{here}/drip", raw_server([OK, b"X-Slow: ", *drops], 0.05), raw_server([CHUNKED, b"5;", *drops], 0.05)]
    found = []

    def read(url):
        found.append(read_documents(url, limits=Limits(seconds=1)).skipped[0].reason)

    threads = [threading.Thread(target=read, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["took more than 1 s to read (limit seconds)"] * 3
    for thread in threading.enumerate():
        if thread.name.startswith("fetch "):  # its connection is closed
            thread.join(PATIENCE)
            assert not thread.is_alive()


HALF = PAGE[: PAGE.index("</p>") + 30].encode()
BROKE_OFF = "the connection broke off"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (OK + b"Content-Length: 100000\r\n\r\n" + HALF, BROKE_OFF),
        (CHUNKED + b"%x\r\n%s\r\n" % (len(HALF), HALF), BROKE_OFF),
        (CHUNKED + b"%x\r\n%s" % (len(HALF) + 99, HALF), BROKE_OFF),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE.encode())[:200], "cut off: the end of the .gz file is missing"),
        (OK + b"Connection: close\r\n\r\n" + HALF, "cut off: the end of the page is missing"),
    ],
    ids=["length", "between chunks", "in a chunk", "packed", "unannounced"],
)  # fmt: skip
def test_a_connection_that_closes_in_the_middle_of_a_page_is_told(raw_server, answer, reason):
    assert [skipped.reason for skipped in read_documents(raw_server([answer])).skipped] == [reason]


@pytest.fixture
def public_here(servers, monkeypatch):
    """The first server passes for one on the public internet, the second for one behind the firewall."""
    monkeypatch.setattr(web, "PAUSE_SECONDS", 0.0)
    connect = socket.socket.connect
    connected_to = {}

    def note(self, address):
        connect(self, address)
        connected_to[self.getsockname()] = address

    monkeypatch.setattr(socket.socket, "connect", note)
    monkeypatch.setattr(
        peers, "is_public", lambda _: list(connected_to.values())[-1][1] == int(servers[0].rpartition(":")[2])
    )
    Answer.asked.clear()
    return servers


def test_a_redirect_to_a_private_address_is_refused_before_anything_is_asked(public_here, monkeypatch):
    public, private = public_here
    monkeypatch.setitem(ANSWERS, "/out", (302, {"Location": f"{private}/page"}, b""))
    topic = redirected(public, private, monkeypatch)
    assert [skipped.reason for skipped in topic.skipped] == ["is redirected to a private address"]
    assert [path for path, _ in Answer.asked] == ["/moved"]


def redirected(public, private, monkeypatch):
    """What comes of a page of the public server that leads to the private one."""
    send = Answer.send_header
    monkeypatch.setattr(
        Answer,
        "send_header",
        lambda self, name, value: send(self, name, f"{private}{value}" if name == "Location" else value),
    )
    return read_documents(f"{public}/moved")


def test_what_was_typed_may_be_private_and_lead_to_itself_but_nowhere_else(servers, monkeypatch):
    monkeypatch.setattr(web, "PAUSE_SECONDS", 0.0)
    first, second = servers
    assert len(read_documents(f"{first}/moved")) == 1
    topic = redirected(first, second, monkeypatch)
    assert [skipped.reason for skipped in topic.skipped] == ["is redirected to a private address"]


@pytest.mark.parametrize(
    ("peer", "is_public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),  # noqa: S104 (nothing is bound to it)
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:7f00:1::", False),
        ("2002:5db8:d822::", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b:1::5db8:d822", False),
        ("::127.0.0.1", False),
        ("::ffff:0:7f00:1", False),
        ("2606:2800:220:1:0:5efe:7f00:1", False),
        ("fec0::1", False),
        ("ff0e::1", False),
        ("::", False),
        ("224.0.0.1", False),
        ("239.1.2.3", False),
        ("240.0.0.1", False),
        ("100.64.0.1", False),
    ],
)
def test_private_addresses_are_known_in_every_form(peer, is_public):
    assert peers.is_public(peer) is is_public


def test_requests_are_few_and_say_who_asks(here, monkeypatch):
    slept = []
    monkeypatch.setattr(web, "PAUSE_SECONDS", 1.0)
    monkeypatch.setattr(web, "time", SimpleNamespace(sleep=slept.append, monotonic=lambda: 7.0))
    read_documents([f"{here}/page", f"{here}/articles"])
    assert [path for path, _ in Answer.asked] == ["/page", "/articles"]
    assert {headers["User-Agent"].partition("/")[0] for _, headers in Answer.asked} == {"summarizer"}
    assert slept == [1.0]


def test_a_redirect_waits_for_its_host_too(here, monkeypatch):
    slept = []
    monkeypatch.setattr(web, "PAUSE_SECONDS", 1.0)
    monkeypatch.setattr(web, "time", SimpleNamespace(sleep=slept.append, monotonic=time.monotonic))
    read_documents(f"{here}/moved")
    assert [path for path, _ in Answer.asked] == ["/moved", "/page"]
    assert len(slept) == 1


def test_a_briefing_is_made_of_pages_and_files_together_and_verified_without_the_network(here, tmp_path):
    (tmp_path / "a.txt").write_text(f"{FIRST} {SECOND}")
    briefing = summarize([f"{here}/articles", str(tmp_path / "a.txt")])
    assert [source.url for source in briefing.sources] == [None, None]
    asked = len(Answer.asked)
    reasons = {mismatch.reason for mismatch in verify_briefing(briefing).mismatches}
    assert reasons <= {"it was fetched from there, and is not again"}
    assert len(Answer.asked) == asked


def test_the_command_takes_addresses(here):
    result = CliRunner().invoke(main, [f"{here}/page", f"{here}/gone", "-n", "1"])
    assert result.exit_code == 0
    assert result.stderr == f"Warning: skipped {here}/gone: the server says 404 Not Found\n"
    assert f"\n    {here}/page\n" in result.stdout
