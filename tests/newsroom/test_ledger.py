"""What people do in the newsroom: briefs, corrections, reviews, sign-ins; each leaves a line in the trail."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from tests.make_pages import kept, said, story

from sayso.errors import NotKept, RecordError
from sayso.newsroom import Newsroom
from sayso.record import Brief, Claim, Drawer, Filter, Line, Pair, Search, Trailed, Weighed

DAM = story(
    "Gates opened at Sorrel",
    "Two gates were opened, Ana Reth told the Lindow Echo. The river rose, sources said.",
    published="2031-03-04T20:00",
    says=[said("Two gates were opened", "Ana Reth", through=["Lindow Echo"]), said("The river rose")],
)
ARGON = "$argon2id$v=19$somebody"
SHA = "0123456789abcdef" * 4


class Clock:
    """A minute later each time it is asked."""

    def __init__(self) -> None:
        self.at = datetime.fromisoformat("2031-03-06T12:00:00+00:00")

    def __call__(self) -> str:
        self.at += timedelta(minutes=1)
        return self.at.isoformat()


@pytest.fixture(params=["memory:", "sqlite"])
def newsroom(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Newsroom]:
    where = request.param if request.param == "memory:" else f"sqlite:///{tmp_path}/record.sqlite"
    with Newsroom(where, clock=Clock()) as room:
        room._store.put(*kept(DAM, url="https://vesna.example/dam", outlet="Vesna Courier"))
        yield room


def claims(room: Newsroom) -> list[Claim]:
    return [row.claim for row in room.claims(Filter())]


def deeds(room: Newsroom) -> list[tuple[str, str]]:
    return [(act.by, act.did) for act in room.acts(Trailed(limit=0))][::-1]


def drafted(room: Newsroom) -> Brief:
    line = Line(text="Two gates were opened, Ana Reth said.", claim_ids=(claims(room)[0].id,))
    return room.draft_brief("s1", "Gates open", [line], by="Ada", byline=["Ada Hol"])


# ── briefs ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_brief_goes_from_draft_to_withdrawn(newsroom: Newsroom) -> None:
    """Each step is a version of its own, and a line in the trail."""
    one = drafted(newsroom)
    newsroom.edit_brief(one.id, by="Ben", version=1, headline="Two gates open")
    out = newsroom.publish_brief(one.id, by="Ada", reviewed_by="Cy")
    assert newsroom.publish_brief(one.id, by="Ada") == out  # once is enough
    changed = newsroom.edit_brief(one.id, by="Ben", version=3, note="spelling")
    gone = newsroom.withdraw_brief(one.id, by="Ada", note="the ministry corrected it")
    assert [each.state for each in newsroom.versions(one.id)] == [
        "draft", "edited", "published", "published", "withdrawn",
    ]  # fmt: skip
    assert (out.reviewed_by, changed.reviewed_by, gone.published) == ("Cy", None, out.at)
    assert (gone.headline, gone.byline, gone.reading_minutes) == ("Two gates open", ("Ada Hol",), 1)
    assert deeds(newsroom) == [
        ("Ada", "drafted"), ("Ben", "edited"), ("Ada", "published"), ("Ada", "reviewed a brief"), ("Ben", "published"),
        ("Ada", "withdrew"),
    ]  # fmt: skip


@pytest.mark.parametrize("wrong", ["headline", "lines", "claim"])
def test_a_brief_without_claims_of_the_record_is_refused(newsroom: Newsroom, wrong: str) -> None:
    """Nothing of it is kept."""
    line = Line(text="It rose.", claim_ids=("none",) if wrong == "claim" else (claims(newsroom)[0].id,))
    with pytest.raises(RecordError):
        newsroom.draft_brief(
            "s1", " " if wrong == "headline" else "Gates", [] if wrong == "lines" else [line], by="Ada"
        )
    assert (list(newsroom.briefs(Drawer())), deeds(newsroom)) == ([], [])


def test_two_editors_do_not_overwrite_each_other(newsroom: Newsroom) -> None:
    """The second is told to look first."""
    one = drafted(newsroom)
    newsroom.edit_brief(one.id, by="Ben", version=1, note="mine")
    with pytest.raises(RecordError, match="meanwhile"):
        newsroom.edit_brief(one.id, by="Ada", version=1, note="mine")
    with pytest.raises(RecordError, match="not published"):
        newsroom.withdraw_brief(one.id, by="Ada")


def test_two_briefs_of_one_story_are_two(newsroom: Newsroom) -> None:
    """And a claim finds both."""
    ids = {drafted(newsroom).id, drafted(newsroom).id}
    assert {one.id for one in newsroom.briefs_on([claims(newsroom)[0].id])} == ids
    assert len(ids) == 2


# ── corrections and the queue ───────────────────────────────────────────────────────────────────────────────


def test_a_correction_is_shown_and_undone(newsroom: Newsroom) -> None:
    """What was read stays; who corrected what stands in the trail."""
    one = claims(newsroom)[0]

    def names() -> list[str | None]:
        return [link.source.name for link in newsroom.corrected([one])[one.id].chain]

    made = newsroom.correct(one.id, "change", by="Ada", hop=2, name="Anna Roth")
    newsroom.correct(one.id, "strike", by="Ada", hop=1)
    newsroom.correct(one.id, "add", by="Ada", hop=3, described_as="a witness")
    assert names() == ["Vesna Courier", "Anna Roth", None]
    newsroom.undo_correction(made.id, by="Ben")
    assert names() == ["Vesna Courier", "Ana Reth", None]
    assert claims(newsroom)[0] == one
    with pytest.raises(RecordError, match="undone already"):
        newsroom.undo_correction(made.id, by="Ben")
    assert deeds(newsroom) == [("Ada", "corrected")] * 3 + [("Ben", "undid")]


def test_a_source_is_corrected_wherever_it_is_named(newsroom: Newsroom) -> None:
    """And made anew after it was undone."""
    one = claims(newsroom)[0]
    for _ in range(2):
        made = newsroom.correct("person-ana-reth", "change", by="Ada", name="Anna Reth")
        assert newsroom.corrected([one])[one.id].speaker.name == "Anna Reth"  # type: ignore[union-attr]
        newsroom.undo_correction(made.id, by="Ada")
    assert newsroom.corrected([one]) == {one.id: one}


@pytest.mark.parametrize(
    ("on", "what", "told", "error"),
    [
        ("", "strike", {"hop": 0}, RecordError),
        ("", "strike", {"hop": 3}, RecordError),
        ("", "change", {"hop": 1}, RecordError),
        ("", "add", {"hop": 4, "name": "X"}, RecordError),
        ("", "add", {"hop": 1, "kind": "person"}, RecordError),
        ("", "undo", {}, RecordError),
        ("person-nobody", "change", {"name": "X"}, NotKept),
        ("person-ana-reth", "strike", {}, RecordError),
        ("ffff", "change", {"hop": 0, "name": "X"}, NotKept),
    ],
    ids=str,
)
def test_a_correction_of_nothing_is_refused(
    newsroom: Newsroom, on: str, what: str, told: dict[str, object], error: type[Exception]
) -> None:
    """A hop that the chain lacks, the outlet struck, nobody's name, nothing said."""
    on = on or claims(newsroom)[0].id
    with pytest.raises(error):
        newsroom.correct(on, what, by="Ada", **told)  # type: ignore[arg-type]
    assert deeds(newsroom) == []


