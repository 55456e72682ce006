"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import (
    briefs,
    captured,
    changes,
    claim,
    compose,
    disputes,
    feed,
    outlet,
    point,
    search,
    sounds,
    source,
    stories,
    story,
)

KINDS = (
    feed,
    point,
    claim,
    captured,
    story,
    stories,
    search,
    disputes,
    changes,
    source,
    outlet,
    sounds,
    compose,
    briefs,
)
ROUTERS = tuple(one.router for one in KINDS)
