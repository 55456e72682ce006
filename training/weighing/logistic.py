"""Softmax regression with a penalty on its weights: numpy alone, the same result every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
STEPS = 600
RATE = 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model: `weights` [labels, measures] and `bias` [labels] over measures less `means`, by `scales`."""

    labels: tuple[str, ...]
    means: Floats
    scales: Floats
    weights: Floats
    bias: Floats

    def chances(self, rows: Floats) -> Floats:
        """The chance of each label for each row [rows, labels]."""
        return _softmax((rows - self.means) / self.scales @ self.weights.T + self.bias)

    def best(self, rows: Floats) -> list[str]:
        """The likeliest label of each row."""
        return [self.labels[k] for k in self.chances(rows).argmax(axis=1)]


def fit(rows: Floats, truth: Sequence[str], share: Floats, labels: Sequence[str], penalty: float) -> Fitted:
    """Fit by accelerated gradient descent; `share` weighs the rows, `penalty` the squared weights."""
    means, spread = rows.mean(axis=0), rows.std(axis=0)
    scales = np.where(spread > 1e-9, spread, 1.0)
    x = (rows - means) / scales
    want = np.array([[float(label == one) for one in labels] for label in truth])
    share = share / share.sum()
    bound = float(np.linalg.eigvalsh((x * share[:, None]).T @ x)[-1]) * RATE + penalty + RATE
    weights, bias = np.zeros((len(labels), x.shape[1])), np.zeros(len(labels))
    ahead_w, ahead_b, pace = weights, bias, 1.0
    for _ in range(STEPS):
        miss = (_softmax(x @ ahead_w.T + ahead_b) - want) * share[:, None]
        new_w = ahead_w - (miss.T @ x + penalty * ahead_w) / bound
        new_b = ahead_b - miss.sum(axis=0) / bound
        next_pace = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        push = (pace - 1) / next_pace
        ahead_w, ahead_b = new_w + push * (new_w - weights), new_b + push * (new_b - bias)
        weights, bias, pace = new_w, new_b, next_pace
    return Fitted(tuple(labels), means, scales, weights, bias)


def rows_of(found: Sequence[Mapping[str, float]]) -> tuple[tuple[str, ...], Floats]:
    """Names and values of measures [rows, names]."""
    names = tuple(found[0])
    return names, np.array([[row[name] for name in names] for row in found])


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances
