"""Laws of keeping: a store gives back what it was given, and the order of adding changes nothing but order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_pages import kept, said, story

from sayso.plugs import Store
from sayso.record import Capture, Filter, Reading
from sayso.record.plain import to_plain
from sayso.store.memory import MemoryStore
from sayso.store.sql import SqlStore

WORDS = ("gates", "Reth", "river", "50", "34", "Źle", "dam\x00", "boats", "night", "denied")
clauses = st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map(" ".join)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Reading, Capture]:
    """A page of one of two addresses or none, at one of many times."""
    items = []
    for body in draw(st.lists(clauses, min_size=1, max_size=3)):
        items.append(
            story(
                draw(st.none() | clauses),
                body,
                kind=draw(st.sampled_from(["article", "brief", "card"])),
                published=draw(st.none() | st.sampled_from(["2031-03-04", "2031-03-04T08:00", "2031-03-04T09:00"])),
                updated=draw(st.none() | st.sampled_from(["2031-03-04T10:00", "2031-03-04T11:00"])),
                says=[said(body, draw(st.sampled_from([None, "Ana Reth", "Tev Aldous"])))],
            )
        )
    return kept(
        *items,
        url=draw(st.sampled_from([None, "https://vesna.example/1", "https://vesna.example/2"])),
        outlet=draw(st.sampled_from([None, "Vesna Courier"])),
        captured=f"2031-03-04T12:{draw(st.integers(0, 59)):02}:{draw(st.integers(0, 59)):02}+00:00",
        name=draw(st.sampled_from(["-", "a.txt", "b.txt"])),
    )


@cache
def empty_record() -> bytes:
    """The file of a new record: making one runs the migrations, which is slow."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.sqlite")
        SqlStore(str(path)).close()
        return path.read_bytes()


@contextmanager
def opened(kind: str) -> Iterator[Store]:
    """A new store."""
    if kind == "memory":
        yield MemoryStore()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.sqlite")
        path.write_bytes(empty_record())
        store = SqlStore(str(path))
        yield store
        store.close()


def seen(store: Store, **asked: Any) -> list[Any]:
    """All that can be asked, without the order."""
    choice = Filter(**asked)
    claims = [(claim.id, text.id, text.replaces) for claim, _, text in store.claims(choice)]
    return [
        sorted(claims, key=str),
        sorted(
            (str(source.name), source.id if not source.name else "", count) for source, count in store.sources(choice)
        ),
        sorted(claim.id for claim, _, _ in store.search("river", choice)),
    ]


ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"replaced": True},
    {"as_of": "2031-03-04T10:30"},
    {"as_of": "2031-03-04T12:30"},
    {"since": "2031-03-04T08:30", "source": "reth"},
    {"about": "dam 50"},
)
law = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@law
@given(given_pages=st.lists(pages(), min_size=1, max_size=4))
def test_a_store_returns_what_it_was_given(kind: str, given_pages: list[tuple[Reading, Capture]]) -> None:
    """Every reading comes back, but for what its texts replace, and every capture."""
    with opened(kind) as store:
        new = {reading.page.id: (reading, capture) for reading, capture in reversed(given_pages)}
        for reading, capture in given_pages:
            store.put(reading, capture)
        for reading, capture in new.values():
            found = to_plain(store.reading(reading.page.id))
            for text in found["texts"]:
                text["replaces"] = None
            assert found == to_plain(reading)
            assert store.capture(reading.page.id) == capture
        assert sorted(page.id for page in store.pages()) == sorted(new)


@law
@given(data=st.data(), given_pages=st.lists(pages(), min_size=2, max_size=4, unique_by=lambda pair: pair[1].captured))
def test_the_order_of_adding_changes_only_order(
    data: st.DataObject, given_pages: list[tuple[Reading, Capture]]
) -> None:
    """What is true, what replaced what, and since when, are the same in both stores whatever came first."""
    given_pages = list({reading.page.id: (reading, capture) for reading, capture in given_pages}.values())
    other = data.draw(st.permutations(given_pages))
    with opened("memory") as one, opened("sqlite") as two, opened("sqlite") as three:
        for store, order in ((one, given_pages), (two, other), (three, given_pages)):
            for reading, capture in order:
                store.put(reading, capture)
        for asked in ASKED:
            assert seen(one, **asked) == seen(two, **asked) == seen(three, **asked)
        one_order, same_order = (
            [(claim.id, page.id) for claim, page, _ in store.claims(Filter(replaced=True))] for store in (one, three)
        )
        assert one_order == same_order
