"""Plugs are found by name, and those that others install as well."""

from collections.abc import Iterable
from importlib.metadata import EntryPoint

import pytest

from sayso import catalogue
from sayso.catalogue import PLUGS, plug
from sayso.errors import PlugError
from sayso.store.memory import MemoryStore


@pytest.mark.parametrize(("group", "name"), [(group, name) for group in PLUGS for name in PLUGS[group]])
def test_every_plug_of_the_table_loads(group: str, name: str) -> None:
    """The table is written by hand; it must not promise what is not there."""
    assert isinstance(plug(group, name), type)


@pytest.mark.parametrize("name", PLUGS["readers"])
def test_a_reader_is_called_by_its_name(name: str) -> None:
    """What the catalogue calls it is what it signs with."""
    assert plug("readers", name).name == name


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package offers two stores, of which one does not load."""
    offered = [
        EntryPoint("ledger", "sayso.store.memory:MemoryStore", "sayso.stores"),
        EntryPoint("broken", "sayso.store.nowhere:Store", "sayso.stores"),
    ]

    def entry_points(*, group: str) -> Iterable[EntryPoint]:
        return [entry for entry in offered if entry.group == group]

    monkeypatch.setattr(catalogue, "entry_points", entry_points)


@pytest.mark.usefixtures("installed")
def test_an_installed_plug_is_found() -> None:
    """Through its entry point."""
    assert plug("stores", "ledger") is MemoryStore


@pytest.mark.usefixtures("installed")
def test_an_installed_plug_that_does_not_load_is_named() -> None:
    """With what went wrong."""
    with pytest.raises(PlugError, match="'broken' of stores is installed but does not load"):
        plug("stores", "broken")


@pytest.mark.usefixtures("installed")
def test_an_unknown_plug_names_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the table and those installed."""
    with pytest.raises(PlugError, match="no plug 'oracle' among stores; known are broken, ledger, memory, sqlite"):
        plug("stores", "oracle")
