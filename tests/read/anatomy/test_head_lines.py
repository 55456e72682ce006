"""Lines that only say who wrote a story and when, under a headline without any class or markup: never its body."""

import pytest

from sayso.read import take_apart
from sayso.record import Capture, Reading, Text

LEAD = "The lighthouse at Orrin Head went dark on Sunday night after a lorry cut the only cable to the point."
MORE = "Keeper Tova Brandal said the spare lamp had burned until dawn, and that no ship had been in the sound."
TAIL = "The county has promised a second cable before the winter, along the old railway line."


def html(*lines: str) -> Reading:
    body = "".join(f"<p>{line}</p>" for line in (*lines, LEAD, MORE, TAIL))
    page = f"<html><head><title>Orrin light goes dark</title></head><body><article><h1>Orrin light goes dark</h1>{body}"
    return take_apart(Capture(name="page", body=(page + "</article></body></html>").encode(), media_type="text/html"))


def plain(*lines: str) -> Reading:
    page = "\n\n".join((*lines, LEAD, MORE, TAIL))
    return take_apart(Capture(name="page", body=page.encode(), media_type="text/plain"))


def article(reading: Reading) -> Text:
    return next(text for text in reading.texts if text.kind == "article")


def body(reading: Reading) -> list[str]:
    return [span.of(reading.page.text) for span in article(reading).body]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nela Marsk, 18 March 2031, 5:50", ("Nela Marsk",)),
        ("By Nela Marsk | Tuesday 18 March 2031, 4pm CET", ("Nela Marsk",)),
        ("18.03.2031 13:25, Nela Marsk", ("Nela Marsk",)),
        ("Nela Marsk – 18 March 2031 at 8.15", ("Nela Marsk",)),
        ("Nela Marsk 18 March 2031 09.10", ("Nela Marsk",)),
        ("18 March 2031, 10:41", ()),
        ("Orrin Head, 18 March 2031, 22:48 (CET)", ()),
        ("18 Mar 2031 11:10 Staff writer", ()),
        ("Interview: Nela Marsk, 18 March 2031, 10:00", ("Nela Marsk",)),
        ("Nela Marsk, 18 March 2031, 11:20. Updated 16:45", ("Nela Marsk",)),
    ],
)
def test_a_line_of_author_and_time_is_no_paragraph(line: str, names: tuple[str, ...]) -> None:
    """It gives byline and time, and the body begins below it."""
    reading = html(line)
    assert body(reading) == [LEAD, MORE, TAIL]
    assert names == article(reading).byline
    assert article(reading).published is not None


def test_two_such_lines_are_none_either() -> None:
    """The name on the first line, the clock on the second."""
    assert body(html("By Norda News Agency", "18 March 2031 05:30")) == [LEAD, MORE, TAIL]


def test_a_paragraph_that_names_a_day_stays() -> None:
    """A sentence with a date in it is the story's."""
    said = "On 18 March 2031 the lamp was lit for the first time since the war."
    assert said == body(html(said))[0]


def test_a_story_of_nothing_else_is_not_left_bare() -> None:
    """Where every block is such a line, they stay."""
    page = "<html><body><article><h1>Orrin light</h1><p>18 March 2031, 10:41</p></article></body></html>"
    reading = take_apart(Capture(name="page", body=page.encode(), media_type="text/html"))
    assert len(reading.texts) <= 1


@pytest.mark.parametrize(
    "menu",
    [
        "Home  News  Farm  Boats  Puzzles",
        "orrinwatch - reviews - interviews - schools - jobs",
        "Orrin FM * Listen * Farm * Woods",
    ],
)
def test_a_row_of_short_entries_is_a_menu(menu: str) -> None:
    """Entries in columns or between marks are furniture, and the headline is the line below."""
    reading = plain(menu, "Orrin light goes dark", "by Staff writer March 18, 2031 7:15 AM 1 min read")
    assert article(reading).headline == "Orrin light goes dark"
    assert body(reading) == [LEAD, MORE, TAIL]


def test_a_first_paragraph_that_quotes_somebody_is_no_caption() -> None:
    """ "A view of" opens captions, but a caption seldom says who said what."""
    first = 'Keeper Arvid Holm has a view of his own on the lamp. "It was the rats, nothing else," he told Orrin FM.'
    reading = plain("Orrin light goes dark", "by Nela Marsk March 18, 2031 7:15 AM 1 min read", first)
    assert first == body(reading)[0]
