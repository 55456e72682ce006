"""A point's standing, derived from its counts, with its reasons; never "confirmed", never "true"."""

from sayso.record import Reason, Standing


def standing(
    origins_for: tuple[int, int],
    origins_against: tuple[int, int],
    *,
    outlets: int,
    withdrawn: bool,
    cycle: bool,
) -> tuple[Standing, tuple[Reason, ...]]:
    """The first that fits of retracted, ungrounded, disputed, corroborated, echoed, single (rule 13)."""
    low, high = origins_for
    if high == 0 and withdrawn:
        return "retracted", (Reason(name="withdrawn", detail="what stood behind it was withdrawn"),)
    if high == 0 and cycle:
        return "ungrounded", (Reason(name="cycle", detail="its pages only cite each other"),)
    if origins_against[1]:
        return "disputed", (Reason(name="against", detail=f"{_origins(origins_against)} against it"),)
    if high == 0:
        return "ungrounded", (Reason(name="no origin", detail="nobody stands behind it"),)
    if low >= 2:
        return "corroborated", (Reason(name="origins", detail=f"{_origins(origins_for)} of it"),)
    unknown = (Reason(name="unknown", detail="a page does not say where it has it from"),) if high > low else ()
    if outlets >= 2:
        return "echoed", (Reason(name="relayed", detail=f"{outlets} outlets, {_origins(origins_for)}"), *unknown)
    return "single", (Reason(name="one", detail=f"one outlet, {_origins(origins_for)}"), *unknown)


def _origins(interval: tuple[int, int]) -> str:
    low, high = interval
    return f"{low} origin{'' if low == 1 else 's'} [{low}, {high}]"
