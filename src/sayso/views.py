"""What the desk asks of a store, apart from plugs.py for its length: lists and searches, and what people keep."""

from collections.abc import Collection, Iterator
from typing import Protocol

from sayso.record import (
    Act,
    Brief,
    Correction,
    Cursor,
    Drawer,
    Found,
    FoundItems,
    Hit,
    Item,
    Listed,
    Missed,
    Pair,
    Person,
    Printed,
    Search,
    Shown,
    Ticket,
    Trailed,
    Voiced,
)


class Shelf(Protocol):
    """What the desk lists, out of indexes: no verb walks the record."""

    def tide(self) -> str:
        """A word that is another whenever something in the record has changed, in whatever process; cheap to ask."""
        ...

    def items(self, choice: Shown) -> Iterator[Item]:
        """Story items, newest first by their own moment; raises RecordError for what is no time or limit."""
        ...

    def posts(self, choice: Shown, *, ours: bool = False) -> Iterator[Item | Brief]:
        """Story items with the desk's own briefs that are out among them, newest first; `ours` the briefs alone.

        A choice that asks for more than times (Shown.by_time_alone) fits no brief.
        """
        ...

    def item(self, text_id: str) -> Item | None:
        """One story item, null where it is not kept."""
        ...

    def voices(self, choice: Listed) -> Iterator[Voiced]:
        """Sources with the number of their claims, those of most first."""
        ...

    def voiced(self, key: str) -> Voiced | None:
        """One source by its key, with who relays and who carries it; null where none has the key."""
        ...

    def outlets(self, choice: Listed) -> Iterator[Printed]:
        """Outlets as pages name them, those of most claims first."""
        ...

    def outlet(self, key: str) -> Printed | None:
        """One outlet by its key, with whom it quotes most; null where none has the key."""
        ...

    def find_claims(self, choice: Search) -> Found:
        """The claims that fit, with the words that do marked; raises RecordError for what is no time or limit."""
        ...

    def denied(self, *, source: str | None = None, outlet: str | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims of a source or an outlet, by key, on points that somebody stands against, newest first; the newest
        1000 of its claims are looked at."""
        ...

    def find_items(self, choice: Search) -> FoundItems:
        """The story items whose headline or body holds the words, with a piece of the body; none without words."""
        ...


class Books(Protocol):
    """What people keep beside the record, to read."""

    def brief(self, brief_id: str, version: int | None = None) -> Brief:
        """A version of a brief, the newest unless told; raises NotKept."""
        ...

    def versions(self, brief_id: str) -> Iterator[Brief]:
        """Every version of a brief, the first one first."""
        ...

    def briefs(self, choice: Drawer) -> Iterator[Brief]:
        """The newest versions of briefs, the last made first."""
        ...

    def briefs_on(self, claim_ids: Collection[str]) -> Iterator[Brief]:
        """The newest versions of the briefs that rest on one of the claims."""
        ...

    def corrections(self, on: Collection[str]) -> Iterator[Correction]:
        """The corrections on claims, by their ids, and on sources, by their keys, in the order they were made."""
        ...

    def correction(self, correction_id: str) -> Correction:
        """One correction; raises NotKept."""
        ...

    def acts(self, choice: Trailed) -> Iterator[Act]:
        """Who did what, the last first."""
        ...

    def doubtful(self, below: float, before: Cursor | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims that stand, that the reader was less sure of than `below` (at most 0.75) and that no editor has
        reviewed or corrected, newest first."""
        ...

    def tensions(self, before: Cursor | None = None, limit: int = 20) -> Iterator[tuple[Cursor, Pair]]:
        """Pairs of claims that sit ill together, both standing, by the moment of the later one, newest first."""
        ...

    def misses(
        self, words: str | None = None, before: int | None = None, limit: int = 50, *, among: Collection[str] = ()
    ) -> Iterator[tuple[int, Missed]]:
        """What could not be taken, the last first, each with its place; with all the words in what or why, and one of
        those of `among` in what."""
        ...

    def people(self) -> Iterator[Person]:
        """Who may sign in, by name."""
        ...

    def person(self, name: str) -> Person | None:
        """One of them, null where there is none."""
        ...

    def ticket(self, hash_: str) -> Ticket | None:
        """The session or token of a hash, ended or not; null where there is none."""
        ...

    def tickets(self, name: str, kind: str) -> Iterator[Ticket]:
        """The sessions or the tokens of a person, the last made first."""
        ...
