"""The rows of a page laid out as story items, read once from top to bottom."""

from collections.abc import Callable

from sayso.read.anatomy.plain.draft import Draft
from sayso.read.anatomy.plain.front import front
from sayso.read.anatomy.plain.sort import Sorted, is_tags, one_sentence
from sayso.read.anatomy.plain.teasers import CardSheet
from sayso.read.anatomy.plain.turns import CARD, REACH, card_score, opens_article
from sayso.read.anatomy.wording import count_words


class Layout(CardSheet):
    """Walks the rows with a mode: before the headline, in the body, in a list of cards, in a feed, after the end."""

    def __init__(self, page: list[Sorted], title: str | None) -> None:
        super().__init__(page)
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
            k = self._take(self.page[k].kind, k)
        self._drop_repeats()

    def _take(self, kind: str, k: int) -> int:
        """One row, by its class."""
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
            "subhead": self._subhead,
        }
        step = steps.get(kind)
        if step is None:
            self._furniture(self.page[k])
            return k + 1
        return step(k)

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
        at, least = k, max(0, k - REACH)
        while at > least and self.page[at - 1].kind in ("title", "name"):
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
