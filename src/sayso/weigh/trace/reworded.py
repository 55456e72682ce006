"""Whether one sentence is taken from another, word for word or lightly reworded."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sayso.record import Reason
from sayso.weigh.trace.worded import Worded, worded

ENOUGH = 0.65  # from here on a passage counts as taken; tests/weigh/reworded_cases.toml says with what errors
# Shared wording, in words of a writer's choice: FACT comes with any short fact, FULL is more than chance gives.
FACT, FULL = 2.5, 8.0
RUN = 4  # words in a row that two writers share by chance
OF_RUN = 0.03  # a longer run of n words is worth this × n × (n - RUN) beside what its words weigh
ALONE = 0.6  # what a shared word is worth where no shared word stands near it in both


def same_passage(left: str, right: str) -> float:
    """How surely one sentence is taken from the other, in [0, 1]; from ENOUGH on it proves a copy.

    The order of clauses, tenses, dates, words for one another and numbers in words or figures are let pass. A short
    fact that two desks state in the words anybody would use stays under ENOUGH. The same either way round.
    """
    return taken(left, right).weight


def taken(left: str, right: str) -> Reason:
    """The same as `same_passage` with its reason: the shared words in `detail`."""
    one, other = sorted((worded(left), worded(right)), key=lambda row: [word.word for word in row])
    a, b = [word for word in one if word.weight], [word for word in other if word.weight]
    pairs = _matched([word.key for word in a], [word.key for word in b], 1)
    near = set(pairs)
    weights = [min(a[i].weight, b[j].weight) * (1.0 if _has_company(i, j, near) else ALONE) for i, j in pairs]
    whole = min(sum(word.weight for word in row) for row in (a, b)) or 1.0
    amount = sum(weights) + sum(OF_RUN * run * (run - RUN) for run in _runs(one, other))
    part = min(1.0, sum(weights) / whole)
    score = part * min(1.0, max(0.0, amount - FACT) / (FULL - FACT))
    return Reason(name="the same wording", weight=round(score, 4), detail=" ".join(a[i].word for i, _ in pairs))


class _Tile(NamedTuple):
    size: int
    left: int
    right: int


def _matched(left: Sequence[str], right: Sequence[str], least: int) -> list[tuple[int, int]]:
    """Places of equal keys, each used once, longest runs first: whole clauses may have moved."""
    used_left, used_right = set[int](), set[int]()
    found = []
    for tile in sorted(_tiles(left, right), key=lambda tile: (-tile.size, tile.left, tile.right)):
        rows = [(tile.left + k, tile.right + k) for k in range(tile.size)]
        free = [(i, j) for i, j in rows if i not in used_left and j not in used_right]
        if len(free) >= least:
            found += free
            used_left.update(i for i, _ in free)
            used_right.update(j for _, j in free)
    return sorted(found)


def _tiles(left: Sequence[str], right: Sequence[str]) -> list[_Tile]:
    """The longest common runs, each as it ends."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(right):
        places[key].append(at)
    tiles, before = [], dict[int, int]()
    for i, key in enumerate(left):
        now = {j: before.get(j - 1, 0) + 1 for j in places.get(key, ())}
        tiles += [_Tile(size, i - size, j - size + 1) for j, size in before.items() if j + 1 not in now]
        before = now
    end = len(left)
    return tiles + [_Tile(size, end - size, j - size + 1) for j, size in before.items()]


def _runs(left: Sequence[Worded], right: Sequence[Worded]) -> list[int]:
    """The lengths of runs of the same words, function words and all, longer than RUN."""
    pairs = _matched([word.word for word in left], [word.word for word in right], RUN + 1)
    runs, last = list[int](), (-2, -2)
    for i, j in pairs:
        if runs and (i - 1, j - 1) == last:
            runs[-1] += 1
        else:
            runs.append(1)
        last = i, j
    return runs


def _has_company(i: int, j: int, pairs: set[tuple[int, int]]) -> bool:
    """Whether another shared word stands within two words in both sentences."""
    steps = (-2, -1, 1, 2)
    return any((i + k, j + m) in pairs for k in steps for m in steps)
