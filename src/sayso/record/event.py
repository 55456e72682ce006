"""What is said to have happened, where, and how many."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.span import Span
from sayso.record.when import When

Bound = Literal["exactly", "about", "at_least", "at_most"]
Polarity = Literal["positive", "negative"]
Modality = Literal["happened", "planned", "possible", "demanded", "conditional", "hypothetical"]
PlaceUse = Literal["place", "government", "people", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the page uses it: `span` are its words, `name` is the gazetteer's, `gazetteer_id` "geonames:703448".

    `lat`, `lon` in degrees, `radius_km` how far from there it may be; all null where no gazetteer is installed or it
    does not tell. `kind`: continent, country, region, district, city, sea, area or site. `country`: two letters (ISO
    3166). `used_as`: place, the government that sits there ("Moscow claimed"), people of it ("Turkish officials"), or a
    part of another name ("Kentucky State Police"): only a place is put on a map.
    """

    span: Span
    name: str
    kind: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None
    used_as: PlaceUse = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many of what: a range `low`..`high` in `unit`, both ends included; a null `high` is open or vague.

    `bound` is what the page says of the figure: "about 70", "at least 70", "up to 70". `counts` is what is counted, as
    printed ("drones"). `of` is "all" for "all 50". `part_of` is the span of the quantity that this one is a part of: in
    "70 drones, including 34 in Moscow Oblast" the 34 is part of the 70.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    counts: str | None = None
    bound: Bound = "exactly"
    of: str | None = None
    part_of: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part in an event (actor, target, …): a mention, or a bare name where no mention was found."""

    part: str
    mention_id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something said to have happened; never more than said. `when` is its own time, not the time of saying it.

    `trigger` is the word that tells of it. `polarity` is negative for what is said not to have happened; `modality`
    tells what happened from what is planned, possible, demanded, bound to a condition or only supposed.
    """

    id: str
    span: Span
    trigger: str
    kind: str
    roles: tuple[Role, ...] = ()
    when: When | None = None
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "happened"
