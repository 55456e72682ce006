"""Where an outlet knows a thing itself: "the Harbour Post has learned", "our reporter saw", "an Echo reporter"."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.record import Stood
from sayso.record.fold import folded
from sayso.weigh.trace.namings import sentence_of
from sayso.weigh.trace.press import Press

_WORD = r"(?:[^\W\d_a-z]|\d)[\w'’.&!-]*"
_NAME = rf"(?:(?:the |The )?{_WORD}(?: (?:of |de |do |la |und |du |le )?{_WORD}){{0,4}})"


@dataclass(frozen=True, slots=True)
class Knowing:
    """How an outlet knows something itself: saw where its reporter saw it, outlet where it says that it has learned it.

    `of` is the other outlet whose reporter it was, as named; null for the page's own.
    """

    basis: Literal["saw", "outlet"]
    of: str | None = None


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


def knows_itself(row: Stood, press: Press) -> Knowing | None:
    """What the sentence of a claim says of the eyes and ears of an outlet; null where nothing."""
    sentence = sentence_of(row).of(row.page.text)
    learned = _learned()
    if any(is_own_name(found[1], row, press) for found in learned.finditer(sentence)):
        return Knowing("outlet")
    for whose in _witnesses(sentence):
        if whose is None or is_own_name(whose, row, press):
            return Knowing("saw")
        return Knowing("saw", whose)
    return None


def is_reporter(described: str) -> bool:
    """Whether somebody is no more than a reporter: "a reporter", "our correspondent at the gate"."""
    return bool(_reporter().match(described))


def _witnesses(sentence: str) -> Iterator[str | None]:
    """Whose reporters saw something; null where that is not told, and for the page's own."""
    for pattern in _saw():
        for found in pattern.finditer(sentence):
            named = next((found[name] for name in ("owner", "of", "own") if found.groupdict().get(name)), None)
            yield None if named is None else re.sub(r"['’]s?$", "", named.strip())


@cache
def _told() -> dict[str, frozenset[str]]:
    told = tomllib.loads(files("sayso.weigh").joinpath("words/en/ourselves.toml").read_text("utf-8"))
    return {name: frozenset(row) for name, row in told.items()}


def _any(table: str) -> str:
    return "|".join(map(re.escape, sorted(_told()[table], key=len, reverse=True)))


@cache
def _learned() -> re.Pattern[str]:
    who = rf"({_NAME}|(?i:{_any('ourselves')}))"
    return re.compile(rf"(?<!\w){who} (?i:(?:has |have |had |can |was |were )?(?:{_any('learned')}))(?!\w)")


@cache
def _reporter() -> re.Pattern[str]:
    return re.compile(rf"(?i:a|an|one of our|our|the|two|three) (?:\w{{1,15}} )?(?i:{_any('reporters')})(?!\w)")


@cache
def _saw() -> tuple[re.Pattern[str], ...]:
    """The constructions; group "owner", "of" or "own" is the outlet, where it is named."""
    ours = rf"(?i:{_any('ourselves')})"
    whose = rf"(?P<owner>{_NAME}['’]s?|(?i:this newspaper|this paper|this site|this station)['’]s) "
    some = rf"(?i:a|an|one of our|our|the|two|three) (?P<own>{_NAME} )?"
    of = rf"(?: (?:of|for|from|with|at) (?P<of>{_NAME}|{ours}))?"
    who = rf"(?:{whose}|{some})(?:\w{{1,15}} )?(?i:{_any('reporters')})(?!\w)(?: {_NAME})?{of}"
    aside = r"(?:, [^.;!?]{1,140}?,| (?:who|at|in|on|outside|near|inside|aboard|from|there)(?: [^.,;!?]{0,80})?)?"
    helps = r"(?: (?:has|had|have|just|also|then|later|himself|herself|themselves|could|there|who)){0,3}"
    seen = r"(?i:seen|heard|watched|counted|witnessed|filmed|photographed|observed)(?: on \w+)? by"
    return (
        re.compile(rf"(?<!\w){who}{aside}{helps} (?i:{_any('saw')})(?!\w)"),
        re.compile(rf"(?<!\w){seen} {who}"),
        re.compile(rf"(?:^|[;,] |\band )(?i:we) (?:\w+ )?(?i:{_any('saw')})(?!\w)"),
    )
