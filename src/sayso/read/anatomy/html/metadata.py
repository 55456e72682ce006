"""What a page says of itself: JSON-LD first, then its meta tags."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from sayso.read.anatomy import isotime
from sayso.read.anatomy.html import authors, jsonld, titles
from sayso.read.anatomy.html.jsonld import Thing
from sayso.read.anatomy.html.tree import Tree
from sayso.read.words import phrases, words
from sayso.record import When

TOPIC = "meta_html"
STORY_TYPES = frozenset(phrases(TOPIC, "story_types"))
LIVE_TYPES = frozenset(phrases(TOPIC, "live_types"))
NO_SECTIONS = frozenset(phrases(TOPIC, "no_sections"))
PAGE_TYPES = frozenset(phrases(TOPIC, "page_types"))


def _in_order(table: str) -> tuple[str, ...]:
    """A list of meta names as written: the order is the order of trust."""
    return tuple(str(name).lower() for name in words(TOPIC)[table])


TITLE_METAS, AUTHOR_METAS = _in_order("title_metas"), _in_order("author_metas")
PUBLISHED_METAS, UPDATED_METAS = _in_order("published_metas"), _in_order("updated_metas")
SECTION_METAS, OUTLET_METAS = _in_order("section_metas"), _in_order("outlet_metas")
LANGUAGE_METAS = _in_order("language_metas")
_INVERTED = frozenset({"dc.creator", "dcterms.creator", "citation_author"})  # "Moor, Ada"
_ENOUGH = 4  # titles from meta tags that are looked at
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_MICRODATA = frozenset({"datepublished", "datemodified", "headline", "articlesection"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's own description, unread: meta tags by lower-case name, ld+json objects, title, canonical address."""

    metas: Mapping[str, tuple[str, ...]]
    things: tuple[Thing, ...]
    title: str | None
    canonical: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the head of a page says of its story; `titles` are its headlines there, best first, for the page to choose.

    `authors_described`: the authors are of JSON-LD, not of a meta tag. `story` is the JSON-LD object of the story, null
    where there is none; `live` its live-blog object.
    """

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    authors_described: bool = False
    published: When | None = None
    updated: When | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    story: Thing | None = None
    live: Thing | None = None


def head_of(tree: Tree) -> Head:
    """The head of a page that was walked."""
    metas: dict[str, list[str]] = {}
    for attributes in tree.metas:
        _keep(attributes, metas)
    canonical = next((link.get("href") for link in tree.links if _is_canonical(link)), None)
    return Head(
        metas={name: tuple(contents) for name, contents in metas.items()},
        things=jsonld.things(tree.ld),
        title=tree.title,
        canonical=canonical,
        language=tree.language,
    )


def _is_canonical(link: Mapping[str, str | None]) -> bool:
    """True for a link tag that names the page's own address."""
    return "canonical" in (link.get("rel") or "").lower().split() and bool((link.get("href") or "").strip())


def _keep(attributes: Mapping[str, str | None], metas: dict[str, list[str]]) -> None:
    """Files one meta tag under its lower-case name.

    Of microdata only what a story alone has: authors and names there are those of pictures and publishers too.
    """
    name, content = attributes.get("property") or attributes.get("name"), attributes.get("content")
    if not name and (attributes.get("itemprop") or "").lower() in _MICRODATA:
        name = attributes["itemprop"]
    if name and content and not content.isspace():
        metas.setdefault(name.strip().lower(), []).append(content.strip())


def metadata(head: Head, *, url: str | None = None) -> Metadata:
    """What the head says, each field from the best place that has it; `url` is where the page was fetched, if told."""
    canonical = _address(head, url)
    stories = _stories(head, canonical)
    story = stories[0] if stories else None
    outlet = _outlet(head, stories)
    described = _described(head, stories)
    published = isotime.best([*_all(stories, "datePublished", "dateCreated"), *_metas(head, PUBLISHED_METAS)])
    return Metadata(
        titles=_titles(head, stories, outlet),
        authors=described or _tagged(head),
        authors_described=bool(described),
        published=published,
        updated=_updated([*_all(stories, "dateModified"), *_metas(head, UPDATED_METAS)], published),
        section=_section(head, stories),
        language=_language(head, stories),
        url=canonical,
        outlet=outlet,
        story=story,
        live=next((thing for thing in head.things if LIVE_TYPES.intersection(jsonld.kinds(thing))), None),
    )


def _stories(head: Head, canonical: str | None) -> list[Thing]:
    """The JSON-LD objects that describe this page's story, best first: later ones only fill what the first leave out.

    Where several are stories, the ones that agree with the first on headline or address describe the same one.
    """
    found, pages = [], []
    for thing in head.things:
        if is_story(kinds := jsonld.kinds(thing)):
            found.append(thing)
        elif PAGE_TYPES.intersection(kinds):
            pages.append(thing)
    if not found:
        return [page for page in pages if page.get("datePublished") or page.get("author")][:1]
    if len(found) > 1:
        found.sort(key=lambda thing: -_fit(thing, head, canonical))
    first = jsonld.words(found[0].get("headline")) or ""
    same = [
        thing
        for thing in found[1:]
        if titles.likeness(first, jsonld.words(thing.get("headline")) or "") >= 0.5 or not thing.get("headline")
    ]
    return [found[0], *same, *pages]


def is_story(kinds: Iterable[str]) -> bool:
    """True for the types that schema.org gives an article, a posting, a report or a review."""
    return any(kind.endswith(("article", "posting")) or kind in STORY_TYPES for kind in kinds)


