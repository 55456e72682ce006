"""How likely each block of a page is body: two small networks, one after the other.

The first judges a block by its traits, the second by its traits and what the first thought of the blocks around it.
Each is the mean of a few networks with one hidden layer. training/pages makes the weights from labelled pages.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.read.anatomy.html.traits import Floats, Traits

FILE = "body.npz"
_ROWS = 8  # OpenBLAS threads a product of more than 262,144 multiplications
_REACH = 4  # blocks to either side whose first judgement the second network sees
_ABOVE = 3  # boxes up whose mean first judgement it sees


class Net(NamedTuple):
    """Networks side by side: traits x hidden, hidden, hidden, one; `out` takes their mean."""

    into: Floats
    bias: Floats
    out: Floats
    offset: Floats

    def __call__(self, rows: Floats) -> Floats:
        """The log odds of each row.

        A few rows at a time: products this small stay on one core, so the odds are the same on every machine.
        """
        count, width = rows.shape
        stack = np.zeros((-(-count // _ROWS), _ROWS, width), np.float32)
        stack.reshape(-1, width)[:count] = rows
        odds: Floats = np.maximum(stack @ self.into + self.bias, 0) @ self.out + self.offset
        return odds.reshape(-1)[:count]


@cache
def nets() -> tuple[Net, Net]:
    """The two networks; raises ModelError where their file is missing or damaged."""
    file = files("sayso.read").joinpath("models", FILE)
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
            first, second = (
                Net(*(held[f"{name}_{part}"].astype(np.float32) for part in Net._fields))
                for name in ("first", "second")
            )
    except (OSError, ValueError, KeyError) as err:
        raise ModelError(f"the weights that choose a page's body cannot be read ({err}): reinstall sayso") from err
    return first, second


def odds(traits: Traits) -> Floats:
    """The log odds that each block is body."""
    first, second = nets()
    return second(with_context(traits, first(traits.rows)))


def with_context(traits: Traits, thought: Floats) -> Floats:
    """The traits with what a first network thought (log odds) of each block's neighbours and boxes."""
    count, size, above = len(thought), traits.size, traits.above
    judged = np.tanh(thought / 4)
    padded = np.full(count + 2 * _REACH, -1, np.float32)
    padded[_REACH:-_REACH] = judged
    columns: list[npt.NDArray[np.floating]] = [padded[step : step + count] for step in range(2 * _REACH + 1)]
    box = traits.box
    for _ in range(_ABOVE):
        weight = np.bincount(box, size, len(above))
        columns.append((np.bincount(box, size * judged, len(above)) / np.maximum(weight, 1))[box])
        box = above[box]
    mass = size / (1 + np.exp(-thought))
    total = max(float(mass.sum()), 1.0)
    columns += [np.cumsum(mass) / total, mass / total, np.full(count, np.log1p(total) / 8)]
    return np.concatenate((traits.rows, np.stack(columns, axis=1)), axis=1, dtype=np.float32)
