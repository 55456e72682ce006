"""The grammar of printed times: calendar dates, weekdays, clocks, and what is counted from now.

`printed` finds them and says what the page says, nothing more; `reckon.py` turns them into intervals.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from sayso.read import numbers
from sayso.read.times.counted import ago_at, bare, feast_at, movable_at, relative_at, year_after
from sayso.read.times.hours import clock_at
from sayso.read.times.printed import Day, Printed
from sayso.read.tokens import Token, low, tokens, whole
from sayso.read.words import words as vocabulary
from sayso.record import Span

_TABLES = vocabulary("times")
MONTHS: dict[str, int] = dict(_TABLES["months"])
WEEKDAYS: dict[str, int] = dict(_TABLES["weekdays"])
_BEFORE_MONTH = frozenset(_TABLES["cues"]["before_month"])
_BEFORE_YEAR = frozenset(_TABLES["cues"]["before_year"])
_SUMS = frozenset(vocabulary("numbers")["cues"]["sums"]) - {"record", "level", "price", "rate"}
_NO_THING = frozenset(_TABLES["cues"]["no_thing"])
_DASHES = ("-", "–", "—")

Found = tuple[Sequence[Token], Sequence[Printed]]
_KEPT = 200_000  # characters of a page whose times are kept while it is read: three rooms ask for the same blocks


def printed(text: str, span: Span) -> Found:
    """The tokens under `span` and every printed time in them, in order, a day and its clock as one."""
    if len(text) > _KEPT:
        return _printed(text, span)
    known = _page(text)
    if span not in known:
        known[span] = _printed(text, span)
    return known[span]


@lru_cache(maxsize=1)
def _page(text: str) -> dict[Span, Found]:
    """What was found on the page that is being read, by the stretch of it."""
    return {}


def _printed(text: str, span: Span) -> Found:
    line = tokens(text, span)
    found: list[Printed] = []
    at = 0
    starts = _starts()
    while at < len(line):
        word = line[at].low
        may = word[0].isdigit() or word in starts or ("'" in word and word.removesuffix("'s") in starts)
        one = _at(line, at) if may else None
        if one:
            found.append(one)
        at = one.last if one else at + 1
    return line, _joined(line, found)


def _at(line: Sequence[Token], at: int) -> Printed | None:
    if line[at].is_figure:
        return (
            _iso(line, at)
            or _clock(line, at)
            or _day_month(line, at)
            or _numeric(line, at)
            or _year(line, at)
            or ago_at(line, at)
        )
    return (
        feast_at(line, at)
        or movable_at(line, at)
        or _month(line, at)
        or _weekday(line, at)
        or relative_at(line, at)
        or ago_at(line, at)
        or _clock(line, at)
    )


@cache
def _starts() -> frozenset[str]:
    """The words that a printed time can begin with."""
    clock = _TABLES["clock"]["noon"] + _TABLES["clock"]["midnight"]
    first = {name.split()[0] for table in ("feasts", "movable", "days") for name in _TABLES[table]}
    return frozenset({*MONTHS, *WEEKDAYS, *clock, *first, *numbers.ONES, *numbers.TENS,
                      *("last", "this", "next", "past", "coming", "the", "a", "an", "half")})  # fmt: skip


def _day(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A day of the month and the token after it: "9", "9th"."""
    day = whole(line, at, 1, 31, size=2)
    if day is None:
        return None
    after = at + 1
    if low(line, after) in ("st", "nd", "rd", "th") and line[after].glued:
        after += 1
    elif after < len(line) and line[after].glued and (line[after].is_word or line[after].word in "%:/°"):
        return None
    return day, after


