"""Which of a page's headings is its headline, and headlines without the name of the site."""

import re
from collections.abc import Sequence

from sayso.read.words import words

SEPARATORS = tuple(str(mark) for mark in words("meta_html")["title_separators"])
_MARKS = re.compile("|".join(re.escape(mark) for mark in SEPARATORS))
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Text without case, punctuation and spacing, for comparing."""
    return "".join(_WORD.findall(text.casefold()))


def without_site(title: str, sites: Sequence[str]) -> str:
    """A title without the names of the site and its sections that stand behind a separator.

    `sites` are names the page is known by; everything behind the last separator that precedes one goes, and what
    stands between two bars before it (a section) too.
    """
    if not _MARKS.search(title):
        return title.strip()
    known = {folded(site).removeprefix("the") for site in sites if site}
    for mark in SEPARATORS:
        pieces = title.split(mark)
        if len(pieces) < 2:
            continue
        while len(pieces) > 1 and _names_site(pieces[-1], known):
            pieces.pop()
            while mark == " | " and len(pieces) > 1 and len(pieces[-1].split()) <= 3:
                pieces.pop()
        if len(pieces) > 1 and folded(pieces[0]).removeprefix("the") in known:
            pieces.pop(0)
        title = mark.join(pieces)
    return title.strip()


def _names_site(piece: str, known: set[str]) -> bool:
    """True where a piece of a title is a name of the site, or begins or ends as one ("Herald Online", "The Herald")."""
    word = folded(piece).removeprefix("the")
    if not word:
        return True
    return len(word) <= 40 and any(
        name and (word == name or _extends(word, name) or _extends(name, word)) for name in known
    )


def _extends(longer: str, shorter: str) -> bool:
    """True where one name is the other with a little more before or behind it."""
    return (
        len(shorter) >= 4
        and len(longer) - len(shorter) <= 12
        and (longer.startswith(shorter) or longer.endswith(shorter))
    )


def headline(headings: Sequence[str], titles: Sequence[str]) -> int | None:
    """Which of the page's h1 headings is its headline: the one most like what the head calls the page.

    Null where none shares half its words with a title and there is more than one; a single one is the headline.
    """
    filled = [k for k, heading in enumerate(headings) if folded(heading)]
    if not filled:
        return None
    scores = {k: max((likeness(headings[k], title) for title in titles), default=0.0) for k in filled}
    best = max(filled, key=lambda k: (scores[k], -k))
    if scores[best] >= 0.4:
        return best
    long = [k for k in filled if len(headings[k].split()) >= 3]
    return long[0] if len(long) == 1 else None


def likeness(left: str, right: str) -> float:
    """Shared words over the words of the shorter, in [0, 1]; headlines are reworded for search, seldom rewritten."""
    one, two = set(_WORD.findall(left.casefold())), set(_WORD.findall(right.casefold()))
    if not one or not two:
        return 0.0
    return len(one & two) / min(len(one), len(two)) if min(len(one), len(two)) > 2 else float(one == two)
