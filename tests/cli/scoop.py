"""A scoop with its relays and a denial, read by hand: what the weighing verbs show, whatever the readers do."""

from tests.make_pages import kept, said, story

from sayso.newsroom import open_store
from sayso.settings import Settings

MET = "Governor Marit Solheim met the Ordanian envoy in secret at Lake Tarn on Tuesday"
HOSTILE = "\x1b[31m\u202eEvil\x9b Herald\x07"
PEOPLE = "people close to the matter"
HURT = "Six rowers were hurt when the jetty at Sorrel gave way"


def _page(outlet: str, minute: int, line: str, says: list, host: str | None = None):  # type: ignore[no-untyped-def]
    published = f"2031-03-04T{12 + minute // 60:02}:{minute % 60:02}"
    host = host or outlet.lower().replace(" ", "")
    return kept(
        story(None, line, published=published, says=says),
        url=f"https://{host}.example/{minute}",
        outlet=outlet,
        captured=f"{published}:30+00:00",
        name=f"{host}.txt",
    )


def _told(outlet: str, minute: int, through: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    claim = said(MET, through=through, described_as=PEOPLE)
    return _page(outlet, minute, f"{MET}, {PEOPLE} told the Vesna Post.", [claim])


def pages() -> list:  # type: ignore[type-arg]
    """The Vesna Post's scoop at noon, three relays, one denial at two, and a page of other news."""
    relays = [
        _told(outlet, 30 + 5 * at, ("Vesna Post",)) for at, outlet in enumerate(("Sorrel Mail", "Tarn Echo", "Ems"))
    ]
    denial = said(MET, "Per Aldous", stance="denies")
    denied = _page("Ordan Daily", 120, f"Per Aldous, the spokesman, denied this: {MET}.", [denial])
    hurt = _page("Quay", 180, f"{HURT}, Ola Brandt said.", [said(HURT, "Ola Brandt")])
    return [_told("Vesna Post", 0), *relays, denied, hurt]


def hostile():  # type: ignore[no-untyped-def]
    """A relay whose outlet and words attack a terminal."""
    claim = said(f"{MET} \u202e\x1b]0;owned\x07", through=("Vesna Post",), described_as=f"{PEOPLE} \x1b[2J")
    return _page(HOSTILE, 50, f"{claim.content}, {claim.described_as} told the Vesna Post.", [claim], host="evil")


def keep(url: str, *more) -> None:  # type: ignore[no-untyped-def]
    """A record that holds the pages, not weighed yet."""
    store = open_store(url, Settings())
    for page in (*pages(), *more):
        store.put(*page)
    store.close()
