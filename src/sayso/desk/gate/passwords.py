"""The one door to pwdlib: passwords become argon2 hashes, and are held against them."""

from functools import cache
from threading import BoundedSemaphore
from unicodedata import normalize

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError
from pwdlib.hashers.argon2 import Argon2Hasher

from sayso.errors import RecordError

SHORTEST, LONGEST = 12, 1000  # characters; NIST SP 800-63B asks for at least 8, and for 15 where nothing else guards
_AT_ONCE = BoundedSemaphore(2)  # each hash takes 64 MiB: many at once would fill the memory


def hashed(password: str) -> str:
    """The argon2id hash of a password; raises RecordError for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RecordError(
            f"a password has {SHORTEST} to {LONGEST:,} characters: several words are easy to keep in mind"
        )
    with _AT_ONCE:
        return _argon().hash(_composed(password))


def fits(password: str, hash_: str | None) -> bool:
    """Whether a password is the one that was hashed; without a hash false, after the same time."""
    with _AT_ONCE:
        try:
            same = _argon().verify(_composed(password[:LONGEST]), hash_ or _nobody())
        except PwdlibError:  # a hash that another program wrote
            return False
    return same and hash_ is not None


def _composed(password: str) -> str:
    """One form for what looks the same, whatever keyboard wrote it; half a surrogate pair as a question mark."""
    return normalize("NFKC", password).encode("utf-8", "replace").decode()


@cache
def _argon() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


@cache
def _nobody() -> str:
    return _argon().hash("nobody has this one")
