"""Anatomy of HTML: one walk over the page, its body, metadata, captions, cards and live updates."""
