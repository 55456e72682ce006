"""Who a stretch of words makes a source: its kind, its name, how many it counts and how the page describes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from sayso.errors import RecordError
from sayso.read.chain.named import apposed, goes_by, past_clock
from sayso.read.names.descriptions import BREAKS, COUNTING, DEFINITE, HEADS, PREPOSITIONS
from sayso.read.names.gazette import LANDS, NOUNS
from sayso.read.names.given import is_given
from sayso.read.names.people import (
    ANONYMITY,
    CROWD,
    HIDDEN,
    HONORIFICS,
    INSIDERS,
    KNOWS,
    OFFICES,
    OFFICIALS,
    ROLES,
    UNNAMED,
    ends_with,
    head_kind,
    is_person,
)  # fmt: skip
from sayso.read.names.runs import Word, words_of
from sayso.read.names.titles import split_title
from sayso.read.sentences import STARTERS
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.read.words import phrases, words
from sayso.record import Entity, Mention, Source, SourceKind, Span, make_id

Count = tuple[int, int | None]

_MORE = re.compile(r"\b(at least|more than|over|no fewer than|no less than|upwards of)\s+(\w+)")
_HIDES = re.compile(rf"\b(?:{any_of(ANONYMITY)})\b")
_KNOWS = re.compile(rf"\b(?:{any_of(KNOWS)})\b")
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_PLURALS = frozenset(phrases("grammar", "plurals"))
_ARTICLES = frozenset({"the", "a", "an"}) | frozenset(phrases("grammar", "owned"))
_HELPERS = frozenset(phrases("grammar", "helpers"))
_PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_PEOPLE = UNNAMED | OFFICIALS | CROWD
_MODIFIERS = PREPOSITIONS | frozenset(phrases("grammar", "modifiers"))
FEW = 12  # up to so many counted people are persons without names; more are a crowd


def _counts() -> Mapping[str, Count]:
    table = words("people").get("counts")
    if not isinstance(table, Mapping):
        raise RecordError("the vocabulary en/people.toml has no table counts")
    out: dict[str, Count] = {}
    for phrase, ends in table.items():
        if not isinstance(ends, list) or len(ends) not in {1, 2} or not all(type(end) is int for end in ends):
            raise RecordError(
                f"the vocabulary en/people.toml counts {phrase!r} as {ends!r}, not as [low] or [low, high]"
            )
        out[phrase] = (ends[0], ends[1] if len(ends) == 2 else None)
    return out


COUNTS = _counts()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_COMPOUND = rf"(?:{any_of(_TENS)})(?:-\w+)?"
_COUNTED = re.compile(
    rf"(?:the\s+)?(?:other\s+)?(?:(?:nearly|about|around|some|almost|roughly|approximately)\s+(?=\d))?({_COMPOUND}|{any_of(COUNTS)}|\d{{1,3}})(?![\w-])"
)


def count_of(phrase: str) -> Count | None:
    """How many the phrase counts by its first words, as (low, high); a null high is open, None counts none."""
    low = phrase.lower().strip()
    if more := _MORE.match(low):
        exact = _number(more.group(2))
        return (
            None if exact is None else (exact + (0 if "least" in more.group(1) or "no " in more.group(1) else 1), None)
        )
    found = _COUNTED.match(low)
    if not found:
        return None
    word = re.sub(r"\s+", " ", found.group(1))
    return COUNTS.get(word) or _exactly(_number(word))


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, units = word.partition("-")
    count = COUNTS.get(units or word)
    if tens in _TENS:
        return _TENS[tens] + (count[0] if units and count else 0)
    return count[0] if count else None


def _exactly(number: int | None) -> Count | None:
    return None if number is None else (number, number)


def is_plural(head: str, low: tuple[str, ...]) -> bool:
    """Whether a description stands for several people."""
    if head in _PLURALS:
        return head != "police"
    if head in _PEOPLE | {f"{one}s" for one in ROLES | OFFICES} and head.endswith("s"):
        return head not in ROLES | OFFICES
    return (
        bool(low)
        and low[0] in {"these", "those", "two", "three", "several", "both", "many", "some"}
        and head.endswith("s")
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words taken apart: the phrase that carries its head, the head, and the name at it, if one is."""

    core: tuple[Word, ...]
    named: Mention | None
    words: str

    @property
    def low(self) -> tuple[str, ...]:
        """The core in small letters."""
        return tuple(word.low for word in self.core)

    @property
    def head(self) -> str:
        """The last word of the core."""
        return self.core[-1].low if self.core else ""


