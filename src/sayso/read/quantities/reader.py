"""How many of what: the quantities of each claim."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.blocks import Blocks
from sayso.read.quantities.amounts import Amount, amounts
from sayso.read.quantities.counted import counts, part_of
from sayso.read.times.reckon import stops
from sayso.read.tokens import Token, low
from sayso.read.words import words as vocabulary
from sayso.record import Claim, Quantity, Reading, Span

_CUES = vocabulary("numbers")["cues"]
_NOT_BEFORE, _NOT_AFTER = frozenset(_CUES["no_count_before_one"]), frozenset(_CUES["no_count_after_one"])
_LINKS, _LEAD = frozenset(_CUES["links"]), frozenset(_CUES["lead"]) - frozenset(_CUES["links"]) - {"the", ","}


class Quantities:
    """Finds numbers in words and digits with bound, unit, what is counted, and parts."""

    name, version = "quantities", "2"
    needs: tuple[str, ...] = ("claims",)
    gives: tuple[str, ...] = ("claims.quantities",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the quantities that stand inside each claim's content."""
        blocks = Blocks(reading)
        known: dict[Span, tuple[Quantity, ...]] = {}
        claims: list[Claim] = []
        for claim in reading.claims:
            inside: list[Quantity] = []
            for piece in claim.content_spans:
                block = blocks.around(piece)
                if block not in known:
                    known[block] = quantities(reading.page.text, block)
                first, last = (
                    bisect_left(known[block], at, key=lambda one: one.span.start) for at in (piece.start, piece.end)
                )
                inside += [quantity for quantity in known[block][first:last] if piece.holds(quantity.span)]
            claims.append(replace(claim, quantities=tuple(dict.fromkeys(inside))))
        return replace(reading, claims=tuple(claims))


def _inside(found: Sequence[Quantity], piece: Span) -> list[Quantity]:
    first, last = (bisect_left(found, offset, key=lambda one: one.span.start) for offset in (piece.start, piece.end))
    return [one for one in found[first:last] if piece.holds(one.span)]


def quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    """The quantities under `span` of `text`, in order."""
    line, found = amounts(text, span)
    found = _measured_alike(line, found)
    named = [counts(line, one) for one in found]
    kept = [k for k, one in enumerate(found) if not one.is_one or (named[k] and _is_count(line, one))]
    found, named = [found[k] for k in kept], [named[k] for k in kept]
    wholes: dict[int, int] = {}
    for k in range(len(found)):
        whole = part_of(line, found, k, wholes)
        if whole is not None:
            wholes[k] = whole
    words = [_words(text, line, one, name) if wholes.get(k) != k + 1 else None
             for k, (one, name) in enumerate(zip(found, named, strict=True))]  # fmt: skip
    words = _shared(line, found, words)
    return tuple(_quantity(line, found, words, wholes, k) for k in range(len(found)))


def _measured_alike(line: Sequence[Token], found: list[Amount]) -> list[Amount]:
    """A bare number after "to" has the unit of the one it changes from: the 23 of "from 21 mpg combined to 23"."""
    out = list(found)
    for k in range(1, len(out)):
        one, last = out[k], out[k - 1]
        bare = one.unit is None and not one.is_share and not one.is_one and last.unit is not None and not last.is_age
        tied = low(line, one.first - 1) == "to" and low(line, last.first - 1) in ("from", "about")
        if bare and tied and one.first - last.last <= 8 and counts(line, one) is None:
            out[k] = replace(one, unit=last.unit)
    return out


def _is_count(line: Sequence[Token], one: Amount) -> bool:
    """Whether "one" counts ("one teacher", "one of the ships") rather than standing for somebody."""
    before = line[one.first - 1].low if one.first else ""
    after = line[one.last].low if one.last < len(line) else ""
    return before not in _NOT_BEFORE and after not in _NOT_AFTER and after != "-"


def _words(text: str, line: Sequence[Token], one: Amount, name: tuple[int, int] | None) -> str | None:
    if one.is_age:
        return "age"
    return text[line[name[0]].start : line[name[1] - 1].end] if name else None


def _shared(line: Sequence[Token], found: list[Amount], words: list[str | None]) -> list[str | None]:
    """A number that names nothing after "up from", "compared with" or "and" counts what the one before it counts."""
    out = list(words)
    for k in range(1, len(found)):
        one, last = found[k], found[k - 1]
        at = one.first - 1
        while at > last.last and line[at].low in _LEAD:
            at -= 1
        near = one.first - last.last <= 12 and not any(stops(line, j) for j in range(last.last, one.first))
        if out[k] is None and not one.unit and not last.unit and near and line[at].low in _LINKS and not one.is_share:
            out[k] = out[k - 1]
    return out


def _quantity(
    line: Sequence[Token], found: list[Amount], words: list[str | None], wholes: dict[int, int], k: int
) -> Quantity:
    """The k-th amount as a quantity; a part counts what its whole counts where it does not say."""
    one, whole = found[k], wholes.get(k)
    seen, top = {k}, whole
    counted = words[k]
    while counted is None and one.unit is None and top is not None and top not in seen:
        seen.add(top)
        counted, top = words[top], wholes.get(top)
    return Quantity(
        span=one.span(line), low=one.low, high=one.high, unit=one.unit, counts=counted, bound=one.bound,
        of="all" if one.of_all else None, part_of=found[whole].span(line) if whole is not None else None,
    )  # fmt: skip
