"""How many people a phrase counts: "two aides", "at least three", "dozens of residents"."""

import re
from collections.abc import Mapping

from sayso.errors import RecordError
from sayso.read.names.people import CROWD, OFFICES, OFFICIALS, ROLES, UNNAMED
from sayso.read.verbs import any_of
from sayso.read.words import phrases, words

Count = tuple[int, int | None]

_PLURALS = frozenset(phrases("grammar", "plurals"))
_PEOPLE = UNNAMED | OFFICIALS | CROWD
_LOOSE = frozenset(phrases("people", "loose"))
_OPEN = phrases("people", "at_least")
_OVER = phrases("people", "more_than")
_CALLINGS = ROLES | OFFICES
_SHARE = re.compile(rf"(?:[\w.,-]{{1,20}}\s+){{0,3}}?(?:[\d.]{{1,6}}\s?%|(?:{any_of(phrases('people', 'shares'))})\b)")
FEW = 12  # up to so many counted people are persons without names; more are a crowd


def _counts() -> Mapping[str, Count]:
    table = words("people").get("counts")
    if not isinstance(table, Mapping):
        raise RecordError("the vocabulary en/people.toml has no table counts")
    out: dict[str, Count] = {}
    for phrase, ends in table.items():
        if not isinstance(ends, list) or len(ends) not in {1, 2} or not all(type(end) is int for end in ends):
            raise RecordError(
                f"the vocabulary en/people.toml counts {phrase!r} as {ends!r}, not as [low] or [low, high]"
            )
        out[phrase] = (ends[0], ends[1] if len(ends) == 2 else None)
    return out


COUNTS = _counts()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER = (
    rf"(?:(?:{any_of(_TENS)})(?:-\w{{3,5}})?|(?:\w{{3,7}}\s+)?dozen|{any_of(COUNTS)}|\d{{1,3}}(?:,\d{{3}})?)(?![\w-])"
)
_LEAD = (
    r"(?:(?:all|the|these|those|its|his|her|their|our|other|nearly|about|around|almost|roughly|approximately|perhaps|"
    r"only|just)\s+){0,3}"
)
_SOME = r"(?:(?:some|any)\s+(?=\d|twen|thir|for|fif|six|seven|eigh|nine))?"
_BETWEEN = rf"(?P<between>between\s+)?(?P<low>{_NUMBER})\s+(?P<by>or|to|and)\s+(?P<high>{_NUMBER})"
_RANGE = re.compile(rf"{_LEAD}{_BETWEEN}\s")
_COUNTED = re.compile(rf"(?:(?P<open>{any_of(_OPEN)})\s+|(?P<over>{any_of(_OVER)})\s+)?{_LEAD}{_SOME}(?P<n>{_NUMBER})")
_PLAIN = re.compile(rf"(?P<open>)(?P<over>)(?P<n>{_NUMBER})")


def count_of(phrase: str) -> Count | None:
    """How many the phrase counts by its first words, as (low, high); a null high is open, None counts none."""
    found = _counting(phrase)
    return found[0] if found else None


def counted_few(phrase: str) -> bool:
    """Whether the phrase counts people one by one, no more than twelve of them: "two", "several", "at least five"."""
    found = _counting(phrase)
    return found is not None and found[0][0] <= FEW and found[1] not in _LOOSE


def _counting(phrase: str) -> tuple[Count, str] | None:
    """What the phrase counts, and the word that says so."""
    low = " ".join(phrase.lower().split())
    if is_share(low):
        return (2, None), "percent"
    if found := _RANGE.match(low):
        ends = _number(found.group("low")), _number(found.group("high"))
        if ends[0] and ends[1] and ends[0][0] < ends[1][0] and (found.group("between") or found.group("by") != "and"):
            return (ends[0][0], ends[1][0]), found.group("low")
    found = _COUNTED.match(low) or _PLAIN.match(low)
    count = _number(found.group("n")) if found else None
    if found is None or count is None:
        return None
    if found.group("over"):
        return (count[0] + (count[1] is not None), None), found.group("n")
    return ((count[0], None) if found.group("open") else count), found.group("n")


def is_share(phrase: str) -> bool:
    """Whether a phrase begins with a share of people ("42 percent", "another 19% of voters", "two-thirds of")."""
    return bool(_SHARE.match(phrase.lower()))


def is_plural(head: str, low: tuple[str, ...]) -> bool:
    """Whether a description stands for several people."""
    if head in _PLURALS:
        return head != "police"
    if head.endswith("s") and (head in _PEOPLE or head[:-1] in _CALLINGS):
        return head not in ROLES | OFFICES
    return (
        bool(low)
        and low[0] in {"these", "those", "two", "three", "several", "both", "many", "some"}
        and head.endswith("s")
    )


def _number(said: str) -> Count | None:
    """What a number word, digits, or a word of the vocabulary counts."""
    if said in COUNTS:
        return COUNTS[said]
    digits = said.replace(",", "")
    if digits.isdigit():
        return int(digits), int(digits)
    if said.endswith("dozen"):
        times = COUNTS.get(said.split()[0])
        return None if times is None else (12 * times[0], 12 * times[1] if times[1] is not None else None)
    tens, _, units = said.partition("-")
    if tens in _TENS:
        count = _TENS[tens] + (COUNTS[units][0] if units in COUNTS else 0)
        return count, count
    return None
