"""Asking what was weighed: points, why, disputes, changes, rule, weigh."""

import json
import signal
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from tests.make_pages import kept, said, story

from cli.scoop import HURT, MET, hostile, keep, pages
from make_weigh import a_news_page
from sayso.newsroom import Newsroom
from sayso.record import Change, Dispute, Entry, Moved, Point, Proof, Ruling, Story
from sayso.record.plain import from_plain

STORE = "sqlite:///record.sqlite"


@pytest.fixture
def ask(sayso):
    """Asks the record of the scoop, weighed at the first question."""
    keep(STORE)

    def run(*words: str):
        done = sayso("--store", STORE, *words)
        assert done.exit_code == 0, done.stderr
        return done

    return run


def objects(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def the_scoop(ask, *more: str) -> dict:
    """The point that most pages carry."""
    return max(objects(ask("points", "--json", *more)), key=lambda point: point["pages"])


def test_a_point_in_json_has_the_names_of_the_record(ask) -> None:
    """`for` and `against` are ids of claims of the record; five pages, one of which denies."""
    point = the_scoop(ask)
    assert from_plain(Point, point).id == point["id"]
    claims = {one["id"]: one for one in objects(ask("claims", "--json"))}
    assert {claims[one]["stance"] for one in point["for"]} == {"asserts"}
    assert [claims[one]["stance"] for one in point["against"]] == ["denies"]
    assert (point["pages"], point["outlets"], point["origins_for"]) == (4, 4, [1, 1])
    assert (point["origins_against"], point["standing"]) == ([1, 1], "disputed")


def test_points_for_people_are_a_line_for_a_memo(ask) -> None:
    """Disputed ones first; those of one page alone only if asked for, and said to be there."""
    done = ask("points")
    assert "disputed · 1 origin [1, 1] · 4 pages · 4 outlets · denied by 1" in done.stdout
    assert HURT not in done.stdout and "--all shows" in done.stderr
    every = " ".join(ask("points", "--all").stdout.split())
    assert every.index(MET) < every.index(HURT)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--about", "envoy secret"), 1),
        (("--about", "envoy secret jetty"), 0),
        (("--standing", "disputed"), 1),
        (("--standing", "ungrounded"), 0),
        (("--as-of", "2031-03-04T12:10"), 1),
        (("--as-of", "2031-03-03"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_points_are_narrowed(ask, options: tuple[str, ...], expected: int) -> None:
    assert len(objects(ask("points", "--json", *options))) == expected


def test_points_of_one_story(ask) -> None:
    """The first digits of its id do."""
    story = the_scoop(ask)["story_id"]
    assert {one["story_id"] for one in objects(ask("points", "--json", "--story", story[:8]))} == {story}
    assert ask("points", "--story", "feedbeef").stdout == ""


def test_as_of_before_the_denial_nobody_denies(ask) -> None:
    """Earlier answers stay; before everything there is none, which is said and is no failure."""
    before = the_scoop(ask, "--as-of", "2031-03-04T13:00")
    assert (before["standing"], before["against"], before["pages"]) == ("echoed", [], 4)
    nothing = ask("points", "--as-of", "1999-01-01")
    assert (nothing.stdout, "as of 1999-01-01" in nothing.stderr) == ("", True)


def test_why_shows_the_sentence_the_outlet_and_the_time(ask) -> None:
    """Of every origin and of every edge; and names the kind of each edge."""
    out = " ".join(ask("why", the_scoop(ask)["id"][:8]).stdout.split())
    assert "who stands behind it: 1 origin [1, 1]" in out
    assert "who stands against it: 1 origin [1, 1]" in out
    assert f"Vesna Post, 2031-03-04 12:00: “{MET}, people close to the matter told the Vesna Post.”" in out
    assert "Per Aldous" in out and "Ordan Daily, 2031-03-04 14:00" in out
    assert "Tarn Echo, 2031-03-04 12:35" in out and "Vesna Post, 2031-03-04 12:00" in out


def test_why_in_json_is_a_proof(ask) -> None:
    [proof] = objects(ask("why", the_scoop(ask)["id"], "--json"))
    read = from_plain(Proof, proof)
    ends = {edge.to for edge in read.edges} | {edge.from_ for edge in read.edges}
    assert ends <= {*read.point.for_, *read.point.against}
    assert {edge.kind for edge in read.edges} <= {"cites", "told", "copies", "same_quote"}


def test_a_dispute_says_who_denies_where(ask) -> None:
    [dispute] = objects(ask("disputes", "--json"))
    assert (from_plain(Dispute, dispute).kind, dispute["left"]) == ("denial", the_scoop(ask)["id"])
    out = " ".join(ask("disputes", "--about", "envoy").stdout.split())
    assert "Per Aldous (Ordan Daily, 2031-03-04 14:00)" in out
    assert objects(ask("disputes", "--json", "--as-of", "2031-03-04T13:00")) == []


def test_changes_are_told_claim_by_claim(ask) -> None:
    """What stood before and what stands now, and that the page shows no mark of it."""
    rest = [f"The boat house of the club stood empty for {n} years, the mayor of Sorrel said." for n in (3, 7, 12)]
    for number, hour in (("Six", 15), ("Four", 16)):
        line = f"{number} rowers were hurt when the jetty at Sorrel gave way on Monday, Captain Ola Brandt said."
        Path("jetty.html").write_text(a_news_page("Jetty gives way", [line, *rest], published="2031-03-04T15:00:00Z"))
        ask("add", "jetty.html", "--url", "https://quay.example/jetty", "--captured", f"2031-03-04T{hour}:10Z")
    found = [from_plain(Change, one) for one in objects(ask("changes", "--json"))]
    assert [change.kind for change in found] == ["recounted"]
    assert all(change.stealth for change in found)
    out = " ".join(ask("changes", "--kind", "recounted").stdout.split())
    assert "recounted · stealth" in out
    assert "before: “Six rowers were hurt" in out and "now: “Four rowers were hurt" in out
    assert objects(ask("changes", "--json", "--since", "2031-03-05")) == []
    assert objects(ask("changes", "--json", "--as-of", "2031-03-04T15:30")) == []


@pytest.mark.parametrize("verb", ["points --all", "disputes", "why", "show", "stories --all"])
def test_people_get_eighty_columns(ask, verb: str) -> None:
    """In a pipe nothing is wider than 80 columns, coloured, or ends in spaces."""
    words = [*verb.split(), *([the_scoop(ask)["id"][:8]] if verb in ("why", "show") else [])]
    out = ask(*words).stdout
    assert out
    assert [line for line in out.splitlines() if len(line) > 80 or line != line.rstrip()] == []


def test_stories_hold_their_items_and_points(ask) -> None:
    """As the record's Story; for people those of one item only if asked for."""
    found = [from_plain(Story, one) for one in objects(ask("stories", "--json"))]
    [one] = [story for story in found if the_scoop(ask)["id"] in story.point_ids]
    assert len(one.text_ids) >= 4 and one.opened == "2031-03-04T12:00:00"
    assert one.title in " ".join(ask("stories").stdout.split())
    assert objects(ask("stories", "--json", "--as-of", "1999-01-01")) == []
    assert [story["id"] for story in objects(ask("stories", "--json", "--about", "jetty"))] != [one.id]


def test_a_story_is_told_in_time(ask) -> None:
    """By report: what was told first, where; then its denial. With --since, what moved and from what to what."""
    one = the_scoop(ask)["story_id"]
    out = " ".join(ask("story", one[:8], "--by", "report").stdout.split())
    assert f"2031-03-04 12:00 “{MET}” Vesna Post" in out
    assert f"2031-03-04 14:00 denied: “{MET}” Ordan Daily" in out
    moved = " ".join(ask("story", one, "--since", "2031-03-04T13:00").stdout.split())
    assert "then: echoed · 1 origin [1, 1] · 4 pages" in moved and "now: disputed · 1 origin" in moved
    [told] = objects(ask("story", one, "--json", "--since", "2031-03-04T13:00"))
    assert [from_plain(Entry, entry).kind for entry in told["timeline"]][:2] == ["told", "denied"]
    assert "disputed" in from_plain(Moved, told["moved"][0]).how
    assert set(told) == {field.name for field in fields(Story)} | {"timeline", "moved"}
    assert ask("show", one[:8]).stdout.startswith(one[:8])


def test_show_takes_a_point(ask) -> None:
    """What `why` prints, by the first digits too."""
    point = the_scoop(ask)["id"]
    assert ask("show", point[:8]).stdout == ask("why", point).stdout
    assert objects(ask("show", point[:8], "--json")) == objects(ask("why", point, "--json"))


@pytest.mark.parametrize("verb", ["why", "show", "story"])
def test_an_unknown_point_is_said_in_one_line(ask, sayso, verb: str) -> None:
    done = sayso("--store", STORE, verb, "feedbeef")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "feedbeef" in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("verb", [["points"], ["disputes"], ["changes"], ["stories"], ["points", "--json"], ["weigh"]])
def test_an_empty_record_has_nothing_to_tell(sayso, verb: list[str]) -> None:
    """It says so on stderr and is no failure."""
    Path("empty").mkdir()
    sayso("--store", STORE, "add", "empty")
    done = sayso("--store", STORE, *verb)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr


def test_a_ruling_parts_and_joins_and_survives_weighing_anew(ask) -> None:
    """A denial ruled different stands apart, also after `weigh --anew`; the latest ruling holds."""
    point = the_scoop(ask)
    denial = point["against"][0]
    [ruling] = objects(ask("rule", "different", point["id"][:8], denial[:8], "--by", "Ana Reth", "--json"))
    assert (from_plain(Ruling, ruling).by, ruling["right"]) == ("Ana Reth", denial)
    assert the_scoop(ask)["against"] == []
    ask("weigh", "--anew")
    assert the_scoop(ask)["against"] == []
    out = ask("rule", "same", point["id"][:8], denial[:8], "--by", "Ana Reth", "--note", "one meeting").stdout
    assert "note: one meeting" in out and f"both belong to point {point['id'][:8]} now" in " ".join(out.split())
    assert denial in the_scoop(ask)["for"] + the_scoop(ask)["against"]
    ask("rule", "different", point["id"][:8], denial[:8], "--by", "Ana Reth")
    ask("weigh", "--anew")
    assert denial not in the_scoop(ask)["for"] + the_scoop(ask)["against"]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("rule", "same", "feedbeef", "deadbeef", "--by", "A"), 1, "feedbeef"),
        (("rule", "same", "{}", "{}", "--by", "A"), 1, "same claim"),
        (("rule", "same", "{}", "feedbeef", "--by", " "), 2, "--by"),
        (("rule", "alike", "{}", "feedbeef", "--by", "A"), 2, "alike"),
        (("points", "--as-of", "yesterday"), 2, "yesterday"),
        (("points", "--standing", "true"), 2, "single"),
        (("changes", "--since", "noon"), 2, "noon"),
    ],
)
def test_what_cannot_be_asked_is_said(ask, sayso, words: tuple[str, ...], code: int, named: str) -> None:
    point = the_scoop(ask)["id"]
    done = sayso("--store", STORE, *(word.replace("{}", point) for word in words))
    assert (done.exit_code, done.stdout) == (code, "")
    assert named in done.stderr and "Traceback" not in done.stderr


