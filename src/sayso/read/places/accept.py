"""Whether a candidate is a place at all: a learned weighing of how it is written and of what stands around it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10
from typing import Any, Final

from sayso.read.names.given import is_given
from sayso.read.places.folding import folded
from sayso.read.places.gazetteer import PRIMARY, Row
from sayso.read.places.named import Named
from sayso.read.places.page import Spot, is_led
from sayso.read.places.resolve import Features, weights
from sayso.read.sheet import Sheet
from sayso.read.verbs import SAID_FORMS
from sayso.read.words import words as vocabulary
from sayso.record import Entity, Mention

_NAMES: Mapping[str, Any] = vocabulary("places")["names"]
_PEOPLE, _BEHIND = frozenset(_NAMES["before_people"]), frozenset(_NAMES["behind"])
LIKELY: Final = 0.5  # from here on a candidate is a place


@dataclass(frozen=True, slots=True)
class Cover:
    """The name that the names reader found over a candidate, and whom it stands for."""

    mention: Mention
    entity: Entity


@dataclass(frozen=True, slots=True)
class Known:
    """What a page tells of its words: those that it writes in small letters too, and people's folded last names."""

    lower: frozenset[str]
    surnames: frozenset[str]


def known_of(sheet: Sheet) -> Known:
    """What the page of a sheet tells of its words."""
    people = (one.name for one in sheet.entities.values() if one.kind == "person" and " " in one.name)
    return Known(
        frozenset(word for word in sheet.text.split() if word.islower()),
        frozenset(folded(name.rpartition(" ")[2]) for name in people if not any(c.isdigit() for c in name)),
    )


def cover_of(sheet: Sheet, starts: Sequence[int], spot: Spot) -> Cover | None:
    """The longest name over a candidate; `starts` are those of the sheet's mentions."""
    span = spot.found.span
    best: Mention | None = None
    for k in range(bisect_right(starts, span.start) - 1, max(-1, bisect_right(starts, span.start) - 9), -1):
        one = sheet.mentions[k]
        longer = best is None or one.span.end - one.span.start > best.span.end - best.span.start
        if one.form == "name" and one.span.end > span.start and longer:
            best = one
    entity = sheet.entities.get(best.entity_id or "") if best else None
    return Cover(best, entity) if best and entity else None


