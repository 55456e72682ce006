"""Who publishes: the outlets that ship with Sayso and those that a newsroom adds in a TOML file of its own."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.errors import SettingsError
from sayso.record import Outlet
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.weigh.trace.press import Press, Rows

HEAD = "# Outlets of this newsroom's own, beside those that ship with Sayso: `sayso outlets` lists both.\n"


class Publisher(NamedTuple):
    """An outlet that the counting goes by; `own` is true where the newsroom's own file has an entry for it."""

    outlet: Outlet
    own: bool


class Outlets:
    """The part of a newsroom that knows who publishes; counting asks it each time, so what is added counts at once."""

    url: str
    settings: Settings
    _press: "Press | None"

    @property
    def press(self) -> "Press":
        """The outlets and publisher families that the counting goes by; raises SettingsError for a bad file."""
        if self._press is None:
            self._press = press_of(self.outlets_file)
        return self._press

    @property
    def outlets_file(self) -> Path | None:
        """Where the newsroom's own outlets stand, null for a record in memory; the file need not be there."""
        return self.settings.outlets_of(self.url)


def press_of(path: Path | None) -> "Press":
    """The outlets that ship, and over them those of a file, if it is there; raises SettingsError naming its entry."""
    from sayso.weigh.trace import press

    own = own_rows(path)
    return press.press_of(press.rows_of(press.shipped()), own) if own else press.default_press()


def publishers(path: Path | None) -> Iterator[Publisher]:
    """Every outlet that the counting goes by, by family and name."""
    own = own_rows(path)
    from sayso.weigh.trace.press import name_key

    return (Publisher(outlet, name_key(outlet.name) in own) for outlet in press_of(path).all())


def add_outlets(path: Path, rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Appends entries to the newsroom's own file, all or none, and gives their names; raises SettingsError.

    An entry of a name that is there already adds its aliases to it and replaces its other fields.
    """
    from sayso.weigh.trace.press import rows_of

    before = _text(path) or HEAD
    given = list(rows)
    after = before.rstrip("\n") + "\n" + "".join(map(_entry, given))
    try:
        rows_of(after, str(path))
    except SettingsError:
        rows_of(before, str(path))  # where the file was bad before, say so instead
        raise
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_text(after, "utf-8")
    new.replace(path)
    return tuple(str(row["name"]) for row in given)


def import_outlets(path: Path, source: Path) -> tuple[str, ...]:
    """Appends every entry of another TOML file to the newsroom's own; raises SettingsError."""
    from sayso.weigh.trace.press import rows_of

    text = _text(source)
    if text is None:
        raise SettingsError(f"{source}: there is no such file")
    rows = rows_of(text, str(source))
    return add_outlets(path, rows.values()) if rows else ()


def own_rows(path: Path | None) -> "Rows":
    """The entries of a newsroom's own file, none where it is not there; raises SettingsError."""
    from sayso.weigh.trace.press import rows_of

    text = _text(path) if path else None
    return rows_of(text, str(path)) if text is not None else {}


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError) as err:
        raise SettingsError(f"{path} cannot be read as outlets: {err}") from err


def _entry(row: dict[str, Any]) -> str:
    """One outlet in TOML, in the order of the type's fields."""
    told = [(one.name, row[one.name]) for one in fields(Outlet) if row.get(one.name)]
    return "\n[[outlets]]\n" + "".join(f"{name} = {_value(value)}\n" for name, value in told)


def _value(value: Any) -> str:
    """A word or a list of words in TOML, whose strings are written as those of JSON."""
    words = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
    return words.replace("\x7f", "\\u007f")  # TOML takes no raw control character
