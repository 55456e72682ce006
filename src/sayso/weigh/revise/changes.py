"""What an edit changed, claim by claim."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.plugs import Scales, View
from sayso.record import Account, Change, ChangeKind, Page, Pair, Reason, Stood, Text, make_id
from sayso.weigh.answer.points import point_id
from sayso.weigh.revise.aligned import Told, align, likeness, told
from sayso.weigh.revise.altered import altered, turned
from sayso.weigh.revise.notices import is_marked, is_notice

AT_ONCE = 100  # edits whose claims are fetched together
STILL_TOLD = 0.75  # likeness to another claim of the same text from which what was cut or added is told there too

ONE_CLAIM = ("same", "opposed", "rise")  # verdicts of the comparing under which two claims answer one question


class Edit(NamedTuple):
    """A text and the one it replaces, their claims made ready."""

    text_id: str
    replaces: str
    old: tuple[Told, ...]
    new: tuple[Told, ...]
    pairs: Mapping[tuple[str, str], Pair]
    stealth: bool

    @property
    def at(self) -> str | None:
        """The UTC moment from which the new text stood, null where nothing tells."""
        moments = [one.row.start for one in self.new] or [one.row.end for one in self.old]
        return (moments[0] or None) if moments else None


class _Found(NamedTuple):
    kind: ChangeKind
    before: Told | None
    after: Told | None
    reasons: tuple[Reason, ...]


def changes(scales: Scales, since: str | None = None, *, view: View | None = None) -> Iterator[Change]:
    """What edits changed since a UTC moment (null: ever), oldest edit first, each in the order of the later text.

    A claim may change in several ways at once, each is a Change of its own. Texts that are not weighed yet, or whose
    earlier version is not, are passed over. Without a `view` a text that says nothing any more shows no notice.
    """
    return changes_in(scales, scales.edits(since), view=view)


def changes_in(scales: Scales, pairs: Iterable[tuple[str, str]], *, view: View | None = None) -> Iterator[Change]:
    """What the given edits changed, (text id, id of the text it replaces) each, in their order."""
    edits = iter(pairs)
    while batch := list(islice(edits, AT_ONCE)):
        for edit in _edits(scales, batch, view):
            yield from _changes(scales, edit)


def _edits(scales: Scales, batch: Sequence[tuple[str, str]], view: View | None) -> Iterator[Edit]:
    accounts = {one.text_id: one for one in scales.accounts({text for both in batch for text in both})}
    ids = {one.id for account in accounts.values() for one in account.testimonies}
    rows = {row.claim.id: row for row in scales.stood(ids)}
    pairs = {(pair.left, pair.right): pair for pair in scales.pairs(ids)}
    for text_id, replaces in batch:
        if text_id in accounts and replaces in accounts:
            old, new = (_ready(accounts[one], rows) for one in (replaces, text_id))
            items = _item(replaces, old, view), _item(text_id, new, view)
            stealth = not (items[0] and items[1] and is_marked(items[0], items[1]))
            yield Edit(text_id, replaces, old, new, pairs, stealth)


def _item(text_id: str, claims: Sequence[Told], view: View | None) -> tuple[Page, Text] | None:
    """A text with its page, null where it has no claim and no view shows it."""
    if claims:
        return claims[0].row.page, claims[0].row.text
    text = view.find(text_id) if view else None
    return (view.page(text.page_id), text) if view and isinstance(text, Text) else None


def _ready(account: Account, rows: Mapping[str, Stood]) -> tuple[Told, ...]:
    """The claims of a text; a notice of an edit that was read as a sentence of the story is none."""
    found = told(account.testimonies, rows)
    return tuple(one for one in found if one.speaker or not is_notice(one.row.claim.content))


def _changes(scales: Scales, edit: Edit) -> Iterator[Change]:
    found = list(_compared(edit))
    ids = {one.row.claim.id for each in found for one in (each.before, each.after) if one}
    leaders = {seat.claim_id: seat.leader for seat in scales.seats(ids)}
    at = edit.at
    for each in found:
        before, after = (one.row.claim.id if one else None for one in (each.before, each.after))
        points = dict.fromkeys(point_id(leaders[one]) for one in (before, after) if one in leaders)
        yield Change(
            id=make_id("change", edit.text_id, edit.replaces, each.kind, before, after),
            kind=each.kind,
            at=at,
            text_id=edit.text_id,
            replaces=edit.replaces,
            before=before,
            after=after,
            stealth=edit.stealth,
            point_ids=tuple(points),
            reasons=each.reasons,
        )


def _compared(edit: Edit) -> Iterator[_Found]:
    """What changed, in the order of the later text; what was withdrawn comes last, in the order of the earlier."""
    known = {ends: pair.likeness for ends, pair in edit.pairs.items() if pair.verdict in ONE_CLAIM}
    before_of = {new.row.claim.id: old for old, new in align(edit.old, edit.new, known)}
    kept = {old.row.claim.id for old in before_of.values()}
    for new in edit.new:
        old = before_of.get(new.row.claim.id)
        if old is None:
            if not _told_in(new, edit.old):
                yield _Found("added", None, new, ())
        elif reason := turned(old, new) or _apart(edit, old, new):
            yield _Found("withdrawn", old, None, (reason,))
            yield _Found("added", None, new, (reason,))
        else:
            yield from (_Found(kind, old, new, (reason,)) for kind, reason in altered(old, new))
    for old in edit.old:
        if old.row.claim.id not in kept and not _told_in(old, edit.new):
            yield _Found("withdrawn", old, None, ())


def _told_in(one: Told, others: Sequence[Told]) -> bool:
    """Whether another claim of the other version says the same: a headline rewritten above a text that stayed.

    A headline seldom says who says so; a sentence that does is not told by a bare headline that stayed above it.
    """
    for other in others:
        if likeness(one, other) >= STILL_TOLD and not turned(one, other):
            kinds = {found.kind for found in altered(one, other)}
            if not kinds or one.headline and kinds == {"re-attributed"}:
                return True
    return False


def _apart(edit: Edit, old: Told, new: Told) -> Reason | None:
    """Why the comparing found two questions in two claims whose words are alike."""
    pair = edit.pairs.get((old.row.claim.id, new.row.claim.id)) or edit.pairs.get((new.row.claim.id, old.row.claim.id))
    if pair and pair.verdict == "opposed" and pair.conflict in ("denial", "exclusion"):
        return next(iter(pair.reasons), Reason(name="opposed"))
    return None
