"""What weighing one page adds to the record: all of it derived, all of it rebuildable."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.account import Account
from sayso.record.point import Reason

Alike = Literal["same", "opposed", "in_tension", "rise", "different"]
Conflict = Literal["denial", "figures", "exclusion", "tension"]
Side = Literal["for", "against"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims compared: `left` is the earlier one of the canonical order (time, text, place).

    `likeness` in [0, 1] is the chance that they answer one question of fact. `verdict`: same, opposed (one question,
    contrary answers, of kind `conflict`), in_tension (they sit ill together, implied only), rise (a running count that
    grew), different. `reasons` say what decided, with the words of both.
    """

    left: str
    right: str
    likeness: float
    verdict: Alike
    conflict: Conflict | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a claim belongs: the claim that leads its point, and on which side of it. A leader leads itself.

    `at` is the UTC moment of the claim's story item and `place` where it starts on its page: with `text_id` they are
    its place in the canonical order. `headline` is true for a headline over a body that is weighed too.
    """

    claim_id: str
    text_id: str
    leader: str
    side: Side = "for"
    likeness: float = 1.0
    at: str = ""
    place: int = 0
    headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A story item that shares passages with an earlier one.

    `share` in (0, 1] is the part of the shorter body's 5-grams that both hold; `left` is the earlier text.
    """

    left: str
    right: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The weighing of one page, kept in one transaction.

    `vectors` are embeddings of claims (claim id → 384 signed bytes) made on the way, of other pages' claims too;
    `seats` hold every claim whose seat is new or changed; `stories` say which text leads the story of which (text id →
    text id), new or changed; `by` names the version of the weighing.
    """

    page_id: str
    by: str
    accounts: tuple[Account, ...] = ()
    vectors: tuple[tuple[str, bytes], ...] = ()
    pairs: tuple[Pair, ...] = ()
    seats: tuple[Seat, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[tuple[str, str], ...] = ()
