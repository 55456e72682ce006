"""Whom real bodies say they have it from.

    python bench/weighing/rumours.py BODIES.csv [--held] [--cache FOLDER] [--show] [--json FILE]

Labels are offsets into articleBody of the rumour corpus (rumour_edges/open.toml, held.toml), one edge for each upstream
outlet or document of a body, with all its places. A body is read as a plain-text page; every outlet behind the page's
own in some claim's chain or credited beside the chains (Account.credits), and every document that speaks or carries
what is passed on, is one prediction with all its places; names of one place are one. A prediction is right
where a place of it meets a place of a label, a label found where some prediction meets it. Optional labels are neither
missing nor wrong. `--show` lists what is missed or wrong, on screen only.
"""

import argparse
import csv
import json
import pickle
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scores import by_meeting

from sayso.read import default_line, read
from sayso.record import Account, Capture, Reading, Span
from sayso.record.fold import words
from sayso.record.visible import visible
from sayso.weigh.account.accounts import accounts_of
from sayso.weigh.trace.documents import documents_in, is_published
from sayso.weigh.trace.papers import Papers, is_piece, is_platform
from sayso.weigh.trace.press import default_press

LABELS = Path(__file__).with_name("rumour_edges")
GROUPS = {"outlets": {"cites", "told", "wire"}, "documents": {"document"}}
SMALL = {"the", "a", "an"}
Named = tuple[str, str, Span]  # group, name, place


@dataclass(frozen=True, slots=True)
class Upstream:
    """One upstream of a body, labelled or read, with all its places; `name` is empty for a label."""

    group: str
    spans: tuple[Span, ...]
    name: str = ""
    optional: bool = False

    def meets(self, other: "Upstream") -> bool:
        """Whether a place of the one meets a place of the other."""
        return any(one.meets(two) for one in self.spans for two in other.spans)


@dataclass(frozen=True, slots=True)
class Body:
    """A labelled body."""

    id: str
    text: str
    labels: tuple[Upstream, ...]


def bodies(file: Path, labels: Path) -> Iterator[Body]:
    """The labelled bodies; raises ValueError where a label lies outside its body."""
    csv.field_size_limit(sys.maxsize)
    with file.open(encoding="utf-8", newline="") as lines:
        texts = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(lines)}
    for row in tomllib.loads(labels.read_text("utf-8"))["bodies"]:
        text = texts[row["id"]]
        marked = tuple(_label(edge) for edge in row["edges"])
        if any(span.end > len(text) for label in marked for span in label.spans):
            raise ValueError(f"a label of body {row['id']} lies outside it")
        yield Body(row["id"], text, marked)


def _label(edge: dict[str, object]) -> Upstream:
    group = next(name for name, kinds in GROUPS.items() if edge["kind"] in kinds)
    spans = tuple(Span(start, end) for start, end in edge["spans"])  # type: ignore[attr-defined]
    return Upstream(group, spans, optional=bool(edge.get("optional")))


def reading_of(body: Body, cache: Path | None) -> Reading:
    """The body read as a plain-text page, or as it was read before by the same line."""
    if cache is None:
        return _read(body)
    file = cache / sha256(f"{default_line().version} {body.id} {body.text}".encode()).hexdigest()
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(_read(body)))
    found: Reading = pickle.loads(file.read_bytes())
    return found


def _read(body: Body) -> Reading:
    reading = read(Capture(name=f"body {body.id}", body=body.text.encode(), media_type="text/plain", charset="utf-8"))
    if reading.page.text != body.text:
        raise ValueError(f"the text of body {body.id} is not what was captured: its labels do not fit")
    return reading


def predicted(reading: Reading, *, chains: bool = False) -> list[Upstream]:
    """The outlets and documents that a page names behind its own outlet, in chains and beside them, one for a name."""
    found: dict[str, dict[str, set[Span]]] = {name: {} for name in GROUPS}
    accounts = accounts_of(reading)
    beside = () if chains else _of_credits(reading, accounts)
    for group, name, span in (*_of_chains(reading, accounts), *beside):
        found[group].setdefault(_key(name), set()).add(span)
    return [
        Upstream(group, tuple(sorted(spans)), name)
        for group, named in found.items()
        for name, spans in _at_one_place(_merged(named)).items()
    ]


def _of_chains(reading: Reading, accounts: Sequence[Account]) -> Iterator[Named]:
    """What chains name, as the weighing takes it: a platform is no outlet, "the report" is an outlet's."""
    leans = {one.id: one.leans_on for account in accounts for one in account.testimonies}
    for claim in reading.claims:
        own = claim.chain[0].source.name if claim.chain else None
        for link in claim.chain[1:]:
            source = link.source
            name = source.name or source.described_as or ""
            if not link.span or source.name is not None and source.name == own:
                continue
            if source.kind == "outlet" and not is_platform(name):
                yield "outlets", name, link.span
            elif is_piece(source):
                yield "outlets", leans.get(claim.id) or name, link.span
            elif is_published(source):
                yield "documents", name, link.span


