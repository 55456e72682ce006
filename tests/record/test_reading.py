"""A reading checks itself."""

import pytest

from sayso.errors import RecordError
from sayso.record import Capture, Claim, Line, Part, Reading, Source, Span, page_of


def a_page_reading(**fields: object) -> Reading:
    page = page_of(Capture(name="x", body=b"Eleven letters", media_type="text/plain"), "Eleven letters")
    return Reading(page=page, **fields)  # type: ignore[arg-type]


def test_a_span_past_the_end_of_the_page_is_refused() -> None:
    """Nothing that was read may stand outside the page it was read from."""
    with pytest.raises(RecordError, match="ends outside page"):
        a_page_reading(parts=(Part(span=Span(0, 99), kind="paragraph"),))


def test_a_claim_has_content() -> None:
    """An attribution without anything said is no claim."""
    with pytest.raises(RecordError, match="no content"):
        Claim(id="c", text_id="t", span=Span(0, 3), content="", content_spans=())


def test_a_count_runs_from_low_to_high() -> None:
    """ "Two to one" sources is a mistake of the reader."""
    with pytest.raises(RecordError, match="low to high"):
        Source(id="s", kind="unnamed", count=(2, 1))


def test_a_line_of_a_brief_rests_on_claims() -> None:
    """A line without claims cannot be built."""
    with pytest.raises(RecordError, match="at least one claim"):
        Line(text="It rained.", claim_ids=())


def test_the_same_bytes_are_the_same_page() -> None:
    """Path and clock do not make a page another; a told outlet does."""
    body = b"All the same"
    first = page_of(Capture(name="a.txt", body=body, media_type="text/plain", captured="2026-03-01"), "All the same")
    again = page_of(Capture(name="b.txt", body=body, media_type="text/plain"), "All the same")
    told = page_of(Capture(name="a.txt", body=body, media_type="text/plain", outlet="The Tide"), "All the same")
    assert first.id == again.id != told.id


def test_what_was_told_outranks_what_the_page_says() -> None:
    """An operator's word on outlet and address stands over the page's own."""
    capture = Capture(name="a", body=b"x", media_type="text/plain", outlet="The Tide", url="https://tide.example/1")
    page = page_of(capture, "x", outlet="Tide Online", url="https://mirror.example/9")
    assert (page.outlet, page.url) == ("The Tide", "https://tide.example/1")
