"""Descriptions that stand for somebody: "the ministry", "one source close to the talks", "minister" in a headline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.names.gazette import AGAIN
from sayso.read.names.people import (
    CALLED,
    CROWD,
    DOCUMENTS,
    EITHER,
    EPITHETS,
    KINDS_OF,
    OFFICE_HEADS,
    OFFICES,
    OFFICIALS,
    ORGANISATION_HEADS,
    PAIRED,
    PERSON_HEADS,
    ROLES,
    UNNAMED,
)  # fmt: skip
from sayso.read.names.runs import CALENDAR, Word
from sayso.read.verbs import ATTITUDES, SAID_FORMS, forms
from sayso.read.words import phrases
from sayso.record import Span

HEADS = (EPITHETS | PAIRED | CALLED | EITHER | KINDS_OF.keys()).union(
    phrase.split()[-1]
    for phrase in UNNAMED | OFFICIALS | CROWD | OFFICES | ROLES | OFFICE_HEADS | ORGANISATION_HEADS | DOCUMENTS | AGAIN
) - frozenset(phrases("grammar", "no_heads"))
DEFINITE = frozenset(phrases("grammar", "definite"))
INDEFINITE = frozenset(phrases("grammar", "indefinite"))
OWNED = frozenset(phrases("grammar", "owned"))
PREPOSITIONS = frozenset(phrases("grammar", "prepositions"))
BREAKS = PREPOSITIONS | frozenset(phrases("grammar", "breaks"))
INVERTS = frozenset(form for base in phrases("speech", "inverts") for form in forms(base)[1:3])
TELLS = frozenset(
    form for verb in ("tell", "inform", "brief", "remind", "assure", "warn", "notify", "advise") for form in forms(verb)
)
COUNTING = frozenset({"dozens", "scores", "hundreds", "thousands", "number", "couple", "handful", "group", "pair"})
_BASES = frozenset(form for form in SAID_FORMS | ATTITUDES if forms(form)[1] in SAID_FORMS | ATTITUDES)
_ENDING = BREAKS | SAID_FORMS | ATTITUDES
_GOING_ON, _STOPPING = HEADS - BREAKS, _ENDING - _BASES
_PAST = frozenset(phrases("grammar", "past_verbs"))
_HELPING = frozenset(phrases("grammar", "helpers"))
_FINITE = frozenset(phrases("grammar", "breaks")) - frozenset({"and", "or", "who", "which", "that", "not"})
_AFTER = (
    frozenset(phrases("grammar", "helpers"))
    | frozenset(phrases("grammar", "modifiers"))
    | frozenset(phrases("grammar", "past_verbs"))
)
_AFTER_HEADS = frozenset(phrases("grammar", "modifiers")) - {"which", "that", "whose"}
_NO_VERB = frozenset({"to", "not", "the", "a", "be", "been", "is", "was", "were", "are"})
AGED = re.compile(r"\d{1,3}-year-old")
_PARENTS = frozenset({"mother", "father", "parent", "mum", "dad", "mom", "grandmother", "grandfather", "parents"})
_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
REACH = 14  # words between the head of a speaking description and its verb


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase without a name at its head: its words from article to head, and how it is used.

    `definite` with "the" or "this"; `bare` without any article; `speaks` where a verb of saying or "according to" is
    its own; `full` is the phrase with its modifiers ("familiar with the talks"); `owned` where somebody's name or "her"
    stands before it; `parent` of so many children ("mother of three"); `opens` where it is the first of its sentence.
    """

    span: Span
    head: str
    low: tuple[str, ...]
    definite: bool
    bare: bool
    speaks: bool
    full: Span
    owned: bool = False
    parent: bool = False
    opens: bool = False


