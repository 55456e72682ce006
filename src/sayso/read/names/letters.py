"""Bodies whose name the page shortens itself: "the Alliance to Plant Our Hills (APOH)"."""

from collections.abc import Sequence

from sayso.read.names.runs import Word
from sayso.read.words import phrases

_SMALL = frozenset(phrases("grammar", "in_long_names"))
LONGEST = 12  # words of a name that is spelled out before its letters


def spelled_out(text: str, row: Sequence[Word], k: int) -> int:
    """The index of the first word of the name that word `k`, capitals in brackets, shortens; `k` where none does.

    Every letter is the first of a word, in order; small words may be left out, and one other word.
    """
    letters = row[k].text.replace(".", "")
    bracketed = text[: row[k].start].endswith("(") and text[row[k].end : row[k].end + 1] == ")"
    if not (bracketed and letters.isupper() and letters.isalpha() and 1 < len(letters) < LONGEST):
        return k
    left, spare, j = list(letters), 1, k
    while left and j and k - j < LONGEST:
        word = row[j - 1]
        if text[word.end + 2 * word.owns : row[j].start].strip(" (’'\n") and j != k:
            return k
        j -= 1
        if word.text[0] == left[-1] or (word.low in _SMALL and word.text[0].upper() == left[-1]):
            left.pop()
        elif word.low not in _SMALL:
            spare -= 1
        if spare < 0:
            return k
    return j if not left and row[j].capital and k - j > 1 else k
