"""Builders for sound: a brief of our own making, and a voice that hums, for machines without another.

The humming voice fits the Voice plug and gives a real WAV file whose length follows the words, so that everything but
the sound of the words themselves is tested with it.
"""

import io
import math
import struct
import wave
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.record import Brief, DigitalSource, Line

NOON = "2026-03-05T12:00:00+00:00"


@dataclass
class Hum:
    """A voice that hums a sixteenth of a second for every word, and remembers what it was given."""

    name: str = "hum"
    version: str = "1"
    source_type: DigitalSource = "AlgorithmicMediaDigitalSource"
    letters: Mapping[str, str] = field(default_factory=dict)
    rate: int = 16_000
    heard: list[str] = field(default_factory=list)

    def speak(self, words: str) -> bytes:
        self.heard.append(words)
        return hum(len(words.split()) / 16, self.rate)


HUMMED: list[Hum] = []  # every voice that the plug gave


def hum_voice(model: str = "") -> Hum:
    """What the plug "hum" gives."""
    HUMMED.append(Hum(version=model or "1"))
    return HUMMED[-1]


def hum(seconds: float, rate: int = 16_000, *, level: float = 0.3, pitch: float = 220.0) -> bytes:
    """A tone as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        tone = (level * math.sin(2 * math.pi * pitch * at / rate) for at in range(round(seconds * rate)))
        file.writeframes(b"".join(struct.pack("<h", round(32767 * one)) for one in tone))
    return out.getvalue()


def a_brief(
    *lines: str, headline: str = "Harbor of Wexcombe shut after blast", reviewed_by: str | None = None
) -> Brief:
    """A brief whose lines rest on the claims c0, c1 … in turn."""
    told = lines or ("The blast was at 4:34 AM, the WCG said.", "Lt. Gen. Ostrev Halvard denies it.")
    return Brief(
        id="b" * 20,
        story_id="s" * 20,
        at=NOON,
        headline=headline,
        lines=tuple(Line(text=text, claim_ids=(f"c{at}",)) for at, text in enumerate(told)),
        reviewed_by=reviewed_by,
    )
