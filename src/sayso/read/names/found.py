"""One name as it stands on a page, with the evidence for what it may be."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.read.names.gazette import GOVERNMENTS, PLATFORMS, outlet_named
from sayso.read.names.given import is_given
from sayso.read.names.people import ORGANISATIONS, is_body
from sayso.read.names.runs import Word
from sayso.read.names.world import ALSO_PEOPLE, BODIES, is_region
from sayso.record import EntityKind, Span, Tenure

# Weights of evidence, not chances: a list outranks a shape, a shape outranks a neighbouring word.
LISTED, TITLED, SHAPED, APPOSED, NEAR = 100, 60, 50, 30, 7


@dataclass(slots=True)
class Found:
    """One name as it stands: its place, its words, what it may be (weights by kind), titles beside it.

    `the` where an article stands before it; `opens` where a capital proves nothing (it begins a sentence), `guess`
    where it is only a name if the page has it elsewhere too; `second` is where its second word begins where the first
    opens a sentence and may be no part of it.
    """

    span: Span
    words: tuple[str, ...]
    weights: dict[EntityKind, int] = field(default_factory=dict)
    title: str | None = None
    title_at: Span | None = None
    tenure: Tenure | None = None
    gender: str | None = None
    the: bool = False
    opens: bool = False
    headline: bool = False
    speaks: bool = False
    guess: bool = False
    at_head: bool = False
    second: int = 0

    def weigh(self, kind: EntityKind, weight: int) -> None:
        """Adds evidence for a kind."""
        self.weights[kind] = self.weights.get(kind, 0) + weight

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return " ".join(self.words)


def found_of(words: Sequence[Word]) -> Found:
    """The name that the words make, without any evidence."""
    return Found(Span(words[0].start, words[-1].end), tuple(word.text for word in words))


def listed(words: Sequence[Word]) -> Found | None:
    """The name where a list has it: an outlet, a country or capital, a well-known body."""
    name = " ".join(word.text for word in words)
    found = found_of(words)
    if words[-1].owns and f"{name.lower()}'s" in BODIES:  # "McDonald's", which owns nothing
        found.span, found.words = (
            Span(found.span.start, found.span.end + 2),
            (*found.words[:-1], f"{found.words[-1]}'s"),
        )
        found.weigh("organisation", LISTED)
    elif outlet_named(name):
        found.weigh("outlet", LISTED)
    elif name.lower() in BODIES and (len(name) > 3 or name.isupper()):
        found.weigh("office" if is_body(name.lower().split()) == "office" else "organisation", LISTED)
    elif is_region(found.words):
        found.weigh("place", NEAR if is_given(name) or name in ALSO_PEOPLE else LISTED)
    elif name in PLATFORMS:
        found.weigh("other", LISTED)
    elif name in GOVERNMENTS:
        found.weigh("place", LISTED)
    elif name.lower() in ORGANISATIONS and (len(name) > 3 or name.isupper()):
        found.weigh("organisation", LISTED)
    else:
        return None
    return found
