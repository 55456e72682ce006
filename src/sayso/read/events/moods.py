"""Whether an event is said to have happened, to be planned, demanded, possible or supposed, or not to have been."""

from collections.abc import Sequence

from sayso.read.events.forms import TABLES, inflected
from sayso.read.events.triggers import Trigger
from sayso.read.tokens import Token, low
from sayso.record import Modality, Polarity

_MOODS = TABLES["moods"]
_NEGATIVE, _IF = frozenset(_MOODS["negative"]), frozenset(_MOODS["hypothetical"])
_PLANNED = frozenset(_MOODS["will"]) | frozenset(_MOODS["would"]) | frozenset(_MOODS["planned"])
_POSSIBLE = frozenset(_MOODS["possible"]) | frozenset(_MOODS["potential"]) | frozenset(_MOODS["possible_verbs"])
_MUST, _DONE = frozenset(_MOODS["must"]), frozenset(_MOODS["infinitive_happened"])
_FEARED, _SKIPPED = frozenset(_MOODS["potential"]), frozenset(TABLES["words"]["articles"])
_ENDS_SUBJECT = frozenset(TABLES["clauses"]["relatives"]) | {"that", "and", "by"}
_BREAKS = (",", ";", ":", "–", "—", "(", "but", "while", "although")
_REACH = 10  # tokens before a trigger that say how it is meant
_LIGHT = 6  # the same for a noun, which another verb may stand before
_BEHIND = 20  # tokens behind it in which its condition may begin


def _clause(line: Sequence[Token], trigger: Trigger, floor: int) -> list[str]:
    """The words before a trigger within its clause, nearest first, from the token `floor` on."""
    out: list[str] = []
    for k in range(trigger.first - 1, max(floor, trigger.first - _REACH) - 1, -1):
        if line[k].low in _BREAKS:
            break
        out.append(line[k].low)
    return out


def polarity(line: Sequence[Token], trigger: Trigger, floor: int) -> Polarity:
    """Negative where a negation stands before the trigger in its clause ("no one was hurt", "did not strike").

    `floor` is the first token that speaks of this event: what stands before speaks of another.
    """
    before = _clause(line, trigger, floor)
    if any(word in _NEGATIVE or word.endswith("n't") for word in before):
        return "negative"
    ends = inflected("ends", alone=True) | inflected("fails", alone=True)
    return "negative" if any(word in ends for word in before[:4]) else "positive"


def modality(line: Sequence[Token], trigger: Trigger, floor: int, last: int) -> Modality:
    """How an event is meant: the nearest word before it decides, from `floor` on; `last` ends its sentence."""
    before = _clause(line, trigger, floor)
    supposed = _supposed(line, trigger, before, last)
    if supposed:
        return supposed
    heavy = trigger.verb and not line[trigger.first].low.endswith("ing")
    for k, word in enumerate(before[: _REACH if heavy else _LIGHT]):
        if word in ("had", "has", "have") and k < 2 and "been" not in before[:k] + ["to"] * (k == 0):
            break
        meant = _meant(line, trigger, before, k)
        if meant:
            return meant
    return "happened" if trigger.verb else _ahead(line, trigger, last)


def _ahead(line: Sequence[Token], trigger: Trigger, last: int) -> Modality:
    """How a noun is meant by the verb it is the subject of: "talks will begin", "a march is planned"."""
    for k in range(trigger.last, min(last, trigger.last + _BEHIND)):
        word = line[k].low
        if word in _BREAKS or word in _ENDS_SUBJECT:
            break
        if word in _PLANNED and word not in _MOODS["would"]:
            return "planned"
        if word in _MOODS["finite"]:
            after = {low(line, k + 1), low(line, k + 2)}
            return "planned" if after & inflected("planned_by") and word in _MOODS["be"] else "happened"
    return "happened"


def _meant(line: Sequence[Token], trigger: Trigger, before: Sequence[str], k: int) -> Modality | None:
    """What the k-th word before a trigger makes of it, null where it tells nothing."""
    word, to = before[k], "to" in before[:k]
    if word in inflected("fails") and to:
        return "happened"
    if word in _MUST or (word in inflected("demands") and (to or (not trigger.verb and k < 3))):
        return "demanded"
    if word in _POSSIBLE and not (word == "may" and line[trigger.first - 1 - k].is_name):
        return "possible" if word not in _FEARED or k < 2 else None
    if word in _PLANNED and (word not in _MOODS["planned"] or k < 3 or to):
        return "planned"
    if to and (word in inflected("plans") or word in ("is", "are", "was", "were", "due", "going", "set")):
        return "planned"
    if word in inflected("planned_by") and not trigger.verb and k < 4:
        return "planned"
    if to and word in inflected("considers"):
        return "possible"
    if word == "to" and trigger.verb and k <= 1 and not (set(before[k + 1 : k + 5]) & _known_before()):
        return "planned" if k + 1 >= len(before) or before[k + 1] not in _DONE else None
    return None


def _known_before() -> frozenset[str]:
    """Words that, before "to", tell themselves how what follows is meant."""
    return _DONE | inflected("demands") | inflected("considers") | inflected("plans") | _POSSIBLE | _MUST


def _supposed(line: Sequence[Token], trigger: Trigger, before: Sequence[str], last: int) -> Modality | None:
    """Hypothetical where "if" governs the trigger or "would have" follows "had"; conditional where an "if" limits."""
    if any(word in ("if", "unless", "whether") for word in before):
        return "hypothetical"
    if "would" in before and "have" in before:
        return "hypothetical"
    if not set(before) & (_PLANNED | _MUST):
        return None
    start = max(0, trigger.first - _BEHIND)
    ahead = any(line[k].low == "if" for k in range(start, trigger.first)) and "if" not in before
    behind = any(low(line, k) in ("if", "unless") for k in range(trigger.last, min(last, trigger.last + _BEHIND)))
    return "conditional" if ahead or behind else None
