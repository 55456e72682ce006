"""One polite GET: live against a server on loopback, and never past the public network unless allowed."""

import gzip
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore
import pytest

from sayso.collect.fetch import Web
from sayso.collect.reach import PublicOnly, is_public
from sayso.record import Capture, Missed
from sayso.settings import Settings

PAGE = "<!doctype html><html><body><p>The river rose at Łund.</p></body></html>"
BOMB = gzip.compress(b"a" * 1_000_000) * 50
OPEN = Settings(allow_private=True, fetch_timeout=5.0, max_bytes=100_000)


class Site(BaseHTTPRequestHandler):
    """Answers by path; remembers what it was asked."""

    asked: list[tuple[str, dict[str, str]]]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.asked.append((self.path, {name.lower(): word for name, word in self.headers.items()}))
        answer = getattr(self, f"answer_{self.path.strip('/').split('/')[0].split('?')[0]}", None)
        if answer:
            answer()
        else:
            self.say(404, b"not here")

    def say(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, word in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), word)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.say(200, PAGE.encode("iso8859-2"), Content_Type="text/html; charset=iso-8859-2")

    def answer_packed(self) -> None:
        self.say(200, gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.say(200, BOMB, Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.say(200, b"\x0b\x02\x80abc\x03", Content_Encoding="br")

    def answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                self.wfile.write(b"a" * 10_000)
        except OSError:
            return

    def answer_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def answer_silent(self) -> None:
        time.sleep(2)

    def answer_short(self) -> None:
        self.say(200, b"abc", Content_Length="1000")
        self.close_connection = True

    def answer_moved(self) -> None:
        self.say(301, b"", Location="/page?from=moved#part")

    def answer_round(self) -> None:
        self.say(302, b"", Location=f"/round/{self.path.count('/')}")

    def answer_hops(self) -> None:
        left = int(self.path.split("/")[2])
        self.say(302, b"", Location=f"/hops/{left - 1}" if left > 1 else "/page")

    def answer_file(self) -> None:
        self.say(302, b"", Location="file:///etc/passwd")

    def answer_pdf(self) -> None:
        self.say(200, b"%PDF-1.7", Content_Type="application/pdf")

    def answer_empty(self) -> None:
        self.say(200, b"")

    def answer_odd(self) -> None:
        self.say(200, PAGE.encode(), Content_Type="text/html; charset=klingon")

    def answer_gone(self) -> None:
        self.say(410, b"gone")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running server."""
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def got(site: str) -> Callable[..., Capture]:
    def get(path: str, settings: Settings = OPEN) -> Capture:
        (found,) = Web(f"{site}/{path}", settings=settings).collect()
        assert isinstance(found, Capture), found
        return found

    return get


@pytest.fixture
def why(site: str) -> Callable[..., str]:
    def missed(path: str, settings: Settings = OPEN) -> str:
        url = path if "://" in path else f"{site}/{path}"
        (found,) = Web(url, settings=settings).collect()
        assert isinstance(found, Missed)
        assert found.what == url
        return found.why

    return missed


def test_a_page_is_had_with_its_charset(got: Callable[..., Capture], site: str) -> None:
    """The charset of the header is told to whoever decodes the bytes."""
    assert got("page") == Capture(
        name=f"{site}/page",
        body=PAGE.encode("iso8859-2"),
        media_type="text/html",
        url=f"{site}/page",
        charset="iso8859-2",
    )


def test_the_server_is_told_who_asks(got: Callable[..., Capture]) -> None:
    """With an address to complain to, from the settings."""
    got("page", Settings(allow_private=True, user_agent="our desk (+https://desk.example)"))
    assert Site.asked[-1][1]["user-agent"] == "our desk (+https://desk.example)"


def test_a_packed_answer_is_unpacked(got: Callable[..., Capture]) -> None:
    """The bytes are the page's, not those of the wire."""
    assert got("packed").body == PAGE.encode()


def test_the_address_is_where_the_page_was_found(got: Callable[..., Capture], site: str) -> None:
    """After redirects, without the part of the page that was pointed at; the name stays what was asked for."""
    capture = got("moved")
    assert (capture.name, capture.url) == (f"{site}/moved", f"{site}/page?from=moved")


def test_five_redirects_are_followed(got: Callable[..., Capture], site: str) -> None:
    """The last one leads to the page."""
    assert got("hops/5").url == f"{site}/page"


def test_a_sixth_redirect_is_not_followed(why: Callable[..., str]) -> None:
    """Round and round it goes."""
    assert why("hops/6").startswith("more than 5 redirects")
    assert why("round").startswith("more than 5 redirects")


def test_a_redirect_to_a_file_is_refused(why: Callable[..., str]) -> None:
    """Only http and https are asked, wherever the way leads."""
    assert why("file") == "file:///etc/passwd is no http or https address"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere", "the server answers 404 Not Found"),
        ("gone", "the server answers 410 Gone"),
        ("empty", "it is empty"),
        ("pdf", "it is a PDF file, not a page of text or HTML"),
        ("brotli", "the server packs it as 'br', which was not asked for"),
        ("bomb", "it is larger than 100,000 bytes when unpacked (setting max_bytes)"),
        ("endless", "it is larger than 100,000 bytes (setting max_bytes)"),
    ],
)
def test_what_is_no_page_is_a_miss(why: Callable[..., str], path: str, reason: str) -> None:
    """It says what came instead."""
    assert why(path) == reason


