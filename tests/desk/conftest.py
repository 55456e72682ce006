"""One small record of sample pages for all tests of the desk, and a client that asks the desk of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.desk import application
from sayso.newsroom import Newsroom

PAGES = Path(__file__).parents[2] / "samples" / "pages"
TOLD = (
    "harbour-post-solen-dresk-call.html",
    "karsk-courier-solen-dresk.html",
    "karsk-courier-ministry-denial.html",
    "tessary-standard-dresk-denial.html",
    "ordania-today-menk-no-call.html",
    "upland-gazette-solen-dresk.html",
    "harbour-post-velin-live.html",
    "tessary-harbour-rally-1.html",
    "tessary-harbour-rally-2.html",
    "karsk-courier-feed-capture.txt",
)
NOON = "2026-03-20T12:00:00+00:00"


def keep(store: str, *names: Path) -> None:
    """Adds pages to a record and weighs them, as captured at noon."""
    with Newsroom(store, clock=lambda: NOON) as newsroom:
        list(newsroom.add(map(str, names)))
        list(newsroom.weigh())
        list(newsroom.settle())


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of ten sample pages."""
    store = f"sqlite:///{tmp_path_factory.mktemp('desk') / 'record.sqlite'}"
    keep(store, *(PAGES / name for name in TOLD))
    return store


@pytest.fixture(scope="session")
def newsroom(record: str) -> Iterator[Newsroom]:
    """The record, open."""
    with Newsroom(record, create=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def desk(newsroom: Newsroom) -> TestClient:
    """A reader of the desk on this machine; what goes wrong inside is a page, as for a reader."""
    return TestClient(application(newsroom), base_url="http://127.0.0.1", raise_server_exceptions=False)
