"""Which verb a printed time belongs to: a date on the reporting verb dates the words, one in the words the event."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.times.printed import Printed
from sayso.read.times.reckon import stops
from sayso.read.tokens import Token, index_at, low
from sayso.read.words import words as vocabulary
from sayso.record import Span

_CUES = vocabulary("times")["cues"]
_OWN_CLAUSE, _SAYINGS = frozenset(_CUES["own_clause"]), frozenset(_CUES["sayings"])
_MADE, _ADVERBS = frozenset(_CUES["sayings_made"]), frozenset(_CUES["adverbs"])
_TO_SOMEBODY = frozenset(_CUES["to_somebody"])
_PAST = frozenset(_CUES["back"]) - {"had", "has", "have", "been", "since", "was", "were"}
_OPENS, _AFTER = frozenset(_CUES["opens"]), frozenset(_CUES["goes_on"])
_SHORT = 5  # words of an opening phrase that names a place alone: "In the town of Lorm"
_REACH = 16  # tokens from a reporting verb to its date: "told reporters at a briefing in Karsk on Monday"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb on the page: its words, and the content that it attributes."""

    span: Span
    content: tuple[Span, ...]


def dated_by(line: Sequence[Token], one: Printed, verbs: Sequence[Verb]) -> int | None:
    """The index of the verb that a printed time dates, or None: it dates something that is told."""
    if _is_stamp(line, one):
        return None
    span = one.span(line)
    within = [k for k, verb in enumerate(verbs) if verb.span.start < span.start < verb.span.end]
    if within:
        return within[0]  # "said Friday" is one cue
    before = [k for k, verb in enumerate(verbs) if verb.span.end <= span.start]
    after = [k for k, verb in enumerate(verbs) if verb.span.start >= span.end]
    if before:
        nearest = max(before, key=lambda k: verbs[k].span.end)
        if _follows(line, one, verbs[nearest]):
            return nearest
    if after:
        nearest = min(after, key=lambda k: verbs[k].span.start)
        if _leads(line, one, verbs[nearest]) and not _told_without(span, verbs[nearest], verbs):
            return nearest
    return None


def _is_stamp(line: Sequence[Token], one: Printed) -> bool:
    """Whether a clock only opens a post: "11:02 — The army says", "9:40 a.m. The bridge is closed"."""
    after = line[one.last] if one.last < len(line) else None
    return one.kind == "clock" and one.first == 0 and after is not None and (after.is_name or after.word in "-–—|:·")


def _told_without(span: Span, verb: Verb, verbs: Sequence[Verb]) -> bool:
    """Whether a time stands in some content that does not hold the verb too."""
    return any(_is_in(span, other.content) and not _is_in(verb.span, other.content) for other in verbs)


def _is_in(span: Span, content: Sequence[Span]) -> bool:
    return any(piece.holds(span) for piece in content)


def _between(line: Sequence[Token], start: int, end: int) -> range:
    """The tokens of the page between two offsets."""
    return range(index_at(line, start), index_at(line, end))


def _follows(line: Sequence[Token], one: Printed, verb: Verb) -> bool:
    """Whether a time stands behind a reporting verb as its own: "said on Tuesday", "reported on Nov. 9 that"."""
    span = one.span(line)
    gap = _between(line, verb.span.end, span.start)
    if len(gap) > _REACH or any(stops(line, k) for k in gap):
        return False
    words = [line[k].low for k in gap]
    close = all(word in _ADVERBS for word in words)
    if _is_owner(line, one) and not _dates_saying(line, one):
        return False
    if _is_in(span, verb.content):
        return (close and _is_border(line, one) and not line[one.last - 1].low.endswith("'s")) or _tells_somebody(
            line, one, verb, words
        )
    between = [piece for piece in verb.content if verb.span.end <= piece.start < span.start]
    if between:  # what is said stands between: the time is the verb's where it follows at once, outside
        tail = [line[k].low for k in _between(line, between[-1].end, span.start)]
        if set(tail) & _SAYINGS and not set(tail) & _OWN_CLAUSE and len(tail) <= 8:
            return True  # "called for a truce in a statement read out on Sunday"
        return all(
            line[k].low in _ADVERBS or line[k].word in "\"”'’." for k in _between(line, between[-1].end, span.start)
        )
    if close or _dates_saying(line, one):
        return not set(words) & _OWN_CLAUSE - {"that"} or close
    if (
        set(words) & (_OWN_CLAUSE - {"from"})
        or "from" in words[-2:]
        or low(line, one.first - 1) in ("the", "a", "an", "'s")
    ):
        return False
    return all(not _is_verb(line, k) for k in gap)


