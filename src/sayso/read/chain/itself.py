"""The page's own outlet, by the words it speaks of itself with, and what an outlet has found out itself."""

import re

from sayso.read.attribute.wording import BROKE, FIRST_SAID, NODS, OWN_VERBS, OWN_WORDS
from sayso.read.chain.outlets import is_outlet
from sayso.read.names.gazette import NEWSPEOPLE
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.record import Claim, Source

_ENDS = re.compile(rf"\b(?:{any_of(OWN_WORDS)}|we)\s+(?:exclusively\s+|also\s+)?$", re.IGNORECASE)
_VERBS = re.compile(rf"(?:exclusively\s+|also\s+)?(?:{any_of(OWN_VERBS)})\b", re.IGNORECASE)
_CREDITED = re.compile(rf"(?:{any_of(FIRST_SAID | NODS | BROKE)})", re.IGNORECASE)
_REPORTER = re.compile(rf"\b(?:{any_of(NEWSPEOPLE)}|{any_of(OWN_WORDS)})\b|^[Ww]e$", re.IGNORECASE)
_SAW = re.compile(
    r"(?:\w+ly\s+)?(?:saw|watched|witnessed|heard|counted|observed|found|noticed|has\s+seen|have\s+seen|could\s+see|could\s+hear)(?:\s+\w+ly)?",
    re.IGNORECASE,
)
REACH = 60  # characters before a cue in which its subject is looked for


def means_itself(source: Source) -> bool:
    """Whether a source without a name is the page's own outlet ("this newspaper")."""
    return source.kind == "outlet" and not source.name and (source.described_as or "").lower() in OWN_WORDS


def found_out(sheet: Sheet, claim: Claim) -> bool:
    """Whether an outlet tells what it has found out itself ("Norda has learned", "this newspaper understands"),
    is credited with it ("h/t Norda"), or has seen by its own people ("a reporter of the Post saw")."""
    if _CREDITED.fullmatch(claim.cue or ""):
        return True
    if _SAW.fullmatch(claim.cue or "") and any(_REPORTER.search(one.of(sheet.text)) for one in claim.source_spans):
        return True
    for cue in claim.cue_spans[:1]:
        start = cue.start
        lead = sheet.text[max(0, start - REACH) : start]
        helped = re.search(r"\b(?:has|have|had|was|were|is|can)\s+(?:been\s+|now\s+|exclusively\s+)?$", lead)
        if helped:
            start -= len(lead) - helped.start()
            lead = lead[: helped.start()]
        if _VERBS.match(sheet.text, start) is None:
            continue
        name = sheet.name_ending(start - 1)
        if _ENDS.search(lead) or name is not None and is_outlet(sheet, name):
            return True
    return False
