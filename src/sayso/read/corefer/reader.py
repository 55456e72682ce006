"""Pronouns and descriptions tied to whom they stand for, each within its own story item and marked with the rule."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.chain.counts import is_plural
from sayso.read.corefer import headline, newcomers, pronouns
from sayso.read.corefer.describe import meant
from sayso.read.corefer.scene import Scene, figures_of, renamed, scene_of
from sayso.read.corefer.speaking import governed, place_in, speaks, trailing
from sayso.read.corefer.together import paired
from sayso.read.names.descriptions import Description, descriptions, modifies
from sayso.read.names.gazette import DEMONYMS
from sayso.read.names.people import CROWD, OFFICES, OFFICIALS, ROLES, UNNAMED, gender
from sayso.read.names.runs import Word, words_of
from sayso.read.sheet import Sheet
from sayso.record import EntityKind, Mention, MentionForm, Reading, Span

_FORMER = frozenset({"former", "latter"})


class Corefer:
    """Ties "he", "she", "they" and definite descriptions to the nearest fitting entity before them.

    What fits nobody stays untied. Unnamed speakers ("two officials") become entities of their own, so that "the
    officials" and "they" can mean them; such an entity has no mention of the form name.
    """

    name, version = "corefer", "6"
    needs: tuple[str, ...] = ("texts", "sentences", "mentions", "entities")
    gives: tuple[str, ...] = ("mentions.resolved_by",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the mentions that are no names."""
        sheet = Sheet(reading)
        mentions, entities = list(reading.mentions), list(reading.entities)
        kinds: dict[str, EntityKind] = {}
        figures = figures_of(sheet)
        heard: dict[str, set[Span]] = defaultdict(set)
        for claim in reading.claims:
            heard[claim.text_id].update(claim.source_spans)
        for text in reading.texts:
            scene = scene_of(sheet, text, figures, sorted(heard[text.id]))
            _read(scene)
            mentions += scene.mentions
            entities += scene.entities
            kinds.update(scene.kinds)
        known = renamed(reading.page.id, entities, kinds)
        mentions = [
            replace(m, entity_id=known[m.entity_id].id) if m.entity_id in kinds and m.entity_id else m for m in mentions
        ]
        mentions.sort(key=lambda mention: (mention.span, mention.form))
        unique = {entity.id: entity for entity in known.values()}
        return replace(reading, mentions=tuple(mentions), entities=tuple(unique.values()))


def _read(scene: Scene) -> None:
    if scene.text.headline_span:
        headline.enter(scene)
    number = 0
    for block in scene.text.body:
        for sentence in scene.sheet.sentences_in(block):
            _sentence(scene, number, sentence)
            number += 1
    if scene.text.headline_span:
        for sentence in scene.sheet.sentences_in(scene.text.headline_span):
            headline.tie(scene, sentence)


def _sentence(scene: Scene, number: int, sentence: Span) -> None:
    """Reads one sentence: names, pronouns and descriptions in the order they stand."""
    row = words_of(scene.sheet.text, sentence)
    free = [word for word in row if not scene.quoted[word.start]]
    names = [m for m in scene.sheet.mentions_in(sentence) if m.entity_id and not scene.quoted[m.span.start]]
    events: list[tuple[int, object]] = [(m.span.start, m) for m in names]
    events += [(d.span.start, d) for d in descriptions(scene.sheet.text, free) if _counts(d)]
    events += [
        (w.start, w)
        for k, w in enumerate(free)
        if pronouns.is_one(free, k) or _of_two(free, k) or _of_a_people(free, k)
    ]
    subject = False
    for _, event in sorted(events, key=lambda pair: (pair[0], isinstance(pair[1], Description))):
        subject = _step(scene, number, event, row, subject=subject) or subject
    scene.together.takes(scene.sheet, scene.stage, number, names)


def _counts(one: Description) -> bool:
    """Whether a description may be somebody here."""
    return one.definite or one.speaks or one.owned or one.opens or one.head in OFFICIALS | CROWD | UNNAMED | ROLES


def _of_two(free: Sequence[Word], k: int) -> bool:
    """Whether the word is the "former" or "latter" of "the former said"."""
    if free[k].low not in _FORMER or not k or free[k - 1].low != "the" or free[k].capital:
        return False
    after = free[k + 1 : k + 2]
    return not after or pronouns.is_verb(after[0].low)


def _of_a_people(free: Sequence[Word], k: int) -> bool:
    """Whether the word is the "Norwegian" of "the Norwegian said"."""
    return free[k].text in DEMONYMS and k > 0 and free[k - 1].low == "the" and pronouns.is_verb(_next(free, k))


def _next(free: Sequence[Word], k: int) -> str:
    return free[k + 1].low if k + 1 < len(free) else ""


def _step(scene: Scene, number: int, event: object, row: Sequence[Word], *, subject: bool) -> bool:
    """Takes in one mention; whether it is the sentence's subject."""
    text = scene.sheet.text
    if isinstance(event, Mention):
        owns = text[event.span.end : event.span.end + 2] in {"'s", "’s"}
        first = not subject and not owns and not governed(text, row, event.span)
        spoken = speaks(text, row, event.span) or scene.is_source(event.span)
        if event.entity_id and not owns and modifies(text, row, place_in(row, event.span.end) - 1):
            scene.stage.figures[event.entity_id].attributive = True
        scene.stage.appears(number, event.span.start, event.entity_id or "", subject=first, speaks=spoken)
        if not owns:
            pronouns.named_next(scene, number, event, subject=first)
        return first
    if isinstance(event, Word):
        if event.text in DEMONYMS:
            return _countryman(scene, number, event, row, subject=subject)
        if event.low in _FORMER:
            return _former(scene, number, event, row, subject=subject)
        return pronouns.tie(scene, number, event, row, subject=subject)
    assert isinstance(event, Description)
    return _description(scene, number, event, row, subject=subject)


