"""What a page calls a company or a body beside its name: "the airline Norfly", "Norfly, which makes gliders"."""

import re
from collections.abc import Sequence

from sayso.read.names.people import CALLED, EITHER
from sayso.read.names.runs import CALENDAR, Word, words_of
from sayso.read.words import phrases
from sayso.record import Span

_DETERMINERS = frozenset({"the", "a", "an"}) | frozenset(phrases("grammar", "owned"))
_STOPS = (
    frozenset(phrases("grammar", "breaks"))
    | frozenset(phrases("grammar", "prepositions"))
    | frozenset(phrases("grammar", "past_verbs"))
)
_AFTER = re.compile(
    r",\s+(?:the|an?|its|one\s+of\s+the|[A-Z][\w’'-]*['’]s)\s+((?:[\w’'-]+\s+){0,5}?[\w’'-]+)"
    r"(?=\s*[,.;]|\s+(?:of|in|for|that|which|behind|based|owned|run)\b)"
)
_OWNERS = frozenset({"of", "at", "for", "in", "with", "from", "near", "outside", "inside"})
LONGEST = 6  # words of a description before a name


def before(text: str, row: Sequence[Word], k: int) -> Span | None:
    """The description right before word `k` whose head is a body's ("health insurer", "Mining group")."""
    if k == 0 or row[k - 1].owns or text[row[k - 1].end : row[k].start].strip():
        return None
    return _headed(text, row, k)


def front(text: str, row: Sequence[Word], k: int) -> Span | None:
    """The description before a comma and word `k` ("Her employer, Basalt Minerals,")."""
    if k < 2 or text[row[k - 1].end : row[k].start].strip() != "," or row[k - 1].owns:
        return None
    found = _headed(text, row, k)
    j = next((n for n in range(k - 1, -1, -1) if found and row[n].end <= found.start), -1)
    if j < 0 or not (row[j].low in _DETERMINERS or row[j].owns):
        return None
    one_of = j > 1 and row[j - 1].low == "of" and row[j - 2].low in {"one", "another", "two"}
    return None if j and row[j - 1].low in _OWNERS and not one_of else found  # "the owner of the hotel, Ada Lind"


def _headed(text: str, row: Sequence[Word], k: int) -> Span | None:
    """The words before word `k` that end in a body's head, back to their article; the head alone where none is near."""
    head = row[k - 1]
    if head.low not in CALLED | EITHER or (head.capital and k > 1):
        return None
    start = k - 1
    while start and k - start < LONGEST and not text[row[start - 1].end : row[start].start].strip():
        lead = row[start - 1]
        if lead.low in _DETERMINERS or lead.owns or lead.text[0].isdigit() or lead.low in CALENDAR:
            break
        if lead.low in _STOPS:
            return Span(head.start, head.end) if head.low in CALLED and start < k - 1 else None
        start -= 1
    return Span(row[start].start, head.end)


def after(text: str, end: int, limit: int, *, several: bool) -> Span | None:
    """The description in an apposition after a name: "Norfly, the island's biggest airline, said".

    After a name of `several` words an owner or a maker may be a person.
    """
    found = _AFTER.match(text, end, min(limit, end + 160))
    if not found:
        return None
    words = words_of(text, Span(found.start(1), found.end(1)))
    fits = CALLED if several else CALLED | EITHER
    headed = words and words[-1].low in fits and not words[-1].capital
    return Span(words[0].start, words[-1].end) if headed else None
