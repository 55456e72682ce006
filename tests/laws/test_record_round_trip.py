"""Law: a record becomes JSON and comes back the same, and the JSON fits the published schema."""

import json
import types
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.errors import RecordError
from sayso.record import Brief, Claim, Entity, Event, Mention, Origin, Outlet, Page, Point, Ruling, Span, Story, Text
from sayso.record.plain import from_plain, shape, to_plain
from sayso.record.schema import schema_of

KINDS = (Brief, Claim, Entity, Event, Mention, Origin, Outlet, Page, Point, Ruling, Story, Text)


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a record type, made from its fields' types."""
    if hint is Span:
        return st.tuples(st.integers(0, 99), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
    if is_dataclass(hint):
        fields = {name: values(kind) for name, _, kind in shape(hint)}  # type: ignore[arg-type]
        return st.builds(attempt, st.just(hint), st.fixed_dictionaries(fields)).filter(lambda made: made is not None)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(st.none() if arg is type(None) else values(arg) for arg in args)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(arg) for arg in args))
    return {str: st.text(max_size=8), int: st.integers(0, 9), float: st.floats(0, 1), bool: st.booleans()}[hint]


def attempt(kind: type, fields: dict[str, Any]) -> Any:
    """The record, or nothing where its own rules refuse these fields."""
    try:
        return kind(**fields)
    except RecordError:
        return None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_there_and_back(kind: type, data: st.DataObject) -> None:
    """Through JSON text and back nothing is lost, renamed or widened."""
    record = data.draw(values(kind))
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(kind, plain) == record
    Draft202012Validator(schema_of(kind)).validate(plain)
