"""How the time of a call grows with its input, measured so that a busy machine does not fail an honest call."""

import time
from collections.abc import Callable

TRIES = 10
SETUP = 0.02  # seconds at the smaller size under which a first try says nothing


def growth(call: Callable[[int], object], size: int, *, times: int = 4) -> float:
    """CPU time at `times` × `size` over CPU time at `size`: about `times` for linear work, its square for quadratic.

    The least of up to ten tries on each side, alternating, for noise only adds time; an honest call ends at the first
    try or the third, and only one that seems to grow too fast is tried to the end.
    """
    small, big, ratio = float("inf"), float("inf"), float("inf")
    for tried in range(TRIES):
        small, big = min(small, spent(call, size)), min(big, spent(call, times * size))
        ratio = big / max(small, 1e-3)
        if ratio < 1.5 * times and (small > SETUP or tried > 1):
            break
    return ratio


def spent(call: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    call(size)
    return time.process_time() - start
