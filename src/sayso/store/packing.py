"""What the weighing keeps as rows, and back, exactly: sixty accounts are loaded for every page, so nothing is guessed.

An account is JSON without the fields that are as they are by default, compressed. Record types are made from it
directly: record.plain, which checks every field, takes several times as long (bench/weighing/cost.py).
"""

import json
import sys
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import MISSING, fields
from functools import cache
from hashlib import blake2b
from typing import Any

from sayso.errors import StoreError
from sayso.record import (
    Account,
    Copy,
    Credit,
    Pair,
    Point,
    Quantity,
    Reason,
    Ruling,
    Seat,
    Span,
    Story,
    Testimony,
    When,
)
from sayso.record.plain import from_plain, to_plain
from sayso.store.rows import packed, unpacked

Row = Any  # a row of SQLAlchemy, its columns by name


def key_of(word: str) -> int:
    """The number by which an account's key is found: 63 bits of BLAKE2b, the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


# ── accounts ────────────────────────────────────────────────────────────────────────────────────────────────


def account_row(account: Account) -> dict[str, Any]:
    """The columns of an account."""
    told = _told(account)
    told.pop("passages", None)
    said = [_testimony_told(one) for one in account.testimonies]
    told["every"] = every = _shared(said)
    told["testimonies"] = [{name: value for name, value in one.items() if name not in every} for one in said]
    if account.credits:
        told["credits"] = [_spans_told(_told(one)) for one in account.credits]
    return {
        "text_id": account.text_id,
        "at": account.at,
        "account": packed(_json(told).encode()),
        "passages": _numbers_packed(account.passages),
    }


def account_from(told: bytes, passages: bytes) -> Account:
    """The account of the `account` and `passages` columns; raises StoreError where they cannot be understood."""
    try:
        plain = json.loads(unpacked(told))
        every = _with_tuples(plain.pop("every", {}))
        plain["testimonies"] = tuple([_testimony(one, every) for one in plain["testimonies"]])
        plain["credits"] = tuple([Credit(**_with_spans(one)) for one in plain.get("credits", ())])
        plain["roles"] = tuple([(name, role) for name, role in plain.get("roles", ())])
        plain["keys"] = tuple(plain.get("keys", ()))
        plain["terms"] = tuple([(word, count) for word, count in plain.get("terms", ())])
        return Account(**plain, passages=_numbers(passages))
    except (ValueError, TypeError, KeyError) as err:
        raise StoreError(f"an account is damaged ({err}): `sayso weigh --anew` makes it again") from err


def _testimony_told(one: Testimony) -> dict[str, Any]:
    told = _told(one)
    if one.quantities:
        told["quantities"] = [_spans_told(_told(quantity)) for quantity in one.quantities]
    if one.when:
        told["when"] = _spans_told(_told(one.when))
    return told


def _shared(said: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What all testimonies of an account have alike, of the words that each repeats: kept and read once."""
    first = said[0] if len(said) > 1 else {}
    return {name: first[name] for name in ("about", "at") if name in first and _alike(said, name, first[name])}


def _alike(said: Iterable[dict[str, Any]], name: str, value: object) -> bool:
    return all(one.get(name) == value for one in said)


def _with_tuples(told: dict[str, Any]) -> dict[str, Any]:
    for name in ("terms", "names", "people", "about", "answers"):
        if name in told:
            told[name] = tuple(told[name])
    return told


def _testimony(told: dict[str, Any], every: dict[str, Any]) -> Testimony:
    told = _with_tuples(told)
    if quantities := told.get("quantities"):
        told["quantities"] = tuple([Quantity(**_with_spans(one)) for one in quantities])
    if when := told.get("when"):
        told["when"] = When(**_with_spans(when))
    return Testimony(**told, **every)


def _told(record: Any) -> dict[str, Any]:
    """The fields of a record that are not as they are by default."""
    kind: Any = type(record)
    return {name: value for name, default in _defaults(kind) if (value := getattr(record, name)) != default}


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, MISSING if field.default is MISSING else field.default) for field in fields(kind))


def _spans_told(told: dict[str, Any]) -> dict[str, Any]:
    return {name: [value.start, value.end] if isinstance(value, Span) else value for name, value in told.items()}


def _with_spans(told: dict[str, Any]) -> dict[str, Any]:
    for name in ("span", "part_of"):
        if ends := told.get(name):
            told[name] = Span(*ends)
    return told


