"""Fetched articles as they come: quotations of 1,683 pair as an independent reading pairs them, and none crashes."""

import csv
import os
import random
import re
from functools import cache
from pathlib import Path

import pytest

from make import a_reading
from sayso.read.attribute.pieces import pieces
from sayso.read.attribute.quotes import paragraphs, quotations
from sayso.read.attribute.reader import Attribute
from sayso.read.names.reader import Names
from sayso.read.sentences import Sentences

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[3] / "shared")
BODIES = SHARED / "data" / "weighing" / "rumour-bodies.csv"
READ, SEED = 100, 20  # articles that are read whole, and how they are drawn
MARK = re.compile("``|''|[\"“”„‟«»＂〝〞″]")

pytestmark = pytest.mark.skipif(not BODIES.is_file(), reason="the fetched articles are not here")


@cache
def bodies() -> tuple[str, ...]:
    csv.field_size_limit(10**7)
    with BODIES.open(newline="", encoding="utf-8") as file:
        return tuple(row["articleBody"] for row in csv.DictReader(file))


def tidy(words: str) -> list[tuple[int, int]] | None:
    """The quotations of a paragraph whose marks leave no doubt, by their neighbours alone; None where they do.

    Marks come in twos of one kind; the first of each stands after white space or a bracket and before a sign, the
    second after a sign and before no letter.
    """
    marks = list(MARK.finditer(words))
    out: list[tuple[int, int]] = []
    for first, second in zip(marks[::2], marks[1::2], strict=False):
        before, after = words[: first.start()][-1:], words[first.end() :][:1]
        left, right = words[: second.start()][-1:], words[second.end() :][:1]
        opens = (not before or before.isspace() or before in "([—–-") and bool(after.strip())
        closes = bool(left.strip()) and not right.isalnum()
        if first.group() + second.group() not in {"“”", '""'} or not opens or not closes:
            return None
        out.append((first.start(), second.end()))
    return out if len(marks) % 2 == 0 else None


def test_quotations_pair_as_an_independent_reading_pairs_them() -> None:
    """In every paragraph whose marks leave no doubt, behind one whose marks leave none; nearly all do."""
    asked = wrong = doubtful = 0
    for body in bodies():
        blocks = paragraphs(body)
        found = quotations(body, blocks)[1]
        last: list[tuple[int, int]] | None = []
        for start, end in blocks:
            want = tidy(body[start:end])
            if want and last is not None:
                got = [(quote.start - start, quote.end - start) for quote in found if start <= quote.start < end]
                asked, wrong = asked + 1, wrong + (got != want)
            doubtful += want is None
            last = want
    assert (wrong, asked > 4000, doubtful < 800) == (0, True, True), (wrong, asked, doubtful)


def test_every_article_becomes_pieces() -> None:
    """The encoder's pieces stand inside the article and in order, whatever it holds."""
    from sayso.read.attribute.model import encoder

    for body in bodies():
        row = pieces(body, encoder()._tokenizer)
        assert not len(row) or (row.starts[0] >= 0 and row.ends[-1] <= len(body))
        assert bool((row.starts <= row.ends).all())


@pytest.mark.parametrize("k", random.Random(SEED).sample(range(1683), READ))
def test_an_article_is_read_whole(k: int) -> None:
    """Claims with spans inside the page, contents within paragraphs, and exact quotes from between marks."""
    reading = Names()(Sentences()(a_reading(bodies()[k])))
    page, blocks = reading.page.text, reading.texts[0].body
    inside = [quote.words for quote in quotations(page, [(b.start, b.end) for b in blocks])[1]]
    claims = Attribute()(reading).claims
    assert claims
    for claim in claims:
        spans = (claim.span, *claim.content_spans, *claim.cue_spans, *claim.source_spans)
        assert all(0 <= span.start < span.end <= len(page) for span in spans)
        assert all(any(block.holds(span) for block in blocks) for span in claim.content_spans)
        assert all(any(a <= quote.start and quote.end <= b for a, b in inside) for quote in claim.quotes)
