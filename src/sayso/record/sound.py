"""What a brief sounds like."""

from dataclasses import dataclass
from typing import Literal

SoundFormat = Literal["mp3", "opus"]
DigitalSource = Literal["TrainedAlgorithmicMediaDigitalSource", "AlgorithmicMediaDigitalSource"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A stretch of the sound, from `start` to `end` in seconds, with what is said as it is written.

    `claim_ids` are the claims it rests on, none for the disclosure and the headline.
    """

    start: float
    end: float
    text: str
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One file of a sound; `size` is in bytes."""

    format: SoundFormat
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A brief spoken by a synthetic voice, without its bytes; `seconds` is how long it lasts.

    `id` is a hash of what is said, of the voice and of its version; `disclosure` is the first sentence that is heard.
    `cues` are the transcript in order. `source_type` is the digital source type of IPTC as schema.org names it.
    `marks` say of each of `claim_ids`, in their order, what it was when this was spoken, empty where it was not kept.
    """

    id: str
    brief_id: str
    at: str
    title: str
    seconds: float
    disclosure: str
    voice: str
    source_type: DigitalSource
    recordings: tuple[Recording, ...]
    cues: tuple[Cue, ...]
    claim_ids: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it lasts in whole minutes, as a reader is told it; at least one."""
        return max(round(self.seconds / 60), 1)

    @property
    def duration(self) -> str:
        """How long it lasts as ISO 8601 writes it: "PT1M12S"; at least a second."""
        minutes, seconds = divmod(max(round(self.seconds), 1), 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
        return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)
