"""The head of an article: what stands above its headline and between that and the first paragraph."""

import re

from sayso.read.anatomy import byline, credit
from sayso.read.anatomy.headrow import HeadRow
from sayso.read.anatomy.plain.draft import Draft
from sayso.read.anatomy.plain.feed import leads_feed
from sayso.read.anatomy.plain.sheet import Sheet
from sayso.read.anatomy.plain.sort import is_tags
from sayso.read.anatomy.plain.turns import caption_signs
from sayso.read.anatomy.wording import is_section

_SPOKEN = re.compile(
    r"[,.!?][\"”’]\s+(?:[\w’'-]+\s+){1,6}?(?:said|says|told)\b|\b(?:said|says|told)\b[^.]*[\"“]"
)  # a quotation, and who says it
_HEADED = ("caption", "credit", "notice", "furniture", "name")  # what may follow a head row before the body


class HeadSheet(Sheet):
    """Takes the rows of an article's head."""

    def _before(self, k: int, end: int) -> int:
        """A row above the headline: the article's own date or byline, a feed or cards at the side, furniture."""
        line = self.page[k]
        if line.kind == "head" and line.head and end - k <= 4 and self._tells(line.head):
            self._start_article().head(line, line.head)
        elif line.kind in ("clock", "led") and end - k > 1 and self._goes_on(k, end):
            return self._take("clock", k)
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

    @staticmethod
    def _tells(head: HeadRow) -> bool:
        """True for a row with a time of publication or change, or with a name."""
        return bool(head.stamp or head.names or head.first("updated"))

    def _goes_on(self, k: int, end: int) -> bool:
        return self.mode == "feed" or leads_feed(self.page, k, end)

    def _is_section(self, k: int) -> bool:
        """True for a section's name over the headline that is not the end of a menu."""
        above = self.near.at(k - 1)
        if not is_section(self.page[k].text):
            return False
        if above is None or above.words > 2 or self.page[k].row.gap > above.row.gap:
            return True
        return above.kind == "furniture" and above.words == 2

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
            return self._take(line.kind, k)
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
        spoken = line.text.rstrip().endswith(".") and _SPOKEN.search(line.text)
        return bool(caption_signs(line.text)) and not spoken or bool(credit.split(line.text)[1])

    # ── the body and what stands around it ───────────────────────────────────────────────────────────
