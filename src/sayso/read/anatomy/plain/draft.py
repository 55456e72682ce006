"""A story item while a page is taken apart: what has been found of it so far."""

from dataclasses import dataclass, field, replace

from sayso.read.anatomy import credit
from sayso.read.anatomy.dateline import dateline
from sayso.read.anatomy.headrow import HeadRow
from sayso.read.anatomy.plain.sort import Sorted
from sayso.read.anatomy.stamps import Stamp
from sayso.read.anatomy.wording import fold
from sayso.record import BODY_PARTS, Caption, PartKind, Span, TextKind


@dataclass(slots=True)
class Draft:
    """One article, brief or card; `pieces` are (start, end, kind) of the page.

    `name` is the folded headline, `begun` says that there was a paragraph; `feed` numbers the list of a brief, `day`
    is the heading that dates it.
    """

    kind: TextKind
    pieces: list[tuple[int, int, PartKind]] = field(default_factory=list)
    headline: Span | None = None
    name: str | None = None
    begun: bool = False
    names: list[str] = field(default_factory=list)
    published: tuple[Stamp, Span] | None = None
    updated: tuple[Stamp | None, Span] | None = None
    minutes: int | None = None
    captions: list[Caption] = field(default_factory=list)
    disclosures: list[str] = field(default_factory=list)
    dateline: str | None = None
    dateline_span: Span | None = None
    section: str | None = None
    body: list[Span] = field(default_factory=list)
    feed: int = 0
    day: tuple[Stamp, Span] | None = None
    url: str | None = None

    def add(self, start: int, end: int, kind: PartKind) -> None:
        """Takes a piece of the page."""
        self.pieces.append((start, end, kind))

    def title(self, line: Sorted, *, whole: bool = False) -> None:
        """Takes the headline; `whole` takes the row's bullet or label with it."""
        self.headline, self.name = Span(line.start, line.end), fold(line.text)
        self.add(line.row.start if whole else line.start, line.row.end, "headline")

    def text(self, line: Sorted, kind: PartKind) -> None:
        """Takes a row as one of the parts of its body, the dateline before its first paragraph apart."""
        start = line.start
        if kind == "paragraph" and not self.begun:
            self.begun = True
            cut = dateline(line.text)
            if cut and start + cut < line.end:
                self.dateline = line.text[:cut].rstrip()
                self.dateline_span = Span(start, start + len(self.dateline))
                self.add(start, start + cut, "dateline")
                start += cut
                start += len(line.text[cut:]) - len(line.text[cut:].lstrip())
        self.add(start if start > line.start else line.row.start, line.row.end, kind)
        if kind in BODY_PARTS:
            self.body.append(Span(start, line.end))

    def head(self, line: Sorted, head: HeadRow) -> None:
        """Takes what a head row says; what the item has already is kept."""
        base = line.start
        for piece in head.pieces:
            start, end = base + piece.start, base + piece.end
            span = Span(start, end)
            if piece.what == "published":
                if piece.stamp and (self.published is None or _finer(piece.stamp, self.published[0])):
                    self.published = (piece.stamp, span)
                elif piece.stamp and self.published and _before(piece.stamp, self.published[0]):
                    self.updated = self.updated if self._changed() else self.published
                    self.published = (piece.stamp, span)
                self.add(start, end, "clock")
            elif piece.what == "updated":
                if not self._changed() or self.updated is None:
                    self.updated = (piece.stamp, span)
                self.add(start, end, "clock")
            elif piece.what == "minutes":
                self.minutes = self.minutes or head.minutes
                self.add(start, end, "reading_time")
            elif piece.what == "section":
                self.section = self.section or line.text[piece.start : piece.end]
                self.add(start, end, "section")
            else:
                self.add(start, end, "byline" if piece.what == "byline" else "furniture")
        self.names += [name for name in head.names if name not in self.names]

    def _changed(self) -> bool:
        """True where the time of the last change is known without the time of capture."""
        return self.updated is not None and (self.updated[0] is None or not self.updated[0].ago)

    def picture(self, line: Sorted) -> None:
        """Takes every caption of a row, its credit apart."""
        text, base = line.text, line.start
        at = 0
        if line.kind == "credit" and credit.is_credit(text, bracketed=True):
            self.add(line.row.start, line.row.end, "credit")
            self.credit(credit.split(text)[1] or text)
            return
        found = credit.shots(text)
        if not found:
            self.add(line.row.start, line.row.end, "furniture")  # "Photo:" and no more
            return
        firsts = [min(mark[0] for mark in (shot.words, shot.credit) if mark) for shot in found]
        for shot, stop in zip(found, [*firsts[1:], line.row.end - base], strict=True):
            if shot.words:
                words = Span(base + shot.words[0], base + shot.words[1])
                name = text[slice(*shot.credit)] if shot.credit else None
                self.captions.append(Caption(text=text[slice(*shot.words)], credit=name, span=words))
                self.add(base + at, words.end if shot.credit else base + stop, "caption")
                at = shot.words[1]
            if shot.credit:
                self.add(base + at, base + stop, "credit")
                if not shot.words:
                    self.credit(text[slice(*shot.credit)])
            at = stop

    def credit(self, name: str) -> None:
        """Takes a credit that stands on its own: it belongs to the caption before it, if that has none."""
        if self.captions and self.captions[-1].credit is None:
            self.captions[-1] = replace(self.captions[-1], credit=name)


def _before(stamp: Stamp, known: Stamp) -> bool:
    """True for a full time earlier than a full one: of a head's two the later is the time of its last change."""
    if not stamp.day or not known.day or stamp.minute is None or known.minute is None:
        return False
    return (stamp.day, stamp.minute) < (known.day, known.minute)


def _finer(stamp: Stamp, known: Stamp) -> bool:
    """True for the same day with its minute, or for a full time where only a loose one is known."""
    if stamp.minute is None or not stamp.day:
        return False
    return (known.minute is None and known.day in (None, stamp.day)) or (known.loose and not stamp.loose)
