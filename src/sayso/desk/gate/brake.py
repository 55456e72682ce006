"""How often somebody may do something: try to sign in and fail, or change who may come in, in a quarter of an hour."""

import time
from collections import deque
from collections.abc import Mapping
from threading import Lock

WINDOW = 900.0  # seconds
MOST = {"name": 8, "address": 30}  # tries that failed; an office may share an address
CHANGES = {"name": 60, "address": 240}  # of people, passwords and tokens: a hash takes a second of a processor
KEPT = 10_000  # names and addresses remembered


class Brake:
    """Tries of this process; of those to sign in, the record's trail remembers the ones by name beyond it."""

    def __init__(self, window: float = WINDOW, most: Mapping[str, int] = MOST) -> None:
        self._window = window
        self._most = most
        self._tries: dict[tuple[str, str], deque[float]] = {}
        self._lock = Lock()

    def tried(self, **who: str) -> None:
        """Counts a try, failed until it is forgotten, of a `name` and an `address`."""
        with self._lock:
            for one in who.items():
                tries = self._tries.pop(one, None) or deque(maxlen=max(self._most.values()))
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
                sum(at > since for at in self._tries.get((kind, one), ())) >= self._most[kind]
                for kind, one in who.items()
            )
