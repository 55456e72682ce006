"""Where an article begins on a page: its headline among menus, tags, banners and head rows."""

import re
from dataclasses import dataclass

from sayso.read.anatomy.dateline import dateline
from sayso.read.anatomy.plain.sort import Sorted, is_tags, one_sentence, title_case
from sayso.read.anatomy.wording import fold, is_section, table

NEAR = 4  # rows that may stand between a headline and its head row: deck, caption, share row, section
DEEP = 3  # sentences that a deck can have before the head row
SURELY = 0.75  # the share for a short one
TOLD_AGAIN = 0.6  # share of its longer words that a headline with a full stop shares with the next paragraphs
LONGEST_DECK = 45  # words
SAMPLE = 30  # paragraphs whose words a headline is compared with
FEWEST = 25  # words of them that say something at least
SHARED = 0.4  # share of a headline's longer words that its story has too, usually
_BANNER = re.compile(
    rf"(?:{'|'.join(sorted(table('furniture', 'orders')))})\b.{{0,200}}?\b(?:you|your|our|us|we)\b", re.I
)
_LONG = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Front:
    """`headline` is the row of the headline, null where the page has none; the body begins at row `body`."""

    headline: int | None
    body: int


@dataclass(frozen=True, slots=True)
class _Search:
    """What a headline is looked for with: `first` is the first row of the text, `head` the row of its byline."""

    page: list[Sorted]
    start: int
    first: int
    head: int | None
    title: str | None
    told: frozenset[str]


def front(page: list[Sorted], start: int, title: str | None) -> Front:
    """The head of the first article from row `start` on; `title` is what the crawler's header calls it."""
    first = _first_text(page, start)
    head = _head_row(page, start, first)
    search = _Search(page, start, first, head, title, _told(page, start))
    limit = max(first, head + 1) if head is not None else first
    best, score = None, 0.0
    for k in range(start, min(limit + 1, len(page))):
        got = _score(search, k)
        if got > score:
            best, score = k, got
    if best is None:
        return Front(None, first if head is None else min(first, start))
    best = _first_line(search, best)
    return Front(best, _body(page, best, head))


def _told(page: list[Sorted], start: int) -> frozenset[str]:
    """The longer words of the page's paragraphs; none where they are too few to judge by."""
    found: set[str] = set()
    left = SAMPLE
    for k in range(start, len(page)):
        if page[k].kind == "prose" and page[k].words >= 8:
            left -= 1
            found.update(_LONG.findall(fold(page[k].text)))
        if not left:
            break
    return frozenset(found) if len(found) >= FEWEST else frozenset()


def _shared(search: _Search, words: str) -> float:
    """The share of a row's longer words that the paragraphs have too; SHARED where nothing can be said."""
    found = set(_LONG.findall(fold(words)))
    if not found or not search.told:
        return SHARED
    return len(found & search.told) / len(found)


def _first_text(page: list[Sorted], start: int) -> int:
    """The first row that reads like a paragraph with more of its kind below, or the first clock of a feed."""
    feed, lone = None, None
    for k in range(start, len(page)):
        line = page[k]
        if line.kind in ("prose", "quote", "list") and line.words >= 12:
            if any(later.kind in ("prose", "quote", "list") and later.words >= 8 for later in page[k + 1 : k + 6]):
                return k if feed is None else feed
            lone = k if lone is None else lone
        elif line.kind == "prose" and k + 1 < len(page) and page[k + 1].kind == "prose" and lone is None:
            lone = k
        if line.kind in ("clock", "led") and feed is None and _opens_feed(page, k):
            feed = k
        if line.kind == "head" and line.head and line.head.names and page[k - 1].kind in ("title", "head", "furniture"):
            feed = None  # a story's head below: the feed stood beside it
    found = [k for k in (feed, lone) if k is not None]
    return min(found, default=len(page))


def _opens_feed(page: list[Sorted], k: int) -> bool:
    """True where a bare clock is followed by another one soon."""
    return any(line.kind in ("clock", "led") for line in page[k + 1 : k + 7])


def _head_row(page: list[Sorted], start: int, first: int) -> int | None:
    """The row that best gives the byline or the date, at most a deck below the first sentence."""
    deep, best, score = 0, None, 0.0
    for k in range(start, len(page)):
        line = page[k]
        if line.kind == "head" and line.head and (line.head.names or line.head.stamp):
            stamp = line.head.stamp
            got = 1 + 2.0 * bool(line.head.names) + bool(stamp and stamp.minute is not None)
            got += (line.head.minutes is not None) + 1.5 * (k >= first - 8)
            if got > score:
                best, score = k, got
        if line.kind == "prose" and k >= first:
            deep += 1
        if deep >= DEEP or line.kind == "pointer" or (line.kind in ("led", "clock") and k >= first):
            break
    return best