def _month_name(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A month's number and the token after its name and full stop."""
    if at >= len(line) or bare(line, at) not in MONTHS or not line[at].is_name:
        return None
    after = at + 1
    if len(line[at].word) <= 4 and low(line, after) == "." and line[after].glued:
        after += 1
    return MONTHS[bare(line, at)], after


def _month(line: Sequence[Token], at: int) -> Printed | None:
    """Nov. 9, 2031; Nov. 7-9; November 2031; in November."""
    named = _month_name(line, at)
    if not named:
        return None
    month, after = named
    day = _day(line, after)
    if not day:
        return _bare_month(line, at, month, after)
    begin, after = (None, month, day[0]), day[1]
    end, after = _until(line, after, month)
    year, after = year_after(line, after)
    return Printed(at, after, "date", (year, *begin[1:]), (year, *end[1:]) if end else None)


def _until(line: Sequence[Token], at: int, month: int) -> tuple[Day | None, int]:
    """The second half of "Nov. 7-9" or "Nov. 30 to Dec. 2" and the token after it."""
    if low(line, at) not in (*_DASHES, "to", "through", "and", "until"):
        return None, at
    named = _month_name(line, at + 1)
    day = _day(line, named[1] if named else at + 1)
    if not day or (not named and (line[at].word not in _DASHES and _counts(line, day[1]))):
        return None, at
    return (None, named[0] if named else month, day[0]), day[1]


def _counts(line: Sequence[Token], at: int) -> bool:
    """Whether what follows a second figure makes it a number of things: "Nov. 7 and 12 drones"."""
    return at < len(line) and line[at].is_word and line[at].word[0].islower() and line[at].low not in _BEFORE_MONTH | {
        "on", "at", "with", "when", "as", "that", "is", "was", "were", "will", "he", "she", "it", "they", "the"
    }  # fmt: skip


def _bare_month(line: Sequence[Token], at: int, month: int, after: int) -> Printed | None:
    year, end = year_after(line, after)
    if year is not None:
        return Printed(at, end, "date", (year, month, None))
    before = low(line, at - 1)
    if before in ("last", "next", "this") and not (before == "this" and low(line, at - 2) == "of"):
        step = {"last": -1, "next": 1, "this": 0}[before]
        return Printed(at - 1, at + 1, "date", (None, month, None), step=step)
    before = low(line, at - 2) if before in _DASHES else before
    if _tells_which(line, at):
        return Printed(at, at + 1, "date", (None, month, None))
    if before not in _BEFORE_MONTH or (len(line[at].word) == 3 and line[at].low != "may"):
        return None
    if line[at].low in ("may", "march") and at + 1 < len(line) and line[at + 1].is_name:
        return None  # "after March Networks", "to May Allen"
    return Printed(at, at + 1, "date", (None, month, None))


def _tells_which(line: Sequence[Token], at: int) -> bool:
    """Whether a month stands between an article and a thing of that month: "an August speech", "the July riots"."""
    after = line[at + 1] if at + 1 < len(line) else None
    if line[at].low == "march" and low(line, at - 1) == "the":
        return False  # a march has its own name: "the March on the port"
    thing = bool(after and after.is_word and after.word.islower() and after.low not in _NO_THING)
    return len(line[at].word) >= 3 and low(line, at - 1) in ("a", "an", "the", "its", "his", "her", "their") and thing


def _day_month(line: Sequence[Token], at: int) -> Printed | None:
    """9 November 2031; the 9th of November; 7-9 November; 30 November to 2 December."""
    day = _day(line, at)
    if not day:
        return None
    first, after, last = day[0], day[1], None
    if low(line, after) in (*_DASHES, "to", "and"):
        second = _day(line, after + 1)
        if second and second[0] > first and _month_name(line, second[1]):
            last, after = second[0], second[1]
    after += low(line, after) == "of"
    named = _month_name(line, after)
    if not named or (line[after].low in ("mar", "may") and len(line[after].word) < 3):
        return None
    begin: Day = (None, named[0], first)
    end: Day | None = (None, named[0], last) if last else None
    after = named[1]
    if not end and low(line, after) in (*_DASHES, "to", "until"):
        to_day = _day(line, after + 1)
        to_month = _month_name(line, to_day[1]) if to_day else None
        if to_day and to_month:
            end, after = (None, to_month[0], to_day[0]), to_month[1]
    year, after = year_after(line, after)
    return Printed(at, after, "date", (year, *begin[1:]), (year, *end[1:]) if end else None)


def _iso(line: Sequence[Token], at: int) -> Printed | None:
    """2031-11-09, 2031-11-09T21:57:00+02:00."""
    year = whole(line, at, 1000, 2199)
    glued = at + 4 < len(line) and all(line[k].glued for k in range(at + 1, at + 5))
    if year is None or not glued or (low(line, at + 1), low(line, at + 3)) not in (("-", "-"), ("/", "/")):
        return None
    month, day = whole(line, at + 2, 1, 12, size=2), whole(line, at + 4, 1, 31, size=2)
    if month is None or day is None:
        return None
    date = Printed(at, at + 5, "date", (year, month, day))
    after = at + 5 + (low(line, at + 5) == "t")
    clock = _clock(line, after) if after > at + 5 else None
    return replace(date, last=clock.last, clock=clock.clock, zone=clock.zone) if clock else date


def _numeric(line: Sequence[Token], at: int) -> Printed | None:
    """25/12/2031, 12/25/2031 and 9.11.2031; "4/5/2031" is unclear."""
    parts = line[at].word.split(".")
    after = at + 1
    slashed = len(parts) == 1 and [low(line, at + 1), low(line, at + 3)] == ["/", "/"] and at + 4 < len(line)
    if slashed and all(line[k].glued for k in range(at + 1, at + 5)):
        parts, after = [line[at].word, line[at + 2].word, line[at + 4].word], at + 5
    dotted = after == at + 1
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[2]) not in (2, 4):
        return None
    if max(len(parts[0]), len(parts[1])) > 2 or (dotted and len(parts[2]) != 4):
        return None
    a, b, year = (int(part) for part in parts)
    year += 2000 if len(parts[2]) == 2 else 0
    if dotted or a > 12:
        a, b = b, a  # the day first: month a, day b
    elif b <= 12 and a != b:
        return Printed(at, after, "unclear") if min(a, b) >= 1 else None
    fits = 1 <= a <= 12 and 1 <= b <= 31 and 1000 <= year <= 2199
    return Printed(at, after, "date", (year, a, b)) if fits else None


