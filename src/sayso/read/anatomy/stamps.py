"""Dates and clocks as news pages print them, found in a line and read into fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.read.words import words

_TIMES = words("pages")["times"]
_MONTHS: tuple[str, ...] = tuple(_TIMES["months"])
_DAYS: tuple[str, ...] = tuple(_TIMES["weekdays"])
_ZONES: dict[str, str] = {**words("pages")["zones"]}
_TURNING: dict[str, list[str]] = {**words("pages")["zones_by_date"]}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """One printed time: `[start, end)` in its line, and the fields that the line gives.

    `minute` counts from midnight; `offset` is ISO ("+02:00"); `month` is (year, month) where no day is printed;
    `yearless` is (month, day); `either` holds both readings where 10/11 may be October or November; `back` counts
    days back from the anchor (0 today, 1 yesterday); `weekday` is 0 for Monday; `ago` is (count, unit) before the
    anchor; `dotted` is true for "21.57", which may be a number.
    """

    start: int
    end: int
    day: date | None = None
    minute: int | None = None
    offset: str | None = None
    month: tuple[int, int] | None = None
    yearless: tuple[int, int] | None = None
    either: tuple[date, date] | None = None
    back: int | None = None
    weekday: int | None = None
    ago: tuple[int, Unit] | None = None
    dotted: bool = False

    @property
    def dated(self) -> bool:
        """True where the stamp names a calendar day or month itself."""
        return bool(self.day or self.month or self.either or self.yearless)

    @property
    def bare(self) -> bool:
        """True for a clock without any day."""
        return self.minute is not None and not self.dated and self.back is None and self.weekday is None

    @property
    def loose(self) -> bool:
        """True where the day follows only from an anchor."""
        return not (self.day or self.month or self.either)


def _short(full: tuple[str, ...]) -> str:
    return "|".join(f"{word[:3]}(?:{word[3:]})?" if len(word) > 3 else word for word in full)


_MONTH = rf"(?:sept|{_short(_MONTHS)})"
_WEEKDAY = rf"(?:tues|thurs|thur|{_short(_DAYS)})"
_ZONE = "|".join(sorted((re.escape(zone) for zone in [*_ZONES, *_TURNING]), key=len, reverse=True))
_DATE = re.compile(
    rf"""(?:(?<![\w/-])|(?-i:(?<=[a-z])(?=[A-Z])))(?:{_WEEKDAY}\b\.?,?\s{{1,2}}(?:the\s)?)?(?:
      (?P<iy>(?:19|20)\d\d)(?P<isep>[-/.])(?P<im>\d\d?)(?P=isep)(?P<id>\d\d?)(?=T\d|\b)
    | (?P<mn>{_MONTH})\b\.?\s{{1,2}}(?P<md>\d\d?)(?:st|nd|rd|th)?
      (?:,?\s{{1,2}}(?P<my>(?:19|20)\d\d)(?:\b|(?=\d\d?:\d\d)))?(?![\d:](?!\d?:\d\d))
    | (?P<dd>\d\d?)(?:st|nd|rd|th)?[\s-]{{1,2}}(?:of\s)?(?P<dn>{_MONTH})\b\.?
      (?:,?[\s-]{{1,2}}(?P<dy>(?:19|20)\d\d)\b)?(?![\d:])
    | (?P<n1>\d\d?)(?P<nsep>[./-])(?P<n2>\d\d?)(?P=nsep)(?P<ny>(?:19|20)\d\d|\d\d)\b
    | (?P<yn>{_MONTH})\b\.?,?\s(?P<yy>(?:19|20)\d\d)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    rf"""(?:(?<![\d:.,/+-])|(?<=\D(?:19|20)\d\d)(?=\d\d?:\d\d))(?:
      (?P<h>\d\d?)(?P<tsep>[:.]|(?<=\d)h(?=\d))(?P<m>\d\d)(?P<sec>:\d\d(?:\.\d{{1,9}})?)?(?![\d:])(?!\.\d)
    | (?P<h4>[0-2]\d[0-5]\d)(?=\s?(?:{_ZONE}|hrs|hours)\b)
    | (?P<h12>\d\d?)(?=\s?[ap]\.?m\b)
    )(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?:hrs|hours|h|uhr)\b)?
    (?:\s?\(?(?P<zone>(?:(?:gmt|utc)\s?)[+\-\u2212]\s?\d\d?(?::?\d\d)?|(?:{_ZONE})\b|[+\-\u2212]\d\d:?\d\d\b)\)?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_SPOKEN = re.compile(rf"(?<![\w-])(?:(?P<near>today|yesterday|tonight)|(?P<wd>{_WEEKDAY}))\b\.?", re.IGNORECASE)
_AGO = re.compile(
    r"(?<![\w.])(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight)\s?"
    r"(?P<u>seconds?|secs?|minutes?|mins?|m|hours?|hrs?|hr|h|days?|d|weeks?|wks?|w|months?|mo|years?|yrs?|y)\.?\s(?:ago|earlier)\b"
    r"|(?<![\w.])(?P<now>just now|moments ago|a moment ago|seconds ago)\b",
    re.IGNORECASE,
)
_AGO_LINE = re.compile(r"(?P<n>\d{1,3})\s?(?P<u>m|mins?|h|hrs?|d|w)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,|·•–—\-@T()/:;]{0,5}(?:(?:at|on|from|kl\.?|um)\b)?[\s,]{0,2}", re.IGNORECASE)


_FIGURE = re.compile(r"\d")  # every date and clock has one


def stamps(line: str) -> tuple[Stamp, ...]:
    """Every date and clock in a line, left to right; a date and a clock that stand together are one stamp.

    "21.57" counts as a clock only beside a date, with a half of the day or a zone, or alone on its line.
    """
    figures = bool(_FIGURE.search(line))
    days = [*(_dates(line) if figures else ()), *_agos(line)]
    clocks = _apart(_times(line), days) if figures else []
    days += _apart(_spoken(line), days)
    if not days and not clocks:
        return ()
    joined = _join(line, sorted([*days, *clocks], key=lambda stamp: stamp.start))
    alone = line.strip()
    return tuple(
        stamp
        for stamp in joined
        if not (stamp.dotted and stamp.bare and line[stamp.start : stamp.end] != alone)
        and not (
            stamp.minute is None
            and (stamp.weekday is not None or stamp.back is not None)
            and stamp.end - stamp.start < len(alone.rstrip(".,:"))
        )
    )


def _apart(found: Iterable[Stamp], taken: list[Stamp]) -> list[Stamp]:
    """Those found, left to right, that overlap none of those taken."""
    others = iter(sorted(taken, key=lambda stamp: stamp.start))
    other = next(others, None)
    kept: list[Stamp] = []
    for stamp in found:
        while other is not None and other.end <= stamp.start:
            other = next(others, None)
        if other is None or stamp.end <= other.start:
            kept.append(stamp)
    return kept


def _join(line: str, found: list[Stamp]) -> list[Stamp]:
    """A clock beside a day belongs to it, on whichever side it stands."""
    joined: list[Stamp] = []
    for stamp in found:
        last = joined[-1] if joined else None
        if last and _BETWEEN.fullmatch(line, last.end, stamp.start):
            day, clock = (last, stamp) if last.minute is None else (stamp, last)
            if day.minute is None and not day.ago and clock.bare:
                dotted = False
                joined[-1] = replace(
                    day, start=last.start, end=stamp.end, minute=clock.minute, offset=clock.offset, dotted=dotted
                )
                joined[-1] = _turned(joined[-1], line)
                continue
            if (last.back is not None or last.weekday is not None) and stamp.day:  # "Sunday, 10.11.2024"
                joined[-1] = replace(stamp, start=last.start)
                continue
        joined.append(stamp)
    return joined


def _turned(stamp: Stamp, line: str) -> Stamp:
    """The stamp with an offset where its zone turns with the date ("ET") and the date settles it."""
    if stamp.offset or not stamp.day:
        return stamp
    word = re.search(r"\b([A-Z]{2})\b\)?$", line[stamp.start : stamp.end].upper()) or re.search(
        r"\b(ET|CT|MT|PT)\b", line[stamp.start : stamp.end].upper()
    )
    pair = _TURNING.get(word.group(1)) if word else None
    summer = _american_summer(stamp.day)
    return stamp if not pair or summer is None else replace(stamp, offset=pair[summer])


def _american_summer(day: date) -> bool | None:
    """Whether United States clocks are forward on a day (Energy Policy Act of 2005); null on the days of change."""
    if day.year < 2007:
        return None
    start = _nth_sunday(day.year, 3, 2)
    end = _nth_sunday(day.year, 11, 1)
    return None if day in (start, end) else start < day < end


def _nth_sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return date(year, month, 1 + (6 - first.weekday()) % 7 + 7 * (nth - 1))


def _dates(line: str) -> Iterator[Stamp]:
    for found in _DATE.finditer(line):
        stamp = _date(found)
        if stamp:
            yield stamp


def _date(found: re.Match[str]) -> Stamp | None:
    """The fields of one printed date, or null where no calendar has it."""
    start, end = found.span()
    part = found.groupdict()
    name = part["mn"] or part["dn"] or part["yn"]
    if name and not name[0].isupper():  # "may 10" in running words
        return None
    month = _month(name) if name else 0
    if part["yy"]:
        return Stamp(start, end, month=(int(part["yy"]), month))
    if name:
        year, day = part["my"] or part["dy"], int(part["md"] or part["dd"])
        if not year:
            return Stamp(start, end, yearless=(month, day)) if _day(2024, month, day) else None
        got = _day(int(year), month, day)
        return Stamp(start, end, day=got) if got else None
    if part["iy"]:
        got = _day(int(part["iy"]), int(part["im"]), int(part["id"]))
        return Stamp(start, end, day=got) if got else None
    return _numeric(start, end, int(part["n1"]), int(part["n2"]), part["ny"], part["nsep"])


def _numeric(start: int, end: int, one: int, two: int, year: str, mark: str) -> Stamp | None:
    """Dots mean day first; with slashes both readings stand unless one is no month."""
    full = int(year) if len(year) == 4 else 2000 + int(year)
    day_first, month_first = _day(full, two, one), _day(full, one, two)
    if mark == "." or not month_first:
        return Stamp(start, end, day=day_first) if day_first and (len(year) == 4 or mark == ".") else None
    if not day_first or day_first == month_first:
        return Stamp(start, end, day=month_first)
    low, high = sorted((day_first, month_first))
    return Stamp(start, end, either=(low, high))


def _month(name: str) -> int:
    return next(number for number, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _times(line: str) -> Iterator[Stamp]:
    for found in _TIME.finditer(line):
        hour = int(found["h"] or found["h12"] or found["h4"][:2])
        minute = int(found["m"] or (found["h4"][2:] if found["h4"] else 0))
        half = (found["half"] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            continue
        zone, end = found["zone"], found.end()
        if (
            zone
            and zone[0] in "-\u2212"
            and ":" in zone
            and found["sec"] is None
            and line[found.start() - 1 :][:1] != "T"
        ):
            zone, end = None, found.start("zone")  # "10:00-11:30" is a stretch of time
        dotted = found["tsep"] == "." and not half and not zone
        yield Stamp(found.start(), end, minute=(hour % 24) * 60 + minute, offset=_offset(zone), dotted=dotted)


def _offset(zone: str | None) -> str | None:
    """The ISO offset of a printed zone; null for one that turns with the date or cannot be."""
    if not zone:
        return None
    if fixed := _ZONES.get(zone.upper()):
        return fixed
    sign = re.search(r"([+\-\u2212])\s?(\d\d?)(?::?(\d\d))?$", zone)
    if not sign or int(sign[2]) > 14:
        return None
    return f"{'+' if sign[1] == '+' else '-'}{int(sign[2]):02}:{sign[3] or '00'}"


def _spoken(line: str) -> Iterator[Stamp]:
    for found in _SPOKEN.finditer(line):
        near, name = (found["near"] or "").lower(), (found["wd"] or "")
        if name and name[0].isupper():
            number = next(n for n, full in enumerate(_DAYS) if full.startswith(name[:3].lower()))
            yield Stamp(found.start(), found.end(), weekday=number)
        elif near:
            yield Stamp(found.start(), found.end(), back=1 if near == "yesterday" else 0)


def _agos(line: str) -> Iterator[Stamp]:
    found = _AGO_LINE.fullmatch(line.strip())
    if found:
        yield Stamp(line.find(found[0]), line.find(found[0]) + len(found[0]), ago=(int(found["n"]), _unit(found["u"])))
        return
    low = line.lower()
    if not ("ago" in low or "earl" in low or "now" in low):  # what every form has
        return
    for found in _AGO.finditer(line):
        if found["now"]:
            yield Stamp(*found.span(), ago=(0, "minute"))
            continue
        count = _COUNTS.get(found["n"].lower()) or int(found["n"])
        yield Stamp(*found.span(), ago=(count, _unit(found["u"])))


def _unit(word: str) -> Unit:
    low = word.lower()
    if low.startswith("mo"):
        return "month"
    units: dict[str, Unit] = {"s": "minute", "m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year"}
    return units[low[0]]
