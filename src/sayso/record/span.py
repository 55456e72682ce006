"""Where words stand, and ids made of what they name."""

from dataclasses import dataclass
from hashlib import blake2b

from sayso.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of Unicode code points in a page's text; never empty.

    Raises RecordError if start is negative or not before end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"a span starts at 0 or later and ends after its start, not [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words of `text` under the span; raises RecordError if it ends outside."""
        if self.end > len(text):
            raise RecordError(f"span [{self.start}, {self.end}) ends outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """True where `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end


def make_id(kind: str, *parts: object) -> str:
    """An id that is a hash of content: 20 hex digits (80 bits) of BLAKE2b over kind and parts.

    The same content gives the same id on every machine, so doing a thing twice changes nothing.
    """
    digest = blake2b(digest_size=10, person=kind.encode()[:16])
    for part in parts:
        word = "" if part is None else str(part)
        digest.update(f"{len(word)}:".encode())
        digest.update(word.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
