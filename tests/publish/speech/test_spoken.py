"""A brief is heard with its disclosure first, every line at its time, and tags that say what it is."""

import io
from dataclasses import replace

import pytest
import soundfile

from make_sound import NOON, Hum, a_brief
from sayso.errors import VoiceError
from sayso.publish.speech.disclose import page_line, source_address
from sayso.publish.speech.spoken import BREATH, PAUSE, Spoken, Telling, sound_id, spoken
from sayso.publish.speech.transcript import clock, webvtt
from sayso.record import Sound
from sayso.record.plain import from_plain, to_plain

DISCLOSED = "This audio is created with AI assistance and read by a synthetic voice."


@pytest.fixture
def voice() -> Hum:
    return Hum()


@pytest.fixture
def made(voice: Hum) -> Spoken:
    telling = Telling(aliases={"WCG": "the Wexcombe Coast Guard"}, artist="The Wexcombe Herald")
    return spoken(a_brief(), voice, at=NOON, telling=telling, marks={"c0": "m0"})


def test_the_disclosure_is_heard_first(made: Spoken, voice: Hum) -> None:
    """Before the headline, whatever the brief says; and who reviewed it comes second."""
    assert voice.heard[0] == "This audio is created with A I assistance and read by a synthetic voice."
    assert voice.heard[1:3] == ["No editor review is on record.", "Harbor of Wexcombe shut after blast."]
    assert made.sound.disclosure == made.sound.cues[0].text == DISCLOSED


def test_the_lines_are_said_in_words(made: Spoken, voice: Hum) -> None:
    """Clocks, ranks and short names are the voice's no more."""
    assert voice.heard[3:] == [
        "The blast was at four thirty-four A M, the Wexcombe Coast Guard said.",
        "Lieutenant General Ostrev Halvard denies it.",
    ]


def test_the_transcript_shows_what_is_written(made: Spoken) -> None:
    """Each line as it is printed, with its claims and the time at which it is heard."""
    lines = [(cue.text, cue.claim_ids) for cue in made.sound.cues[3:]]
    assert lines == [
        ("The blast was at 4:34 AM, the WCG said.", ("c0",)),
        ("Lt. Gen. Ostrev Halvard denies it.", ("c1",)),
    ]


def test_cues_follow_each_other(made: Spoken) -> None:
    """From the beginning to the end, a pause after each."""
    cues = made.sound.cues
    assert cues[0].start == 0.0
    for before, after in zip(cues, cues[1:], strict=False):
        assert after.start - before.end == pytest.approx(PAUSE, abs=0.01)
    assert made.sound.seconds == pytest.approx(cues[-1].end + PAUSE, abs=0.01)


def test_a_line_of_two_sentences_has_a_breath(voice: Hum) -> None:
    """And is one cue."""
    cue = spoken(a_brief("It held. It broke."), voice, at=NOON).sound.cues[3]
    assert cue.end - cue.start == pytest.approx(4 / 16 + 2 * BREATH, abs=0.01)


@pytest.mark.parametrize("kind", ["mp3", "opus"])
def test_the_file_says_what_it_is(made: Spoken, kind: str) -> None:
    """Title, artist, date and the disclosure with the digital source type, read back from the file itself."""
    with soundfile.SoundFile(io.BytesIO(made.bodies[kind])) as file:  # type: ignore[index]
        assert (file.title, file.artist) == ("Harbor of Wexcombe shut after blast", "The Wexcombe Herald")
        assert NOON.startswith(file.date) and file.date.startswith("2026")
        assert file.comment == (
            f"{DISCLOSED} No editor review is on record. Voice: hum. "
            "digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
        )
        assert len(file) / file.samplerate == pytest.approx(made.sound.seconds, abs=0.1)


