"""Structured data held against schema.org by a strict reader of it, for the tests of what makes it and of the pages."""

from datetime import date, datetime
from typing import Any

import schema_org

from sayso.publish.jsonld import Node

TIMES = {"dateCreated", "datePublished", "dateModified", "coverageStartTime", "coverageEndTime"}


def strict(node: Node) -> Any:
    """The node as schema-org-py's model of its type, which refuses unknown keys and values of another type."""
    kind = getattr(schema_org, node["@type"])
    told = {("id" if name == "@id" else name): _value(name, value) for name, value in node.items() if name[0] != "@"}
    return kind.model_validate(told)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return strict(value)
    if isinstance(value, list):
        return [_value(name, one) for one in value]
    if name in TIMES:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    if name == "digitalSourceType":
        return next(
            one for one in schema_org.IPTCDigitalSourceEnumeration if value.endswith(str(one.value).split("/")[-1])
        )
    return value
