"""Copied passages: texts find each other by shared 5-grams and are verified on all of them."""

from growth import growth
from sayso.record import Account, Weighed
from sayso.store.scales import MemoryScales
from sayso.weigh.trace.copied import copies, needed
from sayso.weigh.trace.passages import passages

WIRE = (
    "The harbour master of Mornholm closed the outer basin shortly after dawn when a mooring line parted and a grain "
    "barge swung across the fairway. Two tugs held it against the quay for three hours while divers cut the chain. "
    "Nobody was hurt, the port said, and the ferry to Delt sailed with a delay of half a day."
)
OTHER = (
    "Farmers along the Ulve have begun to clear the meadows that were under water for most of the spring. The county "
    "will pay for new fences but not for seed, and many say that they will sow barley instead of beet this year."
)


def numbered(size: int) -> str:
    """A body of so many different words."""
    return " ".join(f"word{at}" for at in range(size))


def account(name: str, body: str, *, at: str = "2026-03-05T10:00:00+00:00", page: str = "") -> Account:
    return Account(text_id=name, page_id=page or f"page {name}", at=at, passages=passages(body))


def scales(*accounts: Account) -> MemoryScales:
    made = MemoryScales()
    for one in accounts:
        made.put_weighed(Weighed(page_id=one.page_id, by="a test", accounts=(one,)))
    return made


def test_passages_are_the_same_on_every_machine() -> None:
    """Hashes come from BLAKE2b, fit 63 bits and keep digits."""
    assert passages("The 12 barges of Delt left") == (1909789668588975861, 8253424852916606848)


def test_passages_are_sorted_and_each_once() -> None:
    """A refrain counts once."""
    found = passages("over and over and over and over and over and over")
    assert (len(found), list(found)) == (2, sorted(set(found)))


def test_a_body_under_five_words_has_no_passages() -> None:
    """Nothing can be told from a few words."""
    assert passages("Ferry sails late again") == ()


def test_case_accents_and_signs_make_no_other_passage() -> None:
    """A desk's typography is not wording."""
    assert passages("Café owners — 40 of them — marched") == passages("CAFE OWNERS, 40 OF THEM, MARCHED!")


def test_a_copy_runs_from_the_earlier_text() -> None:
    """The text that stood earlier is left, whichever is weighed first."""
    late = account("a", WIRE, at="2026-03-05T12:00:00+00:00")
    early = account("b", WIRE + " " + OTHER, at="2026-03-05T09:00:00+00:00")
    for new, old in ((late, early), (early, late)):
        assert [(copy.left, copy.right, copy.share) for copy in copies(new, scales(old))] == [("b", "a", 1.0)]


def test_other_words_on_other_news_are_no_copy() -> None:
    """Two reports that share no passage are not found."""
    assert copies(account("a", WIRE), scales(account("b", OTHER))) == ()


def test_one_shared_sentence_does_not_make_a_copy_of_a_brief() -> None:
    """A brief with a sentence of its own and one of another's is under half copied."""
    brief = "Two tugs held it against the quay for three hours while divers cut the chain. " + OTHER
    assert copies(account("a", WIRE), scales(account("b", brief))) == ()


def test_a_long_run_in_a_long_text_is_a_copy() -> None:
    """Forty words in a row are found, however long the texts around them."""
    shared = " ".join(f"shared{at}" for at in range(40))
    left = account("a", numbered(900) + " " + shared)
    right = account("b", shared + " " + " ".join(f"other{at}" for at in range(900)))
    assert [copy.share for copy in copies(left, scales(right))] == [round(36 / 936, 4)]


def test_story_items_of_one_page_are_no_copies_of_each_other() -> None:
    """A page repeats itself in teasers."""
    assert copies(account("a", WIRE, page="one"), scales(account("b", WIRE, page="one"))) == ()


def test_what_two_bodies_share_at_least_grows_with_the_shorter() -> None:
    """Half of a card, a fifth of an article, forty words in a row of anything longer."""
    assert [needed(size) for size in (1, 10, 40, 90, 150, 180, 5000)] == [1, 5, 20, 20, 30, 36, 36]


def test_hashing_grows_with_the_body() -> None:
    """Linear in the words."""
    assert growth(lambda size: passages(numbered(size)), 2_000) < 8


def test_verifying_grows_with_the_number_of_copies() -> None:
    """Each candidate is looked at once, and no more than the cap of them."""

    def weigh(size: int) -> None:
        copies(account("new", WIRE), crowds[size])

    crowds = {size: scales(*(account(f"t{at:04}", WIRE) for at in range(size))) for size in (50, 200)}
    assert growth(weigh, 50) < 8
