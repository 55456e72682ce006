"""What people keep and what waits for an editor, in dictionaries: part of the memory store; see plugs.Books."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from sayso.errors import NotKept
from sayso.record import (
    Act,
    Brief,
    Claim,
    Correction,
    Cursor,
    Drawer,
    Hit,
    Item,
    Missed,
    Pair,
    Person,
    Seat,
    Shown,
    Ticket,
    Trailed,
    corrected,
)  # fmt: skip
from sayso.record.keys import outlet_key, source_key
from sayso.record.moment import moment
from sayso.store.books import following
from sayso.store.choose import hit_of, limited
from sayso.store.found import MemoryFinding
from sayso.store.queue import DONE
from sayso.store.shelf import DOUBTED
from sayso.store.shelves import within


class MemoryBooks(MemoryFinding):
    """What people keep beside the record, in memory."""

    _moved: int
    _pairs: dict[tuple[str, str], Pair]
    _seats: dict[str, Seat]
    _missed: dict[tuple[str, str], Missed]

    def __init__(self) -> None:
        self._briefs: defaultdict[str, list[Brief]] = defaultdict(list)
        self._corrections: dict[str, Correction] = {}
        self._acts: list[Act] = []
        self._people: dict[str, Person] = {}
        self._tickets: dict[str, Ticket] = {}

    def put_brief(self, one: Brief) -> None:
        """Appends a version of a brief; raises RecordError where it is not the next one."""
        following(one, len(self._briefs.get(one.id, ())))
        self._briefs[one.id].append(one)
        self._moved += 1

    def brief(self, brief_id: str, version: int | None = None) -> Brief:
        """A version of a brief, the newest unless told; raises NotKept."""
        every = self._briefs.get(brief_id, [])
        asked = len(every) if version is None else version
        if not 0 < asked <= len(every):
            raise NotKept(f"no brief {brief_id!r} is in the record" + (f" in version {version}" if version else ""))
        return every[asked - 1]

    def versions(self, brief_id: str) -> Iterator[Brief]:
        """Every version of a brief, the first one first."""
        return iter(list(self._briefs.get(brief_id, [])))

    def briefs(self, choice: Drawer) -> Iterator[Brief]:
        """The newest versions of briefs, the last made first."""
        found = [
            one
            for *_, one in self._briefs.values()
            if (not choice.states or one.state in choice.states)
            and choice.story_id in (None, one.story_id)
            and (choice.before is None or (one.at, one.id) < choice.before)
        ]
        found.sort(key=lambda one: (one.at, one.id), reverse=True)
        return iter(found[: limited(choice.limit)])

    def posts(self, choice: Shown, *, ours: bool = False) -> Iterator[Item | Brief]:
        """Story items with the desk's own briefs that are out among them, newest first; `ours` the briefs alone."""
        if not choice.by_time_alone:
            return iter(()) if ours else self.items(choice)
        limited(choice.limit)
        found: list[Item | Brief] = [] if ours else list(self.items(replace(choice, limit=0)))
        newest = [every[-1] for every in self._briefs.values()]
        found += [one for one in newest if one.out and within(one.out, one.id, choice)]
        found.sort(key=lambda one: one.cursor, reverse=True)
        limit = choice.limit or len(found)
        back = choice.after is not None and choice.before is None
        return iter(found[-limit:] if back else found[:limit])

    def briefs_on(self, claim_ids: Collection[str]) -> Iterator[Brief]:
        """The newest versions of the briefs that rest on one of the claims."""
        wanted = set(claim_ids)
        newest = [every[-1] for every in self._briefs.values()]
        return iter([one for one in newest if any(wanted & set(line.claim_ids) for line in one.lines)])

    def put_correction(self, one: Correction) -> None:
        """Appends a correction, and lists the claim by whom it names; raises NotKept where an undo undoes nothing."""
        if one.id in self._corrections:
            return
        undone = self._corrections.get(one.undoes or "")
        if one.undoes and (undone is None or undone.on != one.on):
            raise NotKept(f"no correction {one.undoes!r} on {one.on!r} is in the record")
        self._corrections[one.id] = one
        self._moved += 1

    def corrections(self, on: Collection[str]) -> Iterator[Correction]:
        """The corrections on claims, by their ids, and on sources, by their keys, in the order they were made."""
        wanted = set(on)
        return iter([one for one in self._corrections.values() if one.on in wanted])

    def correction(self, correction_id: str) -> Correction:
        """One correction; raises NotKept."""
        if correction_id not in self._corrections:
            raise NotKept(f"no correction {correction_id!r} is in the record")
        return self._corrections[correction_id]

    def _spoken(self, claim: Claim) -> Claim:
        """The claim as it is listed: with the corrections on it."""
        return corrected(claim, self.corrections([claim.id])) if self._corrections else claim

    def _dangling(self, known: set[str]) -> Iterator[str]:
        newest = [every[-1] for every in self._briefs.values()]
        briefs = sum(any(not set(line.claim_ids) <= known for line in one.lines) for one in newest)
        lost = sum("-" not in one.on and one.on not in known for one in self._corrections.values())
        for what, number in (("briefs that rest on", briefs), ("corrections of", lost)):
            if number:
                yield f"{what} a claim the record no longer has: {number}"

    def put_act(self, act: Act) -> None:
        """Appends a line of the trail."""
        self._acts.append(replace(act, place=len(self._acts) + 1))
        self._moved += 1

    def acts(self, choice: Trailed) -> Iterator[Act]:
        """Who did what, the last first."""
        since = moment(choice.since) if choice.since is not None else ""
        found = [
            act
            for act in reversed(self._acts)
            if choice.by in (None, act.by) and choice.did in (None, act.did) and choice.on in (None, act.on)
            if act.at >= since and (choice.before is None or act.place < choice.before)
        ]
        return iter(found[: limited(choice.limit)])

    def doubtful(self, below: float, before: Cursor | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims that the reader was less sure of than `below` and that no editor has seen, newest first."""
        seen = {act.on for act in self._acts if act.did in DONE}
        found = [
            hit_of(one.read, one.page, one.text, one.at, ())
            for one in self._utterances()
            if one.standing and one.read.score < min(below, DOUBTED) and one.read.id not in seen
        ]
        found.sort(key=lambda hit: hit.cursor, reverse=True)
        return iter([hit for hit in found if before is None or hit.cursor < before][: limited(limit)])

    def denied(self, *, source: str | None = None, outlet: str | None = None, limit: int = 20) -> Iterator[Hit]:
        """Claims of a source or an outlet, by key, on points that somebody stands against, newest first."""
        against = {one.leader for one in self._seats.values() if one.side == "against"}
        led = {one.claim_id for one in self._seats.values() if one.side == "for" and one.leader in against}
        found = [
            hit_of(one.read, one.page, one.text, one.at, ())
            for one in self._utterances()
            if one.standing and one.read.id in led
            if (outlet is not None and outlet_key(one.outlet) == outlet)
            or (outlet is None and one.claim.speaker and source_key(one.claim.speaker) == source)
        ]
        return iter(sorted(found, key=lambda hit: hit.cursor, reverse=True)[: limited(limit)])

    def tensions(self, before: Cursor | None = None, limit: int = 20) -> Iterator[tuple[Cursor, Pair]]:
        """Pairs of claims that sit ill together, both standing, by the moment of the later one, newest first."""
        at = {one.read.id: one.at for one in self._utterances() if one.standing}
        found = [
            ((at[one.right], f"{one.right} {one.left}"), one)
            for one in self._pairs.values()
            if one.verdict == "in_tension" and one.left in at and one.right in at
        ]
        found.sort(key=lambda row: row[0], reverse=True)
        return iter([row for row in found if before is None or row[0] < before][: limited(limit)])

    def misses(
        self, words: str | None = None, before: int | None = None, limit: int = 50, *, among: Collection[str] = ()
    ) -> Iterator[tuple[int, Missed]]:
        """What could not be taken, the last first, each with its place; with all the words in what or why, and one of
        those of `among` in what."""
        asked = (words or "").lower().split()
        found = [
            (place, miss)
            for place, miss in enumerate(self._missed.values(), 1)
            if all(word in miss.what.lower() or word in miss.why.lower() for word in asked)
            if before is None or place < before
            if not among or any(word.lower() in miss.what.lower() for word in among)
        ]
        return iter(found[::-1][: limited(limit)])

    def put_person(self, one: Person) -> None:
        """Keeps somebody, in the place of who had the name."""
        self._people[one.name] = one
        self._moved += 1

    def people(self) -> Iterator[Person]:
        """Who may sign in, by name."""
        return iter(sorted(self._people.values(), key=lambda one: one.name))

    def person(self, name: str) -> Person | None:
        """One of them, null where there is none."""
        return self._people.get(name)

    def put_ticket(self, one: Ticket) -> None:
        """Keeps a session or a token; raises NotKept where nobody has the name."""
        if one.name not in self._people:
            raise NotKept(f"nobody is called {one.name!r}")
        self._tickets[one.hash] = one
        self._moved += 1

    def ticket(self, hash_: str) -> Ticket | None:
        """The session or token of a hash, ended or not; null where there is none."""
        return self._tickets.get(hash_)

    def tickets(self, name: str, kind: str) -> Iterator[Ticket]:
        """The sessions or the tokens of a person, the last made first."""
        found = [one for one in self._tickets.values() if (one.name, one.kind) == (name, kind)]
        return iter(sorted(found, key=lambda one: (one.made, one.hash), reverse=True))

    def drop_tickets(self, *, hash_: str | None = None, name: str | None = None, ended: str | None = None) -> int:
        """Drops those with the hash, or of the person, or that ended before a UTC moment; gives their number."""
        gone = [
            one.hash
            for one in self._tickets.values()
            if hash_ == one.hash or name == one.name or (ended and one.until and moment(one.until) < ended)
        ]
        for one in gone:
            del self._tickets[one]
        self._moved += bool(gone)
        return len(gone)
