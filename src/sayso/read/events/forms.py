"""The printed forms of the words that tell of events, from words/en/events.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import RecordError
from sayso.read.tokens import tokens
from sayso.read.words import words as vocabulary
from sayso.record import Span

TABLES: Mapping[str, Any] = vocabulary("events")
_KEYS = {"verbs", "nouns", "phrases", "target", "after", "joint", "suffers", "hands"}
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form: its words, its kind ("" for an idiom that is no event), its base, whether a verb."""

    words: Phrase
    kind: str
    base: str
    verb: bool
    participle: bool


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every form by its first word: longest first, verbs before nouns."""
    rows: dict[str, list[Form]] = {}
    for form in _all():
        rows.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(row, key=lambda f: (-len(f.words), not f.verb, f.kind))) for first, row in rows.items()}


def _all() -> list[Form]:
    out = [form for idiom in TABLES["idioms"]["verbs"] for form in verb_forms(idiom, "")]
    out += [Form(in_words(one), "", one, verb=False, participle=False) for one in TABLES["idioms"]["phrases"]]
    for kind, table in TABLES["kinds"].items():
        if unknown := set(table) - _KEYS:
            raise RecordError(f"the vocabulary en/events.toml has {sorted(unknown)} in kinds.{kind}")
        out += [form for base in table.get("verbs", ()) for form in verb_forms(base, kind)]
        for noun in (*table.get("nouns", ()), *table.get("phrases", ())):
            for words in {in_words(noun), in_words(_plural(noun))}:
                out.append(Form(words, kind, noun, verb=False, participle=False))
    return out


@cache
def nouns() -> frozenset[Phrase]:
    """Every noun of one word, singular and plural."""
    return frozenset(
        form.words for row in forms().values() for form in row if not form.verb and len(form.words) == 1 and form.kind
    )


@cache
def single_verbs() -> frozenset[str]:
    """The base forms of verbs that tell of an event without a second word."""
    return frozenset(verb for table in TABLES["kinds"].values() for verb in table.get("verbs", ()) if " " not in verb)


@cache
def inflected(key: str, *, alone: bool = False) -> frozenset[str]:
    """Every form of the first word of the verbs listed in words.`key`; `alone`: of those of one word."""
    verbs = [verb for verb in TABLES["words"][key] if not alone or " " not in verb]
    return frozenset(form.words[0] for verb in verbs for form in verb_forms(verb, ""))


def in_words(phrase: str) -> Phrase:
    """A phrase as the tokens of a page would be, in lower case."""
    return tuple(token.low for token in tokens(phrase, Span(0, len(phrase))))


def verb_forms(base: str, kind: str) -> list[Form]:
    """Base, third person, past, participle and -ing form; of a phrase the first word changes."""
    verb, _, rest = base.partition(" ")
    past, participle, *ing = TABLES["irregular"].get(verb) or (_past(verb), _past(verb))
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "o")) else "s")
    third = verb[:-1] + "ies" if _ends_ry(verb) else third
    out: dict[str, bool] = {}
    for word in (verb, third, past, participle, ing[0] if ing else _ing(verb)):
        out[word] = out.get(word, False) or word in (participle, past)
    tail = in_words(rest) if rest else ()
    return [Form((word, *tail), kind, verb, verb=True, participle=part) for word, part in out.items()]


def _ends_ry(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u")


def _plural(noun: str) -> str:
    if noun.endswith(("s", "dead", "fighting")):
        return noun
    if _ends_ry(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_ry(verb) else verb + "ed"


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
