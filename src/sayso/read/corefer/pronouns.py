"""Whom "he", "she", "it" and "they" stand for."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.corefer.salience import BODIES, Figure, Found, group, person, thing
from sayso.read.corefer.scene import Scene
from sayso.read.corefer.speaking import minds, speaks, trailing
from sayso.read.names.runs import Word
from sayso.read.verbs import ATTITUDES, SAID_FORMS
from sayso.read.words import phrases
from sayso.record import Mention, Span

HE = {word: sex for sex in ("he", "she") for word in phrases("grammar", sex)}
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_NEAR_RULES = frozenset({"same sentence", "previous speaker", "previous subject", "last speaker"})
_VERBS = SAID_FORMS | ATTITUDES | frozenset(phrases("grammar", "be")) | frozenset(phrases("grammar", "past_verbs"))
_AUXILIARIES = frozenset({"has", "have", "had", "would", "will", "could", "did", "does", "may", "might", "also"})
_ALONE = 2  # sentences in which nobody else may be named for a singular "they"


def is_one(free: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a pronoun that is looked at: "them" only in "one of them"."""
    low = free[k].low
    return low in HE or low in {"they", "it"} or (low == "them" and k > 0 and free[k - 1].low == "of")


def is_verb(low: str) -> bool:
    """Whether a word looks like a verb with its subject before it."""
    return low in _VERBS or low in _AUXILIARIES or low.endswith("ed")


def tie(scene: Scene, number: int, word: Word, row: Sequence[Word], *, subject: bool) -> bool:
    """Ties one pronoun; whether it is the sentence's subject."""
    span, sex = Span(word.start, word.end), HE.get(word.low)
    spoken = speaks(scene.sheet.text, row, span) or scene.is_source(span)
    if sex is None and word.low != "them" and not (spoken or minds(scene.sheet.text, row, span)):
        return False
    first = not subject and word.low in _SUBJECTS
    here = not (spoken and trailing(scene.sheet.text, word.start))
    found = _who(scene, number, word, sex, here=here)
    if found is None:
        if sex:
            scene.untied.append((number, len(scene.mentions), sex))
        scene.mark(span, "pronoun", None, None)
        return first
    figure = scene.stage.figures[found[0]]
    if sex and figure.gender is None:
        if word.low in _SUBJECTS:
            figure.gender = sex
        else:
            figure.likely = figure.likely or sex
    scene.tie(number, span, "pronoun", found, subject=first, speaks=spoken)
    return first


def _who(scene: Scene, number: int, word: Word, sex: str | None, *, here: bool) -> Found | None:
    stage = scene.stage
    if sex:
        found = stage.pick(number, word.start, person(sex), here=here, sex=sex)
        found = found or stage.pick(number, word.start, person(sex, surely=False), here=here, sex=sex)
        return found or (None if here else _only_person(scene, number, word, sex))
    many = word.low in {"they", "them"}
    found = stage.pick(number, word.start, group if many else thing, here=here)
    if found is None and not here and not many:
        found = _only_body(scene, number, word)
    close = found is not None and _close(stage.figures[found[0]], found[1])
    if (
        many
        and (pair := scene.together.pair(number))
        and not (close and found and (found[1] != "last speaker" or not here))
    ):
        return scene.both(pair), "named together"
    if close:
        return found
    return _alone(scene, number, word) if many and word.low == "they" else None


def _only_body(scene: Scene, number: int, word: Word) -> Found | None:
    """The only body of the same sentence ("The bank will close its branches, it said")."""
    here = {one.who for one in scene.stage.recent(number, 0) if one.place < word.start}
    bodies = [who for who in here if scene.stage.figures[who].kind in BODIES - {"outlet"}]
    return (bodies[0], "same sentence") if len(bodies) == 1 else None


def _only_person(scene: Scene, number: int, word: Word, sex: str) -> Found | None:
    """The only person of the same sentence where nobody spoke before ("Ada Lind will resign in May, she said")."""
    here = {one.who for one in scene.stage.recent(number, 0) if one.place < word.start}
    people = [who for who in here if scene.stage.figures[who].kind == "person"]
    fits = [who for who in people if person(sex, surely=False)(scene.stage.figures[who])]
    return (fits[0], "same sentence") if len(people) == 1 and fits else None


def _close(figure: Figure, rule: str) -> bool:
    """Whether "they" or "it" is near enough: a place only where it spoke, nobody that is merely somewhere before."""
    if figure.kind == "place":
        return rule in {"previous speaker", "last speaker"}
    return rule in _NEAR_RULES


def _alone(scene: Scene, number: int, word: Word) -> Found | None:
    """The only person around, for a "they" that is one person."""
    near = [one for one in scene.stage.recent(number, _ALONE) if one.place < word.start]
    who = {one.who for one in near if scene.stage.figures[one.who].kind == "person"}
    if len(who) != 1 or any(group(scene.stage.figures[one.who]) for one in near):
        return None
    figure = scene.stage.figures[who.pop()]
    return (figure.entity_id, "only person around") if figure.named and figure.gender is None else None


def nearest(scene: Scene, place: int, sex: str) -> str | None:
    """The nearest person of a sex before a place."""
    fits = person(sex)
    for one in reversed(scene.stage.seen[-20:]):
        if one.place < place and fits(scene.stage.figures[one.who]):
            return one.who
    return None


def named_next(scene: Scene, number: int, named: Mention, *, subject: bool) -> None:
    """Ties what nobody before it fits to the person named next ("…, he said. Ada Lind …")."""
    figure = scene.stage.figures[named.entity_id or ""]
    if figure.kind != "person":
        return
    waiting, scene.untied = scene.untied, []
    for sentence, k, sex in waiting:
        if number - sentence in ({0, 1} if subject else {0}) and person(sex)(figure):
            scene.mentions[k] = replace(scene.mentions[k], entity_id=figure.entity_id, resolved_by="named next")
            figure.gender = figure.gender or sex
    epithets, scene.unnamed = scene.unnamed, []
    for sentence, entity_id, told in epithets:
        if subject and number - sentence == 1 and told in {None, figure.gender or figure.likely or told}:
            scene.becomes(entity_id, figure.entity_id)
