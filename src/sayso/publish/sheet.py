"""Readings as one HTML page that needs nothing beside it: no script, no picture, no file, no network.

All words of a page are hostile here. Every value that a template prints passes `visible` and then autoescape; the
only markup that comes from elsewhere is our own style, which the page's policy knows by its hash.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sayso.publish.blocks import Item, blocks_of, items_of, spans_of
from sayso.publish.marks import pieces
from sayso.publish.notes import Note, note
from sayso.record import Claim, Grounds, Page, Reading
from sayso.record.visible import visible
from sayso.record.wording import counted, source_name

TEMPLATES = files("sayso.publish").joinpath("templates")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One reading as the template takes it; `number` tells it from the others of the sheet."""

    number: int
    name: str
    page: Page
    items: tuple[Item, ...]
    notes: dict[int, Note]
    claims: dict[int, Claim]
    sum: str
    missed: tuple[str, ...]
    made_by: str

    @property
    def title(self) -> str:
        """The first headline, else the name."""
        return next((item.text.headline for item in self.items if item.text and item.text.headline), self.name)


def sheet_of(readings: Iterable[tuple[str, Reading, tuple[Grounds, ...]]]) -> str:
    """The page; each reading comes with the name a person gave it and the grounds of its claims."""
    leaves: list[Leaf] = []
    for name, reading, grounds in readings:
        after = sum(len(leaf.notes) for leaf in leaves)
        leaves.append(leaf_of(len(leaves) + 1, name, reading, grounds, after=after))
    style = _style(sum(len(leaf.notes) for leaf in leaves))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return _templates().get_template("sheet.html").render(leaves=leaves, style=Markup(style), digest=Markup(digest))


def leaf_of(number: int, name: str, reading: Reading, grounds: Iterable[Grounds] = (), *, after: int = 0) -> Leaf:
    """One reading with its attributed claims numbered after `after`, in the order of their words."""
    said = sorted((claim for claim in reading.claims if claim.manner != "own_voice"), key=lambda claim: claim.span)
    numbered = dict(enumerate(said, after + 1))
    labelled = spans_of(reading)
    text = reading.page.text
    cut = pieces(text, [span for span, _, _ in labelled], numbered)
    why = {one.claim_id: one for one in grounds}
    events = {event.id: event for event in reading.events}
    return Leaf(
        number=number,
        name=name or reading.page.url or reading.page.id,
        page=reading.page,
        items=tuple(items_of(reading, blocks_of(reading, labelled, cut))),
        notes={at: note(at, claim, text, events, why.get(claim.id)) for at, claim in numbered.items()},
        claims=numbered,
        sum=_sum(said, len(reading.claims) - len(said)),
        missed=tuple(dict.fromkeys(missed.why for missed in reading.missed)),
        made_by=", ".join(reading.made_by) or "hand",
    )


def _sum(said: list[Claim], own: int) -> str:
    voices = {source_name(claim.speaker) for claim in said if claim.speaker}
    words = f"{counted(len(said), 'attributed claim')} by {counted(len(voices), 'voice')}"
    return words + (f", {counted(own, 'sentence')} in the outlet's own voice" if own else "")


def _style(claims: int) -> str:
    """Our style with one rule a claim, which lights its words and its note together."""
    lit = "".join(
        f"main:has(#n{k}:target,#t{k}:target,#n{k}:hover,#n{k}:focus-within,#t{k}:focus-visible,.k{k}:hover)"
        f" :is(.k{k},#n{k}){{--lit:var(--glow)}}\n"
        for k in range(1, claims + 1)
    )
    return f"{_read('sheet.css')}{lit}"


@cache
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _read(name: str) -> str:
    return TEMPLATES.joinpath(name).read_text("utf-8")


def _harmless(value: Any) -> Any:
    """A value as words without a control or reordering character; markup of ours as it is."""
    return value if isinstance(value, Markup) else visible(str(value))
