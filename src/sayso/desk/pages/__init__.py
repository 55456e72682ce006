"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import (
    captured,
    changes,
    claim,
    disputes,
    feed,
    outlet,
    point,
    search,
    sign,
    source,
    stories,
    story,
)

KINDS = (feed, point, claim, captured, story, stories, search, disputes, changes, source, outlet, sign)
ROUTERS = tuple(one.router for one in KINDS)
