"""Sound is even, at the rate that its file needs, and nothing else than sound."""

import io
import sys

import numpy as np
import pytest
import soundfile

from make_sound import hum
from sayso.errors import PlugError, VoiceError
from sayso.publish.speech.id3 import id3
from sayso.publish.speech.samples import (
    LONGEST_TAG,
    LOUDNESS,
    OPUS_RATES,
    PEAK,
    Samples,
    encoded,
    evened,
    heard,
    joined,
    resampled,
)
from sayso.record import SoundFormat


def a_tone(rate: int, *, seconds: float = 1.0, pitch: float = 440.0, level: float = 0.5) -> Samples:
    at = np.arange(round(rate * seconds)) / rate
    return Samples((level * np.sin(2 * np.pi * pitch * at)).astype(np.float32), rate)


def loudness(sound: Samples) -> float:
    return 20 * float(np.log10(np.sqrt(np.mean(sound.wave.astype(float) ** 2))))


@pytest.mark.parametrize("level", [0.001, 0.05, 0.9])
def test_sounds_are_equally_loud(level: float) -> None:
    """However loud the voice is."""
    assert loudness(evened(a_tone(16_000, level=level))) == pytest.approx(LOUDNESS, abs=0.1)


def test_pauses_do_not_count() -> None:
    """Speech with long pauses is no louder for them."""
    tone = a_tone(16_000)
    spaced = joined([tone, Samples(np.zeros(80_000, np.float32), 16_000), tone], 0.0)
    assert loudness(Samples(evened(spaced).wave[:16_000], 16_000)) == pytest.approx(LOUDNESS, abs=0.2)


def test_peaks_do_not_clip() -> None:
    """A sound with a click stays under PEAK."""
    wave = a_tone(16_000, level=0.01).wave.copy()
    wave[::1600] = 0.9
    assert 20 * np.log10(np.abs(evened(Samples(wave, 16_000)).wave).max()) <= PEAK + 1e-3


def test_silence_stays_silence() -> None:
    """Nothing is divided by nothing."""
    assert not evened(Samples(np.zeros(1000, np.float32), 8000)).wave.any()
    assert len(evened(Samples(np.zeros(0, np.float32), 8000)).wave) == 0


@pytest.mark.parametrize(("old", "new"), [(22_050, 24_000), (16_000, 24_000), (24_000, 16_000), (44_100, 48_000)])
def test_another_rate_is_the_same_sound(old: int, new: int) -> None:
    """The same tone of the same length, away from the edges."""
    found = resampled(a_tone(old), new)
    expected = a_tone(new).wave
    assert (len(found.wave), found.rate) == (new, new)
    assert np.abs(found.wave - expected)[new // 10 : -new // 10].max() < 0.01


def test_a_lower_rate_has_no_ghosts() -> None:
    """What it cannot hold is left out."""
    found = resampled(a_tone(24_000, pitch=10_000.0), 16_000)
    assert np.abs(found.wave[1600:-1600]).max() < 0.02


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 96_000])
def test_opus_has_a_rate_of_its_own(rate: int) -> None:
    """Those of RFC 6716, the next one up; the length stays."""
    with soundfile.SoundFile(io.BytesIO(encoded(a_tone(rate), "opus", {}))) as file:
        assert (file.samplerate in OPUS_RATES, file.format, file.subtype) == (True, "OGG", "OPUS")
        assert len(file) / file.samplerate == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("length", [2, 40, 3000, 90_000])
@pytest.mark.parametrize("kind", ["mp3", "opus"])
def test_tags_hold_one_line(kind: SoundFormat, length: int) -> None:
    """Without nulls and line breaks, and with letters of every kind."""
    tags = {"title": "Häfen\0 shut\nby blast — “why” 港", "comment": "x" * length, "date": "2026-03-05"}
    with soundfile.SoundFile(io.BytesIO(encoded(a_tone(24_000), kind, tags))) as file:
        assert (file.title, file.comment) == ("Häfen shut by blast — “why” 港", "x" * min(length, LONGEST_TAG))
        assert (file.artist, file.date) == ("", "2026-03-05")


def test_channels_are_mixed() -> None:
    """A voice may give two."""
    out = io.BytesIO()
    soundfile.write(out, np.array([[0.5, 0.0]] * 800), 8000, format="WAV")
    assert heard(out.getvalue()).wave.max() == pytest.approx(0.25, abs=0.001)


@pytest.mark.parametrize("body", [b"", b"RIFF", b"no sound at all", hum(0.1)[:30]])
def test_what_is_no_sound_is_named(body: bytes) -> None:
    """As the voice's fault."""
    with pytest.raises(VoiceError, match="no WAV file"):
        heard(body)


def test_parts_of_different_rates_are_not_joined() -> None:
    """Nor none."""
    with pytest.raises(VoiceError, match="changed its rate"):
        joined([a_tone(8_000), a_tone(16_000)], 0.1)
    with pytest.raises(VoiceError, match="nothing to say"):
        joined([], 0.1)


def test_the_source_type_is_a_tag_of_its_own() -> None:
    """Which programs find by its name; a size is written in sevens of bits."""
    assert id3({"digitalSourceType": "é" * 100, "title": ""}) == (
        b"ID3\x04\x00\x00\x00\x00\x01\x65TXXX\x00\x00\x01\x5b\x00\x00\x03digitalSourceType\x00" + "é".encode() * 100
    )
    assert id3({}) == b""


def test_what_is_missing_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library that makes files."""
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(PlugError, match=r"pip install 'sayso\[audio\]'"):
        heard(hum(0.1))
