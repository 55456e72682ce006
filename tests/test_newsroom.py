"""The newsroom reads, keeps and answers; one bad page never stops the others."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso.errors import CaptureError, NotKept, PlugError, RecordError, StoreError
from sayso.newsroom import Added, Newsroom, check, listed, read, read_all
from sayso.read import Line, line_of
from sayso.record import Claim, Filter, Link, Missed, Page, Reading, Source, Text, When, make_id
from sayso.settings import Settings

NOON = "2031-03-05T12:00:00+00:00"
DAM = """Gates opened at Sorrel

By Ilka Moren

March 4, 2031 8:00 PM

Two gates of the upper dam were opened before the flood, the Courier reported on Monday evening.

The Water Ministry denied it and said that the river rose by itself after a week of rain.
"""


class Paragraphs:
    """A reader that takes every paragraph for a claim of an unnamed source, and counts what it read."""

    name, needs, gives = "paragraphs", ("texts",), ("claims",)

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.seen = 0

    def __call__(self, reading: Reading) -> Reading:
        self.seen += 1
        if "CRASH" in reading.page.text:
            raise IndexError("a reader's own mistake")
        claims = [
            Claim(
                id=make_id("claim", text.id, span),
                text_id=text.id,
                span=span,
                content=span.of(reading.page.text),
                content_spans=(span,),
                chain=(Link(source=Source(id=make_id("source", text.id), kind="unnamed"), relation="told"),),
            )
            for text in reading.texts
            for span in text.body
        ]
        return replace(reading, claims=tuple(claims))


@pytest.fixture
def reader() -> Paragraphs:
    return Paragraphs()


@pytest.fixture
def line(reader: Paragraphs) -> Line:
    return line_of([reader])


@pytest.fixture
def newsroom(tmp_path: Path, line: Line) -> Iterator[Newsroom]:
    """A newsroom on a new SQLite record, with a clock that stands."""
    with Newsroom(f"sqlite:///{tmp_path}/record.sqlite", settings=Settings(), line=line, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def dam(tmp_path: Path) -> str:
    path = tmp_path / "dam.txt"
    path.write_text(DAM, "utf-8")
    return str(path)


def added(newsroom: Newsroom, *whats: str, **told: str) -> list[Added | Missed]:
    return list(newsroom.add(whats, **told))


# ── reading without keeping ─────────────────────────────────────────────────────────────────────────────────


def test_a_page_is_read(dam: str, line: Line) -> None:
    """Its whole text, and what the readers find."""
    reading = read(dam, line=line)
    assert reading.page.text == DAM
    assert any("Two gates" in claim.content for claim in reading.claims)


def test_what_is_told_of_a_page_is_kept_with_it(dam: str, line: Line) -> None:
    """Address, outlet and time of capture, which the bytes do not say."""
    page = read(dam, url="https://vesna.example/dam", outlet="Vesna Courier", captured=NOON, line=line).page
    assert (page.url, page.outlet, page.captured) == ("https://vesna.example/dam", "Vesna Courier", NOON)


def test_nothing_is_made_up_of_a_page(dam: str, line: Line) -> None:
    """Reading knows no clock."""
    page = read(dam, line=line).page
    assert (page.url, page.outlet, page.captured) == (None, None, None)


def test_what_cannot_be_read_is_an_error(tmp_path: Path, line: Line) -> None:
    """It names the file and says why."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(CaptureError, match=r"a\.pdf: it is a PDF file"):
        read(str(tmp_path / "a.pdf"), line=line)


def test_a_folder_is_not_one_page(tmp_path: Path, dam: str, line: Line) -> None:
    """read gives one reading; read_all gives many."""
    (tmp_path / "other.txt").write_text("Flood\n\nThe river rose in the night, the mayor said.\n")
    with pytest.raises(CaptureError, match="2 pages"):
        read(str(tmp_path), line=line)
    assert len(list(read_all([str(tmp_path)], line=line))) == 2


