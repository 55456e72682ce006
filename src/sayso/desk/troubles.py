"""What went wrong, as a page that says what to do; as JSON for whom asks for JSON."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso.desk.answer import sheet, twin
from sayso.errors import NotKept, RecordError, SaysoError, StoreError

ADVICE = {
    404: "The address may have been cut short, or the record was begun anew since. Ids are the same in every record "
    "that holds the same pages, so a search for words of it will find it if it is here.",
    405: "This address can be read, not written.",
    422: "Something in the address is not what it should be. Times are ISO days or times, such as 2026-03-06 or "
    "2026-03-06T12:00+01:00.",
    500: "This is a fault of Sayso's, not of yours. Please report it with the address of the page and the lines that "
    "`sayso desk` printed.",
    503: "The record cannot be opened or read just now. Wait a moment and load the page again; `sayso doctor` says "
    "what stands in the way.",
}
TITLES = {404: "Nothing is kept under this address", 422: "This cannot be asked so", 503: "The record is not at hand"}


def tell_troubles(app: FastAPI) -> None:
    """Makes every known trouble a page."""
    app.add_exception_handler(NotKept, _page(404))
    app.add_exception_handler(RecordError, _page(422))
    app.add_exception_handler(StoreError, _page(503))
    app.add_exception_handler(SaysoError, _page(500))
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(Exception, _fault)


def trouble(request: Request, status: int, why: str) -> Response:
    """The page of a trouble: what it is, why, and what to do."""
    title = TITLES.get(status, HTTPStatus(status).phrase)
    if request.url.path.endswith(".json") or "json" in request.headers.get("accept", ""):
        return twin({"status": status, "title": title, "detail": why}, status=status)
    advice = ADVICE.get(status, "")
    return sheet("trouble.html", status=status, title=title, code=status, why=why, advice=advice)


def _page(status: int) -> Callable[[Request, Any], Response]:
    return lambda request, err: trouble(request, status, str(err))


def _other(request: Request, err: Any) -> Response:
    return trouble(request, err.status_code, "" if err.detail == HTTPStatus(err.status_code).phrase else err.detail)


def _unfit(request: Request, err: Any) -> Response:
    told = [f"{one['loc'][1] if len(one['loc']) > 1 else one['loc'][0]}: {one['msg']}" for one in err.errors()]
    return trouble(request, 422, "; ".join(told))


def _fault(request: Request, err: Exception) -> Response:
    logging.getLogger("sayso").error("a fault on %s", request.url.path, exc_info=err)
    return trouble(request, 500, "")
