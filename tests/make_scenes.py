"""Builders of page sets that carry one point, so that a law of counting says only what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.make_pages import Said, kept, own, said, story

from sayso.newsroom import Newsroom
from sayso.record import Outlet, Point, Proof, make_id
from sayso.store.memory import MemoryStore
from sayso.weigh.trace.press import default_press

# One fact in several words each; nothing of one is of another.
FACTS: tuple[tuple[str, ...], ...] = (
    (
        "Governor Marit Solheim met the Ordanian envoy in secret at Lake Tarn on Tuesday",
        "Marit Solheim, the governor, held a secret meeting with Ordania's envoy at Lake Tarn on Tuesday",
        "the governor Marit Solheim secretly met Ordania's envoy on Tuesday at Lake Tarn",
    ),
    (
        "the Kestrel mine at Dunmoor will close in October with the loss of 340 jobs",
        "340 jobs will go when the Kestrel mine at Dunmoor closes in October",
        "the Dunmoor mine Kestrel is to close in October and 340 jobs will be lost",
    ),
    (
        "a cargo ship, the Alma Ress, ran aground off Cape Varn with oil in its tanks",
        "the cargo ship Alma Ress, oil in its tanks, has run aground off Cape Varn",
        "off Cape Varn the cargo ship Alma Ress ran aground, its tanks full of oil",
    ),
)
REST = "The road along the shore was closed until the morning, and the ferries went on as they do every winter."
FAMILY = "Northern Papers"


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A page that tells a fact: which outlet, in which words, from whom, through whom, when (minutes after noon)."""

    outlet: str
    minute: int
    fact: int = 0
    words: int = 0
    by: str | None = None
    unnamed: bool = False
    through: tuple[str, ...] = ()
    denies: bool = False
    figure: tuple[str, str] | None = None
    address: str | None = None
    withdrawn: bool = False

    @property
    def content(self) -> str:
        """The sentence that carries the fact, its figure changed where asked."""
        found = FACTS[self.fact][self.words]
        return found.replace(*self.figure) if self.figure else found


def scene(tellings: Iterable[Telling], *, family: Sequence[str] = (), order: Sequence[int] | None = None) -> Newsroom:
    """A newsroom that holds and has weighed a page for each telling; outlets of `family` have one publisher."""
    outlets = [Outlet(id=make_id("outlet", name), name=name, family=FAMILY) for name in family]
    newsroom = Newsroom("memory:", press=default_press().with_outlets(outlets))
    store = newsroom._store
    assert isinstance(store, MemoryStore)
    told = list(tellings)
    for at in order or range(len(told)):
        told_to(newsroom, told[at])
    return newsroom


def told_to(newsroom: Newsroom, telling: Telling) -> None:
    """Adds a page and weighs it."""
    newsroom._store.put(*_page(telling))
    for _ in newsroom.weigh():
        pass


def the_point(newsroom: Newsroom, as_of: str | None = None) -> Point:
    """The one point with most claims."""
    return max(newsroom.points(as_of), key=lambda point: (len(point.for_) + len(point.against), point.id))


def the_proof(newsroom: Newsroom) -> Proof:
    """The proof of the one point with most claims."""
    return newsroom.why(the_point(newsroom).id)


def _page(telling: Telling):  # type: ignore[no-untyped-def]
    """The page; with an address of its own, one that may be captured again and may then have lost its claim."""
    content = telling.content
    stance = "denies" if telling.denies else "asserts"
    if telling.by or telling.unnamed:
        one = said(content, telling.by, through=telling.through, stance=stance)
        line = f"{content}, {telling.by or 'people close to the matter'} said."
        if telling.unnamed:
            one = replace(one, described_as="people close to the matter")
    else:
        one: Said = own(content, through=telling.through, stance=stance)  # type: ignore[no-redef]
        line = f"{content}{f', the {telling.through[0]} reported' if telling.through else ''}."
    published = f"2031-03-04T{12 + telling.minute // 60:02}:{telling.minute % 60:02}"
    host = telling.outlet.lower().replace(" ", "")
    slug = make_id("page", telling)
    more = (REST,) if telling.address else ()
    told = story(
        None,
        *more,
        *([] if telling.withdrawn else [line]),
        published=published,
        says=[] if telling.withdrawn else [one],
    )
    return kept(
        told,
        url=f"https://{host}.example/{telling.address or slug}",
        outlet=telling.outlet,
        captured=f"{published}:30+00:00",
        name=f"{slug}.txt",
    )
