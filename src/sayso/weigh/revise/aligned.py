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


Ends = tuple[str, str]


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


def align(old: Sequence[Told], new: Sequence[Told], known: Mapping[Ends, float]) -> list[tuple[Told, Told]]:
    """Pairs (before, after), best first; what is in no pair was withdrawn or added. Words are looked up, not crossed.

    `known` are likenesses, by the ids of both claims, of those that the comparing took for one question. What is left
    is paired once more where one speaker gives another figure of the same thing in other words.
    """
    scored = [(score, at, place) for at, place in _near(old, new) if (score := _score(old[place], new[at], known))]
    pairs = _one_to_one(scored)
    left = {place for _, place in pairs}
    again = [
        (score, at, place)
        for at, place in _near(old, new)
        if at not in dict(pairs) and place not in left and (score := _retold(old[place], new[at]))
    ]
    return [(old[place], new[at]) for at, place in pairs + _one_to_one(again)]


def _near(old: Sequence[Told], new: Sequence[Told]) -> list[tuple[int, int]]:
    """(place in new, place in old) of claims that share a word worth looking at."""
    where: dict[str, list[int]] = {}
    for at, one in enumerate(old):
        for term in one.terms or one.said:
            where.setdefault(term, []).append(at)
    return sorted(
        {(at, place) for at, one in enumerate(new) for term in one.terms or one.said for place in where.get(term, ())}
    )


def _one_to_one(scored: Sequence[tuple[float, int, int]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    come, gone = set[int](), set[int]()
    for _, at, place in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if at not in come and place not in gone:
            come.add(at)
            gone.add(place)
            pairs.append((at, place))
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


def _score(left: Told, right: Told, known: Mapping[Ends, float]) -> float:
    ends = left.row.claim.id, right.row.claim.id
    like = max(likeness(left, right), known.get(ends, 0.0), known.get((ends[1], ends[0]), 0.0))
    if like < ALIKE:
        return 0.0
    speaker = SAME_SPEAKER if _one_speaker(left, right) or not (left.speaker or right.speaker) else 0.0
    head = SAME_SPEAKER if left.headline == right.headline else 0.0
    return like + speaker + head + SAME_PLACE * (1 - abs(left.place - right.place))


def _retold(left: Told, right: Told) -> float:
    """How likely one speaker counts the same thing anew ("12 are missing", "the missing are now 17"); 0 for no."""
    quantities = left.row.claim.quantities, right.row.claim.quantities
    if not _one_speaker(left, right) or not all(quantities):
        return 0.0
    units = [{one.unit for one in found} for found in quantities]
    return len(left.terms & right.terms) if units[0] & units[1] else 0.0


def _one_speaker(left: Told, right: Told) -> bool:
    return bool(set(left.speaker) & set(right.speaker))
