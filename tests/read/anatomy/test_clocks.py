"""Printed times, and the days of a feed's clocks."""

import pytest

from growth import growth
from sayso.read.anatomy.clocks import date_feed, when_of
from sayso.read.anatomy.stamps import stamps
from sayso.record import Span, When


@pytest.mark.parametrize(
    ("printed", "expected", "grain"),
    [
        ("November 10, 2024 9:57 PM", "2024-11-10T21:57", "minute"),
        ("Nov. 10, 2024 at 12:05 a.m.", "2024-11-10T00:05", "minute"),
        ("Nov 10, 2024, 12:30 p.m.", "2024-11-10T12:30", "minute"),
        ("10 Nov 2024 21:57 GMT", "2024-11-10T21:57+00:00", "minute"),
        ("Sun 10 Nov 2024 21.57 GMT", "2024-11-10T21:57+00:00", "minute"),
        ("Sunday, 10 November 2024 - 4.34pm", "2024-11-10T16:34", "minute"),
        ("21:57, 10 November 2024", "2024-11-10T21:57", "minute"),
        ("15:56 BST, 27 April 2024", "2024-04-27T15:56+01:00", "minute"),
        ("2024-11-10T21:57:33+02:00", "2024-11-10T21:57+02:00", "minute"),
        ("2024-11-10T21:57:00.123Z", "2024-11-10T21:57+00:00", "minute"),
        ("2024-11-10 21:57", "2024-11-10T21:57", "minute"),
        ("Sun, 10 Nov 2024 21:57:00 +0200", "2024-11-10T21:57+02:00", "minute"),
        ("10.11.2024, 21:57", "2024-11-10T21:57", "minute"),
        ("10 November 2024 at 21:57 (UTC+2)", "2024-11-10T21:57+02:00", "minute"),
        ("Published at 1630 GMT on 5 May 2024", "2024-05-05T16:30+00:00", "minute"),
        ("July 14, 2024 11:59pm EDT", "2024-07-14T23:59-04:00", "minute"),
        ("Nov. 10, 2024, 9:57 a.m. ET", "2024-11-10T09:57-05:00", "minute"),
        ("July 14, 2024, 9:57 a.m. ET", "2024-07-14T09:57-04:00", "minute"),
        ("Nov. 3, 2024, 1:30 a.m. ET", "2024-11-03T01:30", "minute"),
        ("10 Nov 2024 21:57 local time", "2024-11-10T21:57", "minute"),
        ("Fri, Apr 28 20232:23 PM EDT", "2023-04-28T14:23-04:00", "minute"),
        ("3rd June 2024", "2024-06-03", "day"),
        ("10.11.2024", "2024-11-10", "day"),
        ("13/11/2024", "2024-11-13", "day"),
        ("11/13/2024", "2024-11-13", "day"),
    ],
)
def test_a_full_time_is_read_with_its_grain_and_zone(printed: str, expected: str, grain: str) -> None:
    """Zones stay as printed; one that turns with the date is given only where the date settles it."""
    got = when_of(printed)
    assert got is not None
    assert (got.earliest, got.latest, got.grain, got.inferred) == (expected, expected, grain, False)


