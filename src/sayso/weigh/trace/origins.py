"""Origins: what is left when the edges of one side of a point are followed to the end.

Rules 1 to 8 of docs/weighing.md: a voice is one origin wherever it was said; people whom an outlet does not name are
one with that outlet; a cited outlet is followed on where its page is there, else it is "cited, not seen"; a cycle with
no root is nothing; a mention whose upstream is unknown adds 0 to the low count and 1 to the high.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.record import Source
from sayso.weigh.trace.upstream import Upstream
from sayso.weigh.trace.voices import Voices

NAMELESS = "page "  # the family of a page of which neither outlet nor address is known


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """An origin's identity: a voice, an outlet with what it knows itself, or an outlet whose upstream is unknown."""

    kind: str  # voice, outlet, unknown
    key: str


@dataclass(slots=True)
class Counted:
    """One side of a point, counted: the roots of every mention, and why some add nothing."""

    roots: dict[str, frozenset[Root]] = field(default_factory=dict)  # claim id → where it ends
    left_out: dict[str, str] = field(default_factory=dict)  # claim id → why it adds none
    voices: Voices = field(default_factory=lambda: Voices(()))
    cycles: set[str] = field(default_factory=set)  # families that only lean on each other
    relays: set[str] = field(default_factory=set)  # claims that relay a withdrawn report
    doubtful: frozenset[str] = frozenset()  # claims that may answer another question

    @property
    def known(self) -> frozenset[Root]:
        """Origins that are proven."""
        return frozenset(root for roots in self.roots.values() for root in roots if root.kind != "unknown")

    @property
    def unknown(self) -> frozenset[Root]:
        """Mentions, one a family, that may be an origin of their own; not where the family is behind one already."""
        behind = {root.key for root in self.known if root.kind == "outlet"}
        return frozenset(
            root for roots in self.roots.values() for root in roots if root.kind == "unknown" and root.key not in behind
        )

    @property
    def interval(self) -> tuple[int, int]:
        """(low, high): low counts voices that may be one as one, and not what only a doubtful claim has."""
        sure = self.sure
        spoken = {root.key for root in sure if root.kind == "voice"}
        low = len(sure) - len(spoken) + self.voices.least(spoken)
        return low, len(self.known) + len(self.unknown)

    @property
    def sure(self) -> frozenset[Root]:
        """Origins that are proven by a claim which is surely of this point; all of them where none is."""
        firm = [roots for one, roots in self.roots.items() if one not in self.doubtful]
        return frozenset(root for roots in firm for root in roots if root.kind != "unknown") if firm else self.known


