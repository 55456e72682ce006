"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import captured, changes, claim, disputes, point, search, story

ROUTERS = tuple(one.router for one in (point, claim, captured, story, search, disputes, changes))
