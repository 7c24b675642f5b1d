"""Messages that were passed on: the article in them has a sender, a date and a subject of its own."""

from __future__ import annotations

import re

PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|vs|vb|doorst|пересл)\s?:\s*)+", re.IGNORECASE)

# How mail programs name what they repeat at the top of a message that is passed on.
_NAMES = {
    "From": "From Von De Da Van Från Fra Od От 发件人 寄件者 差出人",
    "Date": "Date Sent Datum Gesendet Envoyé Fecha Enviado Data Inviato Verzonden Sendt Dato Дата Отправлено 日期",
    "Subject": "Subject Betreff Objet Asunto Assunto Oggetto Onderwerp Ämne Emne Temat Тема 主题 主旨 件名",
    "To": "To An À A Para Aan Till Til Do Кому Cc Kopie Reply-To Antwort-An 收件人 宛先",
}
_HEADERS = {name.casefold(): header for header, names in _NAMES.items() for name in names.split()}
_LINE = re.compile(r"[ \t>]{0,9}\*?([^\W\d_][\w-]{0,14}) ?\*?[:：]\*?[ \t]+(\S.*)")
_MARKER = re.compile(
    r"\W*(?:begin )?(?:forwarded message|weitergeleitete nachricht|original message|ursprüngliche nachricht"
    r"|(?:message|courriel) transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht"
    r"|vidarebefordrat meddelande|videresendt (?:besked|melding)|пересылаемое сообщение|转发邮件|转发的邮件)\W*",
    re.IGNORECASE,
)
_MAX_NOTE_LINES = 60  # before the message that is passed on
_MAX_DEPTH = 5  # times that a message is passed on
_MIN_HEADERS = 3  # lines; two may be chance


def split_forwarded(text: str, subject: str) -> tuple[dict[str, str], str, str]:
    """Split a message that was passed on into the headers of its article, the article, and what was written above it.

    The headers are empty where nothing was passed on, or where more was written above it.
    """
    found: dict[str, str] = {}
    notes: list[str] = []
    for _ in range(_MAX_DEPTH):
        parts = _find_headers(text, is_passed_on=bool(found) or _is_passed_on(subject))
        if parts is None or len(parts[0].split()) > len(parts[2].split()):
            break
        note, found, text = parts
        notes.append(note.strip())
    return found, text, "\n".join(filter(None, notes))


def _is_passed_on(subject: str) -> bool:
    prefix = PREFIX.match(subject)
    return prefix is not None and re.search(r"fwd?|wg|tr|rv|enc|doorst", prefix[0], re.IGNORECASE) is not None


def _find_headers(text: str, *, is_passed_on: bool) -> tuple[str, dict[str, str], str] | None:
    """Find the first headers in a text: what stands before them, they, and what stands after them; None without."""
    lines = text.splitlines()
    for i, line in enumerate(lines[:_MAX_NOTE_LINES]):
        is_marked = _MARKER.fullmatch(line) is not None
        if not (is_marked or (is_passed_on and _LINE.match(line))):
            continue
        begin = next((j for j in range(i + is_marked, len(lines)) if lines[j].strip(" \t>")), len(lines))
        headers, end = _read_headers(lines, begin)
        if "From" in headers and len(headers) >= _MIN_HEADERS:
            return "\n".join(lines[:i]), headers, "\n".join(_without_marks(lines[end:]))
    return None


def _read_headers(lines: list[str], begin: int) -> tuple[dict[str, str], int]:
    headers: dict[str, str] = {}
    end = begin
    while end < len(lines) and (line := _LINE.match(lines[end])) and line[1].casefold() in _HEADERS:
        headers.setdefault(_HEADERS[line[1].casefold()], line[2].strip())
        end += 1
    return headers, end


def _without_marks(lines: list[str]) -> list[str]:
    """Take off the `>` before each line of a quotation, if it is before all of them."""
    written = [line for line in lines if line.strip()]
    if not all(line.startswith(">") for line in written):
        return lines
    return [line.removeprefix(">").removeprefix(" ") for line in lines]
