"""The rows of a page laid out as story items, read once from top to bottom."""

from collections.abc import Callable
from typing import Literal

from sayso.read.anatomy import byline, credit
from sayso.read.anatomy.draft import Draft
from sayso.read.anatomy.feed import feed_style, leads_feed
from sayso.read.anatomy.front import front
from sayso.read.anatomy.sort import Sorted, is_tags, is_title, one_sentence
from sayso.read.anatomy.stamps import Stamp
from sayso.read.anatomy.turns import CARD, Neighbours, caption_signs, card_score, homonyms, opens_article
from sayso.read.anatomy.wording import bare, count_words, is_last_word, is_section, table
from sayso.record import PartKind, Span

Mode = Literal["front", "body", "cards", "feed", "end"]
_HEADED = ("caption", "credit", "notice", "furniture", "name")  # what may follow a head row before the body
_CARDED = {
    "cards": ("title", "list", "name", "prose", "head"),
    "feeds": ("title", "name"),
    "events": ("title", "name"),
}  # what follows a label where it opens a list of cards


class Layout:
    """Walks the rows with a mode: before the headline, in the body, in a list of cards, in a feed, after the end.

    `items` are the drafts in order; `loose` are (start, end, kind) of what belongs to none of them.
    """

    def __init__(self, page: list[Sorted], title: str | None) -> None:
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
        self._walk(title)

    def _walk(self, title: str | None) -> None:
        found = front(self.page, 0, title)
        k = 0
        end = found.headline if found.headline is not None else found.body
        while k < end:
            k = self._before(k, end)
        if found.headline is not None:
            k = self._head(found.headline, found.body)
        self.mode = "body"
        while k < len(self.page):
            k = self._step(k)
        self._drop_repeats()

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
    def _before(self, k: int, end: int) -> int:
        """A row above the headline: the article's own date or byline, a feed or cards at the side, furniture."""
        line = self.page[k]
        if line.kind == "head" and line.head and end - k <= 4 and (line.head.stamp or line.head.names):
            self._start_article().head(line, line.head)
        elif line.kind in ("clock", "led") and end - k > 1 and self._goes_on(k, end):
            return self._clock(k)
        elif line.kind == "clock" and line.head and end - k <= 2:
            self._start_article().head(line, line.head)
        elif (
            line.kind == "title" and self.item and self.item.kind == "brief" and not self.item.headline and end - k > 1
        ):
            self.item.title(line)
        elif line.kind == "notice":
            self._start_article()
            self._notice(k)
        elif end - k <= 2 and line.kind in ("title", "furniture", "label") and self._is_section(k):
            self._start_article().section = line.text.strip("#*_ ")
            self._start_article().add(line.row.start, line.row.end, "section")
        else:
            self._furniture(line)
        return k + 1

    def _goes_on(self, k: int, end: int) -> bool:
        return self.mode == "feed" or leads_feed(self.page, k, end)

    def _is_section(self, k: int) -> bool:
        """True for a section's name over the headline that is not the end of a menu."""
        above = self.near.at(k - 1)
        return is_section(self.page[k].text) and (
            above is None
            or above.words > 2
            or self.page[k].row.gap > 0
            or above.kind == "furniture"
            and above.words == 2
        )

    def _start(self, kind: Literal["article", "brief", "card"]) -> Draft:
        draft = Draft(kind)
        self.items.append(draft)
        return draft

    def _start_article(self) -> Draft:
        if self.article is None:
            self.article = self._start("article")
        return self.article

    # ── the head ─────────────────────────────────────────────────────────────────────────────────────
    def _head(self, headline: int, body: int) -> int:
        """The headline and the rows of its head, up to the first of the body."""
        article = self._start_article()
        article.title(self.page[headline], whole=True)
        self.item, self.mode = article, "body"
        k = headline + 1
        while k < body:
            k = self._head_line(k)
        k = self.near.skip(k)
        while k < len(self.page) and (self.page[k].kind in _HEADED or byline.is_job(self.page[k].text)):
            k = self._head_line(k)
        if self._is_silent_caption(k):
            self._picture(k)
            k += 1
        return k

    def _head_line(self, k: int) -> int:
        line, article = self.page[k], self._start_article()
        if line.head and line.kind in ("head", "clock"):
            article.head(line, line.head)
        elif line.kind == "name":
            self._name(k, article)
        elif line.kind == "title" and article.names and byline.is_job(line.text):
            article.add(line.row.start, line.row.end, "byline")
        elif line.kind == "title" and self._is_loose_byline(k):
            article.names += [name for name in byline.names(line.text) if name not in article.names]
            article.add(line.row.start, line.row.end, "byline")
        elif line.kind == "title" and is_section(line.text):
            article.section = article.section or line.text
            article.add(line.row.start, line.row.end, "section")
        elif line.kind == "title" and (is_tags(line.text) or line.words < 3):
            self._furniture(line)
        elif line.kind == "title":
            article.text(line, "subhead")
        elif line.kind == "label":
            self._furniture(line)
        elif line.kind == "prose" and not article.names and (found := byline.told(line.text)):
            article.names += found
            article.add(line.row.start, line.row.end, "byline")
        else:
            return self._step(k)
        return k + 1

    def _is_loose_byline(self, k: int) -> bool:
        """True beside a row with the date for an outlet or a name with its place: "Norda Press in Karsk"."""
        beside = [self.near.at(k - 1), self.near.at(k + 1)]
        dated = any(row is not None and row.kind == "head" and row.head and row.head.stamp for row in beside)
        line = self.page[k]
        found = byline.names(line.text) if dated and line.words <= 8 and not is_section(line.text) else ()
        return bool(found) and (byline.is_outlet(line.text) or " in " in line.text or byline.is_room(found[0]))

    def _name(self, k: int, article: Draft) -> None:
        """A row of names alone is a byline while the article has none."""
        line = self.page[k]
        if not article.names and self._by_its_place(k):
            article.names += byline.names(line.text)
            article.add(line.row.start, line.row.end, "byline")
        else:
            self._furniture(line)

    def _by_its_place(self, k: int) -> bool:
        """True for a name near the date, above its job, or straight under headline and deck."""
        line = self.page[k]
        around = [*self.page[max(0, k - 8) : k], *self.page[k + 1 : k + 7]]
        near = [row for row in around if row.kind != "furniture" and row.row.start < line.row.start][-2:]
        near += [row for row in around if row.kind != "furniture" and row.row.start > line.row.start][:2]
        dated = any(row.kind in ("head", "clock") for row in near)
        job = self.near.at(k + 1)
        under = self.page[k - 1].kind in ("title", "prose", "caption") if k else False
        return dated or under or (job is not None and byline.is_job(job.text)) or byline.is_job(line.text)

    def _is_silent_caption(self, k: int) -> bool:
        """True for a first paragraph that reads like a caption: by its signs, or an agency in brackets at its end."""
        line = self.near.at(k)
        if line is None or line.kind != "prose" or line.words > 70 or self.near.prose_after(k) < 3:
            return False
        return bool(caption_signs(line.text)) or bool(credit.split(line.text)[1])

    # ── the body and what stands around it ───────────────────────────────────────────────────────────
    def _step(self, k: int) -> int:
        """One row; gives the row to go on with."""
        line = self.page[k]
        steps: dict[str, Callable[[int], int]] = {
            "title": self._title,
            "name": self._title,
            "prose": self._prose,
            "quote": self._quote,
            "list": self._list,
            "clock": self._clock,
            "led": self._clock,
            "head": self._meta,
            "label": self._label,
            "pointer": self._pointer,
            "caption": self._picture,
            "credit": self._credit,
            "notice": self._notice,
            "apparatus": self._apparatus,
        }
        step = steps.get(line.kind)
        if step is None:
            self._furniture(line)
            return k + 1
        return step(k)

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
        follows = after.kind == "caption" or (after.row.gap == 0 and self.near.kind(k + 2) in ("prose", "title", ""))
        to.picture(line)
        if follows and not (after.kind == "prose" and after.words > 30):
            to.picture(after)
            to.credit(credit.split(line.text)[1] or line.text)
            return k + 2
        return k + 1

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
        fresh = self.item if self.item and self.item.kind == "brief" and not self.item.body else None
        card = self.item if self.item and self.item.kind == "card" and self.mode == "cards" else None
        to = fresh or (card if card and not head.names else None) or self._start_article()
        if to is self.article and to.body and to.names and head.names and not set(head.names) & set(to.names):
            self._furniture(line)  # other people's bylines below a story that has its own: teasers, boxes
            return k + 1
        to.head(line, head)
        if head.names and to is self.article and to.body:
            self.mode, self.item = "end" if self._ends_here(k) else self.mode, to
        return k + 1

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
            self._start_article().head(line, line.head) if line.head and not self.style.transcript else None
            return self._as_furniture(k)
        if self.style.transcript or (line.kind == "led" and not self._in_feed(k)):
            return self._prose(k)
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
            return self._prose(k)
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

    def _as_furniture(self, k: int) -> int:
        line = self.page[k]
        if not (self.article and any(piece[0] >= line.row.start for piece in self.article.pieces)):
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
    def _label(self, k: int) -> int:
        line = self.page[k]
        after = self.near.skip(k + 1, "furniture", "rule")
        follows = self.near.at(after)
        plain = follows is not None and follows.kind in ("prose", "quote") and self.mode != "cards"
        if plain and bare(line.text) in homonyms():
            return self._subhead(k)
        self._furniture(line)
        self.label = line.label
        self.tail = bare(line.text) in table("labels", "tails")
        if line.label == "ends":
            self.mode, self.closed = "end", self._is_over(k)
        elif follows and follows.kind in _CARDED.get(line.label or "", ()):
            self.mode = "cards"
        return k + 1

    def _is_over(self, k: int) -> bool:
        """True where most of the story stands above: "Comments" may be a button under the headline too."""
        above = len(self.article.body) if self.article else 0
        below = sum(line.kind == "prose" and line.words >= 15 for line in self.page[k : k + 60])
        return above >= 3 and above >= below

    def _pointer(self, k: int) -> int:
        """ "Read also: …" on one row is a card, and the story goes on below it."""
        line = self.page[k]
        self.loose.append((line.row.start, line.start, "furniture"))
        self._start("card").title(line)
        return k + 1

    def _card(self, k: int) -> int:
        """A title in a list of other stories, with the line under it if that is its own."""
        line = self.page[k]
        if line.words < 3 and not line.level:
            self._furniture(line)
            return k + 1
        card = self._start("card")
        card.title(line, whole=True)
        self.item = card
        under = self.near.at(k + 1)
        if under is not None and under.kind == "prose" and self._describes(k + 1):
            card.text(under, "paragraph")
            return k + 2
        return k + 1

    def _describes(self, k: int) -> bool:
        """True where a paragraph under a card's title is its description and not the story going on."""
        line, after = self.page[k], self.near.at(k + 1)
        if self.near.spaced:
            return line.row.gap == 0
        if after is None:
            return line.words < 40
        return after.kind not in ("prose", "quote") and line.words < 45

    def _title(self, k: int) -> int:
        brief = self.item if self.item and self.item.kind == "brief" else None
        if self.mode != "feed" and self._begins_another(k):
            return self._another(k)
        if self.mode == "cards":
            return self._card(k)
        if self.mode == "feed" and brief:
            return self._title_in_feed(k, brief)
        if self.mode == "end":
            return self._title_at_end(k)
        return self._title_in_body(k)

    def _begins_another(self, k: int) -> bool:
        """True for the headline of another article; not where its head rows give this article's own time again."""
        if self.article is None or not (self.article.body or self.article.headline) or self.page[k].kind == "name":
            return False
        known = self.article.published[0] if self.article.published else None
        for line in self.page[k : k + 4]:
            stamp = line.head.stamp if line.head else None
            if stamp and known and known.minute is not None and (stamp.day, stamp.minute) == (known.day, known.minute):
                return False
        return opens_article(self.near, k, need=3 if self.mode == "cards" else 2)

    def _another(self, k: int) -> int:
        """The head of another article in the same dump."""
        found = front(self.page, k, self.page[k].text)
        self.article, self.label, self.closed = self._start("article"), None, False
        return self._head(k, max(found.body, k + 1))

    def _title_in_feed(self, k: int, brief: Draft) -> int:
        line = self.page[k]
        if brief.headline is None and not brief.body:
            brief.title(line)
        elif line.kind == "name" and not brief.names and not brief.body:
            self._name(k, brief)
        elif self.near.kind(k + 1) in ("prose", "quote", "list") or not brief.body:
            brief.text(line, "subhead" if brief.body else "paragraph")
        elif line.words >= 5:
            return self._card(k)
        else:
            self._furniture(line)
        return k + 1

    def _title_at_end(self, k: int) -> int:
        line = self.page[k]
        if line.words >= 5 and not is_tags(line.text) and self.label != "ends":
            return self._card(k)
        self._furniture(line)
        return k + 1

    def _title_in_body(self, k: int) -> int:
        line, article = self.page[k], self._start_article()
        after = self.near.at(self.near.skip(k + 1, "furniture"))
        if self.near.repeats(k):
            article.text(line, "pullquote")
        elif line.kind == "name" and article.pieces and article.pieces[-1][2] in ("pullquote", "quote"):
            article.text(line, article.pieces[-1][2])
        elif is_tags(line.text) and not line.level:
            self._furniture(line)
        elif after is None or after.kind in ("label", "rule", "apparatus", "head"):
            return self._last_title(k)
        elif after.kind == "title" or (after.kind == "name" and not line.level):
            return self._titles(k)
        elif line.text.endswith(":") and after.kind == "list":
            article.text(line, "paragraph")
        elif self._is_listed(k, self.near.skip(k, "title", "name")):
            article.text(line, "list")
        elif card_score(self.near, k) >= CARD:
            return self._card_in_body(k)
        elif after.kind in ("clock", "led") and line.words >= 5 and not line.level:
            return self._card(k)
        else:
            return self._subhead(k)
        return k + 1

    def _card_in_body(self, k: int) -> int:
        """A teaser set between paragraphs: title, line, and the short row of outlet and author that may close it."""
        card = self._start("card")
        card.title(self.page[k], whole=True)
        card.text(self.page[k + 1], "paragraph")
        closing = self.near.at(k + 2)
        if (
            closing
            and self.near.spaced
            and closing.kind in ("title", "name")
            and closing.row.gap == 0
            and closing.words <= 8
        ):
            card.add(closing.row.start, closing.row.end, "furniture")
            return k + 3
        return k + 2

    def _last_title(self, k: int) -> int:
        """A title with nothing of the story under it: a teaser, a last word of the text, or furniture."""
        line, article = self.page[k], self._start_article()
        if line.words >= 5 and article.body:
            return self._card(k)
        if not article.body or line.words >= 5:
            article.text(line, "paragraph")
        else:
            self._furniture(line)
        return k + 1

    def _titles(self, k: int) -> int:
        """Several titles in a row: short ones after a colon are a list, long ones other stories."""
        line, article = self.page[k], self._start_article()
        end = self.near.skip(k, "title", "name")
        before = article.body[-1] if article.body else None
        listed = before is not None and self.page[k - 1].kind in ("prose", "list", "title") and self._is_listed(k, end)
        if listed:
            article.text(line, "list")
        elif line.words >= 5 and not line.level and article.body:
            return self._card(k)
        elif self.near.kind(end) == "prose" and (line.level or line.words >= 2):
            article.text(line, "subhead" if line.level else "list")
        elif not article.body:
            article.text(line, "paragraph")
        else:
            self._furniture(line)
        return k + 1

    def _is_listed(self, k: int, end: int) -> bool:
        """True for rows under a sentence that ends with a colon."""
        at = k
        while at > 0 and self.page[at - 1].kind in ("title", "name"):
            at -= 1
        opener = self.near.at(at - 1)
        if self.page[at].text.endswith(":"):
            opener = self.page[at]
        return opener is not None and opener.text.endswith(":") and end - at >= 2

    def _subhead(self, k: int) -> int:
        to = self.item if self.mode == "feed" and self.item else self._start_article()
        question = self.style.asked and self.page[k].text.endswith("?")
        to.text(self.page[k], "paragraph" if question else "subhead")
        self.mode = "feed" if self.mode == "feed" else "body"
        return k + 1

    def _prose(self, k: int) -> int:
        line = self.page[k]
        if self.mode == "feed" and self.item and self.item.kind == "brief":
            return self._prose_in_feed(k, self.item)
        if self.mode == "cards" and not self._resumes(k):
            return self._aside(k)
        if self.mode == "end" and (self.near.prose_after(k) < 2 or self.closed):
            self._start_article().add(line.row.start, line.row.end, "apparatus")
            return k + 1
        if self.mode == "cards" and one_sentence(line.text) and self.page[k - 1].kind == "label":
            return self._card(k)
        if self.near.repeats(k) and line.words <= 45:
            self._start_article().text(line, "pullquote")
            return k + 1
        self.mode, self.item = "body", self._start_article()
        self._start_article().text(line, "paragraph")
        return k + 1

    def _resumes(self, k: int) -> bool:
        """True where the story goes on below a list of other stories: few of them, and paragraphs now."""
        listed = 0
        while k - listed > 0 and self.page[k - listed - 1].kind != "label" and listed < 16:
            listed += 1
        going = sum(line.kind in ("prose", "quote") and line.words >= 10 for line in self.page[k : k + 5])
        if self.closed or (self.tail and going < 4):
            return False
        return listed <= 4 or going >= 3 or (listed <= 10 and going >= 2)

    def _aside(self, k: int) -> int:
        """A sentence among other stories: a teaser's own, or of nobody."""
        line = self.page[k]
        if self.item and self.item.kind == "card" and not self.item.body and line.words < 60:
            self.item.text(line, "paragraph")
        else:
            self._furniture(line)
        return k + 1

    def _prose_in_feed(self, k: int, brief: Draft) -> int:
        line = self.page[k]
        untitled = brief.headline is None and not brief.body
        if (
            untitled
            and self.style.titled
            and one_sentence(line.text)
            and self.near.kind(k + 1) in ("prose", "quote", "list")
        ):
            brief.title(line)
        elif self.near.repeats(k) and line.words <= 45:
            brief.text(line, "pullquote")
        else:
            brief.text(line, "paragraph")
        return k + 1

    def _quote(self, k: int) -> int:
        to = self.item if self.mode == "feed" and self.item else self._start_article()
        to.text(self.page[k], "quote")
        return k + 1

    def _list(self, k: int) -> int:
        line = self.page[k]
        if self.mode == "cards" or (self.mode == "end" and line.words >= 4):
            return self._card(k)
        if self.mode == "end" or count_words(line.text) == 0:
            self._furniture(line)
            return k + 1
        to = self.item if self.mode == "feed" and self.item else self._start_article()
        to.text(line, "list")
        return k + 1
