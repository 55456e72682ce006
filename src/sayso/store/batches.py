"""Ids in parts that fit one statement."""

from collections.abc import Collection
from itertools import islice

BATCH = 500  # ids in one statement; databases allow 999 and more


def batches(ids: Collection[str]) -> list[list[str]]:
    """The ids, each once, in parts that fit one statement."""
    left = iter(dict.fromkeys(ids))
    return list(iter(lambda: list(islice(left, BATCH)), []))