def test_a_bomb_is_not_unpacked(why: Callable[..., str]) -> None:
    """Fifty megabytes in fifty kilobytes never stand in memory."""
    tracemalloc.start()
    why("bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_an_answer_that_breaks_off_is_a_miss(why: Callable[..., str]) -> None:
    """Half a page is not kept as a whole one."""
    assert why("short").startswith("it could not be fetched")


@pytest.mark.parametrize("path", ["silent", "slow"])
def test_nobody_waits_for_ever(why: Callable[..., str], path: str) -> None:
    """For no answer, or for one that comes a byte at a time."""
    begun = time.monotonic()
    assert "within 0.5 s" in why(path, Settings(allow_private=True, fetch_timeout=0.5))
    assert time.monotonic() - begun < 5


def test_an_unknown_charset_is_not_believed(got: Callable[..., Capture]) -> None:
    """The page itself is looked at instead."""
    assert got("odd").charset is None


@pytest.mark.parametrize(
    "url", ["http://", "http://:80/", "http://[::1", "http://user:word@vesna.example/", "http://a:b/"]
)
def test_an_address_that_cannot_be_asked_is_a_miss(why: Callable[..., str], url: str) -> None:
    """Nothing is sent."""
    assert "address" in why(url)


# ── the public network ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0177.1",
        "0x7f.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "①②⑦.⓪.⓪.①",
    ],
)
def test_loopback_in_any_spelling_is_refused(site: str, host: str) -> None:
    """The server is never connected to: addresses are judged, not their spelling."""
    before = len(Site.asked)
    (found,) = Web(f"http://{host}:{site.rsplit(':', 1)[1]}/page", settings=Settings()).collect()
    assert isinstance(found, Missed)
    assert len(Site.asked) == before


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.9", "192.0.2.1",
        "192.88.99.1", "192.168.0.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1",
        "100::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fe80::1", "fe80::1%eth0", "fec0::1",
        "ff02::1", "no",
    ],
)  # fmt: skip
def test_special_addresses_are_not_public(address: str) -> None:
    """The IANA registries of special purposes, and what tunnels through to them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"])
def test_other_addresses_are_public(address: str) -> None:
    """What anybody can reach."""
    assert is_public(address)


def test_one_private_address_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public at first sight and private at the second is not asked at all."""
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(httpcore.ConnectError, match="not on the public network"):
        PublicOnly().connect_tcp("rebind.example", 80)


def test_a_name_nobody_knows_is_a_miss(why: Callable[..., str]) -> None:
    """By a name that is reserved to be unknown."""
    assert "is not known" in why("http://nowhere.invalid/", Settings())
