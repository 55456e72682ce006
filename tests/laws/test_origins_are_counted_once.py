"""Laws of counting: what may and what may not change how many origins stand behind a point (docs/weighing.md)."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_scenes import FACTS, Telling, scene, the_point, the_proof

SCOOP = "Harbour Post"
RELAYS = ("Lindow Echo", "Upland Gazette", "Tessary Standard", "Velin Radio")
OTHERS = ("Morning Ferry", "Channel Nine", "Quarry News")
lawful = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def scoops(draw: st.DrawFn) -> list[Telling]:
    """A report from people whom it does not name, or from a named voice, with relays that cite it."""
    fact = draw(st.integers(0, len(FACTS) - 1))
    voice = draw(st.sampled_from([None, "Ana Reth"]))
    told = [Telling(outlet=SCOOP, minute=0, fact=fact, by=voice, unnamed=voice is None)]
    for at, relay in enumerate(draw(st.lists(st.sampled_from(RELAYS), max_size=3, unique=True))):
        words = draw(st.integers(0, 2))
        told.append(Telling(outlet=relay, minute=10 + at, fact=fact, words=words, through=(SCOOP,)))
    return told


def numbers(told: list[Telling], **more: object) -> tuple[tuple[int, int], tuple[int, int]]:
    point = the_point(scene(told, **more))  # type: ignore[arg-type]
    return point.origins_for, point.origins_against


def later(told: list[Telling], **changes: object) -> Telling:
    """A further page on the fact of a page set, an hour later."""
    return Telling(**{"outlet": OTHERS[0], "minute": 90, "fact": told[0].fact, **changes})  # type: ignore[arg-type]


@lawful
@given(scoops())
def test_an_exact_copy_adds_nothing(told: list[Telling]) -> None:
    """Another outlet's page with the same words leaves the origins as they were."""
    copy = later(told, by=told[0].by, unnamed=told[0].unnamed)

    assert numbers([*told, copy]) == numbers(told)


@lawful
@given(scoops(), st.integers(0, 2))
def test_a_paraphrase_that_cites_adds_nothing(told: list[Telling], words: int) -> None:
    """A retelling in other words that names the outlet it has it from leaves the origins as they were."""
    assert numbers([*told, later(told, words=words, through=(SCOOP,))]) == numbers(told)


@lawful
@given(scoops(), st.integers(0, 2))
def test_a_page_of_the_same_publisher_adds_nothing(told: list[Telling], words: int) -> None:
    """A second page of the family that is behind the report leaves the origins as they were."""
    second = later(told, words=words)

    assert numbers([*told, second], family=(SCOOP, OTHERS[0])) == numbers(told, family=(SCOOP, OTHERS[0]))


@lawful
@given(scoops())
def test_a_citation_left_out_widens_the_interval_by_one_at_most(told: list[Telling]) -> None:
    """Without its citation a paraphrase leaves low as it was and raises high by at most one."""
    cited, _ = numbers([*told, later(told, words=1, through=(SCOOP,))])
    bare, _ = numbers([*told, later(told, words=1)])

    assert bare[0] == cited[0] and cited[1] <= bare[1] <= cited[1] + 1


@lawful
@given(scoops(), st.integers(0, 2))
def test_a_confirmation_on_the_record_raises_low_by_one(told: list[Telling], words: int) -> None:
    """A named voice that has not spoken yet is an origin more."""
    before, _ = numbers(told)
    after, _ = numbers([*told, later(told, words=words, by="Oskar Lind")])

    assert after[0] == before[0] + 1


@lawful
@given(scoops(), st.integers(0, 2))
def test_a_denial_leaves_support_as_it_was(told: list[Telling], words: int) -> None:
    """A denial is one against, and takes nothing away."""
    before, _ = numbers(told)

    assert numbers([*told, later(told, words=words, by="Oskar Lind", denies=True)]) == (before, (1, 1))


