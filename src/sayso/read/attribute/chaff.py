"""What the learned model takes for a report and our own labels do not: acts, sights, pleas to stay unnamed.

The model learned from labels that ask for attitudes and verbs of every kind; a claim of the record is something said,
or thought, with a content that could be true or false.
"""

import re
from collections.abc import Sequence

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item
from sayso.read.attribute.subjects import FINITE, is_paper, no_label, phrase_at, with_apposition
from sayso.read.attribute.wording import (
    ACTS,
    ADVERBS,
    HEARSAY_NOUNS,
    HEARSAY_VERBS,
    NO_REPORT,
    REFUSALS,
    SEEING,
    UNNAMED_VERBS,
    UNNAMED_WORDS,
    in_forms,
    small,
)
from sayso.read.names.descriptions import DEFINITE, INDEFINITE, INVERTS, OWNED, PREPOSITIONS
from sayso.read.names.runs import words_of
from sayso.read.verbs import ATTITUDES, NOUNS, SAYING, any_of, listed
from sayso.record import Span

_LEADS = small("leads")
_PRONOUNS = small("objects") | {"this", "who", "one"}
_BE = small("be")
_MODAL = small("modal")
_NAMING = in_forms(small("naming"))
_RELATIVE = small("relative")
_SHOWING = in_forms(small("showing"))
_PLEA = re.compile(rf"\b(?:{any_of(UNNAMED_WORDS)})\b")
_REFUSAL = re.compile(rf"\b(?:{any_of(REFUSALS)})\b")
_NEGATED = re.compile(r"\b(?:not|never|no|none|nobody|nothing|cannot|yet to|n['’]t|refrained|without)\b")
_FEELINGS = (
    {phrase.split()[0] for phrase in listed("attitude", "words")} - small("finite") - {"in", "at", "plan", "plans"}
)
_FEELS = re.compile(rf"\b(?:{any_of(_FEELINGS)}|sceptical|skeptical)\b")
_CITING = re.compile(r"\b(?:citing|quoting|cited|quoted)$")
_MARK = re.compile("[\"“”„«»]|``|''")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b"
)


