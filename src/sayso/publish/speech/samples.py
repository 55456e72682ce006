"""Sound as numbers, and the one door to soundfile: WAV in, MP3 and Opus with their tags out."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sayso.errors import PlugError, VoiceError
from sayso.publish.speech.id3 import id3
from sayso.record import SoundFormat

Wave = NDArray[np.float32]
LOUDNESS = -20.0  # dBFS of speech without its pauses, so that every brief is as loud as the last
PEAK = -1.0  # dBFS that no sample passes, so that lossy files do not clip
QUIET = 0.05  # share of the loudest stretch below which there is a pause
STRETCH = 0.05  # seconds over which loudness is taken
LONGEST = 3600  # seconds of one sound
OPUS_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)  # RFC 6716
LONGEST_TAG = 2000  # characters; libsndfile writes Opus files that it cannot read where one is too long
TAGS: tuple[Literal["title", "artist", "date", "comment"], ...] = ("title", "artist", "date", "comment")
MEDIA_TYPES: Mapping[SoundFormat, str] = {"mp3": "audio/mpeg", "opus": "audio/ogg; codecs=opus"}
_FORMS = {"mp3": ("MP3", "MPEG_LAYER_III"), "opus": ("OGG", "OPUS")}


@dataclass(frozen=True, slots=True)
class Samples:
    """Mono sound: `wave` from -1 to 1, `rate` in samples a second."""

    wave: Wave
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.wave) / self.rate


def heard(wav: bytes) -> Samples:
    """The sound of a WAV file, its channels mixed; raises VoiceError for what is none."""
    library = _library()
    try:
        wave, rate = library.read(io.BytesIO(wav), dtype="float32", always_2d=True)
    except (library.SoundFileError, TypeError, ValueError) as err:
        raise VoiceError(f"the voice gave no WAV file: {err}") from err
    if len(wave) > LONGEST * rate:
        raise VoiceError(f"the voice spoke for over {LONGEST} seconds")
    return Samples(wave.mean(axis=1, dtype=np.float32), int(rate))


def joined(parts: Iterable[Samples], pause: float) -> Samples:
    """Parts of one rate after each other, each with a pause in seconds after it; raises VoiceError for none."""
    found = list(parts)
    if not found or len({one.rate for one in found}) > 1:
        raise VoiceError("the voice changed its rate between two sentences" if found else "there is nothing to say")
    silence = np.zeros(round(pause * found[0].rate), np.float32)
    return Samples(np.concatenate([wave for one in found for wave in (one.wave, silence)]), found[0].rate)


def evened(sound: Samples) -> Samples:
    """The sound at LOUDNESS, or quieter where its peaks would pass PEAK; silence stays."""
    step = max(1, round(STRETCH * sound.rate))
    stretches = np.array_split(sound.wave.astype(np.float64), max(1, len(sound.wave) // step))
    power = np.array([np.mean(one**2) if len(one) else 0.0 for one in stretches])
    spoken = power[power > QUIET**2 * power.max(initial=0.0)]
    if not len(spoken) or not np.isfinite(power).all():
        return replace(sound, wave=np.nan_to_num(sound.wave))
    gain = 10 ** (LOUDNESS / 20) / np.sqrt(spoken.mean())
    peak = float(np.abs(sound.wave).max())
    return replace(sound, wave=(sound.wave * min(gain, 10 ** (PEAK / 20) / peak)).astype(np.float32))


def resampled(sound: Samples, rate: int) -> Samples:
    """The same sound at another rate, by its spectrum: nothing above the lower of the two rates' halves is left."""
    if rate == sound.rate or not len(sound.wave):
        return replace(sound, rate=rate)
    step = sound.rate // np.gcd(sound.rate, rate) * 256  # whole blocks of both rates, of sizes that are quick
    size = -(-len(sound.wave) // step) * step
    longer = size * rate // sound.rate
    spectrum = np.fft.rfft(sound.wave, size)
    bins = np.zeros(longer // 2 + 1, spectrum.dtype)
    least = min(len(bins), len(spectrum)) - 1
    bins[:least] = spectrum[:least]
    wave = np.fft.irfft(bins, longer) * (longer / size)
    return Samples(wave[: round(len(sound.wave) * rate / sound.rate)].astype(np.float32), rate)


def encoded(sound: Samples, kind: SoundFormat, tags: Mapping[str, str]) -> bytes:
    """The sound as a file with its tags, each on one line; raises VoiceError where it cannot be made.

    Opus has room for TAGS alone, MP3 for any.
    """
    library = _library()
    told = {name: " ".join(value.replace("\0", "").split())[:LONGEST_TAG] for name, value in tags.items()}
    if kind == "opus":
        sound = resampled(sound, next((one for one in OPUS_RATES if one >= sound.rate), OPUS_RATES[-1]))
    out = io.BytesIO()
    form, subtype = _FORMS[kind]
    try:
        with library.SoundFile(out, "w", sound.rate, 1, subtype, format=form) as file:
            for name in TAGS if kind == "opus" else ():
                if told.get(name):
                    setattr(file, name, told[name])
            file.write(np.clip(sound.wave, -1.0, 1.0))
    except (library.SoundFileError, TypeError, ValueError) as err:
        raise VoiceError(f"no {kind} file can be made: {err}") from err
    return id3(told) + out.getvalue() if kind == "mp3" else out.getvalue()


def _library() -> Any:
    try:
        return import_module("soundfile")
    except (ImportError, OSError) as err:  # OSError where its shared library is missing
        raise PlugError("sound needs soundfile: pip install 'sayso[audio]'") from err
