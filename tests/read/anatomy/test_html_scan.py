"""What is refused before the parser, and in how much time."""

from contextlib import suppress

import pytest

from growth import growth
from sayso.errors import CaptureError
from sayso.read.anatomy.html import scan
from sayso.read.anatomy.html.page import take_apart_html
from sayso.record import Capture

DEEP = ["<div>", "<b a=1><p>", "<b><i><u>", "<table><tr><td>", "<svg>", "<ul><li>", "<font>"]


@pytest.mark.parametrize("unit", DEEP)
def test_tags_left_open_are_refused_before_parsing(unit: str) -> None:
    """However they are mixed."""
    with pytest.raises(CaptureError, match="deeper"):
        scan.check(unit * 25_000)


@pytest.mark.parametrize(
    "html",
    [
        "<p>paragraph" * 30_000,
        "<ul>" + "<li>item" * 30_000,
        "<div>x</div>" * 30_000,
        "<br>" * 40_000,
        "<script>if (a<b) document.write('<div><div>')</script>" * 20_000,
        "<!-- <div> -->" * 30_000,
        "a < b " * 40_000,
        "<table>" + "<tr><td>1<td>2" * 15_000,
        "<img src=a />" * 40_000,
    ],
)
def test_long_flat_pages_pass(html: str) -> None:
    """Void elements, implied ends, scripts and comments open nothing."""
    scan.check(html)


def test_a_tag_with_very_many_attributes_is_refused() -> None:
    """Also where its values hold angle brackets."""
    crowded = "<p " + " ".join(f'a{k}="<>"' for k in range(60_000)) + ">"
    with pytest.raises(CaptureError, match="attributes"):
        scan.check(crowded)


@pytest.mark.parametrize("unit", ['<a b="', "<!--", "<script>", "<", "<a '", "</b>", "<p a", "&am", "<svg><text>"])
def test_time_grows_with_the_page(unit: str) -> None:
    """Four times the input takes about four times as long; a quadratic pass takes sixteen."""

    def read(count: int) -> None:
        capture = Capture(name="hostile", body=("<body>x" + unit * count).encode(), media_type="text/html")
        with suppress(CaptureError):
            take_apart_html(capture)

    assert growth(read, 20_000) < 10
