"""What the verb or noun of a cue does to the content: "denied", "were asked … to", "swore … to", "dismissed … as"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.read.chain.acts import act_of
from sayso.read.chain.phrasing import inflected, lines
from sayso.read.chain.why import Why
from sayso.read.names.people import CROWD, OFFICIALS, UNNAMED, head_kind
from sayso.read.verbs import ATTITUDES, NOUNS, SAYING, any_of, forms, listed
from sayso.read.words import phrases
from sayso.record import Stance

_LISTS: dict[str, Stance] = {"demands": "demands", "denies": "denies", "declines": "declines", "turned_down": "denies"}
_MORE: dict[str, Stance] = {form: stance for name, stance in _LISTS.items() for form in inflected(name)}
_VERBS = re.compile(rf"\b(?:{any_of(SAYING.keys() | ATTITUDES | _MORE.keys())})\b", re.IGNORECASE)
_NOUNS = re.compile(rf"\b(?:{any_of(NOUNS)})\b", re.IGNORECASE)
_NOT_SAID = re.compile(rf"\b(?:{any_of(listed('not_said', 'words'))})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|our|my|this|that|any|no|another)|['’]s?)\s+(?:\w{1,30}\s+)?$", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w{1,20}ly\s+)?$", re.IGNORECASE)
_BASES = frozenset(base for base in listed("attitude", "verbs") if forms(base)[3] != base)
_REJECTS = frozenset(form for base in phrases("speech", "rejects") for form in forms(base))
_TURNED_DOWN, _ASKS, _TO_DO, _AGAINST = (inflected(name) for name in ("turned_down", "asks", "to_do", "against"))
_LIGHT = inflected("light")
_AHEAD, _WISHED, _MUSTS, _WANTING = (inflected(name) for name in ("ahead", "wished", "musts", "wanting"))
_ALSO_NOUNS = NOUNS.keys() | set(lines("verbs", "nouns"))
_NO_DOUBT = re.compile(r"\b(?:no|any|little|without)\s+$", re.IGNORECASE)
_RAISES = re.compile(r"\b(?:rais|pos|sow|prompt)(?:e|es|ed|ing)\b", re.IGNORECASE)
_TO_A_NOUN = re.compile(r"\W*(?:of|is|was|posed|about|over|for|to|around)\b", re.IGNORECASE)
_QUESTIONS = re.compile(rf"^(?:\S{{1,30}}\s+){{0,4}}?(?:{any_of(lines('verbs', 'questions'))})\b", re.IGNORECASE)
_DOUBTED, _QUESTIONED, _PLEADED = (frozenset(forms(base)) for base in ("doubt", "question", "plead"))
_GUILTY = re.compile(r"(?P<not>not\s+)?guilty\b", re.IGNORECASE)
_WHO_TO = re.compile(
    r"^\s*(?P<who>(?:[\w’'-]{1,30}\s+){1,4}?)(?:not\s+|never\s+)?to\s+(?!have\b|be\b|the\b|an?\b)[a-z]+"
)
_PEOPLE = (
    CROWD
    | UNNAMED
    | OFFICIALS
    | {*phrases("grammar", "plurals"), *phrases("grammar", "pronouns"), "anyone", "me", "us"}
)
_SAY, _CALL, _DENY = frozenset(forms("say")), frozenset(forms("call")), frozenset(forms("deny"))
_BY_OTHERS = re.compile(
    rf"\b(?:{any_of(lines('verbs', 'said_by_others'))})s?\b|^\W*that\b"
    rf"|\bas\s+\W?(?:\w+\s+)?(?:{any_of(lines('groups', 'false'))})\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(rf"\b(?:{any_of(lines('verbs', 'offered'))})\b", re.IGNORECASE)
_RIGHTS = re.compile(rf"\W*(?:{any_of(lines('verbs', 'rights'))})\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:if|whether|how|why|what)\b", re.IGNORECASE)
_ASKED_FIRST = re.compile(
    r"^\W*(?:\S{1,20}\s+)?(?:if|whether|how|why|what|who|whom|whose|which|when|where|about)\b", re.IGNORECASE
)
_TO = re.compile(
    r"^(?:\S{1,30}\s+){0,12}?(?:not\s+)?to\s+(?!the\b|an?\b|h(?:im|er|is)\b|the(?:m|ir)\b)[a-z]+", re.IGNORECASE
)
_TO_FIRST = re.compile(r"^\s*(?:(?:not|never|only|also|just)\s+)?to\s+(?!have\b|be\b|the\b|an?\b)[a-z]+")
_LIES_AHEAD = re.compile(
    r"^(?:\S{1,30}\s+){0,6}?(?:to\s+\w+|(?:would|will|shall)\b|\S{1,20}['’](?:ll|d)\b)|\b(?:revenge|vengeance)\b",
    re.IGNORECASE,
)
_BE = re.compile(r"(?P<before>[\w’']{1,30})\s+(?:(?:not|now|also|never)\s+)?be\s+[\w-]+", re.IGNORECASE)
_NO_WISH = re.compile(
    r"to|will|would|can|could|may|might|shall|should|must|cannot|not|.*n['’]t|.*['’](?:ll|d)", re.IGNORECASE
)
_MUST = re.compile(r"\b(?:must|should)\s+(?!have\b)\w+", re.IGNORECASE)
_FOR, _UPON, _AGAINST_IT = (
    re.compile(rf"\W*(?:{word})\b", re.IGNORECASE) for word in ("for", "for|on|upon", "against")
)
_LEFT = 80  # characters before a verb that are looked at


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its first verb of saying or thinking, and the content it attributes."""

    cue: str
    content: str
    verb: re.Match[str]

    @property
    def word(self) -> str:
        """The verb in small letters."""
        return _plain(self.verb.group())

    @property
    def before(self) -> str:
        """What stands in the cue before the verb."""
        return self.cue[max(0, self.verb.start() - _LEFT) : self.verb.start()]

    @property
    def rest(self) -> str:
        """What stands behind the verb: the end of the cue, then the content."""
        return f"{self.cue[self.verb.end() :]} {self.content}".lstrip()

    @property
    def passive(self) -> bool:
        """Whether it is done to somebody: "were asked"."""
        return bool(_PASSIVE.search(self.before))

    @property
    def unsaid(self) -> bool:
        """Whether the cue says that it was not said."""
        return bool(_NOT_SAID.search(self.before))

    @property
    def settles(self) -> bool:
        """Whether the verb is one of saying that makes more than an assertion ("appealed for")."""
        return self.word in _MORE

    def why(self, stance: Stance) -> Why[Stance]:
        """The stance, by the verb."""
        return Why(stance, self.verb.group())


