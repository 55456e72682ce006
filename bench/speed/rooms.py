"""Where the time of the line goes: CPU of anatomy, of each reader, and of the encoder alone."""

import time
from collections import Counter
from collections.abc import Iterable

from sayso.read import default_line, take_apart
from sayso.read.attribute.model import encoder
from sayso.record import Capture

ENCODER = "encoder"


def rooms(pages: Iterable[Capture]) -> Counter[str]:
    """CPU seconds by room; what the encoder takes is not counted again in the room that asks it."""
    spent: Counter[str] = Counter()
    think = encoder()
    for page in pages:
        began = time.process_time()
        reading = take_apart(page)
        spent["anatomy"] += time.process_time() - began
        for reader in default_line().readers:
            began = time.process_time()
            reading = reader(reading)
            spent[reader.name] += time.process_time() - began
        began = time.process_time()
        for text in reading.texts:
            think(reading.page.text, [(span.start, span.end) for span in text.body])
        spent[ENCODER] += time.process_time() - began
    spent["attribute"] -= spent[ENCODER]
    return spent
