"""The small voice speaks through a program, and nothing that is written can make it do anything else."""

import sys
from pathlib import Path

import pytest

from make_sound import NOON, a_brief
from publish.speech.conftest import program
from sayso.catalogue import plug
from sayso.errors import PlugError, VoiceError
from sayso.publish.speech import flite
from sayso.publish.speech.flite import Flite
from sayso.publish.speech.samples import heard
from sayso.publish.speech.spoken import spoken


@pytest.mark.usefixtures("flite_program")
def test_it_speaks() -> None:
    """A sentence lasts as long as it would be said, a longer one longer."""
    voice = plug("voices", "flite")()
    short, long = (heard(voice.speak(words)).seconds for words in ("It held.", "It held " * 10 + "for ten days."))
    assert 0.1 < short < 2 < long / 0.6
    assert (voice.name, voice.source_type) == ("flite slt", "AlgorithmicMediaDigitalSource")
    assert voice.version[0].isdigit()


@pytest.mark.usefixtures("flite_program")
def test_a_brief_is_spoken() -> None:
    """From the disclosure to the last line, in both formats."""
    made = spoken(a_brief(), Flite(), at=NOON)
    assert made.sound.seconds > 1
    assert (made.sound.source_type, set(made.bodies)) == ("AlgorithmicMediaDigitalSource", {"mp3", "opus"})


@pytest.mark.usefixtures("flite_program")
@pytest.mark.parametrize(
    "words", ["-o /x; touch y", "$(touch y) `touch y`", "--help", "Ålesund “naïve” 港", "<speak>x</speak>"]
)
def test_words_are_only_words(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No option, no command, no letters that it cannot read."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert heard(Flite().speak(words)).seconds > 0
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.usefixtures("flite_program")
def test_no_voice_is_fetched() -> None:
    """The program would take an address for a voice: names and files alone are given to it."""
    for model in ("http://voices.example/slt.flitevox", "--help", "../slt", "slt -o x"):
        with pytest.raises(PlugError, match="no voice of flite"):
            Flite(model)
    assert Flite("rms").name == "flite rms"


def test_a_missing_program_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By its Debian name."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlugError, match="apt-get install flite"):
        Flite()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("import time; time.sleep(60)", "cannot be run"),
        ("import sys; sys.exit(139)", "failed with 139"),
        ("pass", "says nothing"),
    ],
)
def test_a_program_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, what: str) -> None:
    """One that hangs, one that breaks, one that writes nothing."""
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", f"#!{sys.executable}\n{text}\n")))
    monkeypatch.setattr(flite, "PATIENCE", 0.5)
    with pytest.raises(VoiceError, match=what):
        Flite().speak("It held.")
