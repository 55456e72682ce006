"""Every extension point of Sayso, on one page.

A plug is any object that fits one of these protocols; `catalogue.py` names the ones that ship, and the entry point
groups `sayso.collectors`, `sayso.stores` … name the ones that others install.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from sayso.record import (
    Account,
    Act,
    Brief,
    Capture,
    Claim,
    Copy,
    Correction,
    DigitalSource,
    Event,
    Filter,
    Missed,
    Page,
    Pair,
    Person,
    Point,
    Reading,
    Ruling,
    Saying,
    Seat,
    Sought,
    Source,
    Stood,
    Story,
    Text,
    Ticket,
    Weighed,
)
from sayso.views import Books, Shelf


class Collector(Protocol):
    """Brings bytes in: files, folders, URLs, feeds, archives."""

    def collect(self) -> Iterator[Capture | Missed]:
        """Every page it can reach, each as it came, or as a Missed that says why not."""
        ...


class Reader(Protocol):
    """One step of the reading line: it adds its part to a reading and changes nothing else.

    `needs` and `gives` name fields of Reading or Claim ("sentences", "claims", "claims.chain"); the line checks at
    start that every need is given before it. A reader holds no state: the same reading in gives the same reading out.
    """

    name: str
    version: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]

    def __call__(self, reading: Reading) -> Reading:
        """The reading with this reader's part added."""
        ...


class View(Protocol):
    """The read half of a store."""

    def page(self, page_id: str) -> Page:
        """Raises NotKept."""
        ...

    def reading(self, page_id: str) -> Reading:
        """The newest reading of a page; raises NotKept."""
        ...

    def placed(self, page_ids: Collection[str]) -> Iterator[tuple[str, Event]]:
        """(page id, event) of every event of some pages that has a place, in the order of the readings."""
        ...

    def capture(self, page_id: str) -> Capture:
        """The bytes a page was read from; raises NotKept."""
        ...

    def read_by(self, page_id: str) -> str | None:
        """The line version of a page's newest reading (`make_id("line", *made_by)`), null where it is not kept."""
        ...

    def pages(self) -> Iterator[Page]:
        """Every page, in the order they were kept."""
        ...

    def texts(self, *, replaced: bool = False) -> Iterator[Text]:
        """Story items in the order they were kept; without those an edit replaced unless asked."""
        ...

    def claims(self, choice: Filter) -> Iterator[tuple[Claim, Page, Text]]:
        """Claims with the page and the story item they stand on, in the order of the pages and of their words."""
        ...

    def search(self, words: str, choice: Filter) -> Iterator[tuple[Claim, Page, Text]]:
        """Claims whose content, speaker or headline holds the words (all of them), best match first."""
        ...

    def sources(self, choice: Filter) -> Iterator[tuple[Source, int]]:
        """Speakers with the number of claims each made, most first."""
        ...

    def missed(self) -> Iterator[Missed]:
        """What could not be taken."""
        ...

    def unread(self, by: str) -> Iterator[Capture]:
        """Captures with no reading by this line version."""
        ...

    def find(self, record_id: str) -> Page | Text | Claim:
        """Whatever carries the id, or the only thing whose id starts so; raises NotKept."""
        ...