def _numbers_packed(numbers: Collection[int]) -> bytes:
    """Numbers of up to 63 bits, eight bytes each, the lowest first on every machine."""
    found = array("q", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _numbers(data: bytes) -> tuple[int, ...]:
    found = array("q")
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return tuple(found)


# ── pairs, seats, copies, rulings ───────────────────────────────────────────────────────────────────────────


def pair_row(pair: Pair) -> dict[str, Any]:
    """The columns of a pair."""
    told = {name: getattr(pair, name) for name in ("left", "right", "likeness", "verdict", "conflict")}
    return {**told, "reasons": _json(_reasons_told(pair.reasons))}


def pair_from(row: Row) -> Pair:
    """The pair of a row; raises StoreError where it cannot be understood."""
    left, right, likeness, verdict, conflict, reasons = row
    try:
        why = tuple([_reason(*one) for one in json.loads(reasons)])
    except (ValueError, TypeError) as err:
        raise StoreError(f"a pair is damaged ({err}): `sayso weigh --anew` makes it again") from err
    return Pair(left=left, right=right, likeness=likeness, verdict=verdict, conflict=conflict, reasons=why)


def _reasons_told(reasons: Iterable[Reason]) -> list[Any]:
    return [[one.name, one.weight, one.detail, _ends(one.left), _ends(one.right)] for one in reasons]


def _ends(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _reason(name: str, weight: float, detail: str, left: list[int] | None, right: list[int] | None) -> Reason:
    spans = [Span(*ends) if ends else None for ends in (left, right)]
    return Reason(name=name, weight=weight, detail=detail, left=spans[0], right=spans[1])


def plain_rows(things: Iterable[Seat | Copy]) -> list[dict[str, Any]]:
    """The columns of records that hold words and numbers alone."""
    return [{field.name: getattr(one, field.name) for field in fields(one)} for one in things]


def seat_from(row: Row) -> Seat:
    """The seat of a row."""
    *told, headline = row
    claim_id, text_id, leader, side, likeness, at, place = told
    where = {"at": at, "place": place, "headline": bool(headline)}
    return Seat(claim_id=claim_id, text_id=text_id, leader=leader, side=side, likeness=likeness, **where)


def copy_from(row: Row) -> Copy:
    """The copy of a row."""
    left, right, share = row
    return Copy(left=left, right=right, share=share)


# ── points and stories as they stand now ────────────────────────────────────────────────────────────────────


def point_row(point: Point | None) -> dict[str, Any]:
    """The columns of a point, those of nothing where it is null."""
    if point is None:
        return {"point": None, "standing": None, "story": None, "moved": None, "contested": 0, "shared": 0}
    told = _told(point)
    told["reasons"] = _reasons_told(point.reasons)
    contested = bool(point.against or point.tensions)
    return {
        "point": packed(_json(told).encode()),
        "standing": point.standing,
        "story": point.story_id,
        "moved": point.moved or "",
        "contested": int(contested),
        "shared": int(contested or point.pages > 1),
    }


def point_from(told: bytes) -> Point:
    """The point of a `point` column; raises StoreError where it cannot be understood."""
    try:
        plain = _in_tuples(json.loads(unpacked(told)))
        plain["reasons"] = tuple([_reason(*one) for one in plain.get("reasons", ())])
        return Point(**plain)
    except (ValueError, TypeError) as err:
        raise StoreError(f"a point is damaged ({err}): `sayso weigh --anew` makes it again") from err


def _in_tuples(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}


def story_row(story: Story | None) -> dict[str, Any]:
    """The columns of a story, those of nothing where it is null."""
    if story is None:
        return {"story": None, "moved": None, "size": 0}
    return {
        "story": packed(_json(_told(story)).encode()),
        "moved": story.last_moved or "",
        "size": len(story.text_ids),
    }


def story_from(told: bytes) -> Story:
    """The story of a `story` column; raises StoreError where it cannot be understood."""
    try:
        return Story(**_in_tuples(json.loads(unpacked(told))))
    except (ValueError, TypeError) as err:
        raise StoreError(f"a story is damaged ({err}): `sayso weigh --anew` makes it again") from err


def ruling_row(ruling: Ruling) -> dict[str, Any]:
    """The columns of a ruling."""
    return {"id": ruling.id, "ruling": _json(to_plain(ruling))}


def ruling_from(told: str) -> Ruling:
    """The ruling of a `ruling` column."""
    return from_plain(Ruling, json.loads(told))


def _json(plain: Any) -> str:
    return json.dumps(plain, separators=(",", ":"))
