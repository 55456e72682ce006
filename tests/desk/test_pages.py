"""What a reader finds on each kind of page, and the JSON behind it."""

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from sayso.newsroom import Newsroom
from sayso.record import Listed, Point, Search
from sayso.record.plain import to_plain


@pytest.fixture(scope="module")
def call(newsroom: Newsroom) -> Point:
    """The point of the telephone call: one origin, several pages, denied."""
    return next(point for point in newsroom.points() if "spoke by telephone" in point.gist)


def seen(desk: TestClient, at: str) -> Seen:
    answer = desk.get(at)
    assert (answer.status_code, at) == (200, at)
    return Seen(answer.text)


def test_a_point_prints_its_two_numbers_together(desk: TestClient, call: Point) -> None:
    """Origins never stand without pages."""
    low = call.origins_for[0]
    assert f"{low} origin{'' if low == 1 else 's'} · {call.pages} pages" in seen(desk, f"/point/{call.id}").words


def test_a_point_hangs_every_page_under_its_origin(desk: TestClient, newsroom: Newsroom, call: Point) -> None:
    """Each page of each origin is there, with the outlet and a way to its claim."""
    page = seen(desk, f"/point/{call.id}")
    claims = {claim for origin in newsroom.why(call.id).origins_for for claim in origin.claims}
    pages = {kept.page.id for kept in newsroom.kept(claims).values()}
    led_to = {link.split("/page/")[1].split("#")[0] for link in page.links if link.startswith("/page/")}
    assert pages <= led_to


def test_a_point_shows_the_sentence_of_each_edge(desk: TestClient, newsroom: Newsroom, call: Point) -> None:
    """How a page was counted is told with the words that prove it."""
    page = seen(desk, f"/point/{call.id}")
    assert "It cites The Harbour Post, so it adds no origin of its own" in page.words


def test_a_dispute_prints_both_sides_with_speaker_verb_and_words(desk: TestClient, call: Point) -> None:
    """Neither side stands alone."""
    words = seen(desk, f"/point/{call.id}").words
    assert ("Told by" in words, "Denied by" in words, "Ilya Menk" in words) == (True, True, True)


def test_a_point_never_says_true_or_confirmed(desk: TestClient, call: Point) -> None:
    """A standing is derived from counts; the words of pages may say what they like."""
    words = seen(desk, f"/point/{call.id}").words.lower()
    assert [word for word in (" confirmed", " verified", "is true") if word in words] == []


def test_a_point_is_asked_as_of_an_earlier_time(desk: TestClient, call: Point) -> None:
    """Before the denials it was not disputed."""
    words = seen(desk, f"/point/{call.id}?as_of=2026-03-05T23:00").words
    assert ("Who stands against it" in words, "as it stood at" in words) == (False, True)


def test_the_json_of_a_point_is_its_proof(desk: TestClient, newsroom: Newsroom, call: Point) -> None:
    """The same address with .json gives what the page was made of."""
    assert desk.get(f"/point/{call.id}.json").json() == to_plain(newsroom.why(call.id))


def test_a_claim_shows_its_chain_from_the_speaker_to_the_capture(desk: TestClient, newsroom: Newsroom) -> None:
    """Who told it first stands first, and every stop says by shape and word what kind of voice it is."""
    kept = next(one for one in newsroom.claims() if len(one.claim.chain) == 3 and one.claim.speaker.kind == "unnamed")
    words = seen(desk, f"/claim/{kept.claim.id}").words
    names = [(link.source.name or link.source.described_as or "").casefold() for link in reversed(kept.claim.chain)]
    places = [words.casefold().index(name, words.index("Through whom")) for name in [*names, "this record"]]
    assert places == sorted(places)
    assert "unnamed" in words