@pytest.mark.parametrize(
    ("printed", "earliest", "latest", "grain"),
    [
        ("November 2024", "2024-11-01", "2024-11-30", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("10/11/2024", "2024-10-11", "2024-11-10", "day"),
    ],
)
def test_what_is_less_than_a_day_or_not_sure_is_an_interval(
    printed: str, earliest: str, latest: str, grain: str
) -> None:
    """10/11 may be October or November."""
    assert when_of(printed) == When(earliest=earliest, latest=latest, grain=grain)  # type: ignore[arg-type]


def test_a_capture_settles_which_of_two_days_is_meant() -> None:
    """Nothing is printed after it was captured."""
    assert when_of("10/11/2024", anchor="2024-10-20") == When(earliest="2024-10-11", latest="2024-10-11", grain="day")


@pytest.mark.parametrize(
    ("printed", "earliest"),
    [
        ("2 hours ago", "2024-11-12T13:30+02:00"),
        ("an hour ago", "2024-11-12T14:30+02:00"),
        ("15 mins ago", "2024-11-12T15:15+02:00"),
        ("3h", "2024-11-12T12:30+02:00"),
        ("2 days ago", "2024-11-10"),
        ("yesterday", "2024-11-11"),
        ("Yesterday, 21:15", "2024-11-11T21:15"),
        ("Sunday 14:20", "2024-11-10T14:20"),
        ("Tuesday 08:05", "2024-11-12T08:05"),
        ("14:20", "2024-11-12T14:20"),
        ("Nov 10", "2024-11-10"),
        ("December 30", "2023-12-30"),
    ],
)
def test_a_loose_time_counts_from_its_anchor_and_says_so(printed: str, earliest: str) -> None:
    """A day without a year is the last one before the anchor."""
    got = when_of(printed, anchor="2024-11-12T15:30+02:00")
    assert got is not None
    assert (got.earliest, got.inferred, got.anchor) == (earliest, True, "2024-11-12T15:30+02:00")


def test_hours_before_a_day_may_be_of_the_day_before() -> None:
    """A capture that knows its day only leaves "5 hours ago" open between two days."""
    got = when_of("5 hours ago", anchor="2024-11-12")
    assert got is not None
    assert (got.earliest, got.latest, got.grain) == ("2024-11-11", "2024-11-12", "day")


@pytest.mark.parametrize("printed", ["14:20", "2 hours ago", "yesterday", "Nov 10"])
def test_a_loose_time_without_an_anchor_is_a_mark_without_a_time(printed: str) -> None:
    """Never guessed: the page marks a time that it does not give."""
    assert when_of(printed, Span(3, 9)) == When(earliest=None, latest=None, grain=None, span=Span(3, 9))


@pytest.mark.parametrize(
    "printed",
    [
        "3.14 million",
        "it may 10 fold",
        "1:75",
        "31.13.2024",
        "30 February 2024",
        "a 5-4 vote",
        "no time here",
        "v1.2.3",
    ],
)
def test_what_is_no_time_is_none(printed: str) -> None:
    """Figures are not clocks, and no calendar has the thirtieth of February."""
    assert when_of(printed) is None


def test_a_stretch_of_time_is_no_zone() -> None:
    """ "10:00-11:30" is not ten o'clock eleven and a half hours west."""
    assert [stamp.offset for stamp in stamps("10:00-11:30")] == [None]


FEED = [("2:20 PM", Span(0, 7)), ("4:34 AM", Span(9, 16)), ("2:25 PM", Span(20, 27)), ("11:59 PM", Span(30, 38))]


def test_a_feed_steps_one_day_back_where_its_clock_goes_up() -> None:
    """A list is newest first and runs across days; the times are inferred from their anchor."""
    got = date_feed(FEED, "2024-11-10T21:57")
    assert [when.earliest for when in got if when] == [
        "2024-11-10T14:20", "2024-11-10T04:34", "2024-11-09T14:25", "2024-11-08T23:59",
    ]  # fmt: skip
    assert all(when and when.inferred and when.anchor == "2024-11-10T21:57" for when in got)
    assert [when.span for when in got if when] == [span for _, span in FEED]


def test_equal_clocks_are_of_one_day() -> None:
    """Two items of one minute are not a day apart."""
    got = date_feed([("14:20", None), ("14:20", None), ("14:19", None)], "2024-11-10")
    assert [when.earliest[:10] for when in got if when and when.earliest] == ["2024-11-10"] * 3


def test_a_day_as_a_heading_starts_the_count_anew() -> None:
    """Below "9 November 2024" clocks are of that day, up or down."""
    feed = [("09:00", None), ("9 November 2024", None), ("22:00", None), ("07:00", None)]
    got = date_feed(feed, "2024-11-10")
    assert [when.earliest for when in got if when] == [
        "2024-11-10T09:00", "2024-11-09", "2024-11-09T22:00", "2024-11-09T07:00",
    ]  # fmt: skip


def test_four_clocks_that_only_rise_are_of_one_day() -> None:
    """A list with the oldest first is not one item a day."""
    feed = [("08:00", None), ("09:30", None), ("11:00", None), ("15:45", None)]
    assert {when.earliest[:10] for when in date_feed(feed, "2024-11-10") if when and when.earliest} == {"2024-11-10"}


def test_a_feed_without_an_anchor_has_clocks_of_no_day() -> None:
    """No date is invented."""
    assert [when and when.earliest for when in date_feed(FEED, None)] == [None] * 4


@pytest.mark.parametrize("scrap", ["1", "10:", "Nov ", "10 Nov 2024 ", "12.", "9:57 PM ", "Sunday, ", "+02", "2 h "])
def test_the_time_to_find_times_grows_no_faster_than_the_line(scrap: str) -> None:
    """Hostile lines are cheap."""
    assert growth(lambda size: stamps(scrap * size), 4000) < 10  # four times the line; a quadratic pass takes sixteen
