"""The exact words of a claim, marked in their sentence."""

from dataclasses import replace

from cli.made import PROMISED, READING, RELAYED, at
from sayso.cli.marks import marked, windows
from sayso.record import Page, Reading, Span


def test_source_cue_and_content_are_bracketed_apart() -> None:
    """Without styles each role has brackets of its own, round exactly its words."""
    assert marked(RELAYED, READING, brackets=True).plain == (
        "{Two gates of the Sorrel dam were opened on March 2}, [sources in the ministry] <told> the Vesna Courier."
    )


def test_a_content_in_pieces_is_marked_piece_by_piece() -> None:
    assert marked(PROMISED, READING, brackets=True).plain == (
        '{"We will pay every family,"} [Governor Ana Reth] <said>. {"Nobody will wait."}'
    )


def test_with_styles_the_words_stand_as_printed() -> None:
    line = marked(RELAYED, READING, brackets=False)
    assert (
        line.plain
        == "Two gates of the Sorrel dam were opened on March 2, sources in the ministry told the Vesna Courier."
    )
    assert [(line.plain[s.start : s.end], s.style) for s in line.spans if s.style == "cue"] == [("told", "cue")]


def test_brackets_hold_no_outer_space() -> None:
    """Where a reader's span begins or ends in white space, the space stands outside the bracket."""
    wide = Span(at("told").start - 1, at("told").end + 1)
    claim = replace(RELAYED, cue_spans=(wide,))
    assert "[sources in the ministry] <told> the Vesna" in marked(claim, READING, brackets=True).plain


def test_a_speaker_named_in_another_paragraph_is_shown_with_a_gap() -> None:
    """Sentences that are not neighbours are shown with an ellipsis between them."""
    claim = replace(RELAYED, source_spans=(at("Governor Ana Reth"),))
    assert len(windows(claim, READING)) == 2
    assert " … " in marked(claim, READING, brackets=True).plain


def test_a_page_cannot_paint_the_screen_or_use_markup() -> None:
    """Escapes in a page are shown, and rich's own markup is only words."""
    text = "[bold red]Fire[/] \x1b[2J\u202e said Ann."
    page = Page(id="p", url=None, outlet=None, captured=None, media_type="text/plain", text=text, body_hash="")
    claim = replace(
        RELAYED, span=_all(text), content=text, content_spans=(_all(text),), cue_spans=(), source_spans=(), chain=()
    )
    line = marked(claim, Reading(page=page, claims=(claim,)), brackets=False)
    assert line.plain == "[bold red]Fire[/] \\x1b[2J\\u202e said Ann."


def _all(text: str):
    return Span(0, len(text))
