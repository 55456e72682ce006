"""Which claims are compared, and which group a newcomer joins."""

from collections.abc import Sequence

import numpy as np

from sayso.record import Account
from sayso.record import Testimony as Said
from sayso.weigh.compare.setting import setting
from sayso.weigh.gather.join import choose, warmth
from sayso.weigh.gather.pair import reworded
from sayso.weigh.terms import terms
from sayso.weigh.vectors import Rows


def test_a_newcomer_joins_the_group_that_is_warmest() -> None:
    assert choose({"a": [0.7, 0.6], "b": [0.9, 0.9]}, {"a": 2, "b": 2}) == "b"


def test_a_newcomer_that_is_alike_to_none_opens_a_group() -> None:
    assert choose({"a": [0.3, 0.2]}, {"a": 2}) is None
    assert choose({}, {}) is None


def test_one_member_alone_does_not_chain_a_newcomer_to_a_large_group() -> None:
    """Members it shares nothing with count against it."""
    assert choose({"a": [0.75]}, {"a": 1}) == "a"
    assert choose({"a": [0.75]}, {"a": 12}) is None


def test_of_two_equal_groups_the_lower_name_is_taken() -> None:
    assert choose({"b": [0.8], "a": [0.8]}, {"a": 1, "b": 1}) == "a"


def test_warmth_grows_with_likeness_and_stays_a_share() -> None:
    assert 0.0 == warmth([], 3) < warmth([0.4], 1) < warmth([0.9], 1) <= 1.0


def _item(text: str, words: dict[str, int], *said: str) -> Account:
    testimonies = tuple(
        Said(id=f"{text}{place}", place=place, content=content, terms=terms(content))
        for place, content in enumerate(said)
    )
    return Account(
        text_id=text, page_id=text, at=text, keys=tuple(words), terms=tuple(words.items()), testimonies=testimonies
    )


RESCUE = "The trapped divers were brought up alive"
ASHORE = "All those caught in the cave are safe on land"
PRICES = "Bread costs more this spring"


def test_items_that_share_a_name_are_close_with_fewer_words_in_common() -> None:
    left = _item(
        "a",
        dict.fromkeys(
            ("quorvig", "diver", "cave", "rescu", "boat", "water", "oxygen", "stone", "night", "storm", "rope"), 1
        ),
    )
    named = _item(
        "b",
        dict.fromkeys(
            ("quorvig", "mayor", "speech", "school", "bridg", "budget", "river", "tax", "vote", "clerk", "museum"), 1
        ),
    )
    plain = _item(
        "c",
        dict.fromkeys(
            ("boat", "mayor", "speech", "school", "bridg", "budget", "river", "tax", "vote", "clerk", "museum"), 1
        ),
    )
    assert setting(left, named).close
    assert not setting(left, plain).close


def test_claims_of_close_items_are_compared_by_meaning_alone() -> None:
    words = dict.fromkeys(("quorvig", "diver", "cave", "rescu"), 1)
    near, far = _item("a", words, RESCUE), _item("c", {"bread": 1}, RESCUE)
    mine = _item("b", words, PRICES, ASHORE)

    def cosines(left: Sequence[Said], right: Sequence[Said]) -> Rows:
        alike = {(ASHORE, RESCUE): 0.7}
        return np.array([[alike.get((one.content, other.content), 0.1) for other in right] for one in left], np.float32)

    found = [(one.testimony.content, other.testimony.content) for one, other in reworded(mine, [near, far], cosines)]
    assert found == [(RESCUE, ASHORE)]
