"""How often somebody may try to sign in: tries that failed, by name and by address, of the last quarter of an hour."""

import time
from collections import deque
from threading import Lock

WINDOW = 900.0  # seconds
MOST = {"name": 8, "address": 30}  # an office may share an address
KEPT = 10_000  # names and addresses remembered


class Brake:
    """Failed tries of this process; the record's trail remembers those by name beyond it."""

    def __init__(self, window: float = WINDOW) -> None:
        self._window = window
        self._tries: dict[tuple[str, str], deque[float]] = {}
        self._lock = Lock()

    def tried(self, **who: str) -> None:
        """Counts a try, failed until it is forgotten, of a `name` and an `address`."""
        with self._lock:
            for one in who.items():
                tries = self._tries.pop(one, None) or deque(maxlen=max(MOST.values()))
                tries.append(time.monotonic())
                self._tries[one] = tries  # the last that tried stands last
            while len(self._tries) > KEPT:
                del self._tries[next(iter(self._tries))]

    def forgets(self, **who: str) -> None:
        """Takes the last try of each back: it was good."""
        with self._lock:
            for one in who.items():
                if tries := self._tries.get(one):
                    tries.pop()

    def holds(self, **who: str) -> bool:
        """Whether one of them has tried too often."""
        since = time.monotonic() - self._window
        with self._lock:
            return any(
                sum(at > since for at in self._tries.get((kind, one), ())) >= MOST[kind] for kind, one in who.items()
            )
