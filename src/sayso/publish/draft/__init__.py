"""A story as a short brief in the record's own words: no sentence without its claims, its speaker and who denies it."""

from sayso.publish.draft.compose import LINES, draft

__all__ = ["LINES", "draft"]
