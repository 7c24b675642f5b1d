"""E-mail: a message (.eml), a mailbox (.mbox), and a web page that a browser saved as a message (.mhtml)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.language.dates import parse_date
from summarizer.locations import is_web_address
from summarizer.read.encodings import decode_text
from summarizer.read.formats.forwarded import PREFIX, split_forwarded
from summarizer.read.formats.html import read_html
from summarizer.read.formats.html_fragment import text_of_page
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten, skip
from summarizer.read.web import SUFFIXES

# The standard library's e-mail package takes as long to import as all readers here: only messages need it.
if TYPE_CHECKING:
    from email.message import Message

_MAX_HEADER = 2000  # characters; a longer header is no title, name or date
_STUB_RATIO = 0.5  # of the HTML part: a plain part shorter than this only says "view this in your browser"
_REPEATED_RATIO = 0.8  # of the words of a part that another one holds: with more, the two are one text
_MIN_NOTE_WORDS = 12  # above a message that is passed on: with fewer it is "Have you seen this?"
_NO_PROSE = frozenset(
    "text/calendar text/css text/csv text/directory text/javascript text/rfc822-headers text/vcard text/x-vcard"
    " text/x-amp-html text/x-patch".split()
)
_MESSAGES = ("message/rfc822", "message/global")
_ARTICLES = frozenset(SUFFIXES) | {"text/plain"}
_ARTICLE_NAME = re.compile(r"\.(?:txt|text|md|html?|docx?|odt|rtf|pdf|epub|eml|json|zip)$", re.IGNORECASE)
# A mailbox's messages begin with "From ", an address and a date that ends with a year: after a blank line; or anywhere,
# if the date is written as programs write it.
_FROM_LINE = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S{1,300} [^\r\n]{0,100}\d{4}[ \t]{0,9}\r?\n"
    rb"|^From \S{1,300} {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?"
    rb"[^\r\n]{0,20} \d{4}[ \t]{0,9}\r?\n",
    re.MULTILINE,
)
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_eml(raw: RawFile) -> list[Document | Skipped]:
    """Read a message as a document, and each message that it holds as another.

    Raises
    ------
    InputError
        There is no text in the message.
    """
    from email import message_from_bytes

    message = message_from_bytes(raw.data)
    entries = [entry for part in _messages(message) for entry in _read_part(part, raw)]
    if not entries:
        raise InputError(raw.path, "no text in the message")
    return [*entries, *(Skipped(raw.path, fault) for fault in _faults(message))]


def _read_part(message: Message, raw: RawFile) -> Iterator[Document | Skipped]:
    """Make the document of a message with text; of one that was passed on, with what is known of the article in it."""
    from email.utils import parseaddr

    headers = {name: _header(message, name) for name in ("From", "Subject", "Date")}
    passed_on, text, note = split_forwarded(_text_of(message, raw), headers["Subject"])
    if not text.strip():
        return
    sender = address = ""
    with suppress(RecursionError):  # it recurses into comments in comments
        sender, address = parseaddr((passed_on or headers)["From"])
    yield Document(
        text=text,
        title=PREFIX.sub("", passed_on.get("Subject") or headers["Subject"], count=1).strip() or None,
        publisher=sender.strip(" *") or address.rpartition("@")[2] or None,
        date=_date((passed_on or headers).get("Date", "")),
        url=_archived_at(message),
        path=raw.path,
    )
    if len(note.split()) >= _MIN_NOTE_WORDS:
        yield Skipped(raw.path, "what was written above the message that was passed on is not read")


def read_mbox(raw: RawFile) -> Iterator[Document | Skipped]:
    """Read each message of a mailbox as a document; one that cannot be read becomes a `Skipped`.

    Raises
    ------
    InputError
        There is no message in the file.
    """
    if not _FROM_LINE.search(raw.data):
        raise InputError(raw.path, "no mailbox: no message begins with a From line")
    bounds = chain([(0, 0)], (match.span() for match in _FROM_LINE.finditer(raw.data)), [(len(raw.data), 0)])
    messages = (raw.data[begin:end] for (_, begin), (end, _) in pairwise(bounds))
    whole = (message for number, message in enumerate(messages) if number or message.strip())
    return chain.from_iterable(_read_message(message, raw, number) for number, message in enumerate(whole, start=1))


def read_mhtml(raw: RawFile) -> list[Document | Skipped]:
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
    read = read_html(replace(raw, data=_part_text(page, raw.path).encode("utf-8", "surrogatepass"), url=url))
    return [*read, *(Skipped(raw.path, fault) for fault in _faults(message))]


def _read_message(message: bytes, raw: RawFile, number: int) -> list[Document | Skipped]:
    where = f"message {number}"
    try:
        entries = read_eml(replace(raw, data=_ESCAPED_FROM.sub(rb"\1", message)))
    except Exception as error:  # noqa: BLE001 (parsers raise what they like on broken messages)
        return [skip(raw.path, error, where)]
    return [Skipped(each.path, f"{where}: {each.reason}") if isinstance(each, Skipped) else each for each in entries]


def _messages(message: Message) -> Iterator[Message]:
    """Find a message, and those in it: a digest, or a message that was passed on as an attachment."""
    yield message
    for part in message.walk():
        if part is not message and part.get_content_type() in _MESSAGES and part.is_multipart():
            yield from (inner for inner in part.get_payload() if not isinstance(inner, str))


def _text_of(part: Message, raw: RawFile) -> str:
    """Take the text of a message: of its parts one after the other, of alternatives the one that says most."""
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment" or kind in _MESSAGES:
        return ""
    if part.is_multipart():
        inner = [each for each in part.get_payload() if not isinstance(each, str)]
        parts = [(each.get_content_type(), _text_of(each, raw)) for each in inner]
        return _choose(parts) if kind == "multipart/alternative" else "\n\n".join(_without_repeated(parts))
    is_text = part.get_content_maintype() == "text" and kind not in _NO_PROSE
    text = _part_text(part, raw.path) if is_text else ""
    return text_of_page(text, raw.limits) if kind == "text/html" and text.strip() else text


def _choose(parts: Sequence[tuple[str, str]]) -> str:
    """Choose the first plain part, or the first other one where that says much more."""
    plain = next((text for kind, text in parts if kind == "text/plain"), "")
    other = next((text for kind, text in parts if kind != "text/plain" and text.strip()), "")
    return other if len(plain.strip()) < _STUB_RATIO * len(other) else plain


def _without_repeated(parts: Sequence[tuple[str, str]]) -> list[str]:
    """Leave out what is a plain and an HTML part of one text, although it is not said to be."""
    texts = [(kind, text) for kind, text in parts if text.strip()]
    if len({kind for kind, _ in texts}) < 2:  # noqa: PLR2004 (all of a kind)
        return [text for _, text in texts]
    kept: dict[int, tuple[str, frozenset[str]]] = {}
    for number, (kind, text) in sorted(enumerate(texts), key=lambda part: -len(part[1][1])):
        words = frozenset(text.split())
        if not any(
            kind != other and len(words & found) >= _REPEATED_RATIO * len(words) for other, found in kept.values()
        ):
            kept[number] = kind, words
    return [text for number, (_, text) in enumerate(texts) if number in kept]


def _part_text(part: Message, path: str) -> str:
    from email.errors import InvalidBase64LengthDefect

    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes) and any(isinstance(each, InvalidBase64LengthDefect) for each in part.defects):
        payload = b64decode(b"".join(payload.split())[:-1] + b"==")  # a letter too many would leave all as it is
    charset = (part.get_content_charset() or "").replace("\0", "")
    return decode_text(payload, path, charset) if isinstance(payload, bytes) and payload.strip() else ""


def _faults(message: Message) -> Iterator[str]:
    """Say what of a message is lost: an end that is missing, letters that are no base64, articles attached to it."""
    from email import errors

    written = message.get_payload()
    is_headers_only = any(isinstance(defect, errors.MissingHeaderBodySeparatorDefect) for defect in message.defects)
    if is_headers_only and isinstance(written, str) and "\n" not in written:
        yield "cut off: it ends in the middle of its headers"
    for part in message.walk():
        if part.get_content_type() in _MESSAGES:
            continue
        if len((part.epilogue or "").split()) >= _MIN_NOTE_WORDS:
            yield "what stands after the last part of the message is not read"
        name = part.get_filename() or part.get_content_type()
        if part.get_content_disposition() == "attachment":
            if part.get_content_type() in _ARTICLES or _ARTICLE_NAME.search(name):
                yield f"the attachment {shorten(name)} is not read; save it to have it read"
        elif any(isinstance(defect, errors.CloseBoundaryNotFoundDefect) for defect in part.defects):
            yield "cut off: the end of the message is missing"
        elif any("Base64" in type(defect).__name__ for defect in part.defects):
            yield "damaged or cut off: a part in base64 cannot be read whole"


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


def _date(written: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError):
        return parse_date(written)


def _archived_at(message: Message) -> str | None:
    """Find the address at which a list or a newsletter keeps the message (RFC 5064)."""
    address = _header(message, "Archived-At").strip("<> ")
    return address if is_web_address(address) else None
