"""The door to the encoder."""

from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.read.attribute.model import FOLDER, SUMS, Encoder, encoder

TEXT = "The gates will stay shut, the Water Board said.\n\n" * 60


def test_tags_are_chances_for_every_piece() -> None:
    """Windows overlap and are averaged; every piece has three roles that sum to 1."""
    thought = encoder()(TEXT)
    assert len(thought.windows) > 1
    assert thought.tags.shape == (3, len(thought.pieces), 3)
    assert np.allclose(thought.tags.sum(axis=-1), 1, atol=1e-3)


def test_the_same_text_gives_the_same_bits() -> None:
    """One thread and no batches: two runs agree to the last bit."""
    assert np.array_equal(encoder()(TEXT).tags, Encoder()(TEXT).tags)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(ModelError, match="reinstall"):
        Encoder(tmp_path)


def test_a_damaged_model_is_not_loaded(tmp_path: Path) -> None:
    """A file that is not the one shipped is named."""
    for name in (SUMS, "tokenizer.json"):
        copyfile(FOLDER / name, tmp_path / name)
    (tmp_path / "attribution.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match=r"attribution\.onnx"):
        Encoder(tmp_path)
