"""`/export`: the record as files, table by table, as it stands when they are asked for."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Annotated, Literal, get_args

from fastapi import APIRouter, Query, Response
from starlette.responses import StreamingResponse

from sayso.desk.answer import sheet
from sayso.desk.choice import Word
from sayso.desk.room import AsOf, Room
from sayso.newsroom.edition import Table
from sayso.record import Filter, SourceKind, Stance
from sayso.record.moment import moment

router = APIRouter()
PIECE = 1 << 16  # bytes of a file that go out at once
LINES = 200  # lines of a table that go out at once
PLAIN = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
ABOUT: dict[Table, str] = {
    "claims": "Who says what: a row a claim, with its speaker, chain, stance, figures and page",
    "points": "What is told, with its origins, pages, outlets and standing",
    "items": "Story items: articles, briefs, cards, with their times",
    "disputes": "Which statements stand against each other, and how",
    "changes": "What edits of pages changed, claim by claim",
}
Form = Literal["csv", "jsonl"]


@router.get("/export")
def export(room: Room) -> Response:
    """What can be taken, for people."""
    tables = [(name, ABOUT[name], room.columns(name)) for name in get_args(Table)]
    return sheet("export.html", tables=tables, here="/export", json="")


@router.get("/export/places.geojson")
def places(room: Room) -> Response:
    """Every place that an event is told of at and that has coordinates, as GeoJSON."""
    return _file("places.geojson", "application/geo+json", _pieces(room.export_places()))


@router.get("/export/{table}.parquet")
def parquet(
    room: Room,
    table: Table,
    as_of: AsOf,
    source: Word = None,
    outlet: Word = None,
    *,
    kind: Annotated[SourceKind | Literal[""] | None, Query()] = None,
    stance: Annotated[Stance | Literal[""] | None, Query()] = None,
    since: Word = None,
) -> Response:
    """A table as Parquet; what narrows it is for claims."""
    choice = _choice(as_of, source, outlet, kind=kind, stance=stance, since=since)
    made = TemporaryFile()  # noqa: SIM115  (closed when the last of it went out)
    try:
        room.export_parquet(table, made, choice)
    except BaseException:
        made.close()
        raise
    return _file(f"{table}.parquet", "application/vnd.apache.parquet", _read(made))


@router.get("/export/{table}.{form}")
def rows(
    room: Room,
    table: Table,
    form: Form,
    as_of: AsOf,
    source: Word = None,
    outlet: Word = None,
    *,
    kind: Annotated[SourceKind | Literal[""] | None, Query()] = None,
    stance: Annotated[Stance | Literal[""] | None, Query()] = None,
    since: Word = None,
) -> Response:
    """A table as CSV or JSON Lines; what narrows it is for claims."""
    choice = _choice(as_of, source, outlet, kind=kind, stance=stance, since=since)
    return _file(f"{table}.{form}", PLAIN[form], _pieces(room.export(table, form, choice)))


def _choice(
    as_of: str | None,
    source: str | None,
    outlet: str | None,
    *,
    kind: SourceKind | Literal[""] | None,
    stance: Stance | Literal[""] | None,
    since: str | None,
) -> Filter:
    """The claims that are asked for; raises RecordError for what is no time."""
    if since:
        moment(since)
    return Filter(
        source=source or None,
        outlet=outlet or None,
        kind=kind or None,
        stance=stance or None,
        since=since or None,
        as_of=as_of,
    )


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    """Lines in pieces; the first is asked for here, so that what cannot be told is told before anything went out."""
    first = next(lines, "")

    def told() -> Iterator[bytes]:
        batch = [first]
        for line in lines:
            batch.append(line)
            if len(batch) >= LINES:
                yield "".join(batch).encode("utf-8", "replace")
                batch = []
        yield "".join(batch).encode("utf-8", "replace")

    return told()


def _read(made: IO[bytes]) -> Iterator[bytes]:
    made.seek(0)
    with made:
        while piece := made.read(PIECE):
            yield piece


def _file(name: str, media_type: str, pieces: Iterator[bytes]) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="sayso-{name}"'}
    return StreamingResponse(pieces, media_type=media_type, headers=headers)
