"""`/brief/ID.mp3`, `.opus` and `.vtt`: a brief as sound, spoken when it is first asked for, and its transcript."""

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse, PlainTextResponse

from sayso.desk.pages.briefs import shown
from sayso.desk.room import Room
from sayso.errors import NotKept
from sayso.newsroom import Newsroom
from sayso.record import Sound, SoundFormat

router = APIRouter(include_in_schema=False)


@router.get("/brief/{brief_id}.mp3")
def mp3(room: Room, brief_id: str) -> Response:
    """The brief as MP3; parts of it where a range is asked for."""
    return _file(room, brief_id, "mp3")


@router.get("/brief/{brief_id}.opus")
def opus(room: Room, brief_id: str) -> Response:
    """The brief as Opus; parts of it where a range is asked for."""
    return _file(room, brief_id, "opus")


@router.get("/brief/{brief_id}.vtt")
def vtt(room: Room, brief_id: str) -> Response:
    """What is heard and when, as WebVTT."""
    return PlainTextResponse(room.sound_transcript(_sound(room, brief_id)), media_type="text/vtt")


def _sound(room: Newsroom, brief_id: str) -> Sound:
    found = shown(room, brief_id)
    if found.state == "withdrawn":
        raise NotKept(f"brief {found.id} was withdrawn: it is not heard any more")
    return room.sound(found)


def _file(room: Newsroom, brief_id: str, kind: SoundFormat) -> Response:
    sound = _sound(room, brief_id)
    types = {one.format: one.media_type for one in sound.recordings}
    whole = {"Content-Encoding": "identity"}  # sound is small as it is, and a part of it is asked for by its bytes
    return FileResponse(room.sound_file(sound.id, kind), media_type=types[kind], headers=whole)
