"""`/rule` and `/review`: what an editor judges of two points, and what an editor looked at."""

import re
from itertools import islice
from typing import cast, get_args

from fastapi import APIRouter, Response

from sayso.desk.form import NOTE, Form, one_of, then
from sayso.desk.gate.who import Editor
from sayso.desk.room import Room, writing
from sayso.errors import RecordError
from sayso.record import Verdict

router = APIRouter()
_ADDRESS = re.compile(r"/(?:point|claim)/([0-9a-f]{1,64})(?![0-9a-z])")


@router.post("/rule")
def rule(room: Room, who: Editor, form: Form) -> Response:
    """Appends a ruling and shows the point that it is on now, or the page that the form stood on."""
    verdict = cast(Verdict, one_of(form, "verdict", get_args(Verdict)))
    left, right = named(form.get("left", "")), named(form.get("right", ""))
    with writing(room):
        ruling = room.rule(verdict, left, right, by=who.name, note=form.get("note", "")[:NOTE])
        for _ in islice(room.settle(), 2):  # what it moved; the rest, where pages come in meanwhile, waits its turn
            pass
    if back := form.get("back"):
        return then(back)
    return then(f"/point/{room.points_of([ruling.left])[ruling.left]}#rulings")


@router.post("/review")
def review(room: Room, who: Editor, form: Form) -> Response:
    """Says that a claim was looked at and stays as it is."""
    with writing(room):
        room.review(form.get("claim", ""), by=who.name, note=form.get("note", "")[:NOTE])
    return then(form.get("back") or "/queue")


def named(told: str) -> str:
    """The id in an address or on its own; raises RecordError where nothing is named."""
    if not told:
        raise RecordError("name the other point by its address or its id")
    found = _ADDRESS.search(told)
    return found[1] if found else told
