"""Weighs our scenarios from their pages and compares with what an editor counts.

python bench/weighing/scenarios.py [--held] [--only NAME] [--show] [--gold-points]

With --gold-points the claims are seated as the scenario says, so that counting is measured apart from grouping.
"""

# ruff: noqa: E402
import argparse
import json
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2] / "tests"), str(Path(__file__).parent)]
from gold import seat_as_told
from scores import b_cubed

from sayso.collect import collect
from sayso.newsroom import Newsroom
from sayso.read import default_line, read
from sayso.record import Capture, Filter, Kept, Outlet, Page, Proof, Reading, make_id, point_id
from sayso.settings import Settings
from sayso.store.memory import MemoryStore
from sayso.weigh.trace.press import Press, default_press
from weigh.scenario import FOLDER, Scenario, scenarios

EVERY_TEXT = Filter(replaced=True)
COUNTS = ("pages", "outlets", "origins_for", "origins_against", "voices", "sides", "standing")


@dataclass
class Found:
    """A scenario's record, weighed: its newsroom, and which file each page came from."""

    newsroom: Newsroom
    press: Press
    files: dict[str, str]
    pages: dict[str, Page] = field(default_factory=dict)


@dataclass
class Tally:
    """What was right and wrong; `wrong` are lines for people."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def mark(self, name: str, right: bool, line: str = "") -> None:
        self.counts[f"{name} right" if right else f"{name} wrong"] += 1
        if not right and line:
            self.wrong.append(line)

    def share(self, name: str) -> float:
        right, wrong = self.counts[f"{name} right"], self.counts[f"{name} wrong"]
        return right / (right + wrong) if right + wrong else float("nan")


def weighed(scenario: Scenario, cache: Path | None = None) -> Found:
    """The scenario's pages, read and weighed in the order they were captured."""
    press = default_press().with_outlets(_outlets(scenario))
    store = MemoryStore()
    newsroom = Newsroom("memory:", press=press)
    newsroom._store = store
    files = {}
    for told in sorted(scenario["pages"], key=lambda page: page["captured"]):
        capture = _capture(scenario, told)
        reading = _reading(capture, cache)
        store.put(reading, capture)
        files[reading.page.id] = told["file"]
    for _ in newsroom.weigh():
        pass
    return Found(newsroom, press, files, {page.id: page for page in store.pages()})


def _outlets(scenario: Scenario) -> Iterator[Outlet]:
    for row in scenario["outlets"]:
        rest = {name: value for name, value in row.items() if name != "aliases"}
        yield Outlet(id=make_id("outlet", row["name"]), aliases=tuple(row.get("aliases", ())), **rest)


def _capture(scenario: Scenario, told: dict[str, Any]) -> Capture:
    path = scenario.folder / told["file"]
    found = next(iter(collect([str(path)], Settings())))
    assert isinstance(found, Capture), found
    return Capture(
        name=told["file"],
        body=found.body,
        media_type=found.media_type,
        charset=found.charset,
        **{name: told.get(name) for name in ("url", "outlet", "captured")},
    )


def _reading(capture: Capture, cache: Path | None) -> Reading:
    if cache is None:
        return read(capture)
    told = f"{capture.url} {capture.outlet} {capture.captured} {default_line().version}"
    path = cache / sha256(told.encode() + capture.body).hexdigest()
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(read(capture)))
    found: Reading = pickle.loads(path.read_bytes())
    return found


def judge(scenario: Scenario, found: Found, tally: Tally) -> None:
    """Marks every point, edge, dispute and earlier answer of a scenario."""
    proofs = {proof.point.id: proof for proof in _proofs(found)}
    matched = {point["id"]: _match(scenario, found, point, proofs.values()) for point in scenario["points"]}
    for point in scenario["points"]:
        name = f"{scenario.name} {point['id']}"
        _judge_point(name, point, matched[point["id"]], tally)
        _judge_edges(name, point, matched[point["id"]], found, tally)
    _judge_disputes(scenario, matched, found, tally)
    for row in scenario["as_of"]:
        told = next(point for point in scenario["points"] if point["id"] == row["point"])
        _judge_earlier(scenario, row, _match(scenario, found, told, _proofs(found, row["at"])), tally)
    _judge_changes(scenario, found, tally)


def grouping(scenario: Scenario, found: Found) -> tuple[dict[str, str], dict[str, str]]:
    """(claim id → point that the editor put it in, claim id → point that it was seated in) of every place named."""
    gold: dict[str, str] = {}
    for point in scenario["points"]:
        for claim_id in _claims_at(scenario, found, [*point.get("for", []), *point.get("against", [])]):
            gold.setdefault(claim_id, f"{scenario.name} {point['id']}")
    seats = {seat.claim_id: seat.leader for seat in found.newsroom._store.seats(set(gold))}
    return gold, {one: seats.get(one, one) for one in gold}