def verb_of(cue: str, content: str = "") -> Cue | None:
    """The cue by its first verb; "long" is none in "has long insisted", "call" none in "a call"."""
    for found in _VERBS.finditer(cue):
        before = cue[max(0, found.start() - _LEFT) : found.start()]
        adverb = found.group().lower() in _BASES and _PERFECT.search(before)
        noun = _plain(found.group()) in _ALSO_NOUNS and _OWNED.search(before)
        if not adverb and not noun:
            return Cue(cue, content, found)
    return None


def noun_of(cue: str) -> Why[Stance] | None:
    """The stance of the first noun of saying in a cue without a verb of it; null where there is no such noun."""
    found = _NOUNS.search(cue)
    return Why(NOUNS[_plain(found.group())], found.group()) if found else None


def by_cue(cue: str, content: str) -> Why[Stance] | None:
    """The stance that the cue's verb or noun settles; null where it leaves it to the words said."""
    one = verb_of(cue, content)
    if one is None:
        noun = noun_of(cue)
        return noun if noun and noun.value != "asserts" else None
    if one.unsaid:
        return Why("asserts")
    for rule in _RULES:
        if found := rule(one):
            return found
    stance = _stance(one.word)
    if stance == "asserts" and (second := _second(one)):
        return second
    return one.why(stance) if stance != "asserts" else None


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).replace("’", "'")


def _stance(word: str) -> Stance:
    return _MORE.get(word) or SAYING.get(word, "asserts")


def _second(one: Cue) -> Why[Stance] | None:
    """What the first verb leads to: "went on to deny", "wrote to demand", "issued a plea"."""
    tail = one.cue[one.verb.end() :]
    if one.word in _LIGHT and (noun := noun_of(tail)) and noun.value != "asserts":
        return noun
    next_one = verb_of(tail) if tail.lstrip().startswith("to ") else None
    stance = _stance(next_one.word) if next_one else "asserts"
    return next_one.why(stance) if next_one and stance != "asserts" else None


