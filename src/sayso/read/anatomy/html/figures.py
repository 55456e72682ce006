"""Captions with their credits apart, where the markup or a picture beside them says that they are captions.

A group is what stands under one picture: usually a figcaption, or a box whose class says caption, or a figure with one
of these inside. `caption.parted` then tells its caption from its credit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from sayso.read.anatomy import credit
from sayso.read.anatomy.html import caption
from sayso.read.anatomy.html.elements import CONTROL, FIGCAPTION, FIGURE, FOOTER, FORM, HEADING, NAV, QUOTE
from sayso.read.anatomy.html.titles import folded
from sayso.read.anatomy.html.tree import Block, Box, Tree
from sayso.read.anatomy.wording import is_furniture, label
from sayso.read.words import words
from sayso.record import Caption, Span

Role = Literal["caption", "credit", "other", "void"]
_TABLE = words("meta_html")["figures"]


def _any(name: str) -> str:
    return "|".join(re.escape(word) for word in _TABLE[name])


_CAPTION, _NEVER = re.compile(_any("caption")), re.compile(_any("never"))
_PICTURE, _PERSON = re.compile(_any("picture")), re.compile(_any("person"))
# Parts of every word in the lists of captions and credits: most class names hold none, and are done with at once.
_STEMS = ("capt", "figcap", "cred", "copyr", "photo", "sourc", "distrib", "attrib", "rights", "court", "-text", "descr")
_BOTH = re.compile(r"caption[\w-]{0,12}credit|credit[\w-]{0,12}caption")
_CONTROLS = frozenset(_TABLE["controls"])
_CAPITALS = re.compile(r"[A-Z][\w.'’-]{0,30}(?:[ /&,]{1,3}(?:[A-Z][\w.'’-]{0,30}|of|for|the|via|and)){0,7}")
_LEVELS = 5  # how far above a line its caption's box may stand
_LONGEST = 1200
_PROSE = 700  # characters: longer lines outside figures are no captions
_ABROAD = NAV | FOOTER | FORM
_WIDE = frozenset(("body", "main", "article", "section", "ul", "ol"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One picture's words: where its caption and its credit stand in the text (either may be null, not both).

    `blocks` are the indices of the tree's blocks that it takes up, its buttons and counters among them.
    """

    caption: Span | None
    credit: Span | None
    blocks: tuple[int, ...]

    def as_caption(self, text: str) -> Caption:
        """The record's caption; its text is empty where the page prints a credit alone, and the span is then its."""
        span = self.caption or self.credit
        assert span is not None
        return Caption(
            text=_line(self.caption.of(text)) if self.caption else "",
            credit=_line(self.credit.of(text)) if self.credit else None,
            span=span,
        )


@dataclass(slots=True)
class _Group:
    """Blocks under one picture, while they are gathered; `void` are links and headlines where a caption should be."""

    key: Box
    roles: dict[int, Role] = field(default_factory=dict)

    def of(self, role: Role) -> list[int]:
        return [index for index, given in self.roles.items() if given == role]


def captions(figures: Iterable[Figure], text: str) -> tuple[Caption, ...]:
    """The captions of figures, each once: pages repeat them for small screens and for their galleries."""
    found: dict[str, Caption] = {}
    for figure in figures:
        made = figure.as_caption(text)
        key = folded(made.text) or folded(made.credit or "")
        if key and (key not in found or (made.credit and not found[key].credit)):
            found[key] = made
    return tuple(found.values())


def figures(tree: Tree) -> tuple[Figure, ...]:
    """Every figure of the page that has a caption or a credit, in reading order."""
    found = [made for group in _groups(tree) if (made := _made(tree, group))]
    taken = {index for figure in found for index in figure.blocks}
    found += _unmarked(tree, taken)
    found = [figure for figure in found if not figure.caption or not is_furniture(_line(figure.caption.of(tree.text)))]
    return _merged(tree, sorted(found, key=lambda figure: figure.blocks))


def _merged(tree: Tree, found: list[Figure]) -> tuple[Figure, ...]:
    """The figures with each credit that stands alone right below a caption joined to it, or dropped if it repeats."""
    kept: list[Figure] = []
    for figure in found:
        last = kept[-1] if kept else None
        if last and last.caption and figure.credit and not figure.caption:
            start, end = last.caption.end, figure.credit.start
            near = figure.blocks[0] - last.blocks[-1] <= 1 and not any(start < at < end for at, _ in tree.pictures)
            said = last.credit or figure.credit
            if near and folded(said.of(tree.text)) == folded(figure.credit.of(tree.text)):
                kept[-1] = Figure(caption=last.caption, credit=said, blocks=last.blocks + figure.blocks)
                continue
        kept.append(figure)
    return tuple(kept)