def phrase_of(sheet: Sheet, span: Span) -> Phrase:
    """The words of a source taken apart."""
    text = sheet.text
    span = past_clock(text, span)
    row = words_of(text, span)
    names = [m for m in sheet.mentions_in(span) if m.form == "name"]
    parts = _segments(text, row)
    core = _core(parts[0] if parts else [], names)
    while len(core) > 1 and core[-1].low in _HELPERS | _SELVES and not core[-1].capital:
        core = core[:-1]
    named = next((m for m in names if core and m.span.end - core[-1].end in {0, 2 * core[-1].owns}), None)
    if named is None and len(parts) > 1 and core and is_person([w.low for w in core]):
        named = next((m for m in names if m.span.start == parts[1][0].start), None)
    if named is None and len(parts) > 1 and core and core[-1].owns is False and _titled_name(parts[1], names):
        named = _titled_name(parts[1], names)
    if named is None and core and not any(word.low == "and" for word in core):
        named = apposed(sheet, core, parts[1:4], names, plural=is_plural(core[-1].low, tuple(w.low for w in core)))
        named = named or next((m for m in names if goes_by(text, span, m)), None)
    return Phrase(tuple(core), named, " ".join(span.of(text).split()))


def _titled_name(part: list[Word], names: list[Mention]) -> Mention | None:
    """The name that ends an apposition which is nothing but title and name ("its chair, Professor Ada Lind")."""
    return next((m for m in names if part and m.span.end == part[-1].end and is_person([part[0].low])), None)


def _segments(text: str, row: list[Word]) -> list[list[Word]]:
    """The words between commas, brackets and dashes."""
    out: list[list[Word]] = [[]]
    for k, word in enumerate(row):
        if k and any(sign in text[row[k - 1].end : word.start] for sign in ",;()—–:") and out[-1]:
            out.append([])
        out[-1].append(word)
    return [part for part in out if part]


def _core(part: list[Word], names: list[Mention]) -> list[Word]:
    """The words up to what modifies the head, a preposition inside a name being no modifier."""
    for k, word in enumerate(part):
        inside = any(m.span.start <= word.start < m.span.end for m in names)
        if k and word.low.endswith("ed") and not word.capital and not inside and part[k - 1].low in HEADS:
            return part[:k]
        counted = (
            word.low == "of" and k and (" ".join(w.low for w in part[:k]) in COUNTS or part[k - 1].low in COUNTING)
        )
        if (
            k
            and not inside
            and not counted
            and (word.low in _MODIFIERS or (word.low in BREAKS and word.low not in {"and", "or"}))
        ):
            return part[:k]
    return part


def source_of(sheet: Sheet, span: Span, text_id: str, *, to_press: bool = False) -> Source:
    """The source that the words under a span stand for; `to_press` where it spoke to an outlet.

    A pronoun or a description that was tied to somebody gives that somebody.
    """
    phrase = phrase_of(sheet, span)
    if phrase.named is None and (outlet := _outlet_in(sheet, phrase)) is not None:
        return _named(sheet, phrase, outlet)
    mention = _tied(sheet, span, phrase)
    entity = sheet.entity(mention) if phrase.named is None else sheet.entity(phrase.named)
    if entity is not None and phrase.named is None and mention is not None:
        first = _brought_in(sheet, entity)
        if first is not None and mention.resolved_by and not _one_of(phrase.words):
            return source_of(sheet, first.span, text_id, to_press=to_press)
        if first is not None:
            entity_id: str | None = entity.id
            return _described(phrase, text_id, to_press=to_press, entity_id=entity_id)
    if entity is not None:
        return _named(sheet, phrase, entity)
    return _described(phrase, text_id, to_press=to_press, entity_id=None)