def test_an_added_family_counts_at_once(ask) -> None:
    """Two of the relays turn out to be of one publisher: four pages, three outlets."""
    assert the_scoop(ask)["outlets"] == 4
    ask("outlets", "add", "Tarn Echo", "--family", "Sorrel Media")
    ask("outlets", "add", "Sorrel Mail", "--family", "Sorrel Media")
    point = the_scoop(ask)
    assert (point["pages"], point["outlets"], point["origins_for"]) == (4, 3, [1, 1])


def test_hostile_words_stay_harmless(sayso) -> None:
    """An outlet's name, a speaker and a content that attack a terminal are shown as escapes by every verb."""
    keep(STORE, hostile())
    raw = sayso("--store", STORE, "points", "--json").stdout
    [point] = [one for one in map(json.loads, raw.splitlines()) if one["gist"].startswith("Governor")]
    assert point["pages"] == 5
    out = raw
    for words in (
        ("points", "--all"),
        ("why", point["id"]),
        ("why", point["id"], "--json"),
        ("disputes",),
        ("stories",),
    ):
        done = sayso("--store", STORE, *words)
        assert done.exit_code == 0, done.stderr
        out += done.stdout + done.stderr
    assert not set("\x1b\u202e\x9b\x07") & set(out)
    assert "\\u202eEvil" in out


