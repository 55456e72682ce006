"""`sayso add`: kept once, whole, and gone on with after a stop."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

STORE = "sqlite:///record.sqlite"


def test_a_page_is_kept_once(sayso, page: Path) -> None:
    """The second time says so, keeps nothing and ends well."""
    first, second = sayso("--store", STORE, "add", str(page)), sayso("add", "--store", STORE, str(page))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith("kept  ") and second.stdout.startswith("already kept  ")
    assert "1 page: 1 kept" in first.stderr and "1 page: 1 already kept" in second.stderr
    assert len(sayso("--store", STORE, "pages", "--json").stdout.splitlines()) == 1


def test_an_edited_page_says_what_it_replaces(sayso, tmp_path: Path) -> None:
    """The same address taken again with other words keeps both, and says that the old text is replaced."""
    gates = "\n\n".join(f"The mayor of Sorrel said on Sunday that gate {n} of the old dam held." for n in range(9))
    for name, more in (("one.txt", ""), ("two.txt", "\n\nGate ten broke, she said later.")):
        head = "Old dam holds at Sorrel, mayor says\n\nBy Ilka Moren March 4, 2031 9:57 PM\n\n"
        (tmp_path / name).write_text(f"{head}{gates}{more}\n")
        clock = "2031-03-05T08:00" if name == "one.txt" else "2031-03-05T09:00"
        done = sayso("--store", STORE, "add", name, "--url", "https://vesna.example/dam", "--captured", clock)
    assert "replaces 1 older text" in done.stdout


def test_the_default_record_lies_in_the_data_folder(sayso, page: Path) -> None:
    sayso("add", str(page))
    assert list(Path("home/sayso").glob("record.sqlite"))


def test_ctrl_c_stops_after_the_page_in_hand_and_goes_on(sayso, sayso_process, page: Path) -> None:
    """130, no traceback, how to go on; the same command then keeps every page exactly once."""
    for name in "abc":
        (page.parent / f"{name}.html").write_text(page.read_text().replace("70 boats", f"{name} boats"))
    command = ("--store", STORE, "add", "a.html", "-", "b.html", "c.html")
    running = sayso_process(*command)
    assert running.stdout and running.stdout.readline().startswith("kept  a.html")
    running.send_signal(signal.SIGINT)  # while it waits for, or turns to, the page on standard input
    out, err = running.communicate(input=page.read_text(), timeout=60)
    assert running.returncode == 130, err
    assert "Traceback" not in err and "the same command again goes on" in err
    assert ".html" not in out
    again = sayso(*command, stdin=page.read_text())
    assert again.exit_code == 0
    assert again.stdout.startswith("already kept  a.html")
    pages = [json.loads(line)["id"] for line in sayso("--store", STORE, "pages", "--json").stdout.splitlines()]
    assert len(pages) == len(set(pages)) == 4


def test_a_bar_on_the_terminal_leaves_stdout_alone(page: Path) -> None:
    """Where a person watches stderr, a bar counts the pages; stdout still has its plain line for each."""
    (page.parent / "pages").mkdir()
    for number in range(5):
        (page.parent / "pages" / f"{number}.html").write_text(page.read_text())
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "sayso", "--store", STORE, "add", "pages"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # how a terminal whose last writer left ends, on Linux
            while piece := os.read(mine, 4096):
                seen += piece
        assert running.stdout
        lines = running.stdout.read().splitlines()
    os.close(mine)
    assert len(lines) == 5 and "\x1b" not in "".join(lines)
    assert b"5/5" in seen


def test_ctrl_c_while_reading_ends_with_its_code(sayso_process) -> None:
    """Stopped while waiting for standard input: 130, one line, no traceback."""
    running = sayso_process("read", "-")
    running.stdin.write("The mayor said so.\n" * 20_000)  # more than a pipe holds: it returns once sayso is reading
    running.stdin.flush()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err


def test_a_closed_pipe_ends_quietly(sayso_process, page: Path) -> None:
    """`sayso read … | head -1`: no traceback, no complaint."""
    (page.parent / "pages").mkdir()
    for number in range(30):
        (page.parent / "pages" / f"{number}.html").write_text(page.read_text() * 40)
    running: subprocess.Popen[str] = sayso_process("read", "pages", "--json")
    assert running.stdout and running.stderr
    running.stdout.read(10)
    running.stdout.close()
    started = time.monotonic()
    running.wait(timeout=60)
    assert time.monotonic() - started < 60
    assert running.stderr.read() == ""
    assert running.returncode == 0
    running.stderr.close()
