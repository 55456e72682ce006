"""The grounds of times, figures and events."""

from collections.abc import Iterator

from sayso.read.grounds.case import Case, Desk
from sayso.record import Event, Ground, Text, When
from sayso.record.wording import quantity_words, when_words

_MODALITY = {
    "happened": "happened",
    "planned": "is planned",
    "possible": "is possible",
    "demanded": "is demanded",
    "conditional": "hangs on a condition",
    "hypothetical": "is supposed",
}


def counted_from(desk: Desk, when: When, item: Text | None) -> str | None:
    """What a printed time was counted from; null where it is printed in full."""
    if when.anchor is None:
        return "printed in full" if when.earliest and not when.inferred else None
    published = item.published.earliest if item and item.published else None
    if when.anchor == published:
        what = "when this was published"
    elif when.anchor == desk.reading.page.captured:
        what = "when the page was captured"
    else:
        what = "printed elsewhere on the page"
    return f"counted from {when.anchor}, {what}"


def stated_ground(case: Case) -> Ground:
    """When it was said: the date on the verb of saying."""
    when = case.claim.stated
    if when is None:
        rule = "no date stands on the verb of saying" if case.claim.cue_spans else None
        return case.ground("stated", None, "times", (), rule)
    spans = (when.span,) if when.span else ()
    return case.ground("stated", when_words(when), "times", spans, counted_from(case.desk, when, case.item))


def figure_grounds(case: Case) -> Iterator[Ground]:
    """How many of what, and of what it is a part."""
    for k, quantity in enumerate(case.claim.quantities):
        whole = quantity.part_of
        spans = (quantity.span, *((whole,) if whole else ()))
        rule = f"part of “{case.desk.words(whole)}”" if whole else None
        words = quantity_words(quantity, (), case.desk.text)
        yield case.ground(f"quantities[{k}]", words, "quantities", spans, rule)


def event_grounds(case: Case) -> Iterator[Ground]:
    """What is said to have happened, by its trigger, and when."""
    for k, event_id in enumerate(case.claim.event_ids):
        if event := case.desk.events.get(event_id):
            when = event.when
            spans = (event.span, *((when.span,) if when and when.span else ()))
            rule = counted_from(case.desk, when, case.item) if when else None
            yield case.ground(f"event_ids[{k}]", _event_words(event), "events", spans, rule)


def _event_words(event: Event) -> str:
    told = ("not said to: " if event.polarity == "negative" else "") + _MODALITY[event.modality]
    return f"{event.kind} · {told}" + (f" · {when_words(event.when)}" if event.when else "")
