"""Makes src/sayso/read/models/body.npz from labelled pages: `python -m training.pages.train DATA [--check FOLDS]`.

DATA is a folder with pages/ and newspages/ (HTML with the text of its article). `--check` measures by
cross-validation over sites first: every page is judged by networks that have seen no page of its site.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.pages.measure import Score, overlap, score

from sayso.read.anatomy.html.body import settle
from sayso.read.anatomy.html.chooser import FILE, Net, with_context
from training.pages.fit import fit
from training.pages.labels import Labelled, pages

OUT = Path(__file__).parents[2] / "src" / "sayso" / "read" / "models" / FILE
SEEDS = (1, 2, 3)


def main() -> None:
    """Reads the pages, checks if asked, fits on all of them and writes the weights."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("data", type=Path)
    ask.add_argument("--check", type=int, default=0, metavar="FOLDS", help="cross-validate over this many folds first")
    ask.add_argument("--dry", action="store_true", help="write nothing")
    told = ask.parse_args()
    labelled = list(pages(told.data))
    if told.check:
        for source, found in check(labelled, told.check).items():
            print(f"{source:10s} F1 {found.f1:.4f}  precision {found.precision:.4f}  recall {found.recall:.4f}")
    if not told.dry:
        first, second = fit(labelled, seeds=SEEDS)
        write(first, second)
        print(f"wrote {OUT} ({OUT.stat().st_size} bytes) from {len(labelled)} pages")


def check(labelled: Sequence[Labelled], folds: int, seed: int = 0) -> dict[str, Score]:
    """The benchmark's measure on each set, every page judged by networks that never saw its site."""
    sites = sorted({page.site for page in labelled})
    random.Random(seed).shuffle(sites)
    fold = {site: number % folds for number, site in enumerate(sites)}
    found: dict[str, list[tuple[float, float, float]]] = {}
    for number in range(folds):
        nets = fit([page for page in labelled if fold[page.site] != number], seeds=SEEDS)
        for page in labelled:
            if fold[page.site] == number:
                found.setdefault(page.source, []).append(overlap(page.gold, taken(page, nets)))
    return {source: score(overlaps) for source, overlaps in found.items()}


def taken(page: Labelled, nets: tuple[Net, Net]) -> str:
    """The body of a page as two networks choose it."""
    first, second = nets
    likely = second(with_context(page.traits, first(page.traits.rows)))
    blocks = [page.tree.blocks[index] for index in np.flatnonzero(settle(page.tree, likely, page.traits.size))]
    return "\n".join(page.tree.words(block) for block in blocks)


def write(first: Net, second: Net) -> None:
    """Keeps the weights as half floats."""
    held = {f"{name}_{part}": value for name, net in (("first", first), ("second", second))
            for part, value in net._asdict().items()}  # fmt: skip
    OUT.parent.mkdir(exist_ok=True)
    np.savez_compressed(OUT, **{name: np.asarray(value, np.float16) for name, value in held.items()})


if __name__ == "__main__":
    main()