def _score(search: _Search, k: int) -> float:
    """How much a row looks like the headline of the story that follows; 0 or less for not at all."""
    line, head = search.page[k], search.head
    words = line.text
    short = line.kind == "prose" and one_sentence(words)
    if not (line.kind == "title" or short) or (line.kind == "prose" and k > search.first) or dateline(words):
        return 0.0
    score = 1.0 if line.kind == "title" else -1.5
    score += 4 if search.title and _same(words, search.title) else 0
    score += {1: 4, 2: 2}.get(line.level, 0)
    score += 2 if line.words >= 5 else 0 if line.words >= 3 else -1.5
    score += 6 * (_shared(search, words) - SHARED)
    if head is not None and k < head:
        between = head - k - 1
        score += 3 - 0.5 * between if between <= NEAR else 0
    elif head is not None:
        score += 2.5 if k == head + 1 and line.kind == "title" and k <= search.first else -3
    elif line.kind == "prose" and not title_case(words) and not _told_again(search, k):
        return 0.0  # nothing but its place speaks for a headline
    else:
        score += 1.5 if line.kind == "prose" else 0
    return score - _against(search, k)


def _told_again(search: _Search, k: int) -> bool:
    """True for a page's first sentence that its next paragraphs say again at more length."""
    if k != search.start or k + 2 >= len(search.page):
        return False
    below = search.page[k + 1 : k + 4]
    found = set(_LONG.findall(fold(search.page[k].text)))
    again = set(_LONG.findall(fold(" ".join(line.text for line in below))))
    longer = below[0].kind == "prose" and below[0].words > search.page[k].words
    return longer and len(found) >= 4 and len(found & again) >= TOLD_AGAIN * len(found)


def _against(search: _Search, k: int) -> float:
    """What speaks against a row: it addresses the reader, is a row of tags, or an item of a feed beside the story."""
    words, head = search.page[k].text, search.head
    score = 3.0 if _BANNER.match(words) else 0.0
    if k and search.page[k].kind == "prose" and search.page[k - 1].kind == "credit":
        score += 4  # a sentence under "Photo: …" is what the picture shows
    if k and search.page[k - 1].kind == "clock" and (head is None or k + 1 != head):
        score += 2
    tokens = fold(words).split()
    if len(tokens) >= 4 and len(set(tokens)) < 0.8 * len(tokens) and words[:1].isupper():
        score += 3  # "News News Sport Local News": a menu
    return score + (4 if is_tags(words) or is_section(words) else 0)


def _first_line(search: _Search, k: int) -> int:
    """The headline: the first of its decks; of a page that is nothing but lines of text, its first title."""
    page, start = search.page, search.start
    plain = all(line.kind in ("title", "prose") for line in page[start:k]) and page[start].kind == "title"
    if search.head is None and 0 < k - start <= NEAR and plain and page[start].words >= 4:
        return start
    return _top(search, k)


def _top(search: _Search, k: int) -> int:
    """The first of the rows that stand together as headline and decks; a deck says what the headline says again."""
    page = search.page
    while k > search.start:
        above = page[k - 1]
        if above.kind == "prose" and above.words <= LONGEST_DECK and k - 1 > search.start and search.head is not None:
            over = page[k - 2]
            if over.kind == "title" and over.words >= 4 and _shared(search, over.text) >= SHARED and k < search.head:
                k -= 2
                continue
        shared = _shared(search, above.text) if above.kind == "title" and above.words >= 3 else 0.0
        deck = shared >= (SHARED if above.words >= 5 else SURELY) and (above.words >= 5 or above.text.isupper())
        deck = deck or (above.kind == "title" and above.words >= 3 and page[k].kind == "prose")
        if (
            not deck
            or _against(search, k - 1)
            or (not search.told and page[k].kind == "title")
            or page[k].row.gap > 2
            or page[k].level
        ):
            break
        k -= 1
    return k


def _same(words: str, title: str) -> bool:
    """True where a page's title is a row, with or without the site's name after it."""
    one, two = fold(words), fold(title)
    return one == two or (len(one) > 15 and two.startswith(one)) or (len(two) > 15 and one.startswith(two))


def _body(page: list[Sorted], headline: int, head: int | None) -> int:
    """The row after the head: behind the headline and the head rows that follow it closely."""
    last, far = headline, 0
    for k in range(headline + 1, min(headline + 16, len(page))):
        line = page[k]
        far += line.kind != "furniture"
        lone = line.kind == "clock" and not _opens_feed(page, k)
        if (lone or line.kind in ("head", "name")) and (k == head or far <= NEAR):
            last, far = k, 0
        elif line.kind in ("led", "pointer", "label") or _starts_body(line, k, head):
            break
    return last + 1


def _starts_body(line: Sorted, k: int, head: int | None) -> bool:
    return line.kind == "prose" and line.words >= 12 and (head is None or k > head)
