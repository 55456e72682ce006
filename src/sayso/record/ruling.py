"""An editor's judgement."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """An editor's judgement on two ids: appended, replayed, attributable; never overwritten."""

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    at: str
    note: str = ""
