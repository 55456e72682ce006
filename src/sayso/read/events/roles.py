"""Who does and who undergoes an event: the nearest mentions before and behind its trigger."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.read.events.triggers import Trigger
from sayso.read.times.dates import WEEKDAYS
from sayso.read.tokens import Token, index_at, low
from sayso.read.words import words as vocabulary
from sayso.record import Mention, Quantity, Role

_BE = frozenset(vocabulary("events")["moods"]["be"])
_STOP = frozenset(vocabulary("numbers")["counted"]["stop"])
_BREAKS = (";", ":", "–", "—", '"', "“", "”")
_HELPS = _BE | frozenset(vocabulary("events")["moods"]["helps"])
_ARTICLES = frozenset(vocabulary("numbers")["cues"]["determiners"]) | {"a", "an"}
_WORDS = 5  # words that name a thing, at most
_REACH = 14  # tokens from a trigger to who takes part


def roles(
    line: Sequence[Token],
    trigger: Trigger,
    bounds: tuple[int, int],
    mentions: Sequence[Mention],
    held: Sequence[Quantity],
) -> tuple[Role, ...]:
    """Actor and target of a trigger within `bounds` (tokens of its sentence); `mentions` in page order.

    `held` are its quantities: what they count stands for a participant that nothing names ("drones"). A passive turns
    the two round; its actor follows "by".
    """
    by = _by(line, trigger, bounds[1], mentions)
    if not trigger.verb:
        return _with("actor", by)
    subject = _subject(line, trigger, bounds[0], mentions)
    if is_passive(line, trigger):
        return (*_with("actor", by), *_with("target", _counted(line, trigger, held, ahead=False) or subject))
    target = _counted(line, trigger, held, ahead=True) or _things(line, trigger.last, bounds[1], mentions)
    return (*_with("actor", subject), *_with("target", target))


def is_passive(line: Sequence[Token], trigger: Trigger) -> bool:
    """Whether a form of "be" stands before a participle, adverbs aside; "killed" alone after a number is one too."""
    if not trigger.participle:
        return False
    for k in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        if line[k].low in _BE:
            return True
        if not line[k].low.endswith("ly") and line[k].low not in ("also", "not", "later", "then"):
            return False
    return False


def _with(part: str, one: Mention | str | None) -> tuple[Role, ...]:
    if one is None:
        return ()
    return (Role(part=part, name=one) if isinstance(one, str) else Role(part=part, mention_id=one.id),)


def _counted(line: Sequence[Token], trigger: Trigger, held: Sequence[Quantity], *, ahead: bool) -> str | None:
    """What the nearest quantity on one side of a trigger counts, where it stands close to it."""
    for quantity in held if ahead else reversed(held):
        k = index_at(line, quantity.span.start)
        gap = k - trigger.last if ahead else trigger.first - k
        if 0 <= gap <= 6 and quantity.counts and not quantity.unit and quantity.counts != "age":
            return quantity.counts
    return None


def _subject(line: Sequence[Token], trigger: Trigger, first: int, mentions: Sequence[Mention]) -> Mention | str | None:
    """Who stands before a verb and its helping words: a mention, else the words that name a thing ("air defence").

    Where another clause stands between, the nearest mention before it.
    """
    last = trigger.first
    while last > first and (line[last - 1].low in _HELPS or line[last - 1].low.endswith("ly")):
        last -= 1
    start = last
    while start > first and last - start < _WORDS and line[start - 1].is_word and line[start - 1].low not in _STOP:
        start -= 1
        found = _mention_at(line[start], mentions)
        if found and found.span.end <= line[trigger.first].start:
            return found
    if start < last:
        return " ".join(token.word for token in line[start:last])
    for k in range(last - 1, max(first, last - _REACH) - 1, -1):
        if line[k].word in _BREAKS:
            return None
        found = _mention_at(line[k], mentions)
        if found:
            return found
    return None


def _things(line: Sequence[Token], at: int, last: int, mentions: Sequence[Mention]) -> Mention | str | None:
    """Who or what stands right behind a verb, articles and one "with" or "against" aside."""
    at += low(line, at) in ("with", "against")
    while at < last and low(line, at) in _ARTICLES:
        at += 1
    end = at
    while end < last and end - at < _WORDS and line[end].is_word and line[end].low not in _STOP:
        found = _mention_at(line[end], mentions)
        if found and found.span.start >= line[at].start:
            return found
        if end > at and line[end].low.endswith("ly"):
            break
        end += 1
    return " ".join(token.word for token in line[at:end]) if end > at and line[at].low not in WEEKDAYS else None


def _mention_at(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a token stands in."""
    k = bisect_left(mentions, token.end, key=lambda mention: mention.span.start) - 1
    return mentions[k] if k >= 0 and mentions[k].span.end >= token.end else None


def _by(line: Sequence[Token], trigger: Trigger, end: int, mentions: Sequence[Mention]) -> Mention | str | None:
    """Who follows "by"."""
    for k in range(trigger.last, min(end, trigger.last + _REACH)):
        if low(line, k) == "by":
            return _things(line, k + 1, end, mentions)
        if line[k].word in (",", *_BREAKS):
            return None
    return None
