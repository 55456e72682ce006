"""Pronouns and descriptions tied to whom they stand for."""
