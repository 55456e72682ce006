"""A story as a short brief in the record's own words: no sentence without its claims, its speaker and who denies it."""

from sayso.publish.draft.compose import LINES, draft
from sayso.publish.draft.minutes import reading_minutes

__all__ = ["LINES", "draft", "reading_minutes"]