def _tells_somebody(line: Sequence[Token], one: Printed, verb: Verb, words: Sequence[str]) -> bool:
    """Whether only those who are told stand before a time: "promised shareholders on Saturday to work"."""
    head = line[index_at(line, verb.span.end) - 1].low
    if head not in _TO_SOMEBODY or words[-1:] != ["on"] and low(line, one.first) in ("on", "in"):
        return False
    free = not set(words) & _OWN_CLAUSE and all(word.isalpha() or word in {"-", "'s"} for word in words)
    return free and low(line, one.last) in ("to", "of", "that", "not")


def _is_verb(line: Sequence[Token], at: int) -> bool:
    """Whether a word looks like a verb of its own: a past form that does not date what is said."""
    word = line[at].low
    if word in _PAST and word not in _MADE:
        return True
    return word.endswith("ed") and len(word) > 4 and line[at].word.islower() and word not in _MADE


def _is_border(line: Sequence[Token], one: Printed) -> bool:
    """Whether what follows begins the words said: "said Tuesday that", "said Tuesday the plan"."""
    if one.last >= len(line):
        return False
    after = line[one.last]
    return after.low in _AFTER or after.is_name or after.word in "\"“,.”'‘`"


def _is_owner(line: Sequence[Token], one: Printed) -> bool:
    """Whether a time owns what follows: "Tuesday's vote"; or stands between an article and a noun: "the 2022 law"."""
    if line[one.last - 1].low.endswith("'s"):
        return True
    before = low(line, one.first - 1)
    return before in ("the", "a", "an", "its", "their", "his", "her") and low(line, one.last).isalpha() and (
        low(line, one.last) not in _AFTER
    )  # fmt: skip


def _dates_saying(line: Sequence[Token], one: Printed) -> bool:
    """Whether a time dates an occasion of saying: "a Nov. 8 interview", "Tuesday's televised speech"."""
    owns = line[one.last - 1].low.endswith("'s") and low(line, one.first - 1) == "in"
    if owns and one.last < len(line) and line[one.last].is_name:
        return True  # "in Saturday's Gazette"
    for k in range(one.last, min(len(line), one.last + 3)):
        if line[k].low in _SAYINGS:
            return True
        if not (line[k].is_word or line[k].word == "-"):
            return False
    return False


def _is_free(line: Sequence[Token], one: Printed, *, comma: bool) -> bool:
    """Whether a time right before a verb is that verb's: not one about the speaker ("who came on Monday, said")."""
    k = one.first - 1
    if low(line, k) in ("since", "until", "from", "to", "between", "of", "before", "after"):
        return False
    while k >= 0 and line[k].low in _OPENS and one.first - k < 6:
        k -= 1
    opens = k < 0 or stops(line, k) or line[k].word in ',:"“”'
    if comma:
        return opens
    if low(line, k) in ("who", "which"):
        return True  # "who in 2030 said"
    clause = range(max(0, k - _REACH), k + 1)
    return opens or not any(line[j].low in ("who", "which", "whose", "that", "when", "after", "before") for j in clause)


def _leads(line: Sequence[Token], one: Printed, verb: Verb) -> bool:
    """Whether a time stands before a reporting verb as its own: "On Nov. 7, he told", "The court on Monday said"."""
    span = one.span(line)
    if any(span.end <= piece.start < verb.span.start for piece in verb.content):
        return False
    gap = _between(line, span.end, verb.span.start)
    if any(stops(line, k) for k in gap):
        return False
    if len(gap) <= 3 and all(line[k].low in _ADVERBS or line[k].word == "," for k in gap):
        return _is_free(line, one, comma=any(line[k].word == "," for k in gap))
    if _is_owner(line, one) and not _dates_saying(line, one):
        return False
    k = one.first - 1
    while k >= 0 and line[k].low in _OPENS | _SAYINGS | _MADE and one.first - k < 8:
        k -= 1
    opens = k < 0 or stops(line, k) or line[k].word in "\"“”'‘’)—:"
    opens = opens or (line[k].word == "," and low(line, k + 1) in ("and", "but"))
    return (opens or _closes_opening(line, one)) and len(gap) <= 2 * _REACH


def _closes_opening(line: Sequence[Token], one: Printed) -> bool:
    """Whether a time closes an opening phrase: "In Karsk last week, he", "In a speech in Lorm, Karsk, Friday, he"."""
    if all(low(line, k) != "," for k in range(one.last, one.last + _SHORT)):
        return False
    k = one.first - 1
    while k >= 0 and one.first - k < _REACH and not stops(line, k):
        k -= 1
    words = [line[j].low for j in range(k + 1, one.first)]
    if (
        words[:1]
        not in (
            ["in"],
            ["at"],
            ["during"],
            ["on"],
            ["speaking"],
            ["writing"],
            ["appearing"],
            ["talking"],
            ["interviewed"],
        )
        or len(words) >= _REACH
    ):
        return False
    if set(words) & _OWN_CLAUSE - {"about", "from"} or any(_is_verb(line, j) for j in range(k + 1, one.first)):
        return False
    return len(words) <= _SHORT or words[0] == "speaking" or bool(set(words) & _SAYINGS)
