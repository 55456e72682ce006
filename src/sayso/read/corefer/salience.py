"""Who a pronoun or a description most likely stands for, among those a story item named before it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.read.words import phrases
from sayso.record import EntityKind

REACH = 6  # sentences back that a pronoun may reach
FAR = 40  # sentences back that "the minister" may reach
WINDOW = 200  # appearances back that are looked at, so that a hostile page stays linear
BODIES: frozenset[EntityKind] = frozenset({"organisation", "office", "outlet"})
PLURAL_BODIES = frozenset(phrases("grammar", "plural_bodies"))


@dataclass(slots=True)
class Figure:
    """Somebody on stage: what is known of an entity while a story item is read.

    `likely` is the sex a given name tells, which a pronoun may still overrule; `doubtful` a name that only its look
    makes a person's, `attributive` one that has stood before a noun ("the Lake Orm pipeline"); `members` are the two
    of a pair.
    """

    entity_id: str
    kind: EntityKind
    words: frozenset[str]
    titles: tuple[str, ...] = ()
    named: bool = True
    plural: bool = False
    document: bool = False
    counted: bool = False
    head: str = ""
    gender: str | None = None
    likely: str | None = None
    age: str | None = None
    doubtful: bool = False
    attributive: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention of somebody, in order of the page."""

    sentence: int
    place: int
    who: str
    subject: bool
    speaks: bool


Fit = Callable[[Figure], bool]
Found = tuple[str, str]


@dataclass(slots=True)
class Stage:
    """Who was mentioned so far in one story item, sentence by sentence."""

    figures: dict[str, Figure]
    seen: list[Appearance] = field(default_factory=list)

    def appears(self, sentence: int, place: int, entity_id: str, *, subject: bool, speaks: bool) -> None:
        """Notes that somebody is mentioned."""
        self.seen.append(Appearance(sentence, place, entity_id, subject, speaks))

    def recent(self, sentence: int, reach: int = REACH) -> list[Appearance]:
        """Who appeared within `reach` sentences before this one's end, in order; at most WINDOW appearances."""
        out = []
        for one in reversed(self.seen[-WINDOW:]):
            if sentence - one.sentence > reach:
                break
            out.append(one)
        return out[::-1]

    def near(self, sentence: int, reach: int = REACH) -> list[Figure]:
        """The figures that appeared within `reach` sentences, each once, the latest first."""
        order = dict.fromkeys(one.who for one in reversed(self.recent(sentence, reach)))
        return [self.figures[who] for who in order]

    def pick(
        self, sentence: int, place: int, fits: Fit, *, here: bool, sex: str | None = None, reach: int = REACH
    ) -> Found | None:
        """The entity that a mention at `place` stands for, among those that `fits` lets in, with the rule that says so.

        The same sentence's subject first (where `here` allows it), then the previous sentence's speaker and subject,
        then who spoke last, then the nearest within reach. Of two in one sentence the one of known `sex` goes first.
        """
        recent = [one for one in self.recent(sentence, reach) if one.place < place or one.sentence < 0]
        allowed = {who for who in {one.who for one in recent} if fits(self.figures[who])}
        before = [one for one in recent if one.who in allowed]
        if here and (found := next((one for one in before if one.sentence == sentence and one.subject), None)):
            return found.who, "same sentence"
        earlier = self._of_sex([one for one in before if one.sentence < sentence], allowed, sex)
        last = max((one.sentence for one in recent if one.sentence < sentence), default=-1)
        for rule, speaker in (("previous speaker", True), ("previous subject", False)):
            for one in reversed(earlier):
                if one.sentence == last and (one.speaks if speaker else one.subject):
                    return one.who, rule
        spoke = next((one for one in reversed(earlier) if one.speaks and sentence - one.sentence < 4), None)
        nearest = earlier or (before if here else [])
        if spoke and not any(one.sentence > spoke.sentence for one in earlier):
            return spoke.who, "last speaker"
        return (nearest[-1].who, "nearest") if nearest else None

    def _of_sex(self, earlier: list[Appearance], allowed: set[str], sex: str | None) -> list[Appearance]:
        """Without those whose sex nothing tells, where the newest sentence has one of whom it is known."""
        known = (
            {who for who in allowed if sex in {self.figures[who].gender, self.figures[who].likely}} if sex else set()
        )
        newest = max((one.sentence for one in earlier), default=-1)
        if not any(one.sentence == newest and one.who in known for one in earlier):
            return earlier
        return [one for one in earlier if one.who in known or one.sentence < newest]


def person(pronoun: str, *, surely: bool = True) -> Fit:
    """Whom "he" or "she" may mean; `surely` leaves out those whose given name tells the other sex."""
    likely = {None, pronoun} if surely else {None, "he", "she"}
    return lambda f: (
        f.kind == "person" and not f.plural and f.gender in {None, pronoun} and (bool(f.gender) or f.likely in likely)
    )


def group(figure: Figure) -> bool:
    """Whether "they" may be this one, as speakers."""
    return figure.plural or figure.kind in BODIES


def thing(figure: Figure) -> bool:
    """Whether "it" may be this one, as a speaker."""
    return not figure.plural and (figure.document or figure.kind in BODIES or figure.kind == "place")
