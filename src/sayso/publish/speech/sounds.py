"""A folder of sounds: found again by id, written whole or not at all, bounded."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from sayso.errors import NotKept, RecordError, VoiceError
from sayso.publish.speech.spoken import Spoken
from sayso.record import Sound, SoundFormat
from sayso.record.plain import from_plain, to_plain

_ID = re.compile(r"[0-9a-f]{20}")


class Sounds:
    """Sounds in a folder, at most `most` bytes of them: those that were asked for longest ago go first.

    A sound is ID.json with its recordings beside it; the JSON is written last, so that it never names what is missing.
    An empty file ID.SAID says what was said in it, whoever spoke (spoken.said_id).
    """

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most

    def sound(self, sound_id: str) -> Sound | None:
        """A sound that is kept whole, null where there is none."""
        path = self._path(sound_id, "json")
        try:
            sound = from_plain(Sound, json.loads(path.read_text("utf-8")))
            whole = all(self._path(sound_id, one.format).stat().st_size == one.size for one in sound.recordings)
        except (OSError, ValueError, RecordError):  # gone, or cut short by a full disk: it is spoken anew
            return None
        if not whole or sound.id != sound_id:
            return None
        with suppress(OSError):
            os.utime(path)
        return sound

    def told(self, said: str) -> Sound | None:
        """The newest sound in which just this was said, by whatever voice; null where there is none."""
        found = [path for path in self.folder.glob(f"*.{said}") if _ID.fullmatch(path.stem)]
        found.sort(key=_moment, reverse=True)
        return next((sound for path in found if (sound := self.sound(path.stem))), None)

    def mark(self) -> str:
        """A word that is another whenever a sound has come or gone."""
        try:
            return str(self.folder.stat().st_mtime_ns)
        except OSError:  # none was spoken yet
            return ""

    def body(self, sound_id: str, kind: SoundFormat) -> bytes:
        """The bytes of a recording; raises NotKept."""
        try:
            return self.file(sound_id, kind).read_bytes()
        except OSError as err:  # dropped meanwhile
            raise NotKept(f"there is no {kind} of the sound {sound_id}") from err

    def file(self, sound_id: str, kind: SoundFormat) -> Path:
        """Where a recording is, for servers that send parts of it; raises NotKept."""
        path = self._path(sound_id, kind)
        if not path.is_file():
            raise NotKept(f"there is no {kind} of the sound {sound_id}")
        return path

    def put(self, spoken: Spoken) -> None:
        """Keeps a sound, or what is known of one that is kept; raises VoiceError where the folder cannot be written."""
        sound = spoken.sound
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for kind, body in spoken.bodies.items():
                self._write(self._path(sound.id, kind), body)
            if spoken.said:
                self._path(sound.id, spoken.said).touch()
            self._write(self._path(sound.id, "json"), json.dumps(to_plain(sound), ensure_ascii=False).encode())
        except OSError as err:
            raise VoiceError(f"sounds cannot be kept in {self.folder}: {err}") from err
        self._shrink(sound.id)

    def _path(self, sound_id: str, suffix: str) -> Path:
        if not _ID.fullmatch(sound_id) or not suffix.isalnum():
            raise NotKept(f"{sound_id!r} is no id of a sound")
        return self.folder / f"{sound_id}.{suffix}"

    def _write(self, path: Path, body: bytes) -> None:
        with NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as file:
            try:
                file.write(body)
                file.close()
                Path(file.name).replace(path)
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _shrink(self, kept_id: str) -> None:
        """Drops the sounds that were asked for longest ago, never the one that was just kept."""
        sounds = sorted(self._held(), key=lambda one: one[0])
        size = sum(one[1] for one in sounds)
        for _, bytes_, sound_id in sounds:
            if size <= self.most:
                return
            if sound_id != kept_id:
                size -= bytes_
                for path in [self._path(sound_id, "json"), *self.folder.glob(f"{sound_id}.*")]:
                    with suppress(OSError):
                        path.unlink()

    def _held(self) -> Iterator[tuple[float, int, str]]:
        """(moment it was last asked for, bytes, id) of every sound."""
        found: dict[str, tuple[float, int]] = {}
        for path in self.folder.iterdir():
            if _ID.fullmatch(path.stem):
                with suppress(OSError):
                    told = path.stat()
                    asked, size = found.get(path.stem, (0.0, 0))
                    found[path.stem] = (max(asked, told.st_mtime), size + told.st_size)
        return ((asked, size, sound_id) for sound_id, (asked, size) in found.items())


def _moment(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # dropped meanwhile
        return 0.0
