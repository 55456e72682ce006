"""Places that are told of, as GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterable, Iterator

from sayso.publish.clean import clean
from sayso.record import Event, Page, Place


def geojson(found: Iterable[tuple[Event, Page]]) -> Iterator[str]:
    """A FeatureCollection, piece by piece: a point a place of an event that has coordinates.

    A name that stands for a government is no place; `radius_km` is how far from its pin it may be.
    """
    yield '{"type": "FeatureCollection", "features": ['
    ahead = ""
    for event, page in found:
        for place in event.places:
            if placed(place):
                yield ahead + _feature(event, place, page)
                ahead = ",\n"
    yield "]}\n"


def placed(place: Place) -> bool:
    """Whether a place has coordinates of this world and is not a government's name."""
    if place.used_as != "place" or place.lat is None or place.lon is None:
        return False
    return -90 <= place.lat <= 90 and -180 <= place.lon <= 180


def _feature(event: Event, place: Place, page: Page) -> str:
    told = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": clean(place.name),
            "country": place.country,
            "radius_km": place.radius_km,
            "event_id": event.id,
            "event": event.kind,
            "polarity": event.polarity,
            "modality": event.modality,
            "from": event.when.earliest if event.when else None,
            "to": event.when.latest if event.when else None,
            "page_id": page.id,
            "page_url": page.url,
            "outlet": clean(page.outlet or "") or None,
        },
    }
    return json.dumps(told, ensure_ascii=False)
