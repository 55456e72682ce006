"""Noun phrases that can speak, found without a parser: whom a clause begins with, and who stands right here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.attribute.item import Item
from sayso.read.attribute.wording import NO_PEOPLE, PEOPLE_ENDINGS, TITLES, small
from sayso.read.names.descriptions import (
    BREAKS,
    DEFINITE,
    HEADS,
    INDEFINITE,
    OWNED,
    PREPOSITIONS,
    TELLS,
)
from sayso.read.names.people import DOCUMENTS
from sayso.read.names.runs import CALENDAR, Word
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Mention, Span

NOMINATIVE = frozenset({"he", "she", "they"})
FINITE = (frozenset(phrases("grammar", "past_verbs")) | small("finite")) - small("no_finite")
_STARTERS = small("opens_clause")
_LEADING = small("knowing")
_AFTER_NAMES = small("after_names", "knowing")
_BEFORE_MAIN = small("before_main")
_MODIFYING = small("modifying", "knowing")
_NO_START = (BREAKS - PREPOSITIONS) | {"it", "there", "no", "neither", "nobody", "nothing", "none"}
_PLURALS = tuple(sorted(small("plural")))
_PAPERS = frozenset(phrase.split()[-1] for phrase in DOCUMENTS)
LONGEST = 14  # words of a phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words with what modifies them, and the name at its head if it has one."""

    start: int
    end: int
    name: Mention | None
    head: str

    @property
    def pronoun(self) -> bool:
        """Whether it is "he", "she" or "they" alone."""
        return self.head in NOMINATIVE and self.name is None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


def phrase_at(item: Item, row: Sequence[Word], k: int = 0, *, anything: bool = False) -> Phrase | None:
    """The phrase that begins with word `k`: a name with its titles, a speaking noun, or "he", "she", "they".

    With `anything` a name of nobody knows what will do too, where the words before it say that somebody must follow.
    """
    if k >= len(row):
        return None
    if row[k].low in NOMINATIVE:
        return Phrase(row[k].start, row[k].end, None, row[k].low)
    stretch = row[k : k + LONGEST]
    last, name = _headed(item, stretch, anything=anything)
    if last < 0:
        return None
    end = _modified(item, stretch, last, named=name is not None)
    return Phrase(stretch[0].start, stretch[end].end, name, stretch[last].low)


def _headed(item: Item, stretch: Sequence[Word], *, anything: bool) -> tuple[int, Mention | None]:
    """The index of the head of the phrase that begins a stretch, with its name if it is one; -1 for none."""
    if stretch[0].low in _NO_START and not item.sheet.inside_name(stretch[0].start):
        return -1, None
    reach = Span(stretch[0].start, stretch[-1].end + 2)
    names = {m.span.end: m for m in item.sheet.mentions_in(reach) if m.form == "name"}
    last = -1
    for n, word in enumerate(stretch):
        if n and _parted(item, stretch[n - 1], word):
            break
        if word.owns and n + 1 < len(stretch):
            continue
        found = names.get(word.end) or (names.get(word.end + 2) if word.owns else None)
        if found is not None and (anything or _speaks(item, found)):
            after = _head_after(item, stretch, n)
            return (after, None) if after else (n, found)
        if item.sheet.inside_name(word.start):
            continue
        if n and (word.low in BREAKS or _verbal(stretch, n)):
            break
        if word.low in PREPOSITIONS | CALENDAR:
            return -1, None
        last = n if word.low in HEADS else last
    return (last, None) if last >= 0 else (_person_noun(item, stretch), None)


def _verbal(stretch: Sequence[Word], n: int) -> bool:
    """Whether a word is a verb here, and no noun of a longer one ("the charge sheet")."""
    follows = stretch[n + 1].low if n + 1 < len(stretch) else ""
    low = stretch[n].low
    return low in SAID_FORMS | FINITE and low not in HEADS and follows not in HEADS


def _head_after(item: Item, stretch: Sequence[Word], n: int) -> int:
    """The index of the speaking noun that a name only goes before ("an Apple spokesman"), 0 where there is none."""
    for k in range(n + 1, min(n + 3, len(stretch))):
        word = stretch[k]
        stops = word.capital or word.low in BREAKS | FINITE | DEFINITE | INDEFINITE | OWNED or word.low.endswith("ed")
        if _parted(item, stretch[k - 1], word) or stops:
            return 0
        if word.low in HEADS and word.low not in SAID_FORMS:
            return k
    return 0


def _speaks(item: Item, mention: Mention) -> bool:
    entity = item.sheet.entity(mention)
    return entity is not None and entity.kind != "other"


def _parted(item: Item, a: Word, b: Word) -> bool:
    """Whether punctuation parts two words, the stop of a short title apart."""
    gap = item.page[a.end : b.start].strip()
    gap = gap[1:].removeprefix("s").strip() if (a.owns or a.low.endswith("s")) and gap[:1] in {"’", "'"} else gap
    return (
        bool(gap)
        and not (gap in {".", "(", ")"} and len(a.text) <= 4)
        or a.end < b.start
        and "\n" in item.page[a.end : b.start]
    )


