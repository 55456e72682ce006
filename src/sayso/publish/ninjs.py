"""A brief as IPTC ninjs 3.1 (iptc.org/std/ninjs), the few fields that the record can fill.

ninjs has no place for claims and refuses unknown keys: the chain of each line is behind its `uri` and its associations.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from sayso.publish.clean import clean
from sayso.publish.jsonld import Site
from sayso.publish.times import rfc3339
from sayso.record import Brief, Kept
from sayso.record.wording import source_name

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def ninjs(
    brief: Brief, site: Site, kept: Mapping[str, Kept], *, version: int = 1, updated: str | None = None,
    by: str | None = None, language: str = "en",
) -> dict[str, Any]:  # fmt: skip
    """The brief as a ninjs item; `version` counts its revisions from 1."""
    rows = [kept[one] for one in dict.fromkeys(one for line in brief.lines for one in line.claim_ids) if one in kept]
    body = "\n\n".join(clean(line.text) for line in brief.lines)
    item: dict[str, Any] = {
        "uri": site.at("brief", brief.id),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(version),
        "firstCreated": rfc3339(brief.at),
        "versionCreated": rfc3339(updated or brief.at),
        "contentCreated": rfc3339(brief.at),
        "pubStatus": "usable",
        "language": language,
        "headlines": [{"role": "main", "value": clean(brief.headline), "contentType": "text/plain"}],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/plain",
                "value": body,
                "charCount": len(body),
                "wordCount": len(body.split()),
            }
        ],
        "by": clean(by or site.name),
        "infoSources": _sources(rows),
        "associations": [
            {"name": f"page{number}", "uri": url, "rel": "source", "type": "text"}
            for number, url in enumerate(_pages(rows), 1)
        ],
    }
    return {name: value for name, value in item.items() if value}


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
