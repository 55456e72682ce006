"""Whether two claims tell of different days."""

from datetime import date, timedelta

from sayso.record import Testimony, When

SLACK = timedelta(days=1)  # one day where it is told is another elsewhere


def apart(left: Testimony, right: Testimony) -> bool:
    """Whether what two claims tell of happened on days that cannot be one."""
    one, two = _days(left.when), _days(right.when)
    return bool(one and two) and (one[1] + SLACK < two[0] or two[1] + SLACK < one[0])  # type: ignore[index]


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or when.inferred or when.grain not in ("day", "minute") or not when.earliest or not when.latest:
        return None
    try:
        return date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    except ValueError:
        return None