def _groups(tree: Tree) -> Iterator[_Group]:
    """The blocks that markup calls captions and credits, gathered by picture."""
    known: dict[int, _Standing] = {}
    group: _Group | None = None
    for index, block in enumerate(tree.blocks):
        if block.places & _ABROAD or (block.end - block.start > _PROSE and not block.places & FIGURE):
            continue
        role, holder, _, _ = known.get(block.box.index) or _stand(block.box, known)
        if role is None:
            continue
        if holder is None or (block.places & QUOTE and holder.tag == "figure"):
            continue
        if role in ("caption", "other") and block.linked * 2 > block.end - block.start:
            if role == "other":
                continue
            role = "void"
        if _is_elsewhere(block.box, holder):
            continue
        if group is None or not _joins(group, role, holder, index):
            if group:
                yield group
            group = _Group(holder)
        group.roles[index] = role
    if group:
        yield group


# What the blocks of a box are to a picture, the box that gathers the picture's words, the figure around, and how many
# boxes ago the role was given.
_Standing = tuple[Role | None, Box | None, Box | None, int]


def _stand(box: Box, known: dict[int, _Standing]) -> _Standing:
    """The standing of a box, from its own names or from the nearest box around it that says something."""
    above: list[Box] = []
    one: Box | None = box
    while one is not None and one.index not in known:
        above.append(one)
        one = one.parent
    standing: _Standing = known[one.index] if one is not None else (None, None, None, 0)
    for box in reversed(above):
        tag = box.tag
        if tag == "figure":
            standing = ("other", box, box, 0)
        elif own := _says(box.element.attr("class")) or ("caption" if tag == "figcaption" else None):
            standing = (own, standing[2] or box, standing[2], 0)
        elif standing[0] is not None:  # most boxes say nothing, and stand as those around them
            role, holder, figure, since = standing
            standing = (role, holder, figure, since + 1) if figure or since < _LEVELS else (None, None, figure, 0)
        known[box.index] = standing
    return standing


@lru_cache(maxsize=16_384)
def _says(names: str | None) -> Role | None:
    """What class names say of the words in their box: a caption, a credit, or nothing of the kind."""
    hints = (names or "").lower()
    if not any(stem in hints for stem in _STEMS):
        return None
    captions_it = _CAPTION.search(hints)
    if caption.CREDIT.search(hints) and (not captions_it or _BOTH.search(hints)):
        return "credit"
    return "caption" if captions_it else None


def _is_elsewhere(box: Box, holder: Box) -> bool:
    """True where class names from a block up to above its caption's box tell of advertising, menus or teasers."""
    above: Box | None = box
    rest = 3
    while above is not None and rest:
        if _is_never(above.element.attr("class")):
            return True
        if above is holder or rest < 3:
            rest -= 1
        above = above.parent
    return False


@lru_cache(maxsize=16_384)
def _is_never(names: str | None) -> bool:
    return bool(names and _NEVER.search(names.lower()))


def _joins(group: _Group, role: Role, holder: Box, index: int) -> bool:
    """True where a block belongs to the picture that is being gathered."""
    last = next(reversed(group.roles))
    if holder is group.key:
        return role != "caption" or "caption" not in group.roles.values() or group.roles.get(index - 1) == "caption"
    if last != index - 1 or role not in ("caption", "credit") or role in group.roles.values():
        return False
    mine, its = holder.parent, group.key.parent
    near = mine is its or mine is group.key or its is holder
    return near or bool(mine and its and (mine.parent is its or mine is its.parent))


def _made(tree: Tree, group: _Group) -> Figure | None:
    """The figure of a group, or null where its words are a button's, a quotation's or a teaser's."""
    named = group.of("caption") + group.of("credit")
    if group.of("void") or any(tree.blocks[index].places & HEADING for index in named):
        return None
    lines = [_span(tree, index) for index in group.of("caption") if not _is_control(tree, index)]
    credits_ = [index for index in group.of("credit") if not _is_control(tree, index)]
    if not lines and not credits_:
        return None
    if not credits_:
        credits_ = [index for index in group.of("other") if credit.is_credit(tree.words(tree.blocks[index]))][:1]
    size = sum(span.end - span.start for span in [*lines, *(_span(tree, index) for index in credits_)])
    if size > _LONGEST or (not lines and not _beside_picture(tree, credits_[0])):
        return None
    caption_, by = caption.parted(tree, lines)
    if credits_:
        given = Span(tree.blocks[credits_[0]].start, tree.blocks[credits_[-1]].end)
        mixed = not lines and not caption.is_credit_line(given.of(tree.text))
        parts = caption.by_wording(tree.text, given) if mixed else (None, None)
        if all(parts):
            caption_, by = parts  # what is marked as a credit holds its caption too
        else:
            caption_, by = caption_ or by, caption.named(tree.text, given)
    return Figure(caption=caption_, credit=by, blocks=tuple(sorted(group.roles))) if caption_ or by else None


