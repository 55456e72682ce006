"""The walk: a page's visible text, its blocks and what is kept of its markup."""

import pytest

from sayso.errors import CaptureError
from sayso.read.anatomy.html.elements import FIGCAPTION, HEADING, LINK, LIST, NAV, QUOTE
from sayso.read.anatomy.html.tree import MAX_ATTRIBUTES, MAX_DEPTH, grow


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One   two\n three", "One two three"),
        ("<p>One <b>two</b><i>three</i> four", "One twothree four"),
        ("<div>One<p>two</p>three</div>", "One\ntwo\nthree"),
        ("<p>One<br>two<br><br>three", "One\ntwo\nthree"),
        ("<pre>One\n  two\n\nthree</pre>", "One\n  two\nthree"),
        ("<ul><li>One<li>two</ul>", "One\ntwo"),
        ("<table><tr><td>One<td>two</table>", "One\ntwo"),
        ("<p>One&nbsp;two &amp; three", "One two & three"),
        ("<p>One<script>x()</script><style>y</style><template>z</template> two", "One two"),
        ("<p>One<noscript>no</noscript></p><video>no</video><iframe>no</iframe>", "One"),
        ("<p>One</p><p hidden>no</p><p style='display: none'>no</p><dialog>no</dialog>", "One"),
        ("<p>One</p><p hidden='until-found'>two</p><p aria-hidden=true>three</p>", "One\ntwo\nthree"),
        ("<div><a href=a>One</a><a href=b>two</a></div>", "One two"),
        ("<div><span class=by>By Ada</span><span class=on>3 May</span></div>", "By Ada 3 May"),
        ("<p><span class=cap>O</span><span>nce</span>", "Once"),
        ("<p>One <x-mark>two</x-mark></p><x-card>three</x-card><x-card>four</x-card>", "One two\nthree\nfour"),
        ("<p>One</p><svg><title>no</title><path/></svg>", "One"),
        ("<div><svg><title>no</title><text>One</text></svg></div>", "One"),
        ("<select><option>One<option>two</select><button>three</button>", "One\ntwo\nthree"),
        ("One", "One"),
        ("", ""),
        ("<p>\u200b</p><p>One</p>", "One"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    """Blocks stand on lines of their own, white space is one space, what does not show is left out."""
    assert grow(html).text == text


def test_a_block_knows_where_it_stands() -> None:
    """Its element, the places around it, and how much of it is links."""
    tree = grow(
        "<nav><a href=/>Home</a></nav><blockquote><p>Quoted <a href=x>link</a></p></blockquote>"
        "<figure><figcaption>Seen</figcaption></figure><ul><li><h3>Item</h3></ul>"
    )
    assert [(tree.words(block), block.tag) for block in tree.blocks] == [
        ("Home", "nav"), ("Quoted link", "p"), ("Seen", "figcaption"), ("Item", "h3"),
    ]  # fmt: skip
    home, quoted, seen, item = tree.blocks
    assert home.places & NAV and home.places & LINK and home.linked == 4 and home.links == 1
    assert quoted.places & QUOTE and not quoted.places & LINK and quoted.linked == 5
    assert seen.places & FIGCAPTION
    assert item.places & LIST and item.places & HEADING


def test_marks_cover_their_words() -> None:
    """Inline elements keep their attributes and the span of their words without white space."""
    tree = grow(
        '<p>By <a class="Author" rel=author href="/x"> Ada  Stone </a>, <time datetime="2031-05-03">3 May</time>'
    )
    spans = [(mark.tag, mark.hints, tree.trimmed(mark)) for mark in tree.marks]
    assert [tree.text[slice(*span)] for _, _, span in spans if span] == ["Ada Stone", "3 May"]
    assert spans[0][1] == "author author"
    assert tree.marks[1].attributes == {"datetime": "2031-05-03"}


def test_what_the_page_tells_machines_is_kept() -> None:
    """Title, language, meta tags, canonical link and linked data, wherever they stand."""
    tree = grow(
        '<html lang="de"><head><title> Ein  Titel </title><meta name="author" content="Ada">'
        '<link rel="canonical" href="/a"></head><body><script type="application/ld+json">{"a": 1}</script>'
    )
    assert (tree.title, tree.language, tree.ld) == ("Ein Titel", "de", ['{"a": 1}'])
    assert tree.metas == [{"name": "author", "content": "Ada"}]
    assert tree.links == [{"rel": "canonical", "href": "/a"}]


def test_a_page_that_a_script_unveils_is_shown() -> None:
    """A body hidden until a script runs is read all the same; a hidden menu of a page with text is not."""
    story = "<p>" + "The bridge over the Ost was closed at dawn. " * 20
    assert "bridge" in grow(f"<body style='visibility:hidden'>{story}").text
    assert "secret" not in grow(f"<body>{story * 3}<div hidden>secret</div>").text


@pytest.mark.parametrize("html", ["<div>" * (MAX_DEPTH + 1) + "x", "<b><i>" * MAX_DEPTH + "x", "<ul><li>" * MAX_DEPTH])
def test_deep_nesting_is_refused(html: str) -> None:
    """With a message that names the limit."""
    with pytest.raises(CaptureError, match=f"deeper than {MAX_DEPTH}"):
        grow(html)


def test_a_crowded_tag_is_refused() -> None:
    """More attributes than the limit; as many are read."""

    def tag(count: int) -> str:
        return "<p " + " ".join(f"a{k}" for k in range(count)) + ">x"

    assert grow(tag(MAX_ATTRIBUTES)).text == "x"
    with pytest.raises(CaptureError, match="attributes"):
        grow(tag(MAX_ATTRIBUTES + 1))
