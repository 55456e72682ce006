"""How much the page gives away of who speaks: a name, an office, a side, nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.chain.counts import is_plural
from sayso.read.names.descriptions import OWNED
from sayso.read.names.people import BODY_HEADS, HIDDEN, KNOWS
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import Anonymity, Link, Source

_BELONGS = frozenset({"inside the", "with ties to"})  # knows of them by belonging to them
_TRADES = frozenset(form for trade in phrases("people", "trades") for form in (trade, f"{trade}s"))
_VAGUE = HIDDEN | _TRADES | frozenset(phrases("people", "vague"))
_ALWAYS = frozenset(phrases("people", "outsiders"))
_SIDES = (BODY_HEADS - frozenset(phrases("people", "subjects"))) | frozenset(phrases("people", "sides"))
_NO_SIDE = frozenset(phrases("people", "no_side"))
_KNOWLEDGE = frozenset(phrases("people", "knowledge"))
_PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_WORD = re.compile(r"[\w’'-]+")
_NOUN = re.compile(
    r"(?:\s*,\s|\s[—–-]\s|\s\(|\b(?:who|whose|whom|which|that|speaking|using|asking|citing)\b).*", re.DOTALL
)
_AFTER = re.compile(
    rf"\s(?:(?P<knows>{any_of(set(KNOWS) - _BELONGS)})|(?P<prep>at|from|inside|within|with|for|in|to|on|of|near|among)|"
    r"seen|cited|quoted|interviewed|reached|contacted)(?=\s|$)"
)
_WORKS = re.compile(r"\b(?:works?|worked|serves?|served|employed|studies|studied)\s+(?:for|at|in|with|under|on)\b")
_CLOSE = re.compile(
    r"\b(?:close|near|linked|loyal|sympathetic|with\s+(?:\w+\s+)?(?:ties|links)|allied)\s+(?:to|with)\s+"
    r"(?:(?:the|a|its|their)\s+)?(?P<what>\S+(?:\s+\S+)?)"
)
_HIDDEN_PAPER = re.compile(
    r"^(?!the\b|this\b|its\b|his\b|her\b|their\b|our\b)(?:an?\s+|some\s+|several\s+|two\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:(?:leaked|internal|confidential|secret|classified|unpublished|unsigned|anonymous|undated)\b|"
    r"(?:seen|obtained|reviewed|viewed|read|shared|leaked|circulat\w+|pinned|passed)\s+(?:by|with|to|up|among|on|round|around)\b)",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|several|two|three|many|other|local)\s", re.IGNORECASE)
_OTHERS = frozenset({"some", "many", "most", "few", "others", "any"})
NEAR = 400  # characters before "one of them" in which the group stands
_THERE = frozenset({"there", "here", "nearby"})
_ARTICLE = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this", "that"})


def classed(link: Link, sheet: Sheet | None = None) -> Link:
    """The link with the class of its source; on a page (`sheet`) "one of them" has the side of those before it."""
    found = anonymity_of(link.source)
    words = link.source.described_as
    if found == "vague" and sheet is not None and words and link.span is not None and _is_one(words):
        group = _group_before(sheet, link.span.start)
        known = sided(group) if group else words.lower().startswith(("all ", "both"))
        found = "affiliated" if known else "vague"
    return replace(link, source=replace(link.source, anonymity=found))


def _is_one(words: str) -> bool:
    """Whether the words are one or some of those spoken of before, no more ("one of them", "all three")."""
    row = [word.lower() for word in _row(words)]
    return bool(row) and row[0] not in _OTHERS and _NO_SIDE.issuperset(row)


def _group_before(sheet: Sheet, place: int) -> str | None:
    """The words for the last group of people before a place, with what tells their side."""
    for mention in sheet.mentions_before(place, NEAR):
        words = " ".join(mention.span.of(sheet.text).split())
        row = tuple(word.lower() for word in _row(_AFTER.split(words, maxsplit=1)[0]))
        if mention.form == "noun" and row and is_plural(row[-1], row):
            return words
    return None


def anonymity_of(source: Source) -> Anonymity | None:
    """The class of a source; None for an outlet that the capture does not name."""
    words = source.described_as
    if source.name:
        return "named"
    if source.kind == "outlet":
        return None if not words else "vague" if _INDEFINITE.match(words) else "described"
    if not words:
        return "nobody"
    if source.kind == "document":
        return "vague" if _HIDDEN_PAPER.match(words) else "described"
    if source.kind == "organisation":
        return "vague" if _some_body(words) else "described"
    if source.kind not in {"unnamed", "crowd"}:
        return "described"
    return "affiliated" if sided(words) else "vague"


def _some_body(words: str) -> bool:
    """Whether the words are for a body that nobody could find out ("a rights group")."""
    return bool(_INDEFINITE.match(words)) and not any(c.isupper() for c in words[2:]) and " of the " not in words


def sided(words: str) -> bool:
    """Whether the words for an unnamed voice tell the side or body it belongs to."""
    noun = _NOUN.sub("", words).strip() or words
    after = _AFTER.search(noun)
    row = _row(noun[: after.start()] if after else noun)
    rest = noun[after.start() :] if after else ""
    if row and row[-1].lower() in _THERE:
        return True
    if not row or row[-1].lower() in _ALWAYS:
        return _side_before(row[:-1], wide=False)
    head = row[-1].lower()
    if head not in _VAGUE | _NO_SIDE and not head.isdigit():
        return True
    if after and after.group("prep") == "of" and head not in _TRADES:
        return _one_of(rest.removeprefix(" of").strip())
    if _side_before(row[:-1], wide=head not in _TRADES) or _WORKS.search(words):
        return True
    return _side_after(rest)


def _row(words: str) -> list[str]:
    return [found.group() for found in _WORD.finditer(words)]


def _one_of(words: str) -> bool:
    """Whether those of whom somebody is one have a side ("one of the aides"); any group the page told of is one."""
    row = _row(words)
    if not row or _NO_SIDE.issuperset(word.lower() for word in row):
        return False
    return sided(words) or (row[0].lower() in _ARTICLE and row[-1].lower() not in HIDDEN | _ALWAYS)


def _side_before(row: Sequence[str], *, wide: bool) -> bool:
    """Whether words before the head tell a side; `wide` takes any that is not known to tell none."""
    for k, word in enumerate(row):
        low = word.lower()
        if low in _NO_SIDE or low.isdigit():
            continue
        if wide or low in _SIDES or low in OWNED or (k and word[0].isupper()) or low.endswith(("’s", "'s", "s’", "s'")):
            return True
    return False


def _side_after(rest: str) -> bool:
    """Whether the first phrase after the head names a body or a place, not a matter known or a thing worn."""
    if close := _CLOSE.match(rest.strip()):
        return _KNOWLEDGE.isdisjoint(word.lower() for word in _row(close.group("what")))
    found = _AFTER.match(rest)
    if not found or not found.group("prep"):
        return False
    row = _row(rest[found.end() :])
    what = [word for word in row if word.lower() not in _ARTICLE][:2]
    if not what or any(word.lower() in _KNOWLEDGE for word in what):
        return False
    known = what[0][0].isupper() or any(word.lower() in _SIDES for word in row[:5])
    if found.group("prep") in {"of", "on", "to", "with", "among", "near"} or row[0].lower() in {"a", "an"}:
        return known
    return True
