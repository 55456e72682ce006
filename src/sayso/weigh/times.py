"""Whether two claims tell of different days."""

from datetime import datetime, timedelta

from sayso.record import When

SLACK = timedelta(days=1)  # a night belongs to two days, and desks date by their own zone


def apart(left: When | None, right: When | None) -> bool:
    """True where two events are told to have happened at times that cannot be one, a day's slack allowed."""
    one, two = _bounds(left), _bounds(right)
    if one is None or two is None:
        return False
    return one[0] > two[1] + SLACK or two[0] > one[1] + SLACK


def _bounds(when: When | None) -> tuple[datetime, datetime] | None:
    """Both ends as moments without a zone; null where the page gives none that is a date."""
    if when is None or not (when.earliest and when.latest):
        return None
    try:
        ends = [datetime.fromisoformat(end).replace(tzinfo=None) for end in (when.earliest, when.latest)]
    except ValueError:
        return None
    return ends[0], ends[1]
