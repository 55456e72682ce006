"""Builders of what a weighing gives, by hand, so that a test of keeping it says only what it is about."""

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.record import Account, Copy, Credit, Pair, Quantity, Reason, Seat, Span, Testimony, Weighed, When

BY = "weigh@1"
NOON = "2031-03-04T12:00:00"
FULL = Account(
    text_id="t1",
    page_id="p1",
    at=NOON,
    kind="brief",
    outlet="Vesna Courier",
    headline="Gates opened at Sorrel",
    keys=("gate", "sorrel", "źle"),
    terms=(("gate", 3), ("sorrel", 1)),
    testimonies=(
        Testimony(
            id="c1",
            place=0,
            content="Two gates were opened",
            terms=("two", "gate", "open"),
            headline=True,
            manner="mixed",
            stance="denies",
            speaker="Ana Reth",
            quantities=(
                Quantity(
                    span=Span(0, 3),
                    low=2.0,
                    high=None,
                    unit="gate",
                    counts="gates",
                    bound="at_least",
                    of="all",
                    part_of=Span(9, 12),
                ),
                Quantity(span=Span(4, 9), low=0.5, high=1.5),
            ),
            when=When(
                earliest="2031-03-03", latest="2031-03-04", grain="day", anchor=NOON, span=Span(5, 9), inferred=True
            ),
            leans_on="Orlo Post",
            leans_by="c2",
            names=("Ana Reth",),
            people=("Ana Reth",),
            about=("river",),
            answers=("c3",),
            at=NOON,
        ),
        Testimony(id="c2", place=1, content="The river rose \ud800", when=When(earliest=None, latest=None, grain=None)),
    ),
    passages=(0, 4, 7, 2**63 - 1),
    credits=(Credit(name="Lindow Echo", kind="cites", span=Span(3, 14)),),
    roles=(("ana reth", "harbour minister"),),
)


def account(
    text_id: str, at: str = NOON, keys: Sequence[str] = (), passages: Sequence[int] = (), claims: Sequence[str] = ()
) -> Account:
    """The account of a story item with what it is found by; its claims say their own ids."""
    says = tuple(Testimony(id=one, place=place, content=f"Says {one}") for place, one in enumerate(claims))
    return Account(
        text_id=text_id,
        page_id=f"page of {text_id}",
        at=at,
        keys=tuple(keys),
        passages=tuple(passages),
        testimonies=says,
    )


def found(*accounts: Account, page_id: str = "", by: str = BY, **rest: Any) -> Weighed:
    """A weighing, of no page unless told."""
    told = {name: tuple(value) for name, value in rest.items()}
    return Weighed(page_id=page_id, by=by, accounts=accounts, **told)


def pair(left: str, right: str, likeness: float = 0.75, verdict: Any = "same", **rest: Any) -> Pair:
    """Two claims compared."""
    return Pair(left=left, right=right, likeness=likeness, verdict=verdict, **rest)


def seat(claim_id: str, leader: str, text_id: str = "t1", **rest: Any) -> Seat:
    """The seat of a claim."""
    return Seat(claim_id=claim_id, text_id=text_id, leader=leader, **rest)


def copy(left: str, right: str, share: float = 0.5) -> Copy:
    """A story item that shares passages with an earlier one."""
    return Copy(left=left, right=right, share=share)


def reasons() -> tuple[Reason, ...]:
    """Reasons with everything, and with nothing."""
    return Reason(name="figures", weight=0.25, detail="34 ≠ 50", left=Span(1, 3), right=Span(4, 6)), Reason(name="bare")


def ids(things: Iterable[Any], *names: str) -> list[Any]:
    """Some fields of records, sorted: of verbs that promise no order."""
    return sorted(tuple(getattr(one, name) for name in names) for one in things)