class Scales(Protocol):
    """What the weighing keeps beside the record, to read: all of it derived, all of it rebuildable."""

    def unweighed(self, by: str) -> Iterator[str]:
        """Ids of pages that this version of the weighing has not weighed, in the order they were kept."""
        ...

    def accounts(self, text_ids: Collection[str]) -> Iterator[Account]:
        """The accounts of story items, those that are weighed, in no order."""
        ...

    def near(self, keys: Collection[str], at: str, each: int) -> Mapping[str, int]:
        """Text id → number of the keys it holds, among the `each` accounts of every key nearest to a moment before
        and after it."""
        ...

    def sharing(self, passages: Collection[int], each: int) -> Mapping[str, int]:
        """Text id → number of the passages it holds; those in more than `each` texts are boilerplate and left out."""
        ...

    def vectors(self, claim_ids: Collection[str]) -> Mapping[str, bytes]:
        """The embeddings of claims, those that were made."""
        ...

    def pairs(self, claim_ids: Collection[str]) -> Iterator[Pair]:
        """Every pair that one of the claims is in, once."""
        ...

    def paired(self, claim_ids: Collection[str]) -> Collection[str]:
        """The other ends of the pairs that the claims are in, in no order; some of the claims may be among them."""
        ...

    def seats(self, claim_ids: Collection[str]) -> Iterator[Seat]:
        """Where claims belong."""
        ...

    def seated(self, leaders: Collection[str]) -> Iterator[Seat]:
        """Every claim that belongs to the points of these leaders."""
        ...

    def leaders(self) -> Iterator[str]:
        """The leading claim of every point, in the order of their accounts' moments."""
        ...

    def newest(self) -> str | None:
        """The latest moment of any account, null where there is none."""
        ...

    def copies(self, text_ids: Collection[str]) -> Iterator[Copy]:
        """Every copy that one of the texts is in, once."""
        ...

    def stories(self, text_ids: Collection[str]) -> Mapping[str, str]:
        """Text id → the text that leads its story."""
        ...

    def told(self, leaders: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Leading text → every text of its story."""
        ...

    def story_leaders(self) -> Iterator[str]:
        """The leading text of every story, in the order of their accounts' moments."""
        ...

    def stood(self, claim_ids: Collection[str]) -> Iterator[Stood]:
        """The claims with the page and story item they stand on, and from and until when it stood."""
        ...

    def sayings(self, claim_ids: Collection[str]) -> Iterator[Saying]:
        """What claims say and when it stood, in no order: `stood` without what makes it long."""
        ...

    def edits(self, since: str | None = None, *, of: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """(text id, id of the text it replaces) of every edit that stood at this UTC moment or later, oldest first;
        of these texts alone where some are named."""
        ...

    def edits_before(self, place: tuple[str, str] | None, limit: int) -> list[tuple[str, str, str]]:
        """(UTC moment, text id, id of the text it replaces) of the latest edits, of those before a (moment, text id)
        where one is given."""
        ...

    def counted(self, leaders: Collection[str], by: str) -> Mapping[str, Point | None]:
        """Leading claim → its point as it stands now, of those that this counting made and that hold still; null where
        nobody stands for or against."""
        ...

    def uncounted(self, by: str) -> Iterator[str]:
        """Leading claims of the points that this counting has to count anew, in no order."""
        ...

    def leading(self, beginning: str) -> list[str]:
        """The leading claims of points whose ids begin so, two at most."""
        ...

    def listed(self, sought: Sought) -> Iterator[tuple[str, Point]]:
        """(leading claim, its point as it was counted last) of a choice, those that moved last first."""
        ...

    def told_now(self, leaders: Collection[str], by: str) -> Mapping[str, Story | None]:
        """Leading text → its story as it stands now, of those that this counting made and that hold still."""
        ...

    def untold(self, by: str) -> Iterator[str]:
        """Leading texts of the stories that have to be made anew, in no order."""
        ...

    def story_leading(self, beginning: str) -> list[str]:
        """The leading texts of stories whose ids begin so, two at most."""
        ...

    def stories_moved(
        self, after: tuple[str, str] | None = None, *, items: int = 1, limit: int = 50
    ) -> Iterator[tuple[str, Story]]:
        """(leading text, its story as it was made last) of stories of so many items, those that moved last first.

        `after` is the (last_moved, id) of the last story of the page before; a `limit` of 0 is none.
        """
        ...

    def rulings(self) -> Iterator[Ruling]:
        """Every judgement of an editor, in the order they were made."""
        ...


class Store(View, Scales, Shelf, Books, Protocol):
    """A view that can also be written, by one writer."""

    def put_weighed(self, weighed: Weighed) -> None:
        """Keeps what the weighing of a page added, in one transaction; what it changed of others replaces the old."""
        ...

    def forget_weighed(self) -> None:
        """Drops everything that was weighed, to be weighed anew; rulings stay."""
        ...

    def put_counted(self, counted: Mapping[str, Point | None], by: str) -> None:
        """Keeps the points of leading claims as they stand now; null where nobody stands for or against."""
        ...

    def put_told(self, stories: Mapping[str, Story | None], by: str) -> None:
        """Keeps the stories of leading texts as they stand now; null for one that has not begun."""
        ...

    def put_ruling(self, ruling: Ruling) -> None:
        """Appends an editor's judgement."""
        ...

    def put_brief(self, brief: Brief) -> None:
        """Appends a version of a brief; raises RecordError where it is not the next one."""
        ...

    def put_correction(self, correction: Correction) -> None:
        """Appends a correction, and lists the claim by whom it names; raises NotKept where an undo undoes nothing."""
        ...

    def put_act(self, act: Act) -> None:
        """Appends a line of the trail."""
        ...

    def put_person(self, person: Person) -> None:
        """Keeps somebody, in the place of who had the name."""
        ...

    def put_ticket(self, ticket: Ticket) -> None:
        """Keeps a session or a token; raises NotKept where nobody has the name."""
        ...

    def drop_tickets(self, *, hash_: str | None = None, name: str | None = None, ended: str | None = None) -> int:
        """Drops those with the hash, or of the person, or that ended before a UTC moment; gives their number."""
        ...

    def put(self, reading: Reading, capture: Capture) -> bool:
        """Keeps a page with all that was read of it in one transaction; False where it was already kept."""
        ...

    def put_missed(self, missed: Missed) -> None:
        """Keeps what could not be taken."""
        ...

    def faults(self) -> Iterator[str]:
        """What is wrong inside the record, for `sayso doctor`; nothing where it is whole."""
        ...

    def misfiled(self) -> Iterator[str]:
        """What lists and counts hold too much or too little of, for `sayso doctor`; nothing where they agree."""
        ...

    def dangling(self) -> Iterator[str]:
        """What people kept of claims that are no longer in the record, for `sayso doctor`."""
        ...

    def reshelve(self) -> int:
        """Makes all lists anew out of the record; gives the number of pages."""
        ...

    def strays(self) -> int:
        """How many weighed story items and claims are not in the record, for `sayso doctor`; 0 where it is whole."""
        ...

    def rest(self) -> None:
        """Lets other programs write until the next write; nothing that was kept is lost."""
        ...

    def close(self) -> None:
        """Lets go of files and connections; closing twice is harmless."""
        ...


class Voice(Protocol):
    """Speaks a brief, a sentence at a time.

    `version` is another wherever the same words may sound otherwise. `letters` are the capitals that it must be given
    as another word to say their names. `source_type` says what kind of synthetic sound it makes.
    """

    name: str
    version: str
    source_type: DigitalSource
    letters: Mapping[str, str]

    def speak(self, words: str) -> bytes:
        """Sound of the words, as a WAV file; raises VoiceError."""
        ...


class Publisher(Protocol):
    """Puts stories and briefs where people and programs find them."""

    def publish(self, story: Story, briefs: Iterable[Brief]) -> None:
        """Publishes one story with its briefs."""
        ...
