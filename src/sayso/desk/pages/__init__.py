"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import captured, changes, claim, disputes, feed, point, search, story

ROUTERS = tuple(one.router for one in (feed, point, claim, captured, story, search, disputes, changes))
