"""Record types as the JSON they become at every edge, and back.

A field's JSON name is its Python name without a trailing underscore (`for_` is "for"); a span is `[start, end]`.
"""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

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
    try:
        quick: T = _quick(cast(Hashable, kind))(data)
        return quick
    except _Unfit:  # once more, slowly, to name the field
        read: T = _read(kind, data, kind.__name__)
        return read


@cache
def shape(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """(python name, JSON name, type) of every field of a record type."""
    hints = get_type_hints(kind)
    return tuple((f.name, f.name.rstrip("_"), hints[f.name]) for f in fields(kind))


class _Unfit(Exception):
    """Some field is not what its type says."""


Quick = Callable[[Any], Any]


@cache
def _quick(kind: Any) -> Quick:
    """A reader of one type that knows no names of fields: records are read by the thousand."""
    origin, args = get_origin(kind), get_args(kind)
    if kind is Span:
        return _quick_span
    if is_dataclass(kind):
        return _quick_record(kind)
    if origin in (Union, types.UnionType):
        inner = _quick(next(arg for arg in args if arg is not type(None)))
        return (lambda data: None if data is None else inner(data)) if type(None) in args else inner
    if origin is tuple:
        return _quick_tuple(args)
    words, one = frozenset(args) if origin is Literal else None, kind

    def scalar(data: Any) -> Any:
        if type(data) is one or words is not None and type(data) is str and data in words:
            return data
        raise _Unfit

    return scalar


def _quick_record(kind: Any) -> Quick:
    readers = {json_name: (name, _quick(hint)) for name, json_name, hint in shape(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING}

    def record(data: Any) -> Any:
        try:
            given = {(reader := readers[name])[0]: reader[1](value) for name, value in data.items()}
        except (KeyError, AttributeError, TypeError) as err:
            raise _Unfit from err
        if not needed <= given.keys():
            raise _Unfit
        return kind(**given)

    return record


def _quick_tuple(args: tuple[Any, ...]) -> Quick:
    readers = [_quick(arg) for arg in args if arg is not Ellipsis]
    first, many = readers[0], args[-1] is Ellipsis

    def several(data: Any) -> Any:
        if not isinstance(data, list | tuple) or not many and len(data) != len(readers):
            raise _Unfit
        if many:
            return tuple([first(item) for item in data])
        return tuple([reader(item) for reader, item in zip(readers, data, strict=True)])

    return several


def _quick_span(data: Any) -> Span:
    if isinstance(data, list | tuple) and len(data) == 2 and type(data[0]) is type(data[1]) is int:
        return Span(data[0], data[1])
    raise _Unfit


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
