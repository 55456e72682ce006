"""Which story item is an edit of which: the same page taken again, its texts matched with the older ones.

A page's own times come before the time of capture, so that pages kept in any order give the same answer. What was
replaced is worked out again from the pages, never patched: `replay` over all of them and `step` for a newer one agree.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.record import Capture, Page, Reading, Text
from sayso.record.fold import folded, words
from sayso.record.moment import latest, moment, stood_from

# The least share of the shorter text's word triples that an edit keeps. Unrelated articles share under 0.05; briefs and
# cards are short and formulaic, so that more is asked of them.
ALIKE = {"article": 0.3, "brief": 0.5, "card": 0.5}
# A new version is matched with this many before it: an item that was gone for longer and comes back counts as new.
REMEMBERED = 20
COMMON = 20  # a word triple in more items than this is boilerplate and says nothing
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


@dataclass(frozen=True, slots=True)
class Stay:
    """When a text came out (`published`), from when and until when it stood, as moments; and what it replaces.

    `end` is null while nothing has replaced it.
    """

    published: str | None = None
    start: str | None = None
    end: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A text with what an edit of it is known by."""

    text: Text
    page: Page
    headline: str
    triples: frozenset[tuple[str, ...]]
    stay: Stay


def same_page_keys(page: Page, capture: Capture, texts: Iterable[Text]) -> frozenset[str]:
    """What two captures of one page share: its address; without one, the file's name, or the article's identity.

    An article without an address is known again by outlet, byline, headline and the minute it was published.
    """
    if page.url:
        return frozenset({_writable(f"url {plain_url(page.url)}")})
    found = {_writable(f"name {capture.name}")} if capture.name != "-" else set()
    for text in texts:
        out = text.published
        told = folded(page.outlet) or folded(" ".join(text.byline))
        if text.kind == "article" and text.headline and told and out and out.grain == "minute" and out.latest:
            names = folded(" ".join(text.byline))
            found.add(f"item {folded(page.outlet)} | {names} | {folded(text.headline)} | {moment(out.latest)}")
            break
    return frozenset(found)


def _writable(key: str) -> str:
    """The key without half characters, which file names may hold and no database takes."""
    return key.encode("utf-8", "replace").decode()


def plain_url(url: str) -> str:
    """The address without scheme, fragment, tracking words and a last slash, host in lower case."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_TRACKING)]
    asked = f"?{urlencode(query)}" if query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{asked}"


def age(page: Page, texts: Iterable[Text]) -> tuple[str, str]:
    """What puts versions of a page in order: the last time it prints, then when it was captured."""
    printed = [time for text in texts for time in (latest(text.published), latest(text.updated)) if time]
    return max(printed, default=""), moment(page.captured) if page.captured else ""


def replay(readings: Iterable[Reading]) -> dict[str, Stay]:
    """The stay of every text (by id) of several versions of one page, given in the order they were kept."""
    standing: deque[dict[str, Item]] = deque(maxlen=REMEMBERED)
    stays: dict[str, Stay] = {}
    for reading in sorted(readings, key=lambda reading: age(reading.page, reading.texts)):
        heads = [item for version in standing for item in version.values()]
        new: dict[str, Item] = {}
        for item, ended in step(heads, [item_of(reading.page, text) for text in reading.texts]):
            if ended:
                stays[ended.text.id] = ended.stay
                for version in standing:
                    version.pop(ended.text.id, None)
            new[item.text.id] = item
            stays[item.text.id] = item.stay
        standing.append(new)
    return stays


def step(heads: Sequence[Item], new: Sequence[Item]) -> list[tuple[Item, Item | None]]:
    """Each new item with its stay, beside the head it replaces (with its stay ended) or null.

    A silent edit, whose printed time is not later than what it replaces, starts when it was captured.
    """
    pairs = matches(heads, new)
    found: list[tuple[Item, Item | None]] = []
    for at, item in enumerate(new):
        old = heads[pairs[at]] if at in pairs else None
        if old is None or old.text.id == item.text.id:
            found.append((item, None))
            continue
        start, before = item.stay.start, old.stay.start
        if before and (start is None or start <= before):
            start = max(before, moment(item.page.captured) if item.page.captured else before)
        stay = Stay(item.stay.published, start, None, old.text.id)
        ended = Stay(old.stay.published, before, start or "", old.stay.replaces)
        found.append((_with(item, stay), _with(old, ended)))
    return found


def item_of(page: Page, text: Text, stay: Stay | None = None) -> Item:
    """The item of a text; its stay is its own unless its place among the versions is known."""
    body = " ".join(span.of(page.text) for span in text.body)
    said = words(f"{text.headline or ''} {body}")
    triples: frozenset[tuple[str, ...]] = frozenset(said[at : at + 3] for at in range(len(said) - 2)) or frozenset(
        {said} if said else ()
    )
    return Item(text, page, folded(text.headline), triples, stay or own_stay(page, text))


def own_stay(page: Page, text: Text) -> Stay:
    """When a text came out and from when it stood, as far as it says itself; else when it was captured."""
    captured = moment(page.captured) if page.captured else None
    out = latest(text.published) or captured
    return Stay(out, stood_from(page, text))


def matches(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Place in `new` → place in `old` of the item it is a version of: same address, same headline, most alike."""
    pairs: dict[int, int] = {}
    for name in ("address", "headline"):
        left, right = _unique(old, name, set(pairs.values())), _unique(new, name, set(pairs))
        both = [(right[key], left[key]) for key in right.keys() & left.keys()]
        pairs.update({at: before for at, before in both if _may_be_one(old[before], new[at])})
    taken = set(pairs.values())
    for _, at, before in sorted(_alike(old, new), key=lambda found: (-found[0], found[1], found[2])):
        if at not in pairs and before not in taken:
            pairs[at] = before
            taken.add(before)
    return pairs


def _unique(items: Sequence[Item], name: str, taken: set[int]) -> dict[tuple[str, str], int]:
    """Kind and address or headline → place, of items that alone carry it."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        mark = item.headline if name == "headline" else plain_url(item.text.url or "")
        if mark and at not in taken:
            places[item.text.kind, mark].append(at)
    return {key: found[0] for key, found in places.items() if len(found) == 1}


def _alike(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[float, int, int]]:
    """(share of triples, place in new, place in old) of items of one kind that share enough."""
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, item in enumerate(old):
        for triple in item.triples:
            where[triple].append(at)
    found: list[tuple[float, int, int]] = []
    for at, item in enumerate(new):
        shared = Counter(
            place for triple in item.triples if len(at_ := where.get(triple, [])) <= COMMON for place in at_
        )
        for place, count in shared.items():
            share = count / min(len(item.triples), len(old[place].triples))
            if share >= ALIKE[item.text.kind] and _may_be_one(old[place], item):
                found.append((share, at, place))
    return found


def _may_be_one(old: Item, new: Item) -> bool:
    """False for items of two kinds, and for briefs of two times: a brief keeps its clock, "Alert" at 8:10 is another
    than at 14:25. An article's only clock may be that of its last change."""
    if old.text.kind != new.text.kind:
        return False
    times = {item.text.published.latest for item in (old, new) if item.text.published and item.text.published.latest}
    return new.text.kind == "article" or len(times) < 2


def _with(item: Item, stay: Stay) -> Item:
    return Item(item.text, item.page, item.headline, item.triples, stay)
