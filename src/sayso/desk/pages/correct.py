"""`/correct` and `/correct/undo`: an editor puts right who said something, and takes it back."""

from typing import Any, cast, get_args

from fastapi import APIRouter, Response

from sayso.desk.form import NOTE, Form, one_of, then
from sayso.desk.gate.who import Editor
from sayso.desk.room import Room, writing
from sayso.errors import NotKept, RecordError
from sayso.record import Claim, Correction, CorrectionKind, Kept, Relation, SourceKind
from sayso.record.keys import source_key

router = APIRouter()
WHATS = ("change", "strike", "add")
LONGEST = 300  # characters of a name or a description


@router.post("/correct")
def correct(room: Room, who: Editor, form: Form) -> Response:
    """Appends a correction of one voice of a claim's chain, or of it wherever it is named."""
    what = cast(CorrectionKind, one_of(form, "what", WHATS))
    wide = one_of(form, "scope", ("", "everywhere")) == "everywhere"
    claim, hop = _claim(room, form.get("claim", "")), _number(form.get("hop", ""))
    on = _source(claim, hop) if wide else claim.id
    with writing(room):
        room.correct(on, what, by=who.name, hop=None if wide else hop, note=form.get("note", "")[:NOTE], **_told(form))
    return then(f"/claim/{claim.id}#corrections")


@router.post("/correct/undo")
def undo(room: Room, who: Editor, form: Form) -> Response:
    """Appends what takes a correction back."""
    with writing(room):
        found: Correction = room.undo_correction(form.get("correction", ""), by=who.name)
    return then(form.get("back") or f"/claim/{found.on}")


def _claim(room: Room, claim_id: str) -> Claim:
    found = room.show(claim_id)
    if isinstance(found, Kept):
        return found.claim
    raise NotKept(f"{claim_id!r} names something else than a claim")


def _number(told: str) -> int:
    if not told.isascii() or not told.isdecimal() or len(told) > 3:
        raise RecordError("choose the voice that is corrected")
    return int(told)


def _source(claim: Claim, hop: int) -> str:
    """The key of a voice as it was read; raises RecordError for one without a name, who may be anybody."""
    if hop >= len(claim.chain) or not claim.chain[hop].source.name:
        raise RecordError("only a voice with a name is corrected wherever it is named")
    return source_key(claim.chain[hop].source)


def _told(form: dict[str, str]) -> dict[str, Any]:
    """What is told of a voice, null for what stays as it is."""
    words = {name: form.get(name, "")[:LONGEST] or None for name in ("name", "described_as")}
    kind = cast(SourceKind, one_of(form, "kind", ("", *get_args(SourceKind)))) or None
    return {
        **words,
        "kind": kind,
        "relation": cast(Relation, one_of(form, "relation", ("", *get_args(Relation)))) or None,
    }
