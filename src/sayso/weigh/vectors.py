"""The one door to sentence embeddings: our encoder of claims, fitted by training/weighing/encoder.py.

One claim at a time on one thread: a batch changes the last bits of floats, and a claim must lie in the same place
whatever came with it. The tokenizer that reads pages is the encoder's own (the files are equal): not shipped twice.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError

SIZE = 384
SCALE = 127  # a unit vector's numbers as signed bytes
PIECES = 128  # of a claim; a longer one is told by its beginning
TOKENIZER = Path(__file__).parents[1] / "read" / "models" / "tokenizer.json"
FILE = Path(__file__).parent / "models" / "claims.onnx"

Rows = npt.NDArray[np.float32]


class Encoder:
    """The network that lays claims in a space of meaning, loaded from a file; raises ModelError if it cannot be."""

    def __init__(self, file: Path = FILE, *, sum_file: Path | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            weights = file.read_bytes()
            wanted = sum_file.read_text("ascii").split()[0] if sum_file else None
        except OSError as err:
            raise ModelError(f"the encoder of claims {file.name} is missing: reinstall sayso") from err
        if wanted and sha256(weights).hexdigest() != wanted:
            raise ModelError(f"the encoder of claims {file.name} is damaged: reinstall sayso")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(TOKENIZER))
        self._tokenizer.enable_truncation(PIECES)
        self._tokenizer.no_padding()

    def __call__(self, words: str) -> bytes:
        """The vector of a claim: 384 signed bytes."""
        ids = np.asarray([self._tokenizer.encode(words).ids], dtype=np.int64)
        unit = self._session.run(None, {"ids": ids})[0]
        packed: bytes = np.rint(unit * SCALE).astype(np.int8).tobytes()
        return packed


def vector(words: str) -> bytes:
    """Where a claim lies among all claims: 384 signed bytes, a unit vector × 127; raises ModelError."""
    return _encoder()(words)


@cache
def _encoder() -> Encoder:
    return Encoder(FILE, sum_file=FILE.with_suffix(".sha256"))


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
