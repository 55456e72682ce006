"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import (
    briefs,
    captured,
    changes,
    claim,
    compose,
    correct,
    disputes,
    export,
    feed,
    feeds,
    me,
    missed,
    outlet,
    people,
    point,
    queue,
    rule,
    search,
    sign,
    sounds,
    source,
    stories,
    story,
    trail,
)

KINDS = (feed, point, claim, captured, story, stories, search, disputes, changes, source, outlet, missed, export)
BRIEFS = (sounds, compose, briefs, feeds)  # the addresses of a brief's sound before that of the brief
EDITING = (sign, me, people, rule, correct, queue, trail)
ROUTERS = tuple(one.router for one in (*KINDS, *BRIEFS, *EDITING))
