"""The updates of live pages, with and without JSON-LD."""

import json

from sayso.read.anatomy.html.clocklist import tickers
from sayso.read.anatomy.html.live import updates
from sayso.read.anatomy.html.metadata import head_of, metadata
from sayso.read.anatomy.html.tree import Tree, grow

POSTS = [
    ("Quay cleared", "2026-03-02T14:20:31+02:00", "Harbour police have cleared the quay. Nobody was hurt, they say."),
    ("Ship turns back", "2026-03-02T13:05:00+02:00", "The Sea Heron turned back an hour after it left Port Alder."),
    ("Wind rises", "2026-03-02T11:40:00+02:00", "Gusts of 80 km/h were measured at the lighthouse this morning."),
]


def entry(post: tuple[str, str, str]) -> str:
    title, time, words = post
    lines = "".join(f"<p>{line.strip()}.</p>" for line in words.rstrip(".").split(". "))
    return f"<div class=entry><div class=info>{time[11:16]}</div><h3>{title}</h3>{lines}<a href=#>Share</a></div>"


def page(shown: list[tuple[str, str, str]], told: list[tuple[str, str, str]]) -> Tree:
    thing = {
        "@type": "LiveBlogPosting",
        "headline": "Storm at Port Alder: live",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": t, "datePublished": d, "articleBody": w} for t, d, w in told
        ],
    }
    script = f"<script type='application/ld+json'>{json.dumps(thing)}</script>"
    feed = "".join(map(entry, shown))
    return grow(f"<html><head>{script}</head><body><h1>Storm at Port Alder: live</h1><div>{feed}</div></body></html>")


def read(tree: Tree):  # type: ignore[no-untyped-def]
    head = head_of(tree)
    live = metadata(head).live
    assert live is not None
    return updates(tree, live, head.things)


def words(tree: Tree, blocks: tuple[int, ...]) -> str:
    return " ".join(tree.words(tree.blocks[index]) for index in blocks)


def test_every_update_is_found_in_the_text_with_its_time():
    tree = page(POSTS, POSTS)
    found, missed = read(tree)
    assert missed == ()
    assert [update.title for update in found] == [title for title, _, _ in POSTS]
    assert [update.published.earliest for update in found] == [time[:16] + "+02:00" for _, time, _ in POSTS]
    for update, (title, _, body) in zip(found, POSTS, strict=True):
        assert words(tree, (update.headline,)) == title
        assert words(tree, update.body) == body
        assert len(update.clocks) == 1


def test_an_update_that_the_page_does_not_show_is_missed_not_invented():
    found, missed = read(page(POSTS[:1], POSTS))
    assert [update.title for update in found] == ["Quay cleared"]
    assert len(missed) == 2
    assert "Ship turns back" in missed[0].what


def test_an_update_without_a_headline_is_found_by_its_words():
    tree = page(POSTS, [("", time, body) for _, time, body in POSTS])
    found, missed = read(tree)
    assert missed == ()
    assert [words(tree, update.body) for update in found] == [body for _, _, body in POSTS]


def test_a_headline_in_the_summary_is_not_the_update():
    tree = page(POSTS, POSTS)
    html = "".join(f"<li>{title}</li>" for title, _, _ in POSTS)
    head = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": [
        {"headline": title, "datePublished": time, "articleBody": body} for title, time, body in POSTS]})  # fmt: skip
    tree = grow(
        f"<script type='application/ld+json'>{head}</script><ul>{html}</ul><div>{''.join(map(entry, POSTS))}</div>"
    )
    found, _ = read(tree)
    assert [words(tree, update.body) for update in found] == [body for _, _, body in POSTS]


def test_odd_live_blogs_are_read_without_an_error():
    tree = grow("<p>Nothing here.</p>")
    for told in (None, [], {}, "x", [None, 3, {"headline": None}], {"headline": ["Quay cleared"], "articleBody": {}}):
        found, _ = updates(tree, {"liveBlogUpdate": told}, ())
        assert found == ()


def ticker(clocks: list[str], anchor: str | None) -> list[tuple[str | None, bool]]:
    items = "".join(
        f"<li><time>{clock}</time><h4><a href=/x>Harbour story number {k}</a></h4></li>"
        for k, clock in enumerate(clocks)
    )
    tree = grow(f"<body><p>A story about the ferry.</p><ul class=latest>{items}</ul></body>")
    found = tickers(tree, anchor)
    assert [update.title for update in found] == [f"Harbour story number {k}" for k in range(len(clocks))]
    return [(update.published.earliest, update.published.inferred) for update in found if update.published]


def test_a_list_of_clocks_steps_back_a_day_where_the_clock_goes_up():
    assert ticker(["2:20 PM", "4:34 AM", "2:25 PM"], "2026-03-02T21:57") == [
        ("2026-03-02T14:20", True),
        ("2026-03-02T04:34", True),
        ("2026-03-01T14:25", True),
    ]


def test_a_machine_time_in_the_markup_is_taken_as_it_stands():
    items = "".join(
        f"<li><time datetime='2026-03-0{3 - k}T14:2{k}:00+02:00'>14:2{k}</time> <a href=/x>Harbour story {k}</a></li>"
        for k in range(3)
    )
    found = tickers(grow(f"<body><ul>{items}</ul></body>"), None)
    assert [update.published.earliest for update in found if update.published] == [
        "2026-03-03T14:20+02:00",
        "2026-03-02T14:21+02:00",
        "2026-03-01T14:22+02:00",
    ]
    assert not any(update.published.inferred for update in found if update.published)


def test_teasers_with_dates_are_no_feed():
    items = "".join(f"<li><a href=/x>Harbour story {k}</a><span>3 March 2026, 14:2{k}</span></li>" for k in range(4))
    assert tickers(grow(f"<body><ul>{items}</ul></body>"), "2026-03-05") == ()


def test_two_clocks_are_no_list():
    items = "<li><time>14:20</time> Harbour story one</li><li><time>14:10</time> Harbour story two</li>"
    assert tickers(grow(f"<body><ul>{items}</ul></body>"), "2026-03-02") == ()
