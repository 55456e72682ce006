"""The words that name somebody or something beside a trigger: a mention, else the words as printed."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.read.events.forms import TABLES
from sayso.read.numbers import number_at
from sayso.read.times.dates import MONTHS, WEEKDAYS
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary
from sayso.record import Mention

Named = Mention | str
_MOODS, _CLAUSES = TABLES["moods"], TABLES["clauses"]
HELPS = frozenset(_MOODS["helps"]) | frozenset(_MOODS["be"])
_STOP = frozenset(vocabulary("numbers")["counted"]["stop"]) | frozenset(_MOODS["finite"]) | frozenset(_MOODS["be"])
_ARTICLES = frozenset(vocabulary("numbers")["cues"]["determiners"]) | {"a", "an", "of", "both", "some", "least", "at"}
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_PLACES = frozenset(_CLAUSES["places"]) - {"of", "on"}
_NOT_VERBS = frozenset(_CLAUSES["not_verbs"])
_NOBODY = frozenset(("one", "nobody", "none", "dead", "whether"))
_WORDS = 5  # words that name a thing, at most


def thing(line: Sequence[Token], at: int, last: int, mentions: Sequence[Mention]) -> Named | None:
    """Who or what is named from token `at` on, articles and numbers aside; null where nothing is."""
    while at < last and (line[at].low in _ARTICLES or (number_at(line, at) and at + 1 < last)):
        at += 1
    end = _end(line, at, last)
    if end == at or line[at].low in _CALENDAR:
        return None
    if end == at + 1 and line[at].low in _NOBODY:
        return None
    later = _beside(line, end, last, mentions) if not line[end - 1].is_name else None
    return later or _of_words(line, at, _whole(line, at, end, last), mentions)


def before(line: Sequence[Token], end: int, first: int, mentions: Sequence[Mention]) -> Named | None:
    """Who or what is named right before token `end`."""
    start = end
    while start > first and end - start < _WORDS and line[start - 1].is_word and line[start - 1].low not in _STOP:
        start -= 1
    while start < end and (line[start].low in _ARTICLES or number_at(line, start)):
        start += 1
    if start == end or (end == start + 1 and line[start].low in _NOBODY | _CALENDAR):
        return None
    return _of_words(line, start, end, mentions)


def place(line: Sequence[Token], at: int, last: int) -> str | None:
    """The place that "in", "at", "near" and the like lead to among the tokens, as printed: it has a capital letter."""
    for k in range(at, last - 1):
        if line[k].low not in _PLACES:
            continue
        start = k + 1 + (low(line, k + 1) in _ARTICLES)
        end = start
        while (
            end < last
            and line[end].is_word
            and end - start < _WORDS
            and (line[end].is_name or line[end].low == "of" or line[end].low not in _STOP)
        ):
            end += 1
        names = [token for token in line[start:end] if token.is_name]
        if names and names[0].low not in _CALENDAR and not number_at(line, start):
            stop = max(j for j in range(start, end) if line[j].is_name or line[j].low not in _ARTICLES) + 1
            return " ".join(token.word for token in line[start:stop])
    return None


def is_verb(token: Token) -> bool:
    """Whether a word looks like a verb in the past: "resigned"."""
    return token.low.endswith("ed") and not token.is_name and token.low not in _NOT_VERBS


def mention_at(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a token stands in."""
    k = bisect_left(mentions, token.end, key=lambda mention: mention.span.start) - 1
    return mentions[k] if k >= 0 and mentions[k].span.end >= token.end else None


def _end(line: Sequence[Token], at: int, last: int) -> int:
    end = at
    while end < last and end - at < _WORDS and line[end].is_word and line[end].low not in _STOP:
        if end > at and (line[end].low.endswith("ly") or line[end].low in _CALENDAR or is_verb(line[end])):
            break
        end += 1
    return end


def _whole(line: Sequence[Token], at: int, end: int, last: int) -> int:
    """Where the name of a place that "of" ties to a plain word ends ("port of Karsk"), else `end`."""
    if low(line, end) != "of" or line[end - 1].is_name or end + 1 >= last or not line[end + 1].is_name:
        return end
    whole = end + 2
    while whole < last and whole - at < _WORDS and line[whole].is_name:
        whole += 1
    return whole


def _of_words(line: Sequence[Token], at: int, end: int, mentions: Sequence[Mention]) -> Named:
    """The mention at the end of the words, unless plain words follow its name ("Karsk power plant")."""
    found = mention_at(line[end - 1], mentions)
    if found and found.span.start > line[at].start and any(token.low == "of" for token in line[at:end]):
        return " ".join(token.word for token in line[at:end])  # "port of Karsk" is not Karsk
    if found is None and not any(token.is_name for token in line[at:end]):
        found = mention_at(line[at], mentions)
    return found or " ".join(token.word for token in line[at:end])


def _beside(line: Sequence[Token], end: int, last: int, mentions: Sequence[Mention]) -> Mention | None:
    """The name set beside a plain word: "his counterpart, Mira Sund,"."""
    if low(line, end) != "," or end + 1 >= last or not line[end + 1].is_name:
        return None
    found = mention_at(line[end + 1], mentions)
    close = end + 1
    while found and close < last and line[close].end <= found.span.end:
        close += 1
    return found if found and low(line, close) in (",", ".", "in", "on", "") else None
