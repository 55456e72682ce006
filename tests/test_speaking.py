"""The newsroom speaks a brief once, keeps it, and knows when a claim in it is not what it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from make_sound import HUMMED, NOON, Hum
from make_weigh import a_news_page
from sayso.catalogue import PLUGS
from sayso.errors import NotKept, PlugError, SettingsError
from sayso.newsroom import Newsroom
from sayso.record import Brief, Claim, Line
from sayso.settings import Settings

HEAD = "Fire at the Veld grain depot"
DEAD = "{} workers died in the fire, Interior Minister Aron Pell said."
ROAD = "The road to Orre will stay closed until {}, the prefect Ida Moss said."
TOLD = {"url": "https://quayherald.example/veld", "outlet": "Quay Herald"}
OUTLETS = '[[outlets]]\nname = "Quay Herald"\naliases = ["QH", "the Quay"]\n'


class Room:
    """A newsroom in memory whose voice hums, with a folder of its own for sounds."""

    def __init__(self, folder: Path, **knobs: str) -> None:
        (folder / "outlets.toml").write_text(OUTLETS, "utf-8")
        told = {"voice": "hum", "sounds": str(folder / "sounds"), "outlets": str(folder / "outlets.toml"), **knobs}
        self.newsroom = Newsroom("memory:", settings=Settings(**told), clock=lambda: NOON)  # type: ignore[arg-type]
        self._folder = folder

    def keep(self, *lines: str, hour: int = 10) -> None:
        """A page of these lines, captured and weighed; at the same address each time."""
        file = self._folder / f"page{hour}.html"
        file.write_text(a_news_page(HEAD, list(lines)))
        told = {**TOLD, "captured": f"2026-03-05T{hour}:00:00+00:00"}
        assert len(list(self.newsroom.add([str(file)], **told))) == 1  # type: ignore[arg-type]
        assert len(list(self.newsroom.weigh())) == 1

    def claim(self, words: str) -> Claim:
        """The claim that holds the words."""
        return next(kept.claim for kept in self.newsroom.claims() if words in kept.claim.content)

    def brief(self, *claims: Claim, text: str = "At 4:34 AM three died, the QH reports.") -> Brief:
        """A brief of one line that rests on the claims."""
        line = Line(text=text, claim_ids=tuple(claim.id for claim in claims))
        return Brief(id="b1", story_id="s1", at=NOON, headline=HEAD, lines=(line,))


@pytest.fixture(autouse=True)
def voices(monkeypatch: pytest.MonkeyPatch) -> list[Hum]:
    monkeypatch.setitem(PLUGS["voices"], "hum", "make_sound:hum_voice")
    HUMMED.clear()
    return HUMMED


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = Room(tmp_path)
    made.keep(DEAD.format("Three"), ROAD.format("noon"))
    return made


def test_a_brief_is_spoken_once(room: Room, voices: list[Hum]) -> None:
    """The second time it comes from the folder, for another newsroom with the same record too."""
    brief = room.brief(room.claim("died"))
    assert room.newsroom.sound_kept(brief) is None
    sound = room.newsroom.sound(brief)
    said = len(voices[0].heard)
    assert room.newsroom.sound(brief) == room.newsroom.sound_kept(brief) == sound
    assert len(voices[0].heard) == said > 0
    assert room.newsroom.sound(brief, anew=True) == sound
    assert len(voices[0].heard) == 2 * said


def test_its_files_and_transcript_are_given(room: Room) -> None:
    """By the sound's id; no other file is."""
    claim = room.claim("died")
    sound = room.newsroom.sound(room.brief(claim))
    for one in sound.recordings:
        assert len(room.newsroom.sound_body(sound.id, one.format)) == one.size
        assert room.newsroom.sound_file(sound.id, one.format).stat().st_size == one.size
    assert f"4 {claim.id}\n" in room.newsroom.sound_transcript(sound)
    assert sound.disclosure.startswith(room.newsroom.sound_disclosure)
    with pytest.raises(NotKept):
        room.newsroom.sound_body("../record", "mp3")


def test_short_names_come_from_the_record(room: Room, voices: list[Hum]) -> None:
    """An outlet that the brief's claims come through is said in full; others are not guessed at."""
    brief = room.brief(room.claim("died"))
    room.newsroom.sound(brief)
    assert voices[0].heard[-1] == "At four thirty-four A M three died, the Quay Herald reports."
    other = replace(brief, lines=(Line(text="The QH reports.", claim_ids=("0" * 20,)),))
    room.newsroom.sound(other)
    assert voices[0].heard[-1] == "The Q H reports."