def _year(line: Sequence[Token], at: int) -> Printed | None:
    """In 2019; the 2031 budget; the 1990s."""
    year = whole(line, at, 1500, 2199)
    before = low(line, at - 1)
    before = low(line, at - 2) if before in _DASHES else before
    if year is None or len(line[at].word) != 4 or before not in _BEFORE_YEAR:
        return None
    after = at + 1
    if low(line, after) == "s" and line[after].glued:
        return Printed(at, after + 1, "date", (year, None, None), (year + 9, None, None)) if year % 10 == 0 else None
    glued = after + 1 < len(line) and line[after].glued and line[after + 1].glued and line[after].word in "'’"
    if glued and low(line, after + 1) == "s" and year % 10 == 0 and before in ("the", "early", "late", "mid"):
        return Printed(at, after + 2, "date", (year, None, None), (year + 9, None, None))
    if after < len(line) and line[after].glued and line[after].word not in ",.;:)!?'’\"”–-—/]":
        return None
    if before == "of" and low(line, at - 2) in _SUMS:
        return None  # "an average of 1500"
    if before in ("and", "to", "the", "a", "than", "of", "after", "before") and _is_count(line, at, before):
        return None
    return Printed(at, after, "date", (year, None, None))


def _is_count(line: Sequence[Token], at: int, before: str) -> bool:
    """Whether a four-digit figure counts things: "to 2000 people", "a 1520 m plot" (a plural or a unit follows)."""
    follows = low(line, at + 1)
    if follows in ("sq", "square", "metre", "meter", "km", "m", "mile", "hectare", "percent", "kg", "per"):
        return True
    plural = follows.endswith("s") and not follows.endswith(("ss", "us", "is")) or follows in ("people", "men", "women")
    return plural and follows not in ("has", "was", "as", "is") and before not in ("the",)


def _weekday(line: Sequence[Token], at: int) -> Printed | None:
    """Tuesday; last Tuesday; Tues.; Tuesday, Nov. 5."""
    token, day = line[at], line[at].low.removesuffix("'s")
    if day not in WEEKDAYS or not token.is_name:
        return None
    after = at + 1
    if at and line[at - 1].is_name and after < len(line) and line[after].glued and line[after].word in "\"”’'":
        return None  # the programme “Norda News Sunday”
    if len(day) < 6:
        stop = low(line, after) == "." and line[after].glued
        if not stop and not (low(line, after) == "," and _month_name(line, after + 1)) and not _month_name(line, after):
            return None
        after += stop
    dated = after + (low(line, after) == ",")
    date = _month(line, dated) or _day_month(line, dated) if dated < len(line) else None
    if date and date.begin[2]:
        return replace(date, first=at, weekday=WEEKDAYS[day])
    step = {"last": -1, "next": 1, "this": 0}.get(low(line, at - 1))
    first = at if step is None else at - 1
    return Printed(first, after, "weekday", weekday=WEEKDAYS[day], step=step)


def _clock(line: Sequence[Token], at: int) -> Printed | None:
    clock = clock_at(line, at)
    return Printed(at, clock.last, "clock", clock=(clock.hour, clock.minute), zone=clock.zone) if clock else None


_BETWEEN = frozenset(
    {"on", "at", ",", "around", "about", "local", "time", "early", "late", "|", "-", "–", "and", "shortly"}
)


def _joined(line: Sequence[Token], found: list[Printed]) -> list[Printed]:
    """A day and the clock beside it made one: "Tuesday at 4 p.m.", "14:05 GMT on Nov. 10"."""
    out: list[Printed] = []
    for one in found:
        last = out[-1] if out else None
        if last and one.first - last.last <= 3 and {last.kind == "clock", one.kind == "clock"} == {True, False}:
            day, clock = (one, last) if last.kind == "clock" else (last, one)
            free = (
                day.clock is None and day.kind in ("date", "weekday", "days") and (day.kind != "date" or day.begin[2])
            )
            if free and day.end is None and all(line[k].low in _BETWEEN for k in range(last.last, one.first)):
                out[-1] = replace(day, first=last.first, last=one.last, clock=clock.clock, zone=clock.zone)
                continue
        out.append(one)
    return out
