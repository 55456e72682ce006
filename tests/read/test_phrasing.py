"""Phrases are looked for where their first word stands, and a sheet is asked once; neither changes an answer."""

import re

from sayso.read import take_apart
from sayso.read.chain.phrasing import Phrased, ending, lines, phrased, plain
from sayso.read.sheet import Sheet, once
from sayso.record import Capture, Span

SAID = (
    "We never met them.",
    "Perhaps the ferry sails on Monday, perhaps not.",
    "“No comment,” the harbour master’s clerk said.",
    "It’s likely that the Quay Board will pay.",
    "IT IS POSSIBLE",
    "impossible, unlikelyhood, Nobody",
    "",
)


def test_a_phrase_is_found_where_its_plain_pattern_finds_it() -> None:
    """Leaving out words without a first word of a phrase loses none."""
    for table, name in (("sure", "possible"), ("sure", "probable"), ("declines", "opening"), ("denies", "anywhere")):
        quick = phrased(table, name)
        slow = Phrased(quick._pattern.pattern, None)
        for said in SAID:
            assert [f.span() for f in slow.finditer(said)] == [f.span() for f in quick.finditer(said)]
            assert bool(slow.search(said)) == bool(quick.search(said))


def test_plain_phrases_are_whole_words_in_any_case() -> None:
    """Phrases without groups are found as whole words, white space of any width between."""
    found = plain(["no comment", "declined"]).search("The board had NO  comment")
    assert found is not None and found.group() == "NO  comment"
    assert plain(["declined"]).search("undeclined") is None


def test_a_word_may_end_like_the_first_word_of_a_phrase() -> None:
    """A pattern without a border before it can begin inside a word."""
    recalled = ending(["called", "slammed it"])
    assert [recalled("they recalled it"), recalled("SLAMMED"), recalled("they call it")] == [True, True, False]


def test_a_phrase_of_a_group_begins_with_any_of_its_words() -> None:
    """The words of a group are each looked for."""
    assert all(re.match(r"\w", one) for one in lines("groups", "dub"))
    assert ending(lines("groups", "dub"))("he dubbed it")


def test_a_sheet_is_asked_once_for_the_same_thing() -> None:
    """The second answer is the first one, and another sheet gives its own."""
    asked: list[Span] = []

    @once
    def words(sheet: Sheet, span: Span) -> str:
        asked.append(span)
        return sheet.words(span)

    body = b"Ilka Venn said the quay was shut."
    first, second = (Sheet(take_apart(Capture(name=name, body=body, media_type="text/plain"))) for name in "ab")
    assert words(first, Span(0, 4)) == words(first, Span(0, 4)) == words(second, Span(0, 4))
    assert [Span(0, 4), Span(0, 4)] == asked