def descriptions(text: str, row: Sequence[Word]) -> Iterator[Description]:
    """The descriptions in a row of words, in order; those inside longer ones too."""
    for k, word in enumerate(row):
        if (word.low not in HEADS and not AGED.fullmatch(word.low) and not _counted_subject(text, row, k)) or (
            word.capital and k and not _held_office(text, row, k)
        ):
            continue
        if k + 1 < len(row) and row[k + 1].low in HEADS and not _gap(text, word, row[k + 1]) and not word.owns:
            continue
        if modifies(text, row, k) or (word.low == "two" and not _the_two(row, k)):
            continue
        start = _left(text, row, k)
        low = tuple(one.low for one in row[start : k + 1])
        owned = low[0] in OWNED or bool(start and row[start - 1].owns and not _gap(text, row[start - 1], row[start]))
        if low[0] in OWNED or (k and row[start - 1].owns and start and not _gap(text, row[start - 1], row[start])):
            first = low[0] in OWNED
            low = low[1:] if first and len(low) > 1 else low
        last, speaks = _right(text, row, k), _speaks(text, row, start, k)
        yield Description(
            span=Span(row[start].start, word.end),
            head=word.low,
            low=low,
            definite=low[0] in DEFINITE,
            bare=low[0] not in DEFINITE | INDEFINITE | OWNED and not low[0].isdigit(),
            speaks=speaks,
            full=Span(row[_owner(text, row, start)].start, row[last if speaks else _quiet(row, k, last)].end),
            owned=owned,
            parent=k + 2 < len(row) and word.low in _PARENTS and row[k + 1].low == "of" and row[k + 2].low in _NUMBERS,
            opens=start == 0,
        )


def _the_two(row: Sequence[Word], k: int) -> bool:
    """Whether "two" is nobody's number ("the two said", not "two of the aides")."""
    return k > 0 and row[k - 1].low in DEFINITE and not (k + 1 < len(row) and row[k + 1].low == "of")


