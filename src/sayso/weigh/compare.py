"""Stand-in until the comparing is merged."""

from sayso.record import Pair, Testimony


def compare(left: Testimony, right: Testimony, cosine: float) -> Pair:
    one, two = set(left.terms), set(right.terms)
    alike = len(one & two) / max(1, min(len(one), len(two)))
    return Pair(left=left.id, right=right.id, likeness=alike, verdict="same" if alike > 0.5 else "different")
