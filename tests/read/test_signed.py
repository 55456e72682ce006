"""Quotations with a name set beside them."""

import pytest

from sayso.read.attribute.attributions import attributions
from sayso.read.attribute.quotes import paragraphs, quotations
from sayso.read.attribute.signed import signed


def names(text: str) -> list[str]:
    blocks = paragraphs(text)
    return [text[slice(*one.name)] for one in signed(text, blocks, quotations(text, blocks)[1])]


@pytest.mark.parametrize(
    "text, name",
    [
        ('Penn: "I will not use it."', "Penn"),
        ("“A bridge is a promise.” – Lena Hartwick", "Lena Hartwick"),
        ("“A bridge.”\n\n— Ilse Brask, chief engineer", "Ilse Brask, chief engineer"),
        ("``No.'' -- Bo van Tal, mayor of Tarn.", "Bo van Tal, mayor of Tarn"),
        ("“Yes.” —Émile d'Orso", "Émile d'Orso"),
    ],
)
def test_a_name_beside_a_block_of_quotation_is_its_speaker(text: str, name: str) -> None:
    """Before it with a colon, or after it with any dash, on the same line or the next."""
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["He said: “yes.”", "“We won” - she said it", "Q: “Why?”", "“Fine.”\n\nIlse went home.", "“One” and “two” — Bo Tal",
     "The plan: “wait.” It failed."],
)  # fmt: skip
def test_running_text_is_left_to_the_network(text: str) -> None:
    """A verb, a single letter or more words in the paragraph: no block."""
    assert names(text) == []


def test_a_block_is_not_given_to_the_speaker_before_it() -> None:
    """Each of the two keeps the own words."""
    text = "``No one believes her,'' Orlo Penn added.\n\nLena Hartwick: \"I will not use it.\""
    found = [(text[slice(*a.source[0])], [text[slice(*s)] for s in a.content]) for a in attributions(text)]
    assert found == [
        ("Orlo Penn", ["``No one believes her,''"]), ("Lena Hartwick", ['"I will not use it."']),
    ]  # fmt: skip
