"""From a time as printed to an interval, counted from the day the page was published.

A date without a year is the nearest one at or before that day, or at or after it where the words look ahead; a
weekday counts the same way, and one equal to that day is that day (record.md). Without a day to count from, the
interval stays open: it is never guessed.
"""

import calendar
import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sayso.read.times.printed import Day, Printed
from sayso.read.tokens import Token
from sayso.read.words import words as vocabulary
from sayso.record import Grain, Span, When

_CUES = vocabulary("times")["cues"]
_AHEAD, _AHEAD_TO = frozenset(_CUES["ahead"]), frozenset(_CUES["ahead_to"])
_BACK, _NO_VERBS = frozenset(_CUES["back"]), frozenset(_CUES["no_verbs"])
_LEADS = frozenset({"on", "late", "early", "earlier", "in"})
_SAYINGS = frozenset(_CUES["sayings"])
_SAYS = frozenset(_CUES["says"])
_AHEAD_PHRASES = tuple(tuple(phrase.split()) for phrase in _CUES["ahead_phrases"])
_GRAINS: dict[str, Grain] = {"month": "month", "year": "year", "decade": "year"}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_REACH = 20  # tokens that a clause is searched for what says whether it looks ahead


def reckon(one: Printed, span: Span, anchor: str | None, *, ahead: bool = False) -> When:
    """The interval that a printed time names, counted from `anchor` (an ISO day or minute) where it must be.

    `ahead` says that the words around it look forward. Null ends: a time is printed that the page does not give.
    """
    if one.kind == "date" and one.begin[0] is not None and one.weekday is not None and not one.begin[2]:
        day = _nth(one.begin[0], one)
        return _when(one, span, (day, day, "day"), None)
    if one.kind == "date" and one.begin[0] is not None:
        return _when(one, span, _ends(one.begin, one.end or one.begin), None)
    base = _day_of(anchor)
    if base is None or anchor is None or one.kind == "unclear":
        return When(earliest=None, latest=None, grain=None, span=span)
    if one.kind == "ago" and one.unit in ("minute", "hour"):
        return _minutes_ago(one, span, anchor)
    ends = _counted(one, base, ahead)
    if ends is None:
        return When(earliest=None, latest=None, grain=None, span=span)
    return _when(one, span, ends, anchor)


def looks_ahead(line: Sequence[Token], one: Printed, floor: int = 0) -> bool:
    """Whether the clause around a printed time looks forward: "will meet on Friday", "On Friday he is to meet …".

    Nothing before the offset `floor` is looked at: the verb that reports the clause says nothing about its time.
    """
    k = one.first - 1
    while k >= 0 and line[k].low in _LEADS:
        k -= 1
    if k >= 0 and line[k].start >= floor and line[k].low in _SAYS:
        return False  # "said on Friday that it would": the saying's own
    for k in range(one.first - 1, max(-1, one.first - 1 - _REACH), -1):
        if stops(line, k) or line[k].start < floor:
            break
        sign = _sign(line, k, one.first)
        if sign is not None:
            return sign
    if one.last < len(line) and line[one.last].low in _SAYINGS and line[one.first - 1].low in ("a", "an"):
        return False  # "in a Labor Day interview": what follows is what was said there
    for k in range(one.last, min(len(line), one.last + _REACH)):
        if stops(line, k):
            break
        if line[k].low in _SAYS:
            return False  # "In a July 16 speech he said it would": the time is the saying's
        sign = _sign(line, k, min(len(line), k + 6))
        if sign is not None:
            return sign
    return False


