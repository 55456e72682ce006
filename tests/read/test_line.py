"""The reading line checks its order."""

from dataclasses import replace

import pytest

from sayso.errors import LineError
from sayso.read.line import line_of
from sayso.record import Capture, Reading, page_of


class Step:
    """A reader that leaves its mark in `made_by` of the reading it saw."""

    version = "1"

    def __init__(self, name: str, needs: tuple[str, ...], gives: tuple[str, ...]) -> None:
        self.name, self.needs, self.gives = name, needs, gives

    def __call__(self, reading: Reading) -> Reading:
        return replace(reading, made_by=(*reading.made_by, f"saw {self.name}"))


ONE, TWO = Step("one", ("texts",), ("sentences",)), Step("two", ("sentences",), ("claims",))


def a_reading() -> Reading:
    return Reading(page=page_of(Capture(name="x", body=b"x", media_type="text/plain"), "x"))


def test_a_reader_whose_need_comes_later_is_refused() -> None:
    """The mistake shows when the line is made, not on the first page."""
    with pytest.raises(LineError, match="'two' needs 'sentences'"):
        line_of([TWO, ONE])


def test_readers_run_in_order_and_sign() -> None:
    """The reading says which reader versions made it."""
    assert line_of([ONE, TWO])(a_reading()).made_by == ("saw one", "saw two", "anatomy@3", "one@1", "two@1")


def test_another_version_is_another_line() -> None:
    """A page read by an older reader counts as unread."""
    newer = Step("two", ("sentences",), ("claims",))
    newer.version = "2"
    assert line_of([ONE, TWO]).version != line_of([ONE, newer]).version
