"""A brief as ninjs 3.1 has the fields that it may have and no other."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from make_brief import HOSTILE, KEPT, SITE, a_brief
from make_feed import SOUND
from sayso.publish.ninjs import ninjs

WORDS = {"type": "string", "minLength": 1}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
URI = {"type": "string", "pattern": "^https?://"}


def strict(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "additionalProperties": False}


def listed(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": strict(**fields)}


# Of the standard's own schema the fields that we write, in our own words (iptc.org/std/ninjs, version 3.1).
SCHEMA = {
    **strict(
        uri=URI,
        standard=strict(name={"const": "ninjs"}, version={"const": "3.1"}, schema=WORDS),
        type={"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
        representationType={"enum": ["full", "partial"]},
        version=WORDS,
        firstCreated=TIME,
        versionCreated=TIME,
        contentCreated=TIME,
        pubStatus={"enum": ["usable", "withheld", "canceled"]},
        language=WORDS,
        headlines=listed(role=WORDS, contentType=WORDS, value=WORDS),
        bodies=listed(
            role=WORDS, contentType=WORDS, value=WORDS, charCount={"type": "integer"}, wordCount={"type": "integer"}
        ),
        by=WORDS,
        edNote=WORDS,
        renditions=listed(
            name=WORDS, href=URI, contentType=WORDS, sizeInBytes={"type": "integer"}, duration={"type": "number"}
        ),
        infoSources=listed(name=WORDS, role=WORDS),
        associations=listed(name=WORDS, uri=URI, rel=WORDS, type={"const": "text"}),
    ),
    "required": ["uri"],
}
CHECK = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_a_brief_is_an_item() -> None:
    out, at = "2031-03-05T10:00:00+00:00", "2031-03-05T11:00"
    told = {"version": 2, "at": at, "published": out, "state": "published", "byline": ("Ina Morrow", "Ulf Sand")}
    found = ninjs(a_brief(headline=HOSTILE, **told), SITE, KEPT, sound=SOUND)
    CHECK.validate(found)
    assert (found["uri"], found["version"], found["firstCreated"], found["versionCreated"], found["by"]) == (
        "https://desk.example/brief/b7", "2", out, "2031-03-05T11:00:00-00:00", "Ina Morrow, Ulf Sand",
    )  # fmt: skip
    assert found["associations"] == [
        {"name": "page1", "uri": "https://courier.example/dam", "rel": "source", "type": "text"}
    ]
    assert found["infoSources"][0] == {"name": "sources in the ministry", "role": "source"}
    assert [(one["href"], one["sizeInBytes"], one["duration"]) for one in found["renditions"]] == [
        (SOUND.url, 48_211, 61.6)
    ]


def test_an_item_says_whether_it_may_be_used() -> None:
    """What was withdrawn says so, and why, and nothing that it said; what is no more than a draft is withheld."""
    gone = ninjs(a_brief(state="withdrawn", note="The owner is misnamed"), SITE, KEPT, sound=SOUND)
    CHECK.validate(gone)
    assert (gone["pubStatus"], gone["edNote"]) == ("canceled", "The owner is misnamed")
    assert not gone.keys() & {"bodies", "infoSources", "associations", "renditions"}
    assert [ninjs(a_brief(state=one), SITE, KEPT)["pubStatus"] for one in ("draft", "published")] == [
        "withheld", "usable",
    ]  # fmt: skip


def test_an_unknown_key_is_refused() -> None:
    """The schema is as strict as the standard's: what would not pass there does not pass here."""
    with pytest.raises(ValidationError):
        CHECK.validate({**ninjs(a_brief(), SITE, KEPT), "claims": []})
