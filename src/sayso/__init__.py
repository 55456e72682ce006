"""Sayso reads news pages and keeps the record of who says what, through whom."""
