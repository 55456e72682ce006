"""Cosines between claims, from vectors that the scales hold and that are made where they lack."""

from collections.abc import Sequence

from sayso.plugs import Scales
from sayso.record import Testimony
from sayso.weigh.vectors import Rows, cosine, cosines, vector


class Angles:
    """Vectors of claims as they are needed, each made once; `made` are those that the scales lack."""

    def __init__(self, scales: Scales) -> None:
        self._scales = scales
        self._known: dict[str, bytes] = {}
        self._made: dict[str, bytes] = {}

    @property
    def made(self) -> tuple[tuple[str, bytes], ...]:
        """(claim id, 384 signed bytes) of every vector that was not kept yet."""
        return tuple(sorted(self._made.items()))

    def load(self, claim_ids: set[str]) -> None:
        """Fetches at once the vectors that are kept of these claims."""
        self._known.update(self._scales.vectors(claim_ids - self._known.keys()))

    def cosine(self, left: Testimony, right: Testimony) -> float:
        """The cosine of two claims' contents, in [-1, 1]."""
        return cosine(self._of(left), self._of(right))

    def cosines(self, left: Sequence[Testimony], right: Sequence[Testimony]) -> Rows:
        """The cosines of the contents of every left claim with every right one [left, right], in [-1, 1]."""
        self.load({one.id for one in (*left, *right)})
        return cosines([self._of(one) for one in left], [self._of(one) for one in right])

    def _of(self, one: Testimony) -> bytes:
        if one.id not in self._known:
            self._known[one.id] = self._made[one.id] = vector(one.content)
        return self._known[one.id]
