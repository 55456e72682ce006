"""What the words said do by themselves: “I deny it”, “Nothing of the sort”, “We will strike back”, “No comment”."""

import re

from sayso.read.chain.imperatives import demand_in, imperative
from sayso.read.chain.phrasing import Phrased, ending, inflected, lines, opening, phrased, whole
from sayso.read.chain.why import Why
from sayso.read.verbs import any_of
from sayso.record import Stance

LOOKED_AT = 600  # characters of a content
_DECLINES, _DOUBTS = phrased("declines", "opening"), phrased("doubts", "opening")
_CALLED, _PRONOUN = phrased("denies", "called"), phrased("denies", "pronoun")
_DENIES, _ALONE, _DECLINES_FIRST = phrased("denies", "anywhere"), whole("denies", "alone"), opening("declines", "start")
_GOES_ON = re.compile(rf"\s+(?!(?:{any_of(lines('denies', 'goes_on') + lines('groups', 'false'))})\b)[a-z]")
_SUPPOSED = re.compile(rf"\b(?:{any_of(lines('denies', 'supposed'))})\s+(?:\w{{1,20}}\s+)?$", re.IGNORECASE)
_NO = re.compile(r"no\b,?\s+(?:i|we|he|she|they|it|that|there)\b", re.IGNORECASE)
_NO_AFTER = re.compile(r"\b(?:and|or|but|so|then)\s+$", re.IGNORECASE)  # "and no, I am not ill" denies something else
_FAR_OFF = re.compile(
    rf"^\W*(?:\w{{1,20}}\s+){{0,3}}?(?:{any_of(lines('groups', 'report'))})\b[^.!?;]{{0,160}}?\b"
    rf"(?:is|are|was|were)\s+\W?(?:\w{{1,20}}\s+)?(?:{any_of(lines('groups', 'false'))})\b",
    re.IGNORECASE,
)
_DUBS = ending(lines("groups", "dub"))
_DISPUTED = re.compile(
    rf"(?:{any_of(lines('groups', 'dub'))})\s+(?:\w{{1,20}}\s+){{0,3}}?"
    rf"(?:{any_of(lines('groups', 'disputed'))})\s+(?:as\s+|[“\"‘'])"
    rf"(?!(?:\S{{1,30}}\s+){{0,4}}?\W?(?:{any_of(lines('groups', 'grave'))})\b)\S+(?:\s+\S+){{0,3}}",
    re.IGNORECASE,
)
_CONSEQUENCES = re.compile(
    rf"\s*of\s+(?:\w{{1,20}}\s+){{0,2}}?(?:{any_of(lines('verbs', 'consequences'))})\b", re.IGNORECASE
)
_BY_SAYING: tuple[Stance, ...] = ("denies", "demands")
_PERFORMED: tuple[tuple[Stance, Phrased], ...] = tuple((stance, phrased(stance, "performed")) for stance in _BY_SAYING)
_FIRST_PERSON, _THIRD, _INDIRECT = (phrased("promises", name) for name in ("first_person", "third_person", "indirect"))
_PLAIN = any_of(lines("promises", "plain"))
_THREAT = re.compile(
    r"(?:\b(?:if|unless)\b[^.!?]{0,160}?|\bor\s+(?:else\s+)?)\b(?P<act>(?:i|we)(?:\s+(?:will|shall)|['’]ll)\s+(?:not\s+)?"
    rf"(?!(?:{_PLAIN})\b)\w+)",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(
    r"(?P<act>\b(?:i|we)(?:\s+(?:will|shall)|['’]ll)\s+(?:not\s+)?"
    rf"(?!(?:{_PLAIN})\b)\w+)\b[^.!?]{{0,160}}?\b(?:until\s+|(?:unless|if)\s+(?!i\b|we\b|it\b))",
    re.IGNORECASE,
)
_AND_THEN = re.compile(
    r"(?P<dare>\W{0,4}[^.!?]{1,120}?),?\s+and\s+(?P<act>(?:i|we|you|they)(?:\s+(?:will|shall)|['’]ll)\s+\w+)",
    re.IGNORECASE,
)
_SHALL = re.compile(rf"\b(?:i|we)\s+shall\s+(?:(?:not|never)\s+)?(?!(?:{_PLAIN})\b)\w+", re.IGNORECASE)
_IF_OWN = re.compile(r"^\W*if\s+(?:i|we|it)\b", re.IGNORECASE)
_WARNS = re.compile(rf"\b(?:{any_of(inflected('warns'))})\b", re.IGNORECASE)
_WARNED = re.compile(
    r"\b(?:it|they|he|she)\s+(?:would|will|could|might)\s+(?:not\s+)?"
    rf"(?:{any_of(lines('promises', 'warned'))})\b"
    rf"|\b(?:i|we)(?:\s+(?:will|shall|would)|['’]ll)\s+(?:not\s+)?(?!(?:{_PLAIN})\b)\w+",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*[^.!?;]{1,240}")
_SENTENCE = re.compile(r"[^.!?]{1,300}[.!?]*[\W_]*")
_QUOTED = re.compile(r"\s*[“\"„«‘'`]")
_EARLY = re.compile(r"\s*(?:\S{1,40}\s+){0,14}\S{0,40}")


def act_of(cue: str, content: str) -> Why[Stance] | None:
    """What the words said do, where the cue ("said", "replied") leaves it to them; null where they assert."""
    said = content[:LOOKED_AT]
    first = _FIRST.match(said)
    start = first.group() if first else said
    refused = _DECLINES_FIRST.match(start) if is_quoted(said) else None
    if refused:
        return Why("declines", refused.group().strip(" “\"‘'`"))
    return (
        _found("declines", _DECLINES, start)
        or _doubted(start)
        or _denied(cue, said)
        or next((why for stance, pattern in _PERFORMED if (why := _found(stance, pattern, start))), None)
        or _dared(said)
        or demand_in(cue, said)
        or _promised(cue, said, start)
    )


def doubt_in(cue: str) -> Why[Stance] | None:
    """The doubt of a cue that tells how somebody feels about it: "is not convinced"."""
    return _found("doubts", _DOUBTS, cue)


def is_quoted(content: str) -> bool:
    """Whether a content opens with a quotation mark."""
    return bool(_QUOTED.match(content))


def _found(stance: Stance, pattern: Phrased | re.Pattern[str], said: str) -> Why[Stance] | None:
    found = pattern.search(said)
    return Why(stance, found.group().strip()) if found else None


def _doubted(start: str) -> Why[Stance] | None:
    early = _EARLY.match(start)
    return _found("doubts", _DOUBTS, early.group()) if early else None


def _denied(cue: str, said: str) -> Why[Stance] | None:
    joined, at = f"{cue} {said}", len(cue) + 1
    for pattern in (_CALLED, _DENIES, _PRONOUN):
        for found in pattern.finditer(joined):
            adjective = pattern is not _DENIES and _GOES_ON.match(joined, found.end())
            supposed = _SUPPOSED.search(joined, max(0, found.start() - 40), found.start())
            in_passing = _NO_AFTER.search(joined, max(0, found.start() - 8), found.start()) and _NO.match(found.group())
            if found.end() > at and not adjective and not supposed and not in_passing:
                return Why("denies", joined[max(found.start(), at) : found.end()].strip())
    if disputed := _DISPUTED.search(joined) if _DUBS(joined) else None:
        return Why("denies", joined[max(disputed.start(), at) : disputed.end()].strip())
    if far := _FAR_OFF.match(said):
        return Why("denies", far.group().strip())
    return _denied_outright(said) if is_quoted(said) else None


def _denied_outright(said: str) -> Why[Stance] | None:
    """A first sentence, or what stands before its first comma, that only denies: “Lies, lies and more lies”."""
    sentence = _SENTENCE.match(said)
    for piece in (sentence.group(), sentence.group().partition(",")[0]) if sentence else ():
        if _ALONE.fullmatch(piece):
            return Why("denies", piece.strip("“”\"'‘’`., !?"))
    return None


def _dared(said: str) -> Why[Stance] | None:
    """A threat that begins like an order: “Come closer and I will shoot”."""
    and_then = _AND_THEN.match(said) if is_quoted(said) else None
    return Why("promises", and_then["act"]) if and_then and imperative(and_then["dare"]) else None


def _promised(cue: str, said: str, start: str) -> Why[Stance] | None:
    if warns := _WARNS.search(cue):
        rest = f"{cue[warns.end() :]} {said}"
        if warned := _WARNED.search(rest) or _CONSEQUENCES.match(rest):
            return Why("promises", warned.group().strip())
    threat = _THREAT.search(start) or _OR_ELSE.search(start)
    if threat and not _IF_OWN.match(start):
        return Why("promises", threat["act"])
    return (
        _found("promises", _FIRST_PERSON, start)
        or _found("promises", _SHALL, start)
        or _found("promises", _THIRD, start if is_quoted(said) else "")
        or (None if is_quoted(said) else _found("promises", _INDIRECT, start))
    )