def test_what_was_spoken_is_heard_where_no_voice_is(room: Room, tmp_path: Path) -> None:
    """Another installation, without the voice, serves what is in the folder and says what it lacks."""
    brief = room.brief(room.claim("died"))
    sound = room.newsroom.sound(brief)
    (tmp_path / "mute").mkdir()
    mute = Room(tmp_path / "mute", voice="parrot", sounds=str(tmp_path / "sounds")).newsroom
    assert (mute.sound_kept(brief), mute.sound(brief)) == (sound, sound)
    assert mute.sound_kept(replace(brief, headline="Fire")) is None
    assert ("parrot" in mute.voiceless(), room.newsroom.voiceless()) == (True, "")


def test_the_pulse_is_another_once_a_sound_has_come(room: Room) -> None:
    """Though the record is the same."""
    before = room.newsroom.pulse()
    room.newsroom.sound(room.brief(room.claim("died")))
    assert (room.newsroom.pulse() != before, room.newsroom.pulse()) == (True, room.newsroom.pulse())


def test_other_words_or_another_voice_are_another_sound(room: Room, tmp_path: Path) -> None:
    """So are those of a reviewed brief."""
    brief = room.brief(room.claim("died"))
    sound = room.newsroom.sound(brief)
    assert room.newsroom.sound_kept(replace(brief, headline="Fire")) is None
    assert room.newsroom.sound_kept(replace(brief, reviewed_by="Mira Kolb")) is None
    (tmp_path / "other").mkdir()
    other = Room(tmp_path / "other", voice_model="2", sounds=str(tmp_path / "sounds"))
    other.keep(DEAD.format("Three"), ROAD.format("noon"))
    assert other.newsroom.sound_kept(brief) is None
    assert other.newsroom.sound(brief).id != sound.id


def test_a_sound_is_fresh_while_its_claims_stand(room: Room) -> None:
    """A page captured again as it was, and read again, changes nothing."""
    sound = room.newsroom.sound(room.brief(room.claim("died"), room.claim("closed")))
    assert room.newsroom.sound_stale(sound) == ()
    list(room.newsroom.reread())
    assert room.newsroom.sound_stale(sound) == ()


def test_an_edit_of_a_claim_makes_its_sound_stale(room: Room) -> None:
    """The claim is named; another sound, of a claim that the edit left alone, is fresh still."""
    died, closed = room.claim("died"), room.claim("closed")
    first, second = (room.newsroom.sound(room.brief(one)) for one in (died, closed))
    room.keep(DEAD.format("Five"), ROAD.format("noon"), hour=15)
    assert room.newsroom.sound_stale(first) == ((died.id, "changed"),)
    assert room.newsroom.sound_stale(second) == ()


def test_a_later_edit_counts_too(room: Room) -> None:
    """One that changes what an earlier edit had left alone."""
    died = room.claim("died")
    sound = room.newsroom.sound(room.brief(died))
    room.keep(DEAD.format("Three"), ROAD.format("dusk"), hour=15)
    assert room.newsroom.sound_stale(sound) == ()
    room.keep(DEAD.format("Five"), ROAD.format("dusk"), hour=16)
    assert room.newsroom.sound_stale(sound) == ((died.id, "changed"),)


def test_spoken_anew_it_is_fresh(room: Room) -> None:
    """The editor heard of the change and let the words stand."""
    brief = room.brief(room.claim("died"))
    room.newsroom.sound(brief)
    room.keep(DEAD.format("Five"), ROAD.format("noon"), hour=15)
    assert room.newsroom.sound_stale(room.newsroom.sound(brief, anew=True)) == ()


def test_a_claim_that_is_not_kept_any_more_is_named(room: Room, tmp_path: Path) -> None:
    """In a record that never had it."""
    died = room.claim("died")
    sound = room.newsroom.sound(room.brief(died))
    (tmp_path / "empty").mkdir()
    assert Room(tmp_path / "empty").newsroom.sound_stale(sound) == ((died.id, "gone"),)


def test_a_lexicon_of_ones_own_is_heard(tmp_path: Path, voices: list[Hum]) -> None:
    """And a bad one is named."""
    (tmp_path / "names.toml").write_text('[names]\nVeld = "Felt"\n', "utf-8")
    room = Room(tmp_path, lexicon=str(tmp_path / "names.toml"))
    room.keep(DEAD.format("Three"))
    room.newsroom.sound(room.brief(room.claim("died")))
    assert voices[0].heard[2] == "Fire at the Felt grain depot."
    with pytest.raises(SettingsError, match=r"none\.toml"):
        Room(tmp_path, lexicon="none.toml").newsroom.sound(room.brief(room.claim("died")))


def test_an_unknown_voice_is_named(tmp_path: Path) -> None:
    """With those there are."""
    with pytest.raises(PlugError, match="no plug 'parrot' among voices; known are flite, hum, piper"):
        _ = Room(tmp_path, voice="parrot").newsroom.voice
