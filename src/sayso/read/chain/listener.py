"""Who was told: the listener that the page names beside a verb of telling."""

import re

from sayso.read.chain.hops import Zone
from sayso.read.names.descriptions import TELLS
from sayso.read.sheet import Sheet
from sayso.read.verbs import any_of
from sayso.record import Claim, Span

_TO = re.compile(
    rf"\b(?:(?:{any_of(TELLS)})|(?:said|wrote|spoke|speaking|talking|testified|complained|confided|explained|admitted|announced|replied|"
    r"addressed|remarks|interview|statement|letter|message|speech|briefing)\s+(?:\w+\s+){0,2}?(?:to|with|before))\s+",
    re.IGNORECASE,
)
_LISTENER = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|our|several|some|two|three|other|all)\s+)?[\w’'.&-]+(?:\s+(?!(?:that|in|on|at|he|she|they|it|we|the|there|this|"
    r"last|earlier|late|by|after|before|during|to|how|why|what|when|if|was|were|had|has|will|would|could|is|are|about|as|and|not|“)\b)[\w’'.&-]+){0,6}"
    r"(?:\s+(?:of|in|at)\s+(?:the\s+)?(?=[A-Z])[\w’'.&-]+(?:\s+[A-Z][\w’'.&-]*)*)?"
)


def listener(sheet: Sheet, claim: Claim, zone: Zone) -> Span | None:
    """The words for who was told, beside the cue or in the claim's attributing words."""
    for piece in zone.pieces:
        for found in _TO.finditer(sheet.text, piece.start, piece.end):
            said = _LISTENER.match(sheet.text, found.end(), piece.end)
            if said and said.end() > said.start():
                return Span(said.start(), said.end())
    return None
