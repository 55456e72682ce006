"""Outlets and their publisher families: data that ships (words/en/outlets.toml) and what a newsroom adds to it.

docs/how/add-an-outlet-name.md says how a page's family is found.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, get_args
from urllib.parse import urlsplit

from sayso.errors import SettingsError
from sayso.record import Outlet, OutletKind, Page, make_id
from sayso.record.fold import folded
from sayso.weigh.trace.voices import roles

_ARTICLES = ("the ", "a ", "an ")
_LISTS = ("aliases", "languages")
_FIELDS = tuple(one.name for one in fields(Outlet) if one.name != "id")

Row = dict[str, Any]
Rows = dict[str, Row]  # the key of an outlet's name → its entry


@dataclass(frozen=True, slots=True)
class Press:
    """Outlets by every name they go by, and by their web hosts. An unknown name is an outlet of a family of its own."""

    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    homes: Mapping[str, Outlet] = field(default_factory=dict)
    near: tuple[str, ...] = ()  # outlets whose pages are in question, for which a short name may stand

    @property
    def mark(self) -> str:
        """What tells this press from one with other outlets: 12 hex digits."""
        told = sorted((name, one.id, one.kind, one.family or "") for name, one in self.outlets.items())
        homes = sorted((home, one.id) for home, one in self.homes.items())
        return sha256(repr((told, homes)).encode()).hexdigest()[:12]

    def outlet(self, name: str) -> Outlet | None:
        """The outlet that goes by a name, null where none is recorded."""
        return self.outlets.get(name_key(name))

    def among(self, pages: Iterable[str], cited: Iterable[str] = ()) -> "Press":
        """The press where pages of some outlets are in question, and others are cited.

        A short name then stands for one of them: "the Herald" for the Wexcombe Herald.
        """
        found = replace(self, near=tuple(sorted(set(pages))))
        for name in sorted(set(cited), key=lambda name: (-len(name), name)):
            if found._whole(name) is None:
                found = replace(found, near=(*found.near, name))
        return found

    def family(self, name: str) -> str:
        """The key of the publisher family of an outlet's name: outlets with the same key count once."""
        known = self.outlet(name)
        if known is None and name not in self.near and (whole := self._whole(name)):
            known, name = self.outlet(whole), whole
        return _family(known) if known else name_key(name)

    def knows(self, name: str) -> bool:
        """True for the name, or a short form of it, of an outlet that is recorded or whose page is in question."""
        return self.outlet(name) is not None or name in self.near or self._whole(name) is not None

    def _whole(self, name: str) -> str | None:
        """The outlet in question that a short name stands for: some of its words, its initials, its words in one."""
        said = name_key(name).split()
        for whole in self.near:
            full = name_key(whole).split()
            initials = "".join(word[0] for word in full)
            if not said or not full:
                continue
            short, long = sorted((set(said), set(full)), key=len)
            if short <= long and not short <= roles()["titles"] or said == full or set(said) <= set(full):
                return whole
            if "".join(said) in ("".join(full), initials):
                return whole
        return None

    def is_agency(self, name: str) -> bool:
        """True for an agency, whose own page that names nobody is an origin."""
        known = self.outlet(name)
        return known is not None and known.kind == "agency"

    def family_of(self, page: Page) -> str:
        """The family of a page: by its outlet's name where that is recorded, else by its host, else the name's own."""
        if page.outlet and self.outlet(page.outlet):
            return self.family(page.outlet)
        host = urlsplit(page.url or "").netloc.lower().removeprefix("www.")
        if known := self._at(host):
            return _family(known)
        if page.outlet:
            return self.family(page.outlet)
        return f"host {host}" if host else f"page {page.id}"

    def with_outlets(self, outlets: Iterable[Outlet]) -> "Press":
        """The press with more outlets; a name or host recorded twice goes to the later."""
        more = list(outlets)
        names = {name_key(name): outlet for outlet in more for name in (outlet.name, *outlet.aliases)}
        homes = {outlet.home.lower().removeprefix("www."): outlet for outlet in more if outlet.home}
        return replace(self, outlets={**self.outlets, **names}, homes={**self.homes, **homes})

    def all(self) -> tuple[Outlet, ...]:
        """Every outlet once, by family and name."""
        once = {outlet.id: outlet for outlet in self.outlets.values()}
        return tuple(sorted(once.values(), key=lambda one: (_family(one), name_key(one.name))))

    def _at(self, host: str) -> Outlet | None:
        """The outlet whose home a host is, or lies under ("edition.example.org" under "example.org")."""
        parts = host.split(".")
        return next(
            (self.homes[home] for at in range(len(parts)) if (home := ".".join(parts[at:])) in self.homes), None
        )


