"""Where an outlet says that it knows a thing itself: "the Harbour Post has learned", "our reporter saw"."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.record import Stood
from sayso.record.fold import folded
from sayso.weigh.trace.press import Press

_CAPITALS = r"(?:(?:the |The )?(?:[^\W\d_a-z][\w'’.&!-]*)(?: (?:of |de |do |la |und )?[^\W\d_a-z][\w'’.&!-]*){0,4})"


def is_own_name(name: str, row: Stood, press: Press) -> bool:
    """Whether a name is that of the page's outlet, or "this newspaper", "us"."""
    said = folded(name)
    if said in _told()["ourselves"]:
        return True
    own = row.page.outlet
    if not own or not said:
        return False
    if press.family(name) == press.family(own):
        return True
    short, full = set(said.split()) - {"the"}, set(folded(own).split())
    return bool(short) and short <= full and name[:1].isupper() | name.casefold().startswith("the ")


def knows_itself(row: Stood, press: Press) -> Literal["saw", "outlet"] | None:
    """saw where a reporter of the page's outlet saw it, outlet where the outlet says that it has learned it."""
    sentence = row.claim.span.of(row.page.text)
    learned, saw = _patterns()
    if any(is_own_name(found[1], row, press) for found in learned.finditer(sentence)):
        return "outlet"
    for found in saw.finditer(sentence):
        if found[1] is None or is_own_name(found[1], row, press):
            return "saw"
    return None


@cache
def _told() -> dict[str, frozenset[str]]:
    told = tomllib.loads(files("sayso.weigh").joinpath("words/en/ourselves.toml").read_text("utf-8"))
    return {name: frozenset(row) for name, row in told.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    any_of = {name: "|".join(map(re.escape, sorted(row, key=len, reverse=True))) for name, row in _told().items()}
    who = rf"({_CAPITALS}|(?i:{any_of['ourselves']}))"
    return (
        re.compile(rf"(?<!\w){who} (?i:(?:has |have |had |can |was |were )?(?:{any_of['learned']}))(?!\w)"),
        re.compile(
            rf"(?<!\w)(?:(?i:a|an|one of our|our|the|two) )({_CAPITALS} )?(?i:{any_of['reporters']}) "
            rf"(?:[^.,;]{{0,40}} )?(?i:{any_of['saw']})(?!\w)"
        ),
    )
