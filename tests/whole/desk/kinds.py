"""Every kind of page of the desk, in one table: what is checked of each, and what pictures show, is read from here.

A route that answers people and is not in the table fails test_for_everybody.py, so that no kind is forgotten.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from fastapi.routing import APIRoute

from sayso.desk.pages import ROUTERS
from sayso.newsroom import Newsroom
from sayso.record import Drawer

Who = Literal["reader", "admin", "stranger", "somebody", "newcomer"]


class Kind(NamedTuple):
    """A kind of page: its route, an address of it in terms of `things`, and who looks.

    `reader` sits at a desk of this machine alone; on a desk where people sign in, `admin`, `somebody` (a reader) and
    `newcomer` (whose password is for once) have, `stranger` has not.
    """

    name: str
    route: str
    address: str
    who: Who = "reader"
    status: int = 200


KINDS = (
    Kind("feed", "/", "/"),
    Kind("feed narrowed", "/", "/?kind=brief&outlet=harbour"),
    Kind("feed empty", "/", "/?source=xyzzy"),
    Kind("page", "/page/{page_id}", "/page/{page}"),
    Kind("page of a feed", "/page/{page_id}", "/page/{capture}"),
    Kind("claim", "/claim/{claim_id}", "/claim/{claim}"),
    Kind("point", "/point/{point_id}", "/point/{point}"),
    Kind("story", "/story/{story_id}", "/story/{story}?all=true"),
    Kind("events", "/story/{story_id}", "/story/{story}?by=event"),
    Kind("stories", "/stories", "/stories?all=true"),
    Kind("sources", "/sources", "/sources"),
    Kind("source", "/source/{key}", "/source/person-ilya-menk"),
    Kind("outlets", "/outlets", "/outlets"),
    Kind("outlet", "/outlet/{key}", "/outlet/the-karsk-courier"),
    Kind("search", "/search", "/search?q=solen"),
    Kind("nothing found", "/search", "/search?q=xyzzy"),
    Kind("disputes", "/disputes", "/disputes"),
    Kind("changes", "/changes", "/changes"),
    Kind("missed", "/missed", "/missed"),
    Kind("export", "/export", "/export"),
    Kind("briefs", "/briefs", "/briefs"),
    Kind("brief", "/brief/{brief_id}", "/brief/{brief}"),
    Kind("brief to an editor", "/brief/{brief_id}", "/brief/{brief}", "admin"),
    Kind("draft", "/brief/{brief_id}", "/brief/{draft}", "admin"),
    Kind("compose", "/story/{story_id}/brief", "/story/{story}/brief"),
    Kind("edit", "/brief/{brief_id}/edit", "/brief/{brief}/edit"),
    Kind("queue", "/queue", "/queue"),
    Kind("tension", "/queue", "/queue?kind=tension"),
    Kind("trail", "/trail", "/trail", "admin"),
    Kind("rulings", "/point/{point_id}", "/point/{point}", "somebody"),
    Kind("corrections", "/claim/{claim_id}", "/claim/{claim}", "admin"),
    Kind("sign-in", "/sign-in", "/sign-in?to=/queue", "stranger"),
    Kind("no sign-in", "/sign-in", "/sign-in"),
    Kind("people", "/people", "/people", "admin"),
    Kind("me", "/me", "/me", "admin"),
    Kind("newcomer", "/me", "/me", "newcomer"),
    Kind("nobody", "/me", "/me"),
    Kind("not kept", "/point/{point_id}", "/point/ffff", status=404),
    Kind("not allowed", "/people", "/people", status=403),
    Kind("not so", "/trail", "/trail?since=once", status=422),
)


def routes() -> Iterator[str]:
    """Every route that answers people: those that are asked for and are no file."""
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in route.methods and "." not in route.path.rsplit("/", 1)[-1]:
                yield route.path


def things(newsroom: Newsroom) -> dict[str, str]:
    """What the addresses of the table name, in a record of the sample pages."""
    point = next(one for one in newsroom.points() if "spoke by telephone" in one.gist)
    urls = {page.id: page.url or "" for page in newsroom.pages()}
    return {
        "point": point.id,
        "claim": point.for_[0],
        "story": point.story_id or "",
        "page": next(one for one, url in urls.items() if "karsk-courier-solen" in url),
        "capture": next(page.id for page in newsroom.pages() if "Drones over Velin" in page.text),
        "brief": next(newsroom.briefs(Drawer(states=("published",)))).id,
        "draft": next(newsroom.briefs(Drawer(states=("draft",)))).id,
    }
