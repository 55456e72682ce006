"""Who may use the desk: people, their sessions and tokens. Hashing is done elsewhere; here are only hashes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from sayso.errors import NotKept, RecordError
from sayso.newsroom.ledger import Ledger
from sayso.record import Person, Ticket
from sayso.record.moment import moment
from sayso.record.person import Role, name_of


class People(Ledger):
    """The part of a newsroom that knows who may do what."""

    def people(self) -> Iterator[Person]:
        """Who may sign in, by name."""
        return self._store.people()

    @property
    def staffed(self) -> bool:
        """Whether people sign in to this record, on this desk or another."""
        return next(self._store.people(), None) is not None

    def person(self, name: str) -> Person | None:
        """One of them, null where there is none."""
        return self._store.person(name)

    def password_of(self, name: str) -> str | None:
        """The hash that lets somebody in now; null for nobody, where they may not come in, or it was for once and its
        time is over."""
        found = self._store.person(name)
        if found is None or not found.active or (found.once and moment(found.once) <= moment(self._clock())):
            return None
        return found.password

    def add_person(self, name: str, role: Role, password: str, *, by: str, once: str = "") -> Person:
        """Keeps somebody new with the argon2 hash of a password, see Person for `once`; raises RecordError where the
        name is taken, case aside, or is none."""
        name = name_of(name)
        if any(one.name.casefold() == name.casefold() for one in self._store.people()):
            raise RecordError(f"somebody is called {name!r} already")
        made = Person(name=name, role=role, password=_hash(password), made=self._clock(), once=once)
        self._store.put_person(made)
        self._did(by, "added a person", name, role)
        return made

    def change_person(
        self,
        name: str,
        *,
        by: str,
        role: Role | None = None,
        password: str | None = None,
        active: bool | None = None,
        once: str = "",
    ) -> Person:
        """Changes what is not null and ends the sessions and tokens that the person had; a new password is their own
        unless it is for `once`; raises NotKept, and RecordError where no active admin would be left."""
        old = self._store.person(name)
        if old is None:
            raise NotKept(f"nobody is called {name!r}")
        told = {"role": role, "password": password and _hash(password), "active": active}
        told["once"] = once if password else None
        new = replace(old, **{key: value for key, value in told.items() if value is not None})  # type: ignore[arg-type]
        others = [one for one in self._store.people() if one.name != name]
        if old.may("admin") and not any(one.may("admin") for one in (new, *others)):
            raise RecordError(f"{name} is the last admin: name another one first")
        self._store.put_person(new)
        self._store.drop_tickets(name=name)
        self._did(by, "changed a person", name, ", ".join(filter(None, (
            role, "" if active is None else "may come in" if active else "may not come in",
            "" if not password else "a password for once" if once else "a new password",
        ))))  # fmt: skip
        return new

    def open_session(self, name: str, hash_: str, until: str) -> Ticket:
        """Keeps a session that ends at an ISO time by the SHA-256 of its secret, and drops those that have ended."""
        self._store.drop_tickets(ended=moment(self._clock()))
        return self._open(Ticket(hash=_hash(hash_), name=name, kind="session", made=self._clock(), until=until))

    def close_session(self, hash_: str) -> None:
        """Ends a session; nothing where there is none."""
        known = self._store.ticket(hash_)
        if known and known.kind == "session" and self._store.drop_tickets(hash_=hash_):
            self._did(known.name, "signed out", known.name)

    def end_sessions(self, name: str, *, by: str) -> int:
        """Signs somebody out everywhere, their tokens aside; gives the number of sessions that ended."""
        found = [one.hash for one in self._store.tickets(name, "session")]
        for hash_ in found:
            self._store.drop_tickets(hash_=hash_)
        self._did(by, "ended the sessions", name)
        return len(found)

    def refused(self, name: str, why: str = "") -> None:
        """Says in the trail that somebody tried to sign in under a name and was not let in."""
        self._did(name[:100], "was refused", name[:100], why)

    def make_token(self, name: str, hash_: str, label: str, *, until: str = "", by: str) -> Ticket:
        """Keeps a token of the API by the SHA-256 of its secret; raises NotKept where nobody has the name."""
        made = Ticket(hash=_hash(hash_), name=name, kind="token", made=self._clock(), until=until, label=label)
        return self._open(made, by=by)

    def sessions(self, name: str) -> Iterator[Ticket]:
        """The sessions of a person that have not ended, the last opened first."""
        now = self._clock()
        return (one for one in self._store.tickets(name, "session") if not one.ended(now))

    def tokens(self, name: str) -> Iterator[Ticket]:
        """The tokens of a person, the last made first."""
        return self._store.tickets(name, "token")

    def token(self, name: str, begin: str) -> Ticket:
        """The token of a person whose hash begins so; raises NotKept where there is none, or more than one."""
        found = [one for one in self._store.tickets(name, "token") if begin and one.hash.startswith(begin)]
        if len(found) != 1:
            raise NotKept(f"{name} has no token {begin!r}")
        return found[0]

    def revoke_token(self, hash_: str, *, by: str) -> None:
        """Ends a token; raises NotKept."""
        known = self._store.ticket(hash_)
        if known is None or known.kind != "token":
            raise NotKept("there is no such token")
        self._store.drop_tickets(hash_=hash_)
        self._did(by, "revoked a token", known.name, known.label)

    def bearer(self, hash_: str, kind: Literal["session", "token"]) -> Person | None:
        """Whose session or token it is by its hash; null where there is none, it has ended, or they may not come in."""
        known = self._store.ticket(hash_)
        if known is None or known.kind != kind or known.ended(self._clock()):
            return None
        found = self._store.person(known.name)
        return found if found and found.active else None

    def _open(self, made: Ticket, by: str | None = None) -> Ticket:
        self._store.put_ticket(made)
        did: Literal["made a token", "signed in"] = "made a token" if made.kind == "token" else "signed in"
        self._did(by or made.name, did, made.name, made.label)
        return made


def _hash(told: str) -> str:
    """The hash; raises RecordError for what is none, so that no password or secret is ever kept."""
    if not told.startswith("$argon2") and not (len(told) == 64 and set(told) <= set("0123456789abcdef")):
        raise RecordError("only hashes are kept: argon2 of a password, SHA-256 (64 hex digits) of a session or a token")
    return told