def _outlet_in(sheet: Sheet, phrase: Phrase) -> Entity | None:
    """The outlet that "the Norda news agency" names."""
    core = " ".join(phrase.low)
    if not phrase.core or not any(core.endswith(f" {noun}") for noun in NOUNS):
        return None
    span = Span(phrase.core[0].start, phrase.core[-1].end)
    found = (sheet.entity(m) for m in sheet.mentions_in(span) if m.form == "name")
    return next((entity for entity in found if entity and entity.kind == "outlet"), None)


def _one_of(said: str) -> bool:
    return bool(re.match(r"(?:one|two|three|another|some|both|many|most|several) of the\b", said.lower()))


def _tied(sheet: Sheet, span: Span, phrase: Phrase) -> Mention | None:
    """The pronoun or description at the head of the phrase."""
    if not phrase.core:
        return None
    head = phrase.core[-1]
    near = [m for m in sheet.mentions_in(Span(span.start, max(span.end, head.end))) if m.form != "name" and m.entity_id]
    held = [m for m in near if m.span.start <= head.start < m.span.end and m.span.start <= span.start + 4]
    wide = [m for m in sheet.mentions_from(span.start) if m.form == "noun" and m.entity_id and m.span.holds(span)]
    if len(phrase.core) == 1 and head.low in {"who", "which", "that"}:
        before = (sheet.name_ending(span.start - gap) for gap in range(1, 4))
        return next((m for m in before if m is not None), None)
    return held[0] if held else wide[0] if wide else None


def _brought_in(sheet: Sheet, entity: Entity) -> Mention | None:
    """The words that brought an unnamed source on stage; None for those who have a name."""
    first = sheet.first_of(entity)
    return first if first is not None and first.form == "noun" and first.resolved_by is None else None


def _named(sheet: Sheet, phrase: Phrase, entity: Entity) -> Source:
    """The source that an entity with a name is."""
    kinds: dict[str, SourceKind] = {"person": "person", "outlet": "outlet", "office": "office"}
    kind: SourceKind = kinds.get(entity.kind, "organisation")
    name = entity.name
    pair = _pair(sheet, phrase, entity) if phrase.named else None
    count: Count | None = None
    if pair:
        name, count = f"{pair.name} and {entity.name}", (2, 2)
    title = _title(sheet, phrase) or next((t for t in entity.titles if t.lower().rstrip(".") not in HONORIFICS), None)
    return Source(
        id=make_id("source", kind, name),
        kind=kind,
        name=name,
        described_as=title if kind == "person" and not pair else None,
        count=count,
        entity_id=entity.id,
        used_as="government" if entity.kind == "place" else None,
    )


def _title(sheet: Sheet, phrase: Phrase) -> str | None:
    """The title that stands in the source's own words."""
    if phrase.named is None:
        return None
    lead = [word for word in phrase.core if word.end <= phrase.named.span.start]
    while lead and lead[0].low in _ARTICLES:
        lead = lead[1:]
    if not lead or not is_person([word.low for word in lead]) or (len(lead) == 1 and lead[0].low in HONORIFICS):
        return None
    return sheet.text[lead[0].start : lead[-1].end]


def _pair(sheet: Sheet, phrase: Phrase, last: Entity) -> Entity | None:
    """The other one of "A and B"."""
    for before, word in pairwise(phrase.core):
        if word.low == "and" and phrase.named and before.end <= phrase.named.span.start:
            other = sheet.name_ending(before.end)
            found = sheet.entity(other)
            return found if found is not None and found.id != last.id else None
    return None


