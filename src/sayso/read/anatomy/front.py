"""Where an article begins on a page: its headline among menus, tags, banners and head rows."""

import re
from dataclasses import dataclass

from sayso.read.anatomy.sort import Sorted, is_tags, one_sentence, title_case
from sayso.read.anatomy.wording import fold, is_section

NEAR = 4  # rows that may stand between a headline and its head row: deck, caption, share row, section
DEEP = 3  # sentences that a deck can have before the head row
_ADDRESS = re.compile(r"\b(?:you|your|our|us|we)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"(?:join|support|subscribe|sign|get|become|donate|help|read|listen|watch|follow|download|try|keep|stay)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Front:
    """`headline` is the row of the headline, null where the page has none; the body begins at row `body`."""

    headline: int | None
    body: int


def front(page: list[Sorted], start: int, title: str | None) -> Front:
    """The head of the first article from row `start` on; `title` is what the crawler's header calls it."""
    first = _first_text(page, start)
    head = _head_row(page, start, first)
    limit = max(first, head + 1) if head is not None else first
    best, score = None, 0.0
    for k in range(start, min(limit + 1, len(page))):
        got = _score(page, k, head, first, title)
        if got > score:
            best, score = k, got
    if best is None:
        return Front(None, first if head is None else min(first, start))
    return Front(best, _body(page, best, head))


def _first_text(page: list[Sorted], start: int) -> int:
    """The first row that reads like a paragraph of a story, or the first clock of a feed."""
    feed = None
    for k in range(start, len(page)):
        line = page[k]
        if line.kind == "prose" and (line.words >= 12 or (k + 1 < len(page) and page[k + 1].kind == "prose")):
            return k if feed is None else feed
        if line.kind in ("quote", "list") and line.words >= 12:
            return k if feed is None else feed
        if line.kind in ("clock", "led") and feed is None and _opens_feed(page, k):
            feed = k
        if line.kind == "head" and line.head and line.head.names and page[k - 1].kind in ("title", "head", "furniture"):
            feed = None  # a story's head below: the feed stood beside it
    return len(page) if feed is None else feed


def _opens_feed(page: list[Sorted], k: int) -> bool:
    """True where a bare clock is followed by another one soon."""
    return any(line.kind in ("clock", "led") for line in page[k + 1 : k + 7])


def _head_row(page: list[Sorted], start: int, first: int) -> int | None:
    """The row that gives the byline or the date, at most a deck below the first sentence."""
    deep = 0
    for k in range(start, len(page)):
        line = page[k]
        if line.kind == "head" and line.head and (line.head.names or line.head.stamp):
            return k
        if line.kind == "prose" and k >= first:
            deep += 1
        if deep >= DEEP or line.kind in ("led", "pointer") or (line.kind == "clock" and k >= first):
            return None
    return None


def _score(page: list[Sorted], k: int, head: int | None, first: int, title: str | None) -> float:
    """How much a row looks like the headline of the story that follows; 0 or less for not at all."""
    line = page[k]
    words = line.text
    short = line.kind == "prose" and one_sentence(words)
    if not (line.kind == "title" or short) or (line.kind == "prose" and k > first):
        return 0.0
    score = 1.0 if line.kind == "title" else -1.5
    score += 4 if title and _same(words, title) else 0
    score += {1: 4, 2: 2}.get(line.level, 0)
    score += 2 if line.words >= 5 else 0 if line.words >= 3 else -1.5
    if head is not None and k < head:
        between = head - k - 1
        score += 3 - 0.5 * between if between <= NEAR else 0
        score += _over_deck(page, k, head)
    elif head is not None:
        score += 2.5 if k == head + 1 and page[k].kind == "title" and k <= first else -3
    elif line.kind == "prose" and not title_case(words):
        return 0.0  # nothing but its place speaks for a headline
    if _ADDRESS.search(words) and _ORDER.match(words):
        score -= 3
    if k and page[k - 1].kind == "clock" and (head is None or k + 1 != head):
        score -= 2  # an item of a feed beside the story
    if is_tags(words) or is_section(words):
        score -= 4
    return score


def _over_deck(page: list[Sorted], k: int, head: int) -> float:
    """A point more for a headline with a longer deck under it, before the head row."""
    deck = [line for line in page[k + 1 : head] if line.kind in ("title", "prose")]
    return (
        1.5
        if len(deck) == 1
        and deck[0] is page[k + 1]
        and len(deck[0].text) > 1.1 * len(page[k].text)
        and page[k].words >= 4
        else 0.0
    )


def _same(words: str, title: str) -> bool:
    """True where a page's title is a row, with or without the site's name after it."""
    one, two = fold(words), fold(title)
    return one == two or (len(one) > 15 and two.startswith(one)) or (len(two) > 15 and one.startswith(two))


def _body(page: list[Sorted], headline: int, head: int | None) -> int:
    """The row after the head: behind the headline and the head rows that follow it closely."""
    last = headline
    for k in range(headline + 1, min(headline + 12, len(page))):
        line = page[k]
        if line.kind in ("head", "name") and (k == head or k - last <= NEAR):
            last = k
        elif line.kind in ("led", "pointer", "label") or _starts_body(line, k, head):
            break
    return last + 1


def _starts_body(line: Sorted, k: int, head: int | None) -> bool:
    return line.kind == "prose" and line.words >= 12 and (head is None or k > head)
