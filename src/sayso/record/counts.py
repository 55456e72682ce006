"""The five numbers of a point in words that a reporter can paste into a memo."""

from collections.abc import Iterator

from sayso.record.point import Origin, Point
from sayso.record.wording import counted, source_name

KINDS = {
    "cites": "cites",
    "told": "has what was told to",
    "wire": "runs the report of",
    "copies": "repeats the words of",
    "same_quote": "has the same quotation as",
    "same_document": "has the same document as",
    "same_speaker": "quotes the same speaker as",
    "same_publisher": "has the same publisher as",
}

LEFT_OUT = {
    "copies": "repeats the words of an earlier page",
    "covered by the same page": "its own page says where it has it from, and is counted there",
    "same publisher": "its publisher is behind an origin already",
    "upstream unknown": "does not say where it has it from: may be an origin of its own",
    "relays a withdrawn report": "relays a report that was withdrawn",
}


def left_out_words(why: str) -> str:
    """Why a mention adds no origin, in plain words."""
    return LEFT_OUT.get(why, why)


def point_words(point: Point) -> str:
    """ "disputed · 1 origin [1, 1] · 14 pages · 9 outlets · 2 named voices (1 interested) · denied by 2"."""
    return " · ".join([point.standing, *_support(point), *_denial(point), *_rest(point)])


def origins_words(interval: tuple[int, int]) -> str:
    """ "1 origin [1, 1]": the proven number, then the least and the most there can be."""
    low, high = interval
    return f"{counted(low, 'origin')} [{low}, {high}]"


def _support(point: Point) -> Iterator[str]:
    yield origins_words(point.origins_for)
    yield counted(point.pages, "page")
    yield counted(point.outlets, "outlet")
    if point.voices or point.sides:
        yield counted(point.voices, "named voice") + (f" ({point.sides} interested)" if point.sides else "")


def _denial(point: Point) -> Iterator[str]:
    low, high = point.origins_against
    if high:
        number = f"{low}" if low == high else f"{low} to {high}"
        interested = f" ({point.sides_against} interested)" if point.sides_against else ""
        yield f"denied by {number}{interested}"


def _rest(point: Point) -> Iterator[str]:
    if point.tensions:
        yield f"in tension with {counted(len(point.tensions), 'point')}"
    if point.rises:
        yield "a count that moved"


def origin_words(origin: Origin) -> str:
    """Who or what an origin is, and whether its own page is in the record."""
    name = source_name(origin.source)
    where = f", first in {origin.outlet}" if origin.outlet and origin.outlet != name else ""
    return f"{name}{where}{'' if origin.seen else ' (cited, not seen)'}"
