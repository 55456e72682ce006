"""The head of a page and of each story item on it."""

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Words

from sayso.cli.screen import joined, rule, styled
from sayso.record import Page, Reading, Text, TextKind
from sayso.record.wording import counted, source_name, when_words

PICTURES = 3  # captions shown before the claims
DASHES = " \t\n-–—"
KINDS: tuple[TextKind, ...] = ("article", "brief", "card")


def page_lines(reading: Reading, name: str) -> Iterator[Words]:
    """What the page is and what was found on it."""
    facts = joined(page_facts(reading.page, name))
    yield styled((name, "tag"), (" · ", "quiet")).append_text(facts) if name else facts
    yield joined([_items(reading), _claims(reading)])


def page_facts(page: Page, name: str) -> list[str]:
    """Outlet, address and capture time of a page, saying so where they are not known."""
    return [
        page.outlet or "outlet not named",
        "" if page.url == name else page.url or "address not known",
        f"captured {page.captured}" if page.captured else "",
        f"page {page.id[:8]}",
    ]


def text_lines(text: Text, *, whole: bool = False) -> Iterator[RenderableType]:
    """The kind, the headline, then byline, times and reading time, then pictures (all of them if `whole`), notices."""
    yield rule(text.kind)
    yield styled((text.headline or "no headline", "headline" if text.headline else "quiet"))
    if facts := joined(text_facts(text)):
        yield facts
    yield from _pictures(text, len(text.captions) if whole else PICTURES)
    for disclosure in text.disclosures:
        yield styled(("notice: ", "quiet"), disclosure)


def text_facts(text: Text) -> list[str]:
    """Who wrote a story item and when, as far as the page says."""
    return [
        f"by {_names(text.byline)}" if text.byline else "",
        when_words(text.published) if text.published else "" if text.kind == "card" else "no time printed",
        _updated(text),
        f"{counted(text.reading_minutes, 'minute')} to read" if text.reading_minutes else "",
        f"from {text.dateline.rstrip(DASHES)}" if text.dateline else "",
        text.section or "",
        f"an edit of {text.replaces[:8]}" if text.replaces else "",
        (text.url or "") if text.kind == "card" else "",
    ]


def _pictures(text: Text, most: int) -> Iterator[Words]:
    """Captions with their credits apart; past the first few only their number, for the claims to stay in sight."""
    for caption in text.captions[:most]:
        credit = f" (credit: {caption.credit})" if caption.credit else ""
        yield styled(("picture:", "quiet"), f" {caption.text}" if caption.text else "", (credit, "quiet"))
    if (more := len(text.captions) - most) > 0:
        yield styled((f"{counted(more, 'more picture')}: --all shows {'it' if more == 1 else 'them'}", "quiet"))


def _updated(text: Text) -> str:
    """When it was updated, unless that is when it was published."""
    when, out = text.updated, text.published
    return (
        f"updated: {when_words(when)}" if when and not (out and when.earliest and when.earliest == out.earliest) else ""
    )


def _names(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _items(reading: Reading) -> str:
    kinds = Counter(text.kind for text in reading.texts)
    return ", ".join(counted(kinds[kind], kind) for kind in KINDS if kinds[kind]) or "no story found"


def _claims(reading: Reading) -> str:
    said = [claim for claim in reading.claims if claim.manner != "own_voice"]
    voices = {source_name(claim.speaker) for claim in said if claim.speaker}
    own = len(reading.claims) - len(said)
    words = counted(len(said), "attributed claim") + (f" by {counted(len(voices), 'voice')}" if voices else "")
    return words + (f", {counted(own, 'sentence')} in the outlet's own voice" if own else "")
