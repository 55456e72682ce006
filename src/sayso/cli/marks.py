"""A claim's exact words in their sentence, with who says it, how it is said and what is said marked apart."""

from collections.abc import Iterator

from rich.text import Text as Words

from sayso.cli.safe import visible
from sayso.record import Claim, Reading, Span

BRACKETS = {"source": ("[", "]"), "cue": ("<", ">"), "content": ("{", "}")}
LEGEND = (("who says it", "source"), ("how", "cue"), ("what", "content"))


def marked(claim: Claim, reading: Reading, *, brackets: bool) -> Words:
    """The sentences that the claim stands in, its words in the styles of their roles, and in brackets if asked."""
    line = Words()
    for number, window in enumerate(windows(claim, reading)):
        line.append(" … " if number else "")
        for words, role in pieces(claim, window, reading.page.text):
            opening, closing = BRACKETS[role] if role and brackets else ("", "")
            inner = words.strip()
            before, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            line.append(visible(before)).append(f"{opening}{visible(inner)}{closing}" if inner else "", role or "")
            line.append(visible(behind) if inner else "")
    return line


def legend(*, brackets: bool) -> Words:
    """What the styles or the brackets mean."""
    line = Words.assemble(("marks: ", "quiet"))
    for number, (words, role) in enumerate(LEGEND):
        opening, closing = BRACKETS[role] if brackets else ("", "")
        line.append("  " if number else "")
        line.append(opening + words + closing, role)
    return line


def windows(claim: Claim, reading: Reading) -> list[Span]:
    """The stretches to show, in order: every sentence that the claim's words touch, neighbours run together."""
    own = _own(claim)
    spans = sorted({s for s in reading.sentences if any(s.meets(o) for o in own)} | set(own))
    found: list[Span] = []
    for span in spans:
        if found and not reading.page.text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return [_trimmed(span, reading.page.text) for span in found]


def pieces(claim: Claim, window: Span, text: str) -> Iterator[tuple[str, str | None]]:
    """The window's words in runs of one role; where roles overlap the cue wins, then the source."""
    roles: list[str | None] = [None] * (window.end - window.start)
    for role, spans in (("content", claim.content_spans), ("source", claim.source_spans), ("cue", claim.cue_spans)):
        for span in spans:
            start, end = max(span.start, window.start), min(span.end, window.end)
            roles[start - window.start : max(end, start) - window.start] = [role] * max(end - start, 0)
    start = 0
    for at in range(1, len(roles) + 1):
        if at == len(roles) or roles[at] != roles[start]:
            yield text[window.start + start : window.start + at], roles[start]
            start = at


def _own(claim: Claim) -> tuple[Span, ...]:
    return claim.content_spans + claim.source_spans + claim.cue_spans


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else span
