"""What the learned model takes for a report and our own labels do not: acts, sights, pleas to stay unnamed.

The model learned from labels that ask for attitudes and verbs of every kind; a claim of the record is something said,
or thought, with a content that could be true or false.
"""

import re
from collections.abc import Sequence

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item
from sayso.read.attribute.subjects import FINITE
from sayso.read.attribute.wording import (
    ACTS,
    ADVERBS,
    HEARSAY_NOUNS,
    HEARSAY_VERBS,
    NO_REPORT,
    SEEING,
    UNNAMED_VERBS,
    UNNAMED_WORDS,
)
from sayso.read.names.descriptions import DEFINITE, INDEFINITE, OWNED, PREPOSITIONS
from sayso.read.names.runs import words_of
from sayso.read.verbs import ATTITUDES, NOUNS, SAYING, any_of
from sayso.record import Span

_LEADS = frozenset({"that", "to", "whether", "if", "how", "why", "what", "when", "where", "who", "which", "as", "of", "because"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "this", "us", "me", "what", "who", "one"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PLEA = re.compile(rf"\b(?:{any_of(UNNAMED_WORDS)})\b")
_NEGATED = re.compile(r"\b(?:not|never|no|none|nobody|nothing|yet to|n['’]t|refrained|without)\b")
_CITING = re.compile(r"\b(?:citing|quoting|cited|quoted)$")
_MARK = re.compile("[\"“”„«»]|``|''")
_FIGURE = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b")


def sifted(item: Item, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that report nothing."""
    return [one for one in found if not (one.cue and _is_chaff(item, one))]


def _is_chaff(item: Item, one: Attribution) -> bool:
    page = item.page
    cue = [w for a, b in one.cue for w in page[a:b].lower().replace("’", "'").split()]
    content = " ".join(page[a:b] for a, b in one.content)
    if _MARK.search(content) or not cue:
        return _plea(item, one, cue)
    if not one.source:
        return _names_nobody(cue, content)
    return (
        _plea(item, one, cue)
        or _no_words(item, one, cue, content)
        or (not _clause(item, one) and _bare(item, one, cue, content))
    )


def _plea(item: Item, one: Attribution, cue: Sequence[str]) -> bool:
    """Whether somebody asks not to be named: the reason why there is no name, no claim."""
    if UNNAMED_VERBS.isdisjoint(cue) and not any(word.startswith("cit") for word in cue):
        return False
    start, end = one.cue[0][0], min(one.content[-1][1], one.cue[0][0] + 160)
    words = item.page[max(start - (60 if cue[-1] == "citing" else 0), 0) : end].lower() if end > start else ""
    return bool(_PLEA.search(words))


def _names_nobody(cue: Sequence[str], content: str) -> bool:
    """Whether a cue without a source is a plain passive ("was released") and no report of nobody ("it is said")."""
    if not ADVERBS.isdisjoint(cue) or not HEARSAY_NOUNS.isdisjoint(cue) or "according" in cue:
        return False
    words = content.lower().split()
    passive = not HEARSAY_VERBS.isdisjoint(cue) and len(words) > 2
    leads = _LEADS & set(words) or not FINITE.isdisjoint(words)
    if passive and leads and not ({"was", "is", "were", "are"} & set(cue) and {"expected", "seen", "known"} & set(cue)):
        return False
    return not (cue[0] in SAYING and not _BE & set(cue) and leads)


def _no_words(item: Item, one: Attribution, cue: Sequence[str], content: str) -> bool:
    """Whether the verb has another sense here: "claimed nine lives", "eleven confirmed cases", "reported to work"."""
    after = item.page[one.cue[-1][1] : one.cue[-1][1] + 60].lower().split()
    first = [word.strip(",.;:“”\"") for word in after[:4]]
    for verb in cue:
        known = NO_REPORT.get(verb)
        if known and (known.intersection(first) or " ".join(first[:2]) in known):
            return True
    return len(cue) == 1 and cue[0].endswith(("ed", "ing")) and _adjective(item, one)


def _adjective(item: Item, one: Attribution) -> bool:
    """Whether a participle stands before a noun: "eleven confirmed cases"."""
    start = one.cue[0][0]
    if any(0 <= start - b <= 2 for _, b in one.source):
        return False
    before = words_of(item.page, Span(max(0, start - 24), start)) if start else []
    return bool(before) and (before[-1].low in DEFINITE | INDEFINITE | OWNED or before[-1].text[0].isdigit() or _number(before[-1].low)) and (
        not item.page[before[-1].end : start].strip()
    )


def _number(word: str) -> bool:
    return bool(_FIGURE.fullmatch(word))


def _clause(item: Item, one: Attribution) -> bool:
    """Whether a content is more than a noun phrase, as far as its small words tell."""
    first = True
    for a, b in one.content:
        row = words_of(item.page, Span(a, b))
        if first and row and row[0].low in _LEADS:
            return True
        first = False
        for k, word in enumerate(row):
            if word.low in FINITE or word.low in {"that", "whether"} or word.text.lower().endswith(("n't", "n’t")):
                return True
            if k and word.low.endswith(("ed", "ing")) and row[k - 1].low not in DEFINITE | INDEFINITE | OWNED | PREPOSITIONS | {"and", "or"}:
                return True
    return False


def _bare(item: Item, one: Attribution, cue: Sequence[str], content: str) -> bool:
    """Whether a cue with a bare noun phrase tells of an act or a sight, or only names whom somebody cites."""
    joined = " ".join(cue)
    two = {" ".join(pair) for pair in zip(cue, cue[1:], strict=False)} | set(cue) | {joined}
    if _CITING.search(joined):
        return True
    words = content.lower().split()
    if _NEGATED.search(joined) or _NEGATED.search(" ".join(item.page[a:b].lower() for a, b in one.source)):
        return bool(two & (ACTS | SEEING)) or not two & (ATTITUDES | NOUNS.keys()) and not _turned(two)
    if two & SEEING:
        return True
    if two & ACTS:
        return not _FIGURE.search(content.lower())
    known = two & (SAYING.keys() | ATTITUDES | NOUNS.keys())
    return not known and joined not in {":", "according to"} and "doubt" not in item.page[one.cue[0][0] : one.cue[-1][1] + 20] or (
        len(words) == 1 and words[0] in _PRONOUNS and not two & ATTITUDES and not _turned(two)
    )


def _turned(words: set[str]) -> bool:
    """Whether a verb turns down, promises or demands, which it can do with a thing as well as with a clause."""
    return any(SAYING.get(word, "asserts") != "asserts" for word in words) or not words.isdisjoint({"confirm", "confirmed", "confirms"})