def test_a_claim_leads_to_its_words_on_the_page_as_captured(desk: TestClient, newsroom: Newsroom) -> None:
    """The link ends at a place that is there."""
    claim = next(one for one in newsroom.claims() if one.claim.manner != "own_voice")
    to = next(link for link in seen(desk, f"/claim/{claim.claim.id}").links if link.startswith("/page/"))
    at, place = to.split("#")
    assert place in seen(desk, at).ids


def test_a_claim_leads_to_the_passage_at_the_outlet(desk: TestClient, newsroom: Newsroom) -> None:
    """A text fragment finds the sentence; it opens without telling the outlet who sent the reader."""
    kept = next(one for one in newsroom.claims() if one.page.url and one.claim.manner != "own_voice")
    tags = [told for tag, told in seen(desk, f"/claim/{kept.claim.id}").tags if "#:~:text=" in (told.get("href") or "")]
    assert {told["rel"] for told in tags} == {"noopener noreferrer nofollow"}


def test_the_json_of_a_claim_has_its_page_and_point(desk: TestClient, newsroom: Newsroom) -> None:
    """As the command line prints it, with the point beside it."""
    kept = next(iter(newsroom.claims()))
    point = newsroom.points_of([kept.claim.id]).get(kept.claim.id)
    assert desk.get(f"/claim/{kept.claim.id}.json").json() == {**kept.plain(), "point_id": point}


def test_a_page_says_who_says_so(desk: TestClient, newsroom: Newsroom) -> None:
    """Named, unnamed and institutions are counted apart under the headline."""
    page = next(one for one in newsroom.pages() if "karsk-courier-solen-dresk" in (one.url or ""))
    words = seen(desk, f"/page/{page.id}").words
    assert ("Who says so" in words, "1 named" in words, "3 unnamed" in words) == (True, True, True)


def test_a_page_prints_byline_time_reading_time_caption_credit_and_disclosure(
    desk: TestClient, newsroom: Newsroom
) -> None:
    """Every element of the captured page has its twin."""
    page = next(one for one in newsroom.pages() if "karsk-courier-solen-dresk" in (one.url or ""))
    words = seen(desk, f"/page/{page.id}").words
    wanted = (
        "by Petra Lund",
        "5 March 2026, 9:57 PM",
        "2 min read",
        "caption The river",
        "credit Anton",
        "disclosure This",
    )
    assert [one for one in wanted if one not in words] == []


def test_the_json_of_a_page_is_its_reading(desk: TestClient, newsroom: Newsroom) -> None:
    """As `sayso read --json` prints it."""
    page = next(iter(newsroom.pages()))
    assert desk.get(f"/page/{page.id}.json").json() == to_plain(newsroom.reading(page.id))


def test_a_story_summary_leads_to_its_posts(desk: TestClient, call: Point) -> None:
    """A bullet without a link would leave the reader to search."""
    page = seen(desk, f"/story/{call.story_id}")
    anchors = [link[1:] for link in page.links if link.startswith(("#told-", "#denied-"))]
    assert (len(anchors) > 0, set(anchors) - set(page.ids)) == (True, set())


def test_a_story_is_told_by_event_too(desk: TestClient, call: Point) -> None:
    """The order in which it is said to have happened is another page of the same story."""
    assert "As it is said to have happened" in seen(desk, f"/story/{call.story_id}?by=event").words


def test_the_json_of_a_story_has_its_timeline(desk: TestClient, newsroom: Newsroom, call: Point) -> None:
    """As the command line prints it."""
    told = desk.get(f"/story/{call.story_id}.json").json()
    assert told["timeline"] == list(map(to_plain, newsroom.timeline(call.story_id or "")))


def test_search_marks_the_words_and_narrows_by_stance(desk: TestClient) -> None:
    """Results are claims; an empty choice in a form asks for nothing."""
    page = seen(desk, "/search?q=CALL&stance=denies&kind=&source=")
    assert [told for tag, told in page.tags if tag == "mark"] != []
    claims = desk.get("/search.json?q=call&stance=denies").json()["claims"]
    assert {claim["stance"] for claim in claims} == {"denies"}