def _countryman(scene: Scene, number: int, word: Word, row: Sequence[Word], *, subject: bool) -> bool:
    """Ties "the Norwegian" to the person named last."""
    span = Span(row[row.index(word) - 1].start, word.end)
    spoken = speaks(scene.sheet.text, row, span) or scene.is_source(span)
    here = not (spoken and trailing(scene.sheet.text, span.start))
    found = scene.stage.pick(number, span.start, lambda f: f.kind == "person" and f.named and not f.plural, here=here)
    if found:
        scene.tie(number, span, "noun", (found[0], f"people, {found[1]}"), subject=not subject, speaks=spoken)
    return bool(found) and not subject


def _former(scene: Scene, number: int, word: Word, row: Sequence[Word], *, subject: bool) -> bool:
    """Ties "the former" and "the latter" to the two of the sentence before."""
    two = scene.together.two(scene.stage, number, bodies=True)
    if two is None:
        return False
    k = row.index(word)
    span = Span(row[k - 1].start, word.end)
    spoken = speaks(scene.sheet.text, row, span) or scene.is_source(span)
    who = two[0 if word.low == "former" else 1]
    scene.tie(number, span, "noun", (who, f"{word.low} of two"), subject=not subject, speaks=spoken)
    return not subject


def _description(scene: Scene, number: int, one: Description, row: Sequence[Word], *, subject: bool) -> bool:
    """Ties a definite description; brings an unnamed speaker on stage."""
    sheet = scene.sheet
    if any(m.span.meets(one.span) and m.span.end >= one.span.end for m in sheet.mentions_in(one.full)):
        return False  # the head is part of a name
    one = replace(one, speaks=one.speaks or scene.is_source(one.span))
    plural = is_plural(one.head, one.low)
    first = not subject and not governed(sheet.text, row, one.span)
    alias = None if plural else newcomers.goes_by(scene, one)
    if not newcomers.followed_by_name(scene, one) and (
        found := alias or _stands_for(scene, number, one, plural=plural, leads=first or one.speaks)
    ):
        _settle(scene, found, one)
        form: MentionForm = "title" if one.head in OFFICES | ROLES else "noun"
        scene.tie(number, one.span, form, found, subject=first, speaks=one.speaks)
        return first
    return newcomers.enter(scene, number, one, plural=plural, subject=first)


def _stands_for(scene: Scene, number: int, one: Description, *, plural: bool, leads: bool) -> tuple[str, str] | None:
    """Whom a description stands for and by which rule."""
    own = one.head not in OFFICES | ROLES and any(m.form == "name" for m in scene.sheet.mentions_in(one.span))
    if own or not (one.definite or one.owned):  # "the Norda agency" means no other agency
        return None
    if paired(one) and one.definite and (pair := _pair(scene, number, one)):
        return pair
    here = not (one.speaks and trailing(scene.sheet.text, one.span.start))
    barred = _barred(scene, number, one)
    if one.owned:
        return newcomers.kin(scene, number, one, barred)
    return meant(scene.stage, number, one, plural=plural, here=here, leads=leads, barred=barred)


def _pair(scene: Scene, number: int, one: Description) -> tuple[str, str] | None:
    pair, rule = scene.together.pair(number), "named together"
    if pair is None:
        pair, rule = scene.together.two(scene.stage, number, bodies=False), "the two before"
    return (scene.both(pair), rule) if pair and one.head not in {"officials", "sources"} else None


def _barred(scene: Scene, number: int, one: Description) -> frozenset[str]:
    """Whom a description cannot mean: whose name or pronoun stands in it ("the woman who beat him", "her sister")."""
    out = {m.entity_id for m in scene.mentions[-4:] if m.form == "pronoun" and one.full.holds(m.span) and m.entity_id}
    out |= {m.entity_id for m in scene.sheet.mentions_in(one.full) if m.entity_id}
    out |= {
        a.who for a in scene.stage.recent(number, 0) if a.speaks and a.place < one.span.start
    }  # "Lind said the man"
    for word in words_of(scene.sheet.text, one.full):
        sex = {"him": "he", "her": "she", "his": "he"}.get(word.low) if word.start > one.span.end else None
        if sex and (found := pronouns.nearest(scene, one.span.start, sex)):
            out.add(found)
    return frozenset(out)


def _settle(scene: Scene, found: tuple[str, str], one: Description) -> None:
    """A name that looked like a person's is a body's once the page calls it "the lender"; "the mother" is a woman."""
    figure = scene.stage.figures[found[0]]
    if found[1].startswith("trade") and figure.kind in {"person", "other"} and figure.named:
        figure.kind = scene.kinds[figure.entity_id] = "organisation"
    elif figure.kind == "person" and not figure.plural:
        figure.gender = figure.gender or gender(one.low)
