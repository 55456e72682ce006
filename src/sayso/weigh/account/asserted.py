"""Whether a claim's content says something that could be so or not: no fragment, no question."""

from functools import cache

from sayso.record import Claim
from sayso.record.fold import words
from sayso.weigh.wordlists import tables, wordset

_PAST = "ed"
LEAST = 4  # letters of a word whose ending is taken for that of a past tense


def asserts_something(claim: Claim) -> bool:
    """Whether the content of a claim can stand behind a point.

    What an outlet says itself and what stands between quotation marks are whole sentences. Of what it passes on in its
    own words, "whether he would go" asks, and "its next folding phone" names: both are left aside, unless a figure is
    in them ("the crowd at about 8,000") or they are denied, doubted, promised or demanded.
    """
    cue = words(claim.cue or "")
    if "not" in cue and wordset("asserted", "undenied") & set(cue):
        return False  # who does not dispute a thing does not say it
    if claim.manner in ("own_voice", "direct"):
        return not claim.content.rstrip("”’\"' ").endswith("?")
    said = words(claim.content)
    if is_act(claim):
        return True
    if said and said[0] in wordset("asserted", "asking"):
        return False
    return claim.stance != "asserts" or bool(claim.quantities) or any(_is_verb(word) for word in said)


def is_act(claim: Claim) -> bool:
    """Whether somebody does a thing by saying it, with no more than a noun after the verb: "conceded defeat"."""
    if claim.manner != "indirect" or claim.stance != "asserts" or claim.quantities:
        return False
    said = words(claim.content)
    acts = bool(wordset("asserted", "acts") & set(words(claim.cue or "")))
    return acts and bool(said) and said[0] not in wordset("asserted", "asking") and not any(map(_is_verb, said))


def _is_verb(word: str) -> bool:
    known = wordset("asserted", "verbs") | _forms()
    return not known.isdisjoint({word, word.removesuffix("s")}) or (len(word) > LEAST and word.endswith(_PAST))


@cache
def _forms() -> frozenset[str]:
    """Irregular forms of verbs, from the list by which terms are stemmed."""
    return frozenset(word for line in tables("terms")["forms"] for word in line.split())