def _judge_earlier(scenario: Scenario, row: dict[str, Any], then: Proof | None, tally: Tally) -> None:
    wanted = {name: value for name, value in row.items() if name in COUNTS}
    have = {name: _plain(getattr(then.point, name)) if then else None for name in wanted}
    tally.mark("as of", wanted == have, f"{scenario.name} {row['point']} as of {row['at']}: {have} for {wanted}")


def judge_counting(scenario: Scenario, found: Found, tally: Tally) -> None:
    """Marks every point, edge and earlier answer of a scenario with the claims seated as it says."""
    store = found.newsroom._store
    assert isinstance(store, MemoryStore)
    for point in scenario["points"]:
        name = f"{scenario.name} {point['id']}"
        for file, words in (*point.get("for", []), *point.get("against", [])):
            tally.mark(
                "place read", bool(_claims_at(scenario, found, [(file, words)])), f"{name}: no claim at {words!r}"
            )
        mine = [_claims_at(scenario, found, point.get(side, [])) for side in ("for", "against")]
        others = [place for one in scenario["points"] if one is not point for place in one.get("for", [])]
        seat_as_told(store, *mine, _claims_at(scenario, found, others))
        proof = _holding(mine[0] or mine[1], _proofs(found))
        _judge_point(name, point, proof, tally)
        _judge_edges(name, point, proof, found, tally)
        for row in scenario["as_of"]:
            if row["point"] == point["id"]:
                _judge_earlier(scenario, row, _holding(mine[0] or mine[1], _proofs(found, row["at"])), tally)


def _holding(claims: set[str], proofs: list[Proof]) -> Proof | None:
    """The point that most of these claims stand in; the first, where what they said was withdrawn."""
    held = {
        proof.point.id: len(claims & {*proof.point.for_}) * 2 + len(claims & {*proof.point.against}) for proof in proofs
    }
    return max(proofs, key=lambda proof: held[proof.point.id], default=None)


def _proofs(found: Found, as_of: str | None = None) -> list[Proof]:
    newsroom = found.newsroom
    return [newsroom.why(point.id, as_of) for point in newsroom.points(as_of)]


def _match(scenario: Scenario, found: Found, point: dict[str, Any], proofs: Any) -> Proof | None:
    """The found point that holds most of the places named."""
    wanted = _claims_at(scenario, found, point.get("for", [])), _claims_at(scenario, found, point.get("against", []))
    once = {point_id(seat.leader) for seat in found.newsroom._store.seats(wanted[0])}
    best: tuple[int, Proof | None] = (0, None)
    for proof in proofs:
        held = len(wanted[0] & set(proof.point.for_)) * 4 + len(wanted[1] & set(proof.point.against)) * 2
        held += proof.point.id in once  # nobody stands for a point that was withdrawn, its seats are left
        best = max(best, (held, proof), key=lambda one: one[0])
    return best[1]


def _claims_at(scenario: Scenario, found: Found, places: list[tuple[str, str]]) -> set[str]:
    """The claims whose content holds the words; else, of those that meet them in good part, the ones that do most."""
    ids = set()
    every = list(found.newsroom.claims(EVERY_TEXT))
    for file, words in places:
        mine = [kept for kept in every if found.files[kept.page.id] == file]
        holding = {kept.claim.id for kept in mine if words in " ".join(kept.claim.content.split())}
        ids |= holding or _meeting(mine, words)
    return ids


def _meeting(mine: list[Kept], words: str) -> set[str]:
    """Claims that hold a third of the place or lie in it for more than half of it, those with most of it."""
    shares = {}
    for kept in mine:
        place = _span_of(kept.page.text, words)
        held = sum(max(0, min(span.end, place[1]) - max(span.start, place[0])) for span in kept.claim.content_spans)
        shares[kept.claim.id] = held / max(1, place[1] - place[0])
    most = max(shares.values(), default=0.0)
    return {one for one, share in shares.items() if share > 0.9 * most and most >= 0.3}


def _span_of(text: str, words: str) -> tuple[int, int]:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return found.span() if found else (0, 0)


def _judge_point(name: str, point: dict[str, Any], proof: Proof | None, tally: Tally) -> None:
    have = {field: _plain(getattr(proof.point, field)) if proof else None for field in COUNTS}
    for what in COUNTS:
        tally.mark(what, have[what] == point[what], f"{name}: {what} {have[what]} for {point[what]}")
    right = have["origins_for"] == point["origins_for"] and have["origins_against"] == point["origins_against"]
    tally.mark("interval", right)
    for side in ("origins_for", "origins_against"):
        low = have[side][0] if have[side] else 0
        tally.mark("no false independence", low <= point[side][0], f"{name}: FALSE INDEPENDENCE on {side}")


