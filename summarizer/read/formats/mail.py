"""E-mail: a message (.eml), a mailbox (.mbox), and a web page that a browser saved as a message (.mhtml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.locations import is_web_address
from summarizer.read.encodings import decode_text
from summarizer.read.formats.html import read_html
from summarizer.read.formats.html_fragment import text_of_page
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import skip

# The standard library's e-mail package takes as long to import as all readers here: only messages need it.
if TYPE_CHECKING:
    from email.message import Message

_MAX_HEADER = 2000  # characters; a longer header is no title, name or date
_STUB_RATIO = 0.5  # of the HTML part: a plain part shorter than this only says "view this in your browser"
_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|enc)\s?:\s*)+", re.IGNORECASE)
# A mailbox's messages begin after a blank line with "From ", an address and a date that ends with a year.
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S{1,300} [^\r\n]{0,100}\d{4}[ \t]{0,9}\r?\n")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_eml(raw: RawFile) -> list[Document]:
    """Read a message as one document; its text is the plain part, or the HTML part where that says much more.

    Raises
    ------
    InputError
        There is no text in the message.
    """
    from email import message_from_bytes
    from email.utils import parseaddr

    message = message_from_bytes(raw.data)
    text = _body(message, raw)
    if not text.strip():
        raise InputError(raw.path, "no text in the message")
    sender = address = ""
    with suppress(RecursionError):  # it recurses into comments in comments
        sender, address = parseaddr(_header(message, "From"))
    return [
        Document(
            text=text,
            title=_PREFIX.sub("", _header(message, "Subject"), count=1).strip() or None,
            publisher=sender.strip() or address.rpartition("@")[2] or None,
            date=_date(message),
            url=_archived_at(message),
            path=raw.path,
        )
    ]


def read_mbox(raw: RawFile) -> Iterator[Document | Skipped]:
    """Read each message of a mailbox as a document; one that cannot be read becomes a `Skipped`.

    Raises
    ------
    InputError
        There is no message in the file.
    """
    if not _FROM_LINE.search(raw.data):
        raise InputError(raw.path, "no mailbox: no message begins with a From line")
    bounds = chain((match.span() for match in _FROM_LINE.finditer(raw.data)), [(len(raw.data), 0)])
    messages = (raw.data[begin:end] for (_, begin), (end, _) in pairwise(bounds))
    return (_read_message(message, raw, number) for number, message in enumerate(messages, start=1))


def read_mhtml(raw: RawFile) -> list[Document]:
    """Read the page that was saved as one document; the HTML reader finds the article on it.

    Raises
    ------
    InputError
        No page is in the file, or no article on the page.
    """
    from email import message_from_bytes

    message = message_from_bytes(raw.data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise InputError(raw.path, "no page in it")
    address = _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")
    url = address if is_web_address(address) else None
    return read_html(replace(raw, data=_part_text(page, raw.path).encode("utf-8", "surrogatepass"), url=url))


def _read_message(message: bytes, raw: RawFile, number: int) -> Document | Skipped:
    try:
        [document] = read_eml(replace(raw, data=_ESCAPED_FROM.sub(rb"\1", message)))
    except Exception as error:  # noqa: BLE001 (parsers raise what they like on broken messages)
        return skip(raw.path, error, f"message {number}")
    return document


def _body(message: Message, raw: RawFile) -> str:
    """Take the text of the first plain part, or of the first HTML part where that says much more."""
    plain = next(_texts(message, "text/plain", raw.path), "")
    marked = next(_texts(message, "text/html", raw.path), "")
    from_html = text_of_page(marked, raw.limits) if marked.strip() else ""
    return from_html if len(plain.strip()) < _STUB_RATIO * len(from_html) else plain


def _texts(message: Message, kind: str, path: str) -> Iterator[str]:
    """Decode the parts of a kind ("text/plain") that are no attachments."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            yield _part_text(part, path)


def _part_text(part: Message, path: str) -> str:
    payload = part.get_payload(decode=True)
    charset = (part.get_content_charset() or "").replace("\0", "")
    return decode_text(payload, path, charset) if isinstance(payload, bytes) and payload.strip() else ""


def _header(message: Message, name: str) -> str:
    """Decode a header, on one line; empty where there is none, or where it is too long to be a title or a name."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    value = message.get(name)
    written = "" if value is None else str(value)
    if not written or len(written) > _MAX_HEADER:
        return ""
    with suppress(ValueError, LookupError, MessageError):  # a word in an unknown encoding stays encoded
        written = str(make_header(decode_header(written)))
    return " ".join(written.split())


def _date(message: Message) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def _archived_at(message: Message) -> str | None:
    """Find the address at which a list or a newsletter keeps the message (RFC 5064)."""
    address = _header(message, "Archived-At").strip("<> ")
    return address if is_web_address(address) else None
