"""Writing what lists find: a page's items, its claims by who said them, its outlet, in the open transaction."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy import text as sql

from sayso.record import Claim, Correction, Reading, Source, corrected
from sayso.record.fold import folded
from sayso.record.keys import outlet_key, source_key
from sayso.record.plain import from_plain, to_plain
from sayso.store import rows
from sayso.store.batches import batches
from sayso.store.ledger import correction
from sayso.store.packing import key_of
from sayso.store.shelf import filed, item, outlet, shelved, source, uttered
from sayso.store.slips import Slip, how_of, outlet_of, relay_of, slips_of
from sayso.store.tables import claim, page, text

_WORDS = "headline, body, marks"
_PUT = sql(f"INSERT INTO item_words (rowid, {_WORDS}) VALUES (:seq, :headline, :body, :marks)")
_TAKE = sql(f"INSERT INTO item_words (item_words, rowid, {_WORDS}) VALUES ('delete', :seq, :headline, :body, :marks)")


def shelve(to: Connection, seq: int, reading: Reading) -> None:
    """Files a page whose texts and claims are kept already, its claims with the corrections on them."""
    reading = _corrected(to, seq, reading)
    slips = slips_of(reading)
    home = _outlet(to, outlet_of(reading))
    to.execute(insert(shelved).values(page_seq=seq, outlet=home))
    standing: dict[str, int] = {}
    for row in to.execute(select(text.c.seq, text.c.id, text.c.end).where(text.c.page_seq == seq)):
        standing[row.id] = int(row.end is None)
        slip, kind = slips[row.id], next(one.kind for one in reading.texts if one.id == row.id)
        _put_item(to, row.seq, seq, slip, text_id=row.id, standing=standing[row.id], home=home, kind=kind)
    if reading.claims:
        _put_claims(to, seq, reading, slips, standing=standing, home=home)


def unshelve(to: Connection, seq: int) -> None:
    """Takes a page off the lists, while its texts and claims are still kept."""
    for row in to.execute(select(item).where(item.c.page_seq == seq)).all():
        to.execute(_TAKE, {"seq": row.text_seq, **_words(rows.unpacked(row.words).decode())})
        gone = delete(filed).where(filed.c.key == bindparam("k"), filed.c.at == row.at, filed.c.id == row.id)
        if keys := _unpacked(row.keys):
            to.execute(gone, [{"k": key} for key in keys])
    to.execute(delete(item).where(item.c.page_seq == seq))
    of_page = select(claim.c.seq).where(claim.c.page_seq == seq)
    to.execute(delete(uttered).where(uttered.c.claim_seq.in_(of_page)))
    to.execute(delete(shelved).where(shelved.c.page_seq == seq))


def shelve_all(to: Connection) -> int:
    """Files every page that is not filed yet: those of a record made before there were lists; gives their number."""
    left = list(
        to.scalars(select(page.c.seq).where(page.c.seq.not_in(select(shelved.c.page_seq))).order_by(page.c.seq))
    )
    for seq in left:
        shelve(to, seq, _reading(to, seq))
    return len(left)


def refile(to: Connection, claim_id: str) -> None:
    """Files the page of a claim anew, if there is one, with the corrections on its claims as they are now."""
    seq = to.scalar(select(claim.c.page_seq).where(claim.c.id == claim_id))
    if seq is not None:
        unshelve(to, seq)
        shelve(to, seq, _reading(to, seq))


def _corrected(to: Connection, seq: int, reading: Reading) -> Reading:
    """The reading with the corrections on its claims; the columns that filters ask follow."""
    made: dict[str, list[Correction]] = {}
    for some in batches([one.id for one in reading.claims]):
        found = select(correction.c.correction).where(correction.c.on.in_(some)).order_by(correction.c.seq)
        for told in to.scalars(found):
            known = from_plain(Correction, json.loads(told))
            made.setdefault(known.on, []).append(known)
    if not made:
        return reading
    claims = tuple(corrected(one, made.get(one.id, ())) for one in reading.claims)
    for one in claims:
        if one.id in made:
            mine = (claim.c.id == one.id, claim.c.page_seq == seq)
            to.execute(update(claim).where(*mine).values(rows.speaker_columns(one)))
    return replace(reading, claims=claims)


def _reading(to: Connection, seq: int) -> Reading:
    row = to.execute(select(page).where(page.c.seq == seq)).one()
    texts = to.execute(select(text.c.text).where(text.c.page_seq == seq).order_by(text.c.place))
    said = to.execute(select(claim.c.claim).where(claim.c.page_seq == seq).order_by(claim.c.given))
    return rows.reading_from(
        rows.page_from(row.page, row.text),
        row.rest,
        tuple(rows.text_from(one.text, None) for one in texts),
        tuple(rows.claim_from(one.claim) for one in said),
    )


def _put_item(
    to: Connection,
    text_seq: int,
    page_seq: int,
    slip: Slip,
    *,
    text_id: str,
    standing: int,
    home: int | None,
    kind: str,
) -> None:
    keys = sorted({key_of(word) for word in slip.keys})
    day = slip.at[:10].split("-")
    marks = [f"§o{home or 0}", f"§x{kind}"]
    marks += [f"§{mark}{''.join(day[:parts])}" for mark, parts in (("y", 1), ("m", 2), ("d", 3)) if slip.at]
    told = "\n".join((" ".join(slip.headline), " ".join(slip.body), " ".join(marks)))
    made = {
        "text_seq": text_seq, "page_seq": page_seq, "id": text_id, "at": slip.at, "outlet": home, "standing": standing,
        "claims": slip.claims, "lead": slip.lead.encode("utf-8", "replace").decode(),
        "voices": json.dumps([to_plain(one) for one in slip.voices], separators=(",", ":")),
        "keys": array("q", keys).tobytes(), "words": rows.packed(told.encode()),
    }  # fmt: skip
    to.execute(insert(item).values(made))
    to.execute(_PUT, {"seq": text_seq, **_words(told)})
    if keys:
        to.execute(insert(filed), [{"key": key, "at": slip.at, "id": text_id} for key in keys])


def _words(told: str) -> dict[str, str]:
    return dict(zip(("headline", "body", "marks"), told.split("\n"), strict=True))


def _unpacked(keys: bytes) -> list[int]:
    found = array("q")
    found.frombytes(keys)
    return list(found)


def _put_claims(
    to: Connection,
    seq: int,
    reading: Reading,
    slips: Mapping[str, Slip],
    *,
    standing: Mapping[str, int],
    home: int | None,
) -> None:
    voices = _sources(to, _voices(reading.claims))
    kinds = {one.id: one.kind for one in reading.texts}
    places = dict(to.execute(select(claim.c.given, claim.c.seq).where(claim.c.page_seq == seq)).all())
    made = []
    for given, one in enumerate(reading.claims):
        relay, speaker = relay_of(one), one.speaker
        made.append({
            "claim_seq": places[given], "id": one.id, "at": slips[one.text_id].at,
            "source": voices[source_key(speaker)] if speaker else None, "outlet": home,
            "relay": voices[source_key(relay)] if relay else None, "how": how_of(one),
            "unnamed": int(speaker is not None and speaker.kind == "unnamed"), "text_kind": kinds[one.text_id],
            "standing": standing[one.text_id], "score": one.score,
        })  # fmt: skip
    to.execute(insert(uttered), made)


def _voices(claims: Iterable[Claim]) -> Iterator[Source]:
    for one in claims:
        yield from (voice for voice in (one.speaker, relay_of(one)) if voice)


def _outlet(to: Connection, name: str | None) -> int | None:
    """The place of an outlet among those known, new or not; null for null."""
    if not name:
        return None
    key = outlet_key(name)
    known: int | None = to.scalar(select(outlet.c.seq).where(outlet.c.key == key))
    if known is None:
        counts = dict.fromkeys(("pages", "items", "claims", "unnamed", "own", "relayed"), 0)
        printed = name.encode("utf-8", "replace").decode()
        made = to.execute(insert(outlet).values(key=key, name=printed, words=folded(name), **counts))
        known = int((made.inserted_primary_key or (0,))[0])
    return known


def _sources(to: Connection, voices: Iterable[Source]) -> dict[str, int]:
    """Key → place of sources, those that are new added."""
    new: dict[str, Source] = {}
    for voice in voices:
        new.setdefault(source_key(voice), voice)
    places: dict[str, int] = {}
    for some in batches(list(new)):
        places.update(dict(to.execute(select(source.c.key, source.c.seq).where(source.c.key.in_(some))).all()))
    for key, voice in new.items():
        if key not in places:
            told = json.dumps(to_plain(voice), separators=(",", ":"))
            said = {"kind": voice.kind, "words": folded(voice.name or voice.described_as), "source": told}
            made = to.execute(insert(source).values(key=key, **said, claims=0, relayed=0))
            places[key] = int((made.inserted_primary_key or (0,))[0])
    return places
