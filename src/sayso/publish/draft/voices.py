"""What a brief calls a voice, in the words that the page has for it."""

from sayso.publish.draft.frame import frame
from sayso.record import Kept, Link, Source, When
from sayso.record.fold import folded, words
from sayso.record.wording import source_name

SHORT = 4  # words of a title that may stand before a name
PRINTED = 9  # words of the page for a named voice


def voice(row: Kept) -> str:
    """A claim's speaker inside a sentence: "the Defence Ministry", "three people familiar with the conversation"."""
    link = row.claim.chain[-1]
    source = link.source
    if source.kind == "outlet" and source.name:
        return name(link, row)
    if paper := _paper(row):
        return paper
    if not source.name:
        return lowered(_one_line(source.described_as or "")) or source_name(source)
    for span in row.claim.source_spans:
        printed = _one_line(span.of(row.page.text))
        if folded(source.name) in folded(printed) and len(printed.split()) <= PRINTED:
            return lowered(printed) + ("," if "," in printed else "")
    return _with_article(_titled(source))


def outlet_of(row: Kept) -> str | None:
    """The outlet that a claim's speaker spoke to: the last one of the chain before the speaker that has a name."""
    chain = row.claim.chain
    speaker = folded(chain[-1].source.name) if chain else ""
    for link in reversed(chain[:-1]):
        found = folded(link.source.name)
        if link.source.kind == "outlet" and found and not (speaker and (speaker in found or found in speaker)):
            return name(link, row)
    return None


def _paper(row: Kept) -> str | None:
    """The paper that a claim stands in, where the page names it with whose it is: "a poll by the Orlo Institute"."""
    for link in row.claim.chain[1:-1]:
        words_for = link.source.described_as or ""
        issuer = folded(row.claim.chain[-1].source.name)
        if link.source.kind == "document" and issuer and issuer in folded(words_for):
            return lowered(_one_line(words_for))
    return None


def _with_article(named: str) -> str:
    """A body's name as it stands in a sentence: "the Defence Ministry"."""
    said = words(named)
    bodies = frame().bodies
    return f"the {named}" if said and "’" not in named and "'" not in named and bodies & {said[0], said[-1]} else named


def _titled(source: Source) -> str:
    """A name with what the page says of whose it is: "Foreign Minister Ilya Menk"."""
    described, named = lowered(_one_line(source.described_as or "")), _one_line(source.name or "")
    if source.kind != "person" or not described or folded(named) in folded(described):
        return named
    if len(described.split()) <= SHORT and "," not in described and words(described)[0] not in ("the", "a", "an"):
        return f"{described} {named}"
    return f"{named}, {described},"


def name(link: Link, row: Kept) -> str:
    """A name with the article that the page prints before it."""
    printed = _one_line(link.span.of(row.page.text)) if link.span else ""
    bare = source_name(link.source)
    return f"the {bare}" if printed.casefold().startswith("the ") and words(bare)[:1] != ("the",) else bare


def on_day(when: When | None) -> str:
    """ " on March 5" where the day is known, else nothing."""
    if not when or not when.earliest or not when.latest or when.earliest[:10] != when.latest[:10]:
        return ""
    day = when.earliest[:10].split("-")
    return f" on {frame().months[int(day[1]) - 1]} {int(day[2])}" if len(day) == 3 else ""


def lowered(told: str) -> str:
    """The words as they stand inside a sentence: a leading article or number small."""
    first, _, rest = told.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in frame().articles else told


def raised(told: str) -> str:
    """The words as they begin a sentence."""
    return told[:1].upper() + told[1:]


def _one_line(told: str) -> str:
    return " ".join(told.split()).strip(" ,;:")
