"""Briefs, the live feed, claims, captions and sound as schema.org structured data.

A `Claim` says who claims what and where it first appeared; never a rating. What is not known has no key.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sayso.publish.clean import clean
from sayso.publish.feeds import Enclosure, Feed, FeedItem
from sayso.publish.times import schema_time
from sayso.record import Brief, Caption, Kept, Reading, Source, Story, Text
from sayso.record.wording import source_name

Node = dict[str, Any]
_KINDS = {"person": "Person", "unnamed": "Person", "crowd": "Person", "document": "CreativeWork"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Who publishes: `home` is the address that its permanent addresses begin with, with its last slash."""

    name: str
    home: str
    logo: str | None = None

    def at(self, kind: str, record_id: str) -> str:
        """The permanent address of a thing: "https://desk.example/claim/3f0c…"."""
        return f"{self.home}{kind}/{record_id}"


def script(node: Node) -> str:
    """The node as JSON that cannot end the script element it stands in: <, >, & and line separators are escaped."""
    told = json.dumps({"@context": "https://schema.org", **node}, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        told = told.replace(char, f"\\u{ord(char):04x}")
    return told.encode("utf-8", "backslashreplace").decode()


def news_article(brief: Brief, site: Site, kept: Mapping[str, Kept], *, sound: Enclosure | None = None) -> Node:
    """A brief with the claims it rests on as its mentions and the pages of these as what it is based on."""
    url = site.at("brief", brief.id)
    rows = [kept[one] for one in dict.fromkeys(one for line in brief.lines for one in line.claim_ids) if one in kept]
    return _known(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": clean(brief.headline),
            "articleBody": "\n\n".join(clean(line.text) for line in brief.lines),
            "author": [{"@type": "Person", "name": clean(name)} for name in brief.byline] or _publisher(site),
            "editor": {"@type": "Person", "name": clean(brief.reviewed_by)} if brief.reviewed_by else None,
            "publisher": _publisher(site),
            "datePublished": schema_time(brief.published or brief.at),
            "dateModified": schema_time(brief.updated) if brief.updated else None,
            "timeRequired": f"PT{brief.reading_minutes}M",
            "isBasedOn": _addresses(rows),
            "citation": _pages(rows),
            "mentions": [claim(row, site) for row in rows],
            "audio": audio_object(sound) if sound else None,
        }
    )


def story_article(story: Story, site: Site, rows: Sequence[Kept]) -> Node:
    """A story with the claims that lead its points, in the order of `rows`, and the pages that they stand on."""
    url = site.at("story", story.id)
    return _known(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": clean(story.title),
            "author": _publisher(site),
            "publisher": _publisher(site),
            "datePublished": _utc(story.opened),
            "dateModified": _utc(story.last_moved),
            "isBasedOn": _addresses(rows),
            "citation": _pages(rows),
            "mentions": [claim(row, site) for row in rows],
        }
    )


def captured_page(reading: Reading, site: Site) -> Node:
    """A page as captured, with the pictures that it told of by their captions and credits."""
    page, url = reading.page, site.at("page", reading.page.id)
    told = next((text for text in reading.texts if text.kind == "article"), None)
    return _known(
        {
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": clean(told.headline or "") if told else None,
            "isBasedOn": _address(page.url),
            "inLanguage": told.language if told else None,
            "sourceOrganization": {"@type": "Organization", "name": clean(page.outlet)} if page.outlet else None,
            "dateCreated": schema_time(page.captured) if page.captured else None,
            "image": [image_object(caption) for text in reading.texts for caption in text.captions],
        }
    )


def live_blog(feed: Feed, site: Site, *, began: str, ended: str | None = None) -> Node:
    """The live feed; `began` is the time of its first post, which never moves, `ended` only where it is closed."""
    return _known(
        {
            "@type": "LiveBlogPosting",
            "@id": feed.home,
            "url": feed.home,
            "headline": clean(feed.title),
            "description": clean(feed.about),
            "publisher": _publisher(site),
            "author": _publisher(site),
            "datePublished": schema_time(began),
            "dateModified": schema_time(feed.changed) if feed.items else None,
            "coverageStartTime": schema_time(began),
            "coverageEndTime": schema_time(ended) if ended else None,
            "liveBlogUpdate": [_post(item) for item in feed.items],
        }
    )


