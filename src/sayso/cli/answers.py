"""What an assistant is told of the record: plain objects with ids, addresses and chains, so that it can cite them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sayso.record import Filter, Kept, Link, Origin, Point, Proof
from sayso.record.counts import KINDS, left_out_words, origin_words, point_words
from sayso.record.visible import visible
from sayso.record.wording import claim_tags, link_words, source_name, source_notes, when_words

if TYPE_CHECKING:
    from sayso.newsroom import Newsroom

Answer = dict[str, Any]
MOST = 50  # claims or points in one answer


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions to a newsroom; `desk` is the address of the desk that shows it, if there is one."""

    newsroom: "Newsroom"
    desk: str | None = None

    def search(self, words: str, limit: int = 10) -> Answer:
        """Claims that hold all the words, best match first, at most 50."""
        found = self.newsroom.search(words, Filter(limit=max(1, min(limit, MOST))))
        return {"words": words, "claims": [self._claim(row) for row in found]}

    def claim(self, claim_id: str) -> Answer:
        """One claim with its sentence and the point it belongs to; raises NotKept."""
        found = self.newsroom.show(claim_id)
        if not isinstance(found, Kept):
            return {"id": claim_id, "error": "this id is not a claim's: ask search for claims"}
        point = self.newsroom.points_of([found.claim.id]).get(found.claim.id)
        sentence = visible(found.claim.span.of(found.page.text))
        return {**self._claim(found), "sentence": sentence, **self._named("point", point)}

    def point(self, point_id: str, as_of: str | None = None) -> Answer:
        """One point: its numbers in words, who says it and who denies it; raises NotKept."""
        found = self.newsroom.why(point_id, as_of).point
        kept = self.newsroom.kept((*found.for_[:MOST], *found.against[:MOST]))
        return {
            **self._point(found),
            "for": self._claims(found.for_, kept),
            "against": self._claims(found.against, kept),
            "left_out": max(0, len(found.for_) - MOST) + max(0, len(found.against) - MOST),
        }

    def story(self, story_id: str, as_of: str | None = None) -> Answer:
        """One story: its points by their numbers and its timeline; raises NotKept."""
        found, held, timeline, _ = self.newsroom.telling(story_id, as_of)
        points = sorted(held, key=lambda one: -(one.outlets + one.outlets_against))
        return {
            "id": found.id,
            **self._url("story", found.id),
            "title": visible(found.title),
            "opened": found.opened,
            "last_moved": found.last_moved,
            "points": [self._point(one) for one in points[:MOST]],
            "left_out": max(0, len(points) - MOST),
            "timeline": [
                {"at": one.reported, "kind": one.kind, "words": visible(one.words), "point_id": one.point_id}
                for one in timeline[:MOST]
            ],
        }

    def why(self, point_id: str, as_of: str | None = None) -> Answer:
        """The counting of a point laid open: origins, what ties pages to them, mentions left out; raises NotKept."""
        found: Proof = self.newsroom.why(point_id, as_of)
        claims = {one for edge in found.edges for one in (edge.from_, edge.to)}
        kept = self.newsroom.kept(claims | {one.claim_id for one in found.left_out})
        return {
            **self._point(found.point),
            "origins_for": [self._origin(one) for one in found.origins_for],
            "origins_against": [self._origin(one) for one in found.origins_against],
            "ties": [
                {
                    "claim_id": edge.from_,
                    "how": KINDS[edge.kind],
                    "to_claim_id": edge.to,
                    "sentence": visible(edge.span.of(kept[edge.from_].page.text))
                    if edge.span and edge.from_ in kept
                    else None,
                }
                for edge in found.edges[:MOST]
            ],
            "left_out": [{"claim_id": one.claim_id, "why": left_out_words(one.why)} for one in found.left_out[:MOST]],
            "reasons": [visible(f"{one.name}: {one.detail}") for one in found.point.reasons],
        }

    def _claims(self, ids: Iterable[str], kept: Mapping[str, Kept]) -> list[Answer]:
        return [self._claim(kept[one]) for one in ids if one in kept]

    def _claim(self, row: Kept) -> Answer:
        """A claim as it is cited: its words, its chain, where it stands."""
        claim, page, text = row.claim, row.page, row.text
        return {
            "id": claim.id,
            **self._url("claim", claim.id),
            "said": visible(claim.content),
            "chain": [_hop(link) for link in claim.chain],
            "stance": claim.stance,
            "manner": claim.manner,
            "tags": claim_tags(claim),
            "stated": when_words(claim.stated) if claim.stated else None,
            "outlet": visible(page.outlet) if page.outlet else None,
            "headline": visible(text.headline) if text.headline else None,
            "published": when_words(text.published) if text.published else None,
            "page_id": page.id,
            "page_url": _web(page.url),
        }

    def _point(self, point: Point) -> Answer:
        return {
            "id": point.id,
            **self._url("point", point.id),
            "gist": visible(point.gist),
            "standing": point.standing,
            "counts": point_words(point),
            **self._named("story", point.story_id),
        }

    def _origin(self, origin: Origin) -> Answer:
        """An origin, whether its own page was seen, and the claims that lead back to it."""
        return {
            "who": visible(origin_words(origin)),
            "first_seen": origin.first_seen,
            "seen": origin.seen,
            "claim_ids": list(origin.claims[:MOST]),
        }

    def _named(self, kind: str, record_id: str | None) -> Answer:
        return {f"{kind}_id": record_id} if record_id else {}

    def _url(self, kind: str, record_id: str) -> Answer:
        return {"url": f"{self.desk.rstrip('/')}/{kind}/{record_id}"} if self.desk else {}


def _hop(link: Link) -> Answer:
    """A voice of a chain: what it is called, how the word left it, what is known of it."""
    notes = "; ".join(source_notes(link.source))
    told = {"who": visible(source_name(link.source)), "kind": link.source.kind, "how": visible(link_words(link))}
    return {**told, "notes": visible(notes)} if notes else told


def _web(url: str | None) -> str | None:
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
