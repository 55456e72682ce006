"""A whole reading for people: the page, its story items in order, the claims of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.padding import Padding
from rich.text import Text as Words

from sayso.cli.head import page_lines, text_lines
from sayso.cli.marks import legend
from sayso.cli.screen import Screen, styled
from sayso.cli.tree import claim_block
from sayso.cli.why import by_claim, why_block
from sayso.record import Claim, Grounds, Reading, Text
from sayso.record.wording import counted


def say_reading(
    screen: Screen,
    reading: Reading,
    *,
    name: str = "",
    parts: bool = False,
    own_voice: bool = False,
    grounds: Sequence[Grounds] = (),
) -> None:
    """Prints a reading; sentences in the outlet's own voice only where asked, else their number.

    Where the claims' `grounds` are given, each claim is followed by them.
    """
    screen.lines(page_lines(reading, name))
    if any(claim.manner != "own_voice" for claim in reading.claims):
        screen.lines([legend(brackets=screen.plain)])
    number, why = 0, by_claim(grounds)
    for text in sorted(reading.texts, key=lambda text: text.span):
        screen.print()
        screen.lines(text_lines(text, whole=own_voice))
        number = say_claims(screen, reading, claims_of(text, reading), own_voice=own_voice, after=number, why=why)
    screen.lines(missed_lines(reading))
    if parts:
        screen.print()
        screen.lines(part_lines(reading))


def say_claims(
    screen: Screen,
    reading: Reading,
    claims: Iterable[Claim],
    *,
    own_voice: bool,
    after: int = 0,
    why: Mapping[str, Grounds] = MappingProxyType({}),
) -> int:
    """Prints the claims numbered after `after`, each with its grounds in `why`; the last number given."""
    folded, number = 0, after
    for claim in claims:
        if claim.manner == "own_voice" and not own_voice:
            folded += 1
            continue
        number += 1
        screen.print()
        screen.lines([claim_block(str(number), claim, reading, brackets=screen.plain)])
        if claim.id in why:
            screen.print()
            screen.lines(Padding(line, (0, 0, 0, 4)) for line in why_block(why[claim.id], reading.page.text))
    if folded:
        words = (
            f"{counted(folded, 'sentence')} in the outlet's own voice: --all shows {'it' if folded == 1 else 'them'}"
        )
        screen.print()
        screen.lines([Padding(styled((words, "quiet")), (0, 0, 0, 4))])
    return number


def claims_of(text: Text, reading: Reading) -> list[Claim]:
    """The claims of a story item in the order of their words."""
    return sorted((claim for claim in reading.claims if claim.text_id == text.id), key=lambda claim: claim.span)


def missed_lines(reading: Reading) -> Iterator[Words]:
    """What could not be read on the page, once for each reason."""
    names = {text.id: text.headline or text.kind for text in reading.texts}
    for why, count in Counter(missed.why for missed in reading.missed).items():
        what = next(missed.what for missed in reading.missed if missed.why == why)
        more = f" and {counted(count - 1, 'more passage')}" if count > 1 else ""
        yield styled(("missed: ", "warn"), f"{names.get(what, what)}{more}: {why}")


def part_lines(reading: Reading) -> Iterator[Words]:
    """Every part of the page: its label, where it stands, its first words."""
    for part in reading.parts:
        words = part.span.of(reading.page.text)
        short = words if len(words) <= 60 else f"{words[:59]}…"
        where = f"{part.span.start}-{part.span.end}"
        yield Words.assemble((f"{part.kind:<12} ", "tag"), (f"{where:>13}  ", "quiet"), styled(short))
