"""Lists of other stories: labels, teasers, and where the story goes on below them."""

from sayso.read.anatomy.plain.sort import is_tags
from sayso.read.anatomy.plain.ticker import FeedSheet
from sayso.read.anatomy.plain.turns import closes_card, homonyms
from sayso.read.anatomy.wording import bare, table

_CARDED = {
    "cards": ("title", "list", "name", "prose", "head"),
    "feeds": ("title", "name"),
    "events": ("title", "name"),
}  # what follows a label where it opens a list of cards


class CardSheet(FeedSheet):
    """Takes labels, and titles that are other stories' headlines."""

    def _label(self, k: int) -> int:
        line = self.page[k]
        after = self.near.skip(k + 1, "furniture", "rule")
        follows = self.near.at(after)
        plain = follows is not None and follows.kind in ("prose", "quote") and self.mode != "cards"
        if plain and bare(line.text) in homonyms():
            return self._take("subhead", k)
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
        bare_list = [item for item in self.items[-3:-1] if item.kind == "card" and not item.body]
        if len(bare_list) == 2 or self.near.kind(k - 3) == "label" and bare_list:
            return False  # the cards above have no line of their own either
        if after is None:
            return line.words < 40
        return after.kind not in ("prose", "quote") and line.words < 45

    def _card_in_body(self, k: int) -> int:
        """A teaser set between paragraphs: title, line, and the short row of outlet and author that may close it."""
        card = self._start("card")
        card.title(self.page[k], whole=True)
        card.text(self.page[k + 1], "paragraph")
        if closes_card(self.near, k + 2):
            closing = self.page[k + 2]
            card.add(closing.row.start, closing.row.end, "furniture")
            return k + 3
        return k + 2

    def _title_at_end(self, k: int) -> int:
        line = self.page[k]
        if line.words >= 5 and not is_tags(line.text) and self.label != "ends":
            return self._card(k)
        self._furniture(line)
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
