"""Who is one voice."""

import pytest
from tests.make_mentions import source

from sayso.weigh.trace.voices import Voices


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


def test_a_minister_and_the_ministry_may_be_one() -> None:
    """They are counted once in the low count and twice in the high one."""
    minister, ministry = source("Ana Reth", "health minister"), source(None, "the health ministry", "office")

    assert number(minister, ministry)[0] in (1, 2) and number(minister, ministry)[1] == 2
