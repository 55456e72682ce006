"""Which claim of an edited text was which claim of the text before: one to one, by what they say and who says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.record import Page, Quantity, Stood, Testimony, When
from sayso.record.fold import words
from sayso.weigh.terms import rarity

ALIKE = (
    0.5  # likeness from which two claims of two versions are one; the rest of the text is the same, so less is asked
)
FEW = 3  # informative words of a claim under which its being a part of another says little
PART = 0.9  # what a claim that is wholly a part of another is alike to it
SAME_SPEAKER, SAME_PLACE = 0.08, 0.04  # what breaks a tie between two like claims


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one version, made ready: its words, those that are no figures, its rare words, and its place."""

    row: Stood
    said: tuple[str, ...]
    terms: frozenset[str]
    headline: bool
    place: float
    when: When | None = None

    @property
    def speaker(self) -> tuple[str, ...]:
        """The words that name the speaker, none for the outlet's own voice."""
        claim = self.row.claim
        source = claim.speaker if len(claim.chain) > 1 else None
        return words(source.name or source.described_as or "") if source else ()


def told(testimonies: Sequence[Testimony], rows: Mapping[str, Stood]) -> tuple[Told, ...]:
    """The claims of one version in the order of their words; `rows` by claim id."""
    known = [(one, rows[one.id]) for one in testimonies if one.id in rows]
    return tuple(_told(one, row, at / max(1, len(known) - 1)) for at, (one, row) in enumerate(known))


def _told(one: Testimony, row: Stood, place: float) -> Told:
    figures = {word for quantity in row.claim.quantities for word in figure_words(quantity, row.page)}
    informative = frozenset(term for term in one.terms if term not in figures and not term.isdigit())
    return Told(row, words(row.claim.content), informative, one.headline, place, one.when)


def figure_words(one: Quantity, page: Page) -> frozenset[str]:
    """The words of a quantity that are its figure: without what is counted."""
    return frozenset(words(one.span.of(page.text))) - frozenset(words(one.counts or ""))


def align(old: Sequence[Told], new: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Pairs (before, after), best first; what is in no pair was withdrawn or added. Words are looked up, not crossed."""
    where: dict[str, list[int]] = {}
    for at, one in enumerate(old):
        for term in one.terms or one.said:
            where.setdefault(term, []).append(at)
    scored = []
    for at, one in enumerate(new):
        near = {place for term in (one.terms or one.said) for place in where.get(term, ())}
        scored += [(score, at, place) for place in near if (score := _score(old[place], one)) >= ALIKE]
    pairs, gone, come = [], set[int](), set[int]()
    for _, at, place in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if at not in come and place not in gone:
            come.add(at)
            gone.add(place)
            pairs.append((old[place], new[at]))
    return pairs


def likeness(left: Told, right: Told) -> float:
    """How far two claims say the same, figures and speakers aside, in [0, 1]."""
    if left.said == right.said:
        return 1.0
    if not left.terms or not right.terms:
        return 0.0
    shared = sum(map(rarity, left.terms & right.terms))
    weights = [sum(map(rarity, one.terms)) for one in (left, right)]
    whole = 2 * shared / sum(weights)
    fewest = min(len(left.terms), len(right.terms))
    part = PART * shared / min(weights) if fewest >= FEW else 0.0
    return max(whole, part**2)


def _score(left: Told, right: Told) -> float:
    like = likeness(left, right)
    if like < ALIKE:
        return 0.0
    speaker = SAME_SPEAKER if set(left.speaker) & set(right.speaker) or not (left.speaker or right.speaker) else 0.0
    head = SAME_SPEAKER if left.headline == right.headline else 0.0
    return like + speaker + head + SAME_PLACE * (1 - abs(left.place - right.place))
