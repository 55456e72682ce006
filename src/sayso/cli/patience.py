"""Ctrl-C as a wish: the first stops after the page in hand, the second at once."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Patience:
    """True in `stop` once a person asked to stop."""

    stop: bool = False

    def ask(self, number: int, frame: FrameType | None) -> None:
        """Takes the first Ctrl-C as a wish to stop after the page in hand; the second stops at once."""
        if self.stop:
            raise KeyboardInterrupt
        self.stop = True
        # Not through sys.stderr: a signal may come in the middle of its own write.
        os.write(2, b"\nsayso: stopping after the page in hand (Ctrl-C again: at once)\n")


@contextmanager
def patience() -> Iterator[Patience]:
    """Takes Ctrl-C as a wish while it lasts."""
    asked = Patience()
    before = signal.signal(signal.SIGINT, asked.ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