def _rejected(one: Cue) -> Why[Stance] | None:
    """What others said is denied, what they offered or asked for is declined."""
    if one.word not in _REJECTS and one.word not in _TURNED_DOWN:
        return None
    whole = f"{one.rest} {one.before}"
    denied = _BY_OTHERS.search(whole) or (one.word in _TURNED_DOWN and not _OFFERED.search(whole))
    return one.why("denies" if denied else "declines")


def _asked(one: Cue) -> Why[Stance] | None:
    """A question asserts; asking for something to be done demands."""
    if one.word not in _ASKS:
        return None
    rest = one.rest
    if rest[:1] in "“\"„‘'`" or rest.rstrip("\"”’' ").endswith("?"):
        return act_of(one.cue, one.content) or Why("asserts")
    to, asked = _TO.search(rest), _ASKED.search(rest)
    if _ASKED_FIRST.match(rest) or (asked and (to is None or asked.start() < to.end())):
        return Why("asserts")
    if to is None and (one.passive or _QUESTIONS.match(rest)):
        return Why("asserts")
    return one.why("demands")


def _sworn(one: Cue) -> Why[Stance] | None:
    lies_ahead = one.word in _AHEAD and not one.passive and _LIES_AHEAD.search(one.rest)
    return one.why("promises") if lies_ahead else None


def _wished(one: Cue) -> Why[Stance] | None:
    """What should "be done" is demanded: "recommended that it be sold", "insisted that it must be counted"."""
    if one.word in _MUSTS and (must := _MUST.search(one.content)):
        return Why("demands", must.group())
    if one.word in _WISHED:
        for found in _BE.finditer(one.content):
            if not _NO_WISH.fullmatch(found["before"]):
                return Why("demands", found.group())
    return None


def _to_do(one: Cue) -> Why[Stance] | None:
    """ "Told … to leave", "warned against", "called … for": demands whatever the verb."""
    told = one.word in _TO_DO and _TO_FIRST.match(one.rest) and not (one.passive and one.word in _SAY | _CALL)
    against = one.word in _AGAINST and _AGAINST_IT.match(one.rest)
    wanted = one.word in _WANTING and not one.passive and (_UPON if one.word in _CALL else _FOR).match(one.rest)
    return one.why("demands") if told or against or wanted or _somebody_to(one) else None


def _somebody_to(one: Cue) -> bool:
    """Whether the content begins with those who are told: "residents to stay indoors"."""
    found = _WHO_TO.match(one.rest) if one.word in _TO_DO and one.word not in _SAY | _CALL and not one.passive else None
    if found is None:
        return False
    row = found["who"].split()
    low = [word.lower() for word in row]
    return row[-1][:1].isupper() or low[-1] in _PEOPLE or head_kind(low) in {"person", "office", "organisation"}


def _done_to(one: Cue) -> Why[Stance] | None:
    """ "Was denied a visa" denies nothing, "was required" demands nothing, "was questioned" doubts nothing."""
    if not one.passive:
        return None
    stance = _stance(one.word)
    if stance == "demands" and not _TO.search(one.rest):
        return Why("asserts")
    if (one.word in _DENY and _RIGHTS.match(one.rest)) or one.word == "questioned":
        return Why("asserts")
    return None


def _no_doubt(one: Cue) -> Why[Stance] | None:
    """ "No doubt" and "the question of" doubt nothing, "raised questions about" does; who pleads guilty admits."""
    if one.word in _DOUBTED and _NO_DOUBT.search(one.before):
        return Why("asserts")
    if one.word in _QUESTIONED and _TO_A_NOUN.match(one.rest) and not _RAISES.search(one.before):
        return Why("asserts")
    if one.word in _PLEADED and (guilty := _GUILTY.match(one.rest)):
        return Why("denies", guilty.group()) if guilty["not"] else Why("asserts")
    return None


_RULES: tuple[Callable[[Cue], Why[Stance] | None], ...] = (
    _rejected,
    _asked,
    _sworn,
    _wished,
    _to_do,
    _done_to,
    _no_doubt,
)