def test_a_bad_page_does_not_stop_the_others(tmp_path: Path, dam: str, line: Line) -> None:
    """What is no page, what is not there, and what makes a reader fail, each with its reason; the rest is read."""
    (tmp_path / "crash.txt").write_text("CRASH\n\nThe river rose in the night, the mayor said.\n")
    found = list(read_all(["/nowhere", str(tmp_path / "crash.txt"), dam], line=line))
    assert [type(one) for one in found] == [Missed, Missed, Reading]
    assert 'IndexError("a reader\'s own mistake")' in getattr(found[1], "why", "")


def test_one_address_is_not_told_of_two_pages(dam: str, line: Line) -> None:
    """The second page would look like an edit of the first."""
    with pytest.raises(CaptureError, match="one url was told of several pages"):
        list(read_all([dam, dam], url="https://vesna.example/dam", line=line))


def test_pages_are_listed_without_being_read(tmp_path: Path, dam: str) -> None:
    """What a progress bar counts."""
    assert listed([str(tmp_path), "-", "https://vesna.example/"]) == (dam, "-", "https://vesna.example/")


def test_addresses_of_private_networks_are_missed(line: Line) -> None:
    """Unless the settings allow them."""
    (found,) = read_all(["http://127.0.0.1:9/"], line=line, settings=Settings())
    assert isinstance(found, Missed)
    assert "allow_private" in found.why


# ── keeping ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_is_added(newsroom: Newsroom, dam: str) -> None:
    """And says what was read of it."""
    (found,) = added(newsroom, dam)
    (page,) = newsroom.pages()
    claims = len(list(newsroom.claims()))
    assert found == Added(what=dam, page_id=page.id, new=True, texts=len(list(newsroom.texts())), claims=claims)
    assert claims > 0


def test_adding_again_reads_nothing(newsroom: Newsroom, dam: str, reader: Paragraphs) -> None:
    """An interrupted run is repeated at the cost of looking."""
    added(newsroom, dam)
    (again,) = added(newsroom, dam)
    assert (again.new, reader.seen) == (False, 1)  # type: ignore[union-attr]


def test_the_standard_line_knows_its_own_pages(tmp_path: Path, dam: str) -> None:
    """What the shipped readers sign is what they ask for."""
    with Newsroom(str(tmp_path / "own.sqlite"), settings=Settings()) as newsroom:
        added(newsroom, dam)
        (page,) = newsroom.pages()
        assert newsroom.view.read_by(page.id) == newsroom.line.version


def test_capture_is_dated_by_the_clock(newsroom: Newsroom, dam: str) -> None:
    """Where nobody told when it was captured."""
    added(newsroom, dam)
    assert [page.captured for page in newsroom.pages()] == [NOON]


def test_a_told_time_of_capture_is_kept(newsroom: Newsroom, dam: str) -> None:
    """Whoever took the page knows better than the clock."""
    added(newsroom, dam, captured="2031-03-04T21:00:00+00:00")
    assert [page.captured for page in newsroom.pages()] == ["2031-03-04T21:00:00+00:00"]


def test_a_told_time_that_is_none_is_refused(newsroom: Newsroom, dam: str) -> None:
    """It would make no sense of "as of"; nothing is read before that is said."""
    with pytest.raises(RecordError, match="'last week' is no ISO time"):
        added(newsroom, dam, captured="last week")


def test_a_time_the_readers_made_up_is_a_miss(tmp_path: Path, dam: str) -> None:
    """What cannot be dated cannot be kept, and the other pages are."""

    class Misdates(Paragraphs):
        def __call__(self, reading: Reading) -> Reading:
            soon = When(earliest="soon", latest="soon", grain="day")
            return replace(reading, texts=tuple(replace(text, published=soon) for text in reading.texts))

    with Newsroom("memory:", settings=Settings(), line=line_of([Misdates()])) as newsroom:
        (found,) = added(newsroom, dam)
    assert isinstance(found, Missed)
    assert "'soon' is no ISO time" in found.why


