"""Outlets that no list knows, by what the page does with their names ("told Norda", "the Norda news agency")."""

import re
from collections.abc import Iterator

from sayso.read.names.gazette import BARE_NOUNS, HINTS, NEWSPEOPLE, NOUNS
from sayso.read.names.given import is_given
from sayso.read.names.people import CROWD
from sayso.read.verbs import any_of
from sayso.read.words import phrases

# Weights of evidence, beside those in evidence.py: a frame where only outlets stand outweighs the shape of a person's
# name who speaks (12 + 5), one where people stand too only decides what has no shape.
SURE, STRONG, FRAMED, WEAK, HINT = 50, 30, 18, 7, 3

_ADJECTIVES = any_of(phrases("grammar", "outlet_adjectives"))
_WHOLE_NOUNS = any_of(noun for noun in NOUNS if noun not in BARE_NOUNS)
_BARE = any_of(BARE_NOUNS)
_PEOPLE = any_of(NEWSPEOPLE)
_ONE = {word for word in NEWSPEOPLE if not word.endswith("s")}  # "Olm reporters" may only live there
_THE = r"(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+|a\s+|an\s+)"

_NOUN_BEFORE = re.compile(
    rf"\b(?:{_WHOLE_NOUNS})\s+$|(?:^|{_THE}|['’]s?\s+|[^\W\d_]*(?:ian|ean|ish|ese|ani|an|ic|based|[a-z]-(?:language|speaking|owned|run|funded|backed|born))\s+|(?:{_ADJECTIVES})\s+)(?:{_BARE})\s+$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"\s+(?:{_ADJECTIVES})?\s*(?:{_WHOLE_NOUNS})\b")
_BARE_AFTER = re.compile(rf"\s+(?:{_BARE})\b")
_APPOSED = re.compile(rf",\s+(?:a|an|the|its|one of)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_WHOLE_NOUNS}|{_BARE})\b")
_PEOPLE_AFTER = re.compile(
    rf"(?:['’]s\s+(?:[a-z]+\s+)?(?:{_PEOPLE})|\s+(?:(?:{any_of(phrases('grammar', 'beats'))})\s+)?(?:{any_of(_ONE)}))\b"
)
_PEOPLE_BEFORE = re.compile(
    rf"\b(?:{_PEOPLE})\s+(?:from|for|with|at|of)\s+(?:the\s+)?(?:[\w’'-]+\s+and\s+(?:the\s+)?)?$"
)
_REPORTS = re.compile(
    r"\s+(?:has\s+|had\s+|have\s+|first\s+|also\s+|later\s+|earlier\s+)?(?:reports|reported)(?=\s*[,.;:“\"]|\s+(?:that|on|late|earlier|citing|quoting|this|last|"
    r"in|at|from|today|yesterday|tonight|first|exclusively)\b|\s*$)|\s+(?:quoted|cited)\s+[^.,;]{2,80}?\s+as\s+(?:saying|telling|having)\b|,\s+(?:quoting|citing)\s|\s*\)\s*[—–-]"
)
_WROTE = re.compile(r"\s+(?:wrote|writes|has\s+written|said|says)\b[^.;:“”\"]{0,160}?,\s+(?:quoting|citing)\s")
_CITED = re.compile(r"\b[Aa]ccording\s+to\s+$")  # "the" before it goes with any body
_CITED_ONLY = re.compile(
    r"\s*(?:[.;]|$|,\s+(?![a-z]+\s+(?:of|for|at|in)\b|(?:who|whose|the|a|an|its|his|her|their|chief|head|\d)\b))"
)
_TAKEN = re.compile(
    r"\s+(?:(?:was|were|had\s+been|has\s+been)\s+(?:told|informed)\s+(?:by|that)|has\s+(?:seen|obtained|learnt|learned))\b"
)
_DONE_BY = re.compile(
    r"\b(?:quoted|reported|carried|aired|broadcast|serialised|serialized|obtained|reviewed|leaked)\s+(?:on\s+\w+\s+)?(?:by|in|to|on)\s+(?:the\s+)?$"
)
_BEFORE = re.compile(
    r"(?:\b(?:told|tells|telling)|\binterviews?\s+(?:with|to|on|by|for)|\b(?:speaking|spoke|speaks|talking|whispered|confided|boasted|complained|insisted)\s+(?:to|with|on)|"
    r"\b(?:quoted|cited|reported|published|printed|carried|aired|broadcast|seen|obtained|reviewed|released|serialised|serialized|leaked)\s+(?:by|in|on|to)|"
    r"\b(?:column|op-ed|essay|article|opinion\s+piece|editorial|commentary|guest\s+post|dispatch)\s+(?:for|in)|"
    r"\b(?:comments|remarks|statement|letter)\s+to|\b(?:asked|interviewed|questioned|approached|contacted)\s+by|"
    r"\bas\s+(?:saying|telling)(?:\s+(?:by|to|in|on))?|\baccording\s+to|\bciting|\b(?:said|says|appearing|appeared|wrote|writing)\s+(?:on|in|for))"
    rf"\s+(?:the\s+)?(?:(?:{_ADJECTIVES})\s+){{0,2}}(?:\w+day['’]s\s+)?$",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(r"(?:ian|ean|ish|ese|ani|ans?)$")
_STATE_OUTLET = re.compile(rf"\s+(?:{_ADJECTIVES}|television|tv|media|radio)\b", re.I)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’\w]{2,40}\(\s*$")
_BRACKETED = re.compile(r"\(\s*$")

_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s$")
_SHOW_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:programme|program|show|podcast|breakfast|bulletin|newscast|phone-in)\b"
)
_NUMBER = re.compile(
    r" \d{1,2}[A-Z]{1,4}\b"  # "Radio 7QX"
    r"| \d(?=\s*[,.;:”\"]|\s+(?:that|on|in|at|by|he|she|it|they|was|were|had|has|said|reported|as|and)\b|\s*$)"
)


