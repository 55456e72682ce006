"""A gazetteer of a few places, compiled as the real one is."""

from pathlib import Path

from compiled import compiled
from sources import Entry

from sayso.read.places.gazetteer import Gazetteer

PLACES = [
    Entry(key="UA", ident=690791, name="Ukraine", kind="country", country="UA", people=44_000_000, capital="Kyiv"),
    Entry(key="US", ident=6252001, name="United States", kind="country", country="US", people=327_000_000,
          called=["US", "U.S."]),
    Entry(key="UA.07", ident=706482, name="Kharkiv Oblast", kind="region", country="UA", inside="UA"),
    Entry(key="US.IL", ident=4896861, name="Illinois", kind="region", country="US", inside="US", short=["Ill."]),
    Entry(key="US.MO", ident=4398678, name="Missouri", kind="region", country="US", inside="US"),
    Entry(key="1", ident=703448, name="Kyiv", kind="city", country="UA", people=2_952_301, inside="UA", lat=50.45,
          lon=30.52, names=["Kiev"]),
    Entry(key="2", ident=706483, name="Kharkiv", kind="city", country="UA", people=1_421_125, inside="UA.07", lat=49.98,
          lon=36.25),
    Entry(key="3", ident=4250542, name="Springfield", kind="city", country="US", people=114_394, inside="US.IL",
          lat=39.8, lon=-89.64),
    Entry(key="4", ident=4409896, name="Springfield", kind="city", country="US", people=170_188, inside="US.MO",
          lat=37.2, lon=-93.3),
]  # fmt: skip


def a_gazetteer(folder: Path) -> Gazetteer:
    """The places above, in a file of its own."""
    path = folder / "few.bin"
    path.write_bytes(compiled(PLACES))
    return Gazetteer(path)