def claim(row: Kept, site: Site, *, first: Kept | None = None) -> Node:
    """Who claims what: `author` is the speaker, `claimInterpreter` the reading desk, `first` where it first stood."""
    told, speaker = row.claim, row.claim.speaker
    url = site.at("claim", told.id)
    return _known(
        {
            "@type": "Claim",
            "@id": url,
            "url": url,
            "text": clean(told.content),
            "author": voice(speaker) if speaker else None,
            "claimInterpreter": _publisher(site),
            "datePublished": schema_time(told.stated.earliest) if told.stated and told.stated.earliest else None,
            "appearance": _appearance(row),
            "firstAppearance": _appearance(first) if first else None,
            "hasPart": [quotation(row, span.of(row.page.text)) for span in told.quotes],
        }
    )


def quotation(row: Kept, words: str) -> Node:
    """Words between quotation marks and who spoke them."""
    speaker = row.claim.speaker
    spoken = voice(speaker) if speaker and speaker.kind not in ("document", "outlet") else None
    return _known({"@type": "Quotation", "text": clean(words), "spokenByCharacter": spoken})


def image_object(caption: Caption) -> Node:
    """A picture by its caption and credit; the picture itself is not ours to show."""
    return _known(
        {
            "@type": "ImageObject",
            "caption": clean(caption.text),
            "creditText": clean(caption.credit or ""),
            "copyrightNotice": clean(caption.credit or ""),
        }
    )


def audio_object(sound: Enclosure) -> Node:
    """Sound with what made it, where a machine did."""
    return _known(
        {
            "@type": "AudioObject",
            "contentUrl": sound.url,
            "encodingFormat": sound.media_type,
            "contentSize": str(sound.length),
            "duration": f"PT{round(sound.seconds)}S" if sound.seconds else None,
            "digitalSourceType": f"https://schema.org/{sound.source_type}" if sound.synthetic else None,
        }
    )


def voice(source: Source) -> Node:
    """A voice as schema.org's nearest type; one without a name goes by the page's words for it."""
    kind = _KINDS.get(source.kind, "Organization")
    described = source.described_as if source.name else ("unnamed" if source.kind == "unnamed" else None)
    return _known({"@type": kind, "name": clean(source_name(source)), "description": clean(described or "")})


def _post(item: FeedItem) -> Node:
    return _known(
        {
            "@type": "BlogPosting",
            "@id": item.url,
            "url": item.url,
            "headline": clean(item.title),
            "articleBody": "\n\n".join(clean(line) for line in item.lines),
            "datePublished": schema_time(item.published) if item.published else None,
            "dateModified": schema_time(item.updated) if item.updated else None,
        }
    )


def _appearance(row: Kept) -> Node:
    """The story item that a claim stands in, as far as the page says what it is."""
    text, outlet = row.text, row.page.outlet
    return _known(
        {
            "@type": "CreativeWork",
            "url": _address(row.page.url),
            "headline": clean(text.headline or ""),
            "datePublished": _printed(text),
            "publisher": {"@type": "Organization", "name": clean(outlet)} if outlet else None,
        }
    )


def _pages(rows: Iterable[Kept]) -> list[Node]:
    found = {row.text.id: _appearance(row) for row in rows}
    return list(found.values())


def _addresses(rows: Iterable[Kept]) -> list[str]:
    return list(dict.fromkeys(link for row in rows if (link := _address(row.page.url))))


def _utc(moment: str | None) -> str | None:
    """A UTC moment of the record with its zone."""
    return schema_time(f"{moment}+00:00") if moment else None


def _printed(text: Text) -> str | None:
    when = text.published
    return schema_time(when.earliest) if when and when.earliest else None


def _publisher(site: Site) -> Node:
    logo = {"@type": "ImageObject", "url": site.logo} if site.logo else None
    return _known({"@type": "Organization", "name": clean(site.name), "url": site.home, "logo": logo})


def _address(url: str | None) -> str | None:
    """The address where it is one of the web: any other scheme is words of the page, not a link."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") and clean(url) == url else None
    except ValueError:
        return None


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
