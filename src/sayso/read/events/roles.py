"""Who does and who undergoes an event, and where: by the words before and behind its trigger."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.events.forms import TABLES, inflected
from sayso.read.events.phrases import HELPS, Named, before, place, thing
from sayso.read.events.triggers import Trigger
from sayso.read.numbers import number_at
from sayso.read.tokens import Token, index_at, low
from sayso.record import Mention, Quantity, Role

_BE = frozenset(TABLES["moods"]["be"])
_RELATIVES = frozenset(TABLES["clauses"]["relatives"])
_JOINS = frozenset(("and", "or", "but", ",", ";"))
_BREAKS = frozenset((";", ":", "–", "—", '"', "“", "”", "(", "and", "or", "but"))
_AFTER = frozenset(TABLES["clauses"]["after_verbs"])
_BOUNDS = _AFTER | frozenset(TABLES["clauses"]["subordinators"]) | _RELATIVES | _BREAKS
_OPENERS = frozenset(TABLES["clauses"]["places"]) | {"on", "after", "before", "during", "since", "with", "for", "by"}
_NOT_OBJECTS = _OPENERS | {"of", "to", "as", ",", ".", ";", "and", "but", "or", "when", "while", "because", "that"}
_UNCOUNTED = ("age", "dead", "one")  # what a number counts and nobody is
_REACH, _CLAUSE = 14, 40  # tokens from a trigger to its "by", and to where its clause began, at most


@dataclass(frozen=True, slots=True)
class Parts:
    """Who takes part in an event, and the place that is told with it."""

    actor: Named | None = None
    target: Named | None = None
    where: str | None = None

    def roles(self) -> tuple[Role, ...]:
        """As the record keeps them."""
        pairs = (("actor", self.actor), ("target", self.target), ("place", self.where))
        return tuple(
            Role(part=part, name=one) if isinstance(one, str) else Role(part=part, mention_id=one.id)
            for part, one in pairs
            if one is not None
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """What surrounds a trigger: tokens `[first, last)` of its sentence, mentions in page order, its own quantities."""

    line: Sequence[Token]
    first: int
    last: int
    mentions: Sequence[Mention]
    held: Sequence[Quantity] = ()


def parts(sight: Sight, trigger: Trigger, earlier: Parts | None, until: int) -> Parts:
    """Actor, target and place of a trigger; `earlier` took part in the trigger before, the next one is at `until`."""
    where = place(sight.line, trigger.last, min(until, sight.last))
    one = _of_verb(sight, trigger, earlier) if trigger.verb else _of_noun(sight, trigger)
    if where is None and trigger.verb and not is_passive(sight.line, trigger):
        where = place(sight.line, _clause(sight, trigger.first), trigger.first)
    return Parts(one.actor, one.target, where)


def _of_verb(sight: Sight, trigger: Trigger, earlier: Parts | None) -> Parts:
    line, kind = sight.line, TABLES["kinds"][trigger.kind]
    if _attributive(sight, trigger):
        return Parts(None, thing(line, trigger.last, sight.last, sight.mentions))
    subject, second = _subject(sight, trigger, earlier)
    by = _by(sight, trigger)
    if is_passive(line, trigger) or _reduced(sight, trigger):
        return Parts(by, subject or _counted(sight, trigger, ahead=False))
    if trigger.base in kind.get("suffers", ()):
        return Parts(None, subject or _counted(sight, trigger, ahead=False))
    if kind.get("hands") and (taker := _taker(sight, trigger)):
        return Parts(subject, taker)
    if second is not None and kind.get("joint"):
        return Parts(subject, second)
    at = trigger.last + (low(line, trigger.last) in (*kind.get("after", ()), "with", "against"))
    free = at > trigger.last or low(line, at) not in _NOT_OBJECTS
    target = (_counted(sight, trigger, ahead=True) or thing(line, at, sight.last, sight.mentions)) if free else None
    return Parts(subject, target or _led(sight, trigger, kind.get("after", ())))


def _of_noun(sight: Sight, trigger: Trigger) -> Parts:
    line, kind = sight.line, TABLES["kinds"][trigger.kind]
    if low(line, trigger.last) == "between":
        return _between(sight, trigger.last + 1)
    target = _led(sight, trigger, kind.get("target", ()))
    if trigger.base in kind.get("suffers", ()):
        return Parts(None, _counted(sight, trigger, ahead=False) or target)
    return Parts(_by(sight, trigger) or _owner(sight, trigger) or _doer(sight, trigger), target)


def is_passive(line: Sequence[Token], trigger: Trigger) -> bool:
    """Whether a form of "be" stands before a participle, adverbs aside."""
    if not trigger.participle:
        return False
    for k in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        if line[k].low in _BE:
            return True
        if not line[k].low.endswith("ly") and line[k].low not in ("also", "not", "later", "then"):
            return False
    return False


def _attributive(sight: Sight, trigger: Trigger) -> bool:
    """Whether a participle stands between a number or an article and its noun: "two kidnapped engineers"."""
    line, k = sight.line, trigger.first - 1
    ahead = k >= sight.first and (number_at(line, k) is not None or low(line, k) in TABLES["words"]["articles"])
    return trigger.participle and ahead and trigger.last < sight.last and low(line, trigger.last) not in _NOT_OBJECTS


def _reduced(sight: Sight, trigger: Trigger) -> bool:
    """Whether a participle without "be" is a passive: "Jon Raske, arrested in May", "Ex-mayor jailed for fraud"."""
    line = sight.line
    if (
        not trigger.participle
        or trigger.kind not in TABLES["words"]["undergone"]
        or low(line, trigger.first - 1) in HELPS
    ):
        return False
    return trigger.base not in TABLES["kinds"][trigger.kind].get("suffers", ()) and (
        trigger.last >= sight.last or low(line, trigger.last) in _NOT_OBJECTS
    )


def _subject(sight: Sight, trigger: Trigger, earlier: Parts | None) -> tuple[Named | None, Named | None]:
    """Who stands before a verb and its helping words, and who joins in ("Olan and Sund met")."""
    line, end = sight.line, trigger.first
    while end > sight.first and _helps(line[end - 1]):
        end -= 1
    carried = earlier.actor or earlier.target if earlier else None
    last = low(line, end - 1) if end > sight.first else ""
    if line[trigger.first].low.endswith("ing") and end == trigger.first and last and last not in _JOINS:
        return before(line, end, sight.first, sight.mentions), None
    if last in _RELATIVES or last == "that":
        return before(line, end - 1 - (low(line, end - 2) == ","), sight.first, sight.mentions), None
    if end == sight.first or last in _JOINS:
        return carried or (thing(line, _clause(sight, end - 1), end - 1, sight.mentions) if last else None), None
    start = _clause(sight, end)
    if low(line, start - 1) == "and" and start > sight.first:
        one = _joined(sight, start - 1)
        if one is not None:
            return one, thing(line, start, end, sight.mentions)
    found = thing(line, start, end, sight.mentions)
    return found or before(line, end, start, sight.mentions), None


def _helps(token: Token) -> bool:
    word = token.low
    if word in HELPS or word in ("due", "ready", "set", "able") or (word.endswith("ly") and not token.is_name):
        return True
    return any(word in inflected(key) for key in ("plans", "fails")) and not token.is_name


def _clause(sight: Sight, end: int) -> int:
    """Where the clause begins whose verb, helping words and all, begins at `end`."""
    line, start = sight.line, end
    floor = max(sight.first, end - _CLAUSE)
    comma = None
    asked = low(line, end) == "to"
    while start > floor and line[start - 1].low not in _BOUNDS:
        if asked and start < end and line[start - 1].low in inflected("controls"):
            return start
        start -= 1
        if comma is None and line[start].low == ",":
            comma = start
    opened = start > sight.first and line[start - 1].low in (*TABLES["clauses"]["subordinators"], *_AFTER)
    if comma is not None and (opened or line[start].low in _OPENERS or line[start].low.endswith("ing")):
        return comma + 1
    return start


def _joined(sight: Sight, at: int) -> Named | None:
    """Who stands before "and" at token `at`, where a clause begins with them and has nothing else."""
    line, start = sight.line, at
    while start > sight.first and at - start < 6 and line[start - 1].is_word and line[start - 1].low not in _BOUNDS:
        start -= 1
    words = line[start:at]
    if start > sight.first and line[start - 1].low not in _BOUNDS:
        return None
    verbs = any(token.low in HELPS or token.low in _OPENERS or token.low.endswith("ed") for token in words)
    return before(line, at, start, sight.mentions) if words and not verbs else None


def _between(sight: Sight, at: int) -> Parts:
    """Of "talks between A and B" the two."""
    line = sight.line
    for k in range(at, min(sight.last, at + 8)):
        if low(line, k) == "and":
            return Parts(thing(line, at, k, sight.mentions), thing(line, k + 1, sight.last, sight.mentions))
    return Parts(thing(line, at, sight.last, sight.mentions))


def _owner(sight: Sight, trigger: Trigger) -> Named | None:
    """Whose a noun is ("Kohl's visit"), or the name before it ("a Vardenian missile strike")."""
    line, k = sight.line, trigger.first - 1
    if k <= sight.first - 1:
        return None
    word = line[k].word
    if word.endswith(("'s", "’s")) and len(word) > 2:
        return word[:-2]
    if word in ("'s", "’s") and k > sight.first:
        return before(line, k, sight.first, sight.mentions)
    demonym = line[k].is_name and k > sight.first and word.endswith(("ian", "ish", "ese", "an", "i"))
    return before(line, k + 1, k, sight.mentions) if demonym else None


def _doer(sight: Sight, trigger: Trigger) -> Named | None:
    """Who does a noun by a verb that says no more: "Varden launched an offensive"."""
    line, light = sight.line, inflected("light") - inflected("not_light")
    for k in range(trigger.first - 1, max(sight.first, trigger.first - 6) - 1, -1):
        if line[k].low in light and not is_passive(line, Trigger(k, k + 1, trigger.kind, True, True)):
            return _subject(sight, Trigger(k, k + 1, trigger.kind, True, True), None)[0]
        if line[k].low in _JOINS or line[k].low in _RELATIVES:
            return None
    return None


def _led(sight: Sight, trigger: Trigger, leads: Sequence[str]) -> Named | None:
    """Who or what one of the prepositions right behind a trigger leads to, a "by" phrase aside."""
    line = sight.line
    for k in range(trigger.last, min(sight.last - 1, trigger.last + 6)):
        if line[k].low in leads:
            found = thing(line, k + 1, sight.last, sight.mentions)
            named = found is not None and not (line[k].low in ("in", "at") and line[k + 1].is_name)
            return found if named else None
        if k == trigger.last and line[k].low != "by" and not line[k].low.endswith("ly"):
            return None
    return None


def _by(sight: Sight, trigger: Trigger) -> Named | None:
    """Who follows "by"."""
    line = sight.line
    for k in range(trigger.last, min(sight.last, trigger.last + _REACH)):
        if line[k].low == "by":
            return thing(line, k + 1, sight.last, sight.mentions)
        if line[k].low in _BOUNDS or line[k].word == "," or (not trigger.verb and line[k].low in _BE):
            return None
    return None


def _taker(sight: Sight, trigger: Trigger) -> Named | None:
    """To whom something is given: "sent 20 trucks of food to Tesh"."""
    for k in range(trigger.last, min(sight.last - 1, trigger.last + _REACH)):
        if sight.line[k].low == "to":
            return thing(sight.line, k + 1, sight.last, sight.mentions)
        if sight.line[k].low in _BOUNDS:
            return None
    return None


def _counted(sight: Sight, trigger: Trigger, *, ahead: bool) -> str | None:
    """What the nearest quantity on one side of a trigger counts, where it stands close to it."""
    for quantity in sight.held if ahead else reversed(sight.held):
        k = index_at(sight.line, quantity.span.start)
        gap = k - trigger.last if ahead else trigger.first - k
        if 0 <= gap <= 6 and quantity.counts and not quantity.unit and quantity.counts not in _UNCOUNTED:
            return quantity.counts
    return None
