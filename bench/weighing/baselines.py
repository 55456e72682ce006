"""How others count independent sources, re-implemented from their description: each is a function of pages.

The pages are those that carry a point; what comes back is the number of sources behind it. None of them knows claims,
attributions or families beyond what its docstring says. `wires` are names of agencies; left out, the four that the
peers know. In a world of invented outlets, give them that world's agencies: a peer with its list grown to fit.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import Any

from sayso.record.fold import folded, words

WIRES = ("Reuters", "Associated Press", "AFP", "UPI")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page as these count it; `family` is its publisher where known, `published` an ISO time."""

    outlet: str
    headline: str
    body: str
    family: str | None = None
    published: str | None = None


Baseline = Callable[[Sequence[Printed]], int]


def outlet_count(pages: Sequence[Printed]) -> int:
    """Every outlet is a source."""
    return len({folded(page.outlet) for page in pages})


def family_count(pages: Sequence[Printed]) -> int:
    """Every publisher is a source (WorldMonitor)."""
    return len({folded(page.family or page.outlet) for page in pages})


def headline_clusters(pages: Sequence[Printed], wires: Sequence[str] = WIRES) -> int:
    """Clusters of headlines with a Jaccard of .55 or more; pages of a wire's own site are one (corroborate-mcp)."""
    names = {folded(wire) for wire in wires}
    heads = [frozenset(words(page.headline)) for page in pages]
    outlets = [folded(page.outlet) for page in pages]
    links = [(i, j) for i, j in combinations(range(len(pages)), 2) if jaccard(heads[i], heads[j]) >= 0.55]
    links += [(i, j) for i, j in combinations(range(len(pages)), 2) if outlets[i] == outlets[j] and outlets[i] in names]
    return joined(len(pages), links)


def wire_and_grams(pages: Sequence[Printed], wires: Sequence[str] = WIRES) -> int:
    """Documents joined by union-find: the same wire named, or a word 4-gram Jaccard of .78 or more (Noesis)."""
    named = [frozenset(_named(page, wires)) for page in pages]
    rows = [grams(page.body, 4) for page in pages]
    pairs = list(combinations(range(len(pages)), 2))
    links = [(i, j) for i, j in pairs if named[i] & named[j] or jaccard(rows[i], rows[j]) >= 0.78]
    links += [(i, j) for i, j in pairs if folded(pages[i].outlet) == folded(pages[j].outlet)]
    return joined(len(pages), links)


def minhash_clusters(pages: Sequence[Printed]) -> int:
    """Bodies joined where the MinHash (128 permutations) of their word 3-grams has a Jaccard of .5 or more.

    Raises ModuleNotFoundError without `rensa` (bench/weighing/requirements.txt).
    """
    from rensa import RMinHash

    sketches: list[Any] = []
    for page in pages:
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update([" ".join(gram) for gram in sorted(grams(page.body, 3))])
        sketches.append(sketch)
    pairs = combinations(range(len(pages)), 2)
    return joined(len(pages), [(i, j) for i, j in pairs if sketches[i].jaccard(sketches[j]) >= 0.5])


BASELINES: Mapping[str, Baseline] = MappingProxyType(
    {
        "outlets": outlet_count,
        "publisher families": family_count,
        "headlines .55": headline_clusters,
        "four wires, 4-grams .78": wire_and_grams,
        "MinHash .5": minhash_clusters,
    }
)


def grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """The word n-grams of a text; a text of fewer words is one gram."""
    run = words(text)
    return frozenset(run[at : at + size] for at in range(max(1, len(run) - size + 1)))


def jaccard(left: frozenset[Hashable], right: frozenset[Hashable]) -> float:
    """Shared over all; two empty sets share nothing."""
    both = len(left | right)
    return len(left & right) / both if both else 0.0


def joined(size: int, links: Sequence[tuple[int, int]]) -> int:
    """How many groups are left of `size` things when linked ones are one group (union-find)."""
    up = list(range(size))

    def top(at: int) -> int:
        while up[at] != at:
            up[at] = up[up[at]]
            at = up[at]
        return at

    for left, right in links:
        up[top(left)] = top(right)
    return len({top(at) for at in range(size)})


def _named(page: Printed, wires: Sequence[str]) -> Iterator[str]:
    """The wires that a page names anywhere or is."""
    whole = " ".join((page.outlet, page.headline, page.body))
    return (wire for wire in wires if _wire(wire).search(whole))


@cache
def _wire(name: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + re.escape(name) + r"(?!\w)", re.I)
