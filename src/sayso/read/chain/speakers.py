"""Who a stretch of words makes a source: its kind, its name, how many it counts and how the page describes it."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from sayso.read.chain.aliases import alias_after, alias_in, no_real_name
from sayso.read.chain.counts import COUNTS, Count, count_of, is_plural
from sayso.read.chain.kinds import kind_of, one_of_a_body
from sayso.read.chain.named import apposed, goes_by, past_clock
from sayso.read.names.descriptions import BREAKS, COUNTING, HEADS, PREPOSITIONS
from sayso.read.names.gazette import LANDS, NOUNS
from sayso.read.names.given import is_given
from sayso.read.names.people import COMPANY_ENDINGS, DOCUMENTS, HONORIFICS, ends_with, is_person
from sayso.read.names.runs import Word, words_of
from sayso.read.names.titles import split_title
from sayso.read.sentences import STARTERS
from sayso.read.sheet import Sheet, once
from sayso.read.words import phrases
from sayso.record import Entity, Mention, Source, SourceKind, Span, make_id

_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
MOST = 200  # persons of a page among whom a transcript's label is looked up
_ARTICLES = frozenset({"the", "a", "an"}) | frozenset(phrases("grammar", "owned"))
_HELPERS = frozenset(phrases("grammar", "helpers"))
_PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_POLLS = frozenset({"poll", "survey", "report", "study", "index", "review"})  # "the Halm Poll" is no person
_MODIFIERS = PREPOSITIONS | frozenset(phrases("grammar", "modifiers"))
_PARTICIPLES = frozenset(phrases("grammar", "participles"))
_MEASURES = frozenset({"more", "fewer", "less", "upwards", "excess", "minimum"})
_NOBODY = frozenset(phrases("people", "nobody"))
_PERSONAL = frozenset(phrases("people", "personal_bodies"))
_TRAILING = _HELPERS | frozenset(phrases("grammar", "trailing"))


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


@once
def phrase_of(sheet: Sheet, span: Span) -> Phrase:
    """The words of a source taken apart."""
    text = sheet.text
    span = past_clock(text, span)
    row = words_of(text, span)
    names = [m for m in sheet.mentions_in(span) if m.form == "name"]
    parts = _segments(text, row)
    core = _core(parts[0] if parts else [], names)
    if parts and (titled := _titled(sheet, parts[0], names)):
        return titled
    while len(core) > 1 and core[-1].low in _TRAILING | _SELVES and not core[-1].capital:
        core = core[:-1]
    named = next((m for m in names if core and m.span.end - core[-1].end in {0, 2 * core[-1].owns}), None)
    if named is None and core and not any(word.low == "and" for word in core):
        named = apposed(sheet, core, parts, names)
        named = named or next((m for m in names if goes_by(text, span, m)), None)
    return Phrase(tuple(core), named, " ".join(span.of(text).split()))


def _titled(sheet: Sheet, part: list[Word], names: list[Mention]) -> Phrase | None:
    """A person behind an office that is of something ("the minister of trade Ada Lind"), by the name."""
    words = [word for k, word in enumerate(part) if k or word.low not in _ARTICLES]
    for m in names:
        entity = sheet.entity(m)
        if entity is None or entity.kind != "person" or not words or not words[0].start < m.span.start < part[-1].end:
            continue
        lead = " ".join(sheet.text[words[0].start : m.span.start].split())
        if " of " in lead and lead in entity.titles:
            core = tuple(word for word in words if word.end <= m.span.end)
            return Phrase(core, m, " ".join(sheet.text[part[0].start : m.span.end].split()))
    return None


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
        if k == 0 or inside:
            continue
        participle = word.low in _PARTICIPLES or (word.low.endswith("ed") and not word.capital)
        if participle and (part[k - 1].low in HEADS or ends_with([w.low for w in part[:k]], DOCUMENTS)):
            return part[:k]
        counted = (
            (word.low in {"of", "than"} and part[k - 1].low in _MEASURES)
            or word.low == "of"
            and (
                " ".join(w.low for w in part[:k]) in COUNTS or part[k - 1].low in COUNTING or part[k - 1].low in COUNTS
            )
        )
        if not counted and (word.low in _MODIFIERS or (word.low in BREAKS and word.low not in {"and", "or"})):
            return part[:k]
    return part


@once
def source_of(sheet: Sheet, span: Span, text_id: str, *, to_press: bool = False) -> Source:
    """The source that the words under a span stand for; `to_press` where it spoke to an outlet.

    A pronoun or a description that was tied to somebody gives that somebody.
    """
    phrase = phrase_of(sheet, span)
    if ends_with(phrase.low, _NOBODY):
        return Source(id=make_id("source", "unnamed", text_id, phrase.words.lower()), kind="unnamed")
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
            return _described(sheet, phrase, text_id, to_press=to_press, entity_id=entity_id)
    if entity is None and (labelled := _labelled(sheet, phrase)) is not None:
        return labelled if isinstance(labelled, Source) else _named(sheet, phrase, labelled)
    paper = entity is not None and entity.kind in {"person", "other"} and phrase.named and phrase.head in _POLLS
    if entity is not None and not paper:
        return _named(sheet, phrase, entity)
    return _described(sheet, phrase, text_id, to_press=to_press, entity_id=None)


def _labelled(sheet: Sheet, phrase: Phrase) -> Source | Entity | None:
    """Whom a transcript's label in capitals names ("WALLACE: …"): the person of that last name, else a new one."""
    words = [word.text for word in phrase.core]
    end = phrase.core[-1].end if phrase.core else 0
    if not words or sheet.text[end : end + 1] != ":" or not all(word.isupper() and len(word) > 2 for word in words):
        return None
    if is_person(phrase.low):
        return None
    last = words[-1].title()
    people = islice((one for one in sheet.entities.values() if one.kind == "person"), MOST)
    found = next((one for one in people if one.name.split()[-1] == last), None)
    name = " ".join(word.title() for word in words)
    return found or Source(id=make_id("source", "person", name), kind="person", name=name)


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
    if phrase.named is not None and no_real_name(sheet.text, phrase.named.span.end):
        kind = "person"
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


