"""The constructions by which a sentence credits an outlet: the words stand in words/en/credits.toml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.record import Span
from sayso.weigh.trace.papers import Papers, any_of, domain

ANNOUNCED = 600  # characters before "X, for example, said" in which the text says that outlets report
AROUND = 60  # characters beside a name in which it is told that it was first

_WORD = r"(?:[^\W\d_a-z]|\d)(?:[\w'’&!-]|\.(?=\w)){0,30}"
_LATER = rf"(?: (?:of |de |di |do |da |la |las |los |le |el |du |der |& )?{_WORD}){{0,5}}"
_ONE = rf"(?:[Tt]he )?(?:{domain()}|{_WORD}{_LATER})"
NAMES = rf"(?P<name>{_ONE}(?:(?:, and |, | and ){_ONE}){{0,3}})"  # an outlet's name or several, a web address too
_GAP = r"[^.;:!?\n]"
_PLAIN = r"(?:[a-z]{1,15} ){0,2}"
_PART = re.compile(r", and |, | and ")


@dataclass(frozen=True, slots=True)
class Way:
    """A construction: group "name" of its pattern holds the names; `sure` where its words alone prove an outlet.

    So does a group "noun" that matched: "the news site X".
    """

    pattern: re.Pattern[str]
    sure: bool = False


def credited_in(said: str, papers: Papers, before: str = "") -> Iterator[tuple[str, Span]]:
    """The outlets that a passage credits, each once a place; `before` is what the text says right before it."""
    taken: set[int] = set()
    for name, span in (*_named(said, papers), *_exemplified(said, papers, before), *_unnamed(said)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield name, span


def _named(said: str, papers: Papers) -> Iterator[tuple[str, Span]]:
    for way in _ways():
        for found in way.pattern.finditer(said):
            sure = way.sure or found.groupdict().get("noun") is not None
            yield from each(found["name"], found.start("name"), papers, sure=sure)


def _exemplified(said: str, papers: Papers, before: str) -> Iterator[tuple[str, Span]]:
    """One of the outlets that the text announced: "two papers had more. X, for example, said"."""
    exemplary, announced = _exemplary()
    for found in exemplary.finditer(said):
        told = before + said[max(0, found.start() - ANNOUNCED) : found.start()]
        if announced.search(told[-ANNOUNCED:]) and papers.may_be(found["name"]):
            yield found["name"], Span(*found.span("name"))


def each(every: str, at: int, papers: Papers, *, sure: bool) -> Iterator[tuple[str, Span]]:
    """The outlets of "the Post, the Echo and Velin Radio"; one where the whole is a name."""
    parts = list(_parts(every))
    if "," not in every and not sure and not papers.outlet_in(parts[0][0]) and papers.outlet_in(every):
        parts = [(every, 0)]  # a name that holds "and"
    for name, start in parts:
        bare = re.sub(r"^[Tt]he ", "", bare_name(name))
        outlet = papers.outlet_in(bare) or (bare if sure and papers.may_be(bare) else None)
        if outlet:
            place = at + start + name.rindex(outlet)
            yield outlet, Span(place, place + len(outlet))


def _parts(every: str) -> Iterator[tuple[str, int]]:
    start = 0
    for cut in _PART.finditer(every):
        yield every[start : cut.start()], start
        start = cut.end()
    yield every[start:], start


def had_it_first(page: str, name: Span) -> bool:
    """Whether the words around a credited name say that it had the story before ("first reported by")."""
    start = max(0, name.start - AROUND)
    said = page[start : name.end + AROUND]
    return any(
        Span(start + found.start("name"), start + found.end("name")).meets(name)
        for way in _ways()[:2]
        for found in way.pattern.finditer(said)
    )


def bare_name(name: str) -> str:
    """A name without the mark of possession and the stop that follow it."""
    return name.rstrip(" .,!").removesuffix("'s").removesuffix("’s").rstrip(" .,")


def _unnamed(said: str) -> Iterator[tuple[str, Span]]:
    """Outlets that the passage does not name but describes."""
    for found in _described().finditer(said):
        group = next(name for name in ("heard", "says", "one") if found[name])
        yield found[group], Span(*found.span(group))


def shown_to(described: str) -> str | None:
    """The outlet that a paper was shown to, by its description ("a copy of the letter seen by the Echo")."""
    found = _shown().search(described)
    return bare_name(found["name"]) if found else None


@cache
def _shown() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('shown')}) {NAMES}")


@cache
def _ways() -> tuple[Way, ...]:
    quoted = r"[\"“‘']?"
    noun = rf"(?:[Tt]he |[Aa]n? )?(?:[\w’'-]{{1,20}} ){{0,3}}?(?:{any_of('nouns')}) {quoted}"
    slot = rf"(?:(?P<noun>{noun}))?{NAMES}"
    says = rf"(?:(?:{any_of('adverbs')}) )?(?:{any_of('says')})(?!\w)"
    aside = rf"(?:, (?:{any_of('asides')}),)?"
    many = rf"(?i:{any_of('plural_nouns')}) (?:such as|like|including) {quoted}"
    sure = [
        rf"(?<!\w)(?i:{any_of('before')}):? {NAMES}",
        rf"(?<!\w){NAMES},? (?:which |who )?(?i:{any_of('after')})(?!\w)",
        rf"[,(\[–—|] ?(?i:via|h/t:?) {NAMES}(?= ?(?:[.:;)\]|]|\n|$))",
        rf"(?<!\w){NAMES}, an? (?:[\w’'-]{{1,20}} ){{0,3}}?(?:{any_of('nouns')})(?:,| {_GAP}{{0,40}},) {says}",
        rf"(?<!\w){many}{NAMES}",
    ]
    weak = [
        rf"(?<!\w)(?i:{any_of('by')}) by {slot}",
        rf"(?<!\w)(?i:{any_of('took')}) (?:{_GAP}{{0,40}} )?from {slot}",
        rf"(?<!\w)(?i:{any_of('pieces')}) {_PLAIN}(?:from|by|in|on|with) {slot}",
        rf"(?<!\w)(?i:{any_of('told')}) {slot}",
        rf"(?<!\w)(?i:{any_of('telling')}) (?:{_GAP}{{0,50}} )?on {slot}",
        rf"(?<!\w)(?i:{any_of('seen')}) (?:on|in) {slot}",
        rf"(?<!\w){slot}{aside} {says}",
        rf"(?<!\w)(?:[Aa]n?|[Tt]h(?:e|is)|one) {_PLAIN}{NAMES} (?:{any_of('pieces')})(?!\w)",
    ]
    return (*(Way(re.compile(one), sure=True) for one in sure), *(Way(re.compile(one)) for one in weak))


@cache
def _exemplary() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "X, for example, said", and what announces it: "two other outlets reported"."""
    says = rf"(?:{any_of('says')})(?!\w)"
    return (
        re.compile(rf"(?<!\w)(?:[Tt]he )?(?P<name>{_WORD}{_LATER}), (?:{any_of('exemplary')}), {says}"),
        re.compile(rf"(?<!\w)(?i:{any_of('plural_nouns')}) (?:[a-z]{{1,15}} )?{says}"),
    )


