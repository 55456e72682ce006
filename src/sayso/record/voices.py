"""Sources and outlets as lists and their own pages show them: with what is counted of them."""

from dataclasses import dataclass

from sayso.record.source import Source, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A source or an outlet by its key and name, with a number of claims."""

    key: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A source with its key (record.keys) and how many claims of its stand, all and those that came through others.

    Where one source is asked for, `relays` are the voices through which its word came and `outlets` those that carry
    it, most first, ten at most, and `first` and `last` the UTC moments of its earliest and latest item.
    """

    key: str
    source: Source
    claims: int
    relayed: int
    relays: tuple[Tally, ...] = ()
    outlets: tuple[Tally, ...] = ()
    first: str | None = None
    last: str | None = None

    @property
    def cursor(self) -> tuple[int, str]:
        """What to give as Listed.before to go on from here."""
        return self.claims, self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An outlet as pages name it: its key, pages, items and claims, those that stand.

    Of the claims, `unnamed` are those of unnamed sources, `own` those in the outlet's own voice, `relayed` those that
    came through another voice or outlet. Where one outlet is asked for, `quoted` are the sources it has most claims
    of, itself aside, ten at most, `replaced` counts its items that an edit replaced, and `first` and `last` are the
    UTC moments of its earliest and latest item.
    """

    key: str
    name: str
    pages: int
    items: int
    claims: int
    unnamed: int
    own: int
    relayed: int
    quoted: tuple[Tally, ...] = ()
    replaced: int = 0
    first: str | None = None
    last: str | None = None

    @property
    def cursor(self) -> tuple[int, str]:
        """What to give as Listed.before to go on from here."""
        return self.claims, self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A choice of sources or outlets, those of most claims first.

    `words` are beginnings of words of the name. `kind` is of sources alone. `before` is the cursor of the last one
    seen. `limit` 0 means no limit.
    """

    words: str | None = None
    kind: SourceKind | None = None
    before: tuple[int, str] | None = None
    limit: int = 50
