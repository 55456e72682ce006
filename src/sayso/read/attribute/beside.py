"""All attributions of a story item: the learned model's, sifted and mended, and those of the rules beside it."""

from collections.abc import Callable, Iterable, Sequence

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.borders import apart, mended
from sayso.read.attribute.chaff import pleads, sifted
from sayso.read.attribute.clauses import clauses
from sayso.read.attribute.continued import continued
from sayso.read.attribute.credited import credited
from sayso.read.attribute.hearsay import hearsay
from sayso.read.attribute.item import Item, Told, ordered
from sayso.read.attribute.pointers import pointing
from sayso.read.attribute.refusals import refusals
from sayso.read.attribute.reporting import reporting, severally
from sayso.read.attribute.soput import so_put
from sayso.read.attribute.strays import given
from sayso.read.attribute.tails import tails
from sayso.read.attribute.turns import turns

RULES: tuple[Callable[[Item, Told], Iterable[Attribution]], ...] = (
    given,
    pointing,
    refusals,
    credited,
    tails,
    clauses,
    hearsay,
    continued,
)


def all_told(item: Item, learned: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of an item, in order; `learned` are the model's, in places of the page.

    Each rule sees what those before it found and takes only words that nobody has yet.
    """
    set_out = turns(item) or [*reporting(item), *so_put(item)]
    taken = Told(tuple(set_out))
    rest = [one for one in learned if not any(taken.meeting(*span) for span in one.content + one.cue)]
    found = [*mended(item, sifted(item, rest)), *set_out]
    for rule in RULES:
        found = ordered([*found, *(one for one in rule(item, Told(tuple(found))) if not pleads(item, one))])
    return [each for one in apart(item, found) for each in severally(item, one)]
