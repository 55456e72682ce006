"""The words that say that something happened, by kind, from words/en/events.toml."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.events.forms import forms
from sayso.read.events.guards import kind_of
from sayso.read.tokens import Token, low
from sayso.record import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `[first, last)` that name an event; `participle` is true for forms of a passive."""

    first: int
    last: int
    kind: str
    verb: bool
    participle: bool
    base: str = ""

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands on the page."""
        return Span(line[self.first].start, line[self.last - 1].end)


def triggers(line: Sequence[Token], first: int, last: int) -> list[Trigger]:
    """The triggers among the tokens `[first, last)`, in order, longest first where several begin at one word."""
    out: list[Trigger] = []
    at = first
    while at < last:
        found = _at(line, at, last)
        if found and found.kind:
            out.append(found)
        at = found.last if found else at + 1
    return out


def _at(line: Sequence[Token], at: int, last: int) -> Trigger | None:
    for form in forms().get(line[at].low, ()):
        end = at + len(form.words)
        if end > last or any(low(line, at + k) != word for k, word in enumerate(form.words)):
            continue
        kind = kind_of(line, at, form)
        if kind is not None:
            return Trigger(at, end, kind, form.verb, form.participle, form.base)
    return None