def _family(outlet: Outlet) -> str:
    return name_key(outlet.family or outlet.name)


def name_key(name: str) -> str:
    """A name as it is compared: folded, without its article."""
    key = folded(name)
    for article in _ARTICLES:
        key = key.removeprefix(article)
    return key


def shipped() -> str:
    """The TOML text of the outlets that ship with Sayso."""
    return files("sayso.weigh").joinpath("words/en/outlets.toml").read_text("utf-8")


@cache
def default_press() -> Press:
    """The outlets that ship with Sayso."""
    return press_of(rows_of(shipped()))


def press_of(*several: Rows) -> Press:
    """The press of entries; one of a name that was there before adds its aliases and replaces its other fields."""
    merged: Rows = {}
    for rows in several:
        merged.update((key, merge(merged.get(key), row)) for key, row in rows.items())
    named: dict[str, str] = {}  # a name that a later file gives to another outlet goes to that one
    for key, row in merged.items():
        named.update((name_key(name), key) for name in row["aliases"])
    named.update((key, key) for key in merged)
    outlets = {key: Outlet(id=make_id("outlet", row["name"]), **row) for key, row in merged.items()}
    homes = Press().with_outlets(outlets.values()).homes
    return Press({name: outlets[key] for name, key in named.items()}, homes)


def merge(before: Row | None, row: Row) -> Row:
    """An entry that adds to one of the same name."""
    aliases = dict.fromkeys((*before["aliases"], *row["aliases"])) if before else row["aliases"]
    return {**(before or {}), **row, "name": before["name"] if before else row["name"], "aliases": tuple(aliases)}


def rows_of(text: str, name: str = "outlets.toml") -> Rows:
    """The entries of a TOML text: [[outlets]] with name, aliases, family, kind, home, country, languages.

    Raises SettingsError naming the file and the entry that cannot be used.
    """
    rows: Rows = {}
    owner: dict[str, str] = {}  # an alias → the outlet that has it
    for at, raw in enumerate(_tables(text, name), 1):
        where = f"{name}, entry {at}" + (f" ({raw['name']!r})" if isinstance(raw, dict) and "name" in raw else "")
        row = _row(raw, where)
        key = name_key(row["name"])
        for alias in (row["name"], *row["aliases"]):
            if (first := owner.setdefault(name_key(alias), key)) != key:
                raise SettingsError(
                    f"{where}: {alias!r} is a name of {rows.get(first, {}).get('name', first)!r} already"
                )
        rows[key] = merge(rows.get(key), row)
    return rows


def _tables(text: str, name: str) -> list[Any]:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        raise SettingsError(f"{name} is not TOML: {err}") from err
    if strange := set(found) - {"outlets"}:
        raise SettingsError(f"{name}: there is no {sorted(strange)[0]!r} here; entries stand under [[outlets]]")
    tables = found.get("outlets", [])
    if not isinstance(tables, list):
        raise SettingsError(f"{name}: entries stand under [[outlets]], with two brackets")
    return tables


def _row(raw: Any, where: str) -> Row:
    """An entry whose fields are what they must be."""
    if not isinstance(raw, dict) or not _is_name(raw.get("name")):
        raise SettingsError(f"{where}: an outlet needs a name, in letters or digits")
    if strange := set(raw) - set(_FIELDS):
        raise SettingsError(f"{where}: there is no {sorted(strange)[0]!r}; known are {', '.join(_FIELDS)}")
    row: Row = {"aliases": (), **raw}
    for label in _LISTS:
        if not isinstance(row.get(label, ()), list | tuple) or not all(map(_is_name, row.get(label, ()))):
            raise SettingsError(f'{where}: {label} is a list of names, such as {label} = ["HP"]')
        row |= {label: tuple(row[label])} if label in row else {}
    for label in ("family", "home", "country"):
        if label in row and not _is_name(row[label]):
            raise SettingsError(f"{where}: {label} is a name in quotation marks, not {row[label]!r}")
    if row.get("kind", "paper") not in get_args(OutletKind):
        raise SettingsError(f"{where}: kind is one of {', '.join(get_args(OutletKind))}, not {row['kind']!r}")
    return row


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(folded(value))
