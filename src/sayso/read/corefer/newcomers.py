"""Speakers without a name: who brings them on stage, and who only describes a name beside it."""

import re

from sayso.read.chain.counts import count_of
from sayso.read.corefer.describe import titled, varies
from sayso.read.corefer.salience import FAR, Figure, Found
from sayso.read.corefer.scene import Scene, mention
from sayso.read.names.descriptions import INDEFINITE, Description
from sayso.read.names.people import (
    CROWD,
    DOCUMENTS,
    OFFICES,
    OFFICIALS,
    PERSON_HEADS,
    ROLES,
    TITLE_WORDS,
    UNNAMED,
    gender,
    is_body,
)
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Entity, EntityKind, make_id

_APPOSED, _SHORT = re.compile(r",?\s+"), re.compile(r"[.,]?\s+")  # "Sen. Ada Lind"

_TITLE = re.compile(r"([\w-]{1,24})\.?\s+")
_WHO = re.compile(
    r",?\s+(?:who\s|that\s|whose\s|calling\s|using\s)?[^.;:,“”\"]{0,50}?"
    rf"\b(?:{any_of(phrases('people', 'goes_by'))})\s+(?:the\s+)?[“\"'‘]?"
)
_COMMA = re.compile(r",\s+")
_IS = re.compile(r"\s+(?:is|was)\s+")
_PREDICATE = re.compile(rf"\b(?:as|become|became|becoming|{any_of(phrases('grammar', 'be'))})\s+$", re.IGNORECASE)


def followed_by_name(scene: Scene, one: Description) -> bool:
    """Whether a name follows as its apposition ("the minister Luka Feld", "the union's lawyer, Rasmus Holt")."""
    text = scene.sheet.text
    after = (_SHORT if len(one.head) < 5 else _APPOSED).match(text, one.span.end)
    if after and _name_at(scene, after.end()) and (text[one.span.end] != "," or one.head in OFFICES | ROLES):
        return True
    equals = _IS.match(text, one.span.end)
    if equals and one.head in OFFICES | ROLES and _name_at(scene, equals.end()):
        return True  # "if the candidate is Ada Lind"
    whole = _COMMA.match(text, one.full.end)
    return one.full != one.span and bool(whole and _name_at(scene, whole.end()))


def _name_at(scene: Scene, place: int) -> bool:
    """Whether a name stands there, its titles left out ("Col. Britt Moe")."""
    for _ in range(3):
        if (found := scene.sheet.mention_at(place)) is not None:
            return found.form == "name"
        word = _TITLE.match(scene.sheet.text, place)
        if not word or word.group(1).lower() not in TITLE_WORDS:
            return False
        place = word.end()
    return False


def _apposed(scene: Scene, one: Description) -> bool:
    """Whether it only describes the name before it ("Lind, a spokeswoman for the union, said")."""
    lead = scene.sheet.text[max(0, one.span.start - 2) : one.span.start]
    named = scene.sheet.entity(scene.sheet.name_ending(one.span.start - 2))
    return lead == ", " and named is not None and named.kind not in {"place", "other"}


def enter(scene: Scene, number: int, one: Description, *, plural: bool, subject: bool) -> bool:
    """Brings a speaker without a name on stage, or keeps somebody waiting there; whether it is the subject."""
    if followed_by_name(scene, one) or _apposed(scene, one):
        return False
    crowd = plural and subject and one.head in OFFICIALS | CROWD | UNNAMED and len(one.low) < 5
    known = one.head in PERSON_HEADS | UNNAMED or ((one.definite or one.bare) and is_body(one.low) is not None)
    acts = subject and not one.owned and (known or (one.opens and one.low[0] in INDEFINITE))
    lead = scene.sheet.text[max(0, one.span.start - 12) : one.span.start]
    told = one.low[0] in INDEFINITE and _PREDICATE.search(lead)  # "his success as a businessman" brings nobody in
    sexed = not told and gender([one.head]) is not None and one.head in PERSON_HEADS and (one.owned or not one.bare)
    if not (one.speaks or crowd or acts or sexed):
        return False
    words = one.full.of(scene.sheet.text)
    document = one.head in DOCUMENTS
    many = plural or (one.low[0] in INDEFINITE - {"a", "an", "one"} and one.head.endswith(("s", "men", "people")))
    kind: EntityKind = "other" if document or many else (_body_kind(one) or "person")
    entity = Entity(id=make_id("entity", scene.text.id, kind, words, one.span.start), kind=kind, name=words)
    first = mention(scene.text, one.full, "noun", entity.id, None)
    scene.stage.figures[entity.id] = Figure(
        entity.id, kind, frozenset(one.low), named=False, plural=many, document=document,
        counted=one.low[0] in INDEFINITE or one.low[0].isdigit() or one.full != one.span,
        head=one.head, gender=gender([one.head]),
    )  # fmt: skip
    if one.speaks or crowd:
        scene.entities.append(entity)
        scene.mentions.append(first)
    else:
        scene.waiting[entity.id] = (entity, first)
    scene.stage.appears(number, one.span.start, entity.id, subject=subject, speaks=one.speaks)
    if one.definite and varies(one) and kind == "person":
        scene.unnamed.append((number, entity.id, gender(one.low)))
    return subject


def _body_kind(one: Description) -> EntityKind | None:
    body = is_body(one.low)
    if one.head in OFFICES | ROLES or count_of(" ".join(one.low)):
        return None if not body or one.head in OFFICES | ROLES else "organisation"
    return "office" if body == "office" else "organisation" if body else None


def goes_by(scene: Scene, one: Description) -> Found | None:
    """The name that somebody is known by, given after the description ("the commander, who goes by Black Fox")."""
    text = scene.sheet.text
    lead = _WHO.match(text, one.span.end, min(len(text), one.span.end + 90))
    place = lead.end() if lead else -1
    named = scene.sheet.mention_at(place) if lead else None
    return (named.entity_id, "goes by") if named and named.entity_id and named.form == "name" else None


def kin(scene: Scene, number: int, one: Description, barred: frozenset[str]) -> Found | None:
    """Whom "her sister" or "its lawyer" stands for, where the page gave the name with those words."""
    found = scene.stage.pick(
        number,
        one.span.start,
        lambda f: f.kind == "person" and f.named and f.entity_id not in barred and titled(f, one.low, one.head),
        here=False,
        reach=FAR,
    )
    return (found[0], f"kin, {found[1]}") if found else None
