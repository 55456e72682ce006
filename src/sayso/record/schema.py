"""The record as a JSON Schema, made from the types themselves."""

import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from sayso.record.plain import shape
from sayso.record.span import Span

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema_of(*kinds: type) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) with a definition for each given type and every type it holds."""
    definitions: dict[str, Any] = {}
    for kind in kinds:
        _define(kind, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The Sayso record",
        "oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds],
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # named before its fields, so that a type may hold itself
        definitions[kind.__name__] = {
            "type": "object",
            "description": (kind.__doc__ or "").split("\n\n")[0].strip(),
            "properties": {json_name: _of(hint, definitions) for _, json_name, hint in shape(kind)},
            "required": [f.name.rstrip("_") for f in fields(kind) if f.default is MISSING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint is Span:
        whole = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [whole, whole], "minItems": 2, "maxItems": 2}
    if is_dataclass(hint):
        return _define(hint, definitions)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if arg is type(None) else _of(arg, definitions) for arg in args]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple and args[-1] is Ellipsis:
        return {"type": "array", "items": _of(args[0], definitions)}
    if origin is tuple:
        return {"type": "array", "prefixItems": [_of(arg, definitions) for arg in args],
                "minItems": len(args), "maxItems": len(args)}  # fmt: skip
    return {"type": _SCALARS[hint]}
