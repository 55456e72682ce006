"""A router for each kind of page; each address has its JSON twin under the same address with `.json`."""

from sayso.desk.pages import captured, claim, point

ROUTERS = (point.router, claim.router, captured.router)
