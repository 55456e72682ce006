"""What a feed holds, the same for every format."""

from dataclasses import dataclass

from sayso.publish.times import in_order
from sayso.record import DigitalSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """An item read aloud: `length` in bytes, `seconds` of play, `synthetic` where a machine speaks.

    `source_type` says what kind of machine, as schema.org names IPTC's digital source types.
    """

    url: str
    length: int
    media_type: str = "audio/mpeg"
    seconds: float | None = None
    transcript_url: str | None = None
    transcript_type: str = "text/vtt"
    synthetic: bool = True
    source_type: DigitalSource = "TrainedAlgorithmicMediaDigitalSource"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed; `id` never changes, `url` is where a person reads it.

    `lines` are its sentences, `source` says who says so. `published` and `updated` are ISO times as they are printed, a
    zone only where one is; `seen`, an ISO time, is when the record took it: what stands where the page prints no time.
    """

    id: str
    url: str
    title: str
    seen: str
    lines: tuple[str, ...] = ()
    source: str = ""
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sound: Enclosure | None = None

    @property
    def changed(self) -> str:
        """The last time it changed, as far as anybody knows."""
        return self.updated or self.published or self.seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of items, newest first, with what a reader of feeds shows of it.

    `url` is the feed's own address, `home` the page that it is the feed of, `older` the address of the items before
    these. `made` is the ISO time it was written where it holds no item.
    """

    url: str
    home: str
    title: str
    made: str
    about: str = ""
    language: str = "en"
    author: str | None = None
    picture: str | None = None
    older: str | None = None
    items: tuple[FeedItem, ...] = ()

    @property
    def changed(self) -> str:
        """When an item last changed."""
        return max((item.changed for item in self.items), key=in_order, default=self.made)
