"""What a title in the middle of a page turns to: a subhead, a card, a pull quote, or another article."""

import re
from functools import cache

from sayso.read.anatomy.plain.lines import spaced
from sayso.read.anatomy.plain.sort import Sorted
from sayso.read.anatomy.wording import fold, table

_REPORTS = re.compile(
    r"(?:,|–|—|:|\.) [^,–—]{2,40}\b(?:say|says|said|report|reports|warns?|claims?|shows?|finds?|tells?)$", re.I
)
_GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]{1,20} [A-Z]")
_WORDS = re.compile(r"\w+")
REACH = 60  # rows that are looked over at most, so that a page of one kind of row stays cheap
GRAM = 6  # words that a pull quote shares with its paragraph at least
CARD = 3.0  # points that make a title with a line under it a card


class Neighbours:
    """What can be asked about the rows around a row; built once a page, in one pass."""

    def __init__(self, page: list[Sorted]) -> None:
        self.page = page
        self.spaced = spaced(tuple(line.row for line in page))
        self._grams: dict[tuple[str, ...], int] = {}
        for k, line in enumerate(page):
            if line.kind in ("prose", "quote", "list") and line.words >= GRAM:
                found = _WORDS.findall(fold(line.text[:4000]))
                for at in range(len(found) - GRAM + 1):
                    self._grams.setdefault(tuple(found[at : at + GRAM]), k)

    def at(self, k: int) -> Sorted | None:
        """The row, or null past the end."""
        return self.page[k] if 0 <= k < len(self.page) else None

    def kind(self, k: int) -> str:
        """The row's class; "" past the end."""
        return self.page[k].kind if 0 <= k < len(self.page) else ""

    def skip(self, k: int, *kinds: str) -> int:
        """The first row from `k` on of none of these classes, or the one REACH rows on."""
        end = min(k + REACH, len(self.page))
        while k < end and self.page[k].kind in kinds:
            k += 1
        return k

    def prose_after(self, k: int) -> int:
        """How many paragraphs follow from row `k` on before anything else, at most 4."""
        count = 0
        while self.kind(k + count) in ("prose", "quote", "list") and count < 4:
            count += 1
        return count

    def repeats(self, k: int) -> bool:
        """True for a pull quote: its words stand in a longer paragraph as well."""
        line = self.page[k]
        found = _WORDS.findall(fold(line.text))
        if not GRAM <= len(found) <= 60:
            return False
        where = self._grams.get(tuple(found[:GRAM]))
        if where == k:
            where = self._later(found, k)
        if where is None or where == k or self.page[where].words <= line.words:
            return False
        return " ".join(found) in " ".join(_WORDS.findall(fold(self.page[where].text)))

    def _later(self, found: list[str], k: int) -> int | None:
        """The next paragraphs are looked at where the quote came first."""
        gram = " ".join(found[:GRAM])
        for later in range(k + 1, min(k + 12, len(self.page))):
            if self.page[later].words > len(found) and gram in " ".join(_WORDS.findall(fold(self.page[later].text))):
                return later
        return None


def card_score(near: Neighbours, k: int) -> float:
    """How much a title with a line under it looks like a teaser for another story rather than a subhead."""
    line, under = near.page[k], near.at(k + 1)
    if under is None or under.kind != "prose":
        return 0.0
    score = (line.words >= 7) + (line.words >= 10) * 0.5
    if near.spaced:
        score += 2.0 if line.row.gap and under.row.gap == 0 else -0.5 if under.row.gap else 0
    after = near.at(k + 2)
    single = after is None or after.kind not in ("prose", "quote", "list") or (near.spaced and after.row.gap > 0)
    score += 1.0 if single else -1.0
    score += 1.0 if _REPORTS.search(line.text) else 0
    score += 1.0 if under.text.rstrip("\"”’' )").endswith(("…", "...")) else 0
    score += 3.0 if closes_card(near, k + 2) else 0
    score -= 3.0 if line.level else 0
    score -= 2.0 if line.text.endswith((":", "?")) or line.words <= 3 else 0
    return score


def closes_card(near: Neighbours, k: int) -> bool:
    """True for the short row of outlet and author under a card ("The Karsk Herald Ana Rel"), often glued together."""
    line = near.at(k)
    if line is None or line.kind not in ("title", "name") or line.words > 8:
        return False
    return (near.spaced and line.row.gap == 0) or bool(_GLUED.search(line.text))


def opens_article(near: Neighbours, k: int, *, need: int = 2) -> bool:
    """True for a title that begins another article: a head row with a name or a full date follows, then paragraphs."""
    line = near.page[k]
    if line.words < 4:
        return False
    for at in range(k + 1, min(k + 4, len(near.page))):
        later = near.page[at]
        if later.kind == "head" and later.head:
            strong = bool(later.head.names) or bool(later.head.stamp and later.head.stamp.day)
            start = near.skip(at + 1, "head", "furniture", "caption", "credit", "notice", "name")
            return strong and near.prose_after(start) >= need
        if later.kind not in ("title", "prose", "furniture") or later.words > 40:
            return False
    return False


@cache
def homonyms() -> frozenset[str]:
    """Labels that are ordinary subheads as well ("Background")."""
    return table("labels", "homonyms")


def caption_signs(words: str) -> int:
    """How many of the words that captions have and paragraphs seldom stand in a row."""
    folded = f" {fold(words)} "
    return sum(f" {sign}" in folded for sign in table("pictures", "signs"))
