"""`/claim/ID`: who says what, through whom, and where every word of it stands."""

from typing import get_args

from fastapi import APIRouter, Response

from sayso.desk.answer import sheet, twin
from sayso.desk.paper import asked
from sayso.desk.published import Here, data
from sayso.desk.room import AsOf, Room
from sayso.desk.shape.chain import stops
from sayso.desk.shape.corrections import as_corrected, corrections_shown, gone, hops
from sayso.desk.shape.facts import facts, grounds_shown
from sayso.desk.shape.links import outside
from sayso.desk.shape.mention import mention
from sayso.errors import NotKept
from sayso.newsroom import Newsroom, explain
from sayso.record import Claim, Correction, Kept, Point, Relation, SourceKind
from sayso.record.keys import source_key

router = APIRouter()


@router.get("/claim/{claim_id}.json")
def claim_json(room: Room, claim_id: str) -> Response:
    """A Claim, with the corrections on it, the page it stands on and the point it belongs to."""
    kept = _kept(room, claim_id)
    kept = as_corrected(kept, _corrections(room, kept.claim))
    point = room.points_of([kept.claim.id]).get(kept.claim.id)
    return twin({**kept.plain(), "point_id": point})


@router.get("/claim/{claim_id}")
def claim(room: Room, site: Here, claim_id: str, as_of: AsOf) -> Response:
    """A claim for people."""
    kept = _kept(room, claim_id)
    reading = room.reading(kept.page.id)
    why = next((one for one in explain(reading) if one.claim_id == kept.claim.id), None)
    made = _corrections(room, kept.claim)
    now = as_corrected(kept, made)
    point = room.points_by([kept.claim.id], as_of).get(kept.claim.id)
    return sheet(
        "claim.html",
        kept=kept,
        mention=mention(now),
        stops=stops(now, hops(kept.claim, made)),
        gone=gone(kept.claim, made),
        corrections=corrections_shown(kept.claim, made),
        kinds=get_args(SourceKind),
        relations=get_args(Relation),
        facts=facts(kept.claim, reading),
        grounds=grounds_shown(why, kept.page.text) if why else (),
        point=point,
        address=outside(kept.page.url),
        item=room.item(kept.text.id),
        as_of=as_of,
        json=f"/claim/{kept.claim.id}.json{asked({})}",
        data=data(room.claim_data(kept.claim.id, site, first=_first(kept.claim.id, point))),
    )


def _first(claim_id: str, point: Point | None) -> str | None:
    """The claim in which what a claim says first stood, null where it is not weighed."""
    sides = (point.for_, point.against) if point else ()
    return next((side[0] for side in sides if claim_id in side), None)


def _kept(room: Newsroom, claim_id: str) -> Kept:
    """The claim that an id, or enough of its beginning, names; raises NotKept."""
    found = room.show(claim_id)
    if isinstance(found, Kept) and isinstance(found.claim, Claim):
        return found
    raise NotKept(f"{claim_id!r} names something else than a claim")


def _corrections(room: Newsroom, claim: Claim) -> list[Correction]:
    """The corrections on a claim as it was read and on its sources."""
    return list(room.corrections({claim.id} | {source_key(link.source) for link in claim.chain}))
