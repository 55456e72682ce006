"""Who a headline names, and whom its "minister says" stands for."""

from collections.abc import Sequence

from sayso.read.chain.counts import is_plural
from sayso.read.corefer.describe import titled
from sayso.read.corefer.newcomers import followed_by_name
from sayso.read.corefer.salience import BODIES, Figure
from sayso.read.corefer.scene import Scene
from sayso.read.names.descriptions import Description, descriptions
from sayso.read.names.people import OFFICES, ROLES
from sayso.read.names.runs import words_of
from sayso.record import Span


def enter(scene: Scene) -> None:
    """Brings those whom the headline names on stage before the first sentence."""
    span = scene.text.headline_span
    named = [m for m in scene.sheet.mentions_in(span) if m.entity_id and m.form == "name"] if span else []
    for k, one in enumerate(named):
        scene.stage.appears(-1, one.span.start, one.entity_id or "", subject=not k, speaks=False)


def tie(scene: Scene, sentence: Span) -> None:
    """Ties "minister says" in a headline to the one person of the same item whom it fits."""
    row = words_of(scene.sheet.text, sentence)
    on, spoke = {one.who for one in scene.stage.seen}, {one.who for one in scene.stage.seen if one.speaks}
    named = [f for f in scene.stage.figures.values() if f.named and f.entity_id in on]
    people = [f for f in named if f.kind == "person" and not f.plural]
    for one in descriptions(scene.sheet.text, row):
        spoken = one.speaks or _labelled(scene.sheet.text, one, sentence) or scene.is_source(one.span)
        if spoken and (one.bare or one.definite) and (body := _body(scene, named, one)):
            scene.mark(one.span, "noun", body, "same item")
            continue
        if not (spoken and (one.bare or one.definite) and one.head in OFFICES | ROLES):
            continue
        if followed_by_name(scene, one) or is_plural(one.head, one.low):
            continue
        fit = [f for f in people if titled(f, ("the", *one.low), one.head)]
        if not fit:
            fit = [f for f in people if not f.titles and f.entity_id in spoke]
        if len(fit) == 1:
            scene.mark(one.span, "title", fit[0].entity_id, "same item")


def _body(scene: Scene, figures: Sequence[Figure], one: Description) -> str | None:
    """The one body of the item that has the head in its name ("coastguard says": the Norvik Coastguard)."""
    if followed_by_name(scene, one) or any(m.form == "name" for m in scene.sheet.mentions_in(one.span)):
        return None
    rest = set(one.low[:-1]) - {"the"}
    fit = [f.entity_id for f in figures if f.kind in BODIES and _called(f, one.head, rest)]
    return fit[0] if len(fit) == 1 else None


def _called(figure: Figure, head: str, rest: set[str]) -> bool:
    titles = [set(title.lower().split()) for title in figure.titles if title.split()[-1].lower() == head]
    return (head in figure.words and rest <= figure.words) or any(rest <= title for title in titles)


def _labelled(text: str, one: Description, sentence: Span) -> bool:
    """Whether it stands before a colon, or after a colon or dash at the end ("Minister: …", "… – minister")."""
    before, after = text[sentence.start : one.span.start].rstrip()[-1:], text[one.span.end : sentence.end].lstrip()[:1]
    return after == ":" or (before in {":", "–", "—", "-"} and not after)
