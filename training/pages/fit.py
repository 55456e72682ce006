"""Small networks fitted with numpy: one hidden layer, Adam, dropout on the input, a cosine rate."""

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.read.anatomy.html.chooser import Net, with_context
from training.pages.labels import Labelled

Floats = npt.NDArray[np.float32]
HIDDEN = (40, 20)  # of a first and a second network
EPOCHS, RATE, DECAY, DROPOUT, BATCH = 30, 2e-3, 3e-4, 0.2, 256
FOLDS = 3  # the second networks learn from what first ones think of pages they have not seen


def fit(pages: Sequence[Labelled], *, seeds: Sequence[int]) -> tuple[Net, Net]:
    """The mean of a first and a second network for each seed."""
    rows, body, weight = _all(pages)
    firsts = [network(rows, body, weight, HIDDEN[0], seed * 10 + 9) for seed in seeds]
    seconds = []
    for seed in seeds:
        thought = _unseen(pages, seed)
        seen = np.concatenate([with_context(page.traits, own) for page, own in zip(pages, thought, strict=True)])
        seconds.append(network(seen, body, weight, HIDDEN[1], seed * 10 + 8))
    return _mean(firsts), _mean(seconds)


def _unseen(pages: Sequence[Labelled], seed: int) -> list[Floats]:
    """What first networks think of the blocks of each page, none of them fitted to that page's site."""
    sites = sorted({page.site for page in pages})
    random.Random(seed).shuffle(sites)
    fold = {site: number % FOLDS for number, site in enumerate(sites)}
    nets = []
    for number in range(FOLDS):
        rest = [page for page in pages if fold[page.site] != number]
        nets.append(network(*_all(rest), HIDDEN[0], seed * 10 + number))
    return [nets[fold[page.site]](page.traits.rows) for page in pages]


def _all(pages: Sequence[Labelled]) -> tuple[Floats, Floats, Floats]:
    return (
        np.concatenate([page.traits.rows for page in pages]),
        np.concatenate([page.body for page in pages]),
        np.concatenate([page.weight for page in pages]),
    )


def _mean(nets: Sequence[Net]) -> Net:
    """One net that gives the mean of several."""
    return Net(
        np.concatenate([net.into for net in nets], axis=1),
        np.concatenate([net.bias for net in nets]),
        np.concatenate([net.out for net in nets]) / np.float32(len(nets)),
        np.asarray(np.mean([net.offset for net in nets]), np.float32),
    )


def network(rows: Floats, body: Floats, weight: Floats, hidden: int, seed: int) -> Net:
    """A network that tells body rows from others by weighted cross entropy; the same seed gives the same one."""
    dice = np.random.default_rng(seed)
    count, width = rows.shape
    parts = [
        dice.normal(0, width**-0.5, (width, hidden)), np.zeros(hidden),
        dice.normal(0, hidden**-0.5, hidden), np.zeros(()),
    ]  # fmt: skip
    parts = [part.astype(np.float32) for part in parts]
    means, squares = [np.zeros_like(p) for p in parts], [np.zeros_like(p) for p in parts]
    weight, step = weight / weight.mean(), 0
    for epoch in range(EPOCHS):
        rate = RATE * 0.5 * (1 + np.cos(np.pi * epoch / EPOCHS)) + 1e-5
        order = dice.permutation(count)
        for start in range(0, count, BATCH):
            pick = order[start : start + BATCH]
            given = rows[pick] * (dice.random((len(pick), width)) > DROPOUT) / np.float32(1 - DROPOUT)
            slopes = _slopes(parts, given.astype(np.float32), body[pick], weight[pick])
            step += 1
            for k, slope in enumerate(slopes):
                means[k] = 0.9 * means[k] + 0.1 * slope
                squares[k] = 0.999 * squares[k] + 0.001 * slope**2
                move = means[k] / (1 - 0.9**step) / (np.sqrt(squares[k] / (1 - 0.999**step)) + 1e-8)
                parts[k] = (parts[k] - rate * move).astype(np.float32)
    return Net(*parts)


def _slopes(parts: list[Floats], rows: Floats, body: Floats, weight: Floats) -> list[Floats]:
    """The gradient of the loss by each part of a network, weight decay included."""
    into, bias, out, offset = parts
    sums = rows @ into + bias
    held = np.maximum(sums, 0)
    off = (1 / (1 + np.exp(-(held @ out + offset))) - body) * weight / len(rows)
    back = np.outer(off, out) * (sums > 0)
    return [rows.T @ back + DECAY * into, back.sum(axis=0), held.T @ off + DECAY * out, off.sum()]
