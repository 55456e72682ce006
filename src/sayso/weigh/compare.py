"""Two claims → same, opposed, in tension, a rise, or different, with what decided."""

from sayso.record import Pair, Testimony
from sayso.weigh.likeness import likeness

SAME = 0.5  # likeness from which two claims answer one question


def compare(left: Testimony, right: Testimony, cosine: float) -> Pair:
    """How two claims stand to each other; `left` is the earlier, `cosine` that of their vectors."""
    alike = likeness(left, right, cosine)
    return Pair(left=left.id, right=right.id, likeness=alike, verdict="same" if alike >= SAME else "different")
