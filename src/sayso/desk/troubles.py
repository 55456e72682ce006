"""What went wrong, as a page that says what to do; as JSON for whom asks for JSON."""

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso.desk.answer import sheet, twin
from sayso.errors import Busy, NotKept, PlugError, RecordError, SaysoError, StoreError

ADVICE = {
    401: "Sign in at /sign-in. A program sends `Authorization: Bearer TOKEN`; `sayso people token NAME` makes one.",
    403: "Forms work from the desk's own pages, for those who may use them. An admin gives roles at /people, or with "
    "`sayso people` on the machine itself. A desk behind a proxy opens on an address of its own with --host, where "
    "people sign in.",
    404: "The address may have been cut short, or the record was begun anew since. Ids are the same in every record "
    "that holds the same pages, so a search for words of it will find it if it is here.",
    429: "Until then nothing of the kind is taken under this name, or from this address; those who are signed in stay "
    "so, and what was kept before is kept.",
    405: "This address can be read, not written.",
    422: "Something in the address is not what it should be. Times are ISO days or times, such as 2026-03-06 or "
    "2026-03-06T12:00+01:00.",
    501: "What is asked for needs a part of Sayso that is not installed here.",
    500: "This is a fault of Sayso's, not of yours. Please report it with the address of the page and the lines that "
    "`sayso desk` printed.",
    503: "The record cannot be opened or read just now. Wait a moment and load the page again; `sayso doctor` says "
    "what stands in the way.",
}
AGAIN = "Nothing was kept. Go back: what you wrote stands in the form still. Put it right and send it again."
BUSY = (
    "One sayso writes to a record at a time, so nothing was kept of this. Go back when the other one, such as "
    "`sayso add`, has ended: what you wrote stands in the form still. Send it again then."
)
TITLES = {
    404: "Nothing is kept under this address",
    422: "This cannot be asked so",
    503: "The record is not at hand",
    401: "Sign in first",
    403: "This is not allowed",
    429: "Too many tries",
    501: "This needs something that is not installed",
}


def tell_troubles(app: FastAPI) -> None:
    """Makes every known trouble a page."""
    app.add_exception_handler(NotKept, _page(404))
    app.add_exception_handler(RecordError, _page(422))
    app.add_exception_handler(Busy, _busy)
    app.add_exception_handler(StoreError, _page(503))
    app.add_exception_handler(PlugError, _page(501))
    app.add_exception_handler(SaysoError, _page(500))
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(Exception, _fault)


def trouble(request: Request, status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """The page of a trouble: what it is, why, and what to do."""
    found = _trouble(request, status, why)
    found.headers.update(headers or {})
    return found


def _trouble(request: Request, status: int, why: str) -> Response:
    title = TITLES.get(status, HTTPStatus(status).phrase)
    if request.url.path.endswith(".json") or "json" in request.headers.get("accept", ""):
        return twin({"status": status, "title": title, "detail": why}, status=status)
    advice = AGAIN if request.method == "POST" and status in (404, 422) else ADVICE.get(status, "")
    if status == 503 and request.method == "POST":
        advice = BUSY
    return sheet("trouble.html", status=status, title=title, code=status, why=why, advice=advice)


def _page(status: int) -> Callable[[Request, Any], Response]:
    return lambda request, err: trouble(request, status, str(err))


def _busy(request: Request, err: Any) -> Response:
    return trouble(request, 503, str(err), {"Retry-After": "10"})


def _other(request: Request, err: Any) -> Response:
    why = "" if err.detail == HTTPStatus(err.status_code).phrase else err.detail
    return trouble(request, err.status_code, why, err.headers)


def _unfit(request: Request, err: Any) -> Response:
    told = [f"{one['loc'][1] if len(one['loc']) > 1 else one['loc'][0]}: {one['msg']}" for one in err.errors()]
    return trouble(request, 422, "; ".join(told))


def _fault(request: Request, err: Exception) -> Response:
    logging.getLogger("sayso").error("a fault on %s", request.url.path, exc_info=err)
    return trouble(request, 500, "")