def likelihood(told: Features) -> float:
    """How likely a candidate is a place, in [0, 1]."""
    if told.get("made") or told.get("of_somebody"):  # "Tula region"; "Paris Hilton"
        return float(bool(told.get("made")))
    learned = weights("accept")
    score = sum(learned.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def told_of(text: str, spot: Spot, named: Named, cover: Cover | None, page: Known) -> Features:
    """What speaks for a candidate and against it."""
    lower, surnames = page.lower, page.surnames
    found, row = spot.found, spot.row
    best = named.leads[named.best]
    out: Features = {"bias": 1.0}
    out |= _of_row(best.row, named)
    out["primary"] = float(bool(best.how & PRIMARY))
    out["words"] = float(min(3, found.last - found.first) - 1)
    out["people_word"] = float(found.people)
    out["made"] = float(bool(found.made))
    out |= _before(text, spot) | _behind(text, spot) | _covered(spot, best.row, cover)
    if found.fold in surnames and (out.get("before_said") or out.get("after_people")):
        return {"of_somebody": 1.0}
    word = row[found.first].word
    single = found.last - found.first == 1
    out["given"] = float(is_given(word) and best.row.kind not in _SURE)
    out["surname"] = float(single and found.fold in surnames and best.row.kind not in _SURE)
    out["lone_person"] = float("same_person" in out and best.row.kind == "city" and not out.get("led"))
    out["lower"] = float(single and word.lower() in lower)
    out["shouted"] = float(word.isupper() and len(word) > 3)
    out["short_word"] = float(single and len(word) < 4 and best.row.kind not in _SURE)
    out["headline"] = float(spot.headline)
    out["often"] = min(3, len(named.found)) - 1.0
    out["likely"] = float(named.likely)
    return {name: value for name, value in out.items() if value}


_SURE: Final = ("country", "region", "continent")


def _of_row(row: Row, named: Named) -> Features:
    kind = "wide" if row.kind in ("continent", "sea", "area") else row.kind
    return {
        f"is_{kind}": 1.0,
        "size": log10(1 + row.people) / 7 if row.kind in ("city", "district") else 0.0,
        "sure": named.shares[named.best],
        "many": min(1.0, len(named.leads) / 20),
        "within": float(bool(named.within)),
    }


def _before(text: str, spot: Spot) -> Features:
    row, k = spot.row, spot.found.first - 1
    if k < 0:
        return {"opens": 1.0}
    gap = text[row[k].end : spot.found.span.start]
    joined = not gap.strip()
    return {
        "led": float(joined and is_led(spot)),
        "after_people": float(joined and (row[k].low in _PEOPLE or is_given(row[k].word))),
        "after_capital": float(joined and row[k].capital and not row[k].owns and k > 0 and row[k].low not in _PEOPLE),
        "after_the": float(joined and row[k].low == "the"),
        "after_comma": float(gap.strip() == ","),
        "after_comma_capital": float(gap.strip() == "," and row[k].capital),
        "after_of": float(joined and row[k].low == "of"),
        "after_owner": float(row[k].owns),
        "after_hyphen": float(gap == "-"),
        "opens": float(opens_here(text, spot)),
    }


def opens_here(text: str, spot: Spot) -> bool:
    """Whether a candidate begins its sentence or a quotation."""
    gap = text[spot.row[spot.found.first - 1].end : spot.found.span.start].strip()
    return bool(gap) and gap[-1] in _OPENS


_OPENS: Final = frozenset('"“”„«:(–—•*.!?…')


def _behind(text: str, spot: Spot) -> Features:
    row, k = spot.row, spot.found.last
    if k >= len(row):
        return {"ends": 1.0}
    gap = text[row[k - 1].end : row[k].start]
    joined = not gap.strip()
    return {
        "before_capital": float(joined and row[k].capital),
        "before_thing": float(joined and row[k].capital and row[k].low in _BEHIND),
        "before_said": float(joined and row[k].low in SAID_FORMS),
        "before_noun": float(joined and not row[k].capital),
        "before_comma": float(gap.strip().startswith(",")),
        "before_hyphen": float(gap == "-"),
        "before_hyphen_capital": float(gap == "-" and row[k].capital),
        "owns": float(row[k - 1].owns),
        "stop": float(gap.strip().startswith((".", ";", ")"))),
    }


def _covered(spot: Spot, row: Row, cover: Cover | None) -> Features:
    if cover is None:
        return {"no_name": 1.0}
    span, over = spot.found.span, cover.mention.span
    kind = cover.entity.kind
    if kind == "person" and over.end - over.start > span.end - span.start and not spot.found.people:
        first, *rest = cover.entity.name.split()
        if is_given(first) or cover.entity.titles or (len(rest) == 1 and row.kind in ("city", "district")):
            return {"of_somebody": 1.0}
    if kind == "person" and " " in cover.entity.name and is_given(cover.entity.name.split()[0]):
        return {"of_somebody": 1.0}  # "Jordan said", of Jim Jordan
    if over == span or (over.start == span.start and over.end >= span.end - 1 and over.end <= span.end + 1):
        return {f"same_{kind}": 1.0}
    if over.start < span.start and over.end <= span.end:
        return {f"last_of_{kind}": 1.0, "of_name": 1.0}
    if over.start == span.start and over.end > span.end:
        return {f"first_of_{kind}": 1.0, "of_name": 1.0}
    if over.start < span.start:
        return {f"amid_{kind}": 1.0, "of_name": 1.0}
    return {"over_name": 1.0}
