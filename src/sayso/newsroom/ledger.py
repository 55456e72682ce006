"""Whoever does something in the newsroom leaves a line in its trail, and lets go of the record afterwards."""

from collections.abc import Callable, Iterator

from sayso.newsroom.outlets import Outlets
from sayso.plugs import Store
from sayso.record import Act, Deed, Trailed


class Ledger(Outlets):
    """The part of a newsroom that knows who did what."""

    _store: Store
    _clock: Callable[[], str]

    def acts(self, choice: Trailed) -> Iterator[Act]:
        """Who did what, the last first; raises RecordError for what is no time or limit."""
        return self._store.acts(choice)

    def now(self) -> str:
        """This moment by the newsroom's clock, an ISO time."""
        return self._clock()

    def rest(self) -> None:
        """Lets other programs write until this one writes again: what a desk asks after each thing it kept."""
        self._store.rest()

    def _did(self, by: str, did: Deed, on: str, what: str = "") -> None:
        self._store.put_act(Act(at=self._clock(), by=by, did=did, on=on, what=what))
