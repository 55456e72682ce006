"""Whether an event is said to have happened, to be planned, possible or only supposed, or not to have happened."""

from collections.abc import Sequence

from sayso.read.events.triggers import Trigger
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary
from sayso.record import Modality, Polarity

_MOODS = vocabulary("events")["moods"]
_NEGATIVE, _NEGATIVE_VERBS = frozenset(_MOODS["negative"]), frozenset(_MOODS["negative_verbs"])
_PLANNED, _POSSIBLE = frozenset(_MOODS["planned"]), frozenset(_MOODS["possible"])
_IF, _DONE = frozenset(_MOODS["hypothetical"]), frozenset(_MOODS["infinitive_happened"])
_WITH_TO = frozenset(_MOODS["planned_with_to"])
_BREAKS = (",", ";", ":", "–", "—", "(", "but", "while", "although")
_REACH = 10  # tokens before a trigger that say how it is meant


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
    return "negative" if any(word in _NEGATIVE_VERBS for word in before[:4]) else "positive"


def modality(line: Sequence[Token], trigger: Trigger, floor: int, last: int) -> Modality:
    """How an event is meant: the nearest word before it decides, from `floor` on; `last` ends its sentence."""
    before = _clause(line, trigger, floor)
    aim = False
    if _supposed(line, trigger, before, last):
        return "hypothetical"
    for k, word in enumerate(before):
        if word in ("had", "has", "have") and k < 2:
            break
        if word in _POSSIBLE and not (word == "may" and line[trigger.first - 1 - k].is_name):
            return "possible"
        if word in _PLANNED:
            return "planned" if word not in _WITH_TO or "to" in before[:k] else "happened"
        if word == "to" and trigger.verb and k <= 1:
            if k + 1 < len(before) and before[k + 1] in _DONE:
                break
            aim = True
    return "planned" if aim else "happened"


def _supposed(line: Sequence[Token], trigger: Trigger, before: Sequence[str], last: int) -> bool:
    """Whether "if" governs the trigger, or a "would" that an "if" behind it conditions."""
    if any(word in ("if", "unless", "whether") for word in before):
        return True
    if "would" not in before:
        return False
    return any(low(line, k) in _IF - {"should", "whether"} for k in range(trigger.last, min(last, trigger.last + 20)))
