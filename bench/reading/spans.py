"""Where labelled words stand in a passage, and which claim read is which claim labelled."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.record import Claim, Span

WORD = re.compile(r"\w+")
SHARED = 0.5  # of the words of both contents, as the attribution scorer asks


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A labelled claim with the numbers of the words of its content, and of its cue."""

    label: Mapping[str, Any]
    content: frozenset[int]
    cue: frozenset[int]

    @property
    def blank(self) -> Claim:
        """A claim that says nothing, for fields asked of a claim that was not found."""
        return Claim(id="none", text_id="", span=Span(0, 1), content="", content_spans=(Span(0, 1),))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [m.group().lower() for m in WORD.finditer(text)]


def of_claim(text: str, label: Mapping[str, Any]) -> Found:
    """Finds the words: of several places the ones nearest to each other."""
    first = label["content"][0]
    cues = _places(text, label["cue"]) if "cue" in label else [0]
    start, cue = min(((a, c) for a in _places(text, first) for c in cues), key=lambda p: _gap(p[0], len(first), p[1]))
    spans, at = [Span(start, start + len(first))], start + len(first)
    for piece in label["content"][1:]:
        later = text.find(piece, at)
        place = later if later >= 0 else text.index(piece)
        spans.append(Span(place, place + len(piece)))
        at = place + len(piece)
    cue_spans = [Span(cue, cue + len(label["cue"]))] if "cue" in label else []
    return Found(label, covered(text, spans), covered(text, cue_spans))


def _places(text: str, words: str) -> list[int]:
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found or [text.index(words)]


def _gap(start: int, size: int, cue: int) -> int:
    return cue - start - size if cue >= start + size else start - cue if cue < start else 0


def covered(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """The places of the words that the spans touch."""
    return frozenset(
        m.start() for m in WORD.finditer(text) if any(s.start < m.end() and m.start() < s.end for s in spans)
    )


def matched(gold: Sequence[Found], claims: Sequence[Claim], text: str) -> dict[int, Claim]:
    """Pairs labelled claims (by `id`) with those read, most alike first, one to one."""
    pairs = []
    for k, one in enumerate(gold):
        for j, claim in enumerate(claims):
            content = covered(text, claim.content_spans)
            alike = len(content & one.content) / max(1, len(content | one.content))
            if alike >= SHARED and (claim.manner == "own_voice") == (one.label.get("manner") == "own_voice"):
                shared_cue = bool(one.cue & covered(text, claim.cue_spans))
                pairs.append((not shared_cue, -alike, k, j))
    out: dict[int, Claim] = {}
    used: set[int] = set()
    for _, _, k, j in sorted(pairs):
        if id(gold[k]) not in out and j not in used:
            out[id(gold[k])] = claims[j]
            used.add(j)
    return out
