"""ISO times of any zone and grain as moments that sort."""

import re
from calendar import monthrange
from datetime import UTC, datetime

from sayso.errors import RecordError
from sayso.record.page import Page
from sayso.record.text import Text
from sayso.record.when import When

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def moment(iso: str, *, end: bool = False) -> str:
    """A time as "YYYY-MM-DDTHH:MM:SS" in UTC; a bare day, month or year is its first second, with `end` its last.

    A time without a zone is taken as UTC, since nothing says better. Raises RecordError for what is no ISO time.
    """
    try:
        if day := _DAY.fullmatch(iso):
            year, month, date = (int(part) if part else None for part in day.groups())
            assert year is not None
            if end:
                month = month or 12
                last = datetime(year, month, date or monthrange(year, month)[1], 23, 59, 59)
                return last.isoformat()
            return datetime(year, month or 1, date or 1).isoformat()
        time = datetime.fromisoformat(iso)
        utc = time.astimezone(UTC) if time.tzinfo else time
        return utc.replace(tzinfo=None, microsecond=0).isoformat()
    except (ValueError, OverflowError) as err:
        raise RecordError(f"{iso!r} is no ISO time such as 2026-11-10 or 2026-11-10T21:57+02:00") from err


def latest(when: When | None) -> str | None:
    """The last moment a When allows, null where it names none."""
    return moment(when.latest, end=True) if when and when.latest else None


def stood_from(page: Page, text: Text) -> str | None:
    """The moment from which a text stood, as far as it says itself: the last time it prints, else its capture."""
    captured = moment(page.captured) if page.captured else None
    return latest(text.updated) or latest(text.published) or captured
