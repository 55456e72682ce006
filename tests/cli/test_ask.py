"""Asking the record: each verb in its three forms."""

import csv
import io
import json

import pytest

from cli.made import DENIED, PAGE, PROMISED, READING, RELAYED
from sayso.record import Claim, Reading
from sayso.record.plain import from_plain


def objects(done) -> list[dict]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_claim_in_json_is_a_claim_with_its_page(sayso, store: str) -> None:
    """Beside the record's own names it carries page_id and page_url, and nothing else."""
    found = objects(sayso("--store", store, "claims", "--json"))
    assert {one.pop("page_id") for one in found} == {PAGE.id}
    assert {one.pop("page_url") for one in found} == {None}
    assert sorted(from_plain(Claim, one).id for one in found) == sorted(claim.id for claim in READING.claims)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--stance", "denies"), [DENIED]),
        (("--kind", "unnamed"), [RELAYED]),
        (("--source", "reth"), [PROMISED]),
        (("--about", "gates dam"), [RELAYED]),
        (("--since", "2031-03-04", "--stance", "denies"), [DENIED]),
        (("--since", "2031-03-05"), []),
        (("--as-of", "2031-03-01"), []),
        (("--as-of", "2031-03-06", "--kind", "person"), [PROMISED]),
    ],
)
def test_filters_narrow_claims(sayso, store: str, options: tuple[str, ...], expected: list[Claim]) -> None:
    found = objects(sayso("--store", store, "claims", "--json", *options))
    assert [one["id"] for one in found] == [claim.id for claim in expected]


def test_limit_takes_the_first(sayso, store: str) -> None:
    for verb, most in (("claims", 2), ("sources", 1), ("pages", 1)):
        assert len(objects(sayso("--store", store, verb, "--json", "--limit", str(most)))) == most


def test_search_finds_words_of_content_and_headline(sayso, store: str) -> None:
    found = objects(sayso("--store", store, "search", "Nobody wait", "--json"))
    assert [one["id"] for one in found] == [PROMISED.id]


def test_a_source_carries_its_number_of_claims(sayso, store: str) -> None:
    found = objects(sayso("--store", store, "sources", "--json"))
    assert {(one["name"], one["claims"]) for one in found} >= {("Water Ministry", 1), ("Ana Reth", 1)}


def test_a_page_in_json_counts_its_text(sayso, store: str) -> None:
    [page] = objects(sayso("--store", store, "pages", "--json"))
    assert (page["id"], page["characters"]) == (PAGE.id, len(PAGE.text))


def test_csv_has_a_header_and_a_row_for_each_claim(sayso, store: str) -> None:
    rows = list(csv.DictReader(io.StringIO(sayso("--store", store, "claims", "--csv").stdout)))
    row = next(row for row in rows if row["id"] == RELAYED.id)
    assert len(rows) == len(READING.claims)
    assert (row["speaker"], row["count"], row["via"]) == (
        "sources in the ministry",
        "two or more sources",
        "Vesna Courier",
    )


@pytest.mark.parametrize("verb", [("claims",), ("search", "gates"), ("sources",), ("pages",)])
def test_people_get_lists_of_eighty_columns(sayso, store: str, verb: tuple[str, ...]) -> None:
    """In a pipe nothing is wider than 80 columns, coloured, or ends in spaces."""
    done = sayso("--store", store, *verb)
    assert done.exit_code == 0 and done.stdout
    assert [line for line in done.stdout.splitlines() if len(line) > 80 or line != line.rstrip()] == []
    assert "\x1b" not in done.stdout


def test_a_claim_for_people_tells_who_how_through_whom_and_where(sayso, store: str) -> None:
    out = " ".join(sayso("--store", store, "claims", "--kind", "unnamed").stdout.split())
    assert "sources in the ministry · “told” · unnamed, two or more sources" in out
    assert "through Vesna Courier" in out
    assert "Dam gates opened before the flood, Courier reports · 2031-03-04 21:57, zone not printed" in out


def test_outlets_that_nobody_named_stand_in_one_line(sayso, store: str) -> None:
    out = sayso("--store", store, "sources").stdout.splitlines()
    assert [line.split() for line in out if "not named" in line] == [
        ["2", "outlets", "not", "named", "outlet,", "1", "page"]
    ]


def test_pieces_of_a_content_are_shown_with_a_gap(sayso, store: str) -> None:
    out = " ".join(sayso("--store", store, "claims", "--source", "reth").stdout.split())
    assert '"We will pay every family," … "Nobody will wait."' in out


def test_nothing_found_is_said_and_is_no_failure(sayso, store: str) -> None:
    done = sayso("--store", store, "claims", "--source", "nobody at all")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing in the record fits" in done.stderr


def test_show_takes_the_beginning_of_an_id(sayso, store: str) -> None:
    """A page shows its reading, a text its claims, a claim its chain."""
    [page] = objects(sayso("--store", store, "show", PAGE.id[:8], "--json"))
    assert from_plain(Reading, page).page.id == PAGE.id
    text_id = READING.texts[0].id
    [text] = objects(sayso("--store", store, "show", text_id[:8], "--json"))
    assert text["headline"] == READING.texts[0].headline
    [claim] = objects(sayso("--store", store, "show", RELAYED.id[:8], "--json"))
    assert (claim["id"], claim["page_id"]) == (RELAYED.id, PAGE.id)
    for record_id in (PAGE.id, text_id, RELAYED.id):
        out = sayso("--store", store, "show", record_id[:8]).stdout
        assert "        └── sources in the ministry · “told”" in out
        assert "<told>" in out


def test_show_of_an_unknown_id_says_so(sayso, store: str) -> None:
    done = sayso("--store", store, "show", "feedbeef")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "feedbeef" in done.stderr and len(done.stderr.splitlines()) == 1
