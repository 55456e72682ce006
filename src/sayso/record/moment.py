"""ISO times of any zone and grain as moments that sort."""

import re
from calendar import monthrange
from datetime import UTC, datetime, tzinfo

from sayso.errors import RecordError
from sayso.record.page import Page
from sayso.record.text import Text
from sayso.record.when import When

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def moment(iso: str, *, end: bool = False, zone: tzinfo | None = None) -> str:
    """A time as "YYYY-MM-DDTHH:MM:SS" in UTC; a bare day, month or year is its first second, with `end` its last.

    A time without a zone is taken as of `zone`, else as UTC, since nothing says better. Raises RecordError for what is
    no ISO time.
    """
    try:
        if day := _DAY.fullmatch(iso):
            year, month, date = (int(part) if part else None for part in day.groups())
            assert year is not None
            time = datetime(year, month or 1, date or 1)
            if end:
                month = month or 12
                time = datetime(year, month, date or monthrange(year, month)[1], 23, 59, 59)
        else:
            time = datetime.fromisoformat(iso)
        if time.tzinfo is None and zone:
            time = time.replace(tzinfo=zone)
        utc = time.astimezone(UTC) if time.tzinfo else time
        return utc.replace(tzinfo=None, microsecond=0).isoformat()
    except (ValueError, OverflowError) as err:
        raise RecordError(f"{iso!r} is no ISO time such as 2026-11-10 or 2026-11-10T21:57+02:00") from err


def latest(when: When | None, zone: tzinfo | None = None) -> str | None:
    """The last moment a When allows, null where it names none."""
    return moment(when.latest, end=True, zone=zone) if when and when.latest else None


def stood_from(page: Page, text: Text) -> str | None:
    """The moment from which a text stood, as far as it says itself: the last time it prints, else its capture.

    A time printed without a zone is taken in the zone that the capture's time has, and none is later than the capture:
    what was captured at noon stood at noon, though it prints the day alone.
    """
    captured = moment(page.captured) if page.captured else None
    zone = zone_of(page)
    printed = latest(text.updated, zone) or latest(text.published, zone)
    return min(printed, captured) if printed and captured else printed or captured


def zone_of(page: Page) -> tzinfo | None:
    """The zone that the capture's time has, null where it has none."""
    try:
        return datetime.fromisoformat(page.captured).tzinfo if page.captured else None
    except ValueError:
        return None
