"""Our own gold, measured from the page up: `python bench/reading/gold.py [--held] [--json OUT] [--show FIELD]`.

Every passage of bench/reading/gold/ is read by the whole line, as `sayso read` would; docs/labelling.md says what the
labels are. A gold claim is found where some claim read shares half their words with it (the scorer's Jaccard of .5).
Figures are shares of the claims found, and beside them of all claims, one not found counting as wrong. `--held`
measures the files held back from tuning: for reporting, not for working. `--check` lists labels that cannot stand.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from passages import Passage, faults, passages
from spans import Found, matched, of_claim, words_of

from sayso.read import default_line
from sayso.record import Claim, Link, Page, Reading, Span, Text, When, make_id

FLOORS = Path(__file__).parents[1] / "floors.json"
Judge = Callable[[Claim, Mapping[str, Any], Reading], tuple[object, object]]
SMALL = {"the", "a", "an", "of", "for", "in", "at", "on", "to", "by", "and", "its", "his", "her", "their", "s", "who"}


def page_of(passage: Passage) -> Reading:
    """The passage as anatomy would leave an article: paragraphs, headline, the time it was published."""
    text = passage.page
    ident = make_id("page", passage.where)
    page = Page(
        id=ident, url=None, outlet=passage.outlet, captured=None, media_type="text/plain", text=text, body_hash=""
    )
    blocks, at = [], 0
    for block in text.split("\n\n"):
        start = text.index(block, at)
        at = start + len(block)
        if block.strip():
            blocks.append(Span(start, at))
    grain = "minute" if "T" in passage.published else "day"
    when = When(earliest=passage.published, latest=passage.published, grain=grain)
    head = blocks[0] if passage.headline else None
    article = Text(
        id=make_id("text", ident), page_id=ident, kind="article", span=Span(0, len(text)), published=when,
        headline=passage.headline, headline_span=head, body=tuple(blocks[1:] if head else blocks), language="en",
    )  # fmt: skip
    return Reading(page=page, texts=(article,))


def said(words: str) -> list[str]:
    """The telling words of a voice's name or description."""
    return [w for w in words_of(words) if w not in SMALL]


def same_voice(link: Link, gold: str) -> bool:
    """Whether a hop is the labelled one: by its whole name, or by half of the words that describe it."""
    source = link.source
    if source.name:
        return said(source.name) == said(gold)
    if not source.described_as:
        return gold == "nobody"
    a, b = set(said(source.described_as)), set(said(gold))
    return bool(a & b) and len(a & b) >= 0.5 * min(len(a), len(b))


def chain(claim: Claim, gold: Mapping[str, Any], _: Reading) -> tuple[object, object]:
    """Hops after the page's outlet; a voice that is the labelled one goes by its label."""
    want = list(gold.get("chain", ()))
    got = [link.source.name or link.source.described_as or "nobody" for link in claim.chain[1:]]
    if len(got) == len(want):
        got = [w if same_voice(link, w) else g for link, w, g in zip(claim.chain[1:], want, got, strict=True)]
    return got, want


def speaker(claim: Claim, gold: Mapping[str, Any], _: Reading) -> tuple[object, object]:
    """The last hop."""
    want = gold["chain"][-1] if gold.get("chain") else "the outlet"
    if len(claim.chain) < 2:
        return "the outlet", want
    last = claim.chain[-1]
    return want if same_voice(last, want) else last.source.name or last.source.described_as, want


def stated(claim: Claim, gold: Mapping[str, Any], _: Reading) -> tuple[object, object]:
    """When it was said: the day, or the month, year or minute that is labelled."""
    want = gold.get("stated")
    when = claim.stated
    if when is None or when.earliest is None:
        return None, want
    size = {"year": 4, "month": 7, "day": 10, "minute": 16}[when.grain]
    got = when.earliest[:size]
    if when.latest and when.latest[:size] != got:
        got += f"/{when.latest[:size]}"
    return (got[: len(want)] if want and len(want) < len(got) and "/" not in got else got), want


