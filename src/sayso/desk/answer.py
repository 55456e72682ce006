"""What a page answers with: HTML for people, and behind it the JSON that the same things become."""

import json
from typing import Any

from fastapi import Response
from fastapi.responses import HTMLResponse

from sayso.desk.paper import printed
from sayso.record.plain import to_plain


def sheet(template: str, /, *, status: int = 200, **told: Any) -> HTMLResponse:
    """A page for people."""
    return HTMLResponse(printed(template, **told), status)


def twin(value: Any, *, status: int = 200) -> Response:
    """The JSON behind a page: record types as record.md has them."""
    words = json.dumps(to_plain(_opened(value)), ensure_ascii=False, separators=(",", ":"))
    return Response(_encoded(words), status, media_type="application/json")


def _opened(value: Any) -> Any:
    """Dictionaries with record types in them, to any depth, as plain ones."""
    if isinstance(value, dict):
        return {name: _opened(one) for name, one in value.items()}
    return [_opened(one) for one in value] if isinstance(value, list) else to_plain(value)


def _encoded(words: str) -> bytes:
    """UTF-8; where a page's words hold half a surrogate pair, all but ASCII as JSON escapes."""
    try:
        return words.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(words), separators=(",", ":")).encode()
