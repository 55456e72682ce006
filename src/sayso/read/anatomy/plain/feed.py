"""How a page's feed is set, and the days of its clocks."""

from dataclasses import dataclass

from sayso.read.anatomy.plain.sort import Sorted, one_sentence

WINDOW = 60  # rows in which a feed shows its second clock
QUESTIONS = 3  # rows that are questions, from which on a page is an interview
TITLED = 0.7  # share of a feed's items that open with one short sentence where headlines carry a full stop


@dataclass(frozen=True, slots=True)
class Style:
    """What is true of a page's feed as a whole.

    `titled`: items open with a headline even where it ends with a full stop; `asked`: the page is an interview, its
    questions are no subheads; `led`: clocks stand in the row of their item; `transcript`: clocks count from the
    start of a recording.
    """

    titled: bool
    asked: bool
    led: bool
    transcript: bool


def feed_style(page: list[Sorted]) -> Style:
    """How the clocks of a page are set, judged from all of them together."""
    led = [line for line in page if line.kind == "led"]
    clocks = [k for k, line in enumerate(page) if line.kind == "clock" or _is_dated(line)]
    opened = [_opening(page, k) for k in clocks]
    known = [titled for titled in opened if titled is not None]
    titled = bool(known) and sum(known) >= TITLED * len(opened)
    asked = sum(line.kind == "title" and line.text.endswith("?") for line in page) >= QUESTIONS
    return Style(titled, asked, len(led) >= 2, _is_transcript(page))


def _is_dated(line: Sorted) -> bool:
    """True for a head row that may be the clock of an item: a full time and no name."""
    head = line.head
    return bool(line.kind == "head" and head and head.stamp and head.stamp.minute is not None and not head.names)


def _opening(page: list[Sorted], k: int) -> bool | None:
    """Whether the first row under a clock is one short sentence with a paragraph under it; null for no rows."""
    rows = [line for line in page[k + 1 : k + 4] if line.kind != "furniture"][:2]
    if not rows:
        return None
    if rows[0].kind in ("title", "name"):
        return True
    followed = len(rows) == 2 and rows[1].kind in ("prose", "quote")
    return rows[0].kind == "prose" and one_sentence(rows[0].text) and followed


def _is_transcript(page: list[Sorted]) -> bool:
    """True where clocks count up from nearly nothing, or the page calls itself a transcript and they only rise."""
    minutes: list[int] = []
    for line in page:
        stamp = line.stamp if line.kind == "led" else line.head.stamp if line.kind == "clock" and line.head else None
        if stamp and stamp.minute is not None:
            minutes.append(stamp.minute)
    if len(minutes) < 3 or any(one > two for one, two in zip(minutes, minutes[1:], strict=False)):
        return False
    named = any("transcript" in line.text.lower() for line in page[:12])
    return named or minutes[0] <= 5


def leads_feed(page: list[Sorted], k: int, end: int) -> bool:
    """True where a row with a clock is one of several before row `end` that each have a title or sentence below."""
    found = 0
    for at in range(k, min(end, len(page), k + WINDOW)):
        line = page[at]
        if line.kind == "led":
            found += 1
        elif line.kind in ("clock", "head") and line.head and line.head.stamp and not line.head.names:
            after = page[at + 1].kind if at + 1 < len(page) else ""
            found += after in ("title", "prose", "name")
    return found >= 2
