"""What pages name without a word of what it is, loaded from words/en/known.toml and regions.toml."""

from collections.abc import Sequence

from sayso.errors import RecordError
from sayso.read.words import words


def _list(topic: str, table: str) -> frozenset[str]:
    found = words(topic).get(table)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise RecordError(f"the vocabulary en/{topic}.toml has no list of names {table!r}")
    return frozenset(found)


def _several(groups: frozenset[str]) -> frozenset[str]:
    """The names of groups with their plurals."""
    return groups | {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in groups}


REGIONS = _list("regions", "continents") | _list("regions", "states") | _list("regions", "cities")
QUARTERS = _list("regions", "quarters")
SHORT = frozenset(one.lower() for one in _list("regions", "short"))
POSTAL = _list("regions", "postal")
BODIES = _list("known", "bodies")
PEOPLE = _list("known", "people")
ALSO_PEOPLE = _list("regions", "also_people")
GROUPS = _several(_list("known", "groups"))
THINGS = _list("known", "things")
WHOLE = _list("known", "whole")
LETTERS = _list("known", "letters")


def is_region(name: Sequence[str]) -> bool:
    """Whether a name is a place's on record, or a quarter of one ("South Florida")."""
    return " ".join(name) in REGIONS or (
        len(name) > 1 and name[0].lower() in QUARTERS and " ".join(name[1:]) in REGIONS
    )


def is_thing(name: Sequence[str]) -> bool:
    """Whether a name is a law's, a day's, a prize's or another thing's by its end, or by all of it."""
    return " ".join(name) in WHOLE or (len(name) > 1 and name[-1].lower() in THINGS)
