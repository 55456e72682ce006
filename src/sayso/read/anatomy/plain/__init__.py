"""Anatomy of plain-text captures: rows, their classes, and the story items they make."""
