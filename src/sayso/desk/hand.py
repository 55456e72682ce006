"""Whose hand writes at the desk."""

from typing import Annotated

from fastapi import Depends

from sayso.desk.gate.who import Editor, may


def writes() -> bool:
    """Whether who is at the desk may write."""
    return may("editor")


def _hand(who: Editor) -> str:
    """The name of who writes; refuses whom is no editor."""
    return who.name


Hand = Annotated[str, Depends(_hand)]
