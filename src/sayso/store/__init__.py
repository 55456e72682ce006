"""Keeping: memory and SQL stores behind one protocol."""
