"""Changes for people: what stood there, what stands there now."""

from collections.abc import Mapping

from rich.console import RenderableType

from sayso.cli.lists import SHORT, entry
from sayso.cli.proofs import WIDE, place_words
from sayso.cli.screen import styled
from sayso.record import Change, Kept
from sayso.record.sentence import quoted
from sayso.record.wording import shortened


def change_entry(change: Change, kept: Mapping[str, Kept]) -> RenderableType:
    """The kind of change, whether the page shows it, where and when, the words before and after."""
    mark = "stealth: the page shows no mark of it" if change.stealth else "the page shows that it was changed"
    end = kept.get(change.after or change.before or "")
    at = f"from {change.at.replace('T', ' ')} UTC" if change.at else "since when is not known"
    lines = [styled((change.kind, "tag"), (f" · {mark}", "warn" if change.stealth else "quiet"))]
    lines.append(styled((f"{place_words(end) if end else f'text {change.text_id[:SHORT]}'} · {at}", "quiet")))
    for label, claim_id in (("before: ", change.before), ("now: ", change.after)):
        if claim_id and claim_id in kept:
            words = quoted(shortened(kept[claim_id].claim.content, WIDE))
            lines.append(styled((label, "quiet"), words, (f"  claim {claim_id[:SHORT]}", "quiet")))
    lines += [styled((f"{reason.name}: {reason.detail}", "quiet")) for reason in change.reasons if reason.detail]
    if change.point_ids:
        lines.append(styled((f"point {', '.join(point[:SHORT] for point in change.point_ids)}", "quiet")))
    return entry(change.id, *lines)
