"""The command line: verbs."""

import click


@click.group()
def main() -> None:
    """Reads news pages and keeps the record of who says what, through whom."""
