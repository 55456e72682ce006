"""A body's passages: hashes of every five words in a row, by which texts that share wording find each other."""

from hashlib import blake2b

from sayso.record.fold import words

GRAM = 5  # words; shorter runs are shared by chance ("at the end of the"), longer ones are broken by one changed word
MOST = 20_000  # words of a body that are hashed: a long court report has 10,000, a page beyond that is no news


def passages(body: str) -> tuple[int, ...]:
    """The sorted hashes (63 bits) of the word 5-grams of a body, each once; words folded, digits kept.

    BLAKE2b, so that every machine gives the same and nobody can make two passages collide. Empty under five words.
    """
    run = words(body)[:MOST]
    return tuple(sorted({_hash(run[at : at + GRAM]) for at in range(len(run) - GRAM + 1)}))


def _hash(gram: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b(" ".join(gram).encode(), digest_size=8).digest(), "big") >> 1