def _held_office(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether a capitalised head is an office with "the" before it and no name after it ("the Prime Minister said")."""
    if row[k].low not in PERSON_HEADS or (
        k + 1 < len(row) and row[k + 1].capital and not _gap(text, row[k], row[k + 1])
    ):
        return False
    return row[_left(text, row, k)].low in DEFINITE


def _counted_subject(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether an unlisted word is somebody all the same: "one rower said"."""
    if (
        k == 0
        or k + 1 == len(row)
        or not (row[k + 1].low in SAID_FORMS or _acts(row, k))
        or _gap(text, row[k], row[k + 1])
        or row[k].capital
    ):
        return False
    start = k
    while start and k - start < 3 and not _gap(text, row[start - 1], row[start]) and row[start - 1].low not in _ENDING:
        start -= 1
    return start < k and row[start].low in INDEFINITE and row[k].low not in _ENDING and not row[k].low.endswith("ly")


def _acts(row: Sequence[Word], k: int) -> bool:
    """Whether counted ones open the sentence and do something ("Three climbers walked")."""
    word, verb = row[k], row[k + 1]
    done = verb.low in _PAST or verb.low.endswith("ed") or verb.low in {"have", "had", "were", "are"}
    return row[0].low in _NUMBERS and k < 4 and word.low.endswith("s") and done


def modifies(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether word `k` only goes on to the noun after it ("military presence")."""
    if k + 1 == len(row) or row[k].owns or _gap(text, row[k], row[k + 1]):
        return row[k].owns
    after = row[k + 1]
    known = after.low in _ENDING or after.low in _AFTER or after.low.endswith(("ly", "ing")) or after.capital
    return not (known or after.low.endswith("ed") or after.text[0].isdigit())


def _gap(text: str, a: Word, b: Word) -> str:
    gap = text[a.end + 2 * a.owns : b.start].strip()
    return "" if gap in {"’", "'"} and a.low.endswith("s") and b.capital else gap  # "the Farmers' Alliance"


def _left(text: str, row: Sequence[Word], k: int) -> int:
    """The index of the first word of the phrase whose head is word `k`."""
    start = k
    while start and k - start < 7:
        word = row[start - 1]
        if _gap(text, word, row[start]) or word.owns and word.low not in OWNED:
            break
        counted = word.low == "of" and start > 1 and row[start - 2].low in COUNTING
        if not counted and word.low not in _GOING_ON and word.low in _STOPPING:
            break
        start -= 1
        if word.low in DEFINITE or word.low in {"a", "an"} or word.low in OWNED:
            if start and row[start - 1].low in {"all", "both"} and not _gap(text, row[start - 1], row[start]):
                start -= 1
            break
    return start


def _owner(text: str, row: Sequence[Word], start: int) -> int:
    """The index of the first word of who owns what begins at word `start` ("the host's spokeswoman")."""
    if not start or not row[start - 1].owns or row[start - 1].low in OWNED or _gap(text, row[start - 1], row[start]):
        return start
    first = start - 1
    while first and start - first < 5 and not _gap(text, row[first - 1], row[first]):
        lead = row[first - 1]
        if lead.low in _ENDING or lead.owns:
            break
        first -= 1
        if lead.low in DEFINITE or lead.low in {"a", "an"}:
            break
    return first


def _right(text: str, row: Sequence[Word], k: int) -> int:
    """The index of the last word of what modifies the head: up to punctuation or a verb of saying."""
    end, who, said = k, False, False
    if k + 1 < len(row) and row[k + 1].low in PREPOSITIONS | _AFTER_HEADS:
        while end + 1 < len(row) and end - k < REACH and not _gap(text, row[end], row[end + 1]):
            word = row[end + 1]
            who = who or word.low in {"who", "whose", "which", "that"}
            if word.low in _FINITE and not who:
                break
            if word.low in SAID_FORMS and row[end].low not in _NO_VERB and (not who or said):
                break
            # the relative clause has its own verb first ("who attended", "who asked not to be named")
            said = said or (who and (word.low in _ENDING | _PAST or word.low.endswith("ed")) and word.low not in BREAKS)
            end += 1
    return end


def _quiet(row: Sequence[Word], k: int, last: int) -> int:
    """The index before the verb of a head that says nothing ("a woman in a red coat | stopped the tram")."""
    for n in range(k + 1, last + 1):
        low = row[n].low
        if low in {"who", "whose", "which", "that"}:
            return last
        verb = low in _PAST or low in SAID_FORMS or (low.endswith("ed") and len(low) > 4)
        if verb and low not in _AFTER_HEADS and row[n - 1].low not in PREPOSITIONS | {"the", "a", "an"}:
            return n - 1
    return last


def _clause_ends(text: str, row: Sequence[Word], last: int) -> bool:
    """Whether nothing but time or place follows word `last` ("…, said one source on Friday")."""
    after = last + 1
    return after == len(row) or bool(_gap(text, row[last], row[after])) or row[after].low in PREPOSITIONS | CALENDAR


def _past_apposition(text: str, row: Sequence[Word], k: int) -> int:
    """The index after "…, who runs the mill," where word `k` follows a comma; the end where no second comma comes."""
    for n in range(k + 1, min(len(row), k + REACH)):
        gap = _gap(text, row[n - 1], row[n])
        if gap:
            return n if gap == "," else len(row)
    return len(row)


def _speaks(text: str, row: Sequence[Word], start: int, k: int) -> bool:
    """Whether the phrase from `start` to its head `k` is the subject of a verb of saying, or who is accorded with."""
    if start > 1 and row[start - 1].low == "of" and row[start - 2].low in INDEFINITE:
        start -= 2  # "according to two of the people"
    if start:
        lead = row[start - 1]
        joined = not _gap(text, lead, row[start])
        if joined and lead.low == "to" and start > 1 and row[start - 2].low == "according":
            return True
        if joined and lead.low in PREPOSITIONS | TELLS:
            return False
        if joined and lead.low in INVERTS and _clause_ends(text, row, _right(text, row, k)):
            return True
    last = _right(text, row, k)
    after = last + 1
    if after < len(row) and _gap(text, row[last], row[after]) == ",":
        after = _past_apposition(text, row, after)
    while after < len(row) and row[after].low in _HELPING:
        after += 1
    if after < len(row) and row[after].low in SAID_FORMS and row[after].text != "States":
        return not _gap(text, row[after - 1], row[after]) or _gap(text, row[after - 1], row[after]) == ","
    return False