def test_while_another_sayso_writes_the_answer_is_what_is_weighed(sayso, ask) -> None:
    """It says on stderr how many pages it leaves out."""
    assert the_scoop(ask)["pages"] == 4
    keep(STORE, hostile())
    writer = sqlite3.connect("record.sqlite", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        done = sayso("--store", STORE, "points")
    finally:
        writer.execute("ROLLBACK")
        writer.close()
    assert done.exit_code == 0, done.stderr
    assert "4 pages · 4 outlets" in done.stdout
    assert "leaves out 1 page not weighed yet" in done.stderr
    assert "5 pages" in sayso("--store", STORE, "points").stdout


def test_weighing_that_was_stopped_goes_on(sayso_process, sayso) -> None:
    """Ctrl-C ends it after the page in hand with 130; the same command again weighs the rest."""
    lines = [f"Gate {n} of the dam at Sorrel was opened {n} times in March" for n in range(400)]
    many = [
        kept(
            story(None, f"{line}, Ola Brandt said.", says=[said(line, "Ola Brandt")]),
            url=f"https://e{n}.example/",
            captured=f"2031-03-04T{n // 60:02}:{n % 60:02}:00+00:00",
        )
        for n, line in enumerate(lines)
    ]
    keep(STORE, *many)
    running = sayso_process("--store", STORE, "weigh")
    with Newsroom(STORE) as newsroom:
        before = len(many) + len(pages())
        while newsroom.unweighed() == before:
            assert running.poll() is None, running.stderr.read()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
        left = newsroom.unweighed()
    assert (running.returncode, out) == (130, "")
    assert "goes on from here" in err and 0 < left < before
    done = sayso("--store", STORE, "weigh")
    assert (done.exit_code, f"{left} pages weighed" in done.stderr) == (0, True), done.stderr
