"""Secrets that are given out once, and the hash by which they are known afterwards."""

from hashlib import sha256
from secrets import choice, token_urlsafe

COOKIE = "__Host-sayso"  # a browser takes this name only over https, for this host alone, for every path
HOURS = 12  # a session lasts, whatever is done in it
DAYS = 3  # a password that an admin makes lets somebody in, to choose their own
SHORT = 12  # hex digits of a hash by which a token is named to people
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def made() -> tuple[str, str]:
    """A secret of 256 bits, and its hash."""
    secret = token_urlsafe(32)
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    """The SHA-256 of a secret, in hex."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def password() -> str:
    """A password of 99 bits that can be read out and typed."""
    return "-".join("".join(choice(_READABLE) for _ in range(5)) for _ in range(4))
