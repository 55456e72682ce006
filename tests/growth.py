"""How the time of a call grows with its input, measured so that a busy machine does not fail an honest call."""

import time
from collections.abc import Callable

TRIES = 5


def growth(call: Callable[[int], object], size: int, *, times: int = 4) -> float:
    """CPU time at `times` × `size` over CPU time at `size`: about `times` for linear work, its square for quadratic.

    The least of several tries on each side, alternating, and the smallest of several ratios: noise only adds time.
    """
    ratios = []
    for _ in range(TRIES):
        small, big = [], []
        for _ in range(3):
            small.append(spent(call, size))
            big.append(spent(call, times * size))
        ratios.append(min(big) / max(min(small), 1e-4))
        if ratios[-1] < 1.5 * times:
            break
    return min(ratios)


def spent(call: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    call(size)
    return time.process_time() - start
