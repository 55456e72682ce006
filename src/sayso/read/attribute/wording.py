"""The vocabulary of the rules beside the learned model, loaded from words/en/reports.toml."""

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.errors import RecordError
from sayso.read.verbs import forms
from sayso.read.words import words


def listed(table: str, name: str) -> frozenset[str]:
    """A list of words inside a table of reports.toml; raises RecordError where there is none."""
    found = _table(table).get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/reports.toml has no list {table}.{name}")
    return frozenset(found)


def _table(name: str) -> Mapping[str, Any]:
    found = words("reports").get(name)
    if not isinstance(found, Mapping):
        raise RecordError(f"the vocabulary en/reports.toml has no table {name!r}")
    return found


def in_forms(bases: Iterable[str]) -> frozenset[str]:
    """Every form of the verbs."""
    return frozenset(form for base in bases for form in forms(base))


def _no_report() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for base in _table("no_report"):
        for form in forms(base):
            out[form] = listed("no_report", base)
    return out


NO_REPORT = _no_report()
ACTS = in_forms(listed("acts", "verbs"))
SEEING = in_forms(listed("acts", "seeing"))
UNNAMED_WORDS, UNNAMED_VERBS = listed("unnamed", "words"), in_forms(listed("unnamed", "verbs"))
ADVERBS, HEARSAY_VERBS, HEARSAY_NOUNS = (
    listed("hearsay", "adverbs"),
    in_forms(listed("hearsay", "verbs")),
    listed("hearsay", "nouns"),
)
REFUSALS, ASKED = listed("refusal", "phrases"), listed("refusal", "asked")
POINTING, PUT, RAN = listed("pointing", "nouns"), listed("pointing", "put"), listed("pointing", "ran")
SPEAKING, SPOKE, TURNS = listed("pointing", "speaking"), listed("pointing", "spoke"), listed("pointing", "turns")
ASKS, ANSWERS, TITLES = listed("turns", "asks"), listed("turns", "answers"), listed("turns", "titles")
BEFORE_TO, SIGHTS = in_forms(listed("hearsay", "before_to")), listed("sights", "nouns")
RECKONS, RECKONED = in_forms(listed("reckoned", "verbs")), listed("reckoned", "nouns")
COUNTS, COUNTERS = listed("counted", "verbs"), listed("counted", "heads")
FIRST_SAID, NODS, BROKE = listed("credited", "first"), listed("credited", "nods"), listed("credited", "broke")
OWN_VERBS, OWN_WORDS = listed("own_reporting", "verbs"), listed("own_reporting", "words")
BIDS = in_forms(listed("bidding", "verbs"))
PEOPLE_ENDINGS, NO_PEOPLE = tuple(sorted(listed("people", "endings"))), listed("people", "never")


def small(*names: str) -> frozenset[str]:
    """The small words that play these parts."""
    return frozenset[str]().union(*(listed("small", name) for name in names))
