"""What each field of a claim rests on, for people: one short line a field, what the page does not say on the last."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text as Words

from sayso.cli.screen import Beside, styled
from sayso.record import Ground, Grounds, Span
from sayso.record.wording import field_words, shortened

LABEL = 13  # columns of a field's name


class _Told(NamedTuple):
    """A ground under the name a person has for its field."""

    label: str
    ground: Ground


def why_block(grounds: Grounds, text: str) -> Iterator[RenderableType]:
    """The grounds of a claim; `text` is the page's. Words that stood in one line stand as their place in the next."""
    told = [_Told(field_words(ground.field), ground) for ground in grounds.grounds]
    shown: set[Span] = set()
    for one in told:
        if one.ground.value is not None:
            yield Beside(styled((one.label, "quiet")), LABEL + 1, (_line(one.ground, text, shown),))
            shown.update(one.ground.spans)
    if silent := list(dict.fromkeys(one.label for one in told if one.ground.value is None)):
        yield Beside(styled(("not found", "quiet")), LABEL + 1, (styled((", ".join(silent), "quiet")),))


def _line(ground: Ground, text: str, shown: Set[Span]) -> Words:
    """The value, then quietly the words it rests on with their places, the rule and the reader."""
    value, rule = ground.value or "", ground.rule or ""
    known = [span in shown or rule.startswith("“") or _words(span, text) in value for span in ground.spans]
    places = [_place(span, "" if known[k] else _words(span, text)) for k, span in enumerate(ground.spans)]
    notes = [", ".join(places), rule, ground.by]
    return styled(shortened(value), (" · " + " · ".join(note for note in notes if note), "quiet"))


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _place(span: Span, words: str) -> str:
    return f"“{shortened(words)}” {span.start}-{span.end}" if words else f"{span.start}-{span.end}"


def by_claim(grounds: Sequence[Grounds]) -> dict[str, Grounds]:
    """Grounds by the id of their claim."""
    return {one.claim_id: one for one in grounds}
