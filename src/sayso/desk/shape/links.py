"""Addresses: of our own pages, and of the pages of others, which are led to only where they are http or https."""

from urllib.parse import quote, urlsplit

from sayso.record import Kept

EDGE = 5  # words at either end of a long passage by which a browser finds it
WHOLE = 12  # words up to which a passage is named in full


def outside(url: str | None) -> str:
    """The address if a reader may be led to it, else nothing."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url or "" if parts.scheme in ("http", "https") and parts.netloc else ""


def host(url: str | None) -> str:
    """The host of an address without "www.", empty where it has none."""
    try:
        return urlsplit(url or "").netloc.removeprefix("www.")
    except ValueError:
        return ""


def fragment(url: str | None, words: str) -> str:
    """The address of a passage on a page: browsers that know text fragments scroll to it and mark it."""
    open_ = outside(url)
    if not open_ or not words.strip():
        return ""
    some = words.split()
    told = _part(some) if len(some) <= WHOLE else f"{_part(some[:EDGE])},{_part(some[-EDGE:])}"
    return f"{open_.split('#')[0]}#:~:text={told}"


def _part(words: list[str]) -> str:
    """Words of a text fragment, in which a dash and a comma have a meaning of their own."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")


def of_words(kept: Kept) -> str:
    """The address of the claim's own words on its page as captured."""
    return f"/page/{kept.page.id}#c-{kept.claim.id}"
