"""A brief as IPTC ninjs 3.1 (iptc.org/std/ninjs), the few fields that the record can fill.

ninjs has no place for claims and refuses unknown keys: the chain of each line is behind its `uri` and its associations.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from sayso.publish.clean import clean
from sayso.publish.feeds import Enclosure
from sayso.publish.jsonld import Site
from sayso.publish.times import rfc3339
from sayso.record import Brief, Kept
from sayso.record.wording import source_name

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


STATES = {"published": "usable", "withdrawn": "canceled"}  # any other is withheld


def ninjs(
    brief: Brief, site: Site, kept: Mapping[str, Kept], *, sound: Enclosure | None = None, language: str = "en"
) -> dict[str, Any]:
    """A version of a brief as a ninjs item; one that was withdrawn says so and nothing more."""
    rows = [kept[one] for one in dict.fromkeys(one for line in brief.lines for one in line.claim_ids) if one in kept]
    gone = brief.state == "withdrawn"
    item: dict[str, Any] = {
        "uri": site.at("brief", brief.id),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(brief.version),
        "firstCreated": rfc3339(brief.published or brief.at),
        "versionCreated": rfc3339(brief.at),
        "contentCreated": rfc3339(brief.published or brief.at),
        "pubStatus": STATES.get(brief.state, "withheld"),
        "edNote": clean(brief.note) if gone else None,
        "language": language,
        "headlines": [{"role": "main", "value": clean(brief.headline), "contentType": "text/plain"}],
        "by": clean(", ".join(brief.byline) or site.name),
    }
    told = {} if gone else {
        "bodies": [_body("\n\n".join(clean(line.text) for line in brief.lines))],
        "infoSources": _sources(rows),
        "associations": [
            {"name": f"page{number}", "uri": url, "rel": "source", "type": "text"}
            for number, url in enumerate(_pages(rows), 1)
        ],
        "renditions": [_heard(sound)] if sound else None,
    }  # fmt: skip
    return {name: value for name, value in (item | told).items() if value}


def _body(words: str) -> dict[str, Any]:
    counts = {"charCount": len(words), "wordCount": len(words.split())}
    return {"role": "main", "contentType": "text/plain", "value": words, **counts}


def _heard(sound: Enclosure) -> dict[str, Any]:
    told = {"name": "audio", "href": sound.url, "contentType": sound.media_type, "sizeInBytes": sound.length}
    return {**told, "duration": sound.seconds} if sound.seconds else told


def _sources(rows: list[Kept]) -> list[dict[str, Any]]:
    """Each voice and each outlet between it and the page, once, in the order of the lines."""
    names: dict[str, None] = {}
    for row in rows:
        for link in reversed(row.claim.chain):
            if link.source.name or link.source.described_as:
                names[clean(source_name(link.source))] = None
    return [{"name": name, "role": "source"} for name in names if name]


def _pages(rows: list[Kept]) -> list[str]:
    urls = dict.fromkeys(row.page.url for row in rows if row.page.url)
    return [url for url in urls if url and urlsplit(url).scheme in ("http", "https")]