def test_search_for_nothing_and_for_what_is_not_there(desk: TestClient) -> None:
    """Both say what to do."""
    assert "Words find what was said" in seen(desk, "/search").words
    assert "No claim in the record holds all these words" in seen(desk, "/search?q=xyzzy").words


def test_search_gives_the_claims_that_the_newsroom_finds(desk: TestClient, newsroom: Newsroom) -> None:
    """The JSON is the record's own, and says where the next page begins."""
    told = newsroom.find_claims(Search(words="dresk", limit=3))
    answer = desk.get("/search.json?q=dresk&limit=3").json()
    assert [one["id"] for one in answer["claims"]] == [hit.claim.id for hit in told.hits]
    assert (answer["count"], answer["next"]) == (told.count, {"start": 3})


def test_claims_are_listed_page_by_page(desk: TestClient) -> None:
    """Each once, whether by words or by who said them; the last page says that it is the last."""
    for asked in ("q=dresk", "kind=person"):
        whole = [one["id"] for one in desk.get(f"/search.json?{asked}&limit=200").json()["claims"]]
        found, more = [], ""
        while more is not None:
            answer = desk.get(f"/search.json?{asked}&limit=4{more}").json()
            found += [one["id"] for one in answer["claims"]]
            more = "".join(f"&{name}={value}" for name, value in answer["next"].items()) if answer["next"] else None
        assert (found, len(set(found))) == (whole, len(whole))


def test_disputes_are_narrowed_by_kind(desk: TestClient) -> None:
    """Denials alone where denials are asked for."""
    assert {one["kind"] for one in desk.get("/disputes.json?kind=denial").json()["disputes"]} == {"denial"}
    assert "Denied by" in seen(desk, "/disputes?kind=denial").words


def test_changes_show_both_versions_and_what_is_not_marked(desk: TestClient) -> None:
    """50 became 34, and the page shows no mark of it."""
    words = seen(desk, "/changes").words
    assert ("Another figure: 50 → 34" in words, "the page shows no mark of it" in words) == (True, True)
    assert {one["kind"] for one in desk.get("/changes.json?kind=withdrawn").json()["changes"]} == {"withdrawn"}


def test_the_feed_stands_newest_first_under_days(desk: TestClient) -> None:
    """A divider opens each day and names the zone; a clock without a zone says so."""
    page = seen(desk, "/")
    days = [one for one in page.ids if one.startswith("day-")]
    assert (days, days != []) == (sorted(days, reverse=True), True)
    assert "clocks in UTC" in page.words


def test_what_an_edit_replaced_says_so(desk: TestClient, newsroom: Newsroom) -> None:
    """The old page and its claims lead to what the edit changed, and to nothing else there."""
    old = next(one for one in newsroom.changes() if one.before)
    kept = newsroom.kept([old.before or ""])[old.before or ""]
    for at in (f"/claim/{kept.claim.id}", f"/page/{kept.page.id}"):
        page = seen(desk, at)
        assert ("An edit replaced this" in page.words, f"/changes?of={old.replaces}" in page.links) == (True, True)
    told = desk.get(f"/changes.json?of={old.replaces}").json()["changes"]
    assert {one["replaces"] for one in told} == {old.replaces}


def test_the_feed_goes_on_page_by_page(desk: TestClient) -> None:
    """Every item once, newest first; cards are no news of their own."""
    whole = [one["item"]["text"]["id"] for one in desk.get("/feed.json?limit=200").json()["items"]]
    found, after = [], ""
    while after is not None:
        answer = desk.get(f"/feed.json?limit=3&before={after}").json()
        found += [one["item"]["text"]["id"] for one in answer["items"]]
        after = answer["next"]
    assert (found, len(set(found))) == (whole, len(whole))