def _beside_picture(tree: Tree, index: int) -> bool:
    """True where a picture stands right before or after a block, or the block is in a figure."""
    block = tree.blocks[index]
    if block.places & FIGURE:
        return True
    before = tree.blocks[index - 1].end if index else 0
    return any(before <= at <= block.start or at == block.end for at, _ in tree.pictures)


def _unmarked(tree: Tree, taken: set[int]) -> Iterator[Figure]:
    """Captions without a mark of their own: short lines that share a small box with a picture, and nothing else.

    Such a box calls itself a picture's, or ends with a credit, or looks like another that does, or stands between the
    paragraphs of a story.
    """
    starts = [block.start for block in tree.blocks]
    doubtful: list[tuple[Box, Figure]] = []
    alike: set[str] = set()
    for at, box in tree.pictures:
        run, around = _beside(tree, bisect_left(starts, at), box)
        if around is None or taken.intersection(run):
            continue
        lines = [_span(tree, index) for index in run if not _is_control(tree, index)]
        caption_, by = caption.parted(tree, lines)
        if not by and len(lines) == 2 and _CAPITALS.fullmatch(lines[1].of(tree.text)):
            caption_, by = lines
        if not by and (not caption_ or not _is_worded(caption_.of(tree.text))):
            continue
        made = Figure(caption=caption_, credit=by, blocks=tuple(run))
        if (by and by is not lines[-1]) or _PICTURE.search(
            around.hints + " " + around.parent.hints if around.parent else ""
        ):
            taken.update(run)
            alike.add(around.hints)
            yield made
        else:
            doubtful.append((around, made))
    prose = _prose(tree) if doubtful else {}
    for around, made in doubtful:
        inside = any(prose.get(one.index, 0) >= 3 for one in around.up()[1:3])
        if (inside or around.hints in alike - {""}) and not taken.intersection(made.blocks):
            taken.update(made.blocks)
            yield made


def _is_worded(line: str) -> bool:
    """True for more than one word that is no button or heading of a list."""
    return len(line.split()) > 1 and not is_furniture(line) and label(line) is None


def _prose(tree: Tree) -> dict[int, int]:
    """How many long paragraphs stand under a box, within a few levels."""
    found: dict[int, int] = {}
    for block in tree.blocks:
        if block.tag == "p" and block.end - block.start >= 80 and block.linked * 2 < block.end - block.start:
            above = block.box.parent
            for _ in range(_LEVELS + 1):
                if above is None:
                    break
                found[above.index] = found.get(above.index, 0) + 1
                above = above.parent
    return found


def _beside(tree: Tree, first: int, box: Box) -> tuple[Sequence[int], Box | None]:
    """The blocks right behind a picture that share a box with it alone, and that box; none where others do too."""
    if first >= len(tree.blocks):
        return (), None
    block = tree.blocks[first]
    if not _may_be_caption(block):
        return (), None
    around: Box | None = box
    for _ in range(_LEVELS):
        if around is None or around.tag in _WIDE:
            return (), None
        if around.tag != "p" and _within(block, around):
            break
        around = around.parent
    if around is None or not _within(block, around) or (first and _within(tree.blocks[first - 1], around)):
        return (), None
    run = [first]
    for index in range(first + 1, min(first + 4, len(tree.blocks))):
        if not _within(tree.blocks[index], around):
            break
        run.append(index)
    fit = sum(tree.blocks[index].end - tree.blocks[index].start for index in run) <= 500
    if len(run) > 3 or not fit or not all(_may_be_caption(tree.blocks[index]) for index in run):
        return (), None
    above: Box | None = around
    for _ in range(4):
        if above is None:
            break
        if above.hints and (_NEVER.search(above.hints) or _PERSON.search(above.hints)):
            return (), None
        above = above.parent
    return run, around


def _may_be_caption(block: Block) -> bool:
    """False for links, headlines, quotations and what stands in menus and forms."""
    return not block.linked and not block.places & (_ABROAD | HEADING | QUOTE) and block.end - block.start <= 500


def _within(block: Block, box: Box) -> bool:
    """True where a block stands inside a box."""
    one: Box | None = block.box
    while one is not None and one.index > box.index:
        one = one.parent
    return one is box


def _is_control(tree: Tree, index: int) -> bool:
    """True for a button or a counter of a picture box."""
    block = tree.blocks[index]
    line = tree.words(block).casefold().strip(" .:|»>")
    button = block.places & CONTROL and not block.places & FIGCAPTION
    return bool(button and len(line) < 30) or line in _CONTROLS or bool(caption.COUNTER.fullmatch(line))


def _span(tree: Tree, index: int) -> Span:
    return Span(tree.blocks[index].start, tree.blocks[index].end)


def _line(words_: str) -> str:
    return " ".join(words_.split())
