"""Captions and credits."""

import pytest

from growth import growth
from sayso.read.anatomy.credit import is_credit, shots, split


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("The bridge on Sunday. (Ana Rel/Norda Images)", "The bridge on Sunday.", "Ana Rel/Norda Images"),
        ("The bridge on Sunday. [Ana Rel / Norda]", "The bridge on Sunday.", "Ana Rel / Norda"),
        ("The bridge on Sunday (AP Photo/Ana Rel)", "The bridge on Sunday", "AP Photo/Ana Rel"),
        ("The bridge on Sunday. Photo: Ana Rel", "The bridge on Sunday.", "Ana Rel"),
        ("The bridge. Photograph: Ana Rel/The Karsk Herald", "The bridge.", "Ana Rel/The Karsk Herald"),
        ("The bridge. Credit: Norda", "The bridge.", "Norda"),
        ("The bridge | Ana Rel/Norda", "The bridge", "Ana Rel/Norda"),
        ("The bridge. Ana Rel/Norda Images", "The bridge.", "Ana Rel/Norda Images"),
        ("The square — Photo courtesy of the Karsk Museum", "The square", "the Karsk Museum"),
        ("A man (left) waits. (Norda)", "A man (left) waits.", "Norda"),
        ("The bridge. (Ana Rel)", "The bridge.", "Ana Rel"),
        ("Image: Firefighters at the depot", "Firefighters at the depot", None),
        ("Image caption, The mill closed in May", "The mill closed in May", None),
        ("Ships of the Northern Alliance (NOA)", "Ships of the Northern Alliance (NOA)", None),
        ("A man (left) and his dog", "A man (left) and his dog", None),
        ("Photo: Ana Rel/Norda", "", "Ana Rel/Norda"),
        ("© City of Karsk", "", "City of Karsk"),
        ("Image source, Getty Images", "", "Getty Images"),
    ],
)
def test_a_caption_never_holds_its_credit(caption: str, words: str, credit: str | None) -> None:
    """The credit stands apart, without brackets or "Photo:"."""
    assert split(caption) == (words, credit)


def test_captions_run_together_are_told_apart() -> None:
    """A credit in brackets ends one caption; the next may follow without a blank."""
    line = "Workers on May 3. (Ana Rel/Norda Images) Crews clear it. (Tor Lind/AFP via Getty Images)A bus."
    found = [
        (line[slice(*s.words)] if s.words else None, line[slice(*s.credit)] if s.credit else None) for s in shots(line)
    ]
    assert found == [
        ("Workers on May 3.", "Ana Rel/Norda Images"),
        ("Crews clear it.", "Tor Lind/AFP via Getty Images"),
        ("A bus.", None),
    ]


@pytest.mark.parametrize("words", ["He said so.", "News", "the minister said", "Sport", "(left)"])
def test_ordinary_words_are_no_credit(words: str) -> None:
    """A section's name or a sentence credits nobody."""
    assert not is_credit(words)


@pytest.mark.parametrize("scrap", ["(", "(Ana Rel/Norda) ", "Photo: ", "A. ", "| ", "© ", "Ana Rel ", "[a"])
def test_the_time_to_find_credits_grows_no_faster_than_the_line(scrap: str) -> None:
    """Hostile captions are cheap."""
    assert growth(lambda size: shots(scrap * size), 1000) < 10  # four times the line; a quadratic pass takes sixteen