def _described(phrase: Phrase, text_id: str, *, to_press: bool, entity_id: str | None) -> Source:
    """The source that a description without a name is; a name the page shows nowhere else is a name all the same."""
    name = _bare_name(phrase)
    if name is not None:
        country = " " not in name[0] and not is_given(name[0]) and name[0].endswith(LANDS)
        named: SourceKind = "organisation" if country else "person"
        return Source(
            id=make_id("source", named, name[0]),
            kind=named,
            name=name[0],
            described_as=name[1],
            entity_id=entity_id,
        )
    low, said = phrase.low, phrase.words
    kind = _kind(phrase, to_press=to_press)
    count: Count | None = None
    if kind in {"unnamed", "crowd"}:
        count = count_of(said)
        if count is None and phrase.head:
            count = (2, None) if is_plural(phrase.head, low) or phrase.head.endswith("s") else (1, 1)
    if kind == "unnamed" and count == (1, 1) and low and low[0] in {"he", "she"}:
        kind = "person"
    return Source(
        id=make_id("source", kind, text_id, said.lower()),
        kind=kind,
        described_as=said or None,
        count=count,
        entity_id=entity_id,
    )


def _bare_name(phrase: Phrase) -> tuple[str, str | None] | None:
    """Name and title where the words are nothing but capitals that no list knows ("Grete Vik Says" in a headline)."""
    words = [word for word in phrase.core if word.low not in _ARTICLES]
    if not words or len(words) > 5 or not all(word.capital for word in words) or words[-1].text.isupper():
        return None
    cut = split_title(words)
    low = [word.low for word in words[cut:]]
    if (
        len(low) > 3
        or not low
        or words[-1].owns
        or not HEADS.isdisjoint(low)
        or not _PRONOUNS.isdisjoint(low)
        or low[0] in STARTERS
    ):
        return None
    if low[-1] in COUNTS or low[0] in COUNTS or (len(low) == 1 and low[0].endswith("s")):
        return None
    return " ".join(word.text for word in words[cut:]), " ".join(word.text for word in words[:cut]) or None


def _kind(phrase: Phrase, *, to_press: bool) -> SourceKind:
    """What an unnamed head is."""
    low, head, said = phrase.low, phrase.head, phrase.words.lower()
    if not low:
        return "unnamed"
    if len(low) == 1 and low[0] in _PRONOUNS:
        return "crowd" if low[0] in {"they", "we"} else "organisation" if low[0] == "it" else "person"
    by_head = head_kind(low)
    if by_head == "document":
        return "document"
    people = by_head == "person" or head in _PEOPLE or head.rstrip("s") in ROLES | OFFICES
    if people and (_HIDES.search(said) or _KNOWS.search(said)):
        return "unnamed"
    core = " ".join(low)
    plain = head == "agency" and len([word for word in low if word not in _ARTICLES]) > 1 and by_head == "office"
    if any(core == noun or core.endswith(f" {noun}") for noun in NOUNS) and not is_plural(head, low) and not plain:
        return "outlet"
    if by_head in {"office", "organisation"} and head not in _PEOPLE:
        return "office" if by_head == "office" else "organisation"
    return _people(phrase, to_press=to_press) if people else _other(low, head)


def _people(phrase: Phrase, *, to_press: bool) -> SourceKind:
    """Whether people without a name are somebody in office, persons unnamed or a crowd."""
    low, head = phrase.low, phrase.head
    count = count_of(phrase.words)
    if head in HIDDEN:
        return "unnamed"
    if is_plural(head, low):
        if count and count[1] is not None and count[1] <= FEW and low[0] not in DEFINITE:
            return "unnamed"
        if head in INSIDERS or head in OFFICIALS and (to_press or (count is not None and count[0] <= FEW)):
            return "unnamed"
        return "crowd"
    office = ends_with(low, OFFICES) is not None
    definite = low[0] not in {"a", "an", "one", "another", "some"}
    return "person" if office and definite else "unnamed"


def _other(low: tuple[str, ...], head: str) -> SourceKind:
    if low[0] in {"some", "many", "most", "few", "several", "others", "both", "everyone", "everybody"}:
        return "crowd"
    if head.endswith("s") and not head.endswith("ss"):
        return "crowd"
    if head.endswith(("er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee")):
        return "unnamed"
    return "organisation" if low[0] in DEFINITE else "unnamed"
