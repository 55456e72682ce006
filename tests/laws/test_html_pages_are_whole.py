"""Whatever the markup: nothing crashes, no visible word is lost, parts cover the text once and in order."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import CaptureError
from sayso.read.anatomy.html.page import take_apart_html
from sayso.read.anatomy.html.tree import grow
from sayso.record import Capture, Reading

_TAGS = (
    "p div span a b ul li h1 h2 article section nav footer table tr td blockquote pre figure figcaption br img time"
    " button select option svg text form x-card"
)
TAGS = _TAGS.split()
NAMES = ["article-body", "nav", "share", "caption", "byline", "related", "entry-content", "comments", ""]
WORDS = st.sampled_from(
    ["bridge", "closed", "The mayor said so.", "“No,” he said,", "3 May 2031", "Read more", "Ост", "  ", "\n"]
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    """Well-formed markup."""
    pieces = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag, name = draw(st.sampled_from(TAGS)), draw(st.sampled_from(NAMES))
            pieces.append(f'<{tag} class="{name}">{draw(trees(depth - 1))}</{tag}>')
        else:
            pieces.append(draw(WORDS))
    return "".join(pieces)


broken = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<", ">", "&", "&#0;", "&#xD800;", "<!--", "-->", '<a b="', "<script>", "</script>", "<p hidden>"]
        ),
        st.text(max_size=12),
    ),
    max_size=40,
).map("".join)


def _read(html: str) -> Reading | None:
    try:
        return take_apart_html(Capture(name="law", body=html.encode("utf-8", "replace"), media_type="text/html"))
    except CaptureError:
        return None


def _whole(reading: Reading) -> None:
    """Parts in order, apart, inside the text, and every visible character in one of them."""
    text, at = reading.page.text, 0
    for part in reading.parts:
        assert part.span.start >= at
        assert not text[at : part.span.start].strip()
        at = part.span.end
    assert not text[at:].strip()
    ids = {one.id for one in reading.texts}
    assert {part.text_id for part in reading.parts if part.text_id} <= ids
    for one in reading.texts:
        assert one.span.end <= len(text)
        assert list(one.body) == sorted(one.body)


@settings(max_examples=150, deadline=None)
@given(broken)
def test_broken_markup_is_read_or_refused(html: str) -> None:
    if reading := _read(html):
        _whole(reading)


@settings(max_examples=100, deadline=None)
@given(trees())
def test_parts_cover_a_page(html: str) -> None:
    if reading := _read(f"<body>{html}"):
        _whole(reading)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "div", "li", "td", "h2", "span", "a", "pre", "x-card"]),
            st.from_regex(r"[a-zé]{4,9}", fullmatch=True),
        ),
        max_size=20,
    )
)
def test_no_visible_word_is_lost(words: list[tuple[str, str]]) -> None:
    """Each word of the markup is a word of the text, in the same order."""
    tree = grow("<body>" + " ".join(f"<{tag}>{word}</{tag}>" for tag, word in words))
    assert re.findall(r"\w+", tree.text) == [word for _, word in words]
