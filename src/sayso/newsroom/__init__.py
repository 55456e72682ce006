"""The one file that knows every room: collects pages, reads them, opens the store and answers from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, cast

from sayso import settings as knobs
from sayso.catalogue import plug
from sayso.collect import collect
from sayso.doctor import Finding, examine, examine_missing, examine_store
from sayso.errors import CaptureError, NotKept, RecordError, SaysoError
from sayso.newsroom.briefs import Briefs
from sayso.newsroom.edition import Edition
from sayso.newsroom.exports import Exports
from sayso.newsroom.happenings import Happenings
from sayso.newsroom.people import People
from sayso.newsroom.sound import Speaking
from sayso.plugs import Store, View
from sayso.read import Line, default_line
from sayso.read import read as read_capture
from sayso.record import (
    Capture,
    Filter,
    Grounds,
    Kept,
    Missed,
    Page,
    Proof,
    Reading,
    Source,
    Story,
    Text,
)
from sayso.record.moment import moment
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.weigh.trace.press import Press

EVERYTHING = Filter()
# What a fault in a reader raises on a page nobody foresaw: that page is a Missed which names it, the others are read.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A page that is in the record now; `new` is false where it was there already and nothing changed.

    `what` is the path or address as given; `texts` and `claims` count what was read of it, 0 where not `new`.
    """

    what: str
    page_id: str
    new: bool
    texts: int = 0
    claims: int = 0


def read(
    what: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    captured: str | None = None,
    line: Line | None = None,
    settings: Settings | None = None,
) -> Reading:
    """All that one page says: `what` is a path, an http address or "-" for standard input.

    `url`, `outlet`, `captured` (ISO time) tell what the bytes do not. Raises CaptureError where it cannot be read.
    """
    told = {"url": url, "outlet": outlet, "captured": captured}
    found = list(read_all([what], line=line, settings=settings, **told))
    for missed in found:
        if isinstance(missed, Missed):
            raise CaptureError(f"{missed.what}: {missed.why}")
    if len(found) != 1:
        raise CaptureError(f"{what} holds {len(found)} pages: read_all reads them")
    return cast(Reading, found[0])


def read_all(
    whats: Iterable[str],
    *,
    url: str | None = None,
    outlet: str | None = None,
    captured: str | None = None,
    line: Line | None = None,
    settings: Settings | None = None,
) -> Iterator[Reading | Missed]:
    """A Reading or a Missed for every page of `whats`: paths, folders, http addresses, "-".

    Never stops for a page. Raises CaptureError where one `url` is told of several pages.
    """
    for capture in _captures(whats, settings or knobs.load(), url=url, outlet=outlet, captured=captured):
        yield capture if isinstance(capture, Missed) else _read(capture, line or default_line())


def explain(reading: Reading) -> tuple[Grounds, ...]:
    """For each claim of a reading the words and the reader that gave each of its fields; nothing is read anew."""
    from sayso.read.grounds import grounds

    return grounds(reading)


def as_html(readings: Iterable[tuple[str, Reading]]) -> str:
    """Readings, each under the name a person gave it, as one page that needs nothing beside it."""
    from sayso.publish.sheet import sheet_of

    return sheet_of((name, reading, explain(reading)) for name, reading in readings)


def listed(whats: Iterable[str]) -> tuple[str, ...]:
    """The pages that `whats` name, folders opened, nothing read: what a progress bar counts."""
    from sayso.collect.folder import listed

    return tuple(name for what in whats for name in listed(what))


