"""What is known: frozen types and no I/O. docs/record.md lists them field by field."""

from sayso.record.account import Account, Credit, Testimony
from sayso.record.brief import Brief, BriefState, Drawer, Line
from sayso.record.claim import Claim, Manner, Mode, Stance, Sure
from sayso.record.correction import Correction, CorrectionKind, corrected
from sayso.record.event import Bound, Event, Modality, Place, PlaceUse, Polarity, Quantity, Role
from sayso.record.filter import Filter
from sayso.record.ground import Ground, Grounds
from sayso.record.item import Cursor, Item, Shown
from sayso.record.kept import Kept, Saying, Stood
from sayso.record.mention import Entity, EntityKind, Held, Mention, MentionForm, Tenure
from sayso.record.outlet import Outlet, OutletKind
from sayso.record.page import Capture, Missed, Page, page_of
from sayso.record.person import Person, Ticket
from sayso.record.point import Edge, EdgeKind, Origin, Point, Reason, Standing, point_id
from sayso.record.proof import Change, ChangeKind, Dispute, LeftOut, Proof
from sayso.record.reading import Reading
from sayso.record.ruling import Ruling, Verdict
from sayso.record.search import Found, FoundItems, Hit, How, ItemHit, Order, Search
from sayso.record.sought import Sought
from sayso.record.sound import Cue, DigitalSource, Recording, Sound, SoundFormat
from sayso.record.source import Anonymity, Link, Relation, Source, SourceKind, UsedAs
from sayso.record.span import Span, make_id
from sayso.record.story import Entry, EntryKind, Moved, MovedHow, Story, story_id
from sayso.record.text import BODY_PARTS, Caption, Part, PartKind, Text, TextKind
from sayso.record.trail import Act, Deed, Trailed
from sayso.record.voices import Listed, Printed, Tally, Voiced
from sayso.record.weighed import Alike, Conflict, Copy, Pair, Seat, Side, Weighed
from sayso.record.when import Grain, When

__all__ = [
    "Account", "Act", "Alike", "Anonymity", "BODY_PARTS", "Bound", "Brief", "BriefState", "Caption", "Capture",
    "Change", "ChangeKind", "Claim", "Conflict", "Copy", "Correction", "CorrectionKind", "Credit", "Cue", "Cursor",
    "Deed", "DigitalSource", "Dispute", "Drawer", "Edge", "EdgeKind", "Entity", "EntityKind", "Entry", "EntryKind",
    "Event", "Filter", "Found", "FoundItems", "Grain", "Ground", "Grounds", "Held", "Hit", "How", "Item", "ItemHit",
    "Kept", "LeftOut", "Line", "Link", "Listed", "Manner", "Mention", "MentionForm", "Missed", "Modality", "Mode",
    "Moved", "MovedHow", "Order", "Origin", "Outlet", "OutletKind", "Page", "Pair", "Part", "PartKind", "Person",
    "Place", "PlaceUse", "Point", "Polarity", "Printed", "Proof", "Quantity", "Reading", "Reason", "Recording",
    "Relation", "Role", "Ruling", "Saying", "Search", "Seat", "Shown", "Side", "Sought", "Sound", "SoundFormat",
    "Source", "SourceKind", "Span", "Stance", "Standing", "Stood", "Story", "Sure", "Tally", "Tenure", "Testimony",
    "Text", "TextKind", "Ticket", "Trailed", "UsedAs", "Verdict", "Voiced", "Weighed", "When", "corrected", "make_id",
    "page_of", "point_id", "story_id",
]  # fmt: skip
