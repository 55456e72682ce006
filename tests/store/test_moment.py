"""ISO times of any zone and grain sort as moments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RecordError
from sayso.record.moment import moment


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2031", "2031-01-01T00:00:00", "2031-12-31T23:59:59"),
        ("2028-02", "2028-02-01T00:00:00", "2028-02-29T23:59:59"),
        ("2031-03-04", "2031-03-04T00:00:00", "2031-03-04T23:59:59"),
        ("2031-03-04T21:57", "2031-03-04T21:57:00", "2031-03-04T21:57:00"),
        ("2031-03-04T21:57:31.25", "2031-03-04T21:57:31", "2031-03-04T21:57:31"),
        ("2031-03-04T00:30+02:00", "2031-03-03T22:30:00", "2031-03-03T22:30:00"),
        ("2031-03-04T21:57Z", "2031-03-04T21:57:00", "2031-03-04T21:57:00"),
        ("2031-03-04 21:57", "2031-03-04T21:57:00", "2031-03-04T21:57:00"),
    ],
)
def test_a_time_has_a_first_and_a_last_moment(iso: str, first: str, last: str) -> None:
    """A bare day, month or year lasts; a clock is a moment in UTC."""
    assert (moment(iso), moment(iso, end=True)) == (first, last)


@pytest.mark.parametrize("iso", ["", "yesterday", "2031-13", "2031-02-30", "0000", "9999-12-31T23:59-05:00", "４"])
def test_what_is_no_time_is_refused(iso: str) -> None:
    """The message shows how a time is written."""
    with pytest.raises(RecordError, match="ISO time"):
        moment(iso)


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_moments_sort_as_times_do(left: object, right: object) -> None:
    """Whatever zones the times are written in."""
    try:
        a, b = moment(left.isoformat()), moment(right.isoformat())  # type: ignore[attr-defined]
    except RecordError:
        return  # the first and the last day of the calendar, carried over its edge by a zone
    if a != b:
        assert (a < b) == (left < right)  # type: ignore[operator]
