"""What is known: frozen types and no I/O. docs/record.md lists them field by field."""

from sayso.record.account import Account, Credit, Testimony
from sayso.record.brief import Brief, Line
from sayso.record.claim import Claim, Manner, Mode, Stance, Sure
from sayso.record.event import Bound, Event, Modality, Place, Polarity, Quantity, Role
from sayso.record.filter import Filter
from sayso.record.ground import Ground, Grounds
from sayso.record.kept import Kept, Stood
from sayso.record.mention import Entity, EntityKind, Mention, MentionForm
from sayso.record.outlet import Outlet, OutletKind
from sayso.record.page import Capture, Missed, Page, page_of
from sayso.record.point import Edge, EdgeKind, Origin, Point, Reason, Standing
from sayso.record.proof import Change, ChangeKind, Dispute, LeftOut, Proof
from sayso.record.reading import Reading
from sayso.record.ruling import Ruling, Verdict
from sayso.record.sound import Cue, DigitalSource, Recording, Sound, SoundFormat
from sayso.record.source import Anonymity, Link, Relation, Source, SourceKind, UsedAs
from sayso.record.span import Span, make_id
from sayso.record.story import Entry, EntryKind, Moved, MovedHow, Story
from sayso.record.text import BODY_PARTS, Caption, Part, PartKind, Text, TextKind
from sayso.record.weighed import Alike, Conflict, Copy, Pair, Seat, Side, Weighed
from sayso.record.when import Grain, When

__all__ = [
    "Account", "Alike", "Anonymity", "BODY_PARTS", "Bound", "Brief", "Caption", "Capture", "Change", "ChangeKind",
    "Claim", "Conflict", "Copy", "Credit", "Cue", "DigitalSource", "Dispute", "Edge", "EdgeKind", "Entity",
    "EntityKind", "Entry", "EntryKind", "Event", "Filter", "Grain", "Ground", "Grounds", "Kept", "LeftOut", "Line",
    "Link", "Manner", "Mention", "MentionForm", "Missed", "Modality", "Mode", "Moved", "MovedHow", "Origin",
    "Outlet", "OutletKind", "Page", "Pair", "Part", "PartKind", "Place", "Point", "Polarity", "Proof", "Quantity",
    "Reading", "Reason", "Recording", "Relation", "Role", "Ruling", "Seat", "Side", "Sound", "SoundFormat",
    "Source", "SourceKind", "Span", "Stance", "Standing", "Stood", "Story", "Sure", "Testimony", "Text", "TextKind",
    "UsedAs", "Verdict", "Weighed", "When", "make_id", "page_of",
]  # fmt: skip
