"""Every store that is held to the contract."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.plugs import Store
from sayso.store.memory import MemoryStore
from sayso.store.sql import SqlStore


@pytest.fixture(params=["memory", "sqlite"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Opens a new store of each kind; closes it in the end."""
    stores: list[Store] = []

    def open_one(*, keep_bodies: bool = True) -> Store:
        if request.param == "memory":
            stores.append(MemoryStore(keep_bodies=keep_bodies))
        else:
            stores.append(SqlStore(f"sqlite:///{tmp_path}/{len(stores)}.sqlite", keep_bodies=keep_bodies))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[..., Store]) -> Store:
    return opened()
