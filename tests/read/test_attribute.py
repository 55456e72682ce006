"""Who says what: claims from invented pages, with the model that ships."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.attribute.attributions import Attribution, attributions
from sayso.read.attribute.quotes import paragraphs
from sayso.read.attribute.reader import Attribute
from sayso.read.sentences import Sentences
from sayso.record import Claim, Page, Reading, Span, Text

REPORT = """Sluice gates at Osterveld will stay shut until spring, the Water Board said on Monday.

“We checked every gate twice,” said Ilse Brandvold, the board's chief engineer. “None of them leaks.”

Two people familiar with the inspection told the Tarn Courier that three gates had failed.

The town lies below the dam."""


def reading_of(words: str, **more: object) -> Reading:
    """A plain page with one article whose paragraphs are the lines."""
    page = Page(id="p", url=None, outlet=None, captured=None, media_type="text/plain", text=words, body_hash="0" * 64)
    body = tuple(Span(a, b) for a, b in paragraphs(words))
    text = Text(id="t", page_id="p", kind="article", span=Span(0, max(1, len(words))), body=body)
    return Reading(page=page, texts=(replace(text, **more),) if words else ())  # type: ignore[arg-type]


def claims_of(words: str, **more: object) -> tuple[Claim, ...]:
    return Attribute()(Sentences()(reading_of(words, **more))).claims


def words_of(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def only(text: str) -> Attribution:
    found = attributions(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text, source, cue, content",
    [
        ("The bridge will reopen in May, Mayor Lena Hartwick said.", "Hartwick", "said", "will reopen in May"),
        ("“We are ready,” Lena Hartwick said. “The work is done.”", "Hartwick", "said", "The work is done"),
        ("``No one believes her,'' Orlo Penn added.", "Penn", "added", "No one believes her"),
        ("A source close to the council said engineers had warned of it.", "source", "said", "had warned of it"),
        ("According to two officials, the dam was never inspected.", "officials", "According", "never inspected"),
        ("The Ministry of Works denied that any spans were damaged.", "Ministry", "denied", "spans were damaged"),
    ],
)
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, content: str) -> None:
    """Before, between and after the words; named, unnamed and institutional speakers."""
    one = only(text)
    assert source in words_of(text, one.source)
    assert cue in words_of(text, one.cue)
    assert content in words_of(text, one.content)


def test_a_content_in_pieces_is_one_claim() -> None:
    """The words before and after "she said" belong together."""
    text = "“We are ready,” she said. “The work is done.”"
    assert [words_of(text, one.content) for one in attributions(text)] == ["“We are ready,” … “The work is done.”"]


def test_a_statement_without_a_speaker_has_no_source() -> None:
    """ "It is believed" names nobody."""
    one = only("It was reported on Friday that the ferry had sunk off Tarn.")
    assert one.source == ()


def test_claims_carry_the_page_words_and_their_manner() -> None:
    """Spans index the page's text; a quotation is direct and keeps its exact words apart."""
    claims = claims_of(REPORT)
    direct = [claim for claim in claims if claim.manner == "direct"]
    assert len(direct) == 1
    assert [span.of(REPORT) for span in direct[0].quotes] == ["We checked every gate twice,", "None of them leaks."]
    assert "Brandvold" in " ".join(span.of(REPORT) for span in direct[0].source_spans)
    assert any(claim.manner == "indirect" and "three gates had failed" in claim.content for claim in claims)


def test_a_sentence_nobody_is_quoted_for_is_the_outlets_own() -> None:
    """It is kept, with neither source nor cue."""
    own = [claim for claim in claims_of(REPORT) if claim.manner == "own_voice"]
    assert [(claim.content, claim.source_spans, claim.cue) for claim in own] == [
        ("The town lies below the dam.", (), None)
    ]


def test_the_same_page_gives_the_same_claims() -> None:
    """Nothing is drawn by chance and ids are hashes of content."""
    assert claims_of(REPORT) == claims_of(REPORT)
    assert len({claim.id for claim in claims_of(REPORT)}) == len(claims_of(REPORT))


def test_a_text_in_another_language_is_missed_aloud() -> None:
    """The model reads English only; the reading says so."""
    reading = Attribute()(Sentences()(reading_of("Die Brücke bleibt zu, sagte sie.", language="de")))
    assert reading.claims == ()
    assert "de" in reading.missed[0].why


@pytest.mark.parametrize("text", ["", " \n ", "…", "“", "''", "\x00\x00", "😀 “😀” 😀", "قالت: «نعم».", "a" * 5000])
def test_odd_texts_are_read_without_harm(text: str) -> None:
    """Nothing to say is no error."""
    assert all(one.content for one in attributions(text))


def test_a_very_long_text_is_read_whole() -> None:
    """200,000 characters, one of its lines 50,000 long; attributions are found at its end too."""
    text = ("x " * 25_000) + "\n" + "\n".join(["Rain fell on the town below the dam."] * 4000)
    text += "\nThe gates will stay shut, the Water Board said."
    assert len(text) > 190_000
    assert "stay shut" in words_of(text, attributions(text)[-1].content)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 330), st.sampled_from("\"“”'`«»—:,.()\n\x00😀")), max_size=12))
def test_any_punctuation_gives_spans_inside_the_text(edits: list[tuple[int, str]]) -> None:
    """Marks put in anywhere: spans stay inside, contents are never shared, nothing raises."""
    text = REPORT
    for at, sign in edits:
        text = text[:at] + sign + text[at:]
    taken: list[tuple[int, int]] = []
    for one in attributions(text):
        for start, end in one.source + one.cue + one.content:
            assert 0 <= start < end <= len(text)
        taken += one.content
    taken.sort()
    assert all(a[1] <= b[0] for a, b in zip(taken, taken[1:], strict=False))


@pytest.mark.parametrize(("kind", "own"), [("article", ["Dam below Osterveld cracks."]), ("card", [])])
def test_a_headline_nobody_is_quoted_for_is_the_outlets_own(kind: str, own: list[str]) -> None:
    """A story's headline asserts; a teaser's is left to the story it points to."""
    words = "Dam below Osterveld cracks.\n\nThe crack is new, the Water Board said."
    head = {"kind": kind, "headline": "Dam below Osterveld cracks.", "headline_span": Span(0, 27)}
    claims = claims_of(words, body=(Span(29, len(words)),), **head)
    assert [claim.content for claim in claims if claim.manner == "own_voice"] == own
