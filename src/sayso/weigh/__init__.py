"""Readings → points and stories: not built yet (the record types are; see docs/record.md)."""
