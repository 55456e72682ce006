"""Scores of the weighing: pure functions of what was found and what is true."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

Interval = tuple[int, int]
Disputed = tuple[str, str, str]  # left, right, kind
Thing = TypeVar("Thing", bound=Hashable)


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, each in [0, 1]."""

    precision: float
    recall: float
    f1: float


def b_cubed(found: Mapping[Thing, Hashable], truth: Mapping[Thing, Hashable]) -> Score:
    """B³ of a grouping (item → group) over the items of `truth`; an item not found is a group of its own.

    After Bagga and Baldwin 1998: for each item the share of its found group that is of its true one, and the reverse.
    """
    if not truth:
        return Score(1.0, 1.0, 1.0)
    ours = {item: ("found", found[item]) if item in found else ("alone", item) for item in truth}
    both = Counter((ours[item], truth[item]) for item in truth)
    size_found, size_true = Counter(ours.values()), Counter(truth[item] for item in truth)
    precision = sum(both[ours[item], truth[item]] / size_found[ours[item]] for item in truth) / len(truth)
    recall = sum(both[ours[item], truth[item]] / size_true[truth[item]] for item in truth) / len(truth)
    return Score(precision, recall, _f1(precision, recall))


def macro_f1(found: Sequence[Hashable], truth: Sequence[Hashable]) -> float:
    """The mean F1 over the labels that occur in `truth`; raises ValueError where the lengths differ."""
    pairs = list(zip(found, truth, strict=True))
    labels = dict.fromkeys(truth)
    if not labels:
        return 1.0
    total = 0.0
    for label in labels:
        hit = sum(got == want == label for got, want in pairs)
        total += 2 * hit / (sum(got == label for got, _ in pairs) + sum(want == label for _, want in pairs))
    return total / len(labels)


def interval_exact(found: Sequence[Interval], truth: Sequence[Interval]) -> float:
    """The share of points whose origins [low, high] are the true ones, both ends."""
    return _share(got == want for got, want in zip(found, truth, strict=True))


def false_independence(found: Sequence[Interval], truth: Sequence[Interval]) -> float:
    """The share of points whose low is above the true one: origins that are none. The error that matters most."""
    return _share(got[0] > want[0] for got, want in zip(found, truth, strict=True))


def false_dependence(found: Sequence[Interval], truth: Sequence[Interval]) -> float:
    """The share of points whose low is under the true one: independent origins taken for one."""
    return _share(got[0] < want[0] for got, want in zip(found, truth, strict=True))


def coverage(found: Sequence[Interval], truth: Sequence[Interval]) -> float:
    """The share of points whose interval holds the whole true one."""
    return _share(got[0] <= want[0] and want[1] <= got[1] for got, want in zip(found, truth, strict=True))


def mean_width(found: Sequence[Interval]) -> float:
    """How wide the intervals are: high less low, on average."""
    return sum(high - low for low, high in found) / len(found) if found else 0.0


def matched(found: Collection[Thing], truth: Collection[Thing], optional: Collection[Thing] = ()) -> Score:
    """Precision and recall of a set, such as edges (from, to) or disputes; `optional` is neither missing nor wrong.

    Nothing found where nothing is true is right.
    """
    ours, wanted = set(found), set(truth) - set(optional)
    judged = ours - set(optional)
    hit = len(judged & wanted)
    precision = hit / len(judged) if judged else 1.0
    recall = hit / len(wanted) if wanted else 1.0
    return Score(precision, recall, _f1(precision, recall))


def pooled(cases: Mapping[str, tuple[Collection[Thing], Collection[Thing], Collection[Thing]]]) -> Score:
    """`matched` over all cases together (name → found, truth, optional), each thing kept to its case."""
    parts: defaultdict[int, list[tuple[str, Thing]]] = defaultdict(list)
    for name, case in cases.items():
        for at, things in enumerate(case):
            parts[at] += [(name, thing) for thing in things]
    return matched(parts[0], parts[1], parts[2])


def disputes_f1(cases: Mapping[str, tuple[Collection[Disputed], Collection[Disputed]]]) -> float:
    """F1 of disputes (left, right, kind) over all cases; which of the two points stands left does not matter."""

    def unordered(disputes: Collection[Disputed]) -> set[Disputed]:
        return {(min(left, right), max(left, right), kind) for left, right, kind in disputes}

    return pooled({name: (unordered(got), unordered(want), set()) for name, (got, want) in cases.items()}).f1


class Placed(Protocol):
    """A thing found or labelled in a text, with places that may meet another's."""

    @property
    def optional(self) -> bool: ...

    def meets(self, other: Any) -> bool: ...


def by_meeting(texts: Iterable[tuple[Sequence[Placed], Sequence[Placed]]]) -> Score:
    """Precision over what was found, recall over the labels, of (found, labels) of every text.

    A found thing is right where it meets a label, a label found where something meets it; optional labels are not
    judged, nor is what meets nothing but them.
    """
    right = judged = hit = wanted = 0
    for found, labels in texts:
        for one in found:
            met = [label for label in labels if one.meets(label)]
            if not met or not all(label.optional for label in met):
                judged, right = judged + 1, right + bool(met)
        sure = [label for label in labels if not label.optional]
        wanted, hit = wanted + len(sure), hit + sum(any(one.meets(label) for one in found) for label in sure)
    precision, recall = right / judged if judged else 1.0, hit / wanted if wanted else 1.0
    return Score(precision, recall, _f1(precision, recall))


def _share(hits: Iterable[bool]) -> float:
    every = list(hits)
    return sum(every) / len(every) if every else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
