"""Files, folders and standard input become captures, or misses that say what to do."""

import gzip
import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.collect.folder import Files
from sayso.record import Capture, Missed

PAGE = b"<!doctype html><html><body><p>The river rose at Sorrel.</p></body></html>"
TEXT = b"The river rose at Sorrel.\n"


def collected(path: Path | str, **more: object) -> list[Capture | Missed]:
    return list(Files(str(path), **more).collect())  # type: ignore[arg-type]


def why(path: Path | str, **more: object) -> str:
    (missed,) = collected(path, **more)
    assert isinstance(missed, Missed)
    assert missed.what == str(path)
    return missed.why


def one(path: Path | str, **more: object) -> Capture:
    (capture,) = collected(path, **more)
    assert isinstance(capture, Capture)
    return capture


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page"


def test_a_file_comes_as_it_is(path: Path) -> None:
    """Its bytes, its name, what it is; nothing is made up about it."""
    path.write_bytes(PAGE)
    assert one(path) == Capture(name=str(path), body=PAGE, media_type="text/html")


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    """With all folders in it; hidden files and folders aside."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config", "c/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    names = [capture.name for capture in collected(tmp_path) if isinstance(capture, Capture)]
    assert names == [str(tmp_path / name) for name in ("a/1.txt", "a/2.txt", "b.txt")]


def test_a_folder_without_files_is_a_miss(tmp_path: Path) -> None:
    """Nothing to read is worth a word."""
    assert why(tmp_path) == "this folder holds no files"


def test_a_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    """The good ones are read."""
    (tmp_path / "1.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "2.txt").write_bytes(TEXT)
    assert [type(found) for found in collected(tmp_path)] == [Missed, Capture]


def test_standard_input_is_a_dash() -> None:
    """Packed or not."""
    assert one("-", stdin=io.BytesIO(TEXT)) == Capture(name="-", body=TEXT, media_type="text/plain")
    assert one("-", stdin=io.BytesIO(gzip.compress(PAGE))).media_type == "text/html"


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    """Known by its first bytes, whatever it is called; several members follow one another."""
    for name in ("page.html.gz", "page.html"):
        (tmp_path / name).write_bytes(gzip.compress(PAGE[:30]) + gzip.compress(PAGE[30:]) + b"\0" * 512)
        assert one(tmp_path / name).body == PAGE


def test_a_cut_short_gzip_is_a_miss(path: Path) -> None:
    """Wherever the cut is, also at the very end, where only the checksum lacks."""
    packed = gzip.compress(os.urandom(300).hex().encode())
    for size in (2, 9, 10, 11, 200, len(packed) - 1):
        path.write_bytes(packed[:size])
        assert why(path) == "its gzip is cut short: take the page again"


def test_a_damaged_gzip_is_a_miss(path: Path) -> None:
    """A wrong checksum and a broken block."""
    packed = bytearray(gzip.compress(PAGE))
    packed[-6] ^= 1
    path.write_bytes(packed)
    assert why(path).startswith("its gzip is damaged")
    path.write_bytes(gzip.compress(PAGE)[:10] + b"\xff" * 40)
    assert why(path).startswith("its gzip is damaged")


def test_a_file_of_exactly_the_limit_is_read(path: Path) -> None:
    """One byte more is too large; the limit counts what is unpacked."""
    path.write_bytes(TEXT)
    assert one(path, max_bytes=len(TEXT)).body == TEXT
    assert why(path, max_bytes=len(TEXT) - 1) == "it is larger than 25 bytes (setting max_bytes)"
    path.write_bytes(gzip.compress(TEXT))
    assert why(path, max_bytes=len(TEXT) - 1) == "it is larger than 25 bytes when unpacked (setting max_bytes)"


@pytest.mark.parametrize("packed", [False, True], ids=["sparse file", "gzip bomb"])
def test_a_huge_file_is_not_read_into_memory(path: Path, packed: bool) -> None:
    """Two gigabytes are refused by a process that may hold three hundred megabytes."""
    if packed:
        path.write_bytes(gzip.compress(b"a" * 1_000_000) * 2000)
    else:
        with path.open("wb") as file:
            file.truncate(2_000_000_000)
    program = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))
from sayso.collect.folder import Files
print(*(found.why for found in Files({str(path)!r}).collect()))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("it is larger than 10,000,000 bytes")


def test_an_empty_file_is_a_miss(path: Path) -> None:
    """Packed or not."""
    path.write_bytes(b"")
    assert why(path) == "it is empty"
    path.write_bytes(gzip.compress(b""))
    assert why(path) == "it is empty"


def test_what_is_not_there_is_a_miss(tmp_path: Path) -> None:
    """A mistyped name and a link to nothing."""
    assert why(tmp_path / "nowhere") == "there is no such file"
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert why(tmp_path / "link") == "it is a link to a file that is not there"


def test_no_file_can_have_some_names() -> None:
    """A NUL in a name, and a name of a thousand characters."""
    assert why("a\0b") == "no file can have this name"
    assert why("a" * 1000).startswith("it cannot be read")


def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    """A pipe that nobody writes to would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    assert why(tmp_path / "pipe") == "it is a device, pipe or socket, not a file"
    assert why("/dev/zero") == "it is a device, pipe or socket, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_miss(path: Path) -> None:
    """The message says what to change."""
    path.write_bytes(TEXT)
    path.chmod(0)
    assert why(path) == "it may not be read: change its permissions"


def test_a_name_that_is_no_text_survives(tmp_path: Path) -> None:
    """File names are bytes; Python's way of writing them as text leads back to the file."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_bytes(TEXT)
    assert one(path).body == TEXT


def test_limits_are_real() -> None:
    """The memory limit used above does bite on this system."""
    assert resource.getrlimit(resource.RLIMIT_AS)
    program = "import resource; resource.setrlimit(resource.RLIMIT_AS, (300_000_000,) * 2); b'a' * 1_000_000_000"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 1


def test_an_address_of_another_kind_says_which_can_be_fetched() -> None:
    """`ftp://…` is no missing file."""
    assert why("ftp://tide.example/page.html") == "it is no address that can be fetched: only http:// and https:// are"
