"""Interviews and transcripts: paragraphs that open with a label and a colon, and questions that answers stand under."""

import re
from collections.abc import Iterator, Sequence

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item, Place
from sayso.read.attribute.subjects import is_paper, no_label, phrase_at
from sayso.read.attribute.wording import ANSWERS, ASKS
from sayso.read.verbs import SAID_FORMS
from sayso.record import Mention, Span

SURE = 0.8
LEAST = 2  # labelled paragraphs, or answered questions, that make a form of it
MOST = 60  # persons whose initials are looked at
LONGEST_LABEL = 4  # words in capitals
LONGEST_QUESTION = 200  # characters
_SPOKEN = re.compile(r"\?|\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?P<who>[^\W\d_][^:“”\"\n!?]{0,48})(?P<cue>:)\s+(?=\S)")


def turns(item: Item) -> list[Attribution]:
    """The turns of a transcript or an interview, and the answers of a questionnaire."""
    return list(_labelled(item)) or list(_answers(item))


def _labelled(item: Item) -> Iterator[Attribution]:
    """Paragraphs that open with who speaks and a colon, where more than one does and a word is not quoted."""
    found = [
        (lead, end)
        for start, end in item.blocks
        if (start, end) != item.headline and (lead := _LABEL.match(item.page, start, end)) and _is_label(item, lead)
    ]
    bare = [(lead, end) for lead, end in found if not item.quotes_in(lead.end(), end)]
    if len(found) < LEAST or not bare or len(found) * 2 < _spread(item, found) or not _talk(item, found):
        return
    people = _people(item)
    for lead, end in bare:
        source = _who(item, lead, people)
        if source:
            yield Attribution((source,), (lead.span("cue"),), ((lead.end(), end),), SURE, SURE)


def _talk(item: Item, found: Sequence[tuple[re.Match[str], int]]) -> bool:
    """Whether labelled paragraphs are a conversation and no list: a label comes back, asks, or speaks of "I"."""
    labels = [lead["who"].lower() for lead, _ in found]
    if len(set(labels)) < len(labels) or not (ASKS | ANSWERS).isdisjoint(labels):
        return True
    return any(_SPOKEN.search(item.page, lead.end(), end) for lead, end in found)


def _spread(item: Item, found: Sequence[tuple[re.Match[str], int]]) -> int:
    """How many blocks there are from the first labelled one to the last: captions stand far apart, turns do not."""
    return item.block_at(found[-1][0].start()) - item.block_at(found[0][0].start()) + 1


def _is_label(item: Item, lead: re.Match[str]) -> bool:
    """Whether the words before a colon are somebody: a letter of the form, initials, a name, an office."""
    if lead["who"].lower() in ASKS | ANSWERS or _initials(lead["who"]) or _shouted(lead["who"]):
        return True
    row = item.row(*lead.span("who"))
    if not row or len(row) > 6 or any(word.low in SAID_FORMS for word in row):
        return False
    phrase = phrase_at(item, row)
    return phrase is not None and phrase.end == row[-1].end and not is_paper(phrase) and not no_label(item, phrase)


def _shouted(words: str) -> bool:
    """Whether a label is set in capitals, as transcripts set names ("WALLACE", "GOV. PENCE")."""
    return words.isupper() and len(words.split()) <= LONGEST_LABEL and sum(c.isalpha() for c in words) > 2


def _initials(words: str) -> bool:
    return words.isupper() and 1 < len(words.replace(".", "")) <= 3


def _who(item: Item, lead: re.Match[str], people: Sequence[Mention]) -> Place | None:
    """The words that name who speaks in a labelled turn; None for the one who asks."""
    words = lead["who"]
    if words.lower() in ASKS:
        return None
    if _initials(words):
        mine = [
            m
            for m in people[:MOST]
            if "".join(w[0] for w in re.findall(r"\w+", m.span.of(item.page))).upper() == words.replace(".", "")
        ]
        return (mine[0].span.start, mine[0].span.end) if mine else None
    if words.lower() in ANSWERS:
        return (people[0].span.start, people[0].span.end) if people else None
    return lead.span("who")


def _people(item: Item) -> list[Mention]:
    """The persons named in the headline, then in the body."""
    found = [m for start, end in _by_rank(item) for m in item.sheet.mentions_in(Span(start, end)) if m.form == "name"]
    return [m for m in found if (entity := item.sheet.entity(m)) and entity.kind == "person"]


def _by_rank(item: Item) -> Sequence[Place]:
    return sorted(item.blocks, key=lambda block: block != item.headline)


def _answers(item: Item) -> Iterator[Attribution]:
    """The paragraphs under questions, given to the one person whom the headline or the first paragraph names."""
    asked = [
        k
        for k, block in enumerate(item.blocks[:-1])
        if block != item.headline and _asks(item, block) and not _asks(item, item.blocks[k + 1])
    ]
    if len(asked) < LEAST:
        return
    lead = [block for block in (item.headline, *item.blocks[: asked[0]]) if block]
    people = [m for start, end in lead for m in item.sheet.mentions_in(Span(start, end)) if m.form == "name"]
    persons = {m.entity_id: m for m in reversed(people) if (entity := item.sheet.entity(m)) and entity.kind == "person"}
    if len(persons) != 1:
        return
    span = next(iter(persons.values())).span
    for k in asked:
        answer = item.page[slice(*item.blocks[k + 1])].strip()
        if not item.quotes_in(*item.blocks[k + 1]) and answer[0].isalnum() and answer[-1] in ".!…)":
            yield Attribution(((span.start, span.end),), (), (item.blocks[k + 1],), SURE, SURE)


def _asks(item: Item, block: Place) -> bool:
    words = item.page[block[0] : block[1]].strip()
    return words.endswith("?") and len(words) <= LONGEST_QUESTION and not item.quotes_in(*block)