def _described(sheet: Sheet, phrase: Phrase, text_id: str, *, to_press: bool, entity_id: str | None) -> Source:
    """The source that a description without a name is; a name the page shows nowhere else is a name all the same."""
    alias = alias_in(phrase.words)
    if alias is None and phrase.core and is_person(phrase.low):
        alias = alias_after(sheet.text, phrase.core[-1].end)
    person = (alias, phrase.words) if alias else _bare_name(phrase)
    if person is not None:
        country = not alias and " " not in person[0] and not is_given(person[0]) and person[0].endswith(LANDS)
        named: SourceKind = "organisation" if country else "person"
        return Source(
            id=make_id("source", named, person[0]),
            kind=named,
            name=person[0],
            described_as=person[1],
            entity_id=entity_id,
        )
    low, said = phrase.low, phrase.words
    kind = kind_of(phrase.core, said, to_press=to_press)
    if kind in {"office", "organisation"} and (body := _body_name(sheet, phrase, kind)):
        return Source(id=make_id("source", kind, body), kind=kind, name=body, entity_id=entity_id)
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


def _body_name(sheet: Sheet, phrase: Phrase, kind: SourceKind) -> str | None:
    """The name that "the Velmoran army" and "Maristan's foreign ministry" are, from the first capital on."""
    core = phrase.core
    first = next((k for k, word in enumerate(core) if word.capital and word.low not in _ARTICLES), None)
    if first is None or first == len(core) - 1 or one_of_a_body(phrase.low):
        return None
    start = core[first]
    names = [m for m in sheet.mentions_from(start.start) if m.form == "name"]
    firm = core[-1].low.rstrip(".") in COMPANY_ENDINGS and not start.owns
    if first == 0 and not names and not firm and not (start.owns and kind == "office") and _opens(sheet, start):
        return None
    owner = next((sheet.entity(m) for m in names), None)
    if start.owns and (owner is None or owner.kind != "place") and (kind != "office" or phrase.head in _PERSONAL):
        return None
    return " ".join(sheet.text[start.start : core[-1].end].split())


def _opens(sheet: Sheet, word: Word) -> bool:
    """Whether a word is the first of its sentence, where a capital shows nothing."""
    sentence = sheet.sentence_at(word.start)
    return sentence is None or not any(c.isalpha() for c in sheet.text[sentence.start : word.start])


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