def test_what_an_editor_saw_waits_no_longer(newsroom: Newsroom) -> None:
    """Though nothing was changed."""
    assert list(newsroom.doubtful()) == []
    newsroom.review(claims(newsroom)[0].id, by="Ada")
    assert deeds(newsroom) == [("Ada", "reviewed")]
    with pytest.raises(NotKept):
        newsroom.review(next(newsroom.pages()).id, by="Ada")


def test_a_tension_that_was_ruled_on_waits_no_longer(newsroom: Newsroom) -> None:
    """It comes with both claims."""
    first, second = claims(newsroom)
    page_id = next(newsroom.pages()).id
    tense = Pair(left=first.id, right=second.id, likeness=0.5, verdict="in_tension")
    newsroom._store.put_weighed(Weighed(page_id=page_id, by="weigh@1", pairs=(tense,)))
    assert [(pair, left.claim, right.claim) for _, pair, left, right in newsroom.tensions()] == [(tense, first, second)]
    list(newsroom.weigh())
    newsroom.rule("different", first.id, second.id, by="Ada")
    assert (list(newsroom.tensions()), deeds(newsroom)) == ([], [("Ada", "ruled")])


def test_the_desk_lets_go_after_it_wrote(newsroom: Newsroom) -> None:
    """And writes again when it has to."""
    newsroom.review(claims(newsroom)[0].id, by="Ada")
    newsroom.rest()
    newsroom.review(claims(newsroom)[1].id, by="Ada")
    assert len(deeds(newsroom)) == 2


