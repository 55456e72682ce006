"""When it was said: the date on the reporting verb of each claim, apart from the event's and the publication's."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.times.dated import Verb, dated_by
from sayso.read.times.moments import Moments, place
from sayso.read.times.printed import Printed
from sayso.read.tokens import Token, index_at, low
from sayso.read.words import words as vocabulary
from sayso.record import Claim, Link, Reading, Span, When

_AHEAD = frozenset(vocabulary("times")["cues"]["ahead"])
_OPENS = frozenset(vocabulary("times")["cues"]["opens"]) | {","}
_OCCASIONS = frozenset(vocabulary("times")["cues"]["occasions"])
_MADE = frozenset(vocabulary("times")["cues"]["sayings_made"])
_DATED = frozenset({"in", "of", "from", "dated"})
_AROUND = 4  # words beside the time in a piece of content that is only a time
_FAR = 400  # characters from a reporting verb to its date, at most
_NEAR = 160  # characters around the name of a voice in which its cue may stand


class Times:
    """Gives claims the time of saying that the page prints; null where it prints none, never the publication's."""

    name, version = "times", "3"
    needs: tuple[str, ...] = ("claims",)
    gives: tuple[str, ...] = ("claims.stated",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `stated` on its claims, and `at` on the links of relays whose verb is dated."""
        moments = Moments(reading)
        rivals = _rivals(moments, reading.claims)
        return replace(reading, claims=tuple(_timed(moments, reading, claim, rivals) for claim in reading.claims))


def _rivals(moments: Moments, claims: Sequence[Claim]) -> dict[Span, list[Verb]]:
    """The reporting verbs of every block."""
    out: dict[Span, list[Verb]] = {}
    for claim in claims:
        words = _words_said(moments, claim)
        for span in claim.cue_spans:
            out.setdefault(moments.blocks.around(span), []).append(Verb(span, words))
    for verbs in out.values():
        verbs.sort(key=lambda verb: verb.span.start)
    return out


def _timed(moments: Moments, reading: Reading, claim: Claim, rivals: dict[Span, list[Verb]]) -> Claim:
    """The claim with the dates of its verbs."""
    places = claim.cue_spans or claim.source_spans
    if claim.manner == "own_voice" or not places:
        return claim
    block = moments.blocks.around(places[0])
    line, printed = moments.within(block)
    if not printed:
        return claim
    found = sorted([*printed, *moments.told(block)], key=lambda one: one.first)
    own = _verbs(reading.page.text, block, claim, _words_said(moments, claim))
    near = _window(own)
    others = [verb for verb in _within(rivals.get(block, []), near) if all(verb.span != mine.span for _, mine in own)]
    verbs = [verb for _, verb in own] + others
    stated, chain = claim.stated, list(claim.chain)
    first, last = (place(line, found, offset) for offset in near)
    for one in sorted(found[first:last], key=lambda one: _distance(one.span(line), own)):
        k = dated_by(line, one, verbs)
        if k is None or k >= len(own):
            continue
        when = moments.when(block, one, claim.text_id, ahead=_is_to_come(line, verbs[k]))
        link = own[k][0]
        if link is None:
            stated = stated or when
        elif chain[link].at is None:
            chain[link] = replace(chain[link], at=when)
            stated = stated or (when if _is_occasion(chain[link]) else None)
    return replace(claim, stated=stated or _paper_dated(moments, claim, block), chain=tuple(chain))


def _is_occasion(link: Link) -> bool:
    """Whether the words came to the relay as they were said: "speaking on Channel 4", "posted on X"."""
    return bool(link.cue) and (link.cue or "").lower().split()[0] in _OCCASIONS


def _paper_dated(moments: Moments, claim: Claim, block: Span) -> When | None:
    """The date in the words that name a paper: "a lawsuit filed on Monday", "a report in Thursday's Gazette"."""
    line, found = moments.within(block)
    for link in claim.chain[1:]:
        if (
            link.source.kind != "document"
            or link.span is None
            or not any(link.span.meets(s) for s in claim.source_spans)
        ):
            continue
        inside = [one for one in found if link.span.holds(one.span(line))]
        if len(inside) == 1 and not _is_subject(line, inside[0]):
            return moments.when(block, inside[0], claim.text_id, ahead=False)
    return None


def _is_subject(line: Sequence[Token], one: Printed) -> bool:
    """Whether a date says what a paper is about: "a report on the 2031 flood", "the review of March's accounts"."""
    dated = range(max(0, one.first - 4), one.first)
    return not any(line[k].low in _MADE for k in dated) and low(line, one.first - 1) not in _DATED


def _words_said(moments: Moments, claim: Claim) -> tuple[Span, ...]:
    """The content without pieces that hold a time and nothing else: the "On Nov. 7" of "On Nov. 7, he told …"."""
    if len(claim.content_spans) == 1:
        return claim.content_spans
    return tuple(piece for piece in claim.content_spans if not _is_time(moments, piece)) or claim.content_spans


def _is_time(moments: Moments, piece: Span) -> bool:
    line, found = moments.within(moments.blocks.around(piece))
    first, last = index_at(line, piece.start), index_at(line, piece.end)
    at = place(line, found, piece.start)
    if at == len(found) or found[at].last > last or last - first > found[at].last - found[at].first + _AROUND:
        return False
    one = found[at]
    return all(line[k].low in _OPENS for k in (*range(first, one.first), *range(one.last, last)))


def _window(own: Sequence[tuple[int | None, Verb]]) -> tuple[int, int]:
    """The stretch around the verbs of a claim in which their dates may stand."""
    starts = [verb.span.start for _, verb in own] or [0]
    ends = [verb.span.end for _, verb in own] or [0]
    return max(0, min(starts) - _FAR), max(ends) + _FAR


def _within(verbs: Sequence[Verb], near: tuple[int, int]) -> Sequence[Verb]:
    first, last = (bisect_left(verbs, offset, key=lambda verb: verb.span.start) for offset in near)
    return verbs[first:last]


def _distance(span: Span, own: Sequence[tuple[int | None, Verb]]) -> int:
    return min((max(span.start - verb.span.end, verb.span.start - span.end) for _, verb in own), default=0)


def _is_to_come(line: Sequence[Token], verb: Verb) -> bool:
    """Whether the saying itself lies ahead: "will announce on Friday"."""
    first, last = index_at(line, verb.span.start), index_at(line, verb.span.end)
    return any(token.low in _AHEAD for token in line[max(0, first - 2) : max(first, last - 1)])


def _verbs(page: str, block: Span, claim: Claim, said: tuple[Span, ...]) -> list[tuple[int | None, Verb]]:
    """The reporting verbs of a claim: None for the speaker's, the place in the chain for a relay's.

    `said` is its content. A chain may end with a voice inside the content ("Norda reported that the minister had
    said"): then the claim's own cue is the relay's.
    """
    cues = list(claim.cue_spans)
    out: list[tuple[int | None, Verb]] = []
    last = len(claim.chain) - 1
    for k, link in enumerate(claim.chain[1:], start=1):
        span = _cue_of(page, block, link)
        if span is None or (k == last and not _is_inside(link, claim)):
            continue
        mine = next((cue for cue in cues if cue.meets(span)), None)
        if k != last and mine and not _is_inside(claim.chain[last], claim):
            continue  # one verb names both: "told NBC"
        if mine:
            cues.remove(mine)
        out.append((None if k == last else k, Verb(mine or span, _rest(said, mine or span))))
    told = next((verb for link, verb in out if link is None), None)
    if told is None:
        cited = _citing(claim)
        return out + [(cited, Verb(cue, said)) for cue in cues]
    return [(link, verb) for link, verb in out if link is None or verb.span != told.span]  # "told NBC on Monday that"


def _citing(claim: Claim) -> int | None:
    """The place of the relay whose verb the cue is, where the speaker is only cited ("reported, citing two aides")."""
    last = claim.chain[-1] if len(claim.chain) > 2 else None
    if last is None or last.span is None or last.relation not in {"cited", "quoted"}:
        return None
    if any(last.span.meets(span) for span in claim.source_spans):
        return None
    places = (
        k for k, link in enumerate(claim.chain) if link.span and any(link.span.meets(s) for s in claim.source_spans)
    )
    return next(places, None)


def _is_inside(link: Link, claim: Claim) -> bool:
    return link.span is not None and any(piece.holds(link.span) for piece in claim.content_spans)


def _rest(said: Sequence[Span], verb: Span) -> tuple[Span, ...]:
    """The content that a verb attributes: the part behind it where it stands inside the claim's content."""
    out: list[Span] = []
    for piece in said:
        if piece.holds(verb):
            out += [Span(verb.end, piece.end)] if verb.end < piece.end else []
        else:
            out.append(piece)
    return tuple(out)


def _cue_of(page: str, block: Span, link: Link) -> Span | None:
    """Where a link's cue stands: the nearest one to the name of its voice."""
    if not link.cue or link.span is None:
        return None
    start, end = max(block.start, link.span.start - _NEAR), min(block.end, link.span.end + _NEAR)
    behind, before = page.find(link.cue, link.span.end, end), page.rfind(link.cue, start, link.span.start)
    if behind < 0 and before < 0:
        return None
    near = behind if behind >= 0 and (before < 0 or behind - link.span.end <= link.span.start - before) else before
    return Span(near, near + len(link.cue))


def event_times(moments: Moments, claim: Claim) -> list[When]:
    """The times inside a claim's content that date what is told, not the telling."""
    said = {claim.stated.span} if claim.stated else set()
    said |= {link.at.span for link in claim.chain if link.at}
    return [when for when in moments.inside(claim.content_spans, claim.text_id) if when.span not in said]
