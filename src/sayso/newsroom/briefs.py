"""Briefs: composed, edited, published, withdrawn; each version is kept, and none is without claims."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from sayso.errors import RecordError
from sayso.newsroom.ledger import Ledger
from sayso.record import Brief, BriefState, Deed, Drawer, Line, make_id

_DEEDS: dict[BriefState, Deed] = {"draft": "drafted", "edited": "edited", "published": "published",
                                  "withdrawn": "withdrew"}  # fmt: skip


class Briefs(Ledger):
    """The part of a newsroom that writes."""

    def brief(self, brief_id: str, version: int | None = None) -> Brief:
        """A version of a brief, the newest unless told; raises NotKept."""
        return self._store.brief(brief_id, version)

    def versions(self, brief_id: str) -> Iterator[Brief]:
        """Every version of a brief, the first one first."""
        return self._store.versions(brief_id)

    def briefs(self, choice: Drawer) -> Iterator[Brief]:
        """The newest versions of briefs, the last made first."""
        return self._store.briefs(choice)

    def briefs_on(self, claim_ids: Collection[str]) -> Iterator[Brief]:
        """The newest versions of the briefs that rest on one of the claims: those to look at when it changes."""
        return self._store.briefs_on(claim_ids)

    def draft_brief(
        self, story_id: str, headline: str, lines: Iterable[Line], *, by: str, byline: Iterable[str] = ()
    ) -> Brief:
        """Keeps the first version of a brief on a story; raises RecordError for one without lines or headline, or with
        a claim that is not in the record."""
        at, said = self._clock(), tuple(lines)
        drafts = self._store.briefs(Drawer(story_id=story_id, limit=0))
        brief_id = make_id("brief", story_id, by, at, sum(1 for _ in drafts))
        made = Brief(id=brief_id, story_id=story_id, at=at, headline=headline, lines=said, by=by, byline=tuple(byline))
        return self._put(made)

    def edit_brief(
        self,
        brief_id: str,
        *,
        by: str,
        version: int,
        headline: str | None = None,
        lines: Iterable[Line] | None = None,
        byline: Iterable[str] | None = None,
        related: str | None = None,
        note: str = "",
    ) -> Brief:
        """Keeps a changed version after the one that the editor looked at; a published brief stays published, and what
        was reviewed is so no longer.

        Raises RecordError where another was saved meanwhile, and as draft_brief does.
        """
        old = self._store.brief(brief_id)
        told = {"headline": headline, "related": related,
                "lines": None if lines is None else tuple(lines),
                "byline": None if byline is None else tuple(byline)}  # fmt: skip
        state: BriefState = "published" if old.state == "published" else "edited"
        changes = {name: value for name, value in told.items() if value is not None}
        made = {"state": state, "version": version + 1, "reviewed_by": None, "at": self._clock()}
        return self._put(replace(old, **changes, **made, by=by, note=note))  # type: ignore[arg-type]

    def publish_brief(self, brief_id: str, *, by: str, reviewed_by: str | None = None, note: str = "") -> Brief:
        """Keeps a published version; `reviewed_by` is the editor who reviewed it, null where none did."""
        old, at = self._store.brief(brief_id), self._clock()
        if old.state == "published" and reviewed_by in (None, old.reviewed_by):
            return old
        out = {"state": "published", "published": old.published or at, "reviewed_by": reviewed_by or old.reviewed_by}
        made = self._put(replace(old, **out, version=old.version + 1, by=by, note=note, at=at))  # type: ignore[arg-type]
        if reviewed_by and reviewed_by != old.reviewed_by:
            self._did(by, "reviewed a brief", made.id, "" if by == reviewed_by else f"by {reviewed_by}, as was typed")
        return made

    def withdraw_brief(self, brief_id: str, *, by: str, note: str = "") -> Brief:
        """Keeps a withdrawn version, which says why in `note`; raises RecordError for one that is not published."""
        old = self._store.brief(brief_id)
        if old.state != "published":
            raise RecordError(f"brief {brief_id} is not published: there is nothing to withdraw")
        return self._put(replace(old, state="withdrawn", version=old.version + 1, by=by, note=note, at=self._clock()))

    def _put(self, brief: Brief) -> Brief:
        if not brief.headline.strip() or not brief.lines:
            raise RecordError("a brief has a headline and at least one line")
        wanted = {claim_id for line in brief.lines for claim_id in line.claim_ids}
        lacking = wanted - {row.claim.id for row in self._store.stood(wanted)}
        if lacking:
            raise RecordError(f"claim {sorted(lacking)[0]} is not in the record: a line rests on claims that are")
        self._store.put_brief(brief)
        self._did(brief.by, _DEEDS[brief.state], brief.id, brief.note or brief.headline)
        return brief
