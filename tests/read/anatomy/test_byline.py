"""Names in bylines."""

import pytest

from sayso.read.anatomy.byline import is_named, names
from sayso.read.anatomy.headrow import head_row


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("by Ana Rel and Tor Lind", ("Ana Rel", "Tor Lind")),
        ("By Ana Rel, Tor Lind and Mika Os", ("Ana Rel", "Tor Lind", "Mika Os")),
        ("Author: Ana Rel", ("Ana Rel",)),
        ("Written by Ana Rel, energy correspondent", ("Ana Rel",)),
        ("Ana Rel, Chief Correspondent", ("Ana Rel",)),
        ("Ana Rel Chief Political Correspondent", ("Ana Rel",)),
        ("Ana Rel Deputy Content Hub Director", ("Ana Rel",)),
        ("By Ana Rel, Defence and Security Editor", ("Ana Rel",)),
        ("Ana Rel | Staff writer", ("Ana Rel",)),
        ("Staff writer Ana Rel", ("Ana Rel",)),
        ("By Ana Rel in Karsk", ("Ana Rel",)),
        ("By Ana Rel in Karsk and Tor Lind in Talmark", ("Ana Rel", "Tor Lind")),
        ("by Ana Rel Edit post", ("Ana Rel",)),
        ("By Ana Rel for The Karsk Herald", ("Ana Rel",)),
        ("Ana Rel The Karsk Herald", ("Ana Rel",)),
        ("By ANA REL Associated Press", ("ANA REL",)),
        ("By Ana Rel, Karsk Daily News", ("Ana Rel",)),
        ("By Ana Rel (@anarel)", ("Ana Rel",)),
        ("Ana Rel @anarel", ("Ana Rel",)),
        ("By Ana Rel • 10 Nov 2024 • 4 min read", ("Ana Rel",)),
        ("by The Karsk Herald news desk November 10, 2024 2:20 PM 2 min read", ("The Karsk Herald news desk",)),
        ("By Norda News Agency", ("Norda News Agency",)),
        ("By Jean-Luc d’Arco, Senior Europe Correspondent", ("Jean-Luc d’Arco",)),
        ("By Dr. Mika van der Vos", ("Dr. Mika van der Vos",)),
        ("Words: Ana O'Dell; Pictures: Tor Lind", ("Ana O'Dell",)),
        ("By Cato and Ana Rel", ("Cato", "Ana Rel")),
        ("By Ana Rel and Ana Rel", ("Ana Rel",)),
        ("*By* **Ana Rel**", ("Ana Rel",)),
        ("by the river that floods", ()),
        ("From a hill above Karsk", ()),
        ("", ()),
        ("by", ()),
    ],
)
def test_a_byline_gives_its_names_only(line: str, expected: tuple[str, ...]) -> None:
    """No "by", no job titles, no places, no outlets; a newsroom's own byline is a name where no person is."""
    assert names(line) == expected


@pytest.mark.parametrize(
    "line", ["Ana Rel", "Ana Rel and Tor Lind", "Ana Rel, Political Correspondent", "Ana Rel, Karsk Herald"]
)
def test_a_line_of_names_is_known_without_by(line: str) -> None:
    """With or without a job title."""
    assert is_named(line)


@pytest.mark.parametrize(
    "line",
    [
        "Middle East",
        "World News",
        "Ana Rel said so.",
        "Follow Us",
        "The Republic",
        "Privacy Policy",
        "Dam?",
    ],
)
def test_capitals_alone_make_no_name(line: str) -> None:
    """Menus and headlines have capitals too."""
    assert not is_named(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "by Ana Rel November 10, 2024 9:57 PM 2 min read",
            [("byline", "by Ana Rel"), ("published", "November 10, 2024 9:57 PM"), ("minutes", "2 min read")],
        ),
        ("2:25 PM \u00a0 (Updated:\u00a0 )", [("published", "2:25 PM"), ("updated", "(Updated:\u00a0 )")]),
        (
            "Published: 10 Nov 2024 | Updated: 11 Nov 2024 08:00 GMT",
            [("published", "10 Nov 2024"), ("updated", "11 Nov 2024 08:00 GMT")],
        ),
        ("Last modified on Sun 19 May 2024 18.02 BST", [("updated", "Sun 19 May 2024 18.02 BST")]),
        (
            "World | 10 November 2024 | 4 min read",
            [("section", "World"), ("published", "10 November 2024"), ("minutes", "4 min read")],
        ),
        ("Reading time: 4 minutes", [("minutes", "Reading time: 4 minutes")]),
    ],
)
def test_a_head_row_is_taken_apart(line: str, expected: list[tuple[str, str]]) -> None:
    """Who, when, changed when, how long to read: each with its place."""
    row = head_row(line)
    assert row is not None
    assert [(piece.what, line[piece.start : piece.end]) for piece in row.pieces] == expected


@pytest.mark.parametrize(
    "line",
    [
        "The river rose on November 10, 2024 and fell",
        "14:20 Parliament votes on the budget",
        "By Monday the river rose.",
        "By Sunday",
    ],
)
def test_a_sentence_with_a_date_is_no_head_row(line: str) -> None:
    """Words that are nothing known make it something else."""
    assert head_row(line) is None
