"""What an edit did to one claim: its figure, its certainty, who says it, or its meaning altogether."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from sayso.record import ChangeKind, Claim, Quantity, Reason, Source, Span
from sayso.record.fold import words
from sayso.record.moment import moment
from sayso.weigh.revise.aligned import Told, figure_words
from sayso.weigh.revise.wording import Phrase, found_in, ladders, listed
from sayso.weigh.trace.press import name_key
from sayso.weigh.trace.voices import is_voice

SPELT_ALIKE = 0.75  # share of letters from which one name is the other, spelt anew
_SURE = {"possible": 0, "probable": 1, "certain": 2}
_ONE_VOICE = frozenset({"source", "sources", "person", "people", "familiar", "matter", "official", "officials", "who"})
_SMALL = frozenset({"the", "of", "a", "an", "and", "for", "in", "at", "s", "on", "to", "with", "by"})


class Altered(NamedTuple):
    """One thing that an edit did to a claim, with the words of both that show it."""

    kind: ChangeKind
    reason: Reason


def altered(old: Told, new: Told) -> Iterator[Altered]:
    """All that changed between two versions of one claim; nothing where it was only reworded."""
    yield from _figures(old, new)
    strength = _strength(old, new)
    if strength:
        yield strength
    if reason := attribution(old, new):
        yield Altered("re-attributed", reason)


def turned(old: Told, new: Told) -> Reason | None:
    """Why two claims in like words are two: one denies the other, or tells of another day, person or place."""
    left, right = found_in(old.said, listed("negations")), found_in(new.said, listed("negations"))
    if bool(left) != bool(right) or _denies(old) != _denies(new):
        return _reason("turned round", old, new, left, right)
    return _another_day(old, new) or _another_name(old, new)


# ── figures ─────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(old: Told, new: Told) -> Iterator[Altered]:
    before, after = list(old.row.claim.quantities), list(new.row.claim.quantities)
    for one in list(before):
        same = next((other for other in after if _figure(one) == _figure(other)), None)
        if same:
            before.remove(one)
            after.remove(same)
    for one in before:
        other = next((other for other in after if one.unit == other.unit and _counts_alike(one, other)), None)
        other = other or next((other for other in after if one.unit == other.unit), None)
        if other:
            after.remove(other)
            yield _recounted("another figure", old, new, (one, other))
        elif _still_counted(one, new) and not after:
            yield _recounted("figure left out", old, new, (one, None))
    for other in after:
        if _still_counted(other, old) and not before:
            yield _recounted("figure given", old, new, (None, other))


def _figure(one: Quantity) -> tuple[object, ...]:
    return one.low, one.high, one.unit, one.bound


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    left, right = set(words(one.counts or "")), set(words(other.counts or ""))
    return bool(left & right) or not left or not right


def _still_counted(one: Quantity, other: Told) -> bool:
    """Whether what was counted is told of on the other side too, without the figure."""
    counted = set(words(one.counts or ""))
    return bool(counted) and counted <= set(other.said)


def _recounted(name: str, old: Told, new: Told, pair: tuple[Quantity | None, Quantity | None]) -> Altered:
    left, right = pair
    shown = [one.span.of(told.row.page.text) if one else "no figure" for one, told in ((left, old), (right, new))]
    detail = " → ".join(" ".join(one.split()) for one in shown)
    spans = [one.span if one else told.row.claim.content_spans[0] for one, told in ((left, old), (right, new))]
    return Altered("recounted", Reason(name=name, detail=detail, left=spans[0], right=spans[1]))


# ── certainty ───────────────────────────────────────────────────────────────────────────────────────────────


def _strength(old: Told, new: Told) -> Altered | None:
    """Softened or hardened, by the first of these that tells: stance, certainty, hedges, a weaker word, the cue."""
    before, after = old.row.claim, new.row.claim
    doubted = [claim.stance == "doubts" for claim in (before, after)]
    if doubted[0] != doubted[1]:
        return _moved(doubted[1], "doubted", old, new)
    if before.sure != after.sure:
        return _moved(_SURE[after.sure] < _SURE[before.sure], f"{before.sure} → {after.sure}", old, new)
    hedges = [found_in(told.said, listed("hedges")) for told in (old, new)]
    if bool(hedges[0]) != bool(hedges[1]):
        return _moved(bool(hedges[1]), "hedge", old, new, *hedges)
    for ladder in ladders()[:-1]:
        if found := _stepped(ladder, old.said, new.said):
            return _moved(found[0] > 0, "word", old, new, *found[1:])
    if attribution(old, new) is None:
        cues = [tuple(words(claim.cue or "")) for claim in (before, after)]
        if found := _stepped(ladders()[-1], *cues):
            return _moved(found[0] > 0, "cue", old, new, *found[1:])
    return None


def _stepped(
    ladder: Sequence[Sequence[Phrase]], old: Sequence[str], new: Sequence[str]
) -> tuple[int, tuple[Phrase, ...], tuple[Phrase, ...]] | None:
    """(steps down, words before, words after) where a word of one step gave way to a word of another."""
    at = {phrase: step for step, phrases in enumerate(ladder) for phrase in phrases}
    left, right = found_in(old, at), found_in(new, at)
    gone, come = Counter(left) - Counter(right), Counter(right) - Counter(left)
    if not gone or not come:
        return None
    down = min(at[one] for one in come) - min(at[one] for one in gone)
    return (down, tuple(gone), tuple(come)) if down else None


def _moved(
    soft: bool, name: str, old: Told, new: Told, left: Sequence[Phrase] = (), right: Sequence[Phrase] = ()
) -> Altered:
    return Altered("softened" if soft else "hardened", _reason(name, old, new, left, right))


# ── who says so ─────────────────────────────────────────────────────────────────────────────────────────────


def attribution(old: Told, new: Told) -> Reason | None:
    """Why a claim is somebody else's now: another speaker, named or not, or reached through another outlet."""
    before, after = old.row.claim, new.row.claim
    left, right = (_somebody(claim) for claim in (before, after))
    if (left is None) != (right is None):
        return _said_by("own voice" if right is None else "no longer own voice", old, new)
    if left and right:
        if is_voice(left) != is_voice(right):
            return _said_by("named" if is_voice(right) else "no longer named", old, new)
        if not _one_voice(left, right):
            return _said_by("another speaker", old, new)
        if left.count and right.count and left.count != right.count and not is_voice(left):
            return _said_by("another number of sources", old, new)
    if _relays(before) != _relays(after):
        return _said_by("another outlet cited", old, new)
    return None


