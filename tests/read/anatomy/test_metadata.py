"""What an HTML page says of its story: headline, names, times, section, language, address, outlet."""

import json

import pytest

from sayso.read.anatomy import isotime
from sayso.read.anatomy.html import authors, titles
from sayso.read.anatomy.html.about import About, about
from sayso.read.anatomy.html.metadata import head_of, metadata
from sayso.read.anatomy.html.tree import grow

BODY = "<p>The ferry between Port Alder and the islands sailed again on Monday after nine weeks in the dock.</p>" * 4


def read(
    head: str = "", top: str = "<h1>Ferry runs again</h1>", *, lang: str = "en-GB", captured: str | None = None
) -> About:
    tree = grow(f"<html lang={lang}><head>{head}</head><body><article>{top}{BODY}</article></body></html>")
    return about(tree, metadata(head_of(tree)), captured=captured)


def ld(**given: object) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry runs again"} | given
    return f"<script type='application/ld+json'>{json.dumps(thing)}</script>"


def meta(**given: str) -> str:
    return "".join(f"<meta property='{name.replace('__', ':')}' content='{value}'>" for name, value in given.items())


def test_json_ld_comes_before_meta_tags():
    head = ld(
        author={"@type": "Person", "name": "Ada Moor"},
        datePublished="2026-03-02T09:41:17+02:00",
        dateModified="2026-03-02T11:05:00+02:00",
        articleSection="Islands",
        publisher={"@type": "Organization", "name": "The Alder Post"},
    ) + meta(article__published_time="2026-03-02T07:41:17Z", og__site_name="alderpost", author="Desk")
    found = read(head + "<link rel=canonical href='https://alder.example/ferry'>")
    assert found.byline == ("Ada Moor",)
    assert found.published is not None and found.published.earliest == "2026-03-02T09:41+02:00"
    assert found.updated is not None and found.updated.earliest == "2026-03-02T11:05+02:00"
    assert (found.section, found.outlet, found.language) == ("Islands", "The Alder Post", "en-GB")
    assert found.url == "https://alder.example/ferry"


def test_meta_tags_fill_what_json_ld_leaves_out():
    head = ld() + meta(
        article__published_time="2026-03-02 09:41:17 +0200",
        author="Bo Finn",
        article__section="Sea",
        og__site_name="Post",
    )
    found = read(head)
    assert found.byline == ("Bo Finn",)
    assert found.published is not None and found.published.earliest == "2026-03-02T09:41+02:00"
    assert (found.section, found.outlet) == ("Sea", "Post")


def test_the_page_fills_what_its_head_leaves_out():
    names = "<div class=byline>By Ada Moor and Bo Finn</div>"
    top = f"<h1>Ferry runs again</h1>{names}<div>2 March 2026, 9:41 am · 4 min read</div>"
    found = read(top=top)
    assert found.byline == ("Ada Moor", "Bo Finn")
    assert found.published is not None and found.published.earliest == "2026-03-02T09:41"
    assert found.reading_minutes == 4


def test_a_time_element_gives_the_minute_that_a_meta_tag_lacks():
    top = "<h1>Ferry runs again</h1><time datetime='2026-03-02T09:41:00+02:00'>2 March</time>"
    found = read(meta(date="2026-03-02"), top)
    assert found.published is not None
    assert (found.published.earliest, found.published.grain) == ("2026-03-02T09:41+02:00", "minute")


def test_a_day_alone_has_the_grain_of_a_day():
    found = read(meta(**{"dc.date": "2026-03-02"}))
    assert found.published is not None
    assert (found.published.earliest, found.published.latest, found.published.grain) == (
        "2026-03-02",
        "2026-03-02",
        "day",
    )


def test_the_headline_is_the_one_the_page_prints():
    head = ld(headline="Ferry back in service: what passengers need to know")
    found = read(head, "<h1>Log in</h1><h1>Ferry back in service</h1>")
    assert found.title == "Ferry back in service"


def test_without_a_heading_the_title_loses_the_name_of_the_site():
    head = "<title>Ferry runs again | Islands | The Alder Post</title>" + meta(og__site_name="The Alder Post")
    found = read(head, top="")
    assert (found.title, found.headline) == ("Ferry runs again", None)


def test_a_kicker_in_the_heading_is_not_the_headline():
    found = read(ld(), "<h1><div>Islands</div><div>Ferry runs again</div></h1>")
    assert found.title == "Ferry runs again"


def test_the_story_of_this_page_is_chosen_among_several():
    other = ld(headline="Council meets on harbour dues", author="Somebody Else")
    head = other + ld(author="Ada Moor", datePublished="2026-03-02T09:41:17Z") + meta(og__title="Ferry runs again")
    assert read(head).byline == ("Ada Moor",)


def test_a_meta_tag_gives_way_to_a_byline_that_names_another():
    top = "<h1>Ferry runs again</h1><p>By Ada Moor</p>"
    assert read(meta(author="Alder Media Group"), top).byline == ("Ada Moor",)


