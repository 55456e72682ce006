"""What people keep, in SQL: briefs, corrections, the trail, who may sign in; see plugs.Books."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, literal, select, tuple_, update

from sayso.errors import NotKept, RecordError
from sayso.record import Act, Brief, Correction, Drawer, Person, Ticket, Trailed
from sayso.record.moment import moment
from sayso.record.plain import from_plain, to_plain
from sayso.store.batches import batches
from sayso.store.choose import limited
from sayso.store.ledger import brief, correction, person, resting, ticket, trail
from sayso.store.shelve import refile
from sayso.store.sqlite import Sqlite


class SqlBooks:
    """What people keep beside the record, in SQL."""

    _database: Sqlite

    # ── briefs ──────────────────────────────────────────────────────────────────────────────────────────────

    def put_brief(self, one: Brief) -> None:
        """Appends a version of a brief; raises RecordError where it is not the next one."""
        told = {"id": one.id, "version": one.version, "state": one.state, "story_id": one.story_id, "at": one.at,
                "out": one.out or None}  # fmt: skip
        with self._database.writing() as to:
            last = to.scalar(select(func.max(brief.c.version)).where(brief.c.id == one.id)) or 0
            following(one, last)
            old = to.execute(select(brief.c.seq).where(brief.c.id == one.id, brief.c.newest == 1)).first()
            if old:
                to.execute(update(brief).where(brief.c.seq == old.seq).values(newest=0, out=None))
                to.execute(delete(resting).where(resting.c.brief_seq == old.seq))
            made = to.execute(insert(brief).values(newest=1, brief=_json(one), **told))
            seq = (made.inserted_primary_key or (0,))[0]
            rests = sorted({claim_id for line in one.lines for claim_id in line.claim_ids})
            if rests:
                to.execute(insert(resting), [{"claim_id": claim_id, "brief_seq": seq} for claim_id in rests])

    def brief(self, brief_id: str, version: int | None = None) -> Brief:
        """A version of a brief, the newest unless told; raises NotKept."""
        which = brief.c.newest == 1 if version is None else brief.c.version == version
        with self._database.reading() as at:
            told = at.scalar(select(brief.c.brief).where(brief.c.id == brief_id, which))
        if told is None:
            raise NotKept(f"no brief {brief_id!r} is in the record" + (f" in version {version}" if version else ""))
        return from_plain(Brief, json.loads(told))

    def versions(self, brief_id: str) -> Iterator[Brief]:
        """Every version of a brief, the first one first."""
        return self._all(Brief, select(brief.c.brief).where(brief.c.id == brief_id).order_by(brief.c.version))

    def briefs(self, choice: Drawer) -> Iterator[Brief]:
        """The newest versions of briefs, the last made first."""
        found = select(brief.c.brief).where(brief.c.newest == 1)
        if choice.states:
            found = found.where(brief.c.state.in_(choice.states))
        if choice.story_id is not None:
            found = found.where(brief.c.story_id == choice.story_id)
        if choice.before is not None:
            found = found.where(tuple_(brief.c.at, brief.c.id) < tuple_(*map(literal, choice.before)))
        found = found.order_by(brief.c.at.desc(), brief.c.id.desc()).limit(limited(choice.limit))
        return self._all(Brief, found)

    def briefs_on(self, claim_ids: Collection[str]) -> Iterator[Brief]:
        """The newest versions of the briefs that rest on one of the claims."""
        found: dict[int, str] = {}
        with self._database.reading() as at:
            for some in batches(claim_ids):
                rests = select(resting.c.brief_seq).where(resting.c.claim_id.in_(some))
                found.update(dict(at.execute(select(brief.c.seq, brief.c.brief).where(brief.c.seq.in_(rests))).all()))
        return (from_plain(Brief, json.loads(found[seq])) for seq in sorted(found))

    # ── corrections and the trail ───────────────────────────────────────────────────────────────────────────

    def put_correction(self, one: Correction) -> None:
        """Appends a correction, and lists the claim by whom it names; raises NotKept where an undo undoes nothing."""
        with self._database.writing() as to:
            if to.scalar(select(correction.c.seq).where(correction.c.id == one.id)) is not None:
                return
            if one.undoes and not _known(to, one):
                raise NotKept(f"no correction {one.undoes!r} on {one.on!r} is in the record")
            to.execute(insert(correction).values(id=one.id, on=one.on, correction=_json(one)))
            refile(to, one.on)

    def corrections(self, on: Collection[str]) -> Iterator[Correction]:
        """The corrections on claims, by their ids, and on sources, by their keys, in the order they were made."""
        found: dict[int, str] = {}
        with self._database.reading() as at:
            for some in batches(on):
                asked = select(correction.c.seq, correction.c.correction).where(correction.c.on.in_(some))
                found.update(dict(at.execute(asked).all()))
        return (from_plain(Correction, json.loads(found[seq])) for seq in sorted(found))

    def correction(self, correction_id: str) -> Correction:
        """One correction; raises NotKept."""
        with self._database.reading() as at:
            told = at.scalar(select(correction.c.correction).where(correction.c.id == correction_id))
        if told is None:
            raise NotKept(f"no correction {correction_id!r} is in the record")
        return from_plain(Correction, json.loads(told))

    def put_act(self, act: Act) -> None:
        """Appends a line of the trail."""
        told = {"at": act.at, "by": act.by, "did": act.did, "on": act.on}
        with self._database.writing() as to:
            to.execute(insert(trail).values(act=_json(act), **told))

    def acts(self, choice: Trailed) -> Iterator[Act]:
        """Who did what, the last first."""
        found = select(trail.c.seq, trail.c.act)
        for column, asked in ((trail.c.by, choice.by), (trail.c.did, choice.did), (trail.c.on, choice.on)):
            if asked is not None:
                found = found.where(column == asked)
        if choice.since is not None:
            found = found.where(trail.c.at >= moment(choice.since))
        if choice.before is not None:
            found = found.where(trail.c.seq < choice.before)
        with self._database.reading() as at:
            rows = at.execute(found.order_by(trail.c.seq.desc()).limit(limited(choice.limit))).all()
        return (from_plain(Act, {**json.loads(row.act), "place": row.seq}) for row in rows)

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────

    def put_person(self, one: Person) -> None:
        """Keeps somebody, in the place of who had the name."""
        with self._database.writing() as to:
            if not to.execute(update(person).where(person.c.name == one.name).values(person=_json(one))).rowcount:
                to.execute(insert(person).values(name=one.name, person=_json(one)))

    def people(self) -> Iterator[Person]:
        """Who may sign in, by name."""
        return self._all(Person, select(person.c.person).order_by(person.c.name))

    def person(self, name: str) -> Person | None:
        """One of them, null where there is none."""
        return next(self._all(Person, select(person.c.person).where(person.c.name == name)), None)

    def put_ticket(self, one: Ticket) -> None:
        """Keeps a session or a token; raises NotKept where nobody has the name."""
        told = {"hash": one.hash, "name": one.name, "kind": one.kind}
        with self._database.writing() as to:
            if to.scalar(select(person.c.name).where(person.c.name == one.name)) is None:
                raise NotKept(f"nobody is called {one.name!r}")
            until = moment(one.until) if one.until else ""
            to.execute(insert(ticket).values(until=until, ticket=_json(one), **told))

    def ticket(self, hash_: str) -> Ticket | None:
        """The session or token of a hash, ended or not; null where there is none."""
        return next(self._all(Ticket, select(ticket.c.ticket).where(ticket.c.hash == hash_)), None)

    def tickets(self, name: str, kind: str) -> Iterator[Ticket]:
        """The sessions or the tokens of a person, the last made first."""
        found = list(self._all(Ticket, select(ticket.c.ticket).where(ticket.c.name == name, ticket.c.kind == kind)))
        return iter(sorted(found, key=lambda one: (one.made, one.hash), reverse=True))

    def drop_tickets(self, *, hash_: str | None = None, name: str | None = None, ended: str | None = None) -> int:
        """Drops those with the hash, or of the person, or that ended before a UTC moment; gives their number."""
        gone = {ticket.c.hash: hash_, ticket.c.name: name}
        wanted = [column == word for column, word in gone.items() if word is not None]
        if ended is not None:
            wanted.append((ticket.c.until > "") & (ticket.c.until < ended))
        with self._database.writing() as to:
            return sum(to.execute(delete(ticket).where(one)).rowcount for one in wanted)

    def _all(self, kind: Any, asked: Select[Any]) -> Iterator[Any]:
        with self._database.reading() as at:
            told = at.scalars(asked).all()
        return (from_plain(kind, json.loads(one)) for one in told)


def following(one: Brief, last: int) -> None:
    """Raises RecordError where a version is not the one after the last: somebody else was quicker."""
    if one.version != last + 1:
        raise RecordError(
            f"version {one.version} of brief {one.id} does not follow version {last}: "
            "somebody saved another meanwhile, look at it first"
        )


def _known(to: Connection, one: Correction) -> bool:
    asked = select(correction.c.seq).where(correction.c.id == one.undoes, correction.c.on == one.on)
    return to.scalar(asked) is not None


def _json(one: Any) -> str:
    return json.dumps(to_plain(one), separators=(",", ":"))
