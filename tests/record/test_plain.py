"""Records as JSON and back."""

import json
from typing import Any

import pytest

from sayso.errors import RecordError
from sayso.record import Edge, Point, Reading, Source, Span, When
from sayso.record.plain import from_plain, to_plain
from sayso.record.schema import schema_of


def test_a_span_is_a_pair() -> None:
    """Outside, a span is [start, end]."""
    assert to_plain(Edge(from_="a", to="b", kind="cites", span=Span(3, 9))) == {
        "from": "a", "to": "b", "kind": "cites", "span": [3, 9], "weight": 1.0,
    }  # fmt: skip


def test_names_of_the_record_are_kept() -> None:
    """`for` and `from` are JSON names although Python keeps them for itself."""
    plain = to_plain(Point(id="p", gist="g", for_=("c1",), against=("c2",)))
    assert (plain["for"], plain["against"]) == (["c1"], ["c2"])


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Span, [3], "pair of whole numbers"),
        (Span, [True, 2], "pair of whole numbers"),
        (Source, {"id": "s", "kind": "ghost"}, "Source.kind is one of 'person'"),
        (Source, {"id": "s"}, "Source lacks 'kind'"),
        (Source, {"id": "s", "kind": "person", "colour": "red"}, "no field 'colour'"),
        (Source, {"id": 7, "kind": "person"}, "Source.id is of type str"),
        (Source, {"id": "s", "kind": "unnamed", "count": [1]}, "a list of 2, not of 1"),
        (Source, ["s"], "Source is an object"),
        (When, {"earliest": None, "latest": None, "grain": None, "span": "x"}, "When.span is a pair"),
        (Point, {"id": "p", "gist": "g", "for": "c1"}, "Point.for is a list"),
    ],
)
def test_bad_json_is_refused_by_name(kind: Any, data: Any, message: str) -> None:
    """The message says which field is wrong and what it should be."""
    with pytest.raises(RecordError, match=message):
        from_plain(kind, data)


def test_the_schema_describes_every_type_a_reading_holds() -> None:
    """A reading's JSON Schema names the types record.md lists, and can be written as JSON."""
    schema = schema_of(Reading, Point)
    assert {"Claim", "Event", "Link", "Missed", "Page", "Point", "Quantity", "Source", "Text", "When"} <= set(
        schema["$defs"]
    )
    assert json.loads(json.dumps(schema)) == schema
