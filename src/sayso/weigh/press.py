"""Outlets and their publisher families: data that ships (words/en/outlets.toml) and what a newsroom adds to it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from sayso.errors import SettingsError
from sayso.record import Outlet, Page, make_id
from sayso.record.fold import folded
from sayso.weigh.voices import roles

_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Press:
    """Outlets by every name they go by. A name that nobody recorded is an outlet of a family of its own."""

    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    near: tuple[str, ...] = ()  # outlets whose pages are in question, for which a short name may stand

    def outlet(self, name: str) -> Outlet | None:
        """The outlet that goes by a name, null where none is recorded."""
        return self.outlets.get(name_key(name))

    def among(self, pages: Iterable[str], cited: Iterable[str] = ()) -> "Press":
        """The press where pages of some outlets are in question, and others are cited.

        A short name then stands for one of them: "the Herald" for the Wexcombe Herald.
        """
        found = Press(self.outlets, tuple(sorted(set(pages))))
        for name in sorted(set(cited), key=lambda name: (-len(name), name)):
            if found._whole(name) is None:
                found = Press(self.outlets, (*found.near, name))
        return found

    def family(self, name: str) -> str:
        """The key of the publisher family of an outlet's name: outlets with the same key count once."""
        known = self.outlet(name)
        if known is None and name not in self.near and (whole := self._whole(name)):
            known, name = self.outlet(whole), whole
        return name_key((known.family or known.name) if known else name)

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
        """The family of a page: its outlet's, else its host's, else the page's alone."""
        if page.outlet:
            return self.family(page.outlet)
        host = urlsplit(page.url or "").netloc.lower().removeprefix("www.")
        return f"host {host}" if host else f"page {page.id}"

    def with_outlets(self, outlets: Iterable[Outlet]) -> "Press":
        """The press with more outlets; a name recorded twice goes to the later."""
        more = {name_key(name): outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}
        return Press({**self.outlets, **more}, self.near)


def name_key(name: str) -> str:
    """A name as it is compared: folded, without its article."""
    key = folded(name)
    for article in _ARTICLES:
        key = key.removeprefix(article)
    return key


@cache
def default_press() -> Press:
    """The outlets that ship with Sayso."""
    return Press().with_outlets(outlets_from(files("sayso.weigh").joinpath("words/en/outlets.toml").read_text("utf-8")))


def outlets_from(text: str, name: str = "outlets.toml") -> tuple[Outlet, ...]:
    """The outlets of a TOML text: [[outlets]] with name, aliases, family, kind, home, country.

    Raises SettingsError naming the file and the entry that cannot be read.
    """
    try:
        rows = tomllib.loads(text).get("outlets", [])
    except tomllib.TOMLDecodeError as err:
        raise SettingsError(f"{name} is not TOML: {err}") from err
    found = []
    for row in rows:
        try:
            aliases = tuple(row.pop("aliases", ()))
            found.append(Outlet(id=make_id("outlet", row["name"]), aliases=aliases, **row))
        except (KeyError, TypeError) as err:
            raise SettingsError(f"{name}: an outlet cannot be read ({err}): {row}") from err
    return tuple(found)
