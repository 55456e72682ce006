"""The desk for programs: every page has its JSON under the same address, and OpenAPI says what comes.

What a page answers is made of the record's types, so that their schemas are the record's own (record/schema.py).
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.desk.shape import people
from sayso.newsroom.exports import EXPORTED
from sayso.record import (
    Act,
    Brief,
    Change,
    Claim,
    Dispute,
    Entry,
    Item,
    Missed,
    Pair,
    Point,
    Printed,
    Proof,
    Reading,
    Story,
    Voiced,
)
from sayso.record.schema import schema_of

Schema = dict[str, Any]
TROUBLE = {
    "type": "object",
    "properties": {"status": {"type": "integer"}, "title": {"type": "string"}, "detail": {"type": "string"}},
    "required": ["status", "title", "detail"],
}
TROUBLES = {
    "401": "Nobody is signed in, on a desk where people sign in",
    "403": "Who asks may not",
    "404": "Nothing is kept under this address",
    "422": "Something in the address is not what it should be",
    "501": "This needs a part of Sayso that is not installed",
    "503": "The record is not at hand, or too many are asking",
}
ABOUT = (
    "Who says what, through whom, and how many independent origins stand behind it. Every page of the desk has its "
    "JSON under the same address with `.json`; lists are paged by `limit` and, where they answer a `next`, by giving "
    "it back as `before`. Whole tables come as files from `/export/`. Every answer carries an ETag. `/live` is a "
    "stream of server-sent events: one named `tide` whenever the record has changed."
)
NINJS = {
    "type": "object",
    "description": "An item of IPTC ninjs 3.1; its own schema is at http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
    "properties": {"uri": {"type": "string"}, "standard": {"type": "object"}},
    "required": ["uri", "standard"],
}
TIMES = frozenset({"as_of", "since", "until"})
_ID = {"type": "string"}
_WORDS = {"anyOf": [{"type": "string"}, {"type": "null"}]}
_PLACE = {"anyOf": [{"type": "integer"}, {"type": "null"}]}


_COUNTED: dict[str, Schema] = {"count": {"type": "integer"}, "exact": {"type": "boolean"}, "next": _WORDS}


def _ref(kind: type) -> Schema:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _with(kind: type, **more: Schema) -> Schema:
    """A record type with fields beside it: its own refuse others, so they stand side by side."""
    own: Schema = _as_components(schema_of(kind)["$defs"][kind.__name__])
    return {
        **own,
        "properties": {**own["properties"], **more},
        "required": list(dict.fromkeys((*own["required"], *more))),
    }


def _list(name: str, of: Schema, **more: Schema) -> Schema:
    told = {name: {"type": "array", "items": of}, **more}
    return {"type": "object", "properties": told, "required": list(told), "additionalProperties": False}


def _either(*kinds: Schema) -> Schema:
    return {"anyOf": list(kinds)}


def _object(**told: Schema) -> Schema:
    return {"type": "object", "properties": told, "required": list(told), "additionalProperties": False}


def _queue() -> Schema:
    """What waits: claims read with doubt, or pairs of claims in tension."""
    claim = {"$ref": "#/components/schemas/ClaimOnPage"}
    pair = _object(pair=_ref(Pair), left=claim, right=claim)
    return _either(*(_list("waiting", of, kind={"const": kind}, next=_WORDS) for kind, of in
                     (("doubtful", claim), ("tension", pair))))  # fmt: skip


def _feed() -> Schema:
    """Rows of the live feed: captured items, and briefs of the desk among them."""
    nothing = {"type": "null"}
    item = _object(item=_ref(Item), claim_id=_WORDS, point=_either(_ref(Point), nothing), brief=nothing)
    brief = _object(item=nothing, claim_id=nothing, point=nothing, brief=_ref(Brief))
    return _list("items", _either(item, brief), next=_WORDS)


def _answers() -> dict[str, Schema]:
    """Address → what it answers."""
    return {
        "/feed.json": _feed(),
        "/queue.json": _queue(),
        "/brief/{brief_id}.ninjs.json": NINJS,
        "/source/{key}.json": {"$ref": "#/components/schemas/SourceTold"},
        "/outlet/{key}.json": {"$ref": "#/components/schemas/OutletTold"},
        "/point/{point_id}.json": _ref(Proof),
        "/claim/{claim_id}.json": {"$ref": "#/components/schemas/ClaimOfPoint"},
        "/page/{page_id}.json": _ref(Reading),
        "/story/{story_id}.json": {"$ref": "#/components/schemas/StoryTold"},
        "/search.json": _list("claims", {"$ref": "#/components/schemas/ClaimOnPage"}, **_COUNTED),
        "/stories.json": _list("stories", _ref(Story), next=_WORDS),
        "/sources.json": _list("sources", _ref(Voiced), next=_WORDS),
        "/outlets.json": _list("outlets", _ref(Printed), next=_WORDS),
        "/brief/{brief_id}.json": _ref(Brief),
        "/briefs.json": _list("briefs", _ref(Brief), next=_WORDS),
        "/disputes.json": _list("disputes", _ref(Dispute)),
        "/changes.json": _list("changes", _ref(Change)),
        "/export.json": _list(
            "tables",
            _object(
                name=_ID,
                about=_ID,
                columns={"type": "array", "items": _object(name=_ID, about=_ID)},
                forms={"type": "object", "additionalProperties": _ID},
                narrowed_by={"type": "array", "items": _ID},
            ),
        ),
        "/missed.json": _list("missed", _ref(Missed), next=_PLACE),
        "/trail.json": _list("acts", _ref(Act), next=_PLACE),
        **people.SCHEMAS,
    }


def describe(app: FastAPI) -> None:
    """Makes the application tell, at its OpenAPI address, what every JSON address asks and answers."""

    def told() -> dict[str, Any]:
        if not app.openapi_schema:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = told  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title="Sayso", version=app.version, description=ABOUT, routes=app.routes)
    told_of = (path for path in found["paths"] if path.endswith(".json") or path.startswith("/export/"))
    found["paths"] = {path: found["paths"][path] for path in list(told_of)}
    answers = _answers()
    for path, operations in found["paths"].items():
        for operation in operations.values():
            answer = answers.get(path, {"type": "object"})
            for asked in operation.get("parameters", ()):
                if asked["name"] in TIMES:
                    asked["schema"] = {"anyOf": [{"type": "string", "format": one} for one in ("date", "date-time")]}
                    asked["schema"]["anyOf"].append({"type": "string", "maxLength": 0})
            given = _file(path) if path.startswith("/export/") else _said("What is kept", answer)
            operation["responses"] = {"200": given, "304": {"description": "Not changed"}} | {
                status: _said(why, {"$ref": "#/components/schemas/Trouble"}) for status, why in TROUBLES.items()
            }
    kinds = (Brief, Reading, Point, Proof, Dispute, Change, Story, Entry, Item, Voiced, Printed, Missed, Act, Pair)
    schemas = {name: _as_components(one) for name, one in schema_of(*kinds)["$defs"].items()}
    beside = {
        "ClaimOnPage": _with(Claim, page_id=_ID, page_url=_WORDS),
        "ClaimOfPoint": _with(Claim, page_id=_ID, page_url=_WORDS, point_id=_WORDS),
        "SourceTold": _with(
            Voiced, claims={"type": "array", "items": {"$ref": "#/components/schemas/ClaimOnPage"}}, **_COUNTED
        ),
        "OutletTold": _with(Printed, latest={"type": "array", "items": _ref(Item)}, next=_WORDS),
        "StoryTold": _with(Story, timeline={"type": "array", "items": _ref(Entry)}),
    }
    found["components"] = {"schemas": {**schemas, **beside, "Trouble": TROUBLE}}
    return found


def _file(path: str) -> Schema:
    """A file in one of its forms."""
    forms = [form for form in EXPORTED if (form == "geojson") == path.endswith("geojson")]
    bytes_ = {"type": "string", "format": "binary"}
    geojson = {"type": "object", "required": ["type", "features"]}
    content = {EXPORTED[form].split(";")[0]: {"schema": geojson if form == "geojson" else bytes_} for form in forms}
    return {"description": "A file, as it is made", "content": content}


def _said(what: str, schema: Schema) -> Schema:
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _as_components(schema: Any) -> Any:
    """The schema with its references as OpenAPI has them."""
    if isinstance(schema, dict):
        return {
            name: one.replace("#/$defs/", "#/components/schemas/") if name == "$ref" else _as_components(one)
            for name, one in schema.items()
        }
    return [_as_components(one) for one in schema] if isinstance(schema, list) else schema
