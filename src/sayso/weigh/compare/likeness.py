"""The chance that two claims answer one question of fact, whatever their answers.

A logistic model over measures of words, names, figures and meaning; fitted by training/weighing/likeness.py.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import Any

from sayso.errors import ModelError
from sayso.record import Testimony
from sayso.weigh.compare.actors import named, names
from sayso.weigh.compare.figures import figures
from sayso.weigh.compare.kin import covered
from sayso.weigh.compare.occasions import apart
from sayso.weigh.compare.setting import Setting
from sayso.weigh.terms import rarity

MOST_NAMES = 3.0  # beyond this much rarity of names more of them tell nothing new


def likeness(left: Testimony, right: Testimony, cosine: float, setting: Setting | None = None) -> float:
    """The chance in [0, 1] that two claims answer the same question of fact; `setting` is that of their story items.

    Without a setting, as of two headlines alone, it is drawn towards their cosine: there is less to be sure of.
    """
    weights = _weights()
    found = measures(left, right, cosine, setting)
    total = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    if setting is None:
        return round((_chance(total / 2) + max(0.0, cosine)) / 2, 4)
    return round(_chance(total), 4)


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def measures(left: Testimony, right: Testimony, cosine: float, setting: Setting | None = None) -> dict[str, float]:
    """What the model weighs, by name; of no scale in particular."""
    one, two = frozenset(left.terms), frozenset(right.terms)
    shared, mine, theirs = _weight(one & two), _weight(one), _weight(two)
    known = named(left.content, right.content)
    found = figures(left, right)
    rest = max(0.0, cosine)
    return {
        "cosine": cosine,
        "close": rest * rest,
        "words": shared / (mine * theirs) ** 0.5 if mine and theirs else 0.0,
        "covered": shared / min(mine, theirs) if mine and theirs else 0.0,
        "kin": max(covered(one, two) / mine, covered(two, one) / theirs) if mine and theirs else 0.0,
        **_beside_names(left, right),
        "shared": min(shared, 4.0),
        "short": log1p(min(len(one), len(two))),
        "names": min(MOST_NAMES, _weight(known.shared)),
        "other_names": min(MOST_NAMES, _weight(known.left), _weight(known.right)),
        "figures": float(found is not None and found.relation == "agree"),
        "days": float(apart(left, right)),
        "titled": float(left.headline and right.headline),
        **_around(left, right, rest, setting),
    }


def _beside_names(left: Testimony, right: Testimony) -> Mapping[str, float]:
    """How much of what each claim tells beside names the other tells too: two claims of one place may share no more."""
    parts = []
    for one, other in ((left, right), (right, left)):
        plain = frozenset(one.terms) - frozenset(names(one.content))
        parts.append(covered(plain, other.terms) / _weight(plain) if plain and _weight(plain) else 0.0)
    return {"matter": max(parts), "least_matter": min(parts)}


def _around(left: Testimony, right: Testimony, cosine: float, setting: Setting | None) -> Mapping[str, float]:
    """The measures of the story items around two claims, all 0 where they are not known."""
    if setting is None:
        return {"known": 0.0, "near": 0.0, "near_close": 0.0, "strange": 0.0}
    strange = _weight(set(names(left.content)) - setting.right), _weight(set(names(right.content)) - setting.left)
    return {
        "known": 1.0,
        "near": setting.nearness,
        "near_close": setting.nearness * cosine,
        "strange": min(MOST_NAMES, *strange) + 0.3 * min(MOST_NAMES, max(strange)),
    }


def _weight(terms: Iterable[str]) -> float:
    return sum(rarity(term) for term in terms)


@cache
def _weights() -> Mapping[str, float]:
    try:
        told: dict[str, Any] = json.loads(files("sayso.weigh").joinpath("models", "likeness.json").read_text("utf-8"))
        return {name: float(value) for name, value in told["weights"].items()}
    except (OSError, ValueError, KeyError) as err:
        raise ModelError("the weights of likeness are missing or damaged: reinstall sayso") from err
