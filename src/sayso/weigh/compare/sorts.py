"""What sort of thing a claim says: what is so, what is doubted, promised or wished for. Only its like answers it."""

import re
from typing import Literal

from sayso.record import Testimony
from sayso.weigh.wordlists import wordset

Sort = Literal["fact", "doubt", "promise", "wish", "refusal"]
_SORTS: dict[str, Sort] = {
    "asserts": "fact", "denies": "fact", "doubts": "doubt", "promises": "promise", "demands": "wish",
    "declines": "refusal",
}  # fmt: skip
_FINITE = re.compile(r"[a-z]+(?:['’]t)?")
LOOKED_AT = 12  # words of a content among which its verb stands


def sort_of(testimony: Testimony) -> Sort:
    """The sort of a claim; an assertion that something should be is a wish, one that it "should have" been is not."""
    sort = _SORTS[testimony.stance]
    return "wish" if sort == "fact" and testimony.stance == "asserts" and is_wish(testimony.content) else sort


def is_wish(content: str) -> bool:
    """Whether the first verb of a content says what ought to be: "the paper should name its sources"."""
    said = [found.group() for found in _FINITE.finditer(content.lower())][:LOOKED_AT]
    for before, word, after in zip(["", *said], said, [*said[1:], ""], strict=False):
        if word in wordset("sorts", "oughts"):
            return before not in wordset("sorts", "relative") and after not in wordset("sorts", "after_the_fact")
        if word in wordset("sorts", "finite"):
            return False
    return False
