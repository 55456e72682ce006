"""Whether a page shows that it was edited: a later time, or a notice that was not there before."""

import re
from functools import cache

from sayso.record import Page, Text
from sayso.record.fold import words
from sayso.record.moment import latest
from sayso.weigh.revise.wording import found_in, listed

_LINE = re.compile(r"[^\n]+")
LONGEST = 60  # words of a line that is a notice


def is_marked(old: tuple[Page, Text], new: tuple[Page, Text]) -> bool:
    """True where the later of two versions of a text prints a later time or a new notice; each with its page."""
    return _later(old[1], new[1]) or bool(_notices(*new) - _notices(*old))


def _later(before: Text, after: Text) -> bool:
    if after.updated and not before.updated:
        return True
    times = [max(latest(text.updated) or "", latest(text.published) or "") for text in (before, after)]
    return times[1] > times[0]


def _notices(page: Page, text: Text) -> frozenset[tuple[str, ...]]:
    """The lines of a text that say it was edited, its headline among them."""
    shown = [text.headline or "", *text.disclosures, *_LINE.findall(text.span.of(page.text))]
    return frozenset(words(one) for one in shown if is_notice(one))


def is_notice(line: str) -> bool:
    """Whether a line or a headline tells that its text was edited."""
    said = words(line)
    if not 0 < len(said) <= LONGEST:
        return False
    if _mark().search(line.replace("’", "'")) or found_in(said, listed("notices.openings")):
        return True
    return bool(found_in(said, listed("notices.acts")) and found_in(said, listed("notices.things")))


@cache
def _mark() -> re.Pattern[str]:
    """A mark at the start of a line, set off from what follows ("UPDATED:", "Update 2 –"), or in brackets."""
    marks = "|".join(re.escape(" ".join(one)).replace("\\ s\\ ", "'?s ") for one in listed("notices.marks"))
    set_off = r"\s{0,3}(?:[:,–—|\]-]|$|(?:at |on )?\d)"
    return re.compile(rf"^\W{{0,6}}(?:last |latest )?(?:{marks}){set_off}|[(\[](?:{marks})[)\]]", re.IGNORECASE)
