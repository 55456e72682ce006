"""Whose hand writes at the desk, and whether what it sends came from a page of ours."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

HERE = "at this machine"  # whoever sits where the desk opened; there is no sign-in yet
WHY = "this did not come from a page of this desk"


def writes() -> bool:
    """Whether who is at the desk may write."""
    return True


def _hand(request: Request) -> str:
    """The name of who writes; refuses what a page elsewhere sends in the reader's name."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    ours = site == "same-origin" if site is not None else _place(origin) == request.headers.get("host", "").lower()
    if not ours:
        raise HTTPException(403, WHY)
    return HERE


def _place(origin: str | None) -> str | None:
    try:
        return urlsplit(origin or "").netloc.lower() or None
    except ValueError:
        return None


Hand = Annotated[str, Depends(_hand)]
