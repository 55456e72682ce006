"""Whatever marks are lost or added: quotations pair, keep to what is quoted, and claims stay on the page."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from make import a_reading
from sayso.read.attribute.quotes import Mark, Quotation, paragraphs, quotations
from sayso.read.attribute.reader import DIRECT, Attribute
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences
from sayso.record import Claim, Span

PASSAGES = (
    "Orla Brandvik folded the chart. “We sail without it.”\n\n“The wind will turn by noon,” she said. “It always "
    "has.”\n\nThe harbour board did not respond to a request for comment. Two clerks told the Tarn Post so.",
    "“We have waited since spring,” the abbess wrote to the ministry. “A signboard came.\n\n“Then it blew down.\n\n“I "
    "have kept the screws.”\n\nThose were her words. The ministry's answer was short: “Keep them.”",
    "“It is a theft.” “It is a loan.” The first came from Senator Fadwa Strand, the second from Treasurer Jon Mwang."
    "\n\nQ: Who has the key?\n\nA: I gave it back.\n\nThe hall was cold, ushers said. It would be colder by night.",
)
SIGNS = "\"“”'‘’`«»„—–:;,.!?()\n\x00😀 "
EDITS = st.lists(st.tuples(st.integers(0, 420), st.sampled_from("+-="), st.sampled_from(SIGNS)), max_size=10)


def edited(passage: str, edits: list[tuple[int, str, str]]) -> str:
    """The passage with signs put in, and signs of its own taken out or changed at or after each place."""
    for at, how, sign in edits:
        place = min(at, len(passage))
        if how != "+":
            place = next((k for k in range(place, len(passage)) if not passage[k].isalnum()), len(passage))
        passage = passage[:place] + (sign if how != "-" else "") + passage[place + (how != "+") :]
    return passage


def starts_rightly(quote: Quotation, blocks: list[tuple[int, int]], marks: dict[int, Mark]) -> bool:
    """At an opening mark, or at the head of a paragraph that goes on with the quotation of the one before."""
    mark = marks.get(quote.start)
    return (mark is not None and mark.opens and mark.end == quote.words[0]) or quote.start in {a for a, _ in blocks}


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PASSAGES), EDITS)
def test_every_quotation_pairs(passage: str, edits: list[tuple[int, str, str]]) -> None:
    """One opening and one closing mark, or the end of the paragraph for one that was forgotten; no mark inside."""
    text = edited(passage, edits)
    blocks = paragraphs(text)
    found, quotes = quotations(text, blocks)
    marks = {mark.start: mark for mark in found}
    for before, after in pairwise(quotes):
        assert before.end <= after.start
    for quote in quotes:
        assert any(a <= quote.start and quote.end <= b for a, b in blocks)
        assert starts_rightly(quote, blocks, marks)
        closing = marks.get(quote.words[1])
        whole = closing is not None and (not closing.opens or quote.end == closing.start)
        assert whole or quote.end in {b for _, b in blocks}
        assert not any(quote.words[0] < mark.start < quote.words[1] for mark in found)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PASSAGES), EDITS)
def test_claims_stay_on_the_page_and_direct_ones_within_their_quotations(
    passage: str, edits: list[tuple[int, str, str]]
) -> None:
    """No crash; spans inside the page; no piece of a content crosses a paragraph; what is direct is quoted there."""
    reading = Names()(Sentences()(a_reading(edited(passage, edits) or "x")))
    page, blocks = reading.page.text, [(span.start, span.end) for span in reading.texts[0].body]
    quotes = quotations(page, blocks)[1]
    for claim in Attribute()(reading).claims:
        for span in (claim.span, *claim.content_spans, *claim.cue_spans, *claim.source_spans, *claim.quotes):
            assert 0 <= span.start < span.end <= len(page)
        assert all(any(a <= span.start and span.end <= b for a, b in blocks) for span in claim.content_spans)
        if claim.manner == "direct":
            assert quoted_share(page, claim, quotes) >= DIRECT


def quoted_share(page: str, claim: Claim, quotes: list[Quotation]) -> float:
    """How much of a content's letters stand inside the quotations of their own paragraph."""
    inside = [Span(*quote.words) for quote in quotes if quote.words[0] < quote.words[1]]
    letters = [k for span in claim.content_spans for k in range(span.start, span.end) if page[k].isalnum()]
    return sum(any(s.start <= k < s.end for s in inside) for k in letters) / len(letters)
