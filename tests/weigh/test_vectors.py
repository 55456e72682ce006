"""Where claims lie among each other."""

from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.weigh.vectors import SIZE, Encoder, cosine, cosines, vector

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


def test_a_missing_or_damaged_encoder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        Encoder(tmp_path / "claims.onnx")
    (tmp_path / "claims.onnx").write_bytes(b"not a network")
    (tmp_path / "claims.sha256").write_text("0" * 64)
    with pytest.raises(ModelError, match="damaged"):
        Encoder(tmp_path / "claims.onnx", sum_file=tmp_path / "claims.sha256")
