"""`sayso add`: kept once, whole, and gone on with after a stop."""

import json
import signal
import subprocess
import time
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
    lines = "".join(f"<p>The mayor of Sorrel said on Sunday that gate {n} of the old dam held.</p>" for n in range(9))
    for name, more in (("one.html", ""), ("two.html", "<p>Gate ten broke, she said later.</p>")):
        (tmp_path / name).write_text(
            f"<html><head><title>Dam holds</title></head><body><article><h1>Dam holds at Sorrel</h1>{lines}{more}"
            "</article></body></html>"
        )
        clock = "2031-03-05T08:00" if name == "one.html" else "2031-03-05T09:00"
        done = sayso("--store", STORE, "add", name, "--url", "https://vesna.example/dam", "--captured", clock)
    assert "replaces 1 older text" in done.stdout


def test_the_default_record_lies_in_the_data_folder(sayso, page: Path) -> None:
    sayso("add", str(page))
    assert list(Path("home/sayso").glob("record.sqlite"))


def test_ctrl_c_stops_after_the_page_in_hand_and_goes_on(sayso, sayso_process, page: Path) -> None:
    """130, no traceback, how to go on; the same command then keeps every page exactly once."""
    (page.parent / "pages").mkdir()
    for number in range(400):
        words = page.read_text().replace("70 boats", f"{number} boats")
        (page.parent / "pages" / f"{number:03}.html").write_text(words)
    running = sayso_process("--store", STORE, "add", "pages")
    assert running.stdout and running.stdout.readline().startswith("kept  ")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "Traceback" not in err and "the same command again goes on" in err
    stopped_at = 1 + out.count("\n")
    assert stopped_at < 400
    again = sayso("--store", STORE, "add", "pages")
    assert again.exit_code == 0
    assert again.stdout.count("already kept  ") == stopped_at
    pages = [json.loads(line)["id"] for line in sayso("--store", STORE, "pages", "--json").stdout.splitlines()]
    assert len(pages) == len(set(pages)) == 400


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
