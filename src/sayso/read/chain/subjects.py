"""The noun phrase before a verb inside a content: whether it is the one who speaks there."""

from collections.abc import Sequence

from sayso.read.chain.counts import count_of
from sayso.read.chain.speakers import phrase_of
from sayso.read.chain.voices import voice_in
from sayso.read.names.descriptions import BREAKS, DEFINITE, HEADS, INDEFINITE
from sayso.read.names.people import CROWD, OFFICIALS, UNNAMED, head_kind
from sayso.read.names.runs import Word
from sayso.read.sheet import Sheet
from sayso.read.verbs import ATTITUDES, SAYING
from sayso.read.words import phrases
from sayso.record import Span

BE = frozenset(phrases("grammar", "be"))
HELPERS = frozenset(phrases("grammar", "helpers"))
PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_VERBS = frozenset(form for form in SAYING.keys() | ATTITUDES if form.endswith(("s", "ed")))
_AGENTS = tuple(phrases("grammar", "agent_endings"))
_PAST = frozenset(phrases("grammar", "past_verbs"))
_CONDITIONAL = frozenset(phrases("grammar", "conditional"))
_NOT_BEFORE = BE | {"to", "by", "not", "never", "who", "the", "a", "been", "which", "that", "and", "or", "but", "what"}


def named(sheet: Sheet, word: Word) -> bool:
    """Whether a word that looks like a verb is part of a name (the United States)."""
    return word.capital and sheet.inside_name(word.start)


def main_verb(sheet: Sheet, row: Sequence[Word], verbs: frozenset[str], limit: int = 24) -> int | None:
    """The index of the first of the verbs that is not inside a name or the verb of a relative clause."""
    who: int | None = None
    for k, word in enumerate(row[: limit + 1]):
        if word.low in {"who", "which", "whose"}:
            who = k
        elif k and word.low in verbs and not named(sheet, word) and not _relative(sheet, row, who, k):
            return k
    return None


def _relative(sheet: Sheet, row: Sequence[Word], who: int | None, k: int) -> bool:
    """Whether the word is the first verb after "who"."""
    if who is None:
        return False
    between = row[who + 1 : k]
    comma = "," in sheet.text[row[who].end : row[k].start]
    return not comma and not any(w.low in BE | _PAST or w.low.endswith("ed") or w.low in _VERBS for w in between)


def subject_of(sheet: Sheet, row: Sequence[Word], verb: int) -> Span | None:
    """The words of the voice that is the subject of the verb at `verb`; None where something else stands before it."""
    if not _clear(sheet, row, verb):
        return None
    subject = list(row[:verb])
    while subject and subject[-1].low in HELPERS:
        subject.pop()
    source = voice_in(sheet, subject) or _agent(subject)
    if source is None or not subject or not (speaks(sheet, source) or _agent(subject)):
        return None
    if sheet.text[source.end : subject[-1].end].strip(" ,") and not _only_apposed(sheet, source, subject):
        return None
    return Span(source.start, subject[-1].end)


def _agent(row: Sequence[Word]) -> Span | None:
    """Somebody whom no list knows, by an article before and the ending of one who does something ("a hacker")."""
    known = row and len(row) < 5 and row[0].low in DEFINITE | INDEFINITE and row[-1].low.endswith(_AGENTS)
    return Span(row[0].start, row[-1].end) if known else None


def speaks(sheet: Sheet, span: Span) -> bool:
    """Whether the head of a phrase can speak: somebody named, people, bodies or papers, not "her years in office"."""
    phrase = phrase_of(sheet, span)
    head = phrase.head
    if phrase.named is not None or head_kind(phrase.low) is not None or head in UNNAMED | OFFICIALS | CROWD | PRONOUNS:
        return True
    counted = count_of(phrase.words) is not None and head.endswith(("ers", "ors", "men", "ists"))
    return counted or head in HEADS or head.removesuffix("s") in HEADS


def _clear(sheet: Sheet, row: Sequence[Word], verb: int) -> bool:
    """Whether nothing but a noun phrase, with its appositions and relative clauses, stands before the verb."""
    who = False
    for k, word in enumerate(row[:verb]):
        gap = sheet.text[row[k - 1].end : word.start] if k else ""
        if any(sign in gap for sign in '.;:“”"?!—–'):
            return False
        who = who or word.low in {"who", "which", "whose"}
        if (word.low in BE | _CONDITIONAL or word.low.endswith(("n't", "n’t"))) and not who:
            return False
        if word.low in {"has", "have", "had"} and k + 1 < verb and row[k + 1].low not in HELPERS and not who:
            return False
        if not who and k and word.low in _VERBS and not named(sheet, word) and word.low not in HEADS:
            return False
    last = row[verb - 1]
    return not last.owns and not last.text.endswith(("'s", "’s")) and last.low not in _NOT_BEFORE


def _only_apposed(sheet: Sheet, source: Span, subject: Sequence[Word]) -> bool:
    """Whether what stands between a voice and its verb is an apposition between commas or a modifier."""
    between = sheet.text[source.end : subject[-1].end]
    return (
        between.lstrip().startswith((",", "("))
        or subject[-1].low in HEADS
        or not BREAKS.isdisjoint(between.lower().split())
    )
