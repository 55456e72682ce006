"""Pronouns and descriptions tied to whom they stand for, each within its own story item and marked with the rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.read.attribute import quotes
from sayso.read.chain.counts import count_of, is_plural
from sayso.read.corefer.salience import Figure, Stage, group, person, thing, titled
from sayso.read.names.descriptions import (
    DEFINITE,
    INDEFINITE,
    INVERTS,
    PREPOSITIONS,
    TELLS,
    Description,
    descriptions,
)
from sayso.read.names.people import CROWD, DOCUMENTS, OFFICES, OFFICIALS, ROLES, UNNAMED, gender, is_body
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Entity, EntityKind, Mention, Reading, Span, Text, make_id

_HE = {word: sex for sex in ("he", "she") for word in phrases("grammar", sex)}
_HELPERS = frozenset(phrases("grammar", "helpers"))


@dataclass(slots=True)
class _Scene:
    """One story item while it is read."""

    sheet: Sheet
    text: Text
    stage: Stage
    quoted: bytearray
    mentions: list[Mention]
    entities: list[Entity]


class Corefer:
    """Ties "he", "she", "they" and definite descriptions to the nearest fitting entity before them.

    What fits nobody stays untied. Unnamed speakers ("two officials") become entities of their own, so that "the
    officials" and "they" can mean them; such an entity has no mention of the form name.
    """

    name, version = "corefer", "2"
    needs: tuple[str, ...] = ("texts", "sentences", "mentions", "entities")
    gives: tuple[str, ...] = ("mentions.resolved_by",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the mentions that are no names."""
        sheet = Sheet(reading)
        mentions, entities = list(reading.mentions), list(reading.entities)
        for text in reading.texts:
            scene = _Scene(sheet, text, Stage(_figures(sheet)), _quoted(sheet, text), [], [])
            _read(scene)
            mentions += scene.mentions
            entities += scene.entities
        mentions.sort(key=lambda mention: (mention.span, mention.form))
        return replace(reading, mentions=tuple(mentions), entities=tuple(entities))


def _figures(sheet: Sheet) -> dict[str, Figure]:
    """Everybody the page names."""
    out: dict[str, Figure] = {}
    for entity in sheet.entities.values():
        words = frozenset(w.lower() for form in (entity.name, *entity.aliases) for w in re.split(r"[\s-]+", form))
        sexes = {sex for title in entity.titles if (sex := gender([w.lower().strip(".,") for w in title.split()]))}
        out[entity.id] = Figure(
            entity.id, entity.kind, words, entity.titles, gender=sexes.pop() if len(sexes) == 1 else None
        )
    return out


def _quoted(sheet: Sheet, text: Text) -> bytearray:
    blocks = sorted({(s.start, s.end) for s in (*text.body, *([text.headline_span] if text.headline_span else []))})
    return quotes.states(sheet.text, blocks)


def _read(scene: _Scene) -> None:
    number = 0
    for block in scene.text.body:
        for sentence in scene.sheet.sentences_in(block):
            _sentence(scene, number, sentence)
            number += 1
    if scene.text.headline_span:
        for sentence in scene.sheet.sentences_in(scene.text.headline_span):
            _headline(scene, sentence)


def _sentence(scene: _Scene, number: int, sentence: Span) -> None:
    """Reads one sentence: names, pronouns and descriptions in the order they stand."""
    row = words_of(scene.sheet.text, sentence)
    free = [word for word in row if not scene.quoted[word.start]]
    events: list[tuple[int, object]] = [
        (m.span.start, m) for m in scene.sheet.mentions_in(sentence) if m.entity_id and not scene.quoted[m.span.start]
    ]
    events += [
        (d.span.start, d)
        for d in descriptions(scene.sheet.text, free)
        if d.definite or d.speaks or d.head in OFFICIALS | CROWD | UNNAMED
    ]
    events += [(w.start, w) for w in free if w.low in _HE or w.low in {"they", "it"}]
    events += [(w.start, w) for k, w in enumerate(free) if w.low == "them" and k and free[k - 1].low == "of"]
    subject = False
    for _, event in sorted(events, key=lambda pair: (pair[0], isinstance(pair[1], Description))):
        subject = _step(scene, number, event, row, subject=subject) or subject


def _step(scene: _Scene, number: int, event: object, row: Sequence[Word], *, subject: bool) -> bool:
    """Takes in one mention; whether it is the sentence's subject."""
    text = scene.sheet.text
    if isinstance(event, Mention):
        governed = _governed(text, row, event.span) or text[event.span.end : event.span.end + 2] in {"'s", "’s"}
        speaks = _speaks(text, row, event.span)
        first = not subject and not governed
        scene.stage.appears(number, event.span.start, event.entity_id or "", subject=first, speaks=speaks)
        return first
    if isinstance(event, Word):
        return _pronoun(scene, number, event, row, subject=subject)
    assert isinstance(event, Description)
    return _description(scene, number, event, row, subject=subject)


