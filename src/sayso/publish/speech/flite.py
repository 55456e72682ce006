"""The small voice of the Debian program flite: quick and plain, for tests and small machines."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from sayso.errors import PlugError, VoiceError
from sayso.record import DigitalSource

PATIENCE = 60.0  # seconds for one sentence
EMPTY = 44  # bytes of a WAV file without sound
_NAME = re.compile(r"[a-z0-9_]{1,40}")


class Flite:
    """A voice of flite by its name (slt, rms, awb, kal), or the .flitevox file at a path.

    Raises PlugError, saying what to install, where the program is missing.
    """

    source_type: DigitalSource = "AlgorithmicMediaDigitalSource"
    letters: Mapping[str, str] = MappingProxyType({"A": "ay"})

    def __init__(self, model: str = "") -> None:
        program = shutil.which("flite")
        if program is None:
            raise PlugError("the voice 'flite' needs the program flite; on Debian: apt-get install flite")
        if model and not _NAME.fullmatch(model) and not Path(model).is_file():  # flite would fetch an address
            raise PlugError(f"there is no voice of flite at {model!r}: give a name such as slt, or a file")
        self._program, self._model = program, model or "slt"
        self.name = f"flite {Path(self._model).stem}"

    @cached_property
    def version(self) -> str:
        """The program's version, "?" where it does not tell."""
        found = re.search(r"flite-([\w.-]{1,20})", self._run("--version"))
        return found[1] if found else "?"

    def speak(self, words: str) -> bytes:
        """Sound of the words, as a WAV file; raises VoiceError where the program fails or says nothing."""
        with TemporaryDirectory(prefix="sayso-") as folder:
            text, out = Path(folder, "words.txt"), Path(folder, "words.wav")
            text.write_text(_plain(words), "ascii")
            self._run("-voice", self._model, "-f", str(text), "-o", str(out))
            sound = out.read_bytes() if out.is_file() else b""
        if len(sound) <= EMPTY:
            raise VoiceError(f"{self.name} says nothing for {words[:60]!r}")
        return sound

    def _run(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                [self._program, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as err:
            raise VoiceError(f"{self._program} cannot be run: {err}") from err
        if done.returncode not in (0, 1):  # it ends with 1 after --version
            raise VoiceError(f"{self._program} failed with {done.returncode}: {done.stderr[:200]!r}")
        return (done.stdout + done.stderr).decode("utf-8", "replace")


def _plain(words: str) -> str:
    """Letters without accents, since the program reads ASCII alone."""
    parted = unicodedata.normalize("NFKD", words)
    return parted.encode("ascii", "ignore").decode("ascii") + "\n"
