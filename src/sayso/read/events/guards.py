"""When a word that may tell of an event does: by the words around it, from the guards of words/en/events.toml."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sayso.read.events.forms import TABLES, Form, in_words, nouns, single_verbs
from sayso.read.numbers import number_at
from sayso.read.quantities.masks import plural
from sayso.read.times.dates import MONTHS
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary

_NEAR, _BEFORE = 8, 3  # tokens around a word in which its company may stand
_ARTICLES = frozenset(TABLES["words"]["articles"])
_BE = frozenset(TABLES["moods"]["be"])
_HELPS = frozenset(TABLES["moods"]["helps"]) | {"they", "we", "you", "i", "who"}
_OBJECTS = frozenset(vocabulary("numbers")["cues"]["determiners"]) | frozenset(TABLES["words"]["objects"])
_FINITE, _CLAUSE = frozenset(TABLES["moods"]["finite"]), 5
_NO_HEARER = frozenset(("that", "of", "against", "on", "at", "for"))
_NONE: Mapping[str, Any] = {}


def kind_of(line: Sequence[Token], at: int, form: Form) -> str | None:
    """The kind of event that a form tells of where it stands, null where it tells of none."""
    if not form.kind:
        return ""
    single = len(form.words) == 1
    if single and not _fits(line, at, form):
        return None
    if not single and form.verb and form.words[:1] in nouns() and not _acts(line, at):
        return None  # "talks with"
    guarded = single or (form.verb and form.base not in single_verbs())
    guard = TABLES["guards"].get(form.base, _NONE) if guarded else _NONE
    if guard and not (_as_such(line, at, form, guard) and _beside(line, at, form, guard)):
        return None
    return _turned(line, at, form, guard)


def _fits(line: Sequence[Token], at: int, form: Form) -> bool:
    """Whether a single word is what it seems: a verb no noun, a noun no verb, no part of a name or a compound."""
    if line[at].is_name and at and line[at - 1].is_name and not line[at].word.isupper():
        return False  # "Storm Ada", "Strike Force"
    if _hangs(line, at) or (not form.verb and line[at].is_name and line[at].low in MONTHS):
        return False
    if form.verb and form.words[0] == form.base and low(line, at - 1) in _ARTICLES:
        return False
    return not form.verb or form.words not in nouns() or _acts(line, at)


def _as_such(line: Sequence[Token], at: int, form: Form, guard: Mapping[str, Any]) -> bool:
    """Whether the form itself is one that the guard lets pass."""
    bare = form.words[0] == form.base
    if (not form.verb and guard.get("verb") is True) or (
        form.verb and (guard.get("noun") or guard.get("verb") is False)
    ):
        return False
    if not form.verb:
        return True
    if guard.get("participle") and not form.participle:
        return False
    if bare and guard.get("inflected") and low(line, at - 1) not in _HELPS:
        return False
    if guard.get("object") and bare and low(line, at + 1) not in _OBJECTS and low(line, at - 1) not in _HELPS:
        return False
    if guard.get("passive") and not _is_undergone(line, at):
        return False
    return not guard.get("to_whom") or _has_hearer(line, at + 1)


def _beside(line: Sequence[Token], at: int, form: Form, guard: Mapping[str, Any]) -> bool:
    """Whether the words around are such as the guard asks for."""
    after = at + len(form.words)
    near = {token.low for token in (*line[max(0, at - _NEAR) : at], *line[after : after + _NEAR])}
    behind = {line[k].low for k in range(max(0, at - _BEFORE), at)}
    needs = (*guard.get("near", ()), *(guard.get("verb_near", ()) if form.verb else ()))
    spoils = (*guard.get("not_near", ()), *(guard.get("noun_not_near", ()) if not form.verb else ()))
    if (needs and not near & set(needs)) or near & set(spoils):
        return False
    if behind & set(guard.get("not_before", ())) and not behind & set(guard.get("before_ok", ())):
        return False
    if _starts(line, after, guard.get("not_next", ())):
        return False
    return "next" not in guard or _starts(line, after, guard["next"])


def _turned(line: Sequence[Token], at: int, form: Form, guard: Mapping[str, Any]) -> str | None:
    """The form's kind, or the one that the words near make it."""
    near = {token.low for token in line[max(0, at - 2 * _NEAR) : at + 2 * _NEAR]}
    for row in guard.get("near_kind", ()):
        if near & set(row["near"]):
            return str(row["kind"])
    if len(form.words) > 1:
        return form.kind
    turn = TABLES["turns"].get(form.base, _NONE)
    if turn and near & set(turn["words"]) and not near & set(turn["but"]):
        return str(turn["kind"])
    return None if "near_kind" in guard else form.kind


def _starts(line: Sequence[Token], at: int, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands at a token."""
    return any(
        all(low(line, at + k) == word for k, word in enumerate(words)) for words in map(_split, phrases) if words
    )


@cache
def _split(phrase: str) -> tuple[str, ...]:
    return in_words(phrase)


def _has_hearer(line: Sequence[Token], at: int) -> bool:
    """Whether somebody stands right behind: a name, a pronoun, an article with its noun, "that" never."""
    if at >= len(line) or line[at].low in _NO_HEARER:
        return False
    if any(token.low in _FINITE for token in line[at : at + _CLAUSE]):
        return False  # "warned the army would attack"
    return line[at].is_name or line[at].low in _OBJECTS or plural(line[at].word)


def _acts(line: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a noun too ("strike", "protests") is a verb here: by what stands beside it."""
    before, after = low(line, at - 1), low(line, at + 1)
    named = at + 1 < len(line) and line[at + 1].is_name
    if line[at].low.endswith("s"):
        return after in _OBJECTS or named
    if line[at].low.endswith("ing"):
        return before not in _ARTICLES and (after in _OBJECTS or named or bool(number_at(line, at + 1)))
    return before in _HELPS or (at > 0 and plural(line[at - 1].word) and (after in _OBJECTS or named))


def _is_undergone(line: Sequence[Token], at: int) -> bool:
    """Whether a form of "be" or a number stands right before: "were hurt", "30 hurt"; not "has hurt the party"."""
    return any(line[k].low in _BE or number_at(line, k) for k in range(max(0, at - 2), at))


def _hangs(line: Sequence[Token], at: int) -> bool:
    """Whether a hyphen ties a word to another."""
    behind = low(line, at + 1) == "-" and line[at + 1].glued
    return behind or (low(line, at - 1) == "-" and line[at].glued and line[at - 1].glued)
