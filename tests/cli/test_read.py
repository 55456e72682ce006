"""`sayso read`: what a page says, and what becomes of input that is no page."""

import gzip
import json
from pathlib import Path

import pytest

from sayso.record import Grounds, Reading
from sayso.record.plain import from_plain


def test_json_is_one_reading_a_line_and_nothing_else(sayso, page: Path) -> None:
    """Each line of stdout reads back as a Reading, and nothing is kept."""
    done = sayso("read", str(page), str(page), "--json")
    readings = [from_plain(Reading, json.loads(line)) for line in done.stdout.splitlines()]
    assert (done.exit_code, done.stderr, len(readings)) == (0, "", 2)
    assert "Boats sent to Sorrel" in readings[0].page.text
    assert not Path("home").exists()


def test_people_see_the_name_they_gave(sayso, page: Path) -> None:
    done = sayso("read", str(page))
    assert done.exit_code == 0
    assert "page.html" in done.stdout


def test_what_is_told_of_a_page_is_in_its_reading(sayso, page: Path) -> None:
    told = ("--url", "https://vesna.example/dam", "--outlet", "Vesna Courier", "--captured", "2031-03-05T08:00")
    read = json.loads(sayso("read", str(page), "--json", *told).stdout)["page"]
    assert (read["url"], read["outlet"], read["captured"]) == (told[1], told[3], told[5])


def test_stdin_is_a_dash(sayso, page: Path) -> None:
    done = sayso("read", "-", "--json", stdin=page.read_bytes())
    assert done.exit_code == 0
    assert "70 boats" in json.loads(done.stdout)["page"]["text"]


def test_a_folder_is_read_file_by_file(sayso, page: Path) -> None:
    (page.parent / "pages").mkdir()
    for name in ("a.html", "b.html"):
        (page.parent / "pages" / name).write_bytes(page.read_bytes())
    done = sayso("read", "pages")
    assert done.exit_code == 0
    assert done.stdout.index("a.html") < done.stdout.index("b.html")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def huge_text(path: Path) -> None:
    path.write_bytes(b"<p>words and words</p>\n" * 500_000)


BAD = {
    "empty.html": lambda path: path.write_bytes(b""),
    "binary.html": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "picture.png": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "paper.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(range(128, 256)) * 20),
    "cut.html.gz": lambda path: path.write_bytes(gzip.compress(b"<p>The dam held.</p>" * 999)[:60]),
    "rotten.html.gz": lambda path: path.write_bytes(b"\x1f\x8b\x08\x00" + b"rotten" * 9),
    "bomb.html.gz": lambda path: path.write_bytes(gzip.compress(bytes(60_000_000))),
    "huge.html": huge,
    "hugetext.html": huge_text,
    "hollow": lambda path: path.mkdir(),
    "missing.html": lambda path: None,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("verb", ["read", "add"])
def test_bad_input_is_one_clear_line_and_the_others_are_read(sayso, page: Path, verb: str, name: str) -> None:
    """Exit code 1, one line on stderr that names the input and says why, the good page still taken."""
    bad = page.parent / name
    BAD[name](bad)
    done = sayso(verb, str(bad), str(page), *(("--json",) if verb == "read" else ()))
    told = [line for line in done.stderr.splitlines() if name in line]
    assert done.exit_code == 1, done.stderr
    assert len(told) == 1 and len(told[0]) > len(f"sayso: {bad}: ")
    assert "Traceback" not in done.stderr
    assert ("70 boats" if verb == "read" else "kept") in done.stdout


def test_what_could_not_be_taken_is_kept_as_missed(sayso, page: Path) -> None:
    """A run leaves a Missed behind for each bad input, with its reason and time."""
    sayso("add", "missing.html", str(page))
    missed = [json.loads(line) for line in sayso("missed", "--json").stdout.splitlines()]
    assert [one["what"] for one in missed] == ["missing.html"]
    assert missed[0]["why"] and missed[0]["at"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Der Fluß stieg über Nacht, sagte der Bürgermeister von Grünau.".encode("cp1252"), "Fluß stieg über"),
        ("<p>Łódź, żółw i źdźbło: tak mówił burmistrz.</p>".encode("utf-16"), "żółw"),
        (b"<meta charset=utf-8><p>a caf\xe9 and a cr\xe8che, the mayor said.</p>", "the mayor said"),
    ],
)
def test_a_wrong_or_odd_encoding_is_read_all_the_same(sayso, tmp_path: Path, body: bytes, words: str) -> None:
    """A page that is not UTF-8, or not what it says it is, is decoded as well as can be."""
    (tmp_path / "odd.html").write_bytes(b"<html><body>" * (not body.startswith(b"\xff\xfe")) + body)
    done = sayso("read", "odd.html", "--json")
    assert done.exit_code == 0, done.stderr
    assert words in json.loads(done.stdout)["page"]["text"]


