"""What is known: frozen types and no I/O. docs/record.md lists them field by field."""

from sayso.record.brief import Brief, Line
from sayso.record.claim import Claim, Manner, Mode, Stance, Sure
from sayso.record.event import Bound, Event, Modality, Place, Polarity, Quantity, Role
from sayso.record.filter import Filter
from sayso.record.ground import Ground, Grounds
from sayso.record.kept import Kept
from sayso.record.mention import Entity, EntityKind, Mention, MentionForm
from sayso.record.outlet import Outlet, OutletKind
from sayso.record.page import Capture, Missed, Page, page_of
from sayso.record.point import Edge, EdgeKind, Origin, Point, Reason, Standing
from sayso.record.reading import Reading
from sayso.record.ruling import Ruling, Verdict
from sayso.record.source import Anonymity, Link, Relation, Source, SourceKind, UsedAs
from sayso.record.span import Span, make_id
from sayso.record.story import Story
from sayso.record.text import BODY_PARTS, Caption, Part, PartKind, Text, TextKind
from sayso.record.when import Grain, When

__all__ = [
    "Anonymity", "BODY_PARTS", "Bound", "Brief", "Caption", "Capture", "Claim", "Edge", "EdgeKind", "Entity",
    "EntityKind", "Event", "Filter", "Grain", "Ground", "Grounds", "Kept", "Line", "Link", "Manner", "Mention",
    "MentionForm", "Missed", "Modality", "Mode", "Origin", "Outlet", "OutletKind", "Page", "Part", "PartKind",
    "Place", "Point", "Polarity", "Quantity", "Reading", "Reason", "Relation", "Role", "Ruling", "Source",
    "SourceKind", "Span", "Stance", "Standing", "Story", "Sure", "Text", "TextKind", "UsedAs", "Verdict",
    "When", "make_id", "page_of",
]  # fmt: skip
