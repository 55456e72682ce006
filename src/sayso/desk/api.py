"""The desk for programs: every page has its JSON under the same address, and OpenAPI says what comes.

What a page answers is made of the record's types, so that their schemas are the record's own (record/schema.py).
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.desk.shape import people
from sayso.record import (
    Act,
    Brief,
    Change,
    Claim,
    Dispute,
    Entry,
    Item,
    Missed,
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
    "503": "The record is not at hand",
}
ABOUT = (
    "Who says what, through whom, and how many independent origins stand behind it. Every page of the desk has its "
    "JSON under the same address with `.json`; lists are paged by `limit` and, where they answer a `next`, by giving "
    "it back as `before`. Every answer carries an ETag. `/live` is a stream of server-sent events: one named `tide` "
    "whenever the record has changed."
)
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
    return {**own, "properties": {**own["properties"], **more}, "required": [*own["required"], *more]}


def _list(name: str, of: Schema, **more: Schema) -> Schema:
    told = {name: {"type": "array", "items": of}, **more}
    return {"type": "object", "properties": told, "required": list(told), "additionalProperties": False}


def _answers() -> dict[str, Schema]:
    """Address → what it answers."""
    return {
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
    found["paths"] = {path: one for path, one in found["paths"].items() if path.endswith(".json")}
    answers = _answers()
    for path, operations in found["paths"].items():
        for operation in operations.values():
            answer = answers.get(path, {"type": "object"})
            for asked in operation.get("parameters", ()):
                if asked["name"] in TIMES:
                    asked["schema"] = {"anyOf": [{"type": "string", "format": one} for one in ("date", "date-time")]}
                    asked["schema"]["anyOf"].append({"type": "string", "maxLength": 0})
            operation["responses"] = {"200": _said("What is kept", answer), "304": {"description": "Not changed"}} | {
                status: _said(why, {"$ref": "#/components/schemas/Trouble"}) for status, why in TROUBLES.items()
            }
    kinds = (Brief, Reading, Point, Proof, Dispute, Change, Story, Entry, Item, Voiced, Printed, Missed, Act)
    schemas = {name: _as_components(one) for name, one in schema_of(*kinds)["$defs"].items()}
    beside = {
        "ClaimOnPage": _with(Claim, page_id=_ID, page_url=_WORDS),
        "ClaimOfPoint": _with(Claim, page_id=_ID, page_url=_WORDS, point_id=_WORDS),
        "StoryTold": _with(Story, timeline={"type": "array", "items": _ref(Entry)}),
    }
    found["components"] = {"schemas": {**schemas, **beside, "Trouble": TROUBLE}}
    return found


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