def test_a_file_name_cannot_paint_the_screen(sayso) -> None:
    done = sayso("read", "no\x1b[31m\nsuch.html")
    assert done.exit_code == 1
    assert "\x1b" not in done.stderr and len(done.stderr.splitlines()) == 1


def test_explain_shows_the_words_and_the_reader_of_each_field(sayso, page: Path) -> None:
    """Below each claim: a line a field with its words' place, its rule, its reader."""
    told = " ".join(sayso("read", str(page), "--explain").stdout.split())
    assert "cue said" in told and "attribute@" in told
    assert "hop 1 Ola Brandt" in told and "chain@" in told
    assert "stance asserts · no word says otherwise · chain@" in told
    assert "not found" in told
    assert "attribute@" not in sayso("read", str(page)).stdout


def test_explain_fits_the_screen_and_ends_no_line_in_spaces(sayso, page: Path) -> None:
    lines = sayso("read", str(page), "--explain", "--all").stdout.splitlines()
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []


def test_explain_in_json_is_one_object_a_claim(sayso, page: Path) -> None:
    """Each line reads back as Grounds of a claim of the reading, own voice too."""
    lines = sayso("read", str(page), "--explain", "--json").stdout.splitlines()
    reading = from_plain(Reading, json.loads(sayso("read", str(page), "--json").stdout))
    found = [from_plain(Grounds, json.loads(line)) for line in lines]
    assert [one.claim_id for one in found] == [claim.id for claim in reading.claims]
    assert {one.page_id for one in found} == {reading.page.id}
    assert set(json.loads(lines[0])) == {"claim_id", "page_id", "grounds"}


def test_explain_shows_hostile_words_as_escapes(sayso, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("The dam \x1b[2J\u202eheld, Captain Ola Brandt said.\n", "utf-8")
    done = sayso("read", str(path), "--explain")
    assert not set("\x1b\u202e") & set(done.stdout)
    assert "\\u202eheld" in done.stdout


def test_html_is_one_page_of_all_that_was_read(sayso, page: Path) -> None:
    """OUT holds every input; stdout stays empty, stderr tells what was written."""
    done = sayso("read", "--html", "out.html", str(page), str(page))
    written = Path("out.html").read_text("utf-8")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "wrote out.html (2 pages, 2 attributed claims)" in done.stderr
    assert written.count("70 boats") >= 2 and written.startswith("<!doctype html>")


def test_html_may_be_written_again_but_never_over_a_page_to_read(sayso, page: Path) -> None:
    """A file that sayso did not write is never its OUT: `--html page.html page.html` loses no page."""
    before = page.read_bytes()
    lost = sayso("read", "--html", str(page), str(page))
    assert (lost.exit_code, page.read_bytes()) == (2, before)
    assert "choose another name" in lost.stderr
    assert [sayso("read", "--html", "out.html", str(page)).exit_code for _ in range(2)] == [0, 0]


def test_html_to_a_dash_is_stdout(sayso, page: Path) -> None:
    done = sayso("read", str(page), "--html", "-")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("</html>")


def test_html_and_json_exclude_each_other(sayso, page: Path) -> None:
    assert sayso("read", str(page), "--html", "out.html", "--json").exit_code == 2


def test_html_of_nothing_writes_nothing(sayso) -> None:
    """Where no input could be taken there is no page, and the run says so."""
    done = sayso("read", "missing.html", "--html", "out.html")
    assert (done.exit_code, Path("out.html").exists()) == (1, False)


def test_html_that_cannot_be_written_is_one_clear_line(sayso, page: Path) -> None:
    done = sayso("read", str(page), "--html", "no/such/folder/out.html")
    assert (done.exit_code, len(done.stderr.splitlines())) == (3, 1)
