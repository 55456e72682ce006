"""A decision together with the words that led to it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Why(Generic[Value]):
    """What was decided, and the words as they stand in cue or content that decided it; null where nothing said so."""

    value: Value
    words: str | None = None
