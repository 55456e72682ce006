"""Which blocks of a page are the body of its article."""

import numpy as np

from sayso.read.anatomy.chooser import odds
from sayso.read.anatomy.elements import HEADING, LIST, QUOTE
from sayso.read.anatomy.traits import Floats, traits
from sayso.read.anatomy.tree import Block, Tree
from sayso.record import PartKind

_LITTLE = 250  # characters: a body of fewer is doubted, and the likeliest blocks are taken instead
_NEAR = 1.5  # log odds from the likeliest block that are near enough then
_HOPELESS = -4.0  # log odds of the likeliest block below which a page has no body


def body(tree: Tree) -> dict[int, PartKind]:
    """The indices of the article's body blocks, in order, with their labels; none where the page has no article."""
    if not tree.blocks:
        return {}
    found = traits(tree)
    likely = odds(found)
    return {int(index): _kind(tree.blocks[index]) for index in np.flatnonzero(chosen(likely, found.size))}


def chosen(likely: Floats, size: Floats) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which blocks are body by their log odds; on a page of few likely words, those that come near the likeliest."""
    taken = likely > 0
    top = float(likely.max())
    if size[taken].sum() < _LITTLE and top > _HOPELESS:
        taken |= likely > top - _NEAR
    return taken


def _kind(block: Block) -> PartKind:
    if block.places & HEADING:
        return "subhead"
    if block.places & QUOTE:
        return "quote"
    return "list" if block.places & LIST else "paragraph"
