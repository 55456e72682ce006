"""A brief spoken: its disclosure, its headline and its lines, each with the time at which it is heard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.errors import VoiceError
from sayso.plugs import Voice
from sayso.publish.speech.disclose import file_comment, review_line, source_address, spoken_first
from sayso.publish.speech.lexicon import Respelled, lexicon
from sayso.publish.speech.normalise import NOTHING, normalised
from sayso.publish.speech.samples import MEDIA_TYPES, Samples, encoded, evened, heard, joined
from sayso.publish.speech.sentences import sentences
from sayso.record import Brief, Cue, Recording, Sound, SoundFormat, make_id

VERSION = "1"  # another wherever the same brief would be said or encoded otherwise
BREATH, PAUSE = 0.15, 0.45  # seconds after a sentence and after a line
FORMATS: tuple[SoundFormat, ...] = ("mp3", "opus")


class Spoken(NamedTuple):
    """A sound with the bytes of its recordings; `said` is `said_id` of its brief, empty where that is not told."""

    sound: Sound
    bodies: Mapping[SoundFormat, bytes]
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a brief is told: short names in full (`aliases`), names respelled, who is named as the artist of the file."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    names: Respelled = field(default_factory=lexicon)
    artist: str = "Sayso"


class _Said(NamedTuple):
    text: str
    claim_ids: tuple[str, ...]
    words: tuple[str, ...]  # what the voice reads, a sentence each


def spoken(
    brief: Brief, voice: Voice, *, at: str, telling: Telling | None = None, marks: Mapping[str, str] = NOTHING
) -> Spoken:
    """The brief as sound in every format, begun by the disclosure; `marks` say what its claims are now (stale.py).

    `at` is the ISO time that it is kept under. Raises VoiceError where the voice cannot speak it.
    """
    told = telling or Telling()
    said = tuple(_said(brief, voice, told))
    parts = [_line(voice, one) for one in said]
    whole = evened(joined(parts, PAUSE))
    bodies = {kind: encoded(whole, kind, _tags(brief, voice, told)) for kind in FORMATS}
    claim_ids = tuple(dict.fromkeys(one for line in brief.lines for one in line.claim_ids))
    sound = Sound(
        id=sound_id(brief, voice, told),
        brief_id=brief.id,
        at=at,
        title=brief.headline,
        seconds=round(whole.seconds, 3),
        disclosure=spoken_first(),
        voice=voice.name,
        source_type=voice.source_type,
        recordings=tuple(
            Recording(format=kind, media_type=MEDIA_TYPES[kind], size=len(body)) for kind, body in bodies.items()
        ),
        cues=tuple(_cues(said, parts)),
        claim_ids=claim_ids,
        marks=tuple(marks.get(one, "") for one in claim_ids),
    )
    return Spoken(sound, bodies, said_id(brief))


def sound_id(brief: Brief, voice: Voice, telling: Telling | None = None) -> str:
    """The id that a brief's sound has: what is said, what stands in its tags, the voice and the versions of both."""
    told = telling or Telling()
    words = ((one.text, one.claim_ids, one.words) for one in _said(brief, voice, told))
    tags = sorted(_tags(brief, voice, told).items())
    return make_id("sound", VERSION, voice.name, voice.version, brief.id, *tags, *words)


def said_id(brief: Brief) -> str:
    """The id of what a brief says and rests on, whoever speaks it: by it a sound is found where no voice is."""
    return make_id("said", brief.id, *((text, *claim_ids) for text, claim_ids in _rows(brief)))


def _rows(brief: Brief) -> list[tuple[str, tuple[str, ...]]]:
    """What is read out, in order, each with the claims it rests on."""
    opening = (spoken_first(), review_line(brief.reviewed_by), brief.headline)
    return [*((text, ()) for text in opening), *((line.text, line.claim_ids) for line in brief.lines)]


def _said(brief: Brief, voice: Voice, telling: Telling) -> Iterator[_Said]:
    """What is heard, in order; a line that holds nothing to say is left out."""
    for text, claim_ids in _rows(brief):
        aliases, names, letters = telling.aliases, telling.names, voice.letters
        every = (normalised(one, aliases=aliases, names=names, letters=letters) for one in sentences(text))
        if words := tuple(one for one in every if one):
            yield _Said(text, claim_ids, words)


def _line(voice: Voice, said: _Said) -> Samples:
    parts = [heard(voice.speak(words)) for words in said.words]
    if not sum(len(one.wave) for one in parts):
        raise VoiceError(f"{voice.name} says nothing for {said.text[:60]!r}")
    return joined(parts, BREATH) if len(parts) > 1 else parts[0]


def _cues(said: Sequence[_Said], parts: Sequence[Samples]) -> Iterator[Cue]:
    start = 0.0
    for one, part in zip(said, parts, strict=True):
        end = start + part.seconds
        yield Cue(start=round(start, 3), end=round(end, 3), text=one.text, claim_ids=one.claim_ids)
        start = end + PAUSE


def _tags(brief: Brief, voice: Voice, telling: Telling) -> dict[str, str]:
    return {
        "title": brief.headline,
        "artist": telling.artist,
        "date": brief.at[:10],
        "comment": file_comment(voice.name, voice.source_type, brief.reviewed_by),
        "digitalSourceType": source_address(voice.source_type),
    }
