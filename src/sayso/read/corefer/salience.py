"""Who a pronoun or a description most likely stands for, among those a story item named before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.read.names.descriptions import PREPOSITIONS
from sayso.read.names.gazette import AGAIN, DEMONYMS
from sayso.read.names.people import CROWD, DOCUMENTS, KINDS_OF, OFFICIALS, UNNAMED, gender
from sayso.read.words import phrases
from sayso.record import EntityKind

REACH = 6  # sentences back that a pronoun may reach
WINDOW = 200  # appearances back that are looked at, so that a hostile page stays linear
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
    counted: bool = False
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

    def recent(self, sentence: int) -> list[tuple[int, int, str, bool, bool]]:
        """Who appeared within REACH sentences before this one's end, in order; at most WINDOW appearances."""
        out = []
        for one in reversed(self.seen[-WINDOW:]):
            if sentence - one[0] > REACH:
                break
            out.append(one)
        return out[::-1]

    def pick(
        self, sentence: int, place: int, fits: Callable[[Figure], bool], *, here: bool, sex: str | None = None
    ) -> tuple[str, str] | None:
        """The entity that a mention at `place` stands for, among those that `fits` lets in, with the rule that says so.

        The same sentence's subject first (where `here` allows it), then the previous sentence's speaker and subject,
        then the nearest within REACH sentences. Of two in one sentence the one of known `sex` goes first.
        """
        recent = [one for one in self.recent(sentence) if one[1] < place]
        allowed = {one for one in {r[2] for r in recent} if fits(self.figures[one])}
        before = [one for one in recent if one[2] in allowed]
        if here and (found := next((one for one in before if one[0] == sentence and one[3]), None)):
            return found[2], "same sentence"
        earlier = [one for one in before if one[0] < sentence]
        if sex and (known := {one for one in allowed if self.figures[one].gender == sex}):
            newest = max((one[0] for one in earlier), default=-1)
            if any(one[0] == newest and one[2] in known for one in earlier):
                earlier = [one for one in earlier if one[2] in known or one[0] < newest]
        last = max((one[0] for one in recent if one[0] < sentence), default=-1)
        for rule, column in (("previous speaker", 4), ("previous subject", 3)):
            found = next((one for one in reversed(earlier) if one[0] == last and one[column]), None)
            if found:
                return found[2], rule
        nearest = earlier or (before if here else [])
        return (nearest[-1][2], "nearest") if nearest else None

    def describing(self, sentence: int, low: Sequence[str], head: str, *, plural: bool) -> Callable[[Figure], bool]:
        """Whom a definite description may mean: by title, by name, by the words that brought somebody in.

        "The company" means any body where none near has the word in its name.
        """
        if plural:
            return lambda f: f.plural and not f.named and _same_group(f, head)
        near = {one[2] for one in self.recent(sentence)}
        if head in GENERIC_BODIES and not any(_described(self.figures[one], low, head) for one in near):
            return lambda f: f.kind == "organisation" and f.named
        return lambda f: _described(f, low, head)


def person(pronoun: str) -> Callable[[Figure], bool]:
    """Whom "he" or "she" may mean."""
    return lambda f: f.kind == "person" and not f.plural and f.gender in {None, pronoun}


def group(figure: Figure) -> bool:
    """Whether "they" may be this one, as speakers."""
    return figure.plural or figure.kind in {"organisation", "office", "outlet"}


def thing(figure: Figure) -> bool:
    """Whether "it" may be this one, as a speaker."""
    return not figure.plural and (figure.document or figure.kind in {"organisation", "office", "outlet", "place"})


def _described(figure: Figure, low: Sequence[str], head: str) -> bool:
    if not figure.named:
        return not figure.plural and _same_head(figure.head, head)
    if figure.kind == "person":
        return titled(figure, low, head)
    if figure.kind == "outlet" and head in AGAIN:
        return True
    return figure.kind != "place" and head in figure.words and _agrees(figure, low)


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
        if any(_heads(words, kind) for kind in kinds) and not (wanted and own and not wanted & own):
            return True
    return False


def _heads(title: Sequence[str], kind: str) -> bool:
    """Whether a title's own head is of a kind: "governor" heads "central bank governor of Norway", "bank" does not."""
    cut = next((k for k, word in enumerate(title) if k and word in PREPOSITIONS), len(title))
    flat = kind.replace(".", "").split()
    parts = " ".join(word.replace(".", "") for word in title[:cut]).replace(" and ", "|").split("|")
    return any(part.split()[-len(flat) :] == flat for part in parts)


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
        return figure.head in UNNAMED or (figure.counted and figure.head in OFFICIALS | CROWD)
    return figure.head == head