@cache
def _described() -> re.Pattern[str]:
    """Outlets without a name, by whom it was told: "in Velmarkian media", "told news media in Sundet", "a blog by"."""
    kind = rf"(?!Social|Mass)(?:(?i:{any_of('media_kinds')})|[^\W\d_a-z][\w’'-]{{1,20}})"
    where = r"(?: in [^\W\d_a-z][\w-]{0,20}(?: and [^\W\d_a-z][\w-]{0,20})?)?"
    media = rf"(?:{kind} (?:and )?){{1,3}}(?:{any_of('media')}){where}(?!\w)"
    heard = rf"(?i:{any_of('telling')}) (?:{_GAP}{{0,50}} )?(?:in|on|by|to|through|from) (?:the |a )?"
    told = r"(?i:told|tells|telling|spoke to|speaking to) (?:the |a )?"
    one = rf"[Aa] (?:[a-z-]{{1,15}} ){{0,2}}(?:{any_of('unnamed')})(?= (?:claim|report|say|alleg)ing | by [^\W\d_a-z])"
    return re.compile(
        rf"(?<!\w)(?:(?:{heard}|{told})(?P<heard>{media})|(?P<says>{media})"
        rf"(?= (?:{any_of('says')})(?!\w))|(?P<one>{one}))"
    )
