"""Read dates as articles write them, to ISO 8601; text that does not settle day, month and year is no date.

The general parsers were tried and left: one fills in what is missing from today's date, the other guesses and takes
longer to import than a summary takes. A newsroom may not print a date that nobody wrote.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache

_DATE = re.compile(
    r"""(?<![\d.,/-])(?:
      (?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})(?!\d)              # 2024-11-16
    | (?P<compact>(?:19|20)\d{6})(?=T\d{4}|(?![\dT]))                                          # 20241116
    | (?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s{1,2}(?:de\s|of\s)?(?P<month>[^\W\d_]{3,10})\.?,?\s{1,2}(?:de\s)?
      (?P<year>\d{4})(?!\d)                                                                    # 16 November 2024
    | (?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<number_year>\d{4})(?!\d)  # 16/11/2024
    | (?P<vi_day>\d{1,2})\stháng\s(?P<vi_month>\d{1,2}),?\s(?:năm\s)?(?P<vi_year>\d{4})(?!\d)  # 16 tháng 11 năm 2024
    | (?P<cjk_year>\d{4})\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월]\s?(?P<cjk_day>\d{1,2})\s?[日일]
    )
    | (?<![^\W\d_])(?P<us_month>[^\W\d_]{3,10})\.?\s{1,2}(?P<us_day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}
      (?P<us_year>\d{4})(?!\d)                                                                 # Nov. 16, 2024
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\d\d\d\d")  # no date is without one, and most texts are
_TIME = re.compile(
    r"(?:T|,?\s{1,2}(?:at\s|\|\s|-\s)?)(\d{1,2}):?(\d{2})(?::(\d{2}))?(?:\s?([ap])\.?m\b)?", re.IGNORECASE
)
_EPOCH_SECONDS = range(10**8, 10**10)  # 1973 to 2286; ten-figure-and-longer numbers are milliseconds


def parse_date(value: object) -> str | None:
    """Return a metadata value (text, `date`, `datetime` or Unix time) in ISO 8601; None where it names no one day."""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()[:19]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_epoch(value)
    return find_date(value) if isinstance(value, str) else None


def find_date(text: str) -> str | None:
    """Return the first complete date in `text`, ISO 8601, to the second where a time follows it; else None.

    3/4/2024 is no date: it is one day in London and another in New York.
    """
    for match, day in _dates(text):
        time = _TIME.match(text, match.end())
        clock = _clock(*time.groups()) if time else None
        return f"{day.isoformat()}T{clock.isoformat()}" if clock else day.isoformat()
    return None


def find_dates(text: str) -> list[str]:
    """Return each complete date in `text`, ISO 8601, without its time."""
    return [day.isoformat() for _, day in _dates(text)]


def _dates(text: str) -> Iterator[tuple[re.Match[str], datetime.date]]:
    for match in _DATE.finditer(text) if _YEAR.search(text) else ():
        day = _to_day({name: value for name, value in match.groupdict().items() if value is not None})
        if day is not None:
            yield match, day


def _to_day(found: dict[str, str]) -> datetime.date | None:
    compact = found.get("compact")
    if compact:
        return _day(int(compact[:4]), int(compact[4:6]), int(compact[6:]))
    if "first" in found:
        return _from_numbers(found)
    prefix = next((name.removesuffix("year") for name in found if name.endswith("year")), "")
    month = found[f"{prefix}month"]
    number = int(month) if month.isdecimal() else _months().get(month.casefold(), 0)
    return _day(int(found[f"{prefix}year"]), number, int(found[f"{prefix}day"]))


@cache
def _months() -> Mapping[str, int]:
    """Return the number of each month by its names in all languages; a name of two different months is left out.

    "Listopad" is November in Polish and October in Croatian.
    """
    from summarizer.language.words import languages  # not needed by `--help`, which reads no date

    months: dict[str, set[int]] = {}
    for words in languages().values():
        for number, names in enumerate(words.months, start=1):
            for name in names.split():
                months.setdefault(name, set()).add(number)
    return {name: numbers.pop() for name, numbers in months.items() if len(numbers) == 1}


def _from_numbers(found: dict[str, str]) -> datetime.date | None:
    first, second, year = int(found["first"]), int(found["second"]), int(found["number_year"])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if found["mark"] == ".":  # nobody who writes dots puts the month first
        return day_first
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # the 31st of November, month 0
        return None


def _clock(hour: str, minute: str, second: str | None, half: str | None) -> datetime.time | None:
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    try:
        return datetime.time(hours, int(minute), int(second or 0))
    except ValueError:  # 27:80 is a score, not a time
        return None


def _from_epoch(value: float) -> str | None:
    if not value < 1000 * _EPOCH_SECONDS.stop:  # infinite, not a number, or beyond any date
        return None
    seconds = value / 1000 if value >= _EPOCH_SECONDS.stop else value
    if not _EPOCH_SECONDS.start <= seconds < _EPOCH_SECONDS.stop:
        return None
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).isoformat()[:19]