def sifted(item: Item, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that report nothing."""
    return [one for one in found if not (one.cue and _is_chaff(item, one))]


def pleads(item: Item, one: Attribution) -> bool:
    """Whether somebody only asks to stay unnamed."""
    return bool(one.cue) and _plea(item, one, _cue(item, one))


def _cue(item: Item, one: Attribution) -> list[str]:
    return [word for a, b in one.cue for word in item.page[a:b].lower().replace("’", "'").split()]


def _is_chaff(item: Item, one: Attribution) -> bool:
    page = item.page
    cue = _cue(item, one)
    content = " ".join(page[a:b] for a, b in one.content)
    if one.source and page[one.source[0][0] : one.source[0][1]].lower() == "you":
        return not item.quotes_in(*one.cue[0])  # the page speaks to its reader
    if _MARK.search(content) or not cue:
        return _plea(item, one, cue)
    if _plea(item, one, cue) or _whom(item, one, cue) or (cue[-1] == ":" and _opens_title(item, one)):
        return True
    if not one.source:
        return _names_nobody(cue, content)
    return _no_words(item, one, cue) or _bare(item, one, cue, content)


def _plea(item: Item, one: Attribution, cue: Sequence[str]) -> bool:
    """Whether somebody asks not to be named: the reason why there is no name, no claim."""
    if UNNAMED_VERBS.isdisjoint(cue):
        return False
    start, end = one.cue[0][0], min(one.content[-1][1], one.cue[0][0] + 160)
    lead = 60 if cue[-1] in {"citing", "saying"} else 0
    return end > start and bool(_PLEA.search(item.page[max(start - lead, 0) : end].lower()))


def _whom(item: Item, one: Attribution, cue: Sequence[str]) -> bool:
    """Whether the content only names a voice: whom an outlet cites, or who says it ("…, said the director")."""
    start, end = one.content[0][0], one.content[-1][1]
    row = item.row(start, end)
    if cue[-1].endswith(":") and all(w.capital or w.low in PREPOSITIONS | {"and", "that", "order"} for w in row):
        return True  # a list of names after "three players, three views:"
    phrase = phrase_at(item, row)
    if phrase is None or phrase.start != start:
        return False
    whole = with_apposition(item, phrase, min(end + 1, len(item.page)), last=True).end >= end - 1
    if _CITING.search(" ".join(cue)):
        return whole or cue[-1].endswith("ing")
    inverted = cue[-1] in INVERTS and item.page[: one.cue[0][0]].rstrip().endswith(",")
    return whole and (inverted or cue[-1].endswith(":")) and 0 <= start - one.cue[-1][1] <= 2


def _opens_title(item: Item, one: Attribution) -> bool:
    """Whether what stands before a colon is the first half of a title."""
    phrase = phrase_at(item, item.row(*one.source[0])) if one.source else None
    return phrase is not None and no_label(item, phrase)


def _names_nobody(cue: Sequence[str], content: str) -> bool:
    """Whether a cue without a source is a plain passive ("was released") and no report of nobody ("it is said")."""
    if not ADVERBS.isdisjoint(cue) or not HEARSAY_NOUNS.isdisjoint(cue) or "according" in cue:
        return False
    words = content.lower().split()
    passive = not HEARSAY_VERBS.isdisjoint(cue) and len(words) > 2
    leads = bool(_LEADS & {*words, cue[-1]}) or not FINITE.isdisjoint(words)
    if passive and leads and not _MODAL.intersection(cue):
        return False
    return not (cue[0] in SAYING and not _BE & set(cue) and leads)


def _no_words(item: Item, one: Attribution, cue: Sequence[str]) -> bool:
    """Whether the verb has another sense here: "claimed nine lives", "eleven confirmed cases", "reported to work"."""
    after = item.page[one.cue[-1][1] : one.cue[-1][1] + 60].lower().split()
    for k, verb in enumerate(cue):
        known = NO_REPORT.get(verb)
        first = [word.strip(',.;:“”"') for word in (*cue[k + 1 :], *after)[:4]]
        if known and (known.intersection(first) or " ".join(first[:2]) in known):
            return True
    leads = item.page[one.content[0][0] : one.content[0][1]].startswith("that ")
    return len(cue) == 1 and not leads and cue[0].endswith(("ed", "ing")) and _adjective(item, one)


def _adjective(item: Item, one: Attribution) -> bool:
    """Whether a participle stands before a noun: "eleven confirmed cases"."""
    start = one.cue[0][0]
    if any(0 <= start - b <= 2 for _, b in one.source):
        return False
    before = words_of(item.page, Span(max(0, start - 24), start)) if start else []
    if not before or item.page[before[-1].end : start].strip():
        return False
    last = before[-1]
    return last.low in DEFINITE | INDEFINITE | OWNED or last.text[0].isdigit() or bool(_FIGURE.fullmatch(last.low))


def _clause(item: Item, one: Attribution, *, acts: bool) -> bool:
    """Whether a content is more than a noun phrase, as far as its small words tell; clauses inside it do not count."""
    for n, (a, b) in enumerate(one.content):
        row = words_of(item.page, Span(a, b))
        if not n and row and row[0].low in _LEADS:
            return True
        for k, word in enumerate(row):
            if k and word.low in _RELATIVE:
                break
            if (
                word.low in FINITE
                or word.text.lower().endswith(("n't", "n’t"))
                or (k and word.low in {"as", "to"} and not acts)
            ):
                return True
            follows = row[k + 1].low if k + 1 < len(row) else ""
            runs = word.low.endswith("ed") and follows not in PREPOSITIONS or word.low.endswith("ing") and not acts
            if k and runs and row[k - 1].low not in DEFINITE | INDEFINITE | OWNED | PREPOSITIONS | {"and", "or"}:
                return True
    return False


def _bare(item: Item, one: Attribution, cue: Sequence[str], content: str) -> bool:
    """Whether a cue with a bare noun phrase tells of an act or a sight."""
    joined = " ".join(cue)
    two = {" ".join(pair) for pair in zip(cue, cue[1:], strict=False)}
    two = two if two & SAYING.keys() else two | set(cue)
    if _REFUSAL.search(joined):
        return False
    denied = bool(_NEGATED.search(joined) or _NEGATED.search(" ".join(item.page[a:b].lower() for a, b in one.source)))
    if denied and two & SEEING:
        return True
    if _clause(item, one, acts=bool(two & ACTS) and not two & _SHOWING) or (two & _NAMING and " as " in content):
        return False
    if denied and (_FEELS.search(joined) or " that " in content):
        return False
    if denied:
        return bool(two & ACTS) or not two & (ATTITUDES | NOUNS.keys()) and not _turned(two)
    if two & SEEING:
        return True
    if two & ACTS:
        return not _FIGURE.search(content.lower()) and one.content[0][0] > one.cue[0][0] and not _by_paper(item, one)
    known = two & (SAYING.keys() | ATTITUDES | NOUNS.keys()) or joined in {":", "according to"} or _FEELS.search(joined)
    if not known and "doubt" not in item.page[one.cue[0][0] : one.cue[-1][1] + 20]:
        return True
    return content.lower() in _PRONOUNS and not two & ATTITUDES and not _turned(two)


def _by_paper(item: Item, one: Attribution) -> bool:
    """Whether a paper is the source: what it lists or records, it says."""
    phrase = phrase_at(item, item.row(*one.source[0]))
    return phrase is not None and is_paper(phrase)


def _turned(words: set[str]) -> bool:
    """Whether a verb turns down, promises or demands, which it can do with a thing as well as with a clause."""
    known = any(SAYING.get(word, "asserts") != "asserts" for word in words)
    return known or not words.isdisjoint({"confirm", "confirmed", "confirms"})
