"""Captions and credits of HTML pages, in the shapes that newsrooms give them."""

import pytest

from growth import growth
from sayso.read.anatomy.html.figures import captions, figures
from sayso.read.anatomy.html.tree import grow

STORY = "<p>The ferry between Port Alder and the islands sailed again on Monday after nine weeks in the dock.</p>"


def found(html: str) -> list[tuple[str, str | None]]:
    """(caption, credit) of a page, each checked to stand where its span says."""
    tree = grow(f"<html><body><article><h1>Ferry runs again</h1>{STORY}{html}{STORY}{STORY}</article></body></html>")
    made = captions(figures(tree), tree.text)
    for caption in made:
        shown = " ".join(caption.span.of(tree.text).split())
        assert shown == (caption.text or caption.credit)
        assert not caption.text or not caption.credit or caption.credit not in caption.text
    return [(caption.text, caption.credit) for caption in made]


def figure(inside: str) -> str:
    return f"<figure><img src=a.jpg alt='A ship in a harbour'><figcaption>{inside}</figcaption></figure>"


CAPTION = "The Sea Heron leaves Port Alder on Monday"


@pytest.mark.parametrize(
    ("inside", "credit"),
    [
        (f"{CAPTION} <span class='credit'>Ada Moor / Norda</span>", "Ada Moor / Norda"),
        (f"{CAPTION} <span class=img__credit>Photo: Ada Moor / Norda</span>", "Ada Moor / Norda"),
        (f"{CAPTION}. <cite>Ada Moor</cite>", "Ada Moor"),
        (f"{CAPTION}. Photo: Ada Moor / Norda", "Ada Moor / Norda"),
        (f"{CAPTION}. Photograph: Ada Moor/Norda", "Ada Moor/Norda"),
        (f"{CAPTION} (Ada Moor/Norda)", "Ada Moor/Norda"),
        (f"{CAPTION} (Picture: Norda)", "Norda"),
        (f"{CAPTION} (Photo by Ada Moor/Getty Images)", "Ada Moor/Getty Images"),
        (f"{CAPTION}. © Ada Moor", "Ada Moor"),
        (f"{CAPTION}. Credit: Port Alder Council", "Port Alder Council"),
        (f"{CAPTION} Credit: Port Alder Council", "Port Alder Council"),
        (f"<span class=label>Image source, </span>Norda <p class=caption>{CAPTION}</p>", "Norda"),
        (f"{CAPTION}<span class=credit>(<span>Image:</span> Ada Moor)</span>", "Ada Moor"),
        (
            f"{CAPTION} <span class=credit>Photo by Ada Moor</span> /<span class=distributor>Norda</span>",
            "Ada Moor /Norda",
        ),
        (f"<p class=caption-text>{CAPTION}</p><p class=caption-credit>Courtesy of Ada Moor</p>", "Ada Moor"),
        (f"<p>{CAPTION}</p><p>Image: Ada Moor</p>", "Ada Moor"),
        (f"{CAPTION}. AP", "AP"),
        (f"{CAPTION} AP Photo/Ada Moor", "AP Photo/Ada Moor"),
        (f"{CAPTION}", None),
        (f"Image caption {CAPTION}", None),
        (f"Image: {CAPTION}", None),
        (f"<span class=credit>{CAPTION}. (Ada Moor/Norda)</span>", "Ada Moor/Norda"),
        (f"<p>Image copyright Norda</p><p>Image caption {CAPTION}</p>", "Norda"),
    ],
)
def test_a_credit_is_parted_from_its_caption(inside, credit):
    assert [(text.rstrip("."), by) for text, by in found(figure(inside))] == [(CAPTION, credit)]


@pytest.mark.parametrize(
    "inside",
    [
        "Photo: Ada Moor",
        "<span class=credit>Ada Moor</span>",
        "<cite>Ada Moor</cite>",
        "Image credits: Ada Moor",
        "(<span>Image:</span> Ada Moor)",
        "© Ada Moor",
    ],
)
def test_a_credit_alone_is_a_caption_without_words(inside):
    assert found(figure(inside)) == [("", "Ada Moor")]


def test_alt_text_is_no_caption():
    assert found("<figure><img src=a.jpg alt='A ship in a harbour'></figure>") == []


def test_a_credit_beside_the_figcaption_belongs_to_it():
    html = f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption><span>Ada Moor/Getty Images</span></figure>"
    assert found(html) == [(CAPTION, "Ada Moor/Getty Images")]


def test_boxes_that_say_caption_and_credit_are_read_without_a_figure():
    html = (
        f"<div class=image-box><img src=a.jpg><div class=image-box__caption>{CAPTION}</div>"
        "<div class=image-box__credit>Source: Harbour Office</div></div>"
    )
    assert found(html) == [(CAPTION, "Harbour Office")]


def test_a_credit_in_a_box_of_its_own_below_is_the_captions():
    html = f"<div><img src=a.jpg></div><p class=caption>{CAPTION}</p><div><p class=photo-credit>Ada Moor</p></div>"
    assert found(html) == [(CAPTION, "Ada Moor")]


def test_several_pictures_in_one_gallery_keep_their_own_credits():
    html = figure(f"{CAPTION} (Ada Moor/Norda)") + figure("Crowds on the quay wave the ship off (Bo Finn/Norda)")
    assert found(html) == [
        (CAPTION, "Ada Moor/Norda"),
        ("Crowds on the quay wave the ship off", "Bo Finn/Norda"),
    ]


def test_a_caption_without_a_mark_is_found_beside_its_picture():
    lines = f"<div><div>{CAPTION}</div><div>Reuters</div></div>"
    html = f"<div class=sc-a1><div class=sc-b2><img src=a.jpg></div>{lines}</div>"
    assert found(html) == [(CAPTION, "Reuters")]


def test_a_caption_printed_for_small_screens_too_is_one():
    assert found(figure(CAPTION) + figure(f"{CAPTION}. Photo: Ada Moor")) == [(f"{CAPTION}.", "Ada Moor")]


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=a.jpg><figcaption>View image in fullscreen</figcaption></figure>",
        "<figure><img src=a.jpg><figcaption>3 of 12</figcaption></figure>",
        "<figure><blockquote>We will sail.<figcaption>Ada Moor</figcaption></blockquote></figure>",
        "<div class=card><a href=/x><img src=a.jpg></a><div class=caption><a href=/x>Another story</a></div></div>",
        "<div class=google-ad-caption>Advertisement</div>",
        "<footer><p class=copyright>© 2026 The Alder Post. All rights reserved.</p></footer>",
        "<div class=author-box><img src=me.jpg><p>Ada Moor is our harbour reporter</p></div>",
        "<div class=story-copyright><p>© 2026 The Alder Post</p></div>",
    ],
)
def test_buttons_teasers_quotations_and_notices_are_no_captions(html):
    assert found(html) == []


def test_reading_time_grows_no_faster_than_the_page():
    def read(size: int) -> None:
        tree = grow("<body>" + "<figure><img><figcaption>A ship (Photo: B</figcaption></figure>" * size + "</body>")
        captions(figures(tree), tree.text)

    assert growth(read, 400) < 10  # four times the page; a quadratic pass takes sixteen


@pytest.mark.parametrize("scrap", ["(", "Photo: ", "A ", "/ ", ". A", "by "])
def test_one_hostile_caption_costs_no_more_than_its_length(scrap):
    def read(size: int) -> None:
        figures(grow(f"<body><figure><img><figcaption>{scrap * size}</figcaption></figure></body>"))

    assert growth(read, 1500) < 10  # four times the caption; a quadratic pass takes sixteen
