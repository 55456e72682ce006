"""The words that say that something happened, by kind, from words/en/events.toml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import RecordError
from sayso.read.numbers import number_at
from sayso.read.quantities.masks import plural
from sayso.read.times.dates import MONTHS
from sayso.read.tokens import Token, low, tokens
from sayso.read.words import words as vocabulary
from sayso.record import Span

_TABLES: Mapping[str, Any] = vocabulary("events")
_NEAR = 8  # tokens around a verb in which the company that makes it an event may stand
_ARTICLES = frozenset(_TABLES["words"]["articles"])
_HELPS = frozenset(_TABLES["moods"]["helps"]) | {"they", "we", "you", "i", "who"}
_OBJECTS = frozenset(vocabulary("numbers")["cues"]["determiners"]) | frozenset(_TABLES["words"]["objects"])
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `[first, last)` that name an event; `participle` is true for forms of a passive."""

    first: int
    last: int
    kind: str
    verb: bool
    participle: bool

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands on the page."""
        return Span(line[self.first].start, line[self.last - 1].end)


@dataclass(frozen=True, slots=True)
class _Form:
    """One printed form: its words, its kind, the base of its verb."""

    words: Phrase
    kind: str
    base: str
    verb: bool
    participle: bool


def triggers(line: Sequence[Token], first: int, last: int) -> list[Trigger]:
    """The triggers among the tokens `[first, last)`, in order, longest first where several begin at one word."""
    out: list[Trigger] = []
    at = first
    while at < last:
        found = _at(line, at, last)
        if found and found.kind:
            out.append(found)
        at = found.last if found else at + 1
    return out


def _at(line: Sequence[Token], at: int, last: int) -> Trigger | None:
    for form in _forms().get(line[at].low, ()):
        end = at + len(form.words)
        if end > last or any(low(line, at + k) != word for k, word in enumerate(form.words)):
            continue
        if len(form.words) == 1 and not _fits(line, at, form):
            continue
        return Trigger(at, end, form.kind, form.verb, form.participle)
    return None


def _fits(line: Sequence[Token], at: int, form: _Form) -> bool:
    """Whether a single word is what it seems: a verb no noun, a noun no verb, in the company it needs."""
    if line[at].is_name and at and line[at - 1].is_name and not line[at].word.isupper():
        return False  # "Storm Ada", "Strike Force"
    if _hangs(line, at):
        return False  # "President-elect", "anti-sanctions"
    if not form.verb and line[at].is_name and line[at].low in MONTHS:
        return False
    bare = form.words[0] == form.base
    before = low(line, at - 1)
    if form.verb and bare and before in _ARTICLES:
        return False
    if form.verb and form.words in _nouns() and not _acts(line, at):
        return False
    check = _TABLES["checks"].get(form.base, {}) if form.verb else {}
    if check.get("inflected") and bare:
        return False
    if check.get("passive") and not _is_undergone(line, at):
        return False
    needs = check.get("needs")
    near = {token.low for token in line[max(0, at - _NEAR) : at + _NEAR]}
    return not needs or bool(near & set(needs))


def _acts(line: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a noun too ("strike", "protests") is a verb here: by what stands beside it."""
    before, after = low(line, at - 1), low(line, at + 1)
    if line[at].low.endswith("s"):
        return after in _OBJECTS or (at + 1 < len(line) and line[at + 1].is_name)
    return before in _HELPS or (at > 0 and plural(line[at - 1].word) and after in _OBJECTS)


def _is_undergone(line: Sequence[Token], at: int) -> bool:
    """Whether a form of "be" or a number stands right before: "were hurt", "30 hurt"; not "has hurt the party"."""
    be = frozenset(_TABLES["moods"]["be"])
    return any(line[k].low in be or number_at(line, k) for k in range(max(0, at - 2), at))


def _hangs(line: Sequence[Token], at: int) -> bool:
    """Whether a hyphen ties a word to another."""
    behind = low(line, at + 1) == "-" and line[at + 1].glued
    return behind or (low(line, at - 1) == "-" and line[at].glued and line[at - 1].glued)


@cache
def _nouns() -> frozenset[Phrase]:
    """Every noun of one word, singular and plural."""
    nouns = [noun for table in _TABLES["kinds"].values() for noun in table.get("nouns", ())]
    return frozenset(words for noun in nouns for words in (_words(noun), _words(_plural(noun))) if len(words) == 1)


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """Every form by its first word: longest first, verbs before nouns."""
    rows: dict[str, list[_Form]] = {}
    for idiom in _TABLES["idioms"]["verbs"]:
        for form in _verb_forms(idiom, kind=""):
            rows.setdefault(form.words[0], []).append(form)
    for kind, table in _TABLES["kinds"].items():
        if unknown := set(table) - {"verbs", "nouns", "phrases"}:
            raise RecordError(f"the vocabulary en/events.toml has {sorted(unknown)} in kinds.{kind}")
        for base in table.get("verbs", ()):
            for form in _verb_forms(base, kind):
                rows.setdefault(form.words[0], []).append(form)
        for noun in (*table.get("nouns", ()), *table.get("phrases", ())):
            for words in {_words(noun), _words(_plural(noun))}:
                rows.setdefault(words[0], []).append(_Form(words, kind, noun, verb=False, participle=False))
    return {first: tuple(sorted(row, key=lambda f: (-len(f.words), not f.verb, f.kind))) for first, row in rows.items()}


def _words(phrase: str) -> Phrase:
    return tuple(token.low for token in tokens(phrase, Span(0, len(phrase))))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "dead", "fighting")):
        return noun
    if noun.endswith("y"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch")) else "s")


def _verb_forms(base: str, kind: str) -> list[_Form]:
    """Base, third person, past, participle and -ing form; of a phrase the first word changes."""
    verb, _, rest = base.partition(" ")
    past, participle = _TABLES["irregular"].get(verb) or (_past(verb), _past(verb))
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "o")) else "s")
    third = verb[:-1] + "ies" if verb.endswith("y") else third
    out: dict[str, bool] = {}
    for word in (verb, third, past, participle, _ing(verb)):
        out[word] = out.get(word, False) or word in (participle, past)
    tail = _words(rest) if rest else ()
    return [_Form((word, *tail), kind, verb, verb=True, participle=part) for word, part in out.items()]


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") else verb + "ed"


def _ing(verb: str) -> str:
    if verb in ("hit", "ban", "run", "win"):
        return verb + verb[-1] + "ing"
    if verb == "die":
        return "dying"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