class Newsroom(Edition, Happenings, Speaking, Exports, Briefs, People):
    """The record, open: `with Newsroom("sqlite:///record.sqlite") as newsroom: …`.

    `store` is an SQLAlchemy URL, a path, or "memory:"; without it, the settings' (SAYSO_STORE, sayso.toml, or a file
    in the user's data folder). A record that is not there is made, unless `create` is false (StoreError). One sayso
    writes to a record at a time; reading is always possible. `clock` gives the ISO time of capture.
    """

    def __init__(
        self,
        store: str | None = None,
        *,
        settings: Settings | None = None,
        create: bool = True,
        line: Line | None = None,
        clock: Callable[[], str] | None = None,
        press: "Press | None" = None,
    ) -> None:
        self.settings = settings or knobs.load()
        self.url = store or self.settings.store_url
        self._store = open_store(self.url, self.settings, create=create)
        self._line = line
        self._press = press
        self._clock = clock or now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the record; closing twice is harmless."""
        self._store.close()

    @property
    def view(self) -> View:
        """The read half of the store."""
        return self._store

    @property
    def line(self) -> Line:
        """The readers that pages are read by."""
        return self._line or default_line()

    def add(
        self,
        whats: Iterable[str],
        *,
        url: str | None = None,
        outlet: str | None = None,
        captured: str | None = None,
    ) -> Iterator[Added | Missed]:
        """Reads and keeps every page of `whats`, each in one transaction before it is yielded.

        What the record already holds, read by the same readers, is passed over, so that an interrupted run is
        repeated. A page that cannot be read is a Missed, kept too. Raises StoreError where nothing can be written.
        """
        for capture in _captures(whats, self.settings, url=url, outlet=outlet, captured=captured):
            found = capture if isinstance(capture, Missed) else self._add(capture)
            if isinstance(found, Missed):
                found = replace(found, at=found.at or self._clock())
                self._store.put_missed(found)
            yield found

    def _add(self, capture: Capture) -> Added | Missed:
        page_id = page_id_of(capture)
        by = self._store.read_by(page_id)
        if by == self.line.version:
            return Added(what=capture.name, page_id=page_id, new=False)
        if by:  # read before, by other readers: what was told and when it was captured stay as they were
            capture = replace(capture, captured=self._store.page(page_id).captured)
        capture = replace(capture, captured=capture.captured or self._clock())
        reading = _read(capture, self.line)
        if isinstance(reading, Missed):
            return reading
        try:
            new = self._store.put(reading, capture)
        except RecordError as err:
            return Missed(what=capture.name, why=str(err))
        return Added(what=capture.name, page_id=page_id, new=new, texts=len(reading.texts), claims=len(reading.claims))

    def claims(self, choice: Filter = EVERYTHING) -> Iterator[Kept]:
        """Claims in the order of the pages and of their words."""
        return (Kept(*row) for row in self._store.claims(choice))

    def search(self, words: str, choice: Filter = EVERYTHING) -> Iterator[Kept]:
        """Claims whose content, speaker or headline holds all the words, case and accents aside, best first."""
        return (Kept(*row) for row in self._store.search(words, choice))

    def sources(self, choice: Filter = EVERYTHING) -> Iterator[tuple[Source, int]]:
        """Speakers with the number of claims each made, most first."""
        return self._store.sources(choice)

    def pages(self) -> Iterator[Page]:
        """Every page, in the order kept."""
        return self._store.pages()

    def texts(self, *, replaced: bool = False) -> Iterator[Text]:
        """Every story item, in the order kept; those an edit replaced only if asked."""
        return self._store.texts(replaced=replaced)

    def missed(self) -> Iterator[Missed]:
        """What could not be taken, and why."""
        return self._store.missed()

    def show(self, record_id: str) -> Reading | Kept | tuple[Text, Page] | Proof | Story:
        """What an id, or enough of its beginning, names: a page's Reading, a text with its page, a claim with both, the
        Proof of a point, a story.

        Raises NotKept.
        """
        try:
            found = self._store.find(record_id)
        except NotKept:
            if weighed := self.named(record_id):
                return weighed
            raise
        if isinstance(found, Page):
            return self._store.reading(found.id)
        if isinstance(found, Text):
            return found, self._store.page(found.page_id)
        text = cast(Text, self._store.find(found.text_id))
        return Kept(found, self._store.page(text.page_id), text)

    def reading(self, page_id: str) -> Reading:
        """The newest reading of a page; raises NotKept."""
        return self._store.reading(page_id)

    def reread(self) -> Iterator[Added | Missed]:
        """Reads again, from the kept bytes, every page that other readers or other versions of them read."""
        for capture in list(self._store.unread(self.line.version)):
            yield self._add(capture)

    def check(self) -> tuple[Finding, ...]:
        """What a doctor would ask of this record and this installation."""
        return (*examine(), *examine_store(self._store, self.url))

    def mend(self) -> int:
        """Makes the lists of items, sources and outlets anew out of the record; gives the number of pages."""
        return self._store.reshelve()

    def table(self, choice: Filter = EVERYTHING, *, kind: Literal["pandas", "arrow"] = "pandas") -> Any:
        """Claims as a pandas DataFrame or an Arrow Table, one row a claim.

        Needs the extra `sayso[tables]`; raises PlugError without it.
        """
        from sayso.tables import table_of

        return table_of(self.claims(choice), kind)


def check(store: str | None = None) -> tuple[Finding, ...]:
    """Newsroom.check for a record that may not open: what stands in the way is a finding, nothing is made."""
    findings = list(examine())
    missing = list(examine_missing(store or knobs.load().store_url))
    if missing:
        return (*findings, *missing)
    try:
        with Newsroom(store, create=False) as newsroom:
            findings += examine_store(newsroom._store, newsroom.url)
    except SaysoError as err:
        findings.append(Finding(name="record", good=False, what=str(err)))
    return tuple(findings)


def open_store(url: str, settings: Settings, *, create: bool = True) -> Store:
    """The store behind a URL, by its scheme; a bare path is a SQLite file."""
    scheme = url.split(":", 1)[0] if "://" in url or url.startswith("memory:") else "sqlite"
    kind = plug("stores", scheme.split("+")[0])
    return cast(Store, kind(url, create=create, keep_bodies=settings.keep_bodies))


def page_id_of(capture: Capture) -> str:
    """The id that a capture's page will have."""
    from sayso.record import page_of

    return page_of(capture, "").id


def now() -> str:
    """This second, in UTC, as an ISO time."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _captures(whats: Iterable[str], settings: Settings, **told: str | None) -> Iterator[Capture | Missed]:
    """Every capture, with what was told of it; raises RecordError for a time that is none."""
    names: Sequence[str] = [whats] if isinstance(whats, str) else list(whats)
    told = {name: word for name, word in told.items() if word}
    if captured := told.get("captured"):
        moment(captured)
    for at, found in enumerate(collect(names, settings)):
        if at and "url" in told:
            raise CaptureError("one url was told of several pages: add them one by one, each with its own")
        yield found if isinstance(found, Missed) else replace(found, **told)  # type: ignore[arg-type]


def _read(capture: Capture, line: Line) -> Reading | Missed:
    """The reading, or why there is none."""
    try:
        return read_capture(capture, line)
    except SaysoError as err:
        return Missed(what=capture.name, why=str(err))
    except _FAULTS as err:
        return Missed(what=capture.name, why=f"a reader failed on this page, please report it: {err!r}")