def _person_noun(item: Item, stretch: Sequence[Word]) -> int:
    """The index of a noun for people that no list has ("the two coastguards"), -1 where there is none."""
    if stretch[0].low not in DEFINITE | INDEFINITE | OWNED and not stretch[0].text[0].isdigit():
        bare = (
            stretch[0].low.endswith(PEOPLE_ENDINGS)
            and stretch[0].low.endswith(_PLURALS)
            and stretch[0].low not in NO_PEOPLE
        )
        return 0 if bare and not stretch[0].owns else -1
    for n, word in enumerate(stretch):
        if n and (_parted(item, stretch[n - 1], word) or word.low in BREAKS | FINITE):
            return -1
        following = stretch[n + 1].low if n + 1 < len(stretch) else ""
        ends = (
            not following
            or following in BREAKS | FINITE
            or following in SAID_FORMS
            or _parted(item, word, stretch[n + 1])
        )
        if n and ends:
            return n if word.low.endswith(PEOPLE_ENDINGS) and word.low not in NO_PEOPLE and not word.owns else -1
    return -1


def _modified(item: Item, stretch: Sequence[Word], last: int, *, named: bool) -> int:
    """The index of the last word of what modifies the head: "of the port", "at the clinic", "who saw it"."""
    end = last
    if end + 1 >= len(stretch) or stretch[end + 1].low not in (_AFTER_NAMES if named else _MODIFYING):
        return end
    who = False
    while end + 1 < len(stretch) and not _parted(item, stretch[end], stretch[end + 1]):
        word = stretch[end + 1]
        who = who or word.low in {"who", "whose"}
        led = end == last and word.low in _LEADING
        if (
            not who
            and not led
            and (word.low in FINITE or (word.low in SAID_FORMS and word.low not in HEADS) or word.low in CALENDAR)
        ):
            break
        if (
            not who
            and not led
            and word.low.endswith("ed")
            and end > last + 1
            and stretch[end].low not in PREPOSITIONS | DEFINITE | INDEFINITE | OWNED
        ):
            break
        if who and word.low in SAID_FORMS and end > last + 2 and stretch[end].low not in {"be", "to", "not", "being"}:
            break
        end += 1
    while end > last and stretch[end].low in PREPOSITIONS | BREAKS | DEFINITE | INDEFINITE:
        end -= 1
    return end


def clause_starts(item: Item, row: Sequence[Word]) -> Iterator[int]:
    """The indices of words that may begin a clause: the first, and those after a comma, a dash or a joining word."""
    for k, word in enumerate(row):
        if not k or (word.low in NOMINATIVE and row[k - 1].low not in TELLS):
            yield k
            continue
        gap = item.page[row[k - 1].end : word.start]
        if any(sign in gap for sign in ",;:–—!?.") or row[k - 1].low in _STARTERS:
            yield k


def subject(item: Item, start: int, end: int) -> Phrase | None:
    """Whom a sentence is about: the first phrase that begins one of its clauses and can speak."""
    row = item.row(start, end)
    while row and row[0].text[0].isdigit() and len(row) > 1 and not item.sheet.inside_name(row[0].start):
        row = row[1:]
    seen: Phrase | None = None
    starts = list(clause_starts(item, row))
    if row and row[0].low in _BEFORE_MAIN:  # "As the party wound down, Roche left": the main clause is after the comma
        starts = [k for k in starts if k and "," in item.page[row[k - 1].end : row[k].start]] or starts
    for k in starts[:6]:
        found = phrase_at(item, row, k)
        if found is None or _owner(item, found):
            continue
        if not found.pronoun or seen is not None or item.sheet.mentions_in(Span(item.blocks[0][0], found.start + 1)):
            return with_apposition(item, found, end)
        seen = found
    return seen


def _owner(item: Item, found: Phrase) -> bool:
    return bool(re.match(r"['’]s?\b", item.page[found.end : found.end + 2])) or item.page[
        found.end : found.end + 2
    ] in {"’s", "'s"}


_APPOSITION = (
    r"\s*,\s+(?=(?:the|a|an|who|whose|his|her|its|their|chief|head|\d{1,3}\b|of|from|[^\W\d_]))"
    r"(?P<words>[^,;:“”\"\n]{2,110}?)"
)
_APPOSED, _LAST = re.compile(_APPOSITION + ","), re.compile(_APPOSITION + r"(?:,|[.!?]?$)")


def with_apposition(item: Item, found: Phrase, limit: int, *, last: bool = False) -> Phrase:
    """The phrase with what follows between commas: a name, an age, an office; `last` lets it end a sentence."""
    more = (_LAST if last else _APPOSED).match(item.page, found.end, limit)
    if not more or found.pronoun:
        return found
    row = item.row(more.start("words"), more.end("words"))
    name = phrase_at(item, row, 0) if row else None
    if row and row[0].low in PREPOSITIONS | BREAKS - {"who", "whose"} and row[0].low not in {"of", "from"}:
        return found
    return Phrase(found.start, more.end(), found.name or (name.name if name else None), found.head)


def clausal(item: Item, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb, as far as its small words tell."""
    row = item.row(start, end)
    return any(
        w.low in FINITE
        or (
            k
            and w.low.endswith(("ed", "n’t", "n't"))
            and row[k - 1].low not in DEFINITE | INDEFINITE | OWNED | PREPOSITIONS
        )
        for k, w in enumerate(row)
    )


def is_paper(phrase: Phrase) -> bool:
    """Whether a phrase is a report, a website or anything else that says something though nobody speaks."""
    return phrase.name is None and phrase.head in _PAPERS


def no_label(item: Item, phrase: Phrase) -> bool:
    """Whether a phrase before a colon opens a title or tells a place, and is not who speaks."""
    entity = item.sheet.entity(phrase.name) if phrase.name else None
    return phrase.pronoun or phrase.head in TITLES or (entity is not None and entity.kind == "place")
