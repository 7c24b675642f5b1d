"""Text from any source made safe to show: nothing in it acts on a terminal or reorders what stands around it."""

from __future__ import annotations

import re

# Control characters but for tab and newline, surrogates, and the format characters that hide, reorder or tag text. The
# joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are written with them.
UNSAFE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0"
    "\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e0fff]"
)
_HIDDEN = re.compile(
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180b-\\u180f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\U000e0000-\\U000e0fff]"
)
_ODD_SPACE = re.compile("[\\r\\x0b\\x0c\\x1c-\\x1f\\x85\\u2028\\u2029]")


def make_safe(text: str) -> str:
    """Make a text safe to show: control characters become U+FFFD, invisible ones go, odd white space becomes spaces."""
    return UNSAFE.sub("\ufffd", _HIDDEN.sub("", _ODD_SPACE.sub(" ", text))) if UNSAFE.search(text) else text


def make_printable(text: str) -> str:
    """Make a text safe to show, on one line: white space is folded."""
    return " ".join(make_safe(text).split())
