"""Ways on the globe."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH: Final = 6371.0  # kilometres, its mean radius


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """The way between two points, in kilometres; all angles in degrees."""
    a, b = radians(lat), radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