def _of_credits(reading: Reading, accounts: Sequence[Account]) -> Iterator[Named]:
    """What stories credit beside their claims; of bylines and credit lines only what is an outlet."""
    papers, family = Papers(reading), default_press().family
    for account in accounts:
        for credit in account.credits:
            own = account.outlet is not None and family(account.outlet) == family(credit.name)
            if not own and (credit.kind == "cites" or papers.outlet_in(credit.name) == credit.name):
                yield "outlets", credit.name, credit.span
    for text in reading.texts:
        for document in documents_in(reading, text):
            yield "outlets" if document.outlet else "documents", document.said, document.span


def _key(name: str) -> str:
    """The words of a name; of a recorded outlet, those of its publisher."""
    run = words(default_press().family(name) if default_press().outlet(name) else name)
    return " ".join(word for word in run if word not in SMALL) or "?"


def _merged(named: dict[str, set[Span]]) -> dict[str, set[Span]]:
    """A name whose words all stand in one longer name of the body is that one ("the Post", "the Karsk Post")."""
    out: dict[str, set[Span]] = {}
    for name in sorted(named, key=lambda name: (-len(name.split()), name)):
        longer = [other for other in out if set(name.split()) < set(other.split())]
        out.setdefault(longer[0] if len(longer) == 1 else name, set()).update(named[name])
    return out


def _at_one_place(named: dict[str, set[Span]]) -> dict[str, set[Span]]:
    """What two names call at one place is one ("the Karsk Evening Post", "KEP")."""
    out: dict[str, set[Span]] = {}
    for name, spans in named.items():
        same = [other for other, theirs in out.items() if any(one.meets(two) for one in spans for two in theirs)]
        out.setdefault(same[0] if same else name, set()).update(spans)
    return out


def of(group: str, upstreams: Iterable[Upstream]) -> list[Upstream]:
    """Those of a group, or of "either"."""
    return [one for one in upstreams if group in (one.group, "either")]


def show(body: Body, ours: Sequence[Upstream]) -> None:
    """Print what is missed and what is wrong in a body."""
    for group in GROUPS:
        labels, read_ = of(group, body.labels), of(group, ours)
        for label in labels:
            if not label.optional and not any(label.meets(one) for one in read_):
                _line(body, group, "missed", label)
        for one in read_:
            if not any(one.meets(label) for label in labels):
                _line(body, group, "wrong", one)


def _line(body: Body, group: str, what: str, one: Upstream) -> None:
    first = one.spans[0]
    around = visible(body.text[max(0, first.start - 60) : first.end + 60])
    places = " ".join(f"{span.start}-{span.end}" for span in one.spans[:4])
    print(f"{body.id:>5} {group:9} {what:6} {places:24} {visible(first.of(body.text))!r} in: {around}")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("bodies", type=Path)
    ask.add_argument("--held", action="store_true", help="measure the bodies held back")
    ask.add_argument("--labels", type=Path, help="another file of labels")
    ask.add_argument("--cache", type=Path, help="keep readings here, so that a second run is quick")
    ask.add_argument("--chains", action="store_true", help="count what chains name alone")
    ask.add_argument("--show", action="store_true", help="list what is missed or wrong (of bodies not held back)")
    ask.add_argument("--json", type=Path, help="write the figures here, by the names of the floors")
    asked = ask.parse_args()
    part = "held" if asked.held else "open"
    rows = []
    for body in bodies(asked.bodies, asked.labels or LABELS / f"{part}.toml"):
        rows.append((body, predicted(reading_of(body, asked.cache), chains=asked.chains)))
        if asked.show and not asked.held:
            show(*rows[-1])
    figures: dict[str, float] = {}
    print(f"{part}: {len(rows)} bodies")
    for group in (*GROUPS, "either"):
        pairs = [(of(group, ours), of(group, body.labels)) for body, ours in rows]
        found = by_meeting(pairs)
        sure, read_ = (
            sum(not one.optional for _, labels in pairs for one in labels),
            sum(len(ours) for ours, _ in pairs),
        )
        line = "  ".join(f"{name} {value:.3f}" for name, value in found._asdict().items())
        print(f"  {group:10} {sure:4} labelled {read_:4} read   {line}")
        figures |= {
            f"weighing.rumours.{part}.{group}.{name}": round(value, 4) for name, value in found._asdict().items()
        }
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