class Tracing:
    """Follows the mentions of one side of a point; `leans` are proven copies (claim id → claim id upstream)."""

    def __init__(
        self,
        mentions: Sequence[Upstream],
        *,
        withdrawn: frozenset[str] = frozenset(),
        leans: Mapping[str, str] | None = None,
        doubtful: Collection[str] = (),
    ) -> None:
        self.voices = Voices(mention.source for mention in mentions if mention.source)
        self._withdrawn = withdrawn
        self._leans = dict(leans or {})
        self._by_claim = {mention.row.claim.id: mention for mention in mentions}
        self._families: defaultdict[str, list[Upstream]] = defaultdict(list)
        for mention in mentions:
            self._families[mention.family].append(mention)
        self._resolved: dict[str, frozenset[Root]] = {}
        self.counted = Counted(voices=self.voices, doubtful=frozenset(doubtful))

    def count(self) -> Counted:
        """Every mention with its roots."""
        for family in sorted(self._families):
            self._resolve(family, ())
        for claim_id, mention in self._by_claim.items():
            self.counted.roots[claim_id] = self._roots(mention, (mention.family,))
        self._cover()
        return self.counted

    def _resolve(self, family: str, on_the_way: tuple[str, ...]) -> frozenset[Root]:
        """Where all that a family prints on this side ends; nothing for a family met on the way here."""
        if family in on_the_way:
            self.counted.cycles.add(family)
            return frozenset()
        if family in self._resolved:
            return self._resolved[family]
        path = (*on_the_way, family)
        mentions = [one for one in self._families[family] if not self._is_covered(one)]
        found = frozenset(root for mention in mentions for root in self._roots(mention, path))
        known = frozenset(root for root in found if root.kind != "unknown")
        answer = known or found
        if not on_the_way:
            self._resolved[family] = answer
        return answer

    def _roots(self, mention: Upstream, path: tuple[str, ...]) -> frozenset[Root]:
        claim_id = mention.row.claim.id
        if any(hop.family in self._withdrawn for hop in mention.hops):
            return self._relay(claim_id)
        if mention.basis == "voice" and mention.source:
            return self._of_voice(mention, mention.source, path)
        if claim_id in self._leans:
            up = self._by_claim.get(self._leans[claim_id])
            if up is None:  # what it repeats is withdrawn
                return self._relay(claim_id)
            if up.family != mention.family:
                self.counted.left_out[claim_id] = f"copies {up.row.page.outlet or 'another page'}"
                return self._resolve(up.family, path)
        if mention.teller == mention.family and mention.family.startswith(NAMELESS):
            return frozenset({Root("unknown", mention.family)})  # nobody knows whose people they are
        if mention.basis in ("unnamed", "saw", "agency", "outlet"):
            found = self._of_teller(mention, mention.teller, path)
            for hop in mention.beside:
                found |= self._of_teller(mention, hop.family, path)
            return found
        return frozenset({Root("unknown", mention.family)})

    def _relay(self, claim_id: str) -> frozenset[Root]:
        """Nothing: a report that its origin withdrew stops counting for its relays too (rule 8)."""
        self.counted.relays.add(claim_id)
        self.counted.left_out[claim_id] = "relays a withdrawn report"
        return frozenset()

    def _of_voice(self, mention: Upstream, source: Source, path: tuple[str, ...]) -> frozenset[Root]:
        """The voice; where the outlet it came through tells the same from somebody else here, what that tells.

        A relay knows no more than the page it cites, and may have misnamed whom it quotes.
        """
        voice = Root("voice", self.voices.key(source))
        if not mention.hops or mention.teller == mention.family or mention.teller not in self._families:
            return frozenset({voice})
        found = {root for root in self._resolve(mention.teller, path) if root.kind != "unknown"}
        return frozenset({voice}) if voice in found or not found else frozenset(found)

    def _of_teller(self, mention: Upstream, teller: str, path: tuple[str, ...]) -> frozenset[Root]:
        """The roots of a mention that ends with an outlet: its own page's where that is there."""
        own = frozenset({Root("outlet", teller)})
        if teller == mention.family or teller not in self._families:
            return own
        found = self._resolve(teller, path)
        if not found and all(one.row.claim.id in self.counted.relays for one in self._families[teller]):
            return self._relay(mention.row.claim.id)
        known = frozenset(root for root in found if root.kind != "unknown")
        if not known and mention.basis in ("unnamed", "saw"):
            return own  # the page tells what the outlet has; the outlet's own page does not
        if not self.counted.left_out.get(mention.row.claim.id):
            hop = next((one for one in (*mention.hops, *mention.beside) if one.family == teller), None)
            self.counted.left_out[mention.row.claim.id] = f"has it from {hop.name if hop else teller}"
        return found

    def _copied(self, mention: Upstream) -> bool:
        """Whether it repeats a page of another family, or one that was withdrawn."""
        if (up := self._leans.get(mention.row.claim.id)) is None:
            return False
        return up not in self._by_claim or self._by_claim[up].family != mention.family

    def _is_covered(self, mention: Upstream) -> bool:
        """Whether a bare sentence of an outlet or an agency is covered by what its family attributes on this point."""
        if mention.basis not in ("none", "agency") or mention.hops:
            return False
        return any(one.basis not in ("none", "agency") for one in self._families[mention.family])

    def _cover(self) -> None:
        """An outlet's bare sentence adds nothing where its page, or its family, says from whom the same point is."""
        for claim_id, mention in self._by_claim.items():
            bare = not mention.hops and mention.basis in ("none", "agency") and not self._copied(mention)
            if bare and self._is_covered(mention):
                kin = [one for one in self._families[mention.family] if one.basis not in ("none", "agency")]
                same = any(one.row.page.id == mention.row.page.id for one in kin)
                why = "its page says elsewhere from whom" if same else "the same publisher has it from somebody"
                self.counted.left_out[claim_id] = why
                self.counted.roots[claim_id] = frozenset()
            elif bare and mention.basis == "none":
                self.counted.left_out[claim_id] = "does not say where it has it from"


def named_voices(mentions: Iterable[Upstream], voices: Voices) -> dict[str, Source]:
    """The distinct voices among the mentions, each with the source that names it."""
    return {voices.key(one.source): one.source for one in mentions if one.basis == "voice" and one.source}