def _pronoun(scene: _Scene, number: int, word: Word, row: Sequence[Word], *, subject: bool) -> bool:
    span = Span(word.start, word.end)
    speaks = _speaks(scene.sheet.text, row, span)
    sex = _HE.get(word.low)
    if sex is None and not speaks and word.low != "them":
        return False
    fit = person(sex) if sex else group if word.low in {"they", "them"} else thing
    trailing = speaks and _trailing(scene.sheet.text, row, word.start)
    found = scene.stage.pick(number, word.start, fit, here=not trailing, sex=sex)
    first = not subject and word.low in {"he", "she", "they", "it"}
    if found is None or (sex is None and not _fits_group(scene, found)):
        _mention(scene, span, "pronoun", None, None)
        return first
    if sex and scene.stage.figures[found[0]].gender is None:
        scene.stage.figures[found[0]].gender = sex
    _mention(scene, span, "pronoun", found[0], found[1])
    scene.stage.appears(number, span.start, found[0], subject=first, speaks=speaks)
    return first


def _fits_group(scene: _Scene, found: tuple[str, str]) -> bool:
    """Whether "they" or "it" is near enough: a named body only where it spoke last, others also as the subject."""
    if scene.stage.figures[found[0]].named:
        return found[1] in {"previous speaker", "same sentence"}
    return found[1] != "nearest"


def _description(scene: _Scene, number: int, one: Description, row: Sequence[Word], *, subject: bool) -> bool:
    """Ties a definite description; brings an unnamed speaker on stage."""
    if any(m.span.meets(one.span) and m.span.end >= one.span.end for m in scene.sheet.mentions_in(one.full)):
        return False  # the head is part of a name
    plural = is_plural(one.head, one.low)
    found = None
    own = one.head not in OFFICES | ROLES and any(m.form == "name" for m in scene.sheet.mentions_in(one.span))
    if one.definite and not own and not _followed_by_name(scene, one):  # "the Norda agency" means no other agency
        fit = scene.stage.describing(number, one.low, one.head, plural=plural)
        trailing = one.speaks and _trailing(scene.sheet.text, row, one.span.start)
        found = scene.stage.pick(number, one.span.start, fit, here=not trailing)
    first = not subject and not _governed(scene.sheet.text, row, one.span)
    if found:
        form = "title" if one.head in OFFICES | ROLES else "noun"
        _mention(scene, one.span, form, found[0], found[1])
        scene.stage.appears(number, one.span.start, found[0], subject=first, speaks=one.speaks)
        return first
    crowd = plural and first and one.head in OFFICIALS | CROWD | UNNAMED and len(one.low) < 5
    if (one.speaks or crowd) and not _followed_by_name(scene, one) and not _apposed(scene, one):
        _enter(scene, number, one, plural=plural, subject=first)
        return first
    return False


def _followed_by_name(scene: _Scene, one: Description) -> bool:
    """Whether a name follows as its apposition ("the minister Luka Feld", "the union's lawyer, Rasmus Holt")."""
    text = scene.sheet.text
    after = re.compile(r",?\s+").match(text, one.span.end)
    return bool(
        after and scene.sheet.mention_at(after.end()) and (text[one.span.end] != "," or one.head in OFFICES | ROLES)
    )


def _apposed(scene: _Scene, one: Description) -> bool:
    """Whether it only describes the name before it ("Lind, a spokeswoman for the union, said")."""
    lead = scene.sheet.text[max(0, one.span.start - 2) : one.span.start]
    return lead == ", " and scene.sheet.name_ending(one.span.start - 2) is not None


def _enter(scene: _Scene, number: int, one: Description, *, plural: bool, subject: bool) -> None:
    """Brings a speaker without a name on stage as an entity of its own."""
    words = one.full.of(scene.sheet.text)
    document = one.head in DOCUMENTS
    counted = one.low[0] in INDEFINITE or one.low[0].isdigit() or one.full != one.span
    kind: EntityKind = "other" if document or plural else (_body_kind(one) or "person")
    entity = Entity(id=make_id("entity", scene.text.id, kind, words, one.span.start), kind=kind, name=words)
    scene.entities.append(entity)
    scene.stage.figures[entity.id] = Figure(
        entity.id, kind, frozenset(one.low), named=False, plural=plural, document=document, counted=counted,
        head=one.head, gender=gender([one.head]),
    )  # fmt: skip
    _mention(scene, one.full, "noun", entity.id, None)
    scene.stage.appears(number, one.span.start, entity.id, subject=subject, speaks=one.speaks)


def _body_kind(one: Description) -> EntityKind | None:
    if one.head in OFFICES | ROLES or count_of(" ".join(one.low)):
        return None if not is_body(one.low) or one.head in OFFICES | ROLES else "organisation"
    body = is_body(one.low)
    return "office" if body == "office" else "organisation" if body else None


