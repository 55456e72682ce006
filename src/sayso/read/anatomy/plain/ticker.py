"""Feeds: items that a clock opens, and times that open none."""

from sayso.read.anatomy.headrow import HeadRow
from sayso.read.anatomy.plain.draft import Draft
from sayso.read.anatomy.plain.feed import leads_feed
from sayso.read.anatomy.plain.head import HeadSheet
from sayso.read.anatomy.plain.sort import Sorted, is_title, one_sentence
from sayso.read.anatomy.wording import bare, table
from sayso.record import Span


class FeedSheet(HeadSheet):
    """Takes clocks, and head rows below the head."""

    def _meta(self, k: int) -> int:
        """A head row below the head: a feed item's clock, a post's byline, the article's footer, an update."""
        line = self.page[k]
        head = line.head
        if head is None:
            return k + 1
        after = self.near.kind(self.near.skip(k + 1, "furniture"))
        if self._is_day(line, after):
            return self._day(line, k)
        timed = (
            head.stamp
            and (head.stamp.minute is not None or self.mode == "feed")
            and not head.names
            and head.minutes is None
            and after in ("title", "prose", "name")
        )
        if timed and (self.mode == "feed" or self.label == "feeds" or leads_feed(self.page, k, len(self.page))):
            return self._clock(k)
        fresh = self._brief if self._brief and (not self._brief.body or self._is_change(head)) else None
        card = self.item if self.item and self.item.kind == "card" and self.mode == "cards" else None
        to = fresh or (card if card and not head.names else None) or self._start_article()
        if to is self.article and to.body and to.names and head.names and not set(head.names) & set(to.names):
            self._furniture(line)  # other people's bylines below a story that has its own: teasers, boxes
            return k + 1
        to.head(line, head)
        if head.names and to is self.article and to.body:
            self.mode, self.item = "end" if self._ends_here(k) else self.mode, to
        return k + 1

    def _is_change(self, head: HeadRow) -> bool:
        """True for "Updated at 14.20" alone below the words of a feed's item."""
        told = {piece.what for piece in head.pieces} - {"furniture"}
        return self.mode == "feed" and told == {"updated"}

    def _ends_here(self, k: int) -> bool:
        """True where no story goes on below the article's footer."""
        at = self.near.skip(k + 1, "furniture", "apparatus", "notice", "head", "name")
        return self.near.prose_after(at) < 2

    # ── feeds ────────────────────────────────────────────────────────────────────────────────────────

    def _clock(self, k: int) -> int:
        """A clock starts a brief; a "led" row holds its first words as well."""
        line = self.page[k]
        at = self.near.skip(k + 1, "furniture", "rule")
        following = self.near.kind(at)
        if line.head and self._is_day(line, following):
            return self._day(line, k)
        if (
            self.mode == "cards"
            and self.item
            and self.item.kind == "card"
            and line.head
            and self.item.published is None
        ):
            self.item.head(line, line.head)  # "Pass closed" / "2 days ago": the clock under a card is the card's
            return k + 1
        if line.kind != "led" and following in ("", "clock", "label", "rule", "apparatus"):
            return self._lone(k)
        if self.style.transcript or (line.kind == "led" and not self._in_feed(k)):
            return self._take("prose", k)
        if (self.mode != "feed" and not self._opens_feed(k, at)) or self._is_length(k):
            return self._stray(k)
        if self.mode != "feed":
            self.feeds += 1
        self.mode = "feed"
        brief = self._start("brief")
        brief.feed, brief.day, self.item = self.feeds, self.day, brief
        if line.kind == "led" and line.stamp:
            self._led(line, brief)
        elif line.head:
            brief.head(line, line.head)
        return k + 1

    def _opens_feed(self, k: int, at: int) -> bool:
        """True where a clock begins a feed: a label says so, others follow, or a short item ends the page."""
        line = self.page[k]
        stamp = line.head.stamp if line.head else line.stamp
        known = self.article.published[0] if self.article and self.article.published else None
        if stamp and known and (stamp.day, stamp.minute, stamp.ago) == (known.day, known.minute, known.ago):
            return False  # the head's time again
        if self.label in ("feeds", "events") or leads_feed(self.page, k, len(self.page)):
            return True
        below = self.near.at(at)
        titled = below is not None and (below.kind == "title" or one_sentence(below.text)) and below.words >= 4
        end = self.near.skip(at + 1, "prose", "caption", "quote", "list", "furniture")
        return (
            titled and not (stamp and stamp.ago) and end - at <= 5 and self.near.kind(end) in ("", "label", "apparatus")
        )

    def _is_length(self, k: int) -> bool:
        """True for the length of a recording: it stands under "Watch", or twice."""
        above = self.near.at(k - 1)
        if above is not None and bare(above.text) in table("furniture", "players"):
            return True
        here, below = self.page[k].head, self.near.at(k + 1)
        if here is None or below is None or below.kind != "clock" or below.head is None:
            return False
        return here.stamp is not None and below.head.stamp is not None and here.stamp.minute == below.head.stamp.minute

    def _stray(self, k: int) -> int:
        """A time that begins no feed: the head's again, a reading time, a video's length."""
        line = self.page[k]
        if line.kind == "led":
            return self._take("prose", k)
        if line.head and self.article and self.article.published is None and not self.article.body:
            self.article.head(line, line.head)
        else:
            self._furniture(line)
        return k + 1

    def _is_day(self, line: Sorted, following: str) -> bool:
        """True for a day as the heading of a feed's items."""
        stamp = line.head.stamp if line.head else None
        return bool(stamp and stamp.minute is None and not stamp.ago and following in ("clock", "led"))

    def _day(self, line: Sorted, k: int) -> int:
        stamp = line.head.stamp if line.head else None
        if stamp:
            self.day = (stamp, Span(line.start + stamp.start, line.start + stamp.end))
        self.loose.append((line.row.start, line.row.end, "clock"))
        return k + 1

    def _lone(self, k: int) -> int:
        """A time with nothing of an item below it: the article's, where it has none yet."""
        line = self.page[k]
        if line.head and not self.style.transcript and (self.article is None or self.article.published is None):
            self._start_article().head(line, line.head)
        else:
            self._furniture(line)
        return k + 1

    def _in_feed(self, k: int) -> bool:
        return self.mode == "feed" or self.label in ("feeds", "events") or self.style.led

    def _led(self, line: Sorted, brief: Draft) -> None:
        stamp = line.stamp
        if stamp is None:
            return
        base = line.row.start + line.row.text.find(line.row.text[: line.start - line.row.start].lstrip("-*•· "))
        clock = Span(base + stamp.start, base + stamp.end) if base + stamp.end <= line.start else Span(base, line.start)
        brief.published = (stamp, clock)
        brief.add(line.row.start, line.start, "clock")
        if is_title(line.text) or one_sentence(line.text):
            brief.title(line)
        else:
            brief.text(line, "paragraph")

    # ── lists of other stories ───────────────────────────────────────────────────────────────────────

    def _drop_repeats(self) -> None:
        """Key events that only name the posts below them are navigation: a brief of the same headline has the words."""
        posts = {item.name for item in self.items if item.kind == "brief" and item.body and item.name}
        kept = []
        for item in self.items:
            if item.kind == "brief" and not item.body and item.name in posts:
                self.loose += [(start, end, "furniture") for start, end, _ in item.pieces]
            else:
                kept.append(item)
        self.items = kept

    # ── before the headline ──────────────────────────────────────────────────────────────────────────
