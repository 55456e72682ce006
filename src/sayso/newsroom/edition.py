"""What the newsroom gives out: a brief composed from a story, as it would be drafted."""

from sayso.newsroom.briefs import Briefs
from sayso.newsroom.weighing import Weighing
from sayso.record import Brief


class Edition(Weighing, Briefs):
    """The part of a newsroom that composes; nothing is kept before somebody keeps it."""

    def composed(self, story_id: str) -> Brief:
        """A brief of the story that an id names, in the record's own words, each line with its claims and who denies.

        Raises NotKept, and RecordError where nothing of the story can be told with its speaker.
        """
        from sayso.publish.draft import draft

        told = self.telling(story_id)
        claims = {claim for point in told.points for claim in (*point.for_, *point.against)}
        return draft(told.story, told.points, self.kept(claims), self._clock())
