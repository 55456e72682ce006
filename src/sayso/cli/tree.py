"""One claim for people: its chain as a small tree, its words, its times and figures."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Words
from rich.tree import Tree

from sayso.cli.marks import marked
from sayso.cli.screen import Beside, styled
from sayso.record import Claim, Event, Link, Reading, When
from sayso.record.wording import (
    claim_tags,
    link_words,
    quantities_words,
    source_name,
    source_notes,
    when_words,
)

_DONE = {
    "happened": "happened",
    "planned": "planned for",
    "possible": "possible",
    "demanded": "demanded for",
    "conditional": "on a condition",
    "hypothetical": "supposed for",
}


def claim_block(number: str, claim: Claim, reading: Reading, *, brackets: bool) -> RenderableType:
    """The claim under its number: chain, exact words, then what else is known of it."""
    lines: list[RenderableType] = [chain_tree(claim)] if claim.chain else []
    lines.append(marked(claim, reading, brackets=brackets))
    lines.extend(notes(claim, reading))
    return Beside(styled((f"{number:>3}", "quiet")), max(len(number), 3) + 1, tuple(lines))


def chain_tree(claim: Claim) -> Tree:
    """Outlet → relays → speaker, one level a hop."""
    if claim.manner == "own_voice":
        return Tree(styled((source_name(claim.chain[-1].source), "speaker"), (" · in its own voice", "quiet")))
    tree = branch = Tree(link_line(claim.chain[0], *claim.chain[1:2]), guide_style="quiet")
    for at, link in enumerate(claim.chain[1:], 2):
        branch = branch.add(link_line(link, *claim.chain[at : at + 1]))
    return tree


def link_line(link: Link, after: Link | None = None) -> Words:
    """A voice, how the word left it, when, and what is known of the voice.

    A verb that also stands with the voice `after` it ("he told the Courier") stands there alone.
    """
    told_once = after is not None and link.cue is not None and link.cue == after.cue
    facts = [] if told_once or (not link.cue and link.relation == "published") else [link_words(link)]
    facts += [when_words(link.at)] if link.at else []
    facts += source_notes(link.source)
    line = styled((source_name(link.source), "outlet" if after else "speaker"))
    return line.append_text(styled((" · " + " · ".join(facts), "quiet"))) if facts else line


def notes(claim: Claim, reading: Reading) -> Iterator[Words]:
    """Tags, figures and times of a claim, each only where there is something to tell."""
    if tags := claim_tags(claim):
        yield styled((", ".join(tags), "tag"))
    if claim.quantities:
        yield styled(("figures: ", "quiet"), "; ".join(quantities_words(claim.quantities, reading.page.text)))
    if times := list(claim_times(claim, reading)):
        yield styled((" · ".join(times), "quiet"))


def claim_times(claim: Claim, reading: Reading) -> Iterator[str]:
    """When it was said and when it is said to have happened; beside either, when that was published: a third thing."""
    told = [f"said {when_words(claim.stated)}"] if claim.stated else []
    told += [_event_words(event, event.when) for event in reading.events if event.id in claim.event_ids and event.when]
    yield from told
    text = next((text for text in reading.texts if text.id == claim.text_id), None)
    if told and text and text.published:
        yield f"published {when_words(text.published)}"


def _event_words(event: Event, when: When) -> str:
    done = ("not " if event.polarity == "negative" else "") + _DONE[event.modality]
    return f"{done} {when_words(when)} (“{event.trigger}”)"
