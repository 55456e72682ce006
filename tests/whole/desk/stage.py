"""A desk with something of everything on it: pages, what editors did with them, briefs, people. Also for pictures."""

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from sayso.desk import application
from sayso.desk.gate.passwords import hashed
from sayso.desk.gate.ticket import COOKIE, made
from sayso.desk.serve import bound, server_of
from sayso.newsroom import Newsroom
from sayso.record.person import Role
from sayso.settings import Settings

PEOPLE: tuple[tuple[str, Role], ...] = (("Ada Hol", "admin"), ("Ana Reth", "editor"), ("Bo Lunt", "reader"))
BY = {"admin": "Ada Hol", "somebody": "Bo Lunt", "newcomer": "Cy Mott"}


class Served:
    """An address that answers, until it is stopped."""

    def __init__(self, store: str, *, guarded: bool = False, settings: Settings | None = None) -> None:
        self.store = store
        self.newsroom = Newsroom(store, settings=settings)
        self._door = bound("127.0.0.1", 0)
        self._server = server_of(application(self.newsroom, guarded=guarded))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._door]}, daemon=True)
        self._thread.start()
        host = "localhost" if guarded else "127.0.0.1"  # where a browser keeps a secure cookie without https
        self.at = f"http://{host}:{self._door.getsockname()[1]}"

    def add(self, path: Path | str, **told: str) -> None:
        """What another sayso does meanwhile: adds a page and weighs it."""
        with Newsroom(self.store) as other:
            assert [type(one).__name__ for one in other.add([str(path)], **told)] == ["Added"]
            list(other.weigh())

    def stop(self) -> None:
        """Ends the server and closes the record."""
        self._server.should_exit = True
        self._thread.join(10)
        self._door.close()
        self.newsroom.close()


def fill(store: str, pages: Iterable[Path], *, outlet: str | None = None) -> None:
    """Adds pages to a record, those of an outlet under its name."""
    with Newsroom(store) as newsroom:
        list(newsroom.add([str(page) for page in pages], outlet=outlet))


def edit(store: str, folder: Path) -> None:
    """Weighs a record of sample pages, and leaves in it what an editor does."""
    with Newsroom(store) as newsroom:
        lost = ("tessary-standard-budget.html", "harbour-post-weather.html")
        list(newsroom.add([str(folder / name) for name in lost]))
        list(newsroom.weigh())
        list(newsroom.settle())
        hash_ = hashed("seven gulls over Lindow")
        for name, role in PEOPLE:
            newsroom.add_person(name, role, hash_, by="Ada Hol")
        until = (datetime.fromisoformat(newsroom.now()) + timedelta(days=3)).isoformat()
        newsroom.add_person("Cy Mott", "editor", hash_, by="Ada Hol", once=until)
        newsroom.make_token("Ada Hol", "ab" * 32, "evening export", until=until, by="Ada Hol")
        _ruled(newsroom)
        _written(newsroom)


def _ruled(newsroom: Newsroom) -> None:
    call = next(one for one in newsroom.points() if "spoke by telephone" in one.gist)
    other = next(one for one in newsroom.points() if one.id != call.id)
    newsroom.rule("different", call.id, other.id, by="Ada Hol", note="two matters")
    newsroom.correct(call.for_[0], "change", by="Ana Reth", hop=1, described_as="two people at the office")
    newsroom.correct(call.for_[0], "add", by="Ana Reth", hop=1, name="Norda", kind="outlet")


def _written(newsroom: Newsroom) -> None:
    call = next(one for one in newsroom.points() if "spoke by telephone" in one.gist)
    made_ = newsroom.draft(call.story_id or "")
    for byline in (("Ana Reth",), ()):
        one = newsroom.draft_brief(made_.story_id, made_.headline, made_.lines[:3], by="Ana Reth", byline=byline)
        if byline:
            newsroom.publish_brief(one.id, by="Ada Hol", reviewed_by="Ada Hol")


def session(served: Served, who: str) -> dict[str, str]:
    """The header by which a browser of somebody of the stage is known; empty for who has not signed in.

    A cookie named __Host- cannot be handed to Chromium for an address without https, so it goes as a header.
    """
    if who not in BY:
        return {}
    secret, hash_ = made()
    with Newsroom(served.store) as newsroom:
        until = (datetime.fromisoformat(newsroom.now()) + timedelta(hours=12)).isoformat()
        newsroom.open_session(BY[who], hash_, until)
    return {"Cookie": f"{COOKIE}={secret}"}