def _headline(scene: _Scene, sentence: Span) -> None:
    """Ties "minister says" in a headline to the one person of the same item whom it fits."""
    row = words_of(scene.sheet.text, sentence)
    people = [f for f in scene.stage.figures.values() if f.kind == "person" and f.named and _on(scene, f)]
    for one in descriptions(scene.sheet.text, row):
        if not (
            (one.speaks or _labelled(scene.sheet.text, one, sentence))
            and (one.bare or one.definite)
            and one.head in OFFICES | ROLES
        ):
            continue
        if _followed_by_name(scene, one) or is_plural(one.head, one.low):
            continue
        fit = [f for f in people if titled(f, ("the", *one.low), one.head)]
        if not fit:
            fit = [f for f in people if not f.titles and _spoke(scene, f)]
        if len(fit) == 1:
            _mention(scene, one.span, "title", fit[0].entity_id, "same item")


def _labelled(text: str, one: Description, sentence: Span) -> bool:
    """Whether it stands before a colon, or after a colon or dash at the end ("Minister: …", "… – minister")."""
    before, after = text[sentence.start : one.span.start].rstrip()[-1:], text[one.span.end : sentence.end].lstrip()[:1]
    return after == ":" or (before in {":", "–", "—", "-"} and not after)


def _on(scene: _Scene, figure: Figure) -> bool:
    return any(one[2] == figure.entity_id for one in scene.stage.seen)


def _spoke(scene: _Scene, figure: Figure) -> bool:
    return any(one[2] == figure.entity_id and one[4] for one in scene.stage.seen)


def _mention(scene: _Scene, span: Span, form: str, entity_id: str | None, rule: str | None) -> None:
    scene.mentions.append(
        Mention(
            id=make_id("mention", scene.text.page_id, span.start, span.end),
            span=span,
            form=form,  # type: ignore[arg-type]
            entity_id=entity_id,
            resolved_by=rule,
        )
    )


def _at(row: Sequence[Word], place: int) -> int:
    return next((k for k, word in enumerate(row) if word.start >= place), len(row))


def _speaks(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether a verb of saying stands right after the words (helpers aside) or right before them."""
    if _governed(text, row, span) and not _accorded(row, span):
        return False
    k = _at(row, span.end)
    while k < len(row) and row[k].low in _HELPERS:
        k += 1
    if k < len(row) and row[k].low in SAID_FORMS and len(text[span.end : row[k].start]) < 24:
        return "," not in text[span.end : row[k].start] and "." not in text[span.end : row[k].start]
    if _office_between(text, row, span, k):
        return True
    j = _at(row, span.start) - 1
    while j >= 0 and row[j].low in {"the", "a", "an"} and not text[row[j].end : row[j + 1].start].strip():
        j -= 1
    if j < 0 or text[row[j].end : row[j + 1].start].strip(' "“'):
        return False
    return (row[j].low in INVERTS and _ends_clause(text, row, span)) or (
        row[j].low == "to" and j > 0 and row[j - 1].low == "according"
    )


def _ends_clause(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether no verb of its own follows ("…, said Lind on Friday", not "… said Lind had left")."""
    k = _at(row, span.end)
    if k == len(row) or text[span.end : row[k].start].strip():
        return True
    return row[k].low in PREPOSITIONS | {"who", "whose"}


def _accorded(row: Sequence[Word], span: Span) -> bool:
    """Whether "according to" stands before the words."""
    j = _at(row, span.start)
    return any(row[k].low == "according" for k in range(max(0, j - 4), j))


def _office_between(text: str, row: Sequence[Word], span: Span, k: int) -> bool:
    """Whether the verb comes after an apposition between commas ("Lind, the board's chair, said")."""
    found = re.compile(r",[^,.;:\"“”]{2,120},\s+(\w+)").match(text, span.end)
    return bool(found and found.group(1).lower() in SAID_FORMS)


def _governed(text: str, row: Sequence[Word], span: Span) -> bool:
    """Whether a preposition or a verb of telling stands before it, so that it is no subject."""
    j = _at(row, span.start) - 1
    while (
        j >= 0
        and (row[j].low in DEFINITE or row[j].low in {"a", "an"})
        and not text[row[j].end : row[j + 1].start].strip()
    ):
        j -= 1
    return j >= 0 and row[j].low in PREPOSITIONS | TELLS and not text[row[j].end : span.start].strip(" ,")[:1].isdigit()


def _trailing(text: str, row: Sequence[Word], place: int) -> bool:
    """Whether "he said" follows what was said, so that nobody named in this sentence need be the speaker."""
    lead = text[max(0, place - 3) : place].rstrip()
    return lead[-1:] in {",", "”", '"', "?", "!", "'", "’"}