def stops(line: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a clause ends at this token: a full stop before a capital, a semicolon, a question mark."""
    word = line[at].word
    if word in ";!?":
        return True
    if word != ".":
        return False
    last = at + 1 == len(line)
    short = at > 0 and line[at].glued and line[at - 1].is_name and len(line[at - 1].word) <= 4
    return last or (not line[at + 1].glued and not line[at + 1].word[0].islower() and not short)


def _sign(line: Sequence[Token], at: int, end: int) -> bool | None:
    """Whether this word looks ahead (True) or back (False), if either; `end` is where the clause's time is."""
    low = line[at].low
    if any(all(at + k < len(line) and line[at + k].low == word for k, word in enumerate(p)) for p in _AHEAD_PHRASES):
        return True
    if low in _AHEAD and not (low == "may" and line[at].is_name):
        return True
    if low in _AHEAD_TO and any(_infinitive(line, k) for k in range(at + 1, min(at + 3, end, len(line)))):
        return True
    passive = at > 0 and line[at - 1].low in ("be", "get", "to")
    return False if not passive and (low in _BACK or (low.endswith("ed") and len(low) > 4 and low.islower())) else None


def _infinitive(line: Sequence[Token], at: int) -> bool:
    """Whether "to" stands here with a verb behind it: "to meet", not "to a truce" or "to Karsk"."""
    after = line[at + 1] if at + 1 < len(line) else None
    return line[at].low == "to" and bool(after and after.is_word and not after.is_name and after.low not in _NO_VERBS)


def _day_of(anchor: str | None) -> date | None:
    try:
        return date.fromisoformat(anchor[:10]) if anchor else None
    except ValueError:
        return None


def _when(one: Printed, span: Span, ends: tuple[date, date, Grain], anchor: str | None) -> When:
    first, last, grain = ends
    if one.clock and first == last:
        minute = f"{first.isoformat()}T{one.clock[0]:02d}:{one.clock[1]:02d}{one.zone}"
        return When(
            earliest=minute, latest=minute, grain="minute", anchor=anchor, span=span, inferred=anchor is not None
        )
    return When(earliest=first.isoformat(), latest=last.isoformat(), grain=grain, anchor=anchor, span=span,
                inferred=anchor is not None)  # fmt: skip


def _ends(begin: Day, end: Day) -> tuple[date, date, Grain]:
    """First and last day of full dates, months or years; a range that runs over New Year began the year before."""
    grain: Grain = "day" if begin[2] else "month" if begin[1] else "year"
    year, to_year = begin[0] or 1, end[0] or 1
    first = _real(year, begin[1] or 1, begin[2] or 1)
    last = _real(to_year, end[1] or 12, end[2] or calendar.monthrange(to_year, end[1] or 12)[1])
    if last < first:
        first = first.replace(year=max(1, to_year - 1), day=min(first.day, 28) if first.month == 2 else first.day)
    return first, last, grain


def _real(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _counted(one: Printed, base: date, ahead: bool) -> tuple[date, date, Grain] | None:
    """First and last day of what is counted from `base`."""
    if one.kind == "date" and one.weekday is not None and not one.begin[2]:
        years = (base.year - 1, base.year, base.year + 1)
        days = [_nth(year, one) for year in years if 1 <= year <= 9999]
        day = min((d for d in days if (d >= base if ahead else d <= base)), key=lambda d: abs(d - base), default=base)
        return day, day, "day"
    if one.kind == "date":
        return _yearless(one, base, ahead)
    if one.kind == "weekday":
        day = _weekday(one, base, ahead)
        return day, day, "day"
    if one.kind == "clock":
        return base, base, "day"
    if one.kind == "days":
        return _shift(base, int(one.count)), _shift(base, int(one.until)), "day"
    if one.kind == "stretch":
        return _stretch(one, base)
    return _ago(one, base) if one.kind == "ago" else _part(one, base, ahead)


def _nth(year: int, one: Printed) -> date:
    """The day of a movable feast: the n-th weekday of its month."""
    month, weekday = one.begin[1] or 1, one.weekday or 0
    if one.count < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return _shift(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return _shift(first, (weekday - first.weekday()) % 7 + 7 * (int(one.count) - 1))


def _stretch(one: Printed, base: date) -> tuple[date, date, Grain] | None:
    """From so many units ago to the base, or from it so many on: as exact as the unit, weeks as days."""
    count, grain = one.count, _GRAINS.get(one.unit, "day")
    if one.unit == "hour":
        far = _shift(base, math.floor(count / 24) if count < 0 else math.ceil(count / 24))
    elif grain == "day":
        far = _shift(base, int(count * _DAYS.get(one.unit, 1)))
    else:
        months = round(count * _MONTHS.get(one.unit, 12))
        total = base.year * 12 + base.month - 1 + months
        if not 12 <= total < 12 * 9999:
            return None
        far = _real(total // 12, total % 12 + 1, base.day)
    return min(base, far), max(base, far), grain


def _yearless(one: Printed, base: date, ahead: bool) -> tuple[date, date, Grain]:
    """The year that puts a date nearest, at or before the base or at or after it; "last March" by its word."""
    ahead = one.step == 1 or (ahead and one.step != -1)
    strict = one.step in (-1, 1)
    years = sorted(range(base.year - 9, base.year + 10), key=lambda year: abs(year - base.year))
    best: tuple[date, date, Grain] | None = None
    for year in years:
        if one.begin[2] and not one.end and one.begin[2] > calendar.monthrange(year, one.begin[1] or 1)[1]:
            continue  # 29 February
        to_year = year + (one.end is not None and (one.end[1] or 0) < (one.begin[1] or 0))
        begin, end = one.begin, one.end or one.begin
        first, last, grain = _ends((year, begin[1], begin[2]), (to_year, end[1], end[2]))
        fits = last >= base if ahead else first <= base
        if strict and first <= base <= last:
            fits = False
        if one.weekday is not None and abs(year - base.year) < 2 and first.weekday() == one.weekday:
            return first, last, grain  # the printed weekday tells the year
        if fits and (best is None or abs(first - base) < abs(best[0] - base)):
            best = first, last, grain
    return best or _ends((base.year, *one.begin[1:]), (base.year, *(one.end or one.begin)[1:]))


def _weekday(one: Printed, base: date, ahead: bool) -> date:
    day = one.weekday or 0
    if one.step == 0 and not ahead:
        return _shift(base, day - base.weekday())
    if one.step == 1:
        return _shift(base, (day - base.weekday() - 1) % 7 + 1)
    if one.step == -1:
        return _shift(base, -((base.weekday() - day - 1) % 7 + 1))
    return _shift(base, (day - base.weekday()) % 7 if ahead else -((base.weekday() - day) % 7))


def _part(one: Printed, base: date, ahead: bool) -> tuple[date, date, Grain]:
    """This, last or next week, weekend, month, year or decade."""
    monday, step = _shift(base, -base.weekday()), int(one.count)
    if one.unit == "week":
        return _shift(monday, 7 * step), _shift(monday, 7 * step + 6), "day"
    if one.unit == "weekend":
        coming = step == 1 or (step == 0 and (ahead or base.weekday() >= 5))
        saturday = _shift(monday, 5 if coming else -2)
        return saturday, _shift(saturday, 1), "day"
    if one.unit == "month":
        return _month(base, step)
    return _years(base.year + step) if one.unit == "year" else _years(base.year // 10 * 10 + 10 * step, 10)


def _ago(one: Printed, base: date) -> tuple[date, date, Grain] | None:
    """So many days, weeks, months or years back: as exact as its unit, a week runs from Monday to Sunday."""
    count = int(one.count)
    if one.unit == "day":
        day = _shift(base, -count)
        return day, day, "day"
    if one.unit in ("week", "fortnight"):
        monday = _shift(base, -base.weekday() - 7 * count * (2 if one.unit == "fortnight" else 1))
        return monday, _shift(monday, 6), "day"
    if one.unit == "month":
        return _month(base, -count)
    years = count * (10 if one.unit == "decade" else 1)
    return _years(base.year - years) if years < base.year else None


def _month(base: date, step: int) -> tuple[date, date, Grain]:
    month = max(0, base.year * 12 + base.month - 1 + step - 12) + 12
    return _ends((month // 12, month % 12 + 1, None), (month // 12, month % 12 + 1, None))


def _years(first: int, count: int = 1) -> tuple[date, date, Grain]:
    return date(max(1, first), 1, 1), date(max(1, first + count - 1), 12, 31), "year"


def _shift(base: date, days: int) -> date:
    """So many days on; a day outside the calendar is its border."""
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _minutes_ago(one: Printed, span: Span, anchor: str) -> When:
    """Minutes and hours back; only as exact as the anchor."""
    step = timedelta(minutes=one.count * (60 if one.unit == "hour" else 1))
    try:
        then = datetime.fromisoformat(anchor) - step
    except (ValueError, OverflowError):
        return When(earliest=None, latest=None, grain=None, span=span)
    if len(anchor) > 10:
        zone = anchor[16:] if anchor[16:17] in ("+", "-", "Z") else ""
        minute = then.strftime("%Y-%m-%dT%H:%M") + zone
        return When(earliest=minute, latest=minute, grain="minute", anchor=anchor, span=span, inferred=True)
    day = (datetime.fromisoformat(anchor) - timedelta(hours=23) if step >= timedelta(hours=1) else then).date()
    return When(earliest=day.isoformat(), latest=anchor, grain="day", anchor=anchor, span=span, inferred=True)
