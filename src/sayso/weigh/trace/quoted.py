"""Whether two claims carry the same quoted words."""

from collections.abc import Sequence

from sayso.record.fold import words
from sayso.weigh.trace.worded import is_function

RUN = 5  # words in a row
LEAST = 4  # words of a quote that can be the same as a whole
PART = 0.8  # of the shorter quote, in the same order
SHORT = 40  # words up to which a quote is compared in parts: a longer one that is four fifths the same shares a run
MOST = 600  # words of all quotes of a claim that are looked at
QUOTES = 20  # of a claim that are looked at
TELLING = 2  # words other than "of", "the", "it is" that shared words hold at least


def same_quote(left: Sequence[str], right: Sequence[str]) -> str:
    """The words that quotes of two claims share, folded; empty where they share none, so that it reads as yes or no.

    Five words in a row, or four fifths of the shorter of two quotes (of four words at least) in the same order; two of
    them must tell something. `left` and `right` are the quotes of each, with or without their marks.
    """
    ours, theirs = _cut(left), _cut(right)
    return _run(ours, theirs) or _most(ours, theirs)


def _cut(quotes: Sequence[str]) -> list[tuple[str, ...]]:
    out, room = [], MOST
    for quote in quotes:
        run = words(quote)[:room]
        room -= len(run)
        out.append(run)
        if not room:
            break
    return [run for run in dict.fromkeys(out) if len(run) >= LEAST][:QUOTES]


def _run(ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> str:
    """The first longest run that starts with RUN shared words in a row."""
    grams = {run[at : at + RUN] for run in theirs for at in range(len(run) - RUN + 1)}
    best: tuple[str, ...] = ()
    for run in ours:
        start = 0
        for at in range(len(run) - RUN + 2):
            if at <= len(run) - RUN and run[at : at + RUN] in grams:
                continue
            found = run[start : at + RUN - 1]
            if at > start and len(found) > len(best) and _tells(found):
                best = found
            start = at + 1
    return " ".join(best)


def _most(ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> str:
    for one in ours:
        for other in theirs:
            if max(len(one), len(other)) <= SHORT:
                shared = _in_order(one, other)
                if len(shared) >= PART * min(len(one), len(other)) and len(shared) >= LEAST and _tells(shared):
                    return " ".join(shared)
    return ""


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longest common subsequence of two short quotes."""
    row: list[tuple[str, ...]] = [()] * (len(other) + 1)
    for word in one:
        new: list[tuple[str, ...]] = [()]
        for at, fellow in enumerate(other):
            new.append((*row[at], word) if word == fellow else max(row[at + 1], new[at], key=len))
        row = new
    return row[-1]


def _tells(run: Sequence[str]) -> bool:
    return len({word for word in run if not is_function(word)}) >= TELLING
