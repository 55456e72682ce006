"""The vocabulary of edits (words/en/revise.toml): hedges, negations, ladders of strength, cues, notices."""

import tomllib
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import RecordError

Phrase = tuple[str, ...]


@cache
def edit_words() -> dict[str, Any]:
    """The tables of words/en/revise.toml."""
    found = tomllib.loads(files("sayso.weigh").joinpath("words/en/revise.toml").read_text("utf-8"))
    if missing := {"hedges", "negations", "ladders", "cues", "notices"} - found.keys():
        raise RecordError(f"the vocabulary en/revise.toml lacks {sorted(missing)[0]!r}")
    return found


def phrases(listed: Iterable[str]) -> tuple[Phrase, ...]:
    """Phrases as runs of words, the longest first."""
    return tuple(sorted({tuple(one.split()) for one in listed}, key=lambda one: (-len(one), one)))


def found_in(said: Sequence[str], wanted: Collection[Phrase]) -> tuple[Phrase, ...]:
    """The phrases that stand in a run of words, each as often as it does, the longest taken at every place."""
    by_first: dict[str, list[Phrase]] = {}
    for one in wanted:
        by_first.setdefault(one[0], []).append(one)
    found, at = [], 0
    while at < len(said):
        here = (one for one in by_first.get(said[at], ()) if tuple(said[at : at + len(one)]) == one)
        longest = max(here, key=len, default=None)
        if longest:
            found.append(longest)
        at += len(longest) if longest else 1
    return tuple(found)


@cache
def listed(name: str) -> tuple[Phrase, ...]:
    """A list of revise.toml ("hedges", "notices.marks") as phrases."""
    table: Any = edit_words()
    for part in name.split("."):
        table = table[part]
    return phrases(table)


@cache
def ladders() -> tuple[tuple[tuple[Phrase, ...], ...], ...]:
    """Every ladder, its steps from strong to weak; the verbs that attribute are the last."""
    steps: list[list[list[str]]] = [*edit_words()["ladders"], edit_words()["cues"]]
    return tuple(tuple(phrases(step) for step in ladder) for ladder in steps)
