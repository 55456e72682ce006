"""The one door to the encoder: word pieces in, what the attribution model thinks of each one out.

The network runs on one thread, one window at a time, never over two texts at once: a batch changes the last bits of
floats, and a page must read the same on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.read.attribute.pieces import CLS, SEP, Ints, Pieces, Span, pieces, windows

Floats = npt.NDArray[np.float32]

FOLDER = Path(__file__).parents[1] / "models"
SUMS = "SHA256SUMS"
SLOWER = ["SkipLayerNormFusion"]  # a sum and a norm in one step take four times what the two take (onnxruntime 1.32)
SIZE, OVERLAP = 254, 96  # pieces of a window, and shared by two neighbours
ROLES = ("source", "cue", "content")
OWNER, START, STOP = range(3)  # what a piece points at: the cue it is under; where the source of a cue starts, stops


@dataclass(frozen=True, slots=True)
class Window:
    """One pass of the network over pieces [start, end).

    `links` [3, size, size + 1] is the chance of each piece to point (OWNER, START, STOP) at nothing, in column 0, or at
    piece start + k - 1, in column k. `weight` [size] in (0, 1] falls towards the edges, where only one side is seen.
    """

    start: int
    end: int
    weight: Floats
    links: Floats


@dataclass(frozen=True, slots=True)
class Thought:
    """What the network thinks of a text: `tags` [3 roles, pieces, out / begin / inside] sum to 1 over the last axis."""

    pieces: Pieces
    tags: Floats
    windows: tuple[Window, ...]


class Encoder:
    """The attribution network and its tokenizer, loaded from a folder; raises ModelError if they cannot be."""

    def __init__(self, folder: Path = FOLDER, *, file: str = "attribution.onnx") -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        _unharmed(folder, "tokenizer.json", file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / file), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def __call__(self, text: str, blocks: Sequence[Span] | None = None) -> Thought:
        """Think over the `blocks` of a text (paragraph spans in reading order; default: its lines)."""
        row = pieces(text, self._tokenizer, blocks)
        total = np.zeros((len(ROLES), len(row), 3), dtype=np.float32)
        weights = np.zeros(len(row), dtype=np.float32)
        seen: list[Window] = []
        for start, end in windows(row.begins, size=SIZE, overlap=OVERLAP):
            tags, links = self._run(row, start, end)
            weight = _weight(end - start)
            total[:, start:end] += tags.transpose(1, 0, 2) * weight[None, :, None]
            weights[start:end] += weight
            seen.append(Window(start, end, weight, links))
        mean: Floats = (total / np.maximum(weights, 1e-6)[None, :, None]).astype(np.float32)
        return Thought(row, mean, tuple(seen))

    def _run(self, row: Pieces, start: int, end: int) -> tuple[Floats, Floats]:
        """Run one window; give tag logits [size, 3, 3] and links [size + 1, 6, width]."""
        size = end - start
        feed: dict[str, Ints] = {}
        for name in ("ids", "case", "quote", "begins"):
            feed[name] = np.zeros((1, size + 2), dtype=np.int64)
            feed[name][0, 1:-1] = getattr(row, name)[start:end]
        feed["ids"][0, 0], feed["ids"][0, -1] = CLS, SEP
        tags, links = self._session.run(["tags", "links"], feed)
        return tags[0, 1:-1], links[0, :, 1:-1, :-1]


def _weight(size: int) -> Floats:
    """Give how much each piece of a window of `size` pieces counts beside another window's view of it."""
    place = np.arange(size, dtype=np.float32)
    edge = np.minimum(place, size - 1 - place)
    return np.minimum(1.0, (1 + edge) / (OVERLAP / 2)).astype(np.float32)


def _unharmed(folder: Path, *names: str) -> None:
    """Raise ModelError unless each file is there and has the digest that SUMS gives for it."""
    try:
        lines = (folder / SUMS).read_text("ascii").splitlines()
        told = {name: digest for digest, name in (line.split() for line in lines)}
        found = {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}
    except (OSError, ValueError) as error:
        raise ModelError(f"the reading model in {folder} cannot be loaded ({error}): reinstall sayso") from error
    if damaged := [name for name in names if told.get(name) != found[name]]:
        raise ModelError(f"{folder / damaged[0]} is not the file that was shipped: reinstall sayso")


@cache
def encoder() -> Encoder:
    """Give the encoder that ships with Sayso, loaded once a process."""
    return Encoder()
