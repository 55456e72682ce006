"""Who publishes."""

from dataclasses import dataclass
from typing import Literal

OutletKind = Literal["paper", "agency", "broadcaster", "site", "official", "party", "blog"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher of pages; `family` is the owner whose outlets count as one voice."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    home: str | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    kind: OutletKind = "paper"
    family: str | None = None
