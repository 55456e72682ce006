"""The noun phrase before a verb inside a content: whether it is the one who speaks there."""

from collections.abc import Sequence

from sayso.read.chain.voices import voice_in
from sayso.read.names.descriptions import BREAKS, HEADS
from sayso.read.names.runs import Word
from sayso.read.sheet import Sheet
from sayso.read.verbs import ATTITUDES, SAYING
from sayso.read.words import phrases
from sayso.record import Span

BE = frozenset(phrases("grammar", "be"))
HELPERS = frozenset(phrases("grammar", "helpers"))
PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_VERBS = frozenset(form for form in SAYING.keys() | ATTITUDES if form.endswith(("s", "ed")))
_CONDITIONAL = frozenset(phrases("grammar", "conditional"))
_NOT_BEFORE = BE | {"to", "by", "not", "never", "who", "the", "a", "been", "which", "that"}


def named(sheet: Sheet, word: Word) -> bool:
    """Whether a word that looks like a verb is part of a name (the United States)."""
    return word.capital and sheet.inside_name(word.start)


def subject_of(sheet: Sheet, row: Sequence[Word], verb: int) -> Span | None:
    """The words of the voice that is the subject of the verb at `verb`; None where something else stands before it."""
    if not _clear(sheet, row, verb):
        return None
    subject = list(row[:verb])
    while subject and subject[-1].low in HELPERS:
        subject.pop()
    source = voice_in(sheet, subject)
    if source is None or not subject:
        return None
    if sheet.text[source.end : subject[-1].end].strip(" ,") and not _only_apposed(sheet, source, subject):
        return None
    return Span(source.start, subject[-1].end)


def _clear(sheet: Sheet, row: Sequence[Word], verb: int) -> bool:
    """Whether nothing but a noun phrase, with its appositions and relative clauses, stands before the verb."""
    who = False
    for k, word in enumerate(row[:verb]):
        gap = sheet.text[row[k - 1].end : word.start] if k else ""
        if any(sign in gap for sign in '.;:“”"?!—–'):
            return False
        who = who or word.low in {"who", "which", "whose"}
        if word.low in BE | _CONDITIONAL and not who:
            return False
        if word.low in {"has", "have", "had"} and k + 1 < verb and row[k + 1].low not in HELPERS and not who:
            return False
        if not who and k and word.low in _VERBS and not named(sheet, word) and word.low not in HEADS:
            return False
    return not row[verb - 1].owns and row[verb - 1].low not in _NOT_BEFORE


def _only_apposed(sheet: Sheet, source: Span, subject: Sequence[Word]) -> bool:
    """Whether what stands between a voice and its verb is an apposition between commas or a modifier."""
    between = sheet.text[source.end : subject[-1].end]
    return (
        between.lstrip().startswith((",", "("))
        or subject[-1].low in HEADS
        or not BREAKS.isdisjoint(between.lower().split())
    )
