"""A printed time as a When, and the days of the clocks of a live feed."""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sayso.read.anatomy.stamps import Stamp, stamps
from sayso.record import Span, When

LEAST_RISING = 4  # so many clocks that only rise are a list with the oldest first


def when_of(printed: str, span: Span | None = None, *, anchor: str | None = None) -> When | None:
    """The time that a printed string gives, or null where it holds none.

    `anchor` is the ISO time of the page or its capture: it dates a bare clock, "yesterday", "2 hours ago" and a day
    without a year, and the result says `inferred`. Without it these give a When with null ends. Zones stay as printed,
    as ISO offsets; where none is printed, or its meaning is not sure, there is none.
    """
    found = stamps(printed)
    if not found:
        year = printed.strip()
        if year.isascii() and year.isdigit() and len(year) == 4 and year[:2] in ("19", "20"):
            return When(earliest=f"{year}-01-01", latest=f"{year}-12-31", grain="year", span=span)
        return None
    return when(next((stamp for stamp in found if stamp.dated), found[0]), span, anchor=anchor)


def when(stamp: Stamp, span: Span | None = None, *, anchor: str | None = None) -> When:
    """The When of a stamp; see `when_of`."""
    if stamp.month:
        return replace(_month(*stamp.month), span=span)
    if stamp.either:
        return _either(stamp, span, anchor)
    if stamp.day:
        return _at(stamp.day, stamp, span)
    base = _day_of(anchor)
    if anchor is None or base is None:
        return When(earliest=None, latest=None, grain=None, span=span)
    if stamp.ago:
        return _ago(stamp.ago, anchor, span)
    return replace(_at(_near(stamp, base), stamp, span), anchor=anchor, inferred=True)


def date_feed(
    printed: Sequence[tuple[str | Stamp | None, Span | None]], anchor: str | None, *, captured: str | None = None
) -> tuple[When | None, ...]:
    """The times of a feed's clocks (printed, or as stamps) from top to bottom; `anchor` is the article's ISO time.

    A list is newest first and runs across days: where the clock goes up, the day steps one back. A printed day (with a
    clock or alone, as a heading between items) starts the count anew. Four clocks or more that only rise are a list
    with the oldest first, all of one day. "2 hours ago", "yesterday" and weekdays count from `captured`. Null where a
    string holds no time.
    """
    found = [next(iter(stamps(clock)), None) if isinstance(clock, str) else clock for clock, _ in printed]
    rising = _oldest_first(found)
    day, last = _day_of(anchor), None
    dated: list[When | None] = []
    for stamp, (_, span) in zip(found, printed, strict=True):
        if stamp is None:
            dated.append(None)
            continue
        if not stamp.bare:
            spoken = stamp.ago or stamp.back is not None or stamp.weekday is not None
            got = when(stamp, span, anchor=captured if spoken else anchor or captured)
            day = _day_of(got.latest) or day
            last = stamp.minute
            dated.append(got)
            continue
        if day and last is not None and stamp.minute is not None and stamp.minute > last and not rising:
            day -= timedelta(days=1)
        last = stamp.minute
        unknown = When(earliest=None, latest=None, grain=None, span=span)
        dated.append(replace(_at(day, stamp, span), anchor=anchor, inferred=True) if day else unknown)
    return tuple(dated)


def _oldest_first(found: list[Stamp | None]) -> bool:
    minutes = [stamp.minute for stamp in found if stamp and stamp.bare and stamp.minute is not None]
    return len(minutes) >= LEAST_RISING and all(one < two for one, two in zip(minutes, minutes[1:], strict=False))


def _at(day: date, stamp: Stamp, span: Span | None) -> When:
    if stamp.minute is None:
        return When(earliest=day.isoformat(), latest=day.isoformat(), grain="day", span=span)
    iso = f"{day.isoformat()}T{stamp.minute // 60:02}:{stamp.minute % 60:02}{stamp.offset or ''}"
    return When(earliest=iso, latest=iso, grain="minute", span=span)


def _month(year: int, month: int) -> When:
    last = calendar.monthrange(year, month)[1]
    return When(earliest=f"{year}-{month:02}-01", latest=f"{year}-{month:02}-{last:02}", grain="month")


def _either(stamp: Stamp, span: Span | None, anchor: str | None) -> When:
    """10/11/2024: the reading that a capture settles (nothing is printed after it was captured), or both."""
    low, high = stamp.either or (date.min, date.max)
    captured = _day_of(anchor)
    if captured and low <= captured < high:
        return _at(low, stamp, span)
    if captured == high:
        return _at(high, stamp, span)
    return replace(_at(low, stamp, span), latest=_at(high, stamp, span).latest, grain="day")


def _near(stamp: Stamp, base: date) -> date:
    """The day that a loose stamp means, seen from its anchor: never after it, but for a bare clock."""
    if stamp.back is not None:
        return base - timedelta(days=stamp.back)
    if stamp.weekday is not None:
        return base - timedelta(days=(base.weekday() - stamp.weekday) % 7)
    if stamp.yearless:
        month, day = stamp.yearless
        for year in range(base.year, base.year - 8, -1):
            if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= base + timedelta(days=1):
                return date(year, month, day)
    return base


def _ago(ago: tuple[int, str], anchor: str, span: Span | None) -> When:
    """So long before the anchor, at the grain that the words and the anchor allow."""
    count, unit = ago
    moment = _moment(anchor)
    if unit in ("minute", "hour") and len(anchor) > 10:
        then = moment - timedelta(minutes=count * (60 if unit == "hour" else 1))
        iso = then.isoformat(timespec="minutes")
        return When(earliest=iso, latest=iso, grain="minute", anchor=anchor, span=span, inferred=True)
    day = moment.date()
    if unit in ("minute", "hour"):
        first, last = (datetime.combine(day, datetime.min.time()) - timedelta(hours=count)).date(), day
    elif unit in ("day", "week"):
        first = last = day - timedelta(days=count * (7 if unit == "week" else 1))
        last += timedelta(days=6 if unit == "week" and count > 1 else 0)
    else:
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        return replace(_month(months // 12, months % 12 + 1), anchor=anchor, span=span, inferred=True)
    return When(
        earliest=first.isoformat(),
        latest=min(last, day).isoformat(),
        grain="day",
        anchor=anchor,
        span=span,
        inferred=True,
    )


def _moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso)


def _day_of(iso: str | None) -> date | None:
    """The day of an ISO time; null for none and for what is no ISO time."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
