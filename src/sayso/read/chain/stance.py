"""What a claim does to its content: asserts, denies, doubts …; how sure it sounds; whether anything was said at all."""

import re

from sayso.read.verbs import ATTITUDES, NOUNS, SAYING, STANCES, any_of, forms, listed
from sayso.read.words import phrases
from sayso.record import Claim, Mode, Stance, Sure

_PHRASES: dict[Stance, re.Pattern[str]] = {
    stance: re.compile(rf"\b(?:{any_of(listed('stance_phrases', stance))})\b")
    for stance in STANCES
    if stance != "asserts"
}
_NOT_SAID = re.compile(rf"\b(?:{any_of(listed('not_said', 'words'))})\s+(?:\w+\s+){{0,2}}$")
_ATTITUDE = re.compile(rf"\b(?:{any_of(listed('attitude', 'words'))})\b")
_POSSIBLE = re.compile(rf"\b(?:{any_of(listed('hedges', 'possible'))})\b(?<!could)|\bcould\b(?!\s+(?:not|no|never)\b)")
_PROBABLE = re.compile(rf"\b(?:{any_of(listed('hedges', 'probable'))})\b")
_VERBS = re.compile(rf"\b(?:{any_of(SAYING.keys() | ATTITUDES)})\b")
_PERFECT = re.compile(r"\b(?:has|have|had)\s+$")
_BASES = frozenset(base for base in listed("attitude", "verbs") if forms(base)[3] != base)
_NOUNS = re.compile(rf"\b(?:{any_of(NOUNS)})\b")
_BARE_CUE = re.compile(
    r"[\W_]*(?:(?:in|by|per|for|from|of|to|on|at|with|as|and|via|under|according|view|words|opinion|quote)\b[\W_]*)*"
)
_SAID_BY_OTHERS = re.compile(
    r"\b(?:accusation|allegation|claim|report|suggestion|rumou?r|charge|assertion|criticism|notion|idea|speculation|story|"
    r"reporting|insinuation|narrative|theor(?:y|ies)|account)s?\b|^\W*(?:that\b|as\s+(?:false|fake|untrue|baseless|lies|nonsense|absurd|"
    r"unfounded|fabricated|propaganda|a lie|fiction))"
)
_FALSE = re.compile(
    r"\b(?:report|claim|allegation|accusation|rumou?r|suggestion|charge|story|stories|footage|video|document|account|it|this|"
    r"that|they|which)s?\s+(?:\w+\s+){0,3}?(?:is|are|was|were|as)\s+(?:\w+\s+){0,2}?(?:false|untrue|baseless|unfounded|"
    r"fabricated|fake|lies|a lie|fiction|nonsense|not true|absurd|groundless|slander|disinformation|fabrications?|"
    r"a fabrication|a hoax|incorrect|without foundation)\b|\bno truth (?:to|in)\b"
    r"|\b(?:i|we|he|she|they|it)\s+ha[ds] nothing to do with\b"
    r"|\bhad no (?:part|role|hand|involvement) in\b|\bnever happened\b"
)
_PERFORMS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("promises", re.compile(r"\b(?:i|we)\s+(?:\w+\s+)?(?:promise|vow|pledge|swear|guarantee|give (?:my|our) word)\b")),
    (
        "demands",
        re.compile(r"\b(?:i|we)\s+(?:\w+\s+)?(?:demand|urge|call on|call for|appeal to|insist that|request)\b"),
    ),
    (
        "denies",
        re.compile(
            r"\b(?:i|we)\s+(?:\w+\s+)?(?:deny|reject (?:the|these|those|all) (?:\w+\s+)?(?:accus|alleg|claim)\w*)\b"
        ),
    ),
)
_THREAT = re.compile(
    r"\b(?:i|we)(?:\s+will|['’]ll|\s+shall|\s+would)\b|\bit would\b|\bthey would\b|\b(?:he|she) would\b"
)
_REJECTS = frozenset(form for base in phrases("speech", "rejects") for form in forms(base))
_WARNS = re.compile(r"\b(?:warn|warns|warned|warning|caution\w*)\b")
_QUESTION = re.compile(r"^\W*(?:if|whether|how|why|what|when|where|who|which)\b|\?\W*$")
_MORE_WORDS = 40  # characters of the sentence right after the cue that may complete it ("denied" … "reports that")
_CLAUSE = re.compile(
    r"(?<=\w\s)(?:so|because|who|which|whose|when|while|but|after|before|unless|although|though|where)\s|[;:]\s"
)
_FIRST_WORDS = re.compile(r"\s*(?:\S+\s+){0,20}\S*")


