"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import (
    captured,
    changes,
    claim,
    correct,
    disputes,
    feed,
    outlet,
    point,
    queue,
    rule,
    search,
    sign,
    source,
    stories,
    story,
    trail,
)

KINDS = (feed, point, claim, captured, story, stories, search, disputes, changes, source, outlet)
EDITING = (sign, rule, correct, queue, trail)
ROUTERS = tuple(one.router for one in (*KINDS, *EDITING))
