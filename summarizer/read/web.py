"""Fetch pages and files by their addresses: politely, one after the other, within the limits of size and time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from summarizer.errors import InputError, LimitError
from summarizer.limits import Limits
from summarizer.locations import is_web_address
from summarizer.read.peers import Peers, pool_manager
from summarizer.read.raw_files import RawFile, make_raw_file
from summarizer.read.skipping import shorten
from summarizer.read.unpack_allowance import check_file_size
from summarizer.version import VERSION

# urllib3 takes a tenth of a second to import, and what is imported inside functions below some milliseconds more: they
# are imported when there is an address.
if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

MAX_REDIRECTS = 5
PAUSE_SECONDS = 1.0  # between two requests to a host
_ANSWER_SECONDS = 20.0  # to wait for a connection, and for the next piece
_PIECE = 1 << 16
_OK = 200  # the status of an answer that holds the page
_HEADERS = {"User-Agent": f"summarizer/{VERSION}", "Accept-Encoding": "gzip", "Accept": "text/html,*/*;q=0.8"}
SUFFIXES = {  # without text/plain: servers call Markdown, JSON and more so
    "application/atom+xml": ".atom",
    "application/epub+zip": ".epub",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-ndjson": ".jsonl",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/tab-separated-values": ".tsv",
    "text/xml": ".xml",
}
_NO_TEXT = ("image/", "audio/", "video/", "font/")


def hide_user(url: str) -> str:
    """Replace the user name and the password in an address, so that it may be shown."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}...@{host.rpartition('@')[2]}{slash}{path}" if "@" in host else url


class Fetcher:
    """Fetches pages, and remembers when it asked which host."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._asked: dict[str, float] = {}
        self.n_fetched = 0

    def fetch(self, url: str) -> RawFile:
        """Fetch an address and follow redirects; never to a private address, unless the typed one is private too.

        Raises
        ------
        InputError
            It cannot be fetched; the reason says why.
        LimitError
            It is too large or too slow.
        """
        from urllib3.exceptions import HTTPError, LocationValueError

        self.n_fetched += 1
        _refuse_user(url, url)
        peers = Peers()
        try:
            return self._within_limit(lambda deadline: self._follow(url, peers, deadline), peers, url)
        except LocationValueError as error:
            raise InputError(url, "is no address") from error
        except HTTPError as error:
            raise InputError(url, _describe(error)) from error

    def _within_limit(self, follow: Callable[[float], RawFile], peers: Peers, url: str) -> RawFile:
        """Return what `follow` returns, given its deadline; on another thread, because a server may send byte by byte.

        Raises
        ------
        LimitError
            It took too long. Its connections are closed, which ends the thread.
        """
        seconds = self._limits.seconds
        done: Future[RawFile] = Future()

        def finish() -> None:
            try:
                done.set_result(follow(time.monotonic() + seconds))
            except BaseException as error:  # noqa: BLE001 (it is raised where the result is waited for)
                done.set_exception(error)

        threading.Thread(target=finish, name=f"fetch {url}", daemon=True).start()
        try:
            return done.result(timeout=min(seconds, threading.TIMEOUT_MAX))
        except FutureTimeoutError:
            raise LimitError(url, f"took more than {seconds} s to read", "seconds") from None
        finally:
            peers.close()

    def _follow(self, url: str, peers: Peers, deadline: float) -> RawFile:
        manager = pool_manager(peers.check)
        address = url
        for _ in range(MAX_REDIRECTS + 1):
            response = manager.request(
                "GET",
                address,
                headers=_HEADERS,
                redirect=False,
                retries=False,
                timeout=min(_ANSWER_SECONDS, max(0.1, deadline - time.monotonic())),
                preload_content=False,
                decode_content=False,
            )
            with response:
                target = response.get_redirect_location()
                if not target:
                    return self._receive(response, url, address, deadline)
            if not is_web_address(target := urljoin(address, target)):
                raise InputError(url, "is redirected to what is not on the web")
            _refuse_user(target, url)
            self.wait(target)
            peers.is_typed = _origin(target) == _origin(url)
            peers.is_first = False
            address = target
        raise InputError(url, f"is redirected more than {MAX_REDIRECTS} times")

    def wait(self, address: str) -> None:
        """Wait until PAUSE_SECONDS have passed since the last request to a host."""
        host = urlsplit(address).hostname or ""
        asked = self._asked.get(host)
        if asked is not None:
            time.sleep(max(0.0, asked + PAUSE_SECONDS - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _receive(self, response: BaseHTTPResponse, url: str, address: str, deadline: float) -> RawFile:
        if response.status != _OK:
            raise InputError(url, f"the server says {response.status} {shorten(response.reason or '')}".rstrip())
        kind, _, parameters = response.headers.get("Content-Type", "").lower().partition(";")
        if kind.strip().startswith(_NO_TEXT):
            raise InputError(url, f"is no text, but {shorten(kind.strip())}")
        if response.headers.get("Content-Encoding", "identity").lower() not in ("identity", "gzip", "x-gzip"):
            raise InputError(url, "is packed in a way that is not read")
        charset = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
        data = self._download(response, url, deadline)
        raw = make_raw_file(data, url, self._limits)
        return replace(raw, url=address, charset=charset, suffix=SUFFIXES.get(kind.strip()))

    def _download(self, response: BaseHTTPResponse, url: str, deadline: float) -> bytes:
        pieces: list[bytes] = []
        n_bytes = 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            n_bytes += len(piece)
            check_file_size(n_bytes, url, self._limits.file_bytes)
            if time.monotonic() > deadline:
                raise LimitError(url, f"took more than {self._limits.seconds} s to read", "seconds")
        return b"".join(pieces)


def _refuse_user(address: str, url: str) -> None:
    if "@" in urlsplit(address).netloc:
        raise InputError(url, "has a user name in it, which the briefing would show; save it to a file")


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port


def _describe(error: Exception) -> str:
    """Say why a page cannot be fetched, for a person."""
    from urllib3 import exceptions

    reasons = {  # a subclass stands before its class
        exceptions.NameResolutionError: "no such host, or no network",
        exceptions.NewConnectionError: "the host does not answer",
        exceptions.TimeoutError: "no answer in time",
        exceptions.SSLError: "its certificate cannot be trusted",
        exceptions.ProtocolError: "the connection broke off",
    }
    return next((reason for kind, reason in reasons.items() if isinstance(error, kind)), str(error))
