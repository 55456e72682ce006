"""Page text that attacks a terminal, a spreadsheet or a line reader is shown, never obeyed."""

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.safe import cell, line_of_json, visible
from sayso.record import Missed

HOSTILE = "\x1b]0;owned\x07\x1b[31mred\x1b[0m \u202egnp.exe\u2066 \x9b31m \u2028 \x00 \U000e0041 \ud800"


def test_escapes_and_reordering_marks_are_shown_as_escapes() -> None:
    """ANSI, OSC, C1 and bidi characters become their escapes, and the words around them stay."""
    assert visible("\x1b[31mred\u202e") == "\\x1b[31mred\\u202e"
    assert visible("tag \U000e0041") == "tag \\U000e0041"


def test_joiners_that_scripts_need_stay() -> None:
    assert visible("می\u200cخواهم 👩\u200d🚒") == "می\u200cخواهم 👩\u200d🚒"


@given(st.text())
def test_no_control_and_no_line_break_survives(words: str) -> None:
    """Whatever the text, what is shown is one line without a control or surrogate character."""
    shown = visible(words)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert len(shown.splitlines()) <= 1


@given(st.text(st.characters()))
def test_json_is_one_line_that_gives_the_text_back(words: str) -> None:
    """Escaping changes how the JSON is written, not what it says."""
    line = line_of_json(Missed(what=words, why="why"))
    assert json.loads(line)["what"] == words
    assert len(line.splitlines()) == 1


def test_json_carries_no_raw_escape() -> None:
    line = line_of_json(Missed(what=HOSTILE, why="why"))
    assert json.loads(line)["what"] == HOSTILE
    assert not set("\x1b\x07\u202e\u2066\x9b\u2028\x00\ud800") & set(line)


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1\n"])
def test_a_formula_becomes_words_in_csv(words: str) -> None:
    """A cell that a spreadsheet would run begins with a quotation mark, also after leading white space."""
    written = io.StringIO()
    csv.writer(written).writerow([cell(words)])
    assert cell(words).startswith("'")


@pytest.mark.parametrize("value", ["plain", "a=b", None, 3])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert cell(value) == ("" if value is None else str(value))