def extent(lead: str, tail: str) -> tuple[int, int]:
    """How many characters before and after a name belong to it too ("told Signal 6 that", "told the Sunday Mirror")."""
    day = _DAY.search(lead)
    before = len(day.group()) if day and _BEFORE.search(lead[: day.start()]) else 0
    number = _NUMBER.match(tail)
    framed = number and (
        _BEFORE.search(lead)
        or _NOUN_BEFORE.search(lead)
        or _TAKEN.match(tail[number.end() :])
        or _REPORTS.match(tail[number.end() :])
    )
    return before, len(number.group()) if number and framed else 0


def evidence(lead: str, tail: str, words: tuple[str, ...], *, person: int) -> Iterator[int]:
    """The weights that speak for an outlet, from the words right before and after a name.

    `person` is the weight of what already speaks for a person.
    """
    if _DATELINE.search(lead) or _NOUN_BEFORE.search(lead):
        yield SURE if person < STRONG else 0
    elif _BRACKETED.search(lead) and tail.startswith(")") and len(words) == 1 and words[0][1:2] != "-":
        yield HINT
    if len(words) == 1 and _OF_A_PLACE.search(words[0]) and _STATE_OUTLET.match(tail):
        return  # "Ordanian state television": the adjective is no outlet's name
    if _APPOSED.match(tail) or _NOUN_AFTER.match(tail) or _PEOPLE_AFTER.match(tail) or _PEOPLE_BEFORE.search(lead):
        yield STRONG
    if _REPORTS.match(tail):
        yield FRAMED
    if _WROTE.match(tail):
        yield FRAMED
    if len(words) > 1 and not is_given(words[0]) and _CITED.search(lead) and _CITED_ONLY.match(tail):
        yield WEAK + HINT  # nobody is brought in so without a word of who they are
    if _SHOW_AFTER.match(tail) and _BEFORE.search(lead):
        yield STRONG
    if _BARE_AFTER.match(tail) or _TAKEN.match(tail):
        yield WEAK
    if words[-1].lower() in CROWD or (len(words) == 1 and words[0].endswith("ans")):
        return
    if _DONE_BY.search(lead) or (
        _BEFORE.search(lead) and len(words) > 1 and not HINTS.isdisjoint({words[0].lower(), words[-1].lower()})
    ):
        yield FRAMED
    elif _BEFORE.search(lead):
        yield HINT if person else WEAK
