"""What a trained network thinks of texts, kept as soft labels for a smaller one to learn from.

`python -m training.teach CHECKPOINT --data DIR --out OUT [--more FOLDER …]` labels DIR/train/text/*.txt and every
*.txt below each FOLDER (texts without labels), and can be stopped and taken up: each text is a file of its own in OUT.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

from sayso.read.attribute.model import OVERLAP, SIZE, Floats, Thought, Window, _weight
from sayso.read.attribute.pieces import CLS, SEP, Pieces, Span, pieces, windows
from training.data import Soft
from training.network import Network, shape_of

LEAST = 0.01  # the least chance of a link that is kept
BATCH = 16


class Mind:
    """A network of training/ as a thing to call with a text, like `sayso.read.attribute.model.Encoder`."""

    def __init__(self, checkpoint: Path, tokenizer: object, *, half: bool = True, overlap: int = OVERLAP) -> None:
        weights = torch.load(checkpoint, weights_only=True)["average"]
        self.net = Network(shape_of(weights)).eval()
        self.net.load_state_dict(weights)
        self.tokenizer, self.half, self.overlap = tokenizer, half, overlap

    def __call__(self, text: str, blocks: Sequence[Span] | None = None) -> Thought:
        """Think over the blocks of a text."""
        return self.over(pieces(text, self.tokenizer, blocks))

    @torch.no_grad()
    def over(self, row: Pieces) -> Thought:
        """Think over a text in pieces."""
        spans = list(windows(row.begins, size=SIZE, overlap=self.overlap))
        total, weights = np.zeros((3, len(row), 3), dtype=np.float32), np.zeros(len(row), dtype=np.float32)
        seen: list[Window] = []
        for k in range(0, len(spans), BATCH):
            for span, tags, links in self._run(row, spans[k : k + BATCH]):
                weight = _weight(span[1] - span[0])
                total[:, span[0] : span[1]] += tags.transpose(1, 0, 2) * weight[None, :, None]
                weights[span[0] : span[1]] += weight
                seen.append(Window(*span, weight, links))
        mean: Floats = (total / np.maximum(weights, 1e-6)[None, :, None]).astype(np.float32)
        return Thought(row, mean, tuple(seen))

    def _run(self, row: Pieces, spans: Sequence[Span]) -> Iterator[tuple[Span, Floats, Floats]]:
        n = max(b - a for a, b in spans) + 2
        feed = {name: torch.zeros(len(spans), n, dtype=torch.long) for name in ("ids", "case", "quote", "begins")}
        mask = torch.zeros(len(spans), n, dtype=torch.bool)
        for k, (a, b) in enumerate(spans):
            for name, table in feed.items():
                table[k, 1 : b - a + 1] = torch.from_numpy(getattr(row, name)[a:b])
            feed["ids"][k, 0], feed["ids"][k, b - a + 1], mask[k, : b - a + 2] = CLS, SEP, True
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.half):
            tags, scores = self.net(*feed.values(), mask)
        tags = tags.float().softmax(-1)
        scores = scores.float().masked_fill(~mask[:, None, None, :], -1e4).softmax(-1)
        for k, (a, b) in enumerate(spans):
            yield (a, b), tags[k, 1 : b - a + 1].numpy(), scores[k, :, 1 : b - a + 1, : b - a + 1].numpy()


def soften(thought: Thought) -> Soft:
    """Give the soft labels in a thought; a piece's links are those of the window whose middle it is nearest to."""
    size = len(thought.pieces)
    best, weight = np.full(size, -1), np.zeros(size, dtype=np.float32)
    for k, window in enumerate(thought.windows):
        here = np.arange(window.start, window.end)
        better = window.weight > weight[here]
        best[here[better]], weight[here[better]] = k, window.weight[better]
    rows, chances = [], []
    for k, window in enumerate(thought.windows):
        mine = np.flatnonzero(best[window.start : window.end] == k)
        head, i, j = np.nonzero(window.links[:, mine] >= LEAST)
        chances.append(window.links[head, mine[i], j])
        rows.append(np.stack((head, mine[i] + window.start, np.where(j == 0, -1, j - 1 + window.start)), axis=1))
    link = np.concatenate(rows) if rows else np.zeros((0, 3))
    return Soft(thought.tags, link.astype(np.int64), np.concatenate(chances) if chances else np.zeros(0, np.float32))


def key(text: str) -> str:
    """Give the name under which a text's soft labels are kept."""
    return sha256(text.encode()).hexdigest()[:24]


def write(soft: Soft, path: Path) -> None:
    """Write soft labels, whole or not at all."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        np.savez(
            file,
            tags=soft.tags.astype(np.float16),
            link=soft.link.astype(np.int32),
            chance=soft.chance.astype(np.float16),
        )
    new.replace(path)


def read(path: Path) -> Soft:
    """Read soft labels."""
    with np.load(path) as file:
        return Soft(file["tags"].astype(np.float32), file["link"].astype(np.int64), file["chance"].astype(np.float32))


def texts(folder: Path) -> Iterator[str]:
    """Give every text below a folder."""
    for path in sorted(folder.rglob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            yield file.read()


def main() -> None:
    """Label all texts that are not labelled yet."""
    from training.train import tokenizer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--overlap", type=int, default=64, help="pieces that two windows share")
    parser.add_argument("--share", type=int, nargs=2, default=(0, 1), metavar=("K", "N"), help="the Kth of N shares")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    mind, began = Mind(args.checkpoint, tokenizer(), overlap=args.overlap), time.time()
    todo = [text for folder in (args.data / "train" / "text", *args.more) for text in texts(folder)]
    todo = todo[args.share[0] :: args.share[1]]
    for k, text in enumerate(todo, 1):
        path = args.out / f"{key(text)}.npz"
        if not path.exists():
            write(soften(mind(text)), path)
        if k % 50 == 0 or k == len(todo):
            print(f"{k} of {len(todo)} texts, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