def test_what_is_missed_is_kept_with_its_time(newsroom: Newsroom, dam: str) -> None:
    """Once, however often it is tried."""
    for _ in range(2):
        found = added(newsroom, "/nowhere", dam)
        assert [type(one) for one in found] == [Missed, Added]
    assert list(newsroom.missed()) == [Missed(what="/nowhere", why="there is no such file", at=NOON)]


def test_each_page_is_kept_when_it_is_given(newsroom: Newsroom, tmp_path: Path, dam: str) -> None:
    """Whoever stops after the first page has the first page."""
    (tmp_path / "later.txt").write_text("Flood\n\nThe river rose in the night, the mayor said.\n")
    run = newsroom.add([str(tmp_path / "later.txt"), dam])
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert len(list(newsroom.pages())) == 1


def test_newer_readers_read_again(newsroom: Newsroom, dam: str, tmp_path: Path) -> None:
    """From the file given, or from the bytes that were kept; first captured stays first captured."""
    added(newsroom, dam)
    newsroom.close()
    later = {"line": line_of([Paragraphs("2")]), "clock": lambda: "2032-01-01T00:00:00+00:00", "settings": Settings()}
    with Newsroom(newsroom.url, **later) as other:  # type: ignore[arg-type]
        assert [found.new for found in other.reread()] == [True]  # type: ignore[union-attr]
        assert [page.captured for page in other.pages()] == [NOON]
        assert list(other.reread()) == []
        assert [found.new for found in added(other, dam)] == [False]  # type: ignore[union-attr]


def test_an_edited_file_becomes_a_text_that_replaces(newsroom: Newsroom, dam: str) -> None:
    """The same file with another figure is an edit; what it said before is still there if asked."""
    added(newsroom, dam)
    Path(dam).write_text(DAM.replace("Two gates", "Three gates"), "utf-8")
    added(newsroom, dam)
    gates = [kept.content[:5] for kept, _, _ in newsroom.claims(Filter(about="gates"))]
    assert gates == ["Three"]
    assert len(list(newsroom.claims(Filter(about="gates", replaced=True)))) == 2


def test_a_record_in_memory_keeps_nothing(dam: str, line: Line) -> None:
    """For a question in passing."""
    with Newsroom("memory:", settings=Settings(), line=line) as newsroom:
        assert added(newsroom, dam)[0].new  # type: ignore[union-attr]


def test_a_single_name_is_one_page(newsroom: Newsroom, dam: str) -> None:
    """A string is not taken for a list of letters."""
    assert [found.what for found in newsroom.add(dam)] == [dam]


def test_an_unknown_kind_of_record_is_refused() -> None:
    """The message names those there are."""
    with pytest.raises(PlugError, match="'oracle'.*memory, sqlite"):
        Newsroom("oracle://host/record", settings=Settings())


def test_a_record_is_not_made_for_reading(tmp_path: Path) -> None:
    """`sayso claims` on a mistyped path says so."""
    with pytest.raises(StoreError, match="there is no record"):
        Newsroom(str(tmp_path / "typo.sqlite"), settings=Settings(), create=False)


# ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_claim_for_people_says_where_it_stands(newsroom: Newsroom, dam: str) -> None:
    """Its JSON carries the page's id and address."""
    added(newsroom, dam, url="https://vesna.example/dam")
    plain = next(newsroom.claims()).plain()
    (page,) = newsroom.pages()
    assert (plain["page_id"], plain["page_url"]) == (page.id, "https://vesna.example/dam")
    assert plain["content"] and plain["chain"][0]["source"]["kind"] == "unnamed"


def test_ids_show_what_they_name(newsroom: Newsroom, dam: str) -> None:
    """A page's reading, a text with its page, a claim with both."""
    added(newsroom, dam)
    kept = next(newsroom.claims())
    assert newsroom.show(kept.claim.id[:14]) == kept
    assert newsroom.show(kept.text.id) == (kept.text, kept.page)
    assert newsroom.show(kept.page.id) == newsroom.reading(kept.page.id)
    with pytest.raises(NotKept):
        newsroom.show("ffffffffffffffffffff")


