"""What the article of an HTML page is called, by whom and when: its metadata and its visible head, put together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.read.anatomy import byline, isotime
from sayso.read.anatomy.html import titles
from sayso.read.anatomy.html.elements import FOOTER, HEADING, NAV
from sayso.read.anatomy.html.headmatter import HeadMatter, head_matter
from sayso.read.anatomy.html.metadata import Metadata
from sayso.read.anatomy.html.titles import folded
from sayso.read.anatomy.html.tree import Box, Tree
from sayso.record import PartKind, Span, When

_SLUG = re.compile(r"[a-z]+(?:[-_.][a-z]+)+\d*|[a-z]+\d*")
_MARK = re.compile(r"\s+[|–—»·-]\s+")
_LEAST = 20  # characters of a title without the site's name
_MOST = 12  # authors that a byline may add to the metadata's


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The article's own description; `headline` is the span of its headline, null where the page shows none.

    `kinds` says of the blocks around the headline which part of the page's head they are, `whole` which of them are
    nothing else; `title` may come from the metadata where `headline` is null.
    """

    title: str | None = None
    headline: Span | None = None
    byline: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    reading_minutes: int | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    kinds: Mapping[int, PartKind] = field(default_factory=dict)
    whole: frozenset[int] = frozenset()


def about(tree: Tree, head: Metadata, *, stop: int | None = None, captured: str | None = None) -> About:
    """The article's description; `stop` is the index of its first body block, where the caller knows it.

    Names, times and headline come from the metadata where it has them to the minute and by name, else from the page.
    `captured` is the ISO time that "2 hours ago" counts from.
    """
    blocks = headline(tree, head.titles)
    title = _joined(tree, blocks)
    top = head_matter(tree, blocks, stop=stop, captured=captured)
    span = Span(tree.blocks[blocks[0]].start, tree.blocks[blocks[-1]].end) if blocks else None
    for index in blocks:
        top.kinds[index] = "headline"
    return About(
        title=title or next(iter(head.titles), None),
        headline=span,
        byline=_names(head, top),
        published=_time(head.published, top.published),
        updated=_time(head.updated, top.updated),
        reading_minutes=top.minutes,
        section=head.section,
        language=head.language,
        url=head.url,
        outlet=head.outlet,
        kinds=top.kinds,
        whole=frozenset(top.whole),
    )


def headline(tree: Tree, named: tuple[str, ...]) -> list[int]:
    """The blocks of the headline: the h1 most like what the head calls the page, else a line that has its name."""
    groups = list(_h1(tree))
    choice = titles.headline([_joined(tree, group) for group in groups], named)
    if choice is not None:
        group = groups[choice]
        whole = max((titles.likeness(_joined(tree, group), name) for name in named), default=0.0)
        single = [max((titles.likeness(_joined(tree, [k]), name) for name in named), default=0.0) for k in group]
        if len(group) > 1 and named and max(single) >= max(whole, 0.9) and _fits(tree, group[_top_of(single)], named):
            return [group[_top_of(single)]]  # a kicker stands in the same h1
        return group
    keys = {folded(form) for name in named for form in _forms(name)}
    for index, block in enumerate(tree.blocks[:400]):
        if not block.linked and not block.places & (NAV | FOOTER) and folded(tree.words(block)) in keys:
            return [index]
    return []


def _forms(name: str) -> Iterator[str]:
    """A page's name as it stands, and without what stands behind its last marks or before its first one, which may be
    the site's name."""
    yield name
    marks = list(_MARK.finditer(name))
    for mark in marks[-2:]:
        if mark.start() >= _LEAST:
            yield name[: mark.start()]
    for mark in marks[:1]:
        if len(name) - mark.end() >= _LEAST:
            yield name[mark.end() :]


def _top_of(values: list[float]) -> int:
    return max(range(len(values)), key=lambda k: (values[k], k))


def _fits(tree: Tree, index: int, named: tuple[str, ...]) -> bool:
    """True where one block alone is a name of the page."""
    return folded(_joined(tree, [index])) in {folded(name) for name in named}


def _h1(tree: Tree) -> Iterator[list[int]]:
    """The blocks of every h1, each h1's together."""
    last = None
    group: list[int] = []
    for index, block in enumerate(tree.blocks):
        if not block.places & HEADING:
            continue
        h1: Box | None = block.box
        for _ in range(5):
            if h1 is None or h1.tag == "h1":
                break
            h1 = h1.parent
        h1 = h1 if h1 is not None and h1.tag == "h1" else None
        if h1 is None:
            continue
        if h1 is not last and group:
            yield group
            group = []
        last = h1
        group.append(index)
    if group:
        yield group


def _joined(tree: Tree, blocks: list[int]) -> str:
    return " ".join(" ".join(tree.words(tree.blocks[index]).split()) for index in blocks)


def _names(head: Metadata, top: HeadMatter) -> tuple[str, ...]:
    """The authors: the metadata's, unless they are nobody's names, or the page's byline names them and more.

    Names from JSON-LD are trusted before the byline; those from a meta tag give way where the page says "by" another.
    """
    outlet = folded(head.outlet or "").removeprefix("the")
    shown = _alone({folded(name): name for name in top.names}, outlet)
    told = _alone({folded(name): name for name in head.authors}, outlet)
    people = {key: name for key, name in shown.items() if " " in name and key.removeprefix("the") != outlet}
    nobody = all(
        _SLUG.fullmatch(name) or key.removeprefix("the") == outlet or byline.is_room(name) for key, name in told.items()
    )
    other = top.told and not head.authors_described and not told.keys() & shown.keys()
    if not told or (people and (nobody or other)):
        return tuple(people.values() or shown.values()) or tuple(map(_unslugged, head.authors))
    if told.keys() < shown.keys() and len(people) == len(shown) <= _MOST:
        return tuple(shown.values())
    return tuple(_unslugged(name) for name in told.values())


def _alone(names: dict[str, str], outlet: str) -> dict[str, str]:
    """Names without the outlet's beside people's, and without those that are another and a job title."""
    if len(names) < 2:
        return names
    kept = {key: name for key, name in names.items() if key.removeprefix("the") != outlet} or names
    return {
        key: name
        for key, name in kept.items()
        if not any(other is not name and name.startswith(other + " ") for other in kept.values())
    }


def _unslugged(name: str) -> str:
    """ "ada-moor" as a name; anything else as it is."""
    if _SLUG.fullmatch(name) and re.search(r"[-_.]", name):
        return " ".join(word.capitalize() for word in re.split(r"[-_.]", name.rstrip("0123456789")))
    return name


def _time(told: When | None, shown: list[When]) -> When | None:
    """The metadata's time, unless it has the day alone and the page prints the minute too."""
    usable = [when for when in shown if when.earliest]
    if told is None:
        return next((when for when in usable if when.grain == "minute"), next(iter(usable), None))
    if told.grain != "minute":
        exact = [when for when in usable if when.grain == "minute" and isotime.days_apart(when, told) <= 1]
        return next(iter(exact), told)
    return told
