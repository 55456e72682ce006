"""How a headline stands to a claim: for it, against it, or only observing that it is made.

A linear model over measures of wording; fitted by training/weighing/stance.py. The words are in words/en/stance.toml.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import Any, Literal, NamedTuple

from sayso.errors import ModelError
from sayso.record import Reason, Testimony
from sayso.record.fold import words
from sayso.weigh.compare.polarity import contrary, opposite, turned
from sayso.weigh.terms import rarity, terms
from sayso.weigh.vectors import cosine, vector
from sayso.weigh.wordlists import tables

Stance = Literal["for", "against", "observing"]
STANCES: tuple[Stance, ...] = ("for", "against", "observing")
LETTERS = 2_000  # of a headline that are looked at
TOLD = ("says", "reports", "claims", "rumours", "hedge")  # word lists by which a headline gives away the word to others
SHORT = 4  # words of "officials say" at an end of a headline
MOST = 2.0  # beyond which more words of a kind tell nothing new
REASONS = 4
_LAST = re.compile(r"[:,]|--?(?=\s)|\.\.\.")
_CLASSES = tuple(tables("stance")["words"])


class Stood(NamedTuple):
    """The likeliest stance, the chance of each, and what spoke most for it."""

    stance: Stance
    chances: Mapping[Stance, float]
    reasons: tuple[Reason, ...]


def stance(headline: str, claim: str) -> Stood:
    """How a headline stands to a claim; the chances sum to 1, a reason's weight is its share of what spoke for it."""
    found = measures(headline, claim)
    model = _model()
    scaled = {name: (found[name] - model["means"][name]) / model["scales"][name] for name in found}
    pushes = {one: {name: value * model["weights"][one][name] for name, value in scaled.items()} for one in STANCES}
    totals = {one: model["bias"][one] + sum(pushes[one].values()) for one in STANCES}
    top = max(totals.values())
    whole = sum(exp(total - top) for total in totals.values())
    best = max(STANCES, key=lambda one: totals[one])
    chances = {one: round(exp(totals[one] - top) / whole, 4) for one in STANCES}
    return Stood(best, chances, _reasons(pushes[best], found))


def measures(headline: str, claim: str) -> dict[str, float]:
    """What the model weighs, by name; of no scale in particular."""
    headline, claim = headline[:LETTERS], claim[:LETTERS]
    return {**_kinds(words(headline), words(claim)), **_shape(headline), **_matched(headline, claim)}


def _kinds(said: tuple[str, ...], claimed: tuple[str, ...]) -> dict[str, float]:
    """Of every kind of word: how many the headline adds, whether it repeats one, whether the claim has one."""
    found: dict[str, float] = {}
    for name in _CLASSES:
        hits = [word for word in said if word in _class(name)]
        found[name] = min(MOST, float(sum(word not in claimed for word in hits)))
        found[f"{name} repeated"] = float(any(word in claimed for word in hits))
        found[f"{name} claimed"] = float(not _class(name).isdisjoint(claimed))
    return found


def _shape(headline: str) -> dict[str, float]:
    """Who is given the word at either end, questions, and how it is set."""
    said = words(headline)
    head = words(headline.partition(":")[0]) if ":" in headline else ()
    last = words(_LAST.split(headline)[-1])
    told = frozenset[str]().union(*(_class(name) for name in TOLD))
    return {
        "asks first": float(bool(said) and said[0] in _class("asks")),
        "wonders first": float(bool(said) and said[0] in _class("wonders")),
        "question": float("?" in headline),
        "ends in a question": float(headline.rstrip().endswith("?")),
        "colon": float(":" in headline),
        "exclaims": float("!" in headline),
        "told at the end": float(len(last) <= SHORT and not told.isdisjoint(last)),
        "told at the start": float(0 < len(head) <= SHORT and not told.isdisjoint(head)),
        "ends in telling": float(bool(said) and said[-1] in told),
        "shouts": float(sum(word.isupper() and len(word) > 3 for word in headline.split()) > 2),
        "length": log1p(len(said)),
    }


def _matched(headline: str, claim: str) -> dict[str, float]:
    """What headline and claim share, and what turns one round."""
    left, right = (Testimony(id="", place=0, content=text, terms=terms(text)) for text in (claim, headline))
    turn = opposite(left, right)
    one, two = set(left.terms), set(right.terms)
    shared, claimed, said = (sum(map(rarity, some)) for some in (one & two, one, two))
    return {
        "denies the claim": float(bool(turn and turn.right)),
        "claim denies": float(bool(turn and turn.left)),
        "contrary words": float(contrary(claim, headline) is not None),
        "turned round": min(MOST, float(len(turned(headline)))),
        "claim turned round": min(MOST, float(len(turned(claim)))),
        "claim covered": shared / claimed if claimed else 0.0,
        "headline covered": shared / said if said else 0.0,
        "missing": claimed - shared,
        "extra": said - shared,
        "meaning": cosine(vector(headline), vector(claim)),
        "claim length": log1p(len(words(claim))),
    }


def _reasons(pushes: Mapping[str, float], found: Mapping[str, float]) -> tuple[Reason, ...]:
    """The measures that spoke most for a stance, those that a headline has rather than lacks first."""
    spoke = {name: push for name, push in pushes.items() if push > 0}
    whole = sum(spoke.values()) or 1.0
    ranked = sorted(spoke, key=lambda name: (not found[name], -spoke[name], name))[:REASONS]
    return tuple(Reason(name=name, weight=round(spoke[name] / whole, 4), detail=f"{found[name]:g}") for name in ranked)


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(tables("stance")["words"][name].split())


@cache
def _model() -> Mapping[str, Any]:
    try:
        told = json.loads(files("sayso.weigh").joinpath("models", "stance.json").read_text("utf-8"))
    except (OSError, ValueError) as err:
        raise ModelError("the weights of stance are missing or damaged: reinstall sayso") from err
    if not isinstance(told, dict) or {"means", "scales", "weights", "bias"} - told.keys():
        raise ModelError("the weights of stance are damaged: reinstall sayso")
    return told
