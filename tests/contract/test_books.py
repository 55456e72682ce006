"""What every store promises of what people keep: briefs, corrections, the trail, the queue, who may sign in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.make_pages import again, kept, said, story
from tests.make_weighed import found as weighing

from sayso.errors import NotKept, RecordError
from sayso.plugs import Store
from sayso.record import (
    Act,
    Brief,
    Claim,
    Correction,
    Drawer,
    Filter,
    Line,
    Listed,
    Missed,
    Pair,
    Person,
    Search,
    Seat,
    Shown,
    Ticket,
    Trailed,
)  # fmt: skip

DAM = story(
    "Gates opened at Sorrel",
    "Two gates were opened, Ana Reth told the Lindow Echo. The river rose, sources said.",
    published="2031-03-04T20:00",
    says=[said("Two gates were opened", "Ana Reth", through=["Lindow Echo"]), said("The river rose")],
)
NOON = "2031-03-06T12:00:00+00:00"
URL = "https://vesna.example/dam"


@pytest.fixture
def filled(store: Store) -> Store:
    """A page with two claims."""
    store.put(*kept(DAM, url=URL, outlet="Vesna Courier"))
    return store


def claims(store: Store) -> list[Claim]:
    return [claim for claim, _, _ in store.claims(Filter())]


def brief(number: int = 1, version: int = 1, **more: object) -> Brief:
    told: dict[str, object] = {"story_id": "s1", "at": f"2031-03-06T12:0{number}:00+00:00", "headline": "Gates open"}
    lines = (Line(text="Two gates were opened, Ana Reth said.", claim_ids=("c1", "c2")),)
    return Brief(id=f"b{number}", version=version, **{"lines": lines, **told, **more})  # type: ignore[arg-type]


# ── briefs ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_version_of_a_brief_stays(store: Store) -> None:
    """The newest is the brief; each of the others comes back as it was."""
    first, second = brief(), brief(version=2, state="edited", by="Ada", byline=("Ada Hol",), note="shorter")
    store.put_brief(first)
    store.put_brief(second)
    assert (store.brief("b1"), store.brief("b1", 1), list(store.versions("b1"))) == (second, first, [first, second])


def test_a_version_that_does_not_follow_is_refused(store: Store) -> None:
    """Two editors who save at once do not overwrite each other."""
    store.put_brief(brief())
    for version in (1, 3):
        with pytest.raises(RecordError, match="does not follow"):
            store.put_brief(brief(version=version))
    assert list(store.versions("b1")) == [brief()]


@pytest.mark.parametrize("asked", [("b9", None), ("b1", 2), ("b1", 0)])
def test_a_brief_that_is_not_there_is_not_kept(store: Store, asked: tuple[str, int | None]) -> None:
    """Nor a version that was never made."""
    store.put_brief(brief())
    with pytest.raises(NotKept):
        store.brief(*asked)


def test_briefs_are_listed_by_their_newest_versions(store: Store) -> None:
    """The last made first, by state and story, page by page."""
    for number in (1, 2, 3):
        store.put_brief(brief(number, story_id="s2" if number == 3 else "s1"))
    store.put_brief(brief(1, 2, state="published", at="2031-03-06T13:00:00+00:00"))

    def ids(**asked: object) -> list[str]:
        return [one.id for one in store.briefs(Drawer(**asked))]  # type: ignore[arg-type]

    assert ids() == ["b1", "b3", "b2"]
    assert ids(states=("published",)) == ["b1"]
    assert ids(states=("draft", "edited"), story_id="s1") == ["b2"]
    first = next(store.briefs(Drawer(limit=1)))
    assert ids(before=(first.at, first.id), limit=1) == ["b3"]


OUT = {"state": "published", "published": "2031-03-05T09:00:00+01:00"}


def posts(store: Store, *, ours: bool = False, **asked: object) -> list[str]:
    """The ids of the briefs and the headlines of the items of a feed."""
    found = store.posts(Shown(**asked), ours=ours)  # type: ignore[arg-type]
    return [one.id if isinstance(one, Brief) else one.text.headline or "" for one in found]


def test_a_brief_that_is_out_stands_among_items_at_its_moment(filled: Store) -> None:
    """One that is not, nowhere; withdrawn it keeps its place, and its newest version alone is there."""
    (gates,) = posts(filled)
    filled.put_brief(brief(1))
    assert posts(filled) == [gates]
    filled.put_brief(brief(1, 2, **OUT))
    filled.put_brief(brief(2, **{**OUT, "published": "2031-03-03T09:00:00+01:00"}))
    assert (posts(filled), posts(filled, ours=True)) == (["b1", gates, "b2"], ["b1", "b2"])
    filled.put_brief(brief(1, 3, headline="Gates shut", **OUT))
    filled.put_brief(brief(2, 2, note="misnamed", **{**OUT, "published": "2031-03-03T09:00:00+01:00",
                                                     "state": "withdrawn"}))  # fmt: skip
    told = [one for one in filled.posts(Shown()) if isinstance(one, Brief)]
    assert [(one.headline, one.state, one.version) for one in told] == [
        ("Gates shut", "published", 3), ("Gates open", "withdrawn", 2),
    ]  # fmt: skip


def test_briefs_and_items_are_paged_by_one_cursor(filled: Store) -> None:
    """From either end, and by time; what asks for more than times finds no brief."""
    filled.put_brief(brief(1, **OUT))
    filled.put_brief(brief(2, **{**OUT, "published": "2031-03-03T09:00:00+01:00"}))
    every = list(filled.posts(Shown()))
    assert [posts(filled, before=one.cursor, limit=1) for one in every] == [posts(filled)[1:2], ["b2"], []]
    assert [posts(filled, after=one.cursor, limit=1) for one in every] == [[], ["b1"], posts(filled)[1:2]]
    assert (posts(filled, since="2031-03-05"), posts(filled, until="2031-03-03")) == (["b1"], ["b2"])
    assert "b1" not in posts(filled, source="reth") and posts(filled, source="reth", ours=True) == []
    with pytest.raises(RecordError):
        filled.posts(Shown(limit=-1))


def test_a_claim_finds_the_briefs_that_rest_on_it(store: Store) -> None:
    """By their newest versions alone."""
    store.put_brief(brief(1))
    store.put_brief(brief(2))
    store.put_brief(brief(2, 2, lines=(Line(text="It rose.", claim_ids=("c3",)),)))
    found = [[one.id for one in store.briefs_on(asked)] for asked in (["c1", "c2"], ["c3"], ["c9"], [])]
    assert found == [["b1"], ["b2"], [], []]


# ── corrections ─────────────────────────────────────────────────────────────────────────────────────────────


def correction(on: str, number: int = 1, **more: object) -> Correction:
    told: dict[str, object] = {"what": "change", "by": "Ada", "at": NOON, "hop": 2, "name": "Anna Roth"}
    return Correction(id=f"k{number}", on=on, **{**told, **more})  # type: ignore[arg-type]


def undo(on: str, undoes: str, number: int = 9) -> Correction:
    return Correction(id=f"k{number}", on=on, what="undo", undoes=undoes, by="Ada", at=NOON)


def test_corrections_are_replayed_in_the_order_they_were_made(filled: Store) -> None:
    """Those on claims and on sources, asked for together."""
    one = claims(filled)[0].id
    made = [correction(one), correction("person-ana-reth", 2, hop=None), undo(one, "k1")]
    for each in made:
        filled.put_correction(each)
        filled.put_correction(each)
    assert list(filled.corrections([one, "person-ana-reth"])) == made
    assert (list(filled.corrections(["x"])), filled.correction("k2")) == ([], made[1])


def test_a_corrected_claim_is_listed_under_whom_the_editor_named(filled: Store) -> None:
    """In every list and search, and again under the old name once that is undone."""
    one = claims(filled)[0].id

    def listed() -> list[object]:
        keys = ("person-ana-reth", "person-anna-roth")
        return [
            [len(list(filled.items(Shown(source=key)))) for key in keys],
            [filled.find_claims(Search(source=key)).count for key in keys],
            [filled.find_claims(Search(words=words)).count for words in ("reth", "roth")],
            [len(list(filled.claims(Filter(source=words)))) for words in ("reth", "roth")],
            sorted(voice.key for voice in filled.voices(Listed(kind="person"))),
        ]

    before = listed()
    filled.put_correction(correction(one))
    assert listed() == [[0, 1], [0, 1], [0, 1], [0, 1], ["person-anna-roth"]]
    assert claims(filled)[0].chain[-1].source.name == "Ana Reth"  # what was read is never overwritten
    filled.put_correction(undo(one, "k1"))
    assert listed() == before


def test_a_struck_hop_no_longer_relays(filled: Store) -> None:
    """The outlet then has it from the speaker."""
    filled.put_correction(correction(claims(filled)[0].id, what="strike", hop=1, name=None))
    one, outlet = filled.voiced("person-ana-reth"), filled.outlet("vesna-courier")
    assert one is not None and outlet is not None
    assert (one.relayed, one.relays, outlet.relayed) == (0, (), 0)


def test_a_correction_outlives_newer_readers(filled: Store) -> None:
    """As long as the claim has the same id."""
    filled.put_correction(correction(claims(filled)[0].id))
    reading, capture = kept(DAM, url=URL, outlet="Vesna Courier")
    filled.put(again(reading, "claims@2"), capture)
    assert filled.find_claims(Search(source="person-anna-roth")).count == 1


@pytest.mark.parametrize("undoes", ["k9", "k2"])
def test_an_undo_of_nothing_is_refused(filled: Store, undoes: str) -> None:
    """Nor does it undo a correction of something else."""
    filled.put_correction(correction("person-ana-reth", 2, hop=None))
    with pytest.raises(NotKept):
        filled.put_correction(undo(claims(filled)[0].id, undoes, 5))
    assert filled.find_claims(Search(source="person-ana-reth")).count == 1


# ── the trail ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_trail_says_who_did_what(store: Store) -> None:
    """The last first; by whom, what and on what, page by page."""
    deeds = (("Ada", "ruled", "p1"), ("Ben", "signed in", "Ben"), ("Ada", "corrected", "c1"))
    for hour, (by, did, on) in enumerate(deeds):
        store.put_act(Act(at=f"2031-03-06T0{hour}:00:00+00:00", by=by, did=did, on=on, what="…"))  # type: ignore[arg-type]

    def told(**asked: object) -> list[str]:
        return [act.did for act in store.acts(Trailed(**asked))]  # type: ignore[arg-type]

    assert told() == ["corrected", "signed in", "ruled"]
    assert (told(by="Ada"), told(did="ruled"), told(on="c1")) == (["corrected", "ruled"], ["ruled"], ["corrected"])
    assert (told(since="2031-03-06T01:00"), told(limit=1)) == (["corrected", "signed in"], ["corrected"])
    first = next(store.acts(Trailed()))
    assert told(before=first.place) == ["signed in", "ruled"]


# ── the queue ───────────────────────────────────────────────────────────────────────────────────────────────


def unsure(number: int, score: float) -> tuple[object, object]:
    words = f"It rained {number} days"
    item = story(None, f"{words}.", published=f"2031-03-04T0{number}:00", says=[said(words)])
    reading, capture = kept(item, url=f"https://orlo.example/{number}")
    return replace(reading, claims=(replace(reading.claims[0], score=score),)), capture


def test_doubtful_claims_wait_until_somebody_has_seen_them(store: Store) -> None:
    """Newest first, page by page; a sure one never waits."""
    for number, score in enumerate((0.4, 0.9, 0.2, 0.6)):
        store.put(*unsure(number, score))  # type: ignore[arg-type]

    def waiting(below: float = 0.5, **asked: object) -> list[str]:
        return [hit.claim.content for hit in store.doubtful(below, **asked)]  # type: ignore[arg-type]

    assert waiting() == ["It rained 2 days", "It rained 0 days"]
    assert waiting(1.0) == ["It rained 3 days", "It rained 2 days", "It rained 0 days"]
    first = next(store.doubtful(0.5))
    assert (waiting(limit=1), waiting(before=first.cursor)) == (["It rained 2 days"], ["It rained 0 days"])
    store.put_act(Act(at=NOON, by="Ada", did="reviewed", on=first.claim.id))
    assert waiting() == ["It rained 0 days"]


def test_tensions_wait_by_the_later_claim(store: Store) -> None:
    """Only those that sit ill together, while both stand."""
    for number in range(3):
        store.put(*unsure(number, 1.0))  # type: ignore[arg-type]
    one, two, three = (claim.id for claim in claims(store))
    page_id = next(store.pages()).id
    pairs = [
        Pair(left=left, right=right, likeness=0.5, verdict=verdict)  # type: ignore[arg-type]
        for left, right, verdict in ((one, two, "in_tension"), (one, three, "in_tension"), (two, three, "same"))
    ]
    store.put_weighed(weighing(page_id=page_id, pairs=[*pairs, replace(pairs[0], right="gone")]))
    found = list(store.tensions())
    assert [pair for _, pair in found] == [pairs[1], pairs[0]]
    assert [pair for _, pair in store.tensions(before=found[0][0], limit=1)] == [pairs[0]]


def test_what_somebody_denies_is_found_of_a_source_and_of_an_outlet(filled: Store) -> None:
    """Newest first; the denial itself is not, nor what nobody denies."""
    one, two = claims(filled)
    denial = story("No", "No gate was opened, Tev Aldous said.", published="2031-03-05T08:00",
                   says=[said("No gate was opened", "Tev Aldous", stance="denies")])  # fmt: skip
    filled.put(*kept(denial, url="https://orlo.example/no", outlet="Orlo Post"))
    against = claims(filled)[2]
    seats = [
        Seat(claim_id=each.id, text_id=each.text_id, leader=leader.id, side=side)  # type: ignore[arg-type]
        for each, leader, side in ((one, one, "for"), (two, two, "for"), (against, one, "against"))
    ]
    filled.put_weighed(weighing(page_id=next(filled.pages()).id, seats=seats))
    asked = ({"source": "person-ana-reth"}, {"outlet": "vesna-courier"}, {"outlet": "orlo-post"}, {"source": "x"})
    assert [[hit.claim.id for hit in filled.denied(**more)] for more in asked] == [[one.id], [one.id], [], []]


def test_misses_are_gone_through_page_by_page(store: Store) -> None:
    """The last first, by words of what or why."""
    for name, why in (("a.pdf", "it is a PDF file"), ("b.txt", "it is empty"), ("c.pdf", "it is EMPTY")):
        store.put_missed(Missed(what=name, why=why))

    def names(*asked: object) -> list[str]:
        return [miss.what for _, miss in store.misses(*asked)]  # type: ignore[arg-type]

    first = next(store.misses())[0]
    assert (names(), names("empty"), names("pdf empty"), names("%")) == (
        ["c.pdf", "b.txt", "a.pdf"], ["c.pdf", "b.txt"], ["c.pdf"], [],
    )  # fmt: skip
    assert (names(None, first), names(None, None, 1)) == (["b.txt", "a.pdf"], ["c.pdf"])
    among = [miss.what for _, miss in store.misses("it", among=("B.", "a.p"))]
    assert among == ["b.txt", "a.pdf"]


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────

ADA = Person(name="Ada", role="editor", password="$argon2id$ada", made=NOON)


def test_people_are_kept_by_name(store: Store) -> None:
    """Keeping one again changes them."""
    ben = replace(ADA, name="Ben", role="reader")
    for one in (ben, ADA, replace(ben, active=False)):
        store.put_person(one)
    assert list(store.people()) == [ADA, replace(ben, active=False)]
    assert (store.person("Ada"), store.person("ada")) == (ADA, None)


@pytest.mark.parametrize(
    ("role", "active", "expected"),
    [("reader", True, (True, False, False)), ("editor", True, (True, True, False)), ("admin", True, (True,) * 3),
     ("admin", False, (False,) * 3)],
)  # fmt: skip
def test_a_role_may_what_those_below_it_may(role: str, active: bool, expected: tuple[bool, ...]) -> None:
    """Nobody may anything once not active."""
    one = replace(ADA, role=role, active=active)  # type: ignore[arg-type]
    assert (one.may("reader"), one.may("editor"), one.may("admin")) == expected


def test_sessions_and_tokens_end(store: Store) -> None:
    """One by one, all of a person, or those whose time has come."""
    store.put_person(ADA)
    made = [
        Ticket(hash=f"h{n}", name="Ada", kind=kind, made=f"2031-03-06T1{n}:00:00+00:00", until=until)  # type: ignore[arg-type]
        for n, (kind, until) in enumerate(
            (("session", "2031-03-07T00:00:00+00:00"), ("session", "2031-03-08T00:00:00+00:00"), ("token", ""))
        )
    ]
    for one in made:
        store.put_ticket(one)
    assert (store.ticket("h0"), store.ticket("x")) == (made[0], None)
    assert (list(store.tickets("Ada", "session")), list(store.tickets("Ada", "token"))) == (made[1::-1], made[2:])
    dropped = [store.drop_tickets(ended="2031-03-07T00:00:01"), store.drop_tickets(hash_="h9")]
    assert (dropped, list(store.tickets("Ada", "session"))) == ([1, 0], made[1:2])
    assert (store.drop_tickets(hash_="h1"), store.drop_tickets(name="Ada"), store.ticket("h2")) == (1, 1, None)


def test_a_session_of_nobody_is_refused(store: Store) -> None:
    """Somebody has to be there first."""
    with pytest.raises(NotKept, match="nobody"):
        store.put_ticket(Ticket(hash="h", name="Nobody", kind="session", made=NOON))


def test_the_tide_turns_with_what_people_keep(filled: Store) -> None:
    """So that an open page shows it."""
    changes: list[Callable[[], object]] = [
        lambda: filled.put_brief(brief()),
        lambda: filled.put_correction(correction(claims(filled)[0].id)),
        lambda: filled.put_act(Act(at=NOON, by="Ada", did="ruled")),
        lambda: filled.put_person(ADA),
        lambda: filled.put_ticket(Ticket(hash="h", name="Ada", kind="session", made=NOON)),
        lambda: filled.drop_tickets(name="Ada"),
    ]
    tides = [filled.tide()]
    for change in changes:
        change()
        tides.append(filled.tide())
    assert len(set(tides)) == len(changes) + 1


def test_what_rests_on_claims_that_are_gone_is_named(filled: Store) -> None:
    """For the doctor; the brief and the correction stay."""
    one = claims(filled)[0].id
    filled.put_brief(brief(lines=(Line(text="It rose.", claim_ids=(one,)),)))
    filled.put_correction(correction(one))
    filled.put_correction(correction("person-ana-reth", 2, hop=None))
    assert (list(filled.dangling()), list(filled.misfiled())) == ([], [])
    reading, capture = kept(DAM, url=URL, outlet="Vesna Courier")
    filled.put(again(replace(reading, claims=()), "claims@2"), capture)
    assert list(filled.dangling()) == [
        "briefs that rest on a claim the record no longer has: 1", "corrections of a claim the record no longer has: 1",
    ]  # fmt: skip
