"""What the weighing keeps of one story item: its claims as testimony, made ready for comparison."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.claim import Manner, Stance
from sayso.record.event import Quantity
from sayso.record.span import Span
from sayso.record.text import TextKind
from sayso.record.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet that a story item names as where it has something from, and the words that name it.

    `kind`: wire where it stands in the byline, the dateline or a credit line, cites where a sentence says so ("h/t the
    Echo", "first reported by the Echo"). A byline may hold people: whether a name is an outlet's is asked later.
    """

    name: str
    kind: Literal["wire", "cites"]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One claim as the weighing sees it, a pure function of its reading.

    `id` is the claim's. `terms` are the informative words of `content`, stemmed, each once, in reading order. `speaker`
    is the folded name of who said it, null for the outlet's own voice and the unnamed. `when` is when the told event
    happened. `headline` is true for what the headline tells. `place` is its order in the text. `leans_on` is the outlet
    that its text elsewhere names as where it has this from, `leans_by` the claim that names it. `names` are the folded
    full names of whom and what the content names, a pronoun's too, `people` those persons among them that it names in
    so many words; `about` the terms of its text's headline and lead, by which two claims are known to tell of one
    story. `answers` are the claims of its text that a denial without
    content of its own ("the report is false") denies. `at` is the moment of its account.
    """

    id: str
    place: int
    content: str
    terms: tuple[str, ...] = ()
    headline: bool = False
    manner: Manner = "indirect"
    stance: Stance = "asserts"
    speaker: str | None = None
    quantities: tuple[Quantity, ...] = ()
    when: When | None = None
    leans_on: str | None = None
    leans_by: str | None = None
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One story item as the weighing sees it; derived from its reading and never the only copy of anything.

    `at` is the UTC moment that puts accounts in order: the last time the text prints, else its capture. `outlet` is the
    page's, as printed. `keys` are the words by which accounts of one story are found, `terms` all informative words
    with their number, `passages` the hashes (63 bits) of the 5-grams of its body, sorted. `credits` are the outlets it
    names as its source beside its claims, `roles` what it says its named speakers are (folded name, description).
    """

    text_id: str
    page_id: str
    at: str
    kind: TextKind = "article"
    outlet: str | None = None
    headline: str | None = None
    keys: tuple[str, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    passages: tuple[int, ...] = ()
    credits: tuple[Credit, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