@lawful
@given(st.integers(0, 2), st.integers(2, 4))
def test_a_circle_of_citations_is_ungrounded(fact: int, size: int) -> None:
    """Outlets that only cite each other in a circle are no origin at all."""
    ring = RELAYS[:size]
    told = [
        Telling(outlet=outlet, minute=at, fact=fact, words=at % 3, through=(ring[(at + 1) % size],))
        for at, outlet in enumerate(ring)
    ]
    point = the_point(scene(told))

    assert (point.origins_for, point.standing) == ((0, 0), "ungrounded")


@lawful
@given(scoops(), st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(told: list[Telling], random) -> None:  # type: ignore[no-untyped-def]
    """Pages that come in any order give the same points."""
    told = [*told, later(told, by="Oskar Lind", denies=True), later(told, outlet=OTHERS[1], words=2)]
    order = list(range(len(told)))
    random.shuffle(order)

    assert set(scene(told, order=order).points()) == set(scene(told).points())


@lawful
@given(scoops())
def test_another_figure_is_a_conflict(told: list[Telling]) -> None:
    """A page with another figure does not support the first; it stands against it."""
    told = [Telling(outlet=SCOOP, minute=0, fact=1, by="Ana Reth")]
    before, _ = numbers(told)
    point = the_point(scene([*told, later(told, by="Oskar Lind", figure=("340", "120"))]))

    assert (point.origins_for, point.origins_against) == (before, (1, 1))


@lawful
@given(scoops())
def test_no_edge_points_forward_in_time(told: list[Telling]) -> None:
    """What a page leans on is never later than the page."""
    newsroom = scene([*told, later(told, words=1), later(told, outlet=OTHERS[1], by="Ana Reth")])
    moments = {kept.claim.id: kept.text.published.latest for kept in newsroom.claims() if kept.text.published}

    for edge in the_proof(newsroom).edges:
        assert edge.to not in moments or moments[edge.to] <= moments[edge.from_]


@lawful
@given(st.integers(0, 2), st.lists(st.sampled_from(RELAYS), min_size=1, max_size=3, unique=True), st.booleans())
def test_a_late_page_settles_what_was_cited_and_not_seen(fact: int, relays: list[str], named: bool) -> None:
    """Relays of an outlet count as one origin before and after its page arrives, not seen and then seen."""
    told = [
        Telling(outlet=relay, minute=10 + at, fact=fact, words=at % 3, through=(SCOOP,))
        for at, relay in enumerate(relays)
    ]
    page = Telling(outlet=SCOOP, minute=0, fact=fact, by="Ana Reth" if named else None, unnamed=not named)
    before, after = the_proof(scene(told)), the_proof(scene([*told, page]))

    assert (before.point.origins_for, after.point.origins_for) == ((1, 1), (1, 1))
    assert [(one.seen) for one in (*before.origins_for, *after.origins_for)] == [False, True]


@lawful
@given(st.integers(0, 2), st.lists(st.sampled_from(RELAYS), max_size=3, unique=True))
def test_what_its_origin_withdrew_counts_no_more(fact: int, relays: list[str]) -> None:
    """From the edit on neither the report nor its relays count; as of earlier, they do as they did."""
    scoop = Telling(outlet=SCOOP, minute=0, fact=fact, unnamed=True, address="scoop")
    told = [scoop] + [
        Telling(outlet=relay, minute=10 + at, fact=fact, words=at % 3, through=(SCOOP,))
        for at, relay in enumerate(relays)
    ]
    newsroom = scene([*told, Telling(outlet=SCOOP, minute=90, fact=fact, address="scoop", withdrawn=True)])
    now, then = the_point(newsroom), the_point(newsroom, "2031-03-04T13:00:00+00:00")

    assert (now.origins_for, now.standing) == ((0, 0), "retracted")
    assert (then.origins_for, then.pages) == ((1, 1), 1 + len(relays))
