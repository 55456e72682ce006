"""Record types as rows of the SQL tables, and back, exactly."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from sayso.errors import RecordError, StoreError
from sayso.record import Capture, Claim, Event, Missed, Page, Reading, Saying, Text, make_id
from sayso.record.fold import folded
from sayso.record.plain import from_plain, to_plain
from sayso.store.choose import Entry, entry_of, voice
from sayso.store.edits import Stay, age

T = TypeVar("T")
_SOME_PLACE = '"places":[{'  # in the JSON of a reading, where any event has one
_ELSEWHERE = ("page", "texts", "claims")  # fields of a Reading with tables of their own


def page_row(reading: Reading, capture: Capture) -> dict[str, Any]:
    """The columns of a page and of what was read of it, but its texts and claims."""
    page = to_plain(reading.page)
    said = page.pop("text")
    took = to_plain(replace(capture, body=b""))
    del took["body"]
    rest = {name: value for name, value in to_plain(replace(reading, texts=(), claims=())).items()
            if name not in _ELSEWHERE}  # fmt: skip
    return {
        "id": reading.page.id,
        "page": _json(page),
        "text": packed(said.encode("utf-8", "surrogatepass")),
        "capture": _json(took),
        "body_hash": reading.page.body_hash,
        "age": age_of(reading),
        "line": make_id("line", *reading.made_by),
        "rest": packed(_json(rest).encode()),
    }


def age_of(reading: Reading) -> str:
    """edits.age in one word that sorts alike."""
    printed, captured = age(reading.page, reading.texts)
    return f"{printed:19} {captured:19}"


def text_row(text: Text, place: int, stay: Stay) -> dict[str, Any]:
    """The columns of a story item."""
    return {"place": place, "id": text.id, "text": _json(to_plain(text)), **stay_row(stay)}


def stay_row(stay: Stay) -> dict[str, Any]:
    """The columns that say when a story item stood."""
    return {"published": stay.published, "start": stay.start, "end": stay.end, "replaces": stay.replaces}


def claim_rows(reading: Reading, page_seq: int, text_seqs: Mapping[str, int]) -> list[dict[str, Any]]:
    """The columns of every claim, in the order of the page's words."""
    texts = {text.id: text for text in reading.texts}
    ordered = sorted(enumerate(reading.claims), key=lambda numbered: numbered[1].span)
    return [
        {
            "page_seq": page_seq,
            "text_seq": text_seqs[claim.text_id],
            "place": place,
            "given": given,
            "id": claim.id,
            "claim": _json(to_plain(claim)),
            "voice": voice(claim.speaker) if claim.speaker else None,
            **_entry_row(entry_of(claim, reading.page, texts[claim.text_id])),
        }
        for place, (given, claim) in enumerate(ordered)
    ]


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in fields(entry)}


def speaker_columns(claim: Claim) -> dict[str, Any]:
    """The columns of a claim that say whose it is."""
    speaker = claim.speaker
    return {
        "speaker": folded((speaker.name or speaker.described_as) if speaker else None),
        "kind": speaker.kind if speaker else None,
        "voice": voice(speaker) if speaker else None,
    }


def missed_row(missed: Missed) -> dict[str, Any]:
    """The columns of what was missed; what UTF-8 cannot write is replaced in the columns, not in the JSON."""
    what, why = (word.encode("utf-8", "replace").decode() for word in (missed.what, missed.why))
    return {"what": what, "why": why, "missed": _json(to_plain(missed))}


def page_from(plain: str, said: bytes) -> Page:
    """The page of the `page` and `text` columns."""
    return _record(Page, {**_plain(plain), "text": unpacked(said).decode("utf-8", "surrogatepass")})


def text_from(plain: str, replaces: str | None) -> Text:
    """The story item, with what it replaces as far as the record knows now."""
    found = _record(Text, _plain(plain))
    return replace(found, replaces=replaces) if replaces else found


def claim_from(plain: str) -> Claim:
    """The claim of a `claim` column."""
    return _record(Claim, _plain(plain))


def saying_from(plain: str, text_id: str, start: str | None, end: str | None) -> Saying:
    """What a claim says, of the `claim` column and those of its text; raises StoreError where it is damaged."""
    told = _plain(plain)
    try:
        where, events = told["span"][0], tuple(told.get("event_ids", ()))
        return Saying(told["id"], text_id, where, told["content"], events, start, end)
    except (KeyError, IndexError, TypeError) as err:
        raise StoreError(f"a claim of the record cannot be understood ({err!r}): restore it from a copy") from err


def missed_from(plain: str) -> Missed:
    """The Missed of a `missed` column."""
    return _record(Missed, _plain(plain))


def capture_from(plain: str, body: bytes) -> Capture:
    """The capture of a `capture` column, with its bytes still packed."""
    return Capture(**_plain(plain), body=unpacked(body))


def reading_from(page: Page, rest: bytes, texts: tuple[Text, ...], claims: tuple[Claim, ...]) -> Reading:
    """A reading put together again."""
    found = _record(Reading, {**_plain(unpacked(rest).decode()), "page": to_plain(page)})
    return replace(found, texts=texts, claims=claims)


def placed_from(rest: bytes) -> Iterator[Event]:
    """The events of a `rest` column that have a place; nothing else of it is made."""
    told = unpacked(rest).decode()
    if _SOME_PLACE in told:
        yield from (_record(Event, one) for one in _plain(told)["events"] if one["places"])


def packed(data: bytes) -> bytes:
    """Compressed."""
    return zlib.compress(data, 6)


def unpacked(data: bytes) -> bytes:
    """As it was; raises StoreError where the bytes are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as err:
        raise StoreError(f"bytes of the record are damaged ({err}): restore it from a copy") from err


def _json(plain: Any) -> str:
    return json.dumps(plain, separators=(",", ":"))


def _plain(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError as err:
        raise StoreError(f"a row of the record is damaged ({err}): restore it from a copy") from err


def _record(kind: type[T], plain: Mapping[str, Any]) -> T:
    try:
        return from_plain(kind, plain)
    except RecordError as err:
        raise StoreError(f"a row of the record cannot be understood ({err}): was it written by another sayso?") from err
