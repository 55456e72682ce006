"""Points as of any moment: the five numbers, the standing and the proof, counted anew whenever they are asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.plugs import Scales
from sayso.record import Edge, LeftOut, Origin, Pair, Point, Proof, Seat, Source, Stood, make_id
from sayso.weigh.edges import edges, moment_of
from sayso.weigh.leans import Leans, leans
from sayso.weigh.origins import Counted, Root, Tracing, named_voices
from sayso.weigh.press import Press
from sayso.weigh.sides import interested
from sayso.weigh.standing import standing
from sayso.weigh.upstream import Upstream, upstream

AT_ONCE = 200  # points whose claims are fetched together
SUPPORTS = ("asserts", "denies", "promises", "demands")


def point_id(leader: str) -> str:
    """The id of the point that a claim leads."""
    return make_id("point", leader)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a point: who says so, counted."""

    mentions: tuple[Upstream, ...]
    tracing: Tracing
    counted: Counted
    leans: Leans
    withdrawn: frozenset[str]
    gone: tuple[Upstream, ...] = ()  # what stood once and was edited away: still what others had it from

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims, in the order in which they stood."""
        return tuple(one.row.claim.id for one in self.mentions)

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

    def proofs(self, leaders: Iterator[str]) -> Iterator[Proof]:
        """The proof of every point that somebody stands for or against at the moment asked about."""
        while batch := list(islice(leaders, AT_ONCE)):
            seats = list(self._scales.seated(batch))
            pairs = self._conflicts(seats)
            far = {end for pair in pairs for end in (pair.left, pair.right)} - {seat.claim_id for seat in seats}
            others = list(self._scales.seats(far))
            rows = {row.claim.id: row for row in self._scales.stood({one.claim_id for one in (*seats, *others)})}
            told = self._leaning(rows.values())
            for leader in batch:
                mine = [seat for seat in seats if seat.leader == leader]
                proof = self._proof(leader, mine, rows, told, _touching(mine, pairs, others))
                if proof:
                    yield proof

    def _conflicts(self, seats: Sequence[Seat]) -> list[Pair]:
        """Pairs of claims of two points that cannot both be right, sit ill together, or carry a count on."""
        ids = {seat.claim_id for seat in seats}
        apart = ("in_tension", "rise")
        return [
            pair
            for pair in self._scales.pairs(ids)
            if pair.verdict in apart or pair.verdict == "opposed" and pair.conflict != "denial"
        ]

    def _leaning(self, rows: Collection[Stood]) -> dict[str, str]:
        accounts = self._scales.accounts({row.text.id for row in rows})
        return {one.id: one.leans_on for account in accounts for one in account.testimonies if one.leans_on}

    def _proof(
        self,
        leader: str,
        seats: Sequence[Seat],
        rows: Mapping[str, Stood],
        told: Mapping[str, str],
        touching: "Touching",
    ) -> Proof | None:
        side_of = {seat.claim_id: seat.side for seat in seats} | dict.fromkeys(touching.opposed, "against")
        known = [(rows[one], side) for one, side in side_of.items() if one in rows]
        sides = {}
        for side in ("for", "against"):
            mine = [row for row, its in known if its == side and row.claim.stance in SUPPORTS]
            sides[side] = self._side(mine, told)
        if not (sides["for"].mentions or sides["against"].mentions or sides["for"].withdrawn):
            return None
        lead = rows.get(leader)
        point = self._point(leader, lead, sides["for"], sides["against"])
        point = replace(point, tensions=touching.tensions, rises=touching.rises)
        return _laid_open(point, sides["for"], sides["against"])

    def _side(self, rows: Sequence[Stood], told: Mapping[str, str]) -> Side:
        ended = [row for row in rows if has_ended(row, self._as_of)]
        standing_now = [first_told(row, ended) for row in rows if stands(row, self._as_of)]
        families = {self._press.family_of(row.page) for row in standing_now}
        mentions = self._upstreams(standing_now, told)
        gone = self._upstreams(ended, told)
        withdrawn = frozenset(one.family for one in gone) - families
        lost = [one for one in gone if one.family in withdrawn]
        found = leans(sorted((*mentions, *lost), key=moment_of), self._scales)
        found = {one.row.claim.id: found[one.row.claim.id] for one in mentions if one.row.claim.id in found}
        tracing = Tracing(
            mentions,
            withdrawn=withdrawn,
            leans={one: up for one, (up, _, _) in found.items()},
            lost=frozenset(one.row.claim.id for one in lost),
        )
        return Side(mentions, tracing, tracing.count(), found, withdrawn, gone)

    def _upstreams(self, rows: Sequence[Stood], told: Mapping[str, str]) -> tuple[Upstream, ...]:
        """The mentions of some rows, in the order in which they stood."""
        found = (upstream(row, self._press, told.get(row.claim.id)) for row in rows)
        return tuple(sorted(found, key=moment_of))

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
            pages=len({one.row.page.id for one in support.mentions}),
            outlets=outlets,
            origins_for=support.counted.interval,
            origins_against=denial.counted.interval,
            voices=len(support.voices),
            sides=len(interested(support.mentions, support.tracing.voices)),
            pages_against=len({one.row.page.id for one in denial.mentions}),
            outlets_against=len({one.family for one in denial.mentions}),
            voices_against=len(denial.voices),
            sides_against=len(interested(denial.mentions, denial.tracing.voices)),
            standing=word,
            reasons=reasons,
            opened=min(moments, default=None),
            moved=max(moments, default=None),
        )


@dataclass(frozen=True, slots=True)
class Touching:
    """What lies across from a point: claims that cannot both be right with it, points in tension, counts carried on."""

    opposed: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()


def _touching(mine: Sequence[Seat], pairs: Sequence[Pair], others: Sequence[Seat]) -> Touching:
    ids = {seat.claim_id for seat in mine}
    leader_of = {seat.claim_id: seat.leader for seat in (*others, *mine)}
    opposed: set[str] = set()
    tensions: set[str] = set()
    rises: set[str] = set()
    for pair in pairs:
        inside = ids & {pair.left, pair.right}
        if len(inside) != 1:
            continue
        far = pair.right if pair.left in inside else pair.left
        if pair.verdict == "opposed":
            opposed.add(far)
        elif far in leader_of:
            (tensions if pair.verdict == "in_tension" else rises).add(point_id(leader_of[far]))
    return Touching(tuple(sorted(opposed)), tuple(sorted(tensions)), tuple(sorted(rises)))


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


def _laid_open(point: Point, support: Side, denial: Side) -> Proof:
    out = {**support.counted.left_out, **denial.counted.left_out}
    relays = {*support.counted.relays, *denial.counted.relays}
    return Proof(
        point=point,
        origins_for=_origins(support),
        origins_against=_origins(denial),
        edges=_edges(support) + _edges(denial),
        left_out=tuple(LeftOut(claim_id=one, why=out[one]) for one in sorted(out)),
        relays_of_withdrawn=tuple(sorted(relays)),
    )


def _edges(side: Side) -> tuple[Edge, ...]:
    return edges(side.mentions, side.tracing.voices, side.leans, gone=side.gone)


def _origins(side: Side) -> tuple[Origin, ...]:
    """The origins of a side, those whose upstream is unknown last."""
    found = []
    for root in sorted(side.counted.known | side.counted.unknown, key=lambda root: (root.kind == "unknown", root)):
        mentions = [one for one in side.mentions if root in side.counted.roots[one.row.claim.id]]
        found.append(_origin(root, mentions))
    return tuple(found)


def _origin(root: Root, mentions: Sequence[Upstream]) -> Origin:
    own = [one for one in mentions if not one.hops and (root.kind == "voice" or one.family == root.key)]
    first = (own or mentions)[0]
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