def test_the_feed_is_narrowed_in_its_address(desk: TestClient) -> None:
    """By outlet, source, kind and standing; what does not fit is not there."""
    courier = desk.get("/feed.json?outlet=the-karsk-courier").json()["items"]
    assert {one["item"]["outlet"] for one in courier} == {"The Karsk Courier"}
    assert {one["item"]["text"]["kind"] for one in desk.get("/feed.json?kind=brief").json()["items"]} == {"brief"}
    every, some = (desk.get(f"/feed.json?limit=200{more}").json()["items"] for more in ("", "&standing=disputed"))
    disputed = {one["item"]["text"]["id"] for one in every if one["point"] and one["point"]["standing"] == "disputed"}
    assert disputed <= {one["item"]["text"]["id"] for one in some}
    assert len(some) < len(every)
    assert "menk" in seen(desk, "/?source=menk").words.casefold()


def test_sources_are_listed_by_their_claims(desk: TestClient, newsroom: Newsroom) -> None:
    """Those of most first, each with a way to its own page, page by page."""
    keys = [one.key for one in newsroom.voices(Listed(limit=0))]
    first = desk.get("/sources.json?limit=5").json()
    second = desk.get(f"/sources.json?limit=5&before={first['next']}").json()
    assert [one["key"] for one in (*first["sources"], *second["sources"])] == keys[:10]
    assert "/source/person-ilya-menk" in seen(desk, "/sources?kind=person").links


def test_a_source_shows_what_it_said_and_who_carries_it(desk: TestClient, newsroom: Newsroom) -> None:
    """With the stance of each claim; its JSON has the same claims."""
    page = seen(desk, "/source/person-ilya-menk")
    told = newsroom.voiced("person-ilya-menk")
    assert (f"{told.claims} claims" in page.words, "Ordania Today" in page.words) == (True, True)
    denied = desk.get("/source/person-ilya-menk.json?stance=denies").json()
    assert {one["stance"] for one in denied["claims"]} == {"denies"}
    assert denied["key"] == "person-ilya-menk"


def test_an_outlet_shows_its_shares_as_counts(desk: TestClient, newsroom: Newsroom) -> None:
    """Never a percentage alone, never a score."""
    told = newsroom.outlet("the-karsk-courier")
    page = seen(desk, "/outlet/the-karsk-courier")
    assert f"{told.unnamed} of {told.claims} claims are of unnamed sources" in page.words
    assert "%" not in page.words
    assert "The Karsk Courier" in seen(desk, "/outlets?q=karsk").words


def test_an_outlet_that_is_cited_and_not_seen_is_a_source(desk: TestClient) -> None:
    """Its name leads somewhere all the same; a name that nobody knows does not."""
    answer = desk.get("/outlet/harbour-post")
    assert (answer.status_code, answer.url.path) == (200, "/source/outlet-harbour-post")
    assert desk.get("/outlet/nobody").status_code == 404


def test_stories_stand_with_what_is_most_disputed(desk: TestClient, call: Point) -> None:
    """Those that moved last first; stories of one item only where asked."""
    page = seen(desk, "/stories")
    assert (f"/story/{call.story_id}" in page.links, f"/point/{call.id}" in page.links) == (True, True)
    several, all_ = (len(desk.get(f"/stories.json{asked}").json()["stories"]) for asked in ("", "?all=true"))
    assert 0 < several <= all_


def test_every_link_of_ours_leads_somewhere(desk: TestClient, call: Point) -> None:
    """From each kind of page."""
    starts = ["/", "/stories", "/disputes", "/changes", "/sources", "/outlets", "/search?q=call", f"/point/{call.id}"]
    starts += [f"/story/{call.story_id}", f"/claim/{call.for_[0]}", "/source/person-ilya-menk", "/outlet/ordania-today"]
    led = {link.split("#")[0] for at in starts for link in seen(desk, at).links if link.startswith("/")}
    assert [at for at in sorted(led) if at and desk.get(at).status_code != 200] == []