def test_a_search_shows_what_was_read(newsroom: Newsroom) -> None:
    """Corrections are replayed by whoever shows it, once."""
    newsroom.correct(claims(newsroom)[0].id, "strike", by="Ada", hop=1)
    (hit,) = newsroom.find_claims(Search(words="gates two")).hits
    assert len(hit.claim.chain) == 3
    assert len(newsroom.corrected([hit.claim])[hit.claim.id].chain) == 2


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def staffed(newsroom: Newsroom) -> Newsroom:
    newsroom.add_person("Ada", "admin", ARGON, by="setup")
    newsroom.add_person("Ben", "editor", ARGON, by="Ada")
    return newsroom


def test_a_session_lets_in_until_it_ends(staffed: Newsroom) -> None:
    """By its hash alone; a token is no session."""
    staffed.open_session("Ben", SHA, "2031-03-07T00:00:00+00:00")
    found = staffed.bearer(SHA, "session")
    assert (found and found.name, staffed.bearer(SHA, "token"), staffed.bearer("x", "session")) == ("Ben", None, None)
    staffed.close_session(SHA)
    assert staffed.bearer(SHA, "session") is None
    staffed.open_session("Ben", SHA, "2031-03-06T12:00:00+00:00")  # ended before it began
    assert staffed.bearer(SHA, "session") is None
    staffed.refused("Mallory", "wrong password")
    assert [did for _, did in deeds(staffed)] == [
        "added a person", "added a person", "signed in", "signed out", "signed in", "was refused",
    ]  # fmt: skip


def test_a_token_lets_in_until_it_is_revoked(staffed: Newsroom) -> None:
    """Without an end unless told."""
    made = staffed.make_token("Ben", SHA, "the wire", by="Ben")
    assert (list(staffed.tokens("Ben")), staffed.bearer(SHA, "token")) == ([made], staffed.person("Ben"))
    staffed.revoke_token(SHA, by="Ada")
    assert staffed.bearer(SHA, "token") is None
    with pytest.raises(NotKept):
        staffed.revoke_token(SHA, by="Ada")


def test_who_was_changed_signs_in_again(staffed: Newsroom) -> None:
    """And who is not active does not come in."""
    staffed.open_session("Ben", SHA, "2031-03-07T00:00:00+00:00")
    changed = staffed.change_person("Ben", by="Ada", active=False)
    assert (changed.active, changed.may("reader"), staffed.bearer(SHA, "session")) == (False, False, None)


def test_the_last_admin_stays(staffed: Newsroom) -> None:
    """Or nobody could let anybody in."""
    for told in ({"role": "reader"}, {"active": False}):
        with pytest.raises(RecordError, match="last admin"):
            staffed.change_person("Ada", by="Ada", **told)  # type: ignore[arg-type]
    staffed.change_person("Ben", by="Ada", role="admin")
    assert staffed.change_person("Ada", by="Ben", role="reader").role == "reader"


def test_only_hashes_are_kept(newsroom: Newsroom) -> None:
    """A password or a secret handed over by mistake is refused, and named nowhere."""
    with pytest.raises(RecordError, match="only hashes"):
        newsroom.add_person("Ada", "admin", "hunter2", by="setup")
    newsroom.add_person("Ada", "admin", ARGON, by="setup")
    with pytest.raises(RecordError, match="already"):
        newsroom.add_person("Ada", "reader", ARGON, by="setup")
    with pytest.raises(RecordError, match="only hashes"):
        newsroom.open_session("Ada", "a secret", "")
