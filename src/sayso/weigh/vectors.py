"""Stand-in until the comparing is merged."""


def vector(words: str) -> bytes:
    return bytes(384)


def cosine(left: bytes, right: bytes) -> float:
    return 0.0
