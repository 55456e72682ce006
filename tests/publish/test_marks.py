"""Whatever the spans, the pieces of the blocks are the words of the blocks, each with the claims it stands in."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cli.made import RELAYED
from sayso.publish.marks import pieces
from sayso.record import Claim, Span
from steps import steps

TEXT = "abcdefghijklmnopqrstuvwxyz" * 2
SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda two: Span(two[0], min(two[0] + two[1], 52)))


def claims(contents: list[list[Span]], sources: list[Span]) -> dict[int, Claim]:
    out: dict[int, Claim] = {}
    for number, (content, source) in enumerate(zip(contents, sources, strict=True), 1):
        every = [*content, source]
        whole = Span(min(one.start for one in every), max(one.end for one in every))
        claim = replace(
            RELAYED, content_spans=tuple(content), source_spans=(source,), cue_spans=(), chain=(), span=whole
        )
        out[number] = claim
    return out


@st.composite
def numbered(draw: st.DrawFn) -> dict[int, Claim]:
    contents = draw(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=6))
    return claims(contents, draw(st.lists(SPANS, min_size=len(contents), max_size=len(contents))))


@given(numbered(), st.sets(st.integers(1, 51)))
def test_pieces_are_the_words_of_their_block(numbered: dict[int, Claim], cuts: set[int]) -> None:
    """Blocks of any size: nothing is lost, doubled or marked for a claim that is not there."""
    edges = [0, *sorted(cuts), len(TEXT)]
    blocks = [Span(start, end) for start, end in zip(edges, edges[1:], strict=False)]
    found = pieces(TEXT, blocks, numbered)
    for block in blocks:
        assert "".join(piece.words for piece in found[block]) == block.of(TEXT)
        place = block.start
        for piece in found[block]:
            covering = {
                number
                for number, claim in numbered.items()
                if any(span.start <= place < span.end for span in claim.content_spans + claim.source_spans)
            }
            assert {int(name[1:]) for name in piece.classes.split() if name[0] == "k"} == covering
            place += len(piece.words)
    begun = [number for row in found.values() for piece in row for number in piece.begins]
    assert sorted(begun) == sorted(numbered)


def test_words_between_blocks_are_left_out() -> None:
    found = pieces("one  two", [Span(0, 3), Span(5, 8)], {})
    assert [[piece.words for piece in row] for row in found.values()] == [["one"], ["two"]]


def test_work_grows_with_the_claims_and_no_faster() -> None:
    def of(times: int) -> int:
        text = "word " * times
        found = claims([[Span(k * 5, k * 5 + 4)] for k in range(times)], [Span(k * 5, k * 5 + 2) for k in range(times)])
        return steps(lambda: pieces(text, [Span(0, len(text))], found))

    assert of(400) < of(100) * 6
