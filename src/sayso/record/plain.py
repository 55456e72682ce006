"""Record types as the JSON they become at every edge, and back.

A field's JSON name is its Python name without a trailing underscore (`for_` is "for"); a span is `[start, end]`.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.errors import RecordError
from sayso.record.span import Span

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """The value as dicts, lists, strings and numbers, ready for json.dumps; every field is written, null or not."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {json_name: to_plain(getattr(value, name)) for name, json_name, _ in shape(type(value))}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], data: Any) -> T:
    """The record type back from its JSON; raises RecordError naming the field that cannot be read."""
    read: T = _read(kind, data, kind.__name__)
    return read


@cache
def shape(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """(python name, JSON name, type) of every field of a record type."""
    hints = get_type_hints(kind)
    return tuple((f.name, f.name.rstrip("_"), hints[f.name]) for f in fields(kind))


def _read(kind: Any, data: Any, where: str) -> Any:
    if kind is Span:
        return _span(data, where)
    if is_dataclass(kind):
        return _record(kind, data, where)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if data is None and type(None) in args:
            return None
        return _read(next(arg for arg in args if arg is not type(None)), data, where)
    if origin is Literal:
        if data not in args:
            raise RecordError(f"{where} is one of {', '.join(map(repr, args))}, not {data!r}")
        return data
    if origin is tuple:
        return _tuple(args, data, where)
    return _scalar(kind, data, where)


def _record(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise RecordError(f"{where} is an object, not {data!r}")
    known = shape(kind)
    strange = set(data) - {json_name for _, json_name, _ in known}
    if strange:
        raise RecordError(f"{where} has no field {sorted(strange)[0]!r}")
    given = {n: _read(hint, data[j], f"{where}.{j}") for n, j, hint in known if j in data}
    missing = [f.name for f in fields(kind) if f.name not in given and f.default is MISSING]
    if missing:
        raise RecordError(f"{where} lacks {missing[0].rstrip('_')!r}")
    return kind(**given)


def _span(data: Any, where: str) -> Span:
    if not (isinstance(data, list | tuple) and len(data) == 2 and all(type(end) is int for end in data)):
        raise RecordError(f"{where} is a pair of whole numbers [start, end], not {data!r}")
    return Span(*data)


def _tuple(args: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise RecordError(f"{where} is a list, not {data!r}")
    if args[-1] is Ellipsis:
        return tuple(_read(args[0], item, f"{where}[{k}]") for k, item in enumerate(data))
    if len(data) != len(args):
        raise RecordError(f"{where} is a list of {len(args)}, not of {len(data)}")
    return tuple(_read(arg, item, f"{where}[{k}]") for k, (arg, item) in enumerate(zip(args, data, strict=True)))


def _scalar(kind: Any, data: Any, where: str) -> Any:
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise RecordError(f"{where} is of type {kind.__name__}, not {data!r}")
    return data
