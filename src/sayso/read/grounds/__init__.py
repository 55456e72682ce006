"""Why each claim was read as it was: made anew from a reading, so that nothing of it can be out of date."""

from sayso.read.grounds.claim import grounds

__all__ = ["grounds"]