def stance_of(cue: str, content: str) -> Stance:
    """The stance of a cue towards its content; both are the words as printed.

    A threat or a vow is a promise; a negative event ("did not object") is asserted; what others said is denied.
    """
    cue, body = cue.lower(), content.lower()
    joined = f"{cue} {body[:_MORE_WORDS]}"
    start = " ".join(body.split()[:14])
    if _PHRASES["declines"].search(cue) or _PHRASES["declines"].search(joined[: len(cue) + 16]):
        return "declines"
    if _PHRASES["doubts"].search(cue) or _PHRASES["doubts"].search(start):
        return "doubts"
    for stance in ("denies", "demands", "promises"):
        if _PHRASES[stance].search(cue):
            return stance
    if _FALSE.search(body):
        return "denies"
    by_verb = _by_verb(cue, body)
    if by_verb != "asserts":
        return by_verb
    if _WARNS.search(cue) and _THREAT.search(body):
        return "promises"
    return next((stance for stance, pattern in _PERFORMS if pattern.search(body)), "asserts")


def _by_verb(cue: str, body: str) -> Stance:
    """The stance of the first verb or noun of saying in a cue."""
    found = _verb(cue)
    if found is None:
        noun = _NOUNS.search(cue)
        return NOUNS[" ".join(noun.group().split())] if noun else "asserts"
    word = " ".join(found.group().split()).replace("’", "'")
    stance = SAYING.get(word, "asserts")
    if stance == "asserts" and (after := _verb(cue[found.end() :])) and cue[found.end() :].lstrip().startswith("to "):
        stance = SAYING.get(after.group(), "asserts") if SAYING.get(after.group()) == "denies" else stance
    if _NOT_SAID.search(cue[: found.start()]):
        return "asserts"
    base = word[:6]
    if word in _REJECTS:
        return "denies" if _SAID_BY_OTHERS.search(body) or _SAID_BY_OTHERS.search(cue) else "declines"
    if base[:3] == "ask" and (
        _QUESTION.search(body) or "asked" in cue and re.search(r"\b(?:was|were|been|when) asked\b|\basked about\b", cue)
    ):
        return "asserts"
    if stance == "demands" and re.search(r"\b(?:is|are|was|were|been)\s+$", cue[: found.start()]):
        return "asserts"
    return stance


def _verb(cue: str) -> re.Match[str] | None:
    """The first verb; after "has" no base form is one ("has long insisted")."""
    return next((found for found in _VERBS.finditer(cue) if not _is_adverb(cue, found)), None)


def _is_adverb(cue: str, found: re.Match[str]) -> bool:
    return found.group() in _BASES and bool(_PERFECT.search(cue[: found.start()]))


def mode_of(claim: Claim, cue: str, content: str) -> Mode:
    """Statement where somebody said it, attitude where the outlet tells what somebody thinks, wants or fears."""
    if claim.manner in {"own_voice", "direct"} or not cue.strip():
        return "statement"
    low = cue.lower()
    if _PHRASES["declines"].search(f"{low} {content.lower()[:16]}") or _PHRASES["doubts"].search(low):
        return "statement"
    if _ATTITUDE.search(f"{low} {content.lower()[:24]}"[: len(low) + 12]):
        return "attitude"
    found = _verb(low)
    if found is None:
        if _NOUNS.search(low) or _BARE_CUE.fullmatch(low) or "reportedly" in low or "allegedly" in low:
            return "statement"
        return "statement" if claim.manner == "mixed" else "attitude"
    if _NOT_SAID.search(low[: found.start()]):
        return "attitude"
    return "statement" if " ".join(found.group().split()) in SAYING else "attitude"


def sure_of(cue: str, content: str) -> Sure:
    """How sure the speaker sounds, by the hedges in the first clause and in the cue."""
    clause = _CLAUSE.split(content, maxsplit=1)[0]
    first = _FIRST_WORDS.match(clause)
    words = first.group() if first else clause
    low_cue = cue.lower()
    if _POSSIBLE.search(words) or _POSSIBLE.search(low_cue):
        return "possible"
    return "probable" if _PROBABLE.search(words.lower()) or _PROBABLE.search(low_cue) else "certain"
