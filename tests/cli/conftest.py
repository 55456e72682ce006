"""A command line with nothing of the person who runs the tests in it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.made import CAPTURE, READING
from sayso.cli import main
from sayso.newsroom import open_store
from sayso.settings import Settings

Sayso = Callable[..., Result]


@pytest.fixture(autouse=True)
def _nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("SAYSO_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def sayso() -> Sayso:
    """Runs `sayso` with these words in this process; stdout and stderr apart."""

    def run(*words: str, stdin: bytes | str | None = None) -> Result:
        return CliRunner().invoke(main, list(words), input=stdin, prog_name="sayso")

    return run


def _hears_ctrl_c() -> None:
    """A shell starts what it runs in the background deaf to Ctrl-C, and so would be all that the tests start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def sayso_process() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `sayso` as a process of its own; what still runs at the end of the test is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "sayso", *words]
        pipe = subprocess.PIPE
        started.append(
            subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, preexec_fn=_hears_ctrl_c)
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()
        process.wait()


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A record that holds the hand-read page."""
    url = f"sqlite:///{tmp_path / 'record.sqlite'}"
    kept = open_store(url, Settings())
    kept.put(READING, CAPTURE)
    kept.close()
    return url


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page that can be read."""
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Boats</title></head><body><article><h1>Boats sent to Sorrel</h1>"
        "<p>The army sent 70 boats to Sorrel on Sunday, Captain Ola Brandt said.</p></article></body></html>",
        "utf-8",
    )
    return path
