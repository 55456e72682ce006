"""Every extension point of Sayso, on one page.

A plug is any object that fits one of these protocols; `catalogue.py` names the ones that ship, and the entry point
groups `sayso.collectors`, `sayso.stores` … name the ones that others install.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.record import Brief, Capture, Claim, Filter, Missed, Page, Reading, Source, Story, Text


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


class Store(View, Protocol):
    """A view that can also be written, by one writer."""

    def put(self, reading: Reading, capture: Capture) -> bool:
        """Keeps a page with all that was read of it in one transaction; False where it was already kept."""
        ...

    def put_missed(self, missed: Missed) -> None:
        """Keeps what could not be taken."""
        ...

    def faults(self) -> Iterator[str]:
        """What is wrong inside the record, for `sayso doctor`; nothing where it is whole."""
        ...

    def close(self) -> None:
        """Lets go of files and connections; closing twice is harmless."""
        ...


class Voice(Protocol):
    """Speaks a brief."""

    name: str

    def speak(self, words: str) -> bytes:
        """Sound of the words, as a WAV file."""
        ...


class Publisher(Protocol):
    """Puts stories and briefs where people and programs find them."""

    def publish(self, story: Story, briefs: Iterable[Brief]) -> None:
        """Publishes one story with its briefs."""
        ...
