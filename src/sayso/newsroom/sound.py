"""The newsroom's briefs as sound: spoken once, kept in a folder, and known to be stale when a claim in them changes."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

from sayso.catalogue import plug
from sayso.errors import PlugError
from sayso.newsroom.weighing import Weighing
from sayso.plugs import Voice
from sayso.record import Brief, Outlet, Sound, SoundFormat, Stood

if TYPE_CHECKING:
    from sayso.publish.speech.sounds import Sounds
    from sayso.publish.speech.spoken import Telling
    from sayso.publish.speech.stale import Stale


class Speaking(Weighing):
    """The part of a newsroom that speaks; nothing of it is loaded before a sound is asked for."""

    _voice: Voice | None = None
    _speaking = Lock()  # one sound at a time, so that two who ask for the same hear it spoken once

    def sound(self, brief: Brief, *, anew: bool = False) -> Sound:
        """The brief as sound, from the folder of sounds, or spoken and kept there now; `anew` speaks it again.

        Takes about a tenth of its length of processor time with piper. Raises PlugError, saying what to install,
        where the voice is missing, and VoiceError where it fails.
        """
        from sayso.publish.speech.spoken import spoken

        with self._speaking:
            kept = None if anew else self.sound_kept(brief)
            if kept is None:
                marks = self._marks(_claims_of(brief))
                made = spoken(brief, self.voice, at=self._clock(), telling=self._telling(brief), marks=marks)
                self._sounds.put(made)
                kept = made.sound
        return kept

    def sound_kept(self, brief: Brief) -> Sound | None:
        """The brief's sound if it was spoken before in these words, by this voice, or by any where this one is not
        installed; nothing is spoken."""
        from sayso.publish.speech.spoken import said_id, sound_id

        try:
            voice = self.voice
        except PlugError:
            return self._sounds.told(said_id(brief))
        return self._sounds.sound(sound_id(brief, voice, self._telling(brief)))

    def voiceless(self) -> str:
        """Why nothing new can be spoken, with what to install; empty where the voice of the settings is there."""
        try:
            _ = self.voice
        except PlugError as err:
            return str(err)
        return ""

    def pulse(self) -> str:
        """A word that is another whenever the record has changed or a sound has come or gone, in whatever process."""
        return f"{self._store.tide()} {self._sounds.mark()}"

    def sound_body(self, sound_id: str, kind: SoundFormat) -> bytes:
        """The bytes of a sound's file; raises NotKept."""
        return self._sounds.body(sound_id, kind)

    def sound_file(self, sound_id: str, kind: SoundFormat) -> Path:
        """Where a sound's file is, for servers that send parts of it; raises NotKept."""
        return self._sounds.file(sound_id, kind)

    def sound_transcript(self, sound: Sound) -> str:
        """What is heard and when, as WebVTT."""
        from sayso.publish.speech.transcript import webvtt

        return webvtt(sound)

    def sound_stale(self, sound: Sound) -> tuple["Stale", ...]:
        """The claims of a sound that are not any more what they were when it was spoken; none where it is fresh."""
        from sayso.publish.speech.stale import stale

        return stale(sound, self._marks(sound.claim_ids))

    @property
    def sound_disclosure(self) -> str:
        """The line that stands before every player."""
        from sayso.publish.speech.disclose import page_line

        return page_line()

    @property
    def voice(self) -> Voice:
        """The voice of the settings; raises PlugError, saying what to install, where it is missing."""
        if self._voice is None:
            self._voice = cast(Voice, plug("voices", self.settings.voice)(self.settings.voice_model))
        return self._voice

    @property
    def _sounds(self) -> "Sounds":
        from sayso.publish.speech.sounds import Sounds

        return Sounds(self.settings.sounds_folder, self.settings.max_sounds)

    def _telling(self, brief: Brief) -> "Telling":
        """Names respelled by the newsroom's lexicon, and the short names of outlets that the brief's claims rest on."""
        from sayso.publish.speech.lexicon import lexicon
        from sayso.publish.speech.shortened import full_names
        from sayso.publish.speech.spoken import Telling

        names = lexicon(Path(self.settings.lexicon).expanduser() if self.settings.lexicon else None)
        return Telling(aliases=full_names(self._outlets_of(_claims_of(brief))), names=names)

    def _outlets_of(self, claim_ids: Collection[str]) -> Iterable[Outlet]:
        """The outlets that claims are on the pages of, or come through, as far as they are recorded."""
        names: set[str] = set()
        for row in self._store.stood(claim_ids):
            names |= {name for name in (row.page.outlet, *(link.source.name for link in row.claim.chain)) if name}
        found = (self.press.outlet(name) for name in sorted(names))
        return {outlet.id: outlet for outlet in found if outlet}.values()

    def _marks(self, claim_ids: Collection[str]) -> dict[str, str]:
        """What claims are now (publish/speech/stale.py)."""
        from sayso.publish.speech.stale import marks_of

        rows = list(self._store.stood(claim_ids))
        return marks_of(rows, self._changed(rows))

    def _changed(self, rows: Iterable[Stood]) -> dict[str, list[str]]:
        """Claim id → ids of what later edits of its text changed about it, or about what its point says there."""
        from sayso.weigh.revise.changes import changes

        replaced = [row for row in rows if row.end is not None]
        points = self.points_of(row.claim.id for row in replaced)
        found: dict[str, list[str]] = defaultdict(list)
        for change in changes(self._store, view=self._store, edits=iter(self._edits_of(replaced))):
            for row in replaced if change.before else ():
                if change.before == row.claim.id or points.get(row.claim.id) in change.point_ids:
                    found[row.claim.id].append(change.id)
        return found

    def _edits_of(self, replaced: Collection[Stood]) -> list[tuple[str, str]]:
        """Every edit of the texts that claims stood in, and of what replaced them."""
        if not replaced:
            return []
        ends = [row.end for row in replaced]
        later = defaultdict(list)
        for text_id, replaces in self._store.edits(min(filter(None, ends)) if all(ends) else None):
            later[replaces].append(text_id)
        found, texts = [], [row.text.id for row in replaced]
        for one in texts:  # grows while it is walked
            found += [(text_id, one) for text_id in later[one] if (text_id, one) not in found]
            texts += [text_id for text_id in later.pop(one) if text_id not in texts]
        return found


def _claims_of(brief: Brief) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for line in brief.lines for one in line.claim_ids))
