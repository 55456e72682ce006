"""Our own gold: passages with every claim labelled (docs/labelling.md), and the labels that cannot stand."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from sayso.record.claim import Manner, Mode, Stance, Sure
from sayso.record.source import SourceKind

GOLD = Path(__file__).with_name("gold")
ANONYMITY = ("named", "described", "affiliated", "vague", "nobody")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(SourceKind),
    "anonymity": ANONYMITY,
    "stance": get_args(Stance),
    "mode": get_args(Mode),
    "sure": get_args(Sure),
    "manner": get_args(Manner),
}
VERBATIM = ("cue", "source", "because", "told_to")
CLAIM_KEYS = {"content", "chain", "count", "stated", "happened", "refers", *CHOICES, *VERBATIM}
PASSAGE_KEYS = {"about", "published", "outlet", "headline", "text", "claim"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: the file and number it is found by, what the page says, and its labelled claims."""

    where: str
    about: str
    published: str
    outlet: str | None
    headline: str | None
    text: str
    claims: tuple[Mapping[str, Any], ...]

    @property
    def page(self) -> str:
        """Headline and body as one text, as `make_page` sets them."""
        return f"{self.headline}\n\n{self.text}" if self.headline else self.text


def passages(*, held: bool, folder: Path = GOLD) -> Iterator[Passage]:
    """Give the passages that rules may be tuned on, or those held back."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem.endswith("_held") == held:
            yield from read(path)


def read(path: Path) -> Iterator[Passage]:
    """Give the passages of one file; raises TOMLDecodeError and KeyError where it is not one."""
    for k, raw in enumerate(tomllib.loads(path.read_text("utf-8"))["passage"], 1):
        yield Passage(
            f"{path.stem}:{k}", raw["about"], raw["published"], raw.get("outlet"), raw.get("headline"),
            raw["text"].strip(), tuple(raw.get("claim", ())),
        )  # fmt: skip


def faults(passage: Passage) -> Iterator[str]:
    """Give a sentence for every label that cannot stand."""
    for k, claim in enumerate(passage.claims, 1):
        at = f"{passage.where} claim {k}"
        if unknown := set(claim) - CLAIM_KEYS:
            yield f"{at}: unknown keys {sorted(unknown)}"
        if not claim.get("content"):
            yield f"{at}: no content"
        for words in [*claim.get("content", ()), *(claim[key] for key in VERBATIM if key in claim)]:
            if words not in passage.page:
                yield f"{at}: not in the passage word for word: {words!r}"
        for key, allowed in CHOICES.items():
            if key in claim and claim[key] not in allowed:
                yield f"{at}: {key} is {claim[key]!r}, not one of {', '.join(allowed)}"
        if claim.get("chain") and ("kind" not in claim or "anonymity" not in claim):
            yield f"{at}: a speaker without kind or anonymity"
        if claim.get("manner") != "own_voice" and not claim.get("chain"):
            yield f"{at}: a chain is missing"
        count = claim.get("count")
        if count is not None and (claim.get("kind") not in {"unnamed", "crowd"} or not 1 <= len(count) <= 2):
            yield f"{at}: a count belongs to the unnamed and to crowds, as [low] or [low, high]"
        if "count" not in claim and claim.get("kind") in {"unnamed", "crowd"} and claim["anonymity"] != "nobody":
            yield f"{at}: how many? ([low] for at least)"
