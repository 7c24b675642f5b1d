"""An error to a `Skipped`: broken input becomes data, with a reason that a person can act on."""

from __future__ import annotations

from summarizer.datamodel import Skipped
from summarizer.errors import InputError, MissingExtraError, os_error_reason

_SHOWN_CHARACTERS = 200  # of names and messages that others wrote; hostile ones may be megabytes


def skip(path: str | None, error: Exception, part: str = "") -> Skipped:
    """Say why a file, or the part of it that is named ("entry 3"), was left out."""
    reason = reason_of(error)
    return Skipped(path, f"{part}: {reason}" if part else reason)


def reason_of(error: Exception) -> str:
    """Put an error into words, without the path: that stands beside the reason.

    Third-party parsers raise what they like on broken files; of such an error the class and the message are shown.
    """
    if isinstance(error, InputError):
        return error.reason
    if isinstance(error, OSError):
        return os_error_reason(error)
    if isinstance(error, MissingExtraError):
        return str(error)
    return f"could not be parsed ({type(error).__name__}: {shorten(' '.join(str(error).split()))})"


def shorten(text: str) -> str:
    """Cut off a name or a message that is too long to show."""
    return text[:_SHOWN_CHARACTERS]
