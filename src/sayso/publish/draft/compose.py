"""A brief of a story: its points by weight, a line each, the headline with its attribution."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.errors import RecordError
from sayso.publish.draft.choice import fits, likeness, told_against, told_for
from sayso.publish.draft.clauses import clause, counter
from sayso.publish.draft.frame import frame
from sayso.publish.draft.headline import headline
from sayso.record import Brief, Kept, Line, Point, Story, make_id
from sayso.record.fold import words
from sayso.record.wording import count_words, counted

LINES = 8  # at most
ALIKE = 0.75  # likeness from which a second line says again what a first one said


class Told(NamedTuple):
    """A point as a brief tells it: the claim it takes, those against it, whether the point's counts are of it."""

    point: Point
    row: Kept
    against: tuple[Kept, ...]
    counts: bool
    title: str = ""

    @property
    def weight(self) -> tuple[int, float, int, str]:
        """What puts lines in order: outlets of both sides, nearness to the title, named voices, the newest last.

        A claim with a pronoun in it needs a line before it: it is nobody's lead.
        """
        point, content = self.point, self.row.claim.content
        leans = bool(frame().inside & set(words(content)))
        outlets = point.outlets + point.outlets_against if self.counts and not leans else 1
        near = likeness(content, self.title) - leans
        return -outlets, -near, -(point.voices + point.voices_against), point.opened or ""


def draft(story: Story, points: Iterable[Point], kept: Mapping[str, Kept], at: str) -> Brief:
    """A brief of a story from its points and their claims; `at` is the ISO time it is of.

    Every word is of a claim, of its chain or of the frames in words/en/draft.toml. Raises RecordError where no claim of
    the story can be told with its speaker.
    """
    told = _chosen(sorted(_told(story, points, kept), key=lambda one: one.weight))
    if not told:
        raise RecordError(f"nothing in story {story.id} can be told with its speaker: there is no draft")
    lines = tuple(_line(one) for one in told)
    head = headline(told[0].row, [kept[one] for one in told[0].point.for_ if one in kept], told[0].against)
    brief_id = make_id("brief", story.id, at, head, *(line.text for line in lines))
    return Brief(id=brief_id, story_id=story.id, at=at, headline=head, lines=lines)


def _told(story: Story, points: Iterable[Point], kept: Mapping[str, Kept]) -> Iterable[Told]:
    """The points that a claim of the story's own items tells."""
    texts = set(story.text_ids)
    for point in points:
        ours, theirs = (
            [kept[one] for one in side if one in kept and kept[one].text.id in texts]
            for side in (point.for_, point.against)
        )
        every = [kept[one] for one in point.for_ if one in kept]
        row = told_for(ours, every)
        if row is None:
            continue
        counts = fits(row, every)
        yield Told(point, row, told_against(theirs, row) if counts else (), counts, story.title)


def _chosen(told: Sequence[Told]) -> list[Told]:
    """The first ones that say something new, against what the lines before them say on either side."""
    out: list[Told] = []
    for one in told:
        said = [row.claim.content for line in out for row in (line.row, *line.against)]
        if all(likeness(one.row.claim.content, before) < ALIKE for before in said):
            out.append(one)
        if len(out) == LINES:
            break
    return out


def _line(told: Told) -> Line:
    """One line: the claim, who stands against it, and on how many pages from how many origins it is."""
    point = told.point
    sentence = "; ".join([clause(told.row), *map(counter, told.against)])
    said = _stopped(sentence)
    ids = [told.row.claim.id, *(row.claim.id for row in told.against)]
    if told.counts and point.pages > 1:
        low, high = point.origins_for
        origins = count_words((low, high), "origin")
        said += " " + _stopped(frame().say("carried", pages=counted(point.pages, "page"), origins=origins))
        ids += [one for one in point.for_ if one not in ids]
    return Line(text=said, claim_ids=tuple(ids))


def _stopped(sentence: str) -> str:
    """The sentence with its full stop, inside a quotation that ends it."""
    if sentence.endswith("”"):
        inner = sentence[:-1].rstrip()
        return sentence if inner.endswith((".", "!", "?", "…")) else f"{inner}.”"
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
