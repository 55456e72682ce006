"""What editors look at and put right: corrections of who said something, and the queue of what waits for them."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from sayso.errors import NotKept, RecordError
from sayso.newsroom.ledger import Ledger
from sayso.record import (
    Claim,
    Correction,
    CorrectionKind,
    Cursor,
    FoundItems,
    Hit,
    Kept,
    Missed,
    Pair,
    Relation,
    Search,
    Shown,
    SourceKind,
    corrected,
    make_id,
)  # fmt: skip
from sayso.record.correction import standing
from sayso.record.keys import outlet_key, source_key

DOUBT = 0.5  # a claim read with less certainty waits for an editor, as the command line marks it (wording.claim_tags)
STEP = 50  # tensions looked at together


class Review(Ledger):
    """The part of a newsroom that puts right what was read."""

    def correct(
        self,
        on: str,
        what: CorrectionKind,
        *,
        by: str,
        hop: int | None = None,
        name: str | None = None,
        kind: SourceKind | None = None,
        described_as: str | None = None,
        relation: Relation | None = None,
        note: str = "",
    ) -> Correction:
        """Appends a correction of a claim's hop, or of a source wherever it is named; see record.Correction.

        A claim is then listed under whom it names; what was read stays. Raises NotKept for a claim or a source that is
        not in the record, and RecordError for a hop that its chain lacks or a correction that says nothing.
        """
        if what == "undo":
            raise RecordError("a correction is undone by its id: undo_correction")
        self._may_be_corrected(on, what, hop)
        return self._put_correction(on, what, by=by, note=note, hop=hop, name=name, kind=kind,
                                    described_as=described_as, relation=relation)  # fmt: skip

    def undo_correction(self, correction_id: str, *, by: str, note: str = "") -> Correction:
        """Appends what takes a correction back; raises NotKept, and RecordError for one that is undone already."""
        old = self._store.correction(correction_id)
        if old.id not in {one.id for one in standing(self._store.corrections([old.on]))}:
            raise RecordError(f"correction {correction_id} is undone already, or undoes another: make it anew")
        return self._put_correction(old.on, "undo", by=by, note=note, undoes=old.id)

    def corrections(self, on: Collection[str]) -> Iterator[Correction]:
        """The corrections on claims, by their ids, and on sources, by their keys, in the order they were made."""
        return self._store.corrections(on)

    def corrected(self, claims: Iterable[Claim]) -> dict[str, Claim]:
        """Claim id → the claim as it is to be shown, the corrections on it and on its sources replayed."""
        every = list(claims)
        keys = {one.id for one in every} | {source_key(link.source) for one in every for link in one.chain}
        made = list(self._store.corrections(keys))
        return {one.id: corrected(one, made) if made else one for one in every}

    def review(self, claim_id: str, *, by: str, note: str = "") -> None:
        """Says that somebody looked at a claim and left it as it is: it waits no longer; raises NotKept."""
        if not isinstance(self._store.find(claim_id), Claim):
            raise NotKept(f"{claim_id!r} is no claim")
        self._did(by, "reviewed", claim_id, note)

    def doubtful(self, before: Cursor | None = None, limit: int = 20, *, below: float = DOUBT) -> Iterator[Hit]:
        """Claims read with less certainty than `below` that no editor has reviewed or corrected, newest first."""
        return self._store.doubtful(below, before, limit)

    def denied(self, *, source: str | None = None, outlet: str | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims of a source or an outlet, by key, on points that somebody stands against, newest first."""
        return self._store.denied(source=source, outlet=outlet, limit=limit)

    def find_items(self, choice: Search) -> FoundItems:
        """The story items whose headline or body holds the words, with a piece of the body in which they are marked."""
        return self._store.find_items(choice)

    def tensions(self, before: Cursor | None = None, limit: int = 20) -> Iterator[tuple[Cursor, Pair, Kept, Kept]]:
        """Pairs of claims that sit ill together and that no editor has ruled on, with both claims, newest first."""
        return islice(self._tense(before), limit or None)

    def misses(
        self, words: str | None = None, before: int | None = None, limit: int = 50, *, outlet: str | None = None
    ) -> Iterator[tuple[int, Missed]]:
        """What could not be taken, the last first, each with its place; with all the words in what or why.

        `outlet`, a key or a name, is known by it and by the hosts of its pages that came last.
        """
        return self._store.misses(words, before, limit, among=self._hosts(outlet) if outlet else ())

    def _hosts(self, outlet: str) -> set[str]:
        """Words by which what was missed of an outlet may be known in an address or a path."""
        pages = self._store.items(Shown(outlet=outlet, replaced=True, limit=STEP))
        return {outlet, outlet_key(outlet), *(_host(item.url) for item in pages)} - {""}

    def _tense(self, before: Cursor | None) -> Iterator[tuple[Cursor, Pair, Kept, Kept]]:
        ruled = {frozenset((one.left, one.right)) for one in self._store.rulings()}
        while rows := list(self._store.tensions(before, STEP)):
            ids = {end for _, pair in rows for end in (pair.left, pair.right)}
            leads = {seat.claim_id: seat.leader for seat in self._store.seats(ids)}
            kept = {row.claim.id: Kept(row.claim, row.page, row.text) for row in self._store.stood(ids)}
            for cursor, pair in rows:
                ends = (pair.left, pair.right)
                led = frozenset(leads.get(end, end) for end in ends)
                if led not in ruled and frozenset(ends) not in ruled and all(end in kept for end in ends):
                    yield cursor, pair, kept[pair.left], kept[pair.right]
            before = rows[-1][0]

    def _may_be_corrected(self, on: str, what: CorrectionKind, hop: int | None) -> None:
        if hop is None:
            if what != "change":
                raise RecordError("a source is changed wherever it is named; a hop is struck or added on a claim")
            if self._store.voiced(on) is None:
                raise NotKept(f"no source {on!r} speaks in the record")
            return
        claim = self._store.find(on)
        if not isinstance(claim, Claim) or claim.id != on:
            raise NotKept(f"{on!r} is no claim's whole id")
        if not 0 <= hop < len(claim.chain) + (what == "add"):
            raise RecordError(f"claim {on} has {len(claim.chain)} hops, numbered from 0: there is no hop {hop}")

    def _put_correction(self, on: str, what: CorrectionKind, *, by: str, note: str, **told: object) -> Correction:
        at, before = self._clock(), sum(1 for _ in self._store.corrections([on]))  # so that one may be made again
        correction_id = make_id("correction", on, what, by, at, before)
        made = Correction(id=correction_id, on=on, what=what, by=by, at=at, note=note, **told)  # type: ignore[arg-type]
        self._store.put_correction(made)
        self._did(by, "undid" if what == "undo" else "corrected", on, note or made.name or made.described_as or what)
        return made


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
