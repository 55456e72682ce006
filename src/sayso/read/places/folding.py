"""One spelling for every way to write a place's name: what the gazetteer is compiled and looked up by."""

import unicodedata
from functools import lru_cache
from hashlib import blake2b

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
    | dict.fromkeys("'’‘ʼʻ`´ʹʺ.", None)
    | dict.fromkeys("-‐‑–—,/()", " ")
)
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents, apostrophes, stops and hyphens; "Saint" is "st", "Mount" is "mt"."""
    low = name.casefold()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return " ".join(_WORDS.get(word, word) for word in low.translate(_LETTERS).split())


def key_of(fold: str) -> int:
    """The 64 bits that a folded name is found by."""
    return int.from_bytes(blake2b(fold.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
