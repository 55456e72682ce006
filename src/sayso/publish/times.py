"""Times of the record as feeds and structured data want them: RFC 3339 and RFC 822, without inventing a zone."""

from datetime import UTC, datetime

from sayso.errors import RecordError

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rfc3339(iso: str) -> str:
    """A time as "2026-03-05T19:15:00+02:00"; a bare day is its first second.

    A time without a zone gets "-00:00", which RFC 3339 §4.3 keeps for an offset that nobody knows. Raises RecordError
    for what is no ISO time.
    """
    time = _time(iso)
    words = time.replace(microsecond=0).isoformat()
    return words if time.tzinfo else f"{words}-00:00"


def rfc822(iso: str) -> str:
    """A time as "Thu, 05 Mar 2026 19:15:00 +0200", English whatever the locale.

    A time without a zone gets "-0000", which RFC 2822 §3.3 keeps for a zone that nobody knows. Raises RecordError.
    """
    time = _time(iso)
    zone = time.strftime("%z")[:5] if time.tzinfo else "-0000"
    day = f"{_DAYS[time.weekday()]}, {time.day:02} {_MONTHS[time.month - 1]} {time.year:04}"
    return f"{day} {time:%H:%M:%S} {zone}"


def schema_time(iso: str) -> str:
    """A time as ISO 8601 writes it for schema.org: as it was given, a bare day a day, no zone where none was printed.

    Raises RecordError.
    """
    _time(iso)
    return iso if len(iso) <= len("2026-03-05") else iso.replace("Z", "+00:00")


def in_order(iso: str) -> datetime:
    """The time as one that sorts; without a zone it is taken for UTC, since nothing says better. Raises RecordError."""
    time = _time(iso)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _time(iso: str) -> datetime:
    whole = {4: f"{iso}-01-01", 7: f"{iso}-01"}.get(len(iso), iso)
    try:
        return datetime.fromisoformat(whole)
    except ValueError as err:
        raise RecordError(f"{iso!r} is no ISO time such as 2026-11-10 or 2026-11-10T21:57+02:00") from err