def attribute(name: str, default: object = None) -> Judge:
    """A plain field of the claim against its label."""
    return lambda claim, gold, _: (getattr(claim, name), gold.get(name, default))


def of_speaker(name: str) -> Judge:
    """A plain field of the speaker against its label."""

    def judge(claim: Claim, gold: Mapping[str, Any], _: Reading) -> tuple[object, object]:
        got = getattr(claim.chain[-1].source, name) if len(claim.chain) > 1 else None
        if isinstance(got, tuple):
            got = [end for end in got if end is not None]
        return got, gold.get(name)

    return judge


def of_span(field: str, label: str) -> Judge:
    """The words under a span against labelled words: half of them shared."""

    def judge(claim: Claim, gold: Mapping[str, Any], reading: Reading) -> tuple[object, object]:
        span = getattr(claim, field)
        got, want = span.of(reading.page.text) if span else None, gold.get(label)
        if got and want and len(set(said(got)) & set(said(want))) * 2 >= len(set(said(got)) | set(said(want))):
            got = want
        return got, want

    return judge


def attributed(gold: Mapping[str, Any]) -> bool:
    """Whether the label is of somebody's words, not the outlet's own."""
    return gold.get("manner") != "own_voice"


def counted(gold: Mapping[str, Any]) -> bool:
    """Whether a count is labelled or called for."""
    return gold.get("kind") in {"unnamed", "crowd"}