def _judge_edges(name: str, point: dict[str, Any], proof: Proof | None, found: Found, tally: Tally) -> None:
    def key(end: str) -> str:
        return f"outlet:{found.press.family(end[7:])}" if end.startswith("outlet:") else end

    pages = _pages_of_claims(found)
    have = {
        (pages[edge.from_], pages.get(edge.to) or key(edge.to)): edge.kind for edge in (proof.edges if proof else ())
    }
    wanted = {(key(edge["from"]), key(edge["to"])): edge for edge in point.get("edges", [])}
    for ends, edge in wanted.items():
        if not edge.get("optional"):
            tally.mark("edge recall", ends in have, f"{name}: no edge {edge}")
        if ends in have:
            tally.mark("edge kind", have[ends] == edge["kind"])
    for ends, kind in have.items():
        tally.mark("edge precision", ends in wanted, f"{name}: edge too many {ends} {kind}")


def _pages_of_claims(found: Found) -> dict[str, str]:
    return {kept.claim.id: found.files[kept.page.id] for kept in found.newsroom.claims(EVERY_TEXT)}


def _judge_disputes(scenario: Scenario, matched: dict[str, Proof | None], found: Found, tally: Tally) -> None:
    ids = {proof.point.id: name for name, proof in matched.items() if proof}
    have = set()
    for dispute in found.newsroom.disputes():
        if dispute.left in ids and dispute.right in ids:
            have.add((*sorted((ids[dispute.left], ids[dispute.right])), dispute.kind))
    wanted = {(*sorted((row["left"], row["right"])), row["kind"]) for row in scenario["disputes"]}
    for one in wanted:
        tally.mark("dispute recall", one in have, f"{scenario.name}: no dispute {one}")
    for one in have:
        tally.mark("dispute precision", one in wanted, f"{scenario.name}: dispute too many {one}")


def _judge_changes(scenario: Scenario, found: Found, tally: Tally) -> None:
    if not scenario["changes"]:
        return
    contents = {kept.claim.id: " ".join(kept.claim.content.split()) for kept in found.newsroom.claims(EVERY_TEXT)}
    have = [
        (change.kind, contents.get(change.before or ""), contents.get(change.after or ""), change.stealth)
        for change in found.newsroom.changes()
    ]
    for row in scenario["changes"]:
        fits = [
            one for one in have if one[0] == row["kind"] and any(said and row["words"] in said for said in one[1:3])
        ]
        tally.mark("change", bool(fits), f"{scenario.name}: no change {row}")
        if fits:
            tally.mark("stealth", fits[0][3] == row.get("stealth", False), f"{scenario.name}: stealth {row}")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--folder", type=Path, help="another folder of scenarios")
    asked.add_argument("--held", action="store_true", help="the third that nobody tunes on")
    asked.add_argument("--only", default="", help="those whose name holds this")
    asked.add_argument("--show", action="store_true", help="list what is wrong")
    asked.add_argument("--json", type=Path, help="write the figures here, by the names of the floors")
    asked.add_argument("--cache", type=Path, help="keep readings here, so that a second run is quick")
    asked.add_argument("--gold-points", action="store_true", help="claims seated as the scenario says")
    told = asked.parse_args()
    part = "held" if told.held else "open"
    tally = Tally()
    kinds: defaultdict[str, Tally] = defaultdict(Tally)
    gold: dict[str, str] = {}
    seated: dict[str, str] = {}
    for scenario in scenarios(told.folder or FOLDER / part):
        if told.only in scenario.name:
            found = weighed(scenario, told.cache)
            ours, theirs = grouping(scenario, found)  # before the claims are seated as told
            gold |= ours
            seated |= theirs
            for marked in (tally, kinds[scenario["kind"]]):
                (judge_counting if told.gold_points else judge)(scenario, found, marked)
    if told.show:
        print("\n".join(tally.wrong))
    score = b_cubed(seated, gold)
    print(
        f"grouping B³ {score.f1:.3f} (precision {score.precision:.3f}, recall {score.recall:.3f}), {len(gold)} claims"
    )
    names = sorted({name.rsplit(" ", 1)[0] for name in tally.counts})
    shares = {name: round(tally.share(name), 4) for name in names}
    for name in names:
        print(f"{name:24} {shares[name]:.3f}  of {sum(tally.counts[f'{name} {way}'] for way in ('right', 'wrong'))}")
    print(
        "\nintervals by kind:", ", ".join(f"{kind} {one.share('interval'):.2f}" for kind, one in sorted(kinds.items()))
    )
    if told.json:
        kind = "counting" if told.gold_points else "scenarios"
        figures = {f"weighing.{kind}.{part}.{name.replace(' ', '_')}": share for name, share in shares.items()}
        figures |= {} if told.gold_points else {f"weighing.{kind}.{part}.grouping_b3": round(score.f1, 4)}
        told.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
