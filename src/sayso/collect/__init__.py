"""Bytes in: files, folders, URLs."""
