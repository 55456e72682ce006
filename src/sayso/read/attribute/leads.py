"""The words right before a quotation with a colon, and the verb and voice right after one."""

import re

from sayso.read.attribute.item import CLOCK, Item, Place
from sayso.read.attribute.subjects import Phrase, phrase_at, subject, with_apposition
from sayso.read.attribute.wording import POINTING, RAN, TURNS
from sayso.read.names.descriptions import DEFINITE, INDEFINITE, OWNED
from sayso.read.names.runs import Word
from sayso.read.verbs import SAID_FORMS, any_of

_Voice = tuple[Place, Place | None]
_NOUN = any_of(POINTING)
_OWNED = re.compile(rf"\b(?P<who>his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}?(?P<cue>{_NOUN})\b", re.IGNORECASE)
_OWNER = re.compile(rf"(?P<who>[^\W\d_][^,;:.“”\"\n]{{1,60}}?)['’]s?\s+(?:[\w-]+\s+){{0,2}}?(?P<cue>{_NOUN})\b")
_OF = re.compile(
    rf"\b(?P<cue>{_NOUN})\s+(?:(?:that\s+)?(?:came|comes|received|given|made|offered|sent)\s+)?(?:of|from|by)\s+",
    re.IGNORECASE,
)
_TURN = re.compile(rf"\b(?:{any_of(TURNS)})\s+", re.IGNORECASE)


def lead_voice(item: Item, place: int) -> _Voice | None:
    """Who a lead with a colon says will speak, with the noun for the words if it has one."""
    number = item.block_at(place)
    block = item.blocks[number][0]
    if number and not item.page[block:place].strip():
        block = item.blocks[number - 1][0]
    colon = item.page[block:place].rstrip()
    if not colon.endswith(":"):
        return None
    end = block + len(colon) - 1
    home = next(iter(item.sentences_before(end, 1)), None)
    start = max(block, home.start) if home else block
    clock = CLOCK.match(item.page, start, end)
    start = clock.end() if clock else start
    return _noun(item, start, end) or _turn(item, start, end) or _label(item, start, end, block)


def _noun(item: Item, start: int, end: int) -> _Voice | None:
    """ "Her message was blunt:", "The reply from its founder was short:"."""
    of = _OF.search(item.page, start, end)
    if of:
        found = phrase_at(item, item.row(of.end(), end))
        if found:
            return with_apposition(item, found, end).place, of.span("cue")
    owned = _OWNED.search(item.page, start, end)
    if owned:
        return owned.span("who"), owned.span("cue")
    owner = _OWNER.match(item.page, start, end)
    if owner:
        found = phrase_at(item, item.row(owner.start("who"), owner.end("who") + 2))
        if found:
            return (found.start, min(found.end, owner.end("who"))), owner.span("cue")
    return None


def _turn(item: Item, start: int, end: int) -> _Voice | None:
    """ "Then it was the turn of the lawyer, Anneliese Brant:", "To which Judge Abe:"."""
    turn = _TURN.search(item.page, start, end)
    found = phrase_at(item, item.row(turn.end(), end)) if turn else None
    if found is None:
        return None
    rest = item.page[found.end : end].strip()
    return (found.start, end if rest.startswith(",") else found.end), None


def _label(item: Item, start: int, end: int, block: int) -> _Voice | None:
    """Whom the lead is about, or the lead itself where it is a short label that opens a block ("Woman with pram:")."""
    found = subject(item, start, end)
    if found is not None:
        return found.place, None
    words = item.page[start:end].split()
    short = item.page[block:start].strip(" \t") == "" or CLOCK.fullmatch(item.page, block, start)
    if short and 0 < len(words) <= 5 and words[0][0].isupper() and words[0].lower() not in OWNED:
        row = item.row(start, end)
        if row and not any(word.low in SAID_FORMS for word in row):
            return (start, end), None
    return None


def tail_voice(item: Item, place: int) -> tuple[Place, Place] | None:
    """The voice and verb right after a quotation that its sentence goes on from: "“…,” continued the brigadier"."""
    limit = item.blocks[item.block_at(max(place - 1, 0))][1]
    row = item.row(place, min(limit, place + 200))
    if not row or item.page[place : row[0].start].strip(" ,"):
        return None
    if (verb := verb_at(row, 0)) is not None:
        found = phrase_at(item, row, verb[1]) or (_line(row, verb[1]) if row[0].low in RAN else None)
        if found:
            return with_apposition(item, found, limit).place, (row[0].start, row[verb[1] - 1].end)
    first = phrase_at(item, row, 0)
    if first is None:
        return None
    first = with_apposition(item, first, limit)
    k = next((k for k, word in enumerate(row) if word.start >= first.end), len(row))
    verb = verb_at(row, k)
    if verb is None or item.page[first.end : row[k].start].strip():
        return None
    return first.place, (row[k].start, row[verb[1] - 1].end)


def _line(row: list[Word], k: int) -> Phrase | None:
    """A noun for words that are read rather than spoken: "reads the first question on the form"."""
    if k < len(row) and row[k].low in DEFINITE | INDEFINITE | OWNED:
        for word in row[k + 1 : k + 5]:
            if word.low in POINTING:
                return Phrase(row[k].start, word.end, None, word.low)
    return None


def verb_at(row: list[Word], k: int) -> tuple[int, int] | None:
    """The verb of saying that begins with word `k`, as indices; one of two words before one of a single word."""
    if k < len(row):
        if k + 1 < len(row) and f"{row[k].low} {row[k + 1].low}" in SAID_FORMS:
            return k, k + 2
        if row[k].low in SAID_FORMS and not row[k].capital:
            return k, k + 1
    return None
