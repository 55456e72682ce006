"""Times, voices and counts as the desk words them; each function here is a filter of the templates."""

import re
from datetime import UTC, datetime

from sayso.record import Reason, Source, When
from sayso.record.wording import source_name

FILTERS = (
    "capital", "clock", "day", "iso", "iso_words", "moment_words", "plural", "reason_words", "standing_words",
    "titled", "voice", "when_words",
)  # fmt: skip

_INTERVAL = re.compile(r" \[(\d{1,9}), (\d{1,9})\]")
STANDINGS = {
    "single": "One page carries it, and nobody else.",
    "echoed": "Several pages carry it, and all of them have it from one origin.",
    "corroborated": "More than one origin stands behind it.",
    "disputed": "Somebody stands against it.",
    "retracted": "Its origin withdrew it.",
    "ungrounded": "Those who carry it have it from each other.",
}


def standing_words(standing: str) -> str:
    """What the word for a standing means, in a sentence."""
    return STANDINGS.get(standing, "")


def reason_words(reason: Reason) -> str:
    """Why a standing is what it is, an interval of one number left out: "2 origins against it"."""

    def told(found: re.Match[str]) -> str:
        return "" if found[1] == found[2] else f" ({found[1]} to {found[2]})"

    return _INTERVAL.sub(told, reason.detail or reason.name)


def day(moment: str | None) -> str:
    """The UTC day of a moment: "Thursday, 5 March 2026"."""
    found = _at(moment)
    return f"{found:%A}, {found.day} {found:%B %Y}" if found else "Day not known"


def clock(moment: str | None) -> str:
    """The UTC time of day of a moment: "6:40 PM"."""
    found = _at(moment)
    return _clock(found) if found and not _is_day(moment) else ""


def moment_words(moment: str | None) -> str:
    """A UTC moment in full: "5 March 2026, 5:40 PM UTC"."""
    found = _at(moment)
    if found is None:
        return "time not known"
    return f"{found.day} {found:%B %Y}" + ("" if _is_day(moment) else f", {_clock(found)} UTC")


def when_words(when: When | None) -> str:
    """A time as its page prints it, with what the page leaves out: "5 March 2026, 6:40 PM, zone not printed"."""
    if when is None:
        return "no time printed"
    if when.earliest is None and when.latest is None:
        return "time not captured"
    first, last = _one(when.earliest, when), _one(when.latest, when)
    words = first if first == last else f"{first} to {last}"
    if when.grain == "minute" and _zoneless(when.earliest or when.latest):
        words += ", zone not printed"
    return words + (" (day inferred)" if when.inferred else "")


def iso_words(iso_time: str) -> str:
    """An ISO time, such as that of a capture, in words with its own zone."""
    return when_words(When(earliest=iso_time, latest=iso_time, grain="minute" if len(iso_time) > 10 else "day"))


def iso(when: When | None) -> str:
    """A time for `<time datetime>`: as exact as its page is."""
    first = (when.earliest or when.latest or "") if when else ""
    length = {"year": 4, "month": 7, "day": 10}.get((when.grain if when else None) or "minute")
    return first[:length] if length else first


def voice(source: Source) -> str:
    """What to call a voice, its first letter large."""
    return capital(source_name(source))


def titled(gist: str) -> str:
    """What a point says as a heading: without a leading "that", its first letter large."""
    words = " ".join(gist.split())
    return capital(words[5:] if words.lower().startswith("that ") else words)


def capital(words: str) -> str:
    """Words with a large first letter."""
    return words[:1].upper() + words[1:]


def plural(number: int, noun: str) -> str:
    """A noun in the number that it stands in: `1 | plural("origin")` is "origin"."""
    return noun if number == 1 else f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"


def _is_day(moment: str | None) -> bool:
    """Whether a moment is the last second of a day, which is what a page that prints the day alone is taken for."""
    return (moment or "").endswith("T23:59:59")


def _one(iso_time: str | None, when: When) -> str:
    if iso_time is None:
        return "an open end"
    found = _at(iso_time[: {"year": 4, "month": 7, "day": 10}.get(when.grain or "minute")], keep=True)
    if found is None:
        return iso_time
    if when.grain in ("year", "month"):
        return f"{found:%Y}" if when.grain == "year" else f"{found:%B %Y}"
    words = f"{found.day} {found:%B %Y}"
    return f"{words}, {_clock(found)}{_zone(found)}" if when.grain == "minute" else words


def _at(iso_time: str | None, *, keep: bool = False) -> datetime | None:
    """An ISO time, in UTC unless its zone is kept; null for what is none."""
    try:
        padded = f"{iso_time}-01-01"[:10] if iso_time and len(iso_time) < 10 else iso_time or ""
        found = datetime.fromisoformat(padded)
    except ValueError:
        return None
    return found if keep or found.tzinfo is None else found.astimezone(UTC)


def _clock(time: datetime) -> str:
    return f"{time.hour % 12 or 12}:{time.minute:02} {'AM' if time.hour < 12 else 'PM'}"


def _zone(time: datetime) -> str:
    """The offset as printed: " UTC+1", " UTC+5:30", nothing where there is none."""
    if time.tzinfo is None:
        return ""
    offset = f"{time:%z}"  # +0530
    hours, minutes = int(offset[1:3]), offset[3:5]
    return " UTC" + (f"{offset[0]}{hours}" + (f":{minutes}" if minutes != "00" else "") if offset.strip("+-0") else "")


def _zoneless(iso_time: str | None) -> bool:
    found = _at(iso_time, keep=True)
    return found is not None and found.tzinfo is None
