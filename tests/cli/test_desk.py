"""`sayso desk`: the desk opens, says where, and closes without noise."""

import signal
import subprocess
from collections.abc import Callable

import httpx

from cli.conftest import Sayso


def test_the_desk_says_where_it_is_and_closes_quietly(
    sayso_process: Callable[..., subprocess.Popen[str]], store: str
) -> None:
    """Its address on stdout, alone on the line; Ctrl-C ends it though a reader still follows it."""
    process = sayso_process("--store", store, "desk", "--port", "0")
    assert process.stdout and process.stderr
    at = process.stdout.readline().strip()
    with httpx.Client() as reader, reader.stream("GET", f"{at}live?tide=none") as stream:
        first = next(stream.iter_lines())
        page = httpx.get(at)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) in (0, 130)
    told = process.stderr.read()
    assert (first, page.status_code, "Dam gates opened" in page.text) == ("retry: 2000", 200, True)
    assert ("Traceback" in told, "Ctrl-C closes it" in told) == (False, True)


def test_an_open_bind_is_refused_with_what_to_do(sayso: Sayso, store: str) -> None:
    """Without users, nobody else may read the record."""
    done = sayso("--store", store, "desk", "--host", "0.0.0.0")
    assert (done.exit_code, "no users yet" in done.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(
    sayso: Sayso, sayso_process: Callable[..., subprocess.Popen[str]], store: str
) -> None:
    """With what to do."""
    process = sayso_process("--store", store, "desk", "--port", "0")
    assert process.stdout
    port = process.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1]
    done = sayso("--store", store, "desk", "--port", port)
    assert (done.exit_code, "choose another with --port" in done.stderr) == (2, True)


def test_a_record_that_is_not_there_is_told(sayso: Sayso) -> None:
    """The desk makes no record."""
    done = sayso("desk", "--port", "0")
    assert (done.exit_code, "sayso add PATH" in done.stderr) == (3, True)
