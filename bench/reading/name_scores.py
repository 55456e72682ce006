"""Scores of names: spans with their types, and who is who among them (names.py prints them)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Name(NamedTuple):
    """A name in a text: [start, end) in code points, PERSON or ORG, and whom it stands for (None: not said)."""

    start: int
    end: int
    type: str
    who: Hashable = None

    def meets(self, other: "Name") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


@dataclass
class Tally:
    """Right, found and labelled over several articles."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def add(self, right: int, found: int, labelled: int) -> None:
        """Counts one more article."""
        self.right, self.found, self.labelled = self.right + right, self.found + found, self.labelled + labelled

    @property
    def f1(self) -> float:
        """F1 in [0, 1]."""
        return 2 * self.right / max(1, self.found + self.labelled)

    def line(self) -> str:
        """Precision, recall and F1 in percent."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.labelled)
        return f"{100 * p:5.1f} {100 * r:5.1f} {100 * self.f1:5.1f}"


def judged(found: Iterable[Name], gold: Sequence[Name], left_open: Sequence[Name]) -> list[Name]:
    """The names found that count: not those that only touch what the labels leave open."""
    exact = {(one.start, one.end) for one in gold}
    return [one for one in found if (one.start, one.end) in exact or not any(one.meets(gap) for gap in left_open)]


def right(found: Sequence[Name], gold: Sequence[Name], *, exact: bool) -> int:
    """How many labelled names are found with their type: to the character, or else by any character shared."""
    if exact:
        return len({one[:3] for one in found} & {one[:3] for one in gold})
    taken: set[int] = set()
    for one in gold:
        hit = next((k for k, f in enumerate(found) if k not in taken and f.type == one.type and f.meets(one)), None)
        if hit is not None:
            taken.add(hit)
    return len(taken)


@dataclass
class Grouping:
    """B³ over labelled names (Bagga and Baldwin 1998), summed over articles; a name not found stands alone."""

    precision: float = 0.0
    recall: float = 0.0
    names: int = 0
    by_type: Counter[str] = field(default_factory=Counter)

    def add(self, answer: Mapping[int, Hashable], gold: Sequence[Name]) -> None:
        """Counts an article: `answer` tells by a labelled name's place in `gold` to whom it was given."""
        got = {k: answer.get(k, ("alone", k)) for k in range(len(gold))}
        for k, one in enumerate(gold):
            mine = {j for j in got if got[j] == got[k]}
            true = {j for j, other in enumerate(gold) if other.who == one.who}
            self.precision += len(mine & true) / len(mine)
            self.recall += len(mine & true) / len(true)
            self.names += 1

    @property
    def f1(self) -> float:
        """F1 in [0, 1]."""
        return 2 * self.precision * self.recall / max(1e-9, self.names * (self.precision + self.recall))

    def line(self) -> str:
        """Precision, recall and F1 in percent."""
        count = max(1, self.names)
        return f"{100 * self.precision / count:5.1f} {100 * self.recall / count:5.1f} {100 * self.f1:5.1f}"
