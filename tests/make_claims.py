"""Builders of claims as the weighing sees them, of invented people and places."""

from sayso.record import Account, Quantity, Span, Testimony
from sayso.record.event import Bound
from sayso.weigh.compare.setting import Setting, setting
from sayso.weigh.terms import terms


def a_claim(content: str, *quantities: Quantity, **fields: object) -> Testimony:
    """A claim with its terms, made ready for comparison; `fields` are those of Testimony."""
    told = {"id": content, "place": 0, "terms": terms(content), "quantities": quantities, **fields}
    return Testimony(content=content, **told)  # type: ignore[arg-type]


def a_count(low: float, counts: str | None = None, *, bound: Bound = "exactly", of: str | None = None) -> Quantity:
    """How many of what: "at least 12 people" is a_count(12, "people", bound="at_least")."""
    high = None if bound == "at_least" else low
    return Quantity(span=Span(0, 1), low=low, high=high, counts=counts, bound=bound, of=of)


def one_story(*contents: str) -> Setting:
    """The setting of two story items that both tell all of this."""
    words = tuple((term, 1) for term in terms(" ".join(contents)))
    left, right = (Account(text_id=name, page_id=name, at="2026-03-05", terms=words) for name in ("left", "right"))
    return setting(left, right)