FIELDS: Mapping[str, tuple[Judge, Callable[[Mapping[str, Any]], bool]]] = {
    "chain": (chain, attributed),
    "relayed_chain": (chain, lambda gold: len(gold.get("chain", ())) > 1),
    "speaker": (speaker, attributed),
    "speaker_referred": (speaker, lambda gold: bool(gold.get("refers"))),
    "kind": (of_speaker("kind"), attributed),
    "anonymity": (of_speaker("anonymity"), attributed),
    "count": (of_speaker("count"), counted),
    "because": (of_span("unnamed_because", "because"), lambda gold: "because" in gold),
    "told_to": (of_span("told_to", "told_to"), lambda gold: "told_to" in gold),
    "told_to_none": (of_span("told_to", "told_to"), lambda gold: attributed(gold) and "told_to" not in gold),
    "stance": (attribute("stance", "asserts"), attributed),
    "mode": (attribute("mode", "statement"), attributed),
    "sure": (attribute("sure", "certain"), attributed),
    "stated": (stated, attributed),
    "own_voice": (attribute("manner"), lambda gold: gold.get("manner") == "own_voice"),
}  # fmt: skip
MACRO = ("stance", "sure")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read and what is right, for one field of one labelled claim; `got` is "not found" where no claim was."""

    where: str
    field: str
    got: object
    want: object
    words: str

    @property
    def right(self) -> bool:
        """Whether they are the same."""
        return self.got == self.want


def answers(held: bool, only: str | None = None) -> tuple[list[Answer], Counter[str]]:
    """Every answer, and how many claims were labelled, read and found; of one file where `only` names it."""
    line, out, total = default_line(), list[Answer](), Counter[str]()
    for passage in passages(held=held):
        if only and passage.where.rpartition(":")[0] != only:
            continue
        reading = line(page_of(passage))
        gold = [of_claim(passage.page, claim) for claim in passage.claims]
        pairs = matched(gold, reading.claims, passage.page)
        total["passages"] += 1
        total["labelled"] += sum(attributed(one.label) for one in gold)
        total["found"] += sum(attributed(one.label) and id(one) in pairs for one in gold)
        total["read"] += sum(claim.manner != "own_voice" for claim in reading.claims)
        for k, one in enumerate(gold, 1):
            out += judged(f"{passage.where}.{k}", one, pairs.get(id(one)), reading)
    return out, total


def judged(where: str, one: Found, claim: Claim | None, reading: Reading) -> Sequence[Answer]:
    """The answers for one labelled claim."""
    out = []
    for field, (judge, asked) in FIELDS.items():
        if asked(one.label):
            got, want = judge(claim or one.blank, one.label, reading)
            out.append(Answer(where, field, got if claim else "not found", want, " … ".join(one.label["content"])))
    return out


def macro(rows: Sequence[Answer]) -> float:
    """Macro F1 over the labels that occur."""
    scores = []
    for label in sorted({str(row.want) for row in rows}):
        hit = sum(str(row.got) == str(row.want) == label for row in rows)
        spread = sum(str(row.got) == label for row in rows) + sum(str(row.want) == label for row in rows)
        scores.append(2 * hit / spread if spread else 0.0)
    return sum(scores) / len(scores) if scores else 0.0


def figures(rows: Sequence[Answer], total: Mapping[str, int]) -> dict[str, float]:
    """The figures by name; those ending in `_of_all` count a claim that was not found as wrong."""
    out = {"recall": total["found"] / max(1, total["labelled"]), "precision": total["found"] / max(1, total["read"])}
    by: dict[str, list[Answer]] = defaultdict(list)
    for row in rows:
        by[row.field].append(row)
    for field, every in by.items():
        found = [row for row in every if row.got != "not found"]
        for name, some in ((field, found), (f"{field}_of_all", every)):
            out[name] = sum(row.right for row in some) / max(1, len(some))
            if field in MACRO:
                out[f"{name}_macro_f1"] = macro(some)
    return out


def show(rows: Sequence[Answer], field: str) -> None:
    """Print what was read wrong of a field; `recall` lists the claims that were not found."""
    for row in rows:
        lost = row.got == "not found"
        if (lost and field == "recall" and row.field == "stance") or (
            row.field == field and not row.right and not lost
        ):
            print(f"{row.where:16} read {row.got!s:40} for {row.want!s:40} {row.words[:90]}")


def table(rows: Sequence[Answer], got: Mapping[str, float], total: Mapping[str, int]) -> None:
    """Print the figures."""
    print(f"  {'':18} {'asked':>6} {'of found':>9} {'of all':>7}   macro F1, of found and of all")
    for name, of in (("recall", "labelled"), ("precision", "read")):
        print(f"  {name:18} {total[of]:6} {got[name]:9.3f}")
    for field in FIELDS:
        asked_of = sum(row.field == field for row in rows)
        macros = "  ".join(
            f"{got[name]:.3f}" for name in (f"{field}_macro_f1", f"{field}_of_all_macro_f1") if name in got
        )
        print(f"  {field:18} {asked_of:6} {got.get(field, 0):9.3f} {got.get(f'{field}_of_all', 0):7.3f}   {macros}")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--held", action="store_true", help="measure the files held back")
    ask.add_argument("--only", metavar="FILE", help="measure this file alone (its name without .toml)")
    ask.add_argument("--check", action="store_true", help="only look for labels that cannot stand")
    ask.add_argument("--json", type=Path, help="write the figures here, by the names of the floors")
    ask.add_argument("--show", metavar="FIELD", help="list what was read wrong of a field (of files not held back)")
    asked = ask.parse_args()
    if asked.check:
        wrong = [fault for held in (False, True) for passage in passages(held=held) for fault in faults(passage)]
        print("\n".join(wrong) or "every label can stand")
        return bool(wrong)
    rows, total = answers(asked.held, asked.only)
    if asked.show and not asked.held:
        show(rows, asked.show)
    got = figures(rows, total)
    part = "held" if asked.held else "dev"
    print(f"{part}: {total['passages']} passages, {total['labelled']} attributions labelled, {total['read']} read")
    table(rows, got, total)
    if asked.json:
        named = {f"reading.gold.{part}.{name}": round(value, 4) for name, value in got.items()}
        asked.json.write_text(json.dumps(named, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
