"""Who is one voice."""

import pytest
from tests.make_mentions import source

from sayso.weigh.trace.voices import Voices, belonging


def number(*sources) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    voices = Voices(sources)
    keys = {voices.key(one) for one in sources}
    return voices.least(keys), len(keys)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (source("Oskar Lind"), source("Lind")),
        (source("Oskar Lind", "Harbour Minister"), source(None, "the harbour minister")),
        (source("Oskar Lind"), source(None, "the head of the lake police Oskar Lind")),
        (source("Oskar Lind", "Corvane spokesman"), source("Corvane", kind="organisation")),
        (source("Oskar Lind", "Corvane chief executive"), source("Corvane Metals", kind="organisation")),
        (source("Corvane Metals", kind="organisation"), source(None, "the company", "organisation")),
        (source("Oskar Lind", "chairman of the Lake Dam Authority"), source("Lake Dam Authority", kind="office")),
        (source("Oskar Lind", "the Delta River Trust"), source("Delta River Trust", kind="organisation")),
        (source("Corvane Metals"), source("Corvane Metals", kind="organisation")),
        (source("Corvane"), source("Oskar Lind", "company's spokesman")),
        (source(None, "the palace", "office"), source(None, "The presidency", "office")),
        (source("Corvane Metals", kind="organisation"), source(None, "a statement by Corvane", "document")),
        (source("Orvanian Defence Ministry", kind="office"), source("Ministry of Defense of Orvania", kind="office")),
        (source("Tarn Constabulary", kind="office"), source(None, "Police", "office")),
        (source("Northern Rail Union", kind="organisation"), source("NRU", kind="organisation")),
        (source(None, "the organisers, the alliance Clean Lake", "crowd"), source("Clean Lake", kind="organisation")),
    ],
)
def test_two_names_of_one_voice(left, right) -> None:  # type: ignore[no-untyped-def]
    """Surname, role, spokesperson, short and spelt-out names of a body mean one voice."""
    assert number(left, right) == (1, 1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (source("Oskar Lind"), source("Ana Lind")),
        (source(None, "the health ministry", "office"), source(None, "the education ministry", "office")),
        (source("Orvanian Defence Ministry", kind="office"), source("Kelmian Defence Ministry", kind="office")),
        (source("Corvane", kind="organisation"), source("Stelmar", kind="organisation")),
        (source("Oskar Lind", "professor at Velin University"), source("Velin University", kind="organisation")),
    ],
)
def test_two_voices(left, right) -> None:  # type: ignore[no-untyped-def]
    """Other first names, other portfolios, other countries are other voices."""
    assert number(left, right) == (2, 2)


def test_a_nameless_body_beside_two_named_ones_is_in_doubt() -> None:
    """Where "the company" may be either of two, it adds nothing to the low count."""
    told = [source(name, kind="organisation") for name in ("Corvane Metals", "Stelmar Shipping")]

    low, high = number(*told, source(None, "the company", "organisation"))

    assert low <= 2 and high == 3


def test_who_has_no_role_may_be_the_firm_whose_spokesman_speaks() -> None:
    """Where a name of two words may be a firm's or a person's, they are counted once in the low count."""
    assert number(source("Aero Corvane"), source("Oskar Lind", "airline's spokesman")) == (1, 2)


def test_a_minister_and_the_ministry_may_be_one() -> None:
    """They are counted once in the low count and twice in the high one."""
    minister, ministry = source("Ana Reth", "health minister"), source(None, "the health ministry", "office")

    assert number(minister, ministry)[0] in (1, 2) and number(minister, ministry)[1] == 2


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("There are 21 seals, Oskar Lind of the Delta River Trust said.", "the Delta River Trust"),
        ("Oskar Lind, from Velin Water Company, was there.", "Velin Water Company"),
        ("Oskar Lind of Upper Velin said so.", None),
        ("Oskar Lind said that the Delta River Trust was wrong.", None),
    ],
)
def test_a_person_is_named_with_a_body(page: str, body: str | None) -> None:
    """Of, from, at or with a body; a place is none."""
    assert belonging("Oskar Lind", page) == body