def _fit(thing: Thing, head: Head, canonical: str | None) -> float:
    """How well a story object fits the page, of several on it."""
    name = jsonld.words(thing.get("headline")) or jsonld.words(thing.get("name")) or ""
    shown = [title for table in ("og:title", "twitter:title") for title in head.metas.get(table, ())]
    score = max((titles.likeness(name, title) for title in [*shown, head.title or ""]), default=0.0)
    if canonical and canonical in (thing.get("url"), thing.get("@id"), _link(thing.get("mainEntityOfPage"))):
        score += 1
    return score + 0.5 * bool(thing.get("datePublished")) + 0.2 * bool(thing.get("author"))


def _link(value: object) -> object:
    """The address in a value that is one, or an object with an @id."""
    return value.get("@id") if isinstance(value, dict) else value


def _all(stories: Iterable[Thing], *names: str) -> list[object]:
    """Every value of a property over the story's objects, the first object's first."""
    return [thing[name] for name in names for thing in stories if thing.get(name)]


def _metas(head: Head, names: Iterable[str]) -> list[str]:
    """Every meta value under the names, in their order."""
    return [content for name in names for content in head.metas.get(name, ())]


def _titles(head: Head, stories: list[Thing], outlet: str | None) -> tuple[str, ...]:
    """Headlines as the head gives them, without the site's name, best first."""
    sites = [outlet or "", *_metas(head, OUTLET_METAS), _host(head)]
    found = [text for value in _all(stories[:1], "headline") if (text := jsonld.words(value))]
    found += [jsonld.plain(content) for content in [*dict.fromkeys(_metas(head, TITLE_METAS))][:_ENOUGH]]
    if head.title:
        found.append(head.title)
    found += [text for value in _all(stories[:1], "alternativeHeadline", "name") if (text := jsonld.words(value))]
    return tuple(dict.fromkeys(short for title in dict.fromkeys(found) if (short := titles.without_site(title, sites))))


def _host(head: Head) -> str:
    """The first label of the page's own host ("example" of www.example.co.uk)."""
    address = head.canonical or next(iter(head.metas.get("og:url", ())), "")
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _described(head: Head, stories: list[Thing]) -> tuple[str, ...]:
    """Authors from the first JSON-LD object of the story that names any."""
    for thing in stories:
        for key in ("author", "creator"):
            if found := authors.described(thing.get(key), head.things):
                return found
    return ()


def _tagged(head: Head) -> tuple[str, ...]:
    """Authors from the first meta tag that names any."""
    for name in AUTHOR_METAS:
        lines = head.metas.get(name, ())
        if found := authors.listed(map(authors.turned, lines) if name in _INVERTED else lines):
            return found
    return ()


def _updated(values: Iterable[object], published: When | None) -> When | None:
    """The last change, of those that are not before the publication: systems date drafts and their own repairs too."""
    read = [value for value in values if (found := isotime.when(value)) and not isotime.before(found, published)]
    return isotime.best(read)


def _section(head: Head, stories: list[Thing]) -> str | None:
    """The section of the story: a name before a slug ("public-service"), which is made one."""
    found = [_first(jsonld.words(value)) for value in _all(stories, "articleSection")]
    found += [jsonld.plain(content) for content in _metas(head, SECTION_METAS)]
    named = [text for text in found if text and text.lower() not in NO_SECTIONS]
    slugs = [text for text in named if _SLUG.fullmatch(text)]
    plain = next((text for text in named if not _SLUG.fullmatch(text)), None)
    return plain or (re.sub("[-_]", " ", slugs[0]).capitalize() if slugs else None)


def _first(text: str | None) -> str | None:
    """The first of a list of sections that is written as one ("World,Sea"); a comma with a space is a name's."""
    return re.split(r",(?=\S)", text)[0] if text else None


def _language(head: Head, stories: list[Thing]) -> str | None:
    """The page's language as a tag ("en-GB"): what the markup declares, then what the metadata says."""
    values = [head.language, *_all(stories, "inLanguage"), *_metas(head, LANGUAGE_METAS)]
    for value in values:
        text = jsonld.words(value)
        if not text:
            continue
        parts = text.replace("_", "-").split("-")
        first = {"eng": "en", "english": "en"}.get(parts[0].lower(), parts[0].lower())
        if 2 <= len(first) <= 3 and first.isascii() and first.isalpha():
            region = [parts[1].upper()] if len(parts) > 1 and len(parts[1]) == 2 and parts[1].isalpha() else []
            return "-".join([first, *region])
    return None


def _outlet(head: Head, stories: list[Thing]) -> str | None:
    """The publisher's name, else the site's; the site's first where the address speaks for it and not for the other."""
    found = [jsonld.words(authors.resolved(value, head.things)) for value in _all(stories, "publisher")]
    found += [jsonld.plain(content) for content in _metas(head, OUTLET_METAS)]
    names = sorted((name.split(" | ")[0] for name in found if name), key=lambda name: name.startswith("@"))
    host = titles.folded(_host(head))
    own = [name for name in names if len(word := titles.folded(name).removeprefix("the")) > 2 and word in host]
    if names and own and host and not _shares(names[0], host):
        return own[0]
    return names[0] if names else None


def _shares(name: str, host: str) -> bool:
    """True where a word of a name, or its initials, stand in the host's name."""
    parts = [titles.folded(part) for part in name.split()]
    initials = "".join(part[:1] for part in parts)
    return any(len(part) > 2 and part in host for part in parts) or (len(initials) > 1 and initials in host)


def _address(head: Head, url: str | None) -> str | None:
    """The canonical address, made absolute with the told one; null where none is absolute."""
    for given in (head.canonical, *head.metas.get("og:url", ()), *head.metas.get("al:web:url", ())):
        if not given:
            continue
        try:
            address = urljoin(url or "", given.strip())
            if urlsplit(address).scheme in ("http", "https"):
                return address
        except ValueError:
            continue
    return url