def _somebody(claim: Claim) -> Source | None:
    """The speaker that a page tells of; null for its own voice and for nobody ("allegedly")."""
    source = claim.speaker if len(claim.chain) > 1 else None
    return source if source and (source.name or source.described_as) else None


def _one_voice(left: Source, right: Source) -> bool:
    """Whether two sources may be one: a word of the name in common, or of the description where a name is lacking."""
    names = [_named(source.name) for source in (left, right)]
    if names[0] and names[1]:
        return bool(names[0] & names[1]) or _spelt_alike(left.name or "", right.name or "")
    if not is_voice(left):
        described = [_named(source.described_as) - _ONE_VOICE for source in (left, right)]
        return not described[0] or not described[1] or bool(described[0] & described[1])
    both = [_named(f"{source.name or ''} {source.described_as or ''}") for source in (left, right)]
    return bool(both[0] & both[1])


def _named(name: str | None) -> frozenset[str]:
    return frozenset(words(name or "")) - _SMALL


def _relays(claim: Claim) -> frozenset[str]:
    """The outlets between the page and the speaker."""
    own = name_key(claim.chain[0].source.name or "") if claim.chain else ""
    names = (link.source.name for link in claim.chain[1:] if link.source.kind == "outlet")
    return frozenset(name_key(name) for name in names if name) - {own}


def _said_by(name: str, old: Told, new: Told) -> Reason:
    who = [_who(told.row.claim) for told in (old, new)]
    spans = [_source_span(told.row.claim) for told in (old, new)]
    return Reason(name=name, detail=f"{who[0]} → {who[1]}", left=spans[0], right=spans[1])


def _who(claim: Claim) -> str:
    named = [link.source.name or link.source.described_as or "unnamed" for link in claim.chain[1:]]
    return ", told by ".join(reversed(named)) or "own voice"


def _source_span(claim: Claim) -> Span:
    return claim.source_spans[0] if claim.source_spans else claim.span


# ── another claim in like words ─────────────────────────────────────────────────────────────────────────────


def _denies(told: Told) -> bool:
    return told.row.claim.stance == "denies"


def _another_day(old: Told, new: Told) -> Reason | None:
    left, right = old.when, new.when
    if not (left and right and left.latest and right.latest and left.span and right.span):
        return None
    apart = moment(left.latest, end=True) < moment(right.earliest or right.latest) or moment(
        right.latest, end=True
    ) < moment(left.earliest or left.latest)
    printed = [" ".join(span.of(told.row.page.text).split()) for span, told in ((left.span, old), (right.span, new))]
    if apart and printed[0].casefold() != printed[1].casefold():
        return Reason(name="another day", detail=" → ".join(printed), left=left.span, right=right.span)
    return None


def _another_name(old: Told, new: Told) -> Reason | None:
    """A name that gave way to another one, not spelt alike and not a title or a longer form of it."""
    gone, come = _names(old) - set(new.said), _names(new) - set(old.said)
    if not gone or not come or _names(old) & _names(new) and len(gone) + len(come) < 2:
        return None
    if any(_spelt_alike(one, other) for one in gone for other in come):
        return None
    return _reason("another name", old, new, [(one,) for one in sorted(gone)], [(one,) for one in sorted(come)])


def _names(told: Told) -> frozenset[str]:
    """Words with a capital that do not open the content or a headline, figures aside."""
    if told.headline:
        return frozenset()
    row = told.row
    figures = {word for one in row.claim.quantities for word in figure_words(one, row.page)}
    printed = row.claim.content.split()[1:]
    return frozenset(word for one in printed if one[0].isupper() for word in words(one) if len(word) > 1) - figures


def _spelt_alike(left: str, right: str) -> bool:
    one, other = left.casefold(), right.casefold()
    return one.startswith(other) or other.startswith(one) or SequenceMatcher(None, one, other).ratio() >= SPELT_ALIKE


def _reason(name: str, old: Told, new: Told, left: Sequence[Phrase], right: Sequence[Phrase]) -> Reason:
    shown = [", ".join(" ".join(one) for one in found) or "—" for found in (left, right)]
    detail = f"{shown[0]} → {shown[1]}" if left or right else ""
    return Reason(name=name, detail=detail, left=old.row.claim.content_spans[0], right=new.row.claim.content_spans[0])