def test_a_change_before_the_publication_is_none():
    head = ld(datePublished="2026-03-02T09:41:00Z", dateModified="2026-03-01T18:00:00Z")
    assert read(head).updated is None


def test_the_outlet_is_the_one_that_the_address_names():
    head = ld(publisher={"name": "News you can trust"}) + meta(og__site_name="The Alder Post")
    assert read(head + "<link rel=canonical href='https://www.alderpost.example/1'>").outlet == "The Alder Post"


def test_names_that_are_nobody_give_way_to_the_byline():
    top = "<h1>Ferry runs again</h1><p class=byline>By Ada Moor</p>"
    assert read(ld(author="admin"), top).byline == ("Ada Moor",)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Ada Moor", ("Ada Moor",)),
        ("By Ada Moor and Bo Finn", ("Ada Moor", "Bo Finn")),
        ("Ada Moor, Bo Finn &amp; Cy Holt", ("Ada Moor", "Bo Finn", "Cy Holt")),
        ({"@type": "Person", "name": "Ada Moor", "jobTitle": "Reporter"}, ("Ada Moor",)),
        ({"@type": "Person", "byline": "Ada Moor"}, ("Ada Moor",)),
        ({"@type": "Person", "givenName": "Ada", "familyName": "Moor"}, ("Ada Moor",)),
        ([{"name": "Ada Moor"}, {"name": "Bo Finn"}, {"name": "Ada Moor"}], ("Ada Moor", "Bo Finn")),
        ({"@type": "Person", "name": ["Ada Moor", "Bo Finn"]}, ("Ada Moor", "Bo Finn")),
        ({"@id": "#ada"}, ("Ada Moor",)),
        ({"@list": [{"name": "Ada Moor"}]}, ("Ada Moor",)),
        ("https://social.example/ada", ()),
        ("admin", ()),
        (None, ()),
        ([[["Ada Moor"]]], ("Ada Moor",)),
        ("Ada Moor, Harbour Reporter", ("Ada Moor",)),
        ("Ada Moor, PhD, MPH", ("Ada Moor",)),
    ],
)
def test_authors_are_names_only(given, names):
    assert authors.described(given, [{"@id": "#ada", "name": "Ada Moor"}]) == names


@pytest.mark.parametrize(
    ("written", "read_"),
    [
        ("2026-03-02T09:41:17Z", "2026-03-02T09:41+00:00"),
        ("2026-03-02T09:41:17.123+0530", "2026-03-02T09:41+05:30"),
        ("2026-03-02T09:41-05", "2026-03-02T09:41-05:00"),
        ("2026-03-02 09:41:17 +02:00", "2026-03-02T09:41+02:00"),
        ("2026-03-02T09:41:17", "2026-03-02T09:41"),
        ("2026/3/2", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("20260302T094117Z", "2026-03-02T09:41+00:00"),
        ("Mon, 02 Mar 2026 09:41:17 +0200", "2026-03-02T09:41+02:00"),
        ("Mon Mar 02 2026 09:41:17 GMT+0200 (Alder Standard Time)", "2026-03-02T09:41+02:00"),
        (1772444477, "2026-03-02T09:41+00:00"),
        ("1772444477000", "2026-03-02T09:41+00:00"),
        ({"@value": "2026-03-02"}, "2026-03-02"),
    ],
)
def test_machine_times_keep_the_zone_they_are_written_with(written, read_):
    found = isotime.when(written)
    assert found is not None and found.earliest == read_


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2026-13-02",
        "2026-03-02T25:00:00Z",
        None,
        True,
        [],
        {},
        "9" * 400,
        "2026-03-02T09:41+99:00",
        "0001-01-01T00:00:00",
    ],
)
def test_what_is_no_time_is_none(written):
    assert isotime.when(written) is None


def test_of_several_accounts_the_most_exact_of_the_same_day_is_taken():
    found = isotime.best(["2026-03-02", "2026-03-02T09:41:00", "2026-03-09T08:00:00Z", "2026-03-02T09:41:00+02:00"])
    assert found is not None and found.earliest == "2026-03-02T09:41+02:00"


def test_a_zero_offset_on_the_same_clock_is_no_zone():
    found = isotime.best(["2026-03-02T09:41:00", "2026-03-02T09:41:00Z"])
    assert found is not None and found.earliest == "2026-03-02T09:41"


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Ferry runs again - The Alder Post", "Ferry runs again"),
        ("Ferry runs again | Islands | The Alder Post", "Ferry runs again"),
        ("Ferry runs again — Alder Post Online", "Ferry runs again"),
        ("The Alder Post: Ferry runs again", "Ferry runs again"),
        ("Alder - Moor - a story of two towns", "Alder - Moor - a story of two towns"),
    ],
)
def test_site_names_are_cut_from_titles(title, left):
    assert titles.without_site(title, ["The Alder Post"]) == left
