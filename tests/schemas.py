"""Feeds held against the rules of their formats (publish/schemas): those that are written and those that are served."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from lxml import etree

SCHEMAS = Path(__file__).parent / "publish" / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def _grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))


def against(form: str, written: bytes) -> list[str]:
    """What is wrong with a feed by the rules of its form: "atom", "rss" or "json"; nothing where it is right."""
    if form == "json":
        schema = json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8"))
        return [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(written))]
    root = etree.fromstring(written)
    grammar = _grammar(form)
    grammar.validate(root)
    return [str(error) for error in grammar.error_log] + (_beyond(root) if form == "atom" else [])


def _beyond(feed: etree._Element) -> list[str]:
    """What RFC 4287 asks of Atom and no grammar tells (sections 4.1.1 and 4.1.2)."""
    wrong = []
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and any(one.find(f"{ATOM}author") is None for one in entries):
        wrong.append("an entry without an author in a feed without one")
    for one in (feed, *entries):
        pages = [(link.get("type"), link.get("hreflang")) for link in one.findall(f"{ATOM}link")
                 if link.get("rel", "alternate") == "alternate"]  # fmt: skip
        if len(pages) != len(set(pages)):
            wrong.append("two alternate links of one type and language")
        if one is not feed and not pages and one.find(f"{ATOM}content") is None:
            wrong.append("an entry with neither content nor an alternate link")
    ids = [(one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}updated")) for one in entries]
    return wrong + (["two entries of one id and time"] if len(ids) != len(set(ids)) else [])
