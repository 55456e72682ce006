"""A page while it is laid out: its rows, the items begun so far, and what any part of a page may hold."""

from abc import ABC, abstractmethod
from typing import Literal

from sayso.read.anatomy import credit
from sayso.read.anatomy.plain.draft import Draft
from sayso.read.anatomy.plain.feed import feed_style
from sayso.read.anatomy.plain.sort import Sorted
from sayso.read.anatomy.plain.turns import Neighbours
from sayso.read.anatomy.stamps import Stamp
from sayso.read.anatomy.wording import is_last_word
from sayso.record import PartKind, Span

Mode = Literal["front", "body", "cards", "feed", "end"]


class Sheet(ABC):
    """The state of the walk down a page: `mode` says where it is, `item` what was begun last.

    `items` are the drafts in order; `loose` are (start, end, kind) of what belongs to none of them; `label` is what
    the last heading opened; `closed` is true below the article's last word, `tail` in a list that only stands there.
    Every method that takes a row gives the row to go on with.
    """

    def __init__(self, page: list[Sorted]) -> None:
        self.page, self.near = page, Neighbours(page)
        self.items: list[Draft] = []
        self.loose: list[tuple[int, int, PartKind]] = []
        self.article: Draft | None = None
        self.item: Draft | None = None
        self.mode: Mode = "front"
        self.feeds = 0
        self.label: str | None = None
        self.closed = self.tail = False
        self.day: tuple[Stamp, Span] | None = None
        self.style = feed_style(page)

    @abstractmethod
    def _take(self, kind: str, k: int) -> int:
        """Takes row `k` as one of that class."""

    @property
    def _brief(self) -> Draft | None:
        """The brief begun last, if nothing else was begun since."""
        return self.item if self.item and self.item.kind == "brief" else None

    def _start(self, kind: Literal["article", "brief", "card"]) -> Draft:
        draft = Draft(kind)
        self.items.append(draft)
        return draft

    def _start_article(self) -> Draft:
        if self.article is None:
            self.article = self._start("article")
        return self.article

    # ── the head ─────────────────────────────────────────────────────────────────────────────────────

    def _furniture(self, line: Sorted) -> None:
        self.loose.append((line.row.start, line.row.end, "furniture"))

    def _notice(self, k: int) -> int:
        line = self.page[k]
        to = (
            self.item
            if self.item and self.item.kind == "brief" and line.notice == "corrections"
            else self._start_article()
        )
        to.disclosures.append(" ".join(line.text.split()))
        to.add(line.row.start, line.row.end, "disclosure")
        return k + 1

    def _apparatus(self, k: int) -> int:
        line = self.page[k]
        if self.article and len(self.article.body) > 1 and is_last_word(line.text) and self.mode in ("body", "cards"):
            self.mode, self.closed = "end", True
        if self.item and self.item.kind == "brief":
            self.item.add(line.row.start, line.row.end, "apparatus")
        else:
            self._start_article().add(line.row.start, line.row.end, "apparatus")
        return k + 1

    def _picture(self, k: int) -> int:
        to = self.item if self.item and self.item.kind == "brief" else self._start_article()
        to.picture(self.page[k])
        return k + 1

    def _credit(self, k: int) -> int:
        """A credit on a row of its own: of the caption before it, or of the one that follows at once."""
        line, to = self.page[k], self._start_article()
        if self.item and self.item.kind == "brief":
            to = self.item
        after = self.near.at(k + 1)
        open_before = bool(to.captions) and to.captions[-1].credit is None and to.pieces[-1][2] == "caption"
        if open_before or after is None or after.kind not in ("title", "prose", "caption") or after.words > 40:
            to.picture(line)
            return k + 1
        follows = after.kind == "caption" or (
            after.row.gap == 0 and self.near.kind(k + 2) in ("prose", "title", "head", "")
        )
        to.picture(line)
        if follows and not (after.kind == "prose" and after.words > 30):
            to.picture(after)
            to.credit(credit.split(line.text)[1] or line.text)
            return k + 2
        return k + 1
