"""What the weighing keeps as rows comes back as the record types say."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.make_weighed import FULL, pair, reasons

from sayso.record import Account, Pair, Span
from sayso.record.plain import from_plain, to_plain
from sayso.store import packing


def back(account: Account) -> Account:
    row = packing.account_row(account)
    return packing.account_from(row["account"], row["passages"])


def test_an_account_is_what_its_json_says() -> None:
    """Made directly from a row it is the same as by record.plain, which checks every field."""
    assert back(FULL) == from_plain(Account, json.loads(json.dumps(to_plain(FULL)))) == FULL


def test_an_account_of_nothing_comes_back() -> None:
    """All but its ids is as it is by default."""
    bare = Account(text_id="t1", page_id="p1", at="")
    assert back(bare) == bare


@given(
    st.builds(
        Account,
        testimonies=st.lists(st.sampled_from(FULL.testimonies)).map(tuple),
        passages=st.lists(st.integers(0, 2**63 - 1)).map(tuple),
    )
)
def test_any_account_comes_back(account: Account) -> None:
    """Whatever its words and numbers are."""
    assert back(account) == account


def test_a_pair_comes_back() -> None:
    """With reasons and without."""
    for one in (pair("c1", "c2"), pair("c1", "c2", 1 / 3, "opposed", conflict="denial", reasons=reasons())):
        row = packing.pair_row(one)
        assert packing.pair_from(tuple(row[name] for name in Pair.__dataclass_fields__)) == one


def test_the_words_of_a_reason_come_back_as_spans() -> None:
    """Not as the lists that JSON has."""
    row = packing.pair_row(pair("c1", "c2", reasons=reasons()))
    assert packing.pair_from(tuple(row.values())).reasons[0].left == Span(1, 3)


def test_keys_have_numbers_of_63_bits() -> None:
    """The same on every machine and in every run; any word has one."""
    assert packing.key_of("gate") == 6997879565451913312
    assert all(0 <= packing.key_of(word) < 2**63 for word in ("", "źle", "\ud800", "a" * 10_000))
