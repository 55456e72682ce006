"""The bench counts words as it says, and its briefs are what it says they are."""

import tomllib

import pytest
from speech.measure import HERE, steps, words_of

from sayso.publish.speech.lexicon import lexicon

TOLD = tomllib.loads((HERE / "briefs.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "got", "wrong"),
    [
        ("the ice held", "the ice held", []),
        ("the ice held", "the held", [("ice", None)]),
        ("the ice held", "the thin ice held", [(None, "thin")]),
        ("the ice held", "the ice melt", [("held", "melt")]),
        ("", "ice", [(None, "ice")]),
        ("ice", "", [("ice", None)]),
    ],
)
def test_words_are_aligned_at_the_least_cost(
    written: str, got: str, wrong: list[tuple[str | None, str | None]]
) -> None:
    """Replaced, left out, put in."""
    pairs = list(steps(written.split(), got.split()))
    assert [pair for pair in pairs if pair[0] != pair[1]] == wrong


def test_both_sides_are_put_into_words_alike() -> None:
    """What a person writes and what a recogniser writes of the same sound."""
    assert words_of("On Nov. 7 the EU's 12% rise: $61.4bn", {}) == words_of(
        "On November 7th, the EUs 12 percent rise, $61.4 billion", {}
    )


def test_there_are_twenty_briefs_with_their_names() -> None:
    """Each name stands in its brief, and none is in the lexicon, so that no name was made easy."""
    assert len(TOLD["briefs"]) == 20
    for brief in TOLD["briefs"]:
        whole = " ".join([brief["headline"], *brief["lines"]])
        assert [name for name in brief["names"] if name not in whole or name in lexicon()] == []
