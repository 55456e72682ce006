"""Who does and who undergoes an event: the nearest mentions before and behind its trigger."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.read.tokens import Token, index_at, low
from sayso.read.triggers import Trigger
from sayso.read.words import words as vocabulary
from sayso.record import Mention, Quantity, Role

_BE = frozenset(vocabulary("events")["moods"]["be"])
_STOP = frozenset(vocabulary("numbers")["counted"]["stop"])
_BREAKS = (";", ":", "–", "—", '"', "“", "”")
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
    before = _named(line, trigger.first - 1, bounds[0] - 1, -1, mentions)
    behind = _named(line, trigger.last, bounds[1], 1, mentions)
    if not trigger.verb:
        return _with("actor", _by(line, trigger, bounds[1], mentions))
    if is_passive(line, trigger):
        target = _counted(line, trigger, held, ahead=False) or before
        return (*_with("actor", _by(line, trigger, bounds[1], mentions)), *_with("target", target))
    return (*_with("actor", before), *_with("target", _counted(line, trigger, held, ahead=True) or behind))


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


def _named(line: Sequence[Token], at: int, end: int, step: int, mentions: Sequence[Mention]) -> Mention | str | None:
    """The nearest mention from `at` on, in one direction; else the nearest run of names."""
    for k in range(at, at + step * _REACH, step):
        if k == end or not 0 <= k < len(line) or line[k].word in _BREAKS:
            return None
        found = _mention_at(line[k], mentions)
        if found:
            return found
        if line[k].is_name and line[k].low not in _STOP and line[k].is_word:
            return _run(line, k, step)
        if step > 0 and line[k].word == ",":
            return None
    return None


def _mention_at(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a token stands in."""
    k = bisect_left(mentions, token.end, key=lambda mention: mention.span.start) - 1
    return mentions[k] if k >= 0 and mentions[k].span.end >= token.end else None


def _run(line: Sequence[Token], at: int, step: int) -> str:
    """The names in a row that a token belongs to."""
    first = last = at
    while step < 0 and first > 0 and line[first - 1].is_name and line[first - 1].low not in _STOP and at - first < 4:
        first -= 1
    while step > 0 and last + 1 < len(line) and line[last + 1].is_name and last - at < 4:
        last += 1
    return " ".join(token.word for token in line[first : last + 1])


def _by(line: Sequence[Token], trigger: Trigger, end: int, mentions: Sequence[Mention]) -> Mention | str | None:
    """Who follows "by"."""
    for k in range(trigger.last, min(end, trigger.last + _REACH)):
        if low(line, k) == "by":
            return _named(line, k + 1, end, 1, mentions)
        if line[k].word in (",", *_BREAKS):
            return None
    return None
