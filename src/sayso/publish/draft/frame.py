"""The words of a draft that are not the record's: frames, verbs that may stand as printed, words it never has."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WORDS = files("sayso.publish").joinpath("words/en/draft.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The vocabulary of one language; `frames` are sentence patterns by name."""

    frames: dict[str, str]
    as_printed: frozenset[str]
    said: str
    told: str
    accorded: frozenset[str]
    denies: frozenset[str]
    whole: frozenset[str]
    says: dict[str, str]
    many: frozenset[str]
    objects: frozenset[str]
    phrases: tuple[str, ...]
    inside: frozenset[str]
    never: tuple[str, ...]
    leaning: frozenset[str]
    articles: frozenset[str]
    openings: frozenset[str]
    bodies: frozenset[str]
    plain: frozenset[str]
    months: tuple[str, ...]

    def say(self, name: str, **words: str) -> str:
        """A pattern filled with words of the record; what stands in braces in these is left alone."""
        return self.frames[name].format_map(words)


@cache
def frame() -> Frame:
    """The English one, the only one so far."""
    told: dict[str, Any] = tomllib.loads(WORDS.read_text("utf-8"))
    verbs = told["verbs"]
    return Frame(
        frames=told["frames"],
        as_printed=frozenset(verbs["as_printed"]),
        said=verbs["said"],
        told=verbs["told"],
        accorded=frozenset(verbs["accorded"]),
        denies=frozenset(verbs["denies"]),
        whole=frozenset(verbs["whole"]),
        says=verbs["says"],
        many=frozenset(verbs["many"]),
        objects=frozenset(verbs["objects"]),
        phrases=tuple(told["leaning"]["phrases"]),
        inside=frozenset(told["leaning"]["inside"]),
        never=tuple(told["never"]["stems"]),
        leaning=frozenset(told["leaning"]["first"]),
        articles=frozenset(told["articles"]["words"]),
        openings=frozenset(told["openings"]["words"]),
        bodies=frozenset(told["bodies"]["words"]),
        plain=frozenset(told["plain"]["words"]),
        months=tuple(told["months"]["names"]),
    )
