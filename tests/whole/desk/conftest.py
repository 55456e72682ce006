"""A desk that a real browser reads, and pages that arrive while it does."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright
from tests.whole.desk.stage import Served, edit, fill

from sayso.catalogue import PLUGS
from sayso.newsroom import Newsroom
from sayso.settings import Settings

WEB = Path(__file__).parents[3] / "web"
PAGES = Path(__file__).parents[3] / "samples" / "pages"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else the one that playwright brings."""
    with sync_playwright() as play:
        yield _launched(play)


def _launched(play: Playwright) -> Browser:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found or Path(play.chromium.executable_path).exists(), "no Chromium here: apt-get install chromium"
    return play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader's page; what the browser complains of fails the test."""
    with _opened(browser) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda told: complaints.append(told.text) if _is_complaint(told) else None)
        page.on("pageerror", lambda err: complaints.append(str(err)))
        yield page
        assert complaints == []


def _is_complaint(told: ConsoleMessage) -> bool:
    """A test may cut the connection; that the browser then says so is no fault of the page."""
    return told.type in ("error", "warning") and "ERR_INTERNET_DISCONNECTED" not in told.text


@pytest.fixture
def plain_reader(browser: Browser) -> Iterator[Page]:
    """A reader whose browser runs no script."""
    with _opened(browser, java_script_enabled=False) as context:
        yield context.new_page()


def _opened(browser: Browser, **more: object) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk of some sample pages, which no test changes."""
    store = f"sqlite:///{tmp_path_factory.mktemp('served') / 'record.sqlite'}"
    names = (
        "harbour-post-solen",
        "karsk-courier-solen",
        "tessary-standard-dresk",
        "ordania-today-menk",
        "upland-gazette-solen",
        "harbour-rally-1",
        "harbour-rally-2",
        "velin-live",
        "feed-capture",
    )
    fill(store, [path for path in sorted(PAGES.iterdir()) if any(name in path.name for name in names)])
    edit(store, PAGES)
    plug = pytest.MonkeyPatch()
    plug.setitem(PLUGS["voices"], "hum", "make_sound:hum_voice")
    served = Served(store, settings=Settings(voice="hum", sounds=str(tmp_path_factory.mktemp("sounds"))))
    yield served
    served.stop()
    plug.undo()


@pytest.fixture(scope="session")
def manned(served: Served) -> Iterator[Served]:
    """The same record on a desk where people sign in."""
    desk = Served(served.store, guarded=True, settings=served.newsroom.settings)
    yield desk
    desk.stop()


@pytest.fixture
def own_desk(tmp_path: Path) -> Iterator[Served]:
    """A desk of a test's own, with a dozen pages, so that there is something to scroll."""
    store = f"sqlite:///{tmp_path / 'record.sqlite'}"
    with Newsroom(store) as newsroom:
        list(newsroom.add(str(path) for path in (_page(tmp_path, n) for n in range(12))))
        list(newsroom.weigh())
        list(newsroom.settle())
    served = Served(store)
    yield served
    served.stop()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a page of our own, each number another."""
    return lambda number, **told: _page(tmp_path, number, **told)


TOLD = (  # each of something of its own, so that no other item changes when one comes
    ("Bakery closes after ninety years", "Flour had become too dear, Ola Brandt said."),
    ("Lighthouse goes electric", "The keeper will retire in May, the coast office announced."),
    ("Late frost in the orchards", "Half of the cherry blossom froze on Monday night, growers reported."),
    ("Library finds a lost atlas", "A cleaner discovered it behind the boiler, Tev Aldous told the Courier."),
    ("Tramway runs again", "Passengers cheered at the depot, Pia Lund said."),
    ("Quarry may flood", "Water stands four metres deep, Marit Solheim warned."),
    ("Choir wins in Varnholm", "The jury praised the altos, Bo Renn said."),
    ("A meagre wine year", "Wasps ate what the hail had left, Katrin Moll complained."),
    ("Swimming bath stays cold", "Its heat pump was stolen, police said."),
    ("Mill sold to its miller", "The price was one crown, Nora Teig told the Courier."),
    ("Greenhouse heated by servers", "Tomatoes ripen beside the computers, Signe Dahl explained."),
    ("Ferry loses its whistle", "Neighbours had petitioned against the noise, Nils Oberg said."),
    ("Museum stays where it is", "The council rejected the move by nine votes to two, Astrid Noll said."),
    ("Stable on the move", "Eleven horses walked to Tarn overnight, Per Aldous said."),
)


def _page(folder: Path, number: int, *, headline: str = "", updated: str = "", name: str = "") -> Path:
    told, sentence = TOLD[number]
    stamp = f'<meta property="article:modified_time" content="{updated}">' if updated else ""
    path = folder / (name or f"{number}.html")
    path.write_text(
        f"""<html lang="en"><head><title>{told}</title>
<meta property="article:published_time" content="2026-03-04T08:{number:02}:00+00:00">{stamp}
<meta property="og:site_name" content="The Sorrel Courier"><link rel="canonical" href="https://sorrelcourier.example/{number}">
</head><body><article><h1>{headline or told}</h1>
<p>{sentence}</p></article></body></html>""",
        "utf-8",
    )
    return path


def until(true: Callable[[], bool], seconds: float = 5.0) -> float:
    """Waits until something holds; how long it took. Fails after so many seconds."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if true():
            return time.monotonic() - start
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} seconds")
