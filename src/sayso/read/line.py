"""The reading line: readers in order, checked at start."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.errors import LineError
from sayso.plugs import Reader
from sayso.record import Reading, make_id

ANATOMY = "anatomy@3"  # raised with every change of what anatomy gives, so that pages are read again
ANATOMY_GIVES = ("parts", "texts")  # what every reading has before the first reader


@dataclass(frozen=True, slots=True)
class Line:
    """Readers in an order in which each one's needs are given before it; raises LineError otherwise."""

    readers: tuple[Reader, ...]

    def __post_init__(self) -> None:
        given = set(ANATOMY_GIVES)
        for reader in self.readers:
            if lacking := [need for need in reader.needs if need not in given]:
                raise LineError(f"the reader {reader.name!r} needs {lacking[0]!r}, which no reader before it gives")
            given.update(reader.gives)

    @property
    def version(self) -> str:
        """An id of the readers and their versions: it changes when any of them does."""
        return make_id("line", *self.made_by)

    @property
    def made_by(self) -> tuple[str, ...]:
        """Anatomy and each reader as "name@version"."""
        return (ANATOMY, *(f"{reader.name}@{reader.version}" for reader in self.readers))

    def __call__(self, reading: Reading) -> Reading:
        """The reading after every reader in turn."""
        for reader in self.readers:
            reading = reader(reading)
        return replace(reading, made_by=reading.made_by + self.made_by)


def line_of(readers: Iterable[Reader]) -> Line:
    """A line of the readers, in the order given."""
    return Line(tuple(readers))
