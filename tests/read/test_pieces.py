"""Pieces: what the encoder sees beside the words, and windows over them."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.read.attribute.model import FOLDER
from sayso.read.attribute.pieces import CLOSING, OPENING, SEP, Break, Case, Pieces, pieces, windows
from sayso.read.attribute.quotes import State

TOKENIZER = Tokenizer.from_file(str(Path(FOLDER) / "tokenizer.json"))


def cut(text: str) -> Pieces:
    return pieces(text, TOKENIZER)


def test_every_kind_of_mark_becomes_one_piece() -> None:
    """Two graves or apostrophes are one piece with the characters of both."""
    straight, wire = cut('"Rain," she said.'), cut("``Rain,'' she said.")
    assert straight.ids.tolist() == wire.ids.tolist()
    assert [i for i in wire.ids.tolist() if i in (OPENING, CLOSING)] == [OPENING, CLOSING]
    assert (wire.starts[0], wire.ends[0]) == (0, 2)


def test_a_break_piece_without_characters_stands_between_paragraphs() -> None:
    """It is the separator and covers nothing."""
    row = cut("Rain fell.\n\nIt stopped.")
    at = row.ids.tolist().index(SEP)
    assert row.starts[at] == row.ends[at]
    assert [row.begins[0], row.begins[at + 1]] == [Break.PARAGRAPH, Break.PARAGRAPH]


@pytest.mark.parametrize(
    "text, firsts",
    [
        ("Rain fell. It stopped.", ["Rain", "It"]),
        ("Gov. Brask left. Mr. J. Tal stayed.", ["Gov", "Mr"]),
        ("“It fell.” He saw it.", ["“", "He"]),
        ("It rose 3.5 percent. 40 left.", ["It", "40"]),
    ],
)
def test_sentences_begin_where_they_look_like_it(text: str, firsts: list[str]) -> None:
    """A short capitalised word before a full stop is taken for an abbreviation; no list is needed."""
    row = cut(text)
    assert [text[row.starts[k] : row.ends[k]] for k in np.flatnonzero(row.begins)] == firsts


def test_a_word_keeps_its_case_over_all_its_pieces() -> None:
    """The vocabulary is uncased; the case stands beside it."""
    row = cut("OSTERVELD rain Brask 12 McTal —")
    assert {Case(int(c)) for c in row.case} == {
        Case.CAPITALS, Case.LOWER, Case.CAPITAL, Case.DIGIT, Case.MIXED, Case.SIGN,
    }  # fmt: skip
    assert set(row.quote.tolist()) == {State.OUTSIDE}


@given(st.lists(st.sampled_from([0, 0, 0, 0, 1, 2]), max_size=300), st.integers(4, 60), st.integers(0, 30))
def test_windows_cover_everything_in_order(begins: list[int], size: int, overlap: int) -> None:
    """Every piece is in a window, none is too long, and each starts later than the one before."""
    found = windows(np.array(begins, dtype=np.int64), size=size, overlap=min(overlap, size - 1))
    assert {k for start, end in found for k in range(start, end)} == set(range(len(begins)))
    assert all(0 < end - start <= size for start, end in found)
    assert all(a[0] < b[0] and b[0] <= a[1] for a, b in pairwise(found))


@given(st.text(max_size=200))
def test_any_text_can_be_taken_into_pieces(text: str) -> None:
    """Pieces are in order and inside the text, whatever the characters."""
    row = cut(text)
    assert all(0 <= a <= b <= len(text) for a, b in zip(row.starts.tolist(), row.ends.tolist(), strict=True))
    assert (np.diff(row.starts) >= 0).all()
