"""Who publishes, and which outlets are one family."""

import pytest

from sayso.errors import SettingsError
from sayso.record import Page
from sayso.weigh.trace.press import Press, default_press, press_of, rows_of, shipped


def page(outlet: str | None = None, url: str | None = None) -> Page:
    return Page(id="p1", url=url, outlet=outlet, captured=None, media_type="text/plain", text="", body_hash="")


def own(text: str) -> Press:
    """The shipped press with entries of a newsroom's own."""
    return press_of(rows_of(shipped()), rows_of(text))


def test_the_outlets_that_ship_can_be_read() -> None:
    """Agencies by their abbreviations; papers of one publisher are one family, whatever they are called by."""
    press = default_press()
    assert [press.is_agency(name) for name in ("AP", "the Associated Press", "AFP", "dpa", "Harbour Post")] == [
        True, True, True, True, False,
    ]  # fmt: skip
    assert press.family("WSJ") == press.family("The Sun") == press.family("Herald Sun")
    assert press.family("Sky News Australia") != press.family("Sky News")


def test_a_family_is_found_by_name_then_by_host_then_is_the_names_own() -> None:
    """A host under an outlet's home is that outlet's; a name that is recorded goes before the host."""
    press = own('[[outlets]]\nname = "Tarn Herald"\nfamily = "Tarn Media"\nhome = "tarn.example"\n')
    assert press.family_of(page("The Tarn Herald")) == "tarn media"
    assert press.family_of(page("Herald of the Valley", "https://www.tarn.example/a")) == "tarn media"
    assert press.family_of(page(None, "https://news.tarn.example/a")) == "tarn media"
    assert press.family_of(page("The Herald", "https://notarn.example/a")) == "herald"
    assert press.family_of(page(None, "https://www.sorrel.example/a")) == "host sorrel.example"
    assert press.family_of(page()) == "page p1"


def test_an_own_entry_adds_to_a_shipped_one() -> None:
    """Its aliases join, what it tells replaces, what it does not tell stays; an alias it takes is its own."""
    press = own(
        '[[outlets]]\nname = "Reuters"\naliases = ["Reut"]\nfamily = "Wire House"\n'
        '[[outlets]]\nname = "Alpine Post"\naliases = ["AP"]\n'
    )
    reuters = press.outlet("Reut")
    assert reuters and (reuters.kind, reuters.family) == ("agency", "Wire House")
    assert "Thomson Reuters" in reuters.aliases
    assert (press.family("AP"), press.family("Associated Press")) == ("alpine post", "associated press")


def test_a_later_entry_of_one_file_adds_to_an_earlier_one() -> None:
    press = own('[[outlets]]\nname = "Ems"\naliases = ["E1"]\n[[outlets]]\nname = "The EMS"\nfamily = "Ems Group"\n')
    assert press.family("E1") == "ems group"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("outlets = 3", "[[outlets]]"),
        ("[[outlets]\n", "not TOML"),
        ('[[outlet]]\nname = "Ems"', "'outlet'"),
        ('[[outlets]]\nname = "Ems"\n[[outlets]]\nfamily = "F"', "entry 2"),
        ('[[outlets]]\nname = "Ems"\nfamly = "F"', "'famly'"),
        ('[[outlets]]\nname = "Ems"\naliases = "E1"', "aliases"),
        ('[[outlets]]\nname = "Ems"\nkind = "gazette"', "'gazette'"),
        ('[[outlets]]\nname = "Ems"\nfamily = 7', "family"),
        ('[[outlets]]\nname = "..."', "needs a name"),
        ('[[outlets]]\nname = "Ems"\naliases = ["E1"]\n[[outlets]]\nname = "Elm"\naliases = ["E1"]', "'Ems' already"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(text: str, named: str) -> None:
    """The message names the file, the entry and what is wrong with it."""
    with pytest.raises(SettingsError) as raised:
        rows_of(text, "mine.toml")
    assert "mine.toml" in str(raised.value) and named in str(raised.value)
