"""`sayso outlets`: whom the counting takes for one publisher."""

import json
from pathlib import Path


def test_agencies_and_families_are_listed(sayso) -> None:
    """By family; in JSON each says whether it is the newsroom's own. Asking makes no file."""
    out = sayso("outlets", "--name", "associated press")
    assert "Associated Press" in out.stdout and "agency" in out.stdout
    found = [json.loads(line) for line in sayso("outlets", "--json").stdout.splitlines()]
    assert {"Reuters", "BBC", "USA Today"} <= {one["name"] for one in found if not one["own"]}
    assert list(Path.cwd().rglob("*.toml")) == []


def test_the_list_fits_eighty_columns(sayso) -> None:
    done = sayso("outlets")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if len(line) > 80 or line != line.rstrip()] == []


def test_an_added_family_is_kept_beside_the_record(sayso) -> None:
    """The file is named; what people wrote in it stays; the second entry of a name adds to the first."""
    Path("news.outlets.toml").write_text("# our papers\n")
    first = sayso("--store", "news.sqlite", "outlets", "add", "Tarn Herald", "--family", "Tarn Media", "--alias", "TH")
    assert (first.exit_code, "news.outlets.toml" in first.stderr) == (0, True)
    sayso("--store", "news.sqlite", "outlets", "add", "Tarn Echo", "--family", "Tarn Media", "--kind", "site")
    again = sayso("--store", "news.sqlite", "outlets", "add", "tarn herald", "--alias", "The Herald of Tarn")
    assert "family Tarn Media, with 1 other" in again.stdout
    found = [json.loads(x) for x in sayso("--store", "news.sqlite", "outlets", "--own", "--json").stdout.splitlines()]
    assert [(one["name"], one["aliases"], one["kind"]) for one in found] == [
        ("Tarn Echo", [], "site"),
        ("Tarn Herald", ["TH", "The Herald of Tarn"], "paper"),
    ]
    assert Path("news.outlets.toml").read_text().startswith("# our papers\n")
    assert sayso("--store", "other.sqlite", "outlets", "--own").stdout == ""


def test_outlets_are_imported_all_or_none(sayso) -> None:
    """A bad entry is named and nothing is added."""
    Path("more.toml").write_text('[[outlets]]\nname = "Elm"\nfamily = "F"\n[[outlets]]\nname = "Oak"\nkinds = "site"\n')
    bad = sayso("--store", "news.sqlite", "outlets", "import", "more.toml")
    assert (bad.exit_code, Path("news.outlets.toml").exists()) == (2, False)
    assert "more.toml, entry 2 ('Oak')" in bad.stderr and "'kinds'" in bad.stderr
    Path("more.toml").write_text(
        'outlets = [{name = "Elm", family = "F"}, {name = "Oak", aliases = ["O\\n\\u007f"]}]\n'
    )
    good = sayso("--store", "news.sqlite", "outlets", "import", "more.toml")
    assert good.exit_code == 0
    assert [line.split()[:2] for line in good.stdout.splitlines()] == [["added", "Elm"], ["added", "Oak"]]
    assert sayso("--store", "news.sqlite", "outlets", "import", "nowhere.toml").exit_code == 2


def test_a_name_that_another_has_is_refused(sayso) -> None:
    sayso("--store", "news.sqlite", "outlets", "add", "Tarn Herald", "--alias", "TH")
    done = sayso("--store", "news.sqlite", "outlets", "add", "Tarn Hour", "--alias", "TH")
    assert done.exit_code == 2
    assert "'TH' is a name of 'Tarn Herald' already" in done.stderr
    assert "Hour" not in Path("news.outlets.toml").read_text()


def test_a_setting_names_another_file(sayso, monkeypatch) -> None:
    """SAYSO_OUTLETS, or `outlets` in sayso.toml, for all records."""
    monkeypatch.setenv("SAYSO_OUTLETS", "ours/outlets.toml")
    assert sayso("outlets", "add", "Elm", "--family", "F").exit_code == 0
    assert Path("ours/outlets.toml").exists()
    assert "Elm" in sayso("--store", "any.sqlite", "outlets", "--own").stdout


def test_a_file_that_is_bad_already_is_named(sayso, store: str) -> None:
    """Every verb that counts says which entry stands in the way."""
    Path("record.outlets.toml").write_text('[[outlets]]\nname = "Elm"\nfamly = "F"\n')
    for words in (("points",), ("outlets",), ("outlets", "add", "Oak")):
        done = sayso("--store", store, *words)
        assert (done.exit_code, "record.outlets.toml, entry 1 ('Elm')" in done.stderr) == (2, True), done.stderr


def test_hostile_names_stay_harmless(sayso) -> None:
    done = sayso("--store", "news.sqlite", "outlets", "add", "Elm \x1b[31m\u202e", "--family", "F\n\x9b1m")
    assert done.exit_code == 0, done.stderr
    out = done.stdout + sayso("--store", "news.sqlite", "outlets", "--own").stdout
    assert not set("\x1b\u202e\x9b") & set(out)
