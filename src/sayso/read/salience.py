"""Who a pronoun or a description most likely stands for, among those a story item named before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.read.gazette import AGAIN, DEMONYMS
from sayso.read.people import CROWD, DOCUMENTS, KINDS_OF, OFFICIALS, UNNAMED, gender
from sayso.read.words import phrases
from sayso.record import EntityKind

REACH = 6  # sentences back that a pronoun may reach
GENERIC_BODIES = frozenset(phrases("grammar", "generic_bodies"))
_UNNAMED_PEOPLE = frozenset(phrases("grammar", "any_unnamed"))


@dataclass(slots=True)
class Figure:
    """Somebody on stage: what is known of an entity while a story item is read."""

    entity_id: str
    kind: EntityKind
    words: frozenset[str]
    titles: tuple[str, ...] = ()
    named: bool = True
    plural: bool = False
    document: bool = False
    head: str = ""
    gender: str | None = None


@dataclass(slots=True)
class Stage:
    """Who was mentioned so far in one story item, sentence by sentence.

    Each appearance is (sentence number, offset, entity id, is the subject, speaks).
    """

    figures: dict[str, Figure]
    seen: list[tuple[int, int, str, bool, bool]] = field(default_factory=list)

    def appears(self, sentence: int, place: int, entity_id: str, *, subject: bool, speaks: bool) -> None:
        """Notes that somebody is mentioned."""
        self.seen.append((sentence, place, entity_id, subject, speaks))

    def pick(self, sentence: int, place: int, fit: Iterable[str], *, here: bool) -> tuple[str, str] | None:
        """The entity among `fit` that a mention at `place` stands for, with the rule that says so.

        The same sentence's subject first (where `here` allows it), then the previous sentence's speaker and subject,
        then the nearest within REACH sentences.
        """
        allowed = set(fit)
        before = [one for one in self.seen if one[1] < place and one[2] in allowed and sentence - one[0] <= REACH]
        if here and (found := next((one for one in before if one[0] == sentence and one[3]), None)):
            return found[2], "same sentence"
        earlier = [one for one in before if one[0] < sentence]
        last = max((one[0] for one in self.seen if one[0] < sentence), default=-1)
        for rule, column in (("previous speaker", 4), ("previous subject", 3)):
            found = next((one for one in reversed(earlier) if one[0] == last and one[column]), None)
            if found:
                return found[2], rule
        nearest = earlier or (before if here else [])
        return (nearest[-1][2], "nearest") if nearest else None

    def people(self, pronoun: str) -> list[str]:
        """Persons that "he" or "she" may be."""
        return [
            f.entity_id
            for f in self.figures.values()
            if f.kind == "person" and not f.plural and (f.gender is None or f.gender == pronoun)
        ]

    def groups(self) -> list[str]:
        """Those that "they" may be as speakers."""
        return [
            f.entity_id for f in self.figures.values() if f.plural or f.kind in {"organisation", "office", "outlet"}
        ]

    def things(self) -> list[str]:
        """Those that "it" may be as a speaker."""
        kinds = {"organisation", "office", "outlet", "place"}
        return [f.entity_id for f in self.figures.values() if not f.plural and (f.kind in kinds or f.document)]

    def described(self, low: Sequence[str], head: str, *, plural: bool) -> list[str]:
        """Those whom a definite description may mean, by title, name or the words that brought them in."""
        if plural:
            return self._plural(head, low)
        by_title = [
            f.entity_id for f in self.figures.values() if f.kind == "person" and f.named and titled(f, low, head)
        ]
        by_word = [
            f.entity_id
            for f in self.figures.values()
            if f.kind != "person" and f.kind != "place" and head in f.words and _agrees(f, low)
        ]
        again = [f.entity_id for f in self.figures.values() if head in AGAIN and f.kind == "outlet"]
        unnamed = [
            f.entity_id for f in self.figures.values() if not f.named and not f.plural and _same_head(f.head, head)
        ]
        found = by_title + by_word + again + unnamed
        if found or head not in GENERIC_BODIES:
            return found
        return [f.entity_id for f in self.figures.values() if f.kind == "organisation" and f.named]

    def _plural(self, head: str, low: Sequence[str]) -> list[str]:
        return [f.entity_id for f in self.figures.values() if f.plural and not f.named and _same_group(f, head)]


def titled(figure: Figure, low: Sequence[str], head: str) -> bool:
    """Whether a person's titles fit a description ("the lawmaker": a senator; "the Norwegian minister": no Swede)."""
    kinds = KINDS_OF.get(head, frozenset()) | {head}
    wanted = {word for word in low[1:-1] if word.capitalize() in DEMONYMS}
    sex = gender([head])
    if sex and figure.gender and sex != figure.gender:
        return False
    for title in figure.titles:
        words = [word.lower().strip(".,") for word in title.split()]
        own = {word for word in words if word.capitalize() in DEMONYMS}
        joined = f" {' '.join(words)} "
        if any(f" {kind} " in joined for kind in kinds) and not (wanted and own and not wanted & own):
            return True
    return False


def _agrees(figure: Figure, low: Sequence[str]) -> bool:
    """Whether the description's other words stand in the body's name ("the defence ministry": not the interior's)."""
    others = {word for word in low[:-1] if word not in {"the", "this", "that", "country's", "state"}}
    return not others or others <= figure.words


def _same_head(a: str, b: str) -> bool:
    if a in DOCUMENTS and b in DOCUMENTS:
        return a.rstrip("s") == b.rstrip("s")
    people = UNNAMED | OFFICIALS | CROWD
    if b in {"source", "insider", "person", "man", "woman"}:
        return a in people or a in {"source", "person"}
    return a == b or b in KINDS_OF.get(a, ()) or a in KINDS_OF.get(b, ())


def _same_group(figure: Figure, head: str) -> bool:
    if head in _UNNAMED_PEOPLE:
        return figure.head in UNNAMED | OFFICIALS
    return figure.head == head
