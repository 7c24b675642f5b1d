"""Codes of languages: which there are, and which a user may have meant."""

from __future__ import annotations

import re

_PLAIN_CODE = re.compile(r"[a-z]{2,3}", re.ASCII)
_REGION = re.compile(r"([A-Za-z]{2,3})[-_][A-Za-z0-9_-]+", re.ASCII)


def is_language_code(code: str) -> bool:
    """Tell whether a code is one of ISO 639 that is in use, in lower case: "pt", or "ace", but not "xx" nor "por"."""
    return bool(_PLAIN_CODE.fullmatch(code)) and code in _names_in_english()


def suggest_code(typed: str) -> str | None:
    """Find the code that is meant by a name in English, a code of three letters, or one with a region; else None."""
    from babel.core import get_global  # babel takes 0.05 s to import, and few runs name a language

    region = _REGION.fullmatch(typed)
    folded = (region[1] if region else typed).strip().casefold()
    if is_language_code(folded):
        return folded
    alias = get_global("language_aliases").get(folded)
    return alias or next((code for code, name in _names_in_english().items() if name.casefold() == folded), None)


def name_in_english(code: str) -> str:
    """Name the language of a code in English; the code where it has no name."""
    return _names_in_english().get(code, code)


def _names_in_english() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)
