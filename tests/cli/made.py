"""One page of our own writing, read by hand: what the command line must be able to show, whatever the readers do."""

from sayso.record import (
    Caption,
    Capture,
    Claim,
    Event,
    Link,
    Page,
    Part,
    Quantity,
    Reading,
    Source,
    Span,
    Text,
    When,
)

TEXT = """Menu  Subscribe
Dam gates opened before the flood, Courier reports

By Ilka Moren and Tev Aldous  4 March 2031 9:57 PM  2 min read
The upper dam at Sorrel. (Pia Lund/Norda)
This audio is read by a machine

Two gates of the Sorrel dam were opened on March 2, sources in the ministry told the Vesna Courier.

The Water Ministry denied on March 3 that it opened all 12 gates, including four at night.

"We will pay every family," Governor Ana Reth said. "Nobody will wait."

The river has fallen since.
2:20 PM

Army sends 70 boats.
3:05 PM (Updated: )
"""


def at(words: str, nth: int = 0) -> Span:
    """The span of words of the page, their nth occurrence."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def day(iso: str, **more: object) -> When:
    return When(earliest=iso, latest=iso, grain="day", **more)


CAPTURE = Capture(name="dam.txt", body=TEXT.encode(), media_type="text/plain", captured="2031-03-05T08:00+01:00")
PAGE = Page(
    id="a1" * 10,
    url=None,
    outlet=None,
    captured=CAPTURE.captured,
    media_type="text/plain",
    text=TEXT,
    body_hash=CAPTURE.body_hash,
)
ARTICLE = Text(
    id="b1" * 10,
    page_id=PAGE.id,
    kind="article",
    span=Span(at("Dam gates").start, at("fallen since.").end),
    headline="Dam gates opened before the flood, Courier reports",
    byline=("Ilka Moren", "Tev Aldous"),
    published=When(earliest="2031-03-04T21:57", latest="2031-03-04T21:57", grain="minute"),
    reading_minutes=2,
    captions=(Caption(text="The upper dam at Sorrel.", credit="Pia Lund/Norda", span=at("The upper dam at Sorrel.")),),
    disclosures=("This audio is read by a machine",),
    body=(at("Two gates of the Sorrel dam were opened on March 2, sources in the ministry told the Vesna Courier."),),
)
CARD = Text(id="b2" * 10, page_id=PAGE.id, kind="card", span=at("Menu"), headline="Who owns the dam?", url="/dam")
BRIEF = Text(
    id="b3" * 10,
    page_id=PAGE.id,
    kind="brief",
    span=Span(at("2:20 PM").start, len(TEXT) - 1),
    headline="Army sends 70 boats.",
    published=When(earliest="2031-03-04T14:20", latest="2031-03-04T14:20", grain="minute", inferred=True),
    updated=When(earliest=None, latest=None, grain=None),
)
OUTLET = Link(source=Source(id="c0" * 10, kind="outlet"), relation="published")
COURIER = Link(source=Source(id="c1" * 10, kind="outlet", name="Vesna Courier"), relation="reported")
SOURCES = Source(id="c2" * 10, kind="unnamed", described_as="sources in the ministry", count=(2, None))
MINISTRY = Source(id="c3" * 10, kind="organisation", name="Water Ministry")
GOVERNOR = Source(id="c4" * 10, kind="person", name="Ana Reth", described_as="Governor")


def _claim(number: int, whole: str, contents: tuple[str, ...], **more: object) -> Claim:
    return Claim(
        id=f"d{number}" * 10,
        text_id=more.pop("text_id", ARTICLE.id),
        span=at(whole),
        content=" ".join(contents),
        content_spans=tuple(at(words) for words in contents),
        **more,
    )


RELAYED = _claim(
    1,
    "Two gates of the Sorrel dam were opened on March 2, sources in the ministry told the Vesna Courier.",
    ("Two gates of the Sorrel dam were opened on March 2",),
    cue="told",
    cue_spans=(at("told"),),
    source_spans=(at("sources in the ministry"),),
    chain=(OUTLET, COURIER, Link(source=SOURCES, relation="told", cue="told", span=at("sources in the ministry"))),
    event_ids=("e1" * 10,),
)
DENIED = _claim(
    2,
    "The Water Ministry denied on March 3 that it opened all 12 gates, including four at night.",
    ("it opened all 12 gates, including four at night",),
    cue="denied",
    cue_spans=(at("denied"),),
    source_spans=(at("The Water Ministry"),),
    chain=(OUTLET, Link(source=MINISTRY, relation="told", cue="denied", span=at("The Water Ministry"))),
    stance="denies",
    stated=day("2031-03-03"),
    quantities=(
        Quantity(span=at("12"), low=12, high=12, counts="gates", of="all"),
        Quantity(span=at("four"), low=4, high=4, counts="at night", part_of=at("12")),
    ),
)
PROMISED = _claim(
    3,
    '"We will pay every family," Governor Ana Reth said. "Nobody will wait."',
    ('"We will pay every family,"', '"Nobody will wait."'),
    cue="said",
    cue_spans=(at("said"),),
    source_spans=(at("Governor Ana Reth"),),
    chain=(OUTLET, Link(source=GOVERNOR, relation="told", cue="said")),
    manner="direct",
    stance="promises",
    sure="probable",
    score=0.42,
)
OWN = _claim(
    4,
    "The river has fallen since.",
    ("The river has fallen since.",),
    chain=(OUTLET,),
    manner="own_voice",
)
OWN_BRIEF = _claim(
    5,
    "Army sends 70 boats.",
    ("Army sends 70 boats.",),
    chain=(OUTLET,),
    manner="own_voice",
    text_id=BRIEF.id,
    quantities=(Quantity(span=at("70"), low=70, high=70, counts="boats"),),
)
READING = Reading(
    page=PAGE,
    parts=(Part(span=at("Menu  Subscribe"), kind="furniture"), Part(span=at(ARTICLE.headline or ""), kind="headline")),
    texts=(ARTICLE, CARD, BRIEF),
    sentences=tuple(claim.span for claim in (RELAYED, DENIED, PROMISED, OWN, OWN_BRIEF)),
    claims=(RELAYED, DENIED, PROMISED, OWN, OWN_BRIEF),
    events=(Event(id="e1" * 10, span=at("opened"), trigger="opened", kind="opening", when=day("2031-03-02")),),
    made_by=("hand@1",),
)
