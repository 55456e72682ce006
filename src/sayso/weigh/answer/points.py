"""Points as of any moment: the five numbers, the standing and the proof, counted anew whenever they are asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.plugs import Scales
from sayso.record import Edge, LeftOut, Origin, Pair, Point, Proof, Seat, Source, Stood, make_id, point_id
from sayso.weigh.trace.edges import address, edges, moment_of
from sayso.weigh.trace.leans import Leans, leans
from sayso.weigh.trace.origins import Counted, Root, Tracing, named_voices
from sayso.weigh.trace.press import Press
from sayso.weigh.trace.shared import with_papers
from sayso.weigh.trace.sides import interested
from sayso.weigh.trace.standing import standing
from sayso.weigh.trace.upstream import Told, Upstream, spoken, upstream

DOUBTFUL = 0.5  # likeness under which a claim may answer another question: what only it has is not proven here
AT_ONCE = 200  # points whose claims are fetched together
SUPPORTS = ("asserts", "denies", "promises", "demands")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a point: who says so, counted."""

    mentions: tuple[Upstream, ...]
    tracing: Tracing
    counted: Counted
    leans: Leans
    withdrawn: frozenset[str]
    ended: tuple[Upstream, ...]
    heads: tuple[Upstream, ...] = ()  # headlines over a body among the mentions: told, and not counted

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims, in the order in which they stood."""
        return tuple(one.row.claim.id for one in sorted((*self.mentions, *self.heads), key=moment_of))

    @property
    def voices(self) -> dict[str, Source]:
        """The distinct voices on this side, by their key."""
        return named_voices(self.mentions, self.tracing.voices)


class Counting:
    """Counts points from what the scales hold, as of a UTC moment (null: now, with what stands)."""

    def __init__(self, scales: Scales, press: Press, as_of: str | None = None) -> None:
        self._scales = scales
        self._press = press
        self._as_of = as_of

    def of(self, leaders: Iterable[str]) -> dict[str, Proof]:
        """Leading claim → the proof of its point, of those that somebody stands for or against."""
        return {leader: proof for leader, proof in self._each(iter(leaders)) if proof}

    def proofs(self, leaders: Iterator[str]) -> Iterator[Proof]:
        """The proof of every point that somebody stands for or against at the moment asked about."""
        return (proof for _, proof in self._each(leaders) if proof)

    def _each(self, leaders: Iterator[str]) -> Iterator[tuple[str, Proof | None]]:
        while batch := list(islice(leaders, AT_ONCE)):
            seats = list(self._scales.seated(batch))
            pairs = self._conflicts(seats)
            far = {end for pair in pairs for end in (pair.left, pair.right)} - {seat.claim_id for seat in seats}
            others = list(self._scales.seats(far))
            rows = {row.claim.id: row for row in self._scales.stood({one.claim_id for one in (*seats, *others)})}
            told = self._told(rows.values())
            for leader in batch:
                mine = [seat for seat in seats if seat.leader == leader]
                yield leader, self._proof(leader, mine, rows, told, _touching(mine, pairs, others))

    def _conflicts(self, seats: Sequence[Seat]) -> list[Pair]:
        """Pairs of claims of two points that cannot both be right, sit ill together, or carry a count on."""
        ids = {seat.claim_id for seat in seats}
        apart = ("in_tension", "rise")
        return [
            pair
            for pair in self._scales.pairs(ids)
            if pair.verdict in apart or pair.verdict == "opposed" and pair.conflict != "denial"
        ]

    def _told(self, rows: Collection[Stood]) -> dict[str, Told]:
        """Claim id → what its text says of its sources beside it."""
        found = {}
        for account in self._scales.accounts({row.text.id for row in rows}):
            roles = dict(account.roles)
            for one in account.testimonies:
                found[one.id] = Told(one.leans_on, None, account.credits, roles)
        return found

    def _proof(
        self,
        leader: str,
        seats: Sequence[Seat],
        rows: Mapping[str, Stood],
        told: Mapping[str, Told],
        touching: "Touching",
    ) -> Proof | None:
        side_of = {seat.claim_id: seat.side for seat in seats}
        side_of |= {far: "against" for far, near in touching.opposed if self._stand_against(far, near, rows)}
        known = [(rows[one], side) for one, side in side_of.items() if one in rows]
        press = self._press.among(*_outlets(row for row, _ in known))
        doubtful = {seat.claim_id for seat in seats if seat.likeness < DOUBTFUL}
        sides = {}
        for side in ("for", "against"):
            mine = [row for row, its in known if its == side and row.claim.stance in SUPPORTS]
            sides[side] = self._side(mine, told, press, doubtful)
        if not (sides["for"].mentions or sides["against"].mentions or sides["for"].withdrawn):
            return None
        lead = rows.get(leader)
        point = self._point(leader, lead, sides["for"], sides["against"])
        point = replace(point, tensions=touching.tensions, rises=touching.rises)
        own = {seat.claim_id for seat in seats}
        return _laid_open(point, sides["for"], sides["against"], own)

    def _stand_against(self, far: str, near: str, rows: Mapping[str, Stood]) -> bool:
        """Whether a claim stands against one that still stands: a corrected figure disputes nothing with its old."""
        if far not in rows or near not in rows:
            return False
        return stands(rows[near], self._as_of) and address(rows[far].page) != address(rows[near].page)

    def _side(
        self, rows: Sequence[Stood], told: Mapping[str, Told], press: Press, doubtful: Collection[str] = ()
    ) -> Side:
        past = [row for row in rows if has_ended(row, self._as_of)]
        rows = [first_told(row, past) if stands(row, self._as_of) else row for row in rows]
        every = [upstream(row, press, told.get(row.claim.id, Told())) for row in rows]
        there = {one.family for one in every}
        every = sorted(with_papers(spoken(_settled(one, there) for one in every)), key=moment_of)
        mentions = [one for one in every if stands(one.row, self._as_of)]
        mentions, heads = _without_heads(mentions)
        ended = [one for one in every if has_ended(one.row, self._as_of)]
        withdrawn = frozenset(one.family for one in ended) - {one.family for one in mentions}
        found = leans(mentions, self._scales, [one for one in ended if one.family in withdrawn])
        up = {one: far for one, (far, _, _) in found.items()}
        tracing = Tracing(mentions, withdrawn=withdrawn, leans=up, doubtful=doubtful)
        counted = tracing.count()
        counted.left_out.update((one.row.claim.id, "a headline over what the body says") for one in heads)
        return Side(tuple(mentions), tracing, counted, found, withdrawn, tuple(ended), tuple(heads))

    def _point(self, leader: str, lead: Stood | None, support: Side, denial: Side) -> Point:
        outlets = len({one.family for one in support.mentions})
        word, reasons = standing(
            support.counted.interval,
            denial.counted.interval,
            outlets=outlets,
            withdrawn=bool(support.withdrawn),
            cycle=bool(support.counted.cycles),
        )
        moments = [one.row.start for one in (*support.mentions, *denial.mentions) if one.row.start]
        return Point(
            id=point_id(leader),
            gist=_gist(lead, support, denial),
            for_=support.claims,
            against=denial.claims,
            pages=len({address(one.row.page) for one in support.mentions}),
            outlets=outlets,
            origins_for=support.counted.interval,
            origins_against=denial.counted.interval,
            voices=support.tracing.voices.least(support.voices),
            sides=_parties(support),
            pages_against=len({address(one.row.page) for one in denial.mentions}),
            outlets_against=len({one.family for one in denial.mentions}),
            voices_against=denial.tracing.voices.least(denial.voices),
            sides_against=_parties(denial),
            standing=word,
            reasons=reasons,
            opened=min(moments, default=None),
            moved=max(moments, default=None),
        )


def _parties(side: Side) -> int:
    """How many interested parties are among the voices of a side, at the least: never more than the voices."""
    return side.tracing.voices.least(interested(side.mentions, side.tracing.voices))


@dataclass(frozen=True, slots=True)
class Touching:
    """What lies across from a point: claims that cannot both be right with it, points in tension, counts carried on."""

    opposed: tuple[tuple[str, str], ...] = ()  # (claim of another point, the claim here that it cannot be right with)
    tensions: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()


def _touching(mine: Sequence[Seat], pairs: Sequence[Pair], others: Sequence[Seat]) -> Touching:
    ids = {seat.claim_id for seat in mine}
    pairs = [pair for pair in pairs if pair.left in ids or pair.right in ids]
    leader_of = {seat.claim_id: seat.leader for seat in (*others, *mine)}
    opposed: set[tuple[str, str]] = set()
    tensions: set[str] = set()
    rises: set[str] = set()
    grown = {leader_of.get(end) for pair in pairs if pair.verdict == "rise" for end in (pair.left, pair.right)} - {None}
    for pair in pairs:
        inside = ids & {pair.left, pair.right}
        if len(inside) != 1:
            continue
        far = pair.right if pair.left in inside else pair.left
        if pair.conflict == "figures" and leader_of.get(far) in grown:
            continue  # one count that rose: what lies between two of its figures is no dispute
        if pair.verdict == "opposed":
            opposed.add((far, pair.left if far == pair.right else pair.right))
        elif far in leader_of:
            (tensions if pair.verdict == "in_tension" else rises).add(point_id(leader_of[far]))
    return Touching(tuple(sorted(opposed)), tuple(sorted(tensions)), tuple(sorted(rises)))


def _without_heads(mentions: Sequence[Upstream]) -> tuple[list[Upstream], list[Upstream]]:
    """The mentions, and apart from them the headlines over a body that says the same: they stand for what it says."""
    bodies = {one.row.text.id for one in mentions if not is_headline(one.row)}
    heads = [one for one in mentions if is_headline(one.row) and one.row.text.id in bodies]
    return [one for one in mentions if one not in heads], heads


def is_headline(row: Stood) -> bool:
    """Whether a claim stands in the headline of its story item."""
    span = row.text.headline_span
    return span is not None and span.holds(row.claim.span)


def _outlets(rows: Iterable[Stood]) -> tuple[list[str], list[str]]:
    """The outlets whose pages these are, and those that their chains cite."""
    pages, cited = [], []
    for row in rows:
        pages += [row.page.outlet] if row.page.outlet else []
        cited += [link.source.name for link in row.claim.chain[1:] if link.source.kind == "outlet" and link.source.name]
    return pages, cited


def _settled(one: Upstream, there: Collection[str]) -> Upstream:
    """An outlet that the text leans on elsewhere is where it has this from, if that outlet tells it too."""
    if hop := next((hop for hop in one.maybe if hop.family in there), None):
        return replace(one, hops=(hop,), basis="outlet")
    return one


def stands(row: Stood, as_of: str | None) -> bool:
    """Whether the text was out at a moment and no edit had replaced it by then."""
    if as_of is None:
        return row.end is None
    return bool(row.start and row.start <= as_of) and (row.end is None or row.end > as_of)


def has_ended(row: Stood, as_of: str | None) -> bool:
    """Whether the text was out before a moment and an edit had replaced it by then."""
    if row.end is None:
        return False
    return as_of is None or bool(row.start and row.start <= as_of) and row.end <= as_of


def first_told(row: Stood, ended: Sequence[Stood]) -> Stood:
    """The row as it stood from the first version of its text that told it: an edit that keeps a claim is no news of it.

    `ended` are the rows of the same side of the point that edits took away.
    """
    by_text = {one.text.id: one for one in ended}
    start, text = row.start, row.text
    while text.replaces in by_text:
        earlier = by_text.pop(text.replaces)
        start, text = earlier.start or start, earlier.text
    return row._replace(start=start)


def _gist(lead: Stood | None, support: Side, denial: Side) -> str:
    """The words of the leading claim, else of the first that stands."""
    row = lead or (support.mentions or denial.mentions)[0].row
    return " ".join(row.claim.content.split())


def _laid_open(point: Point, support: Side, denial: Side, own: Collection[str]) -> Proof:
    """The proof; edges of claims that stand for another point are laid open there."""
    out = {**support.counted.left_out, **denial.counted.left_out}
    relays = {*support.counted.relays, *denial.counted.relays}
    return Proof(
        point=point,
        origins_for=_origins(support),
        origins_against=_origins(denial),
        edges=tuple(edge for edge in _edges(support) + _edges(denial) if edge.from_ in own),
        left_out=tuple(LeftOut(claim_id=one, why=out[one]) for one in sorted(out)),
        relays_of_withdrawn=tuple(sorted(relays)),
    )


def _edges(side: Side) -> tuple[Edge, ...]:
    return edges(side.mentions, side.tracing.voices, side.leans, side.ended)


def _origins(side: Side) -> tuple[Origin, ...]:
    """The origins of a side, those whose upstream is unknown last."""
    found = []
    leading = _edges(side)
    for root in sorted(side.counted.known | side.counted.unknown, key=lambda root: (root.kind == "unknown", root)):
        mentions = [one for one in side.mentions if root in side.counted.roots[one.row.claim.id]]
        origin = _origin(root, mentions)
        found.append(replace(origin, edges=tuple(one for one in leading if one.from_ in origin.claims)))
    return tuple(found)


def _origin(root: Root, mentions: Sequence[Upstream]) -> Origin:
    own = [one for one in mentions if not one.hops and (root.kind == "voice" or one.family == root.key)]
    first = (own or mentions)[0]
    if root.kind == "voice":
        first = next((one for one in (*own, *mentions) if one.source and one.source.name), first)
    hop = next((hop for hop in first.hops if hop.family == root.key), None)
    outlet = hop.name if hop else first.row.page.outlet
    source = first.source if root.kind == "voice" and first.source else None
    if source is None:
        source = Source(id=make_id("source", "outlet", outlet or root.key), kind="outlet", name=outlet)
    return Origin(
        id=make_id("origin", root.kind, root.key),
        source=source,
        outlet=outlet,
        first_seen=first.row.start,
        seen=bool(own),
        claims=tuple(one.row.claim.id for one in mentions),
    )
