"""Sounds are found again, whole or not at all, and their folder stays in its bounds."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from make_sound import NOON, Hum, a_brief
from sayso.errors import NotKept, VoiceError
from sayso.publish.speech.sounds import Sounds
from sayso.publish.speech.spoken import Spoken, spoken

BIG = 10_000_000


def made(headline: str) -> Spoken:
    return spoken(a_brief(headline=headline), Hum(), at=NOON)


@pytest.fixture
def one() -> Spoken:
    return made("Harbor shut")


@pytest.fixture
def sounds(tmp_path: Path) -> Sounds:
    return Sounds(tmp_path / "sounds", BIG)


def test_what_is_kept_is_found(sounds: Sounds, one: Spoken) -> None:
    """With its bytes, by another that opens the same folder too."""
    assert sounds.sound(one.sound.id) is None
    sounds.put(one)
    again = Sounds(sounds.folder, BIG)
    assert again.sound(one.sound.id) == one.sound
    assert [again.body(one.sound.id, kind) for kind in ("mp3", "opus")] == list(one.bodies.values())  # type: ignore[arg-type]


def test_nothing_else_is_left_in_the_folder(sounds: Sounds, one: Spoken) -> None:
    """No half files."""
    sounds.put(one)
    found = sorted(path.name for path in sounds.folder.iterdir())
    assert found == sorted(f"{one.sound.id}.{suffix}" for suffix in ("json", "mp3", "opus", one.said))


def test_a_sound_is_found_by_what_it_says(sounds: Sounds, one: Spoken) -> None:
    """Whoever spoke it; the newest of several, and not once it is dropped."""
    other = spoken(a_brief(headline="Harbor shut"), Hum(version="2"), at=NOON)
    sounds.put(one)
    assert (sounds.told(one.said), sounds.told(made("Harbor open").said)) == (one.sound, None)
    sounds.put(other)
    os.utime(sounds.folder / f"{one.sound.id}.{one.said}", (1, 1))
    assert (one.said == other.said, sounds.told(one.said)) == (True, other.sound)
    Sounds(sounds.folder, 1).put(made("Harbor open"))
    assert sounds.told(one.said) is None


def test_the_mark_moves_when_a_sound_comes(sounds: Sounds, one: Spoken) -> None:
    """And stays when one is only asked for."""
    marks = [sounds.mark()]
    sounds.put(one)
    marks.append(sounds.mark())
    sounds.sound(one.sound.id)
    assert (marks[0] == "", marks[1] == sounds.mark(), marks[1] != "") == (True, True, True)


@pytest.mark.parametrize("suffix", ["json", "mp3", "opus"])
def test_what_was_cut_short_is_not_found(sounds: Sounds, one: Spoken, suffix: str) -> None:
    """By a full disk or a hand: it is spoken anew."""
    sounds.put(one)
    path = sounds.folder / f"{one.sound.id}.{suffix}"
    path.write_bytes(path.read_bytes()[:-9])
    assert sounds.sound(one.sound.id) is None
    path.unlink()
    assert sounds.sound(one.sound.id) is None


def test_a_sound_under_anothers_name_is_not_found(sounds: Sounds, one: Spoken) -> None:
    """What stands in the file must be what was asked for."""
    sounds.put(one)
    path = sounds.folder / f"{one.sound.id}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"id": "0" * 20}))
    assert sounds.sound(one.sound.id) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "x" * 20, "0" * 19, "0" * 20 + "/"])
def test_no_other_file_can_be_asked_for(sounds: Sounds, name: str) -> None:
    """Whatever the address said."""
    with pytest.raises(NotKept):
        sounds.body(name, "mp3")
    for ask in (sounds.body, sounds.file):
        with pytest.raises(NotKept):
            ask("0" * 20, "mp3")


def test_those_asked_for_longest_ago_go_first(sounds: Sounds) -> None:
    """And asking for one keeps it."""
    several = [made(f"Harbor shut for {days} days") for days in (1, 2, 3)]
    room = sum(sum(map(len, one.bodies.values())) + 3000 for one in several[:2])
    small = Sounds(sounds.folder, room)
    for at, one in enumerate(several[:2]):
        small.put(one)
        for path in small.folder.glob(f"{one.sound.id}.*"):
            os.utime(path, (at, at))
    assert small.sound(several[0].sound.id) is not None
    small.put(several[2])
    assert [small.sound(one.sound.id) is not None for one in several] == [True, False, True]


def test_the_newest_is_never_dropped(sounds: Sounds, one: Spoken) -> None:
    """However small the room."""
    small = Sounds(sounds.folder, 1)
    small.put(made("Harbor open"))
    small.put(one)
    assert small.sound(one.sound.id) == one.sound
    assert {path.stem for path in small.folder.iterdir()} == {one.sound.id}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, one: Spoken) -> None:
    """With what stands in the way."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(VoiceError, match="sounds cannot be kept in"):
        Sounds(tmp_path / "file" / "sounds", BIG).put(one)


def test_a_sound_without_bodies_only_renews_what_is_known(sounds: Sounds, one: Spoken) -> None:
    """Its recordings stay."""
    sounds.put(one)
    later = replace(one.sound, marks=("m", "m"))
    sounds.put(Spoken(later, {}))
    assert sounds.sound(one.sound.id) == later