def test_search_and_sources_answer(newsroom: Newsroom, dam: str) -> None:
    """They go through the same filters as claims."""
    added(newsroom, dam, outlet="Vesna Courier")
    assert ["Ministry" in kept.claim.content for kept in newsroom.search("ministry rain")] == [True]
    assert sum(count for _, count in newsroom.sources()) == len(list(newsroom.claims()))
    assert list(newsroom.search("ministry", Filter(outlet="Orlo"))) == []


def test_claims_become_a_table(newsroom: Newsroom, dam: str) -> None:
    """One row a claim, for pandas and for Arrow."""
    pandas, arrow = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    added(newsroom, dam)
    frame, table = newsroom.table(), newsroom.table(kind="arrow")
    assert isinstance(frame, pandas.DataFrame) and isinstance(table, arrow.Table)
    contents = [kept.claim.content for kept in newsroom.claims()]
    assert list(frame["content"]) == table["content"].to_pylist() == contents


def test_a_table_needs_its_library(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PlugError, match=r"pip install 'sayso\[tables\]'"):
        newsroom.table()


# ── the doctor, and the face ────────────────────────────────────────────────────────────────────────────────


def test_a_sound_record_is_found_sound(newsroom: Newsroom, dam: str) -> None:
    """Python, SQLite, readers and the record are looked at."""
    added(newsroom, dam)
    found = {finding.name: finding.good for finding in newsroom.check()}
    assert {"sayso", "python", "sqlite", "record"} <= set(found)
    assert found["record"] is True


def test_a_record_that_does_not_open_is_a_finding(tmp_path: Path) -> None:
    """The doctor never fails, and makes nothing."""
    (tmp_path / "diary.sqlite").write_text("Dear diary,\n" * 100)
    found = [finding for finding in check(str(tmp_path / "diary.sqlite")) if finding.good is False]
    assert any("not a record of sayso" in finding.what for finding in found)
    check(str(tmp_path / "none.sqlite"))
    assert not (tmp_path / "none.sqlite").exists()


def test_the_face_shows_the_way_in() -> None:
    """Everything in `sayso.__all__` is there, and nothing else."""
    assert {name: getattr(sayso, name) is not None for name in sayso.__all__} == dict.fromkeys(sayso.__all__, True)
    assert (sayso.Newsroom, sayso.Page, sayso.Text) == (Newsroom, Page, Text)
    with pytest.raises(AttributeError, match="nothing"):
        sayso.nothing  # noqa: B018


@pytest.mark.parametrize("before", ["", "sayso.record", "sayso.newsroom", "sayso.read.line", "sayso.read"])
def test_the_first_verb_is_read(before: str) -> None:
    """`sayso.read` is a verb, whichever room was loaded before; the room of that name can still be imported from."""
    program = f"""
import sayso, importlib
if {before!r}: importlib.import_module({before!r})
for _ in range(2):
    try:
        sayso.read("nowhere.html", outlet="Vesna Courier")
    except sayso.errors.CaptureError as err:
        print(err)
from sayso.read.line import line_of
import sayso.read.line as line
print(line.line_of is line_of)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["nowhere.html: there is no such file"] * 2 + ["True"]


def test_importing_sayso_costs_nothing() -> None:
    """No heavy library is loaded before a page is read or a record opened."""
    heavy = ("sqlalchemy", "alembic", "httpx", "onnxruntime", "numpy", "tokenizers", "turbohtml")
    program = f"import sys, sayso; sayso.Filter; print([name for name in {heavy!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_newsroom_loads_only_what_it_needs(dam: str) -> None:
    """Reading a file needs neither the network's library nor the database's."""
    program = f"""
import sys
from sayso.newsroom import read
from sayso.read import line_of
read({dam!r}, line=line_of([]))
print([name for name in ("sqlalchemy", "alembic", "httpx", "onnxruntime") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
