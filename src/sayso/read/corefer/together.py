"""Two who are named together: "Ada Lind and Tor Berg", then "the two women", "the former", "they"."""

import re
from dataclasses import dataclass, field

from sayso.read.corefer.salience import BODIES, WINDOW, Stage
from sayso.read.names.descriptions import Description
from sayso.read.sheet import Sheet
from sayso.read.words import phrases
from sayso.record import Mention, Span

_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_PAIRED = frozenset(phrases("people", "paired"))
_TWO = frozenset({"two", "both"})
NEAR = 3  # sentences back that "the two" may reach


@dataclass(slots=True)
class Together:
    """The pairs and the named of each sentence of one story item, in order."""

    pairs: list[tuple[int, str, str]] = field(default_factory=list)
    named: list[tuple[int, str]] = field(default_factory=list)

    def takes(self, sheet: Sheet, stage: Stage, sentence: int, mentions: list[Mention]) -> None:
        """Notes who is named in a sentence, and which two stand together."""
        known = [m for m in mentions if m.form == "name" and m.entity_id in stage.figures]
        self.named += [(sentence, m.entity_id or "") for m in known]
        for left, right in zip(known, known[1:], strict=False):
            if left.entity_id != right.entity_id and _AND.fullmatch(sheet.words(Span(left.span.end, right.span.start))):
                kinds = {stage.figures[m.entity_id or ""].kind for m in (left, right)}
                if "person" in kinds and kinds <= {"person", "other"}:
                    self.pairs.append((sentence, left.entity_id or "", right.entity_id or ""))

    def pair(self, sentence: int) -> tuple[str, str] | None:
        """The two that were last named together, within NEAR sentences."""
        if self.pairs and sentence - self.pairs[-1][0] <= NEAR:
            return self.pairs[-1][1:]
        return None

    def two(self, stage: Stage, sentence: int, *, bodies: bool) -> tuple[str, str] | None:
        """The only two persons (or two of any kind, with `bodies`) of the last sentence that named anybody."""
        recent = [(number, one) for number, one in self.named[-WINDOW:] if number < sentence]
        last = max((number for number, _ in recent), default=None)
        if last is None or sentence - last > NEAR:
            return None
        kinds = {"person", *(BODIES if bodies else ())}
        who = dict.fromkeys(one for number, one in recent if number == last and stage.figures[one].kind in kinds)
        return tuple(who) if len(who) == 2 else None  # type: ignore[return-value]


def paired(one: Description) -> bool:
    """Whether a description is of two: "the twins", "the two leaders", "both women"."""
    return one.head in _PAIRED or bool(_TWO.intersection(one.low[:2]))
