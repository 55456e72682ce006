"""Lists of what the record holds, for people: they fit 80 columns and read as well in a pipe."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Words

from sayso.cli.rows import outlet_of
from sayso.cli.screen import Beside, joined, styled
from sayso.record import Claim, Missed, Page, Source, Text
from sayso.record.wording import claim_tags, counted, link_words, source_name, source_notes, when_words

if TYPE_CHECKING:
    from sayso.newsroom.outlets import Publisher

SHORT = 8  # hex digits of an id that a person sees; `sayso show` takes them


def claim_entries(found: Iterable[tuple[Claim, Page, Text]]) -> Iterator[RenderableType]:
    """Claims under the story item they stand on, which is named once for those that follow each other."""
    before = None
    for claim, page, text in found:
        if (page.id, text.id) != before:
            if before:
                yield Words()
            yield place_line(claim, page, text)
            before = (page.id, text.id)
        yield claim_entry(claim, page)


def place_line(claim: Claim, page: Page, text: Text) -> Words:
    """Where claims stand: outlet, headline, time of publication."""
    where = outlet_of(claim, page) or page.url or "outlet not named"
    published = f" · {when_words(text.published)}" if text.published else ""
    return styled(
        (where, "quiet"), (" · ", "quiet"), (text.headline or "no headline", "headline"), (published, "quiet")
    )


def claim_entry(claim: Claim, page: Page) -> RenderableType:
    """Who said it, how, when and through whom; then what was said, with a gap between pieces."""
    content = " … ".join(span.of(page.text) for span in claim.content_spans)
    return entry(claim.id, _speaker_line(claim), styled(content))


def page_entry(page: Page) -> RenderableType:
    """What the page is called and when it was captured."""
    facts = [page.outlet or "outlet not named", f"captured {page.captured}" if page.captured else ""]
    return entry(page.id, styled(page.url or "address not known"), joined(facts))


def entry(record_id: str, *lines: RenderableType) -> RenderableType:
    """Lines beside the short form of an id."""
    return Beside(styled((record_id[:SHORT], "id")), SHORT + 2, lines)


def sources_table(found: Iterable[tuple[Source, int]]) -> Table:
    """Speakers with the number of claims each made."""
    table = plain_table()
    table.add_column("claims", justify="right")
    table.add_column("who", ratio=3)
    table.add_column("what is known", ratio=2, style="quiet")
    nameless: list[int] = []  # each unnamed outlet is one source of its own, and tells a person nothing
    for source, claims in found:
        if source.kind == "outlet" and not source.name and not source.described_as:
            nameless.append(claims)
            continue
        notes = source_notes(source)
        known = ", ".join([source.kind, *notes] if source.kind not in "".join(notes) else notes)
        table.add_row(f"{claims:,}", styled(source_name(source)), styled(known))
    if nameless:
        table.add_row(f"{sum(nameless):,}", "outlets not named", f"outlet, {counted(len(nameless), 'page')}")
    return table


def missed_table(found: Iterable[Missed]) -> Table:
    """What could not be taken, and why."""
    table = plain_table()
    table.add_column("when", no_wrap=True, style="quiet")
    table.add_column("what", ratio=2, overflow="fold")
    table.add_column("why", ratio=3)
    for missed in found:
        table.add_row((missed.at or "")[:16].replace("T", " "), styled(missed.what), styled(missed.why))
    return table


def outlets_table(found: "Iterable[Publisher]") -> Table:
    """Outlets with their family and other names; a star marks those of the newsroom's own file."""
    table = plain_table()
    table.add_column("family", ratio=3, style="quiet")
    table.add_column("outlet", ratio=4)
    table.add_column("kind", no_wrap=True, style="quiet")
    table.add_column("other names", ratio=5, style="quiet")
    for outlet, own in found:
        name = styled((outlet.name, "speaker"), (" *" if own else "", "tag"))
        table.add_row(styled(outlet.family or "its own"), name, outlet.kind, styled(", ".join(outlet.aliases)))
    return table


def plain_table() -> Table:
    """A table without lines, so that it reads well in a pipe too."""
    return Table(box=None, pad_edge=False, show_edge=False, header_style="quiet", expand=True)


def _speaker_line(claim: Claim) -> Words:
    if not claim.chain:
        return styled(("speaker not read", "quiet"))
    last = claim.chain[-1]
    name = styled((source_name(last.source), "speaker"))
    facts = ["in its own voice"] if claim.manner == "own_voice" else list(_facts(claim))
    line = name.append_text(styled((" · " + " · ".join(facts), "quiet"))) if facts else name
    tags = claim_tags(claim)
    return line.append_text(styled((" · ", "quiet"), (", ".join(tags), "tag"))) if tags else line


def _facts(claim: Claim) -> Iterator[str]:
    last = claim.chain[-1]
    yield link_words(last)
    yield from source_notes(last.source)
    if via := [source_name(link.source) for link in claim.chain[1:-1]]:
        yield f"through {', '.join(via)}"
    if claim.stated:
        yield f"said {when_words(claim.stated)}"
