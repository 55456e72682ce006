"""Reported speech that runs on without a verb of its own: "Wheat would be short, she warned. The rains had come late.".

Only after a report whose cue trails: what follows "she warned that …" is as often the outlet's own account.
"""

from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item, Told
from sayso.read.attribute.subjects import FINITE
from sayso.read.attribute.wording import small
from sayso.read.chain.stance import stance_of
from sayso.read.names.descriptions import DEFINITE, INDEFINITE, OWNED
from sayso.read.verbs import SAYING

SURE = 0.55
SOON = 10  # words within which the verb of the first clause stands
LONGEST_RUN = 3  # sentences
_PAST = small("past")
_SHIFTED = small("shifted")


def continued(item: Item, told: Told) -> Iterator[Attribution]:
    """Sentences whose tense says that the speaker of the one before still has the word."""
    last: Attribution | None = None
    run = 0
    for k, sentence in enumerate(item.sentences):
        here = told.meeting(sentence.start, sentence.end)
        before = item.sentences[k - 1] if k else None
        if here or before is None or item.block_at(before.start) != item.block_at(sentence.start):
            last, run = _reported(item, here), 0
            continue
        if last is None or run >= LONGEST_RUN or not _runs_on(item, last, sentence.start, sentence.end):
            last = None
            continue
        run += 1
        yield Attribution(last.source, (), ((sentence.start, sentence.end),), SURE, SURE)


def _reported(item: Item, here: list[Attribution]) -> Attribution | None:
    """The one indirect report of a sentence in the past tense, if it has one."""
    if len(here) != 1 or not here[0].cue or not here[0].source:
        return None
    one = here[0]
    verbs = item.page[one.cue[0][0] : one.cue[0][1]].lower().split()
    past = any(word in SAYING and (word.endswith("ed") or word in _PAST) for word in verbs)
    indirect = not any(item.quotes_in(*span) for span in one.content)
    trails = one.content[-1][1] <= one.cue[0][0]
    return one if past and indirect and trails and _shift(item, one.content[0][0], one.content[-1][1]) else None


def _shift(item: Item, start: int, end: int) -> str:
    """The first finite verb of a stretch where it is one of reported speech."""
    row = item.row(start, end)[:SOON]
    first = next((word.low for word in row if word.low in FINITE), "")
    return first if first in _SHIFTED or first == "had" else ""


def _runs_on(item: Item, last: Attribution, start: int, end: int) -> bool:
    """Whether a sentence goes on in the tense of the report before it, and is not about its speaker's past."""
    if item.quotes_in(start, end) or stance_of("", item.page[start:end]) == "doubts":
        return False
    shift, row = _shift(item, start, end), item.row(start, end)
    if shift != "had":
        return bool(shift)
    k = next(k for k, word in enumerate(row) if word.low == "had")
    perfect = k + 1 < len(row) and row[k + 1].low not in DEFINITE | INDEFINITE | OWNED | {"to"}
    return perfect and row[0].low not in {"he", "she", "they"}
