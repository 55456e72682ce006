"""Demands that a quotation makes by itself: “Give us the names”, “Please look”, “Out of the water, now”."""

import re

from sayso.read.chain.phrasing import inflected, lines, opening, phrased
from sayso.read.chain.why import Why
from sayso.read.verbs import any_of
from sayso.record import Stance

_BASES, _NOUNS_TOO = frozenset(lines("demands", "verbs")), frozenset(lines("demands", "nouns_too"))
_OBJECTS, _FINITE = frozenset(lines("demands", "objects")), frozenset(lines("demands", "finite"))
_SAID_ONLY, _CONCEDED, _CRIES = (
    opening("demands", "said_only"),
    phrased("demands", "conceded"),
    opening("demands", "cries"),
)
_DETERMINERS, _PARTICLES = frozenset(lines("demands", "determiners")), frozenset(lines("demands", "particles"))
_CRIED = re.compile(rf"\b(?:{any_of(inflected('cries'))})\b", re.IGNORECASE)
_AWAY = re.compile(rf"\W*(?:{any_of(lines('demands', 'away'))})\b", re.IGNORECASE)
_URGENT = re.compile(rf"\b(?:{any_of(lines('demands', 'urgent'))})\W*$|!\W*$", re.IGNORECASE)
_PLEASE = re.compile(r"^\W*(?:\w{1,20}\W+)?please\b(?!\w)|,\s+please\W*$", re.IGNORECASE)
_DO_NOT = re.compile(r"\W*(?P<words>(?:do\s+not|don['’]t|never)\s+(?P<verb>[a-z]+))\b", re.IGNORECASE)
_LEAD = re.compile(
    rf"\W{{0,4}}(?:(?:{any_of(lines('demands', 'leads'))})\b[,!]?\s+|(?:{any_of(lines('demands', 'called'))})\s?[,!]\s+"
    rf"|(?:{any_of(lines('demands', 'conditions'))})\b[^,.!?]{{1,120}},\s+)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\W*(?:(?:[Mm]y|[Dd]ear|Mr|Mrs|Ms|Madam|Prime)\.?\s+)?[A-Z][\w’'-]{1,30}(?:\s+[A-Z][\w’'-]{1,20}){0,2},\s+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(
    r"(?:[^.!?]|(?<=\b[A-Z])\.|(?<=\b(?:[MDS]r|Ms|St))\.|(?<=\b(?:Mrs|Gen|Sen|Gov|Rep|Jan|Feb|Aug|Oct|Nov|Dec))\.|\.(?=\S)){1,300}"
    r"[.!?]*[”\"’']*"
)
_QUOTED = re.compile(r"\s*[“\"„«‘'`]")
_CRY = 8  # words of a cry without a verb
_SHORT = 2  # words of a sentence whose one verb may stand without an object: “Vote now”


def demand_in(cue: str, content: str) -> Why[Stance] | None:
    """The demand that at least half of the sentences of a quotation make; null where they make none."""
    if not _QUOTED.match(content):
        found = _bare(content)
        return Why("demands", found) if found and content.lstrip()[:1].isupper() else None
    sentences = [one for one in _SENTENCE.findall(content) if _WORD.search(one)][:6]
    orders = [words for one in sentences if (words := _demanded(cue, one))]
    return Why("demands", orders[0]) if orders and 2 * len(orders) >= len(sentences) else None


def _demanded(cue: str, sentence: str) -> str | None:
    """The words of a sentence that demand something."""
    if please := _PLEASE.search(sentence):
        return please.group().strip(" \t\n“\"‘'`,")
    if sentence.rstrip("”\"’' ").endswith("?"):
        return None
    return imperative(sentence) or _cry(cue, sentence)


def _bare(content: str) -> str | None:
    """An imperative without quotation marks: only where the verb has its object at once ("Hand over the hostages")."""
    row = [found.group() for found in _WORD.finditer(content[:200])][:3]
    if len(row) < 3 or row[0].lower() not in _BASES or _SAID_ONLY.match(content):
        return None
    verb, second, third = (word.lower() for word in row)
    if second in _DETERMINERS or (second in _PARTICLES and third in _DETERMINERS):
        return " ".join(row[:2]) if " ".join(row[:2]) in content else row[0]
    return None


def imperative(sentence: str) -> str | None:
    """The verb that opens a sentence in its base form, behind "and", a name called or an "if" clause."""
    for at in _starts(sentence):
        rest = sentence[at:]
        if _SAID_ONLY.match(rest) or _CONCEDED.search(rest):
            return None
        if (not_done := _DO_NOT.match(rest)) and (
            not not_done["words"].lower().startswith("never") or not_done["verb"].lower() in _BASES
        ):
            return not_done["words"]
        row = list(_WORD.finditer(rest))[:3]
        if row and not any(map(str.isalnum, rest[: row[0].start()])) and _is_order(rest, row):
            return row[0].group()
    return None


def _starts(sentence: str) -> list[int]:
    """Where an imperative may begin."""
    out, at = [0], 0
    for _ in range(2):
        lead = _LEAD.match(sentence, at) or _CALLED.match(sentence, at)
        if lead is None:
            break
        at = lead.end()
        out.append(at)
    return out


def _is_order(rest: str, row: list[re.Match[str]]) -> bool:
    verb = row[0].group().lower()
    if verb not in _BASES:
        return False
    after = row[1].group().lower().replace("’", "'") if len(row) > 1 else ""
    if after in _FINITE or (verb not in _NOUNS_TOO and after in {"of", "'s"}):
        return False
    if verb not in _NOUNS_TOO:
        return True
    if after in _OBJECTS:
        return not (len(row) > 2 and row[2].group().lower() in _FINITE and after not in {"out", "off", "up", "down"})
    return len(list(_WORD.finditer(rest))) <= _SHORT and rest.rstrip("”\"’' ").endswith("!")


def _cry(cue: str, sentence: str) -> str | None:
    """A cry without a verb: "Hands off …", "Out of the water, now"."""
    if found := _CRIES.match(sentence):
        return found.group().strip(" “\"‘'`")
    away = _AWAY.match(sentence)
    row = _WORD.findall(sentence)
    if away and len(row) <= _CRY and not {word.lower() for word in row} & _FINITE:
        return away.group().strip(" “\"‘'`") if _URGENT.search(sentence) or _CRIED.search(cue) else None
    return None