def test_the_sound_tells_of_itself(made: Spoken) -> None:
    """Voice, kind of source, sizes, media types, the claims with their marks; and as JSON and back."""
    sound = made.sound
    assert (sound.voice, sound.source_type) == ("hum", "AlgorithmicMediaDigitalSource")
    assert [(one.format, one.media_type) for one in sound.recordings] == [
        ("mp3", "audio/mpeg"),
        ("opus", "audio/ogg; codecs=opus"),
    ]
    assert [one.size for one in sound.recordings] == [len(made.bodies["mp3"]), len(made.bodies["opus"])]
    assert (sound.claim_ids, sound.marks) == (("c0", "c1"), ("m0", ""))
    assert from_plain(Sound, to_plain(sound)) == sound


def test_a_reviewer_is_named() -> None:
    """In the second sentence and in the tag."""
    voice = Hum()
    made = spoken(a_brief(reviewed_by="Mira Kolb"), voice, at=NOON)
    assert voice.heard[1] == "Reviewed by Mira Kolb."
    with soundfile.SoundFile(io.BytesIO(made.bodies["opus"])) as file:
        assert "Reviewed by Mira Kolb." in file.comment


def test_the_id_is_what_is_said_and_by_whom(voice: Hum) -> None:
    """The same on every machine; another for other words, another voice, another version, another reviewer."""
    brief = a_brief()
    others = [
        sound_id(replace(brief, headline="Harbor open again"), voice),
        sound_id(a_brief("One line."), voice),
        sound_id(replace(brief, reviewed_by="Mira Kolb"), voice),
        sound_id(brief, Hum(name="drone")),
        sound_id(brief, Hum(version="2")),
        sound_id(brief, voice, Telling(aliases={"WCG": "the guard"})),
        sound_id(brief, voice, Telling(names={"Ostrev": "Oss-trev"})),
    ]
    assert sound_id(brief, voice) == sound_id(a_brief(), Hum())
    assert len({sound_id(brief, voice), *others}) == 1 + len(others)


def test_a_voice_that_is_silent_is_named() -> None:
    """A line without sound would be a gap that nobody hears."""

    class Mute(Hum):
        def speak(self, words: str) -> bytes:
            return b"RIFF"

    with pytest.raises(VoiceError, match="the voice gave no WAV file"):
        spoken(a_brief(), Mute(), at=NOON)


def test_a_line_of_marks_alone_is_left_out(voice: Hum) -> None:
    """It cannot be said; the others are."""
    texts = [cue.text for cue in spoken(a_brief("— … —", "It held."), voice, at=NOON).sound.cues]
    assert texts[3:] == ["It held."]


def test_the_transcript_is_a_track(made: Spoken) -> None:
    """WebVTT with hours, the claims of a line in its name."""
    track = webvtt(made.sound)
    assert track.startswith(f"WEBVTT\n\nNOTE {DISCLOSED}\n\n1\n00:00:00.000 --> 00:00:")
    assert track.endswith("Lt. Gen. Ostrev Halvard denies it.\n")
    assert "\n\n4 c0\n" in track


def test_hostile_words_stay_words_in_the_track(voice: Hum) -> None:
    """Neither tags nor times nor a blank line that would end a cue."""
    brief = a_brief('<v Kolb>& "x"\n\n00:00:01.000 --> 00:00:02.000\nsaid')
    track = webvtt(spoken(brief, voice, at=NOON).sound)
    assert '&lt;v Kolb&gt;&amp; "x" 00:00:01.000 --&gt; 00:00:02.000 said' in track


def test_hours_are_written() -> None:
    """As WebVTT wants them."""
    assert (clock(0), clock(3723.0456), clock(59.9999)) == ("00:00:00.000", "01:02:03.046", "00:01:00.000")


def test_a_length_is_iso_8601(made: Spoken) -> None:
    """For feeds and JSON-LD."""
    lengths = [replace(made.sound, seconds=one).duration for one in (0.2, 59.6, 72, 3600, 3725)]
    assert lengths == ["PT1S", "PT1M", "PT1M12S", "PT1H", "PT1H2M5S"]
    assert [replace(made.sound, seconds=one).minutes for one in (0.2, 80, 100)] == [1, 1, 2]


def test_the_page_has_its_line() -> None:
    """And the source type its address."""
    assert page_line() == "This audio is created with AI assistance"
    assert source_address("TrainedAlgorithmicMediaDigitalSource").endswith("/trainedAlgorithmicMedia")
