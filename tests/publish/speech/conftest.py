"""The program flite for the tests: the machine's, or a stand-in of our own that hums, and the run says which."""

import shutil
import stat
import sys
from pathlib import Path

import pytest

INSTALLED = shutil.which("flite") is not None
STAND_IN = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from pathlib import Path
from make_sound import hum

given = sys.argv[1:]
if given == ["--version"]:
    print("  version: flite-0.0-stand-in (hums)")
    sys.exit(1)
told = dict(zip(given[::2], given[1::2]))
words = Path(told["-f"]).read_text("ascii").split()
Path(told["-o"]).write_bytes(hum(len(words) / 16))
"""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which program the tests of flite ran."""
    if not INSTALLED:
        terminalreporter.write_line(
            "flite is not on this machine: the tests of its voice ran a stand-in that hums (apt-get install flite)"
        )


def program(path: Path, text: str) -> Path:
    """A program of the name flite in a folder of its own."""
    path.mkdir(parents=True, exist_ok=True)
    file = path / "flite"
    file.write_text(text, "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def flite_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's flite, or the stand-in in its place."""
    if not INSTALLED:
        monkeypatch.setenv("PATH", str(program(tmp_path / "bin", STAND_IN)))
