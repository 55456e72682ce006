"""One polite GET; the only file that imports httpx."""

import codecs
import time
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx

from sayso.collect.folder import whole
from sayso.collect.reach import PublicOnly
from sayso.collect.sniff import charset_by_mark, media_type_of
from sayso.errors import CaptureError, FetchError
from sayso.record import Capture, Missed
from sayso.settings import Settings

REDIRECTS = 5
_ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


class Web:
    """The page at one http or https address; see `settings` for timeout, size, user agent and private networks."""

    def __init__(self, url: str, *, settings: Settings) -> None:
        self._url = url
        self._settings = settings

    def collect(self) -> Iterator[Capture | Missed]:
        """The page, or why it could not be had."""
        try:
            yield self.fetch()
        except CaptureError as err:
            yield Missed(what=self._url, why=str(err))

    def fetch(self) -> Capture:
        """The page with the address it was found at in the end; raises FetchError or CaptureError."""
        settings = self._settings
        headers = {"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
        with httpx.Client(headers=headers, timeout=settings.fetch_timeout, trust_env=False) as client:
            if not settings.allow_private:
                _public_only(client)
            try:
                return self._follow(client)
            except httpx.TimeoutException as err:
                raise FetchError(f"no answer within {settings.fetch_timeout:g} s: try again later") from err
            except (httpx.HTTPError, httpx.InvalidURL) as err:
                raise FetchError(f"it could not be fetched: {err}") from err

    def _follow(self, client: httpx.Client) -> Capture:
        url, until = self._url, time.monotonic() + self._settings.fetch_timeout
        for _ in range(REDIRECTS + 1):
            _check(url)
            with client.stream("GET", url) as answer:
                if answer.has_redirect_location:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                if not answer.is_success:
                    raise FetchError(f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip())
                return self._capture(url, answer, until)
        raise FetchError(f"more than {REDIRECTS} redirects, the last to {url}")

    def _capture(self, url: str, answer: httpx.Response, until: float) -> Capture:
        most = self._settings.max_bytes
        packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"the server packs it as {packing!r}, which was not asked for")
        found = bytearray()
        for piece in answer.iter_raw():
            found += piece
            if len(found) > most:
                raise FetchError(f"it is larger than {most:,} bytes (setting max_bytes)")
            if time.monotonic() > until:
                raise FetchError(f"not all of it came within {self._settings.fetch_timeout:g} s: try again later")
        body = whole(BytesIO(bytes(found)), most)  # unpacked here, under the size limit, and not by httpx, without
        told = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
        return Capture(
            name=self._url,
            body=body,
            media_type=media_type_of(body, urlsplit(url).path, told),
            url=urldefrag(url).url,
            charset=charset_by_mark(body) or _known(answer.charset_encoding),
        )


def _check(url: str) -> None:
    """Raises FetchError for an address that is never asked."""
    try:
        parts = urlsplit(url)
        known = parts.scheme.lower() in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError as err:
        raise FetchError(f"{url} is no address: {err}") from err
    if not known:
        raise FetchError(f"{url} is no http or https address")
    if parts.username or parts.password:
        raise FetchError("an address with a password in it is not fetched")


def _known(charset: str | None) -> str | None:
    """The charset a server names, null where there is no such charset."""
    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None


def _public_only(client: httpx.Client) -> None:
    """Lets the client connect to public addresses alone; httpx has no public door for it, so its version is pinned."""
    transport = client._transport
    assert isinstance(transport, httpx.HTTPTransport)
    transport._pool._network_backend = PublicOnly()
