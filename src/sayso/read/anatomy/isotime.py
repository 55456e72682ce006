"""Times written for machines (JSON-LD, meta tags, `<time datetime>`) as Whens, their zone kept as written."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.record import When

_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:(?:T|\s{1,3}|,\s?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:]\d{1,9})?)?"
    r"\s{0,3}(Z|UTC|GMT|[+\-\u2212]\d\d(?::?\d\d)?)?)?",
    re.I,
)
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?")
_SCRIPT_DATE = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_LONGEST = 80
_CLOCK = len("2026-03-01T10:00")


def when(value: Any) -> When | None:
    """The When of a machine-written time, or null where the value is none.

    Reads ISO 8601 and its usual misspellings, RFC 2822, JavaScript's dates and Unix time in seconds or milliseconds. A
    value without a clock has grain day; a clock is kept to the minute, with its offset if one is written.
    """
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip().strip("\"'")
    if not text or len(text) > _LONGEST:
        return None
    if m := _ISO.fullmatch(text):
        return _built(*m.groups())
    if text.isascii() and text.isdigit() and (found := _unix(int(text))):
        return found
    if m := _PACKED.fullmatch(text):
        return _built(*m.groups())
    return _written(text)


def best(values: Iterable[Any]) -> When | None:
    """The most exact of several accounts of one moment, given in order of trust.

    The first that can be read says which day it is. One to the minute and with a zone is better than one without, if it
    falls within a day of the first: a page never means two moments, but some tags drop the clock or the zone. The same
    clock with a zero offset adds nothing: publishing systems write local time as "+00:00" when they know no better.
    """
    first: When | None = None
    exact: When | None = None
    for value in values:
        found = when(value)
        if not found or (first and days_apart(first, found) > 1):
            continue
        first = first or found
        if found.grain == "minute":
            if has_zone(found) and (exact is None or found.earliest != f"{exact.earliest}+00:00"):
                return found
            exact = exact or found
    return exact or first


def has_zone(value: When) -> bool:
    """True where a zone is written behind the clock."""
    return len(value.earliest or "") > _CLOCK


def days_apart(left: When, right: When) -> int:
    """Calendar days between two Whens as printed, whatever their zones."""
    ends = [datetime.fromisoformat((value.earliest or "")[:10]) for value in (left, right)]
    return abs((ends[0] - ends[1]).days)


def before(one: When, other: When | None) -> bool:
    """True where one time is surely before another: by the day, or to the minute where both have a zone or neither."""
    if other is None or not one.earliest or not other.earliest:
        return False
    if one.grain == other.grain == "minute" and has_zone(one) == has_zone(other):
        return datetime.fromisoformat(one.earliest) < datetime.fromisoformat(other.earliest)
    return one.earliest[:10] < other.earliest[:10]


def _built(*groups: str | None) -> When | None:
    """A When from year, month, day, hour, minute, second, zone; null for a day or a clock that cannot be."""
    year, month, day, hour, minute, _, zone = groups
    if not 1900 <= int(year or 0) <= 2100:  # "0001-01-01" is a system's word for none
        return None
    try:
        made = datetime(
            int(year or 0), int(month or 0), int(day or 0), int(hour or 0), int(minute or 0), tzinfo=_zone(zone)
        )
    except ValueError:
        return None
    return _minute(made) if hour else _day(made)


def _zone(zone: str | None) -> tzinfo | None:
    """The zone of an offset as written; raises ValueError for an impossible one."""
    if not zone:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(shift if zone[0] == "+" else -shift)


def _unix(number: int) -> When | None:
    """Unix time, in seconds or milliseconds, between 1990 and 2100."""
    seconds = number // 1000 if number > 10**11 else number
    if not 631_152_000 <= seconds <= 4_102_444_800:
        return None
    return _minute(datetime.fromtimestamp(seconds, UTC))


def _written(text: str) -> When | None:
    """RFC 2822 ("Mon, 02 Mar 2026 10:00:00 +0100") and JavaScript's "Mon Mar 02 2026 10:00:00 GMT+0100 (CET)"."""
    if m := _SCRIPT_DATE.match(text):
        text = "{1} {0} {2} {3} {4}".format(*m.groups())
    elif not re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:", text):
        return None
    try:
        made = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _minute(made)


def _minute(made: datetime) -> When:
    """A When of grain minute."""
    text = made.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    return When(earliest=text, latest=text, grain="minute")


def _day(made: datetime) -> When:
    """A When of grain day."""
    text = made.date().isoformat()
    return When(earliest=text, latest=text, grain="day")
