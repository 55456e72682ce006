"""Figures over time as a small SVG: one dot a figure, a bar where it is a range, an arrow where its end is open.

No script and no inline style: colours come from the classes `chart-axis`, `chart-figure`, `chart-open`, `chart-label`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from sayso.publish.clean import clean
from sayso.publish.times import in_order
from sayso.record.event import Bound
from sayso.record.wording import counted, number_words

WIDTH, HEIGHT = 480, 160
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 14, 28
DOT = 4
_BOUND: dict[Bound, str] = {"exactly": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that somebody gave.

    `at` is an ISO time, `low`..`high` its range, a null `high` open; `counts` says of what, `bound` is its hedge.
    `claim_id` is the claim that gives it.
    """

    at: str
    low: float | None
    high: float | None
    counts: str
    voice: str
    bound: Bound = "exactly"
    claim_id: str = ""


def chart(figures: Iterable[Figure], name: str = "chart") -> str:
    """The charted figures as SVG; empty where none differ.

    `name` tells its ids from those of another chart on the same page.
    """
    told = charted(figures)
    return _drawn(thing(told[0].counts), told, name) if told else ""


def thing(counts: str) -> str:
    """What a figure counts, so that "Injured" and "injured" are one."""
    return clean(counts).casefold()


def charted(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of the thing of which most differing ones are given, by their time; none where none differ.

    What one voice gives again and others reprint stands once, where it was first given.
    """
    by_thing: dict[str, dict[tuple[object, ...], Figure]] = {}
    for one in sorted(figures, key=lambda one: in_order(one.at)):
        if one.low is not None:
            same = (one.low, one.high, one.voice)
            by_thing.setdefault(thing(one.counts), {}).setdefault(same, one)
    most = max(by_thing, key=lambda thing: (_differing(by_thing[thing].values()), len(by_thing[thing])), default="")
    told = list(by_thing.get(most, {}).values())
    return tuple(told) if _differing(told) > 1 else ()


def _differing(figures: Iterable[Figure]) -> int:
    return len({(one.low, one.high) for one in figures})


def _drawn(what: str, figures: Sequence[Figure], name: str) -> str:
    times = [in_order(one.at).timestamp() for one in figures]
    top = max(max(one.low or 0, one.high or 0) for one in figures) or 1
    svg = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "class": "chart", "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
    })  # fmt: skip
    _text(svg, "title", f"{what}: {counted(len(figures), 'figure')} over time", id=f"{name}-title")
    _text(svg, "desc", " ".join(figure_words(one) for one in figures), id=f"{name}-desc")
    _axes(svg, top, figures)
    for one, time in zip(figures, times, strict=True):
        share = (time - times[0]) / (times[-1] - times[0]) if times[-1] > times[0] else 0.5
        _figure(svg, one, LEFT + DOT + share * (WIDTH - LEFT - RIGHT - 2 * DOT), top)
    return tostring(svg, encoding="unicode")


def _axes(svg: Element, top: float, figures: Sequence[Figure]) -> None:
    floor = HEIGHT - BOTTOM
    SubElement(svg, "path", {"class": "chart-axis", "d": f"M{LEFT} {TOP}V{floor}H{WIDTH - RIGHT}", "fill": "none"})
    for value in (0.0, top):
        place = {"x": str(LEFT - 6), "y": str(round(_height(value, top) + 4)), "text-anchor": "end"}
        _text(svg, "text", number_words(value), **{"class": "chart-label", **place})
    for at, x, anchor in ((figures[0].at, LEFT, "start"), (figures[-1].at, WIDTH - RIGHT, "end")):
        place = {"x": str(x), "y": str(HEIGHT - 8), "text-anchor": anchor}
        _text(svg, "text", at[:16].replace("T", " "), **{"class": "chart-label", **place})


def _figure(svg: Element, one: Figure, x: float, top: float) -> None:
    """One figure: a dot, a line to its other end where it is a range, a triangle up where that is open."""
    group = SubElement(svg, "g", {"class": "chart-figure"})
    _text(group, "title", figure_words(one))
    y = _height(one.low or 0, top)
    if one.high is not None and one.high != one.low:
        line = {"x1": f"{x:.1f}", "x2": f"{x:.1f}", "y1": f"{y:.1f}", "y2": f"{_height(one.high, top):.1f}"}
        SubElement(group, "line", {"class": "chart-range", **line})
    if one.high is None:
        above = max(y - 12, 2)
        SubElement(group, "path", {"class": "chart-open", "d": f"M{x - 4:.1f} {above + 6:.1f}h8l-4 -6z"})
    SubElement(group, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": str(DOT)})


def _height(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top


def figure_words(one: Figure) -> str:
    """ "at least 3 injured, the governor, 2031-03-04 12:00."."""
    return clean(f"{amount(one)}, {one.voice}, {one.at[:16].replace('T', ' ')}.")


def amount(one: Figure) -> str:
    """ "at least 3 injured"."""
    low = number_words(one.low or 0)
    if one.high is None:
        number = f"at least {low}"
    else:
        number = _BOUND[one.bound] + (low if one.high == one.low else f"{low} to {number_words(one.high)}")
    return clean(f"{number} {one.counts}")


def _text(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = words
