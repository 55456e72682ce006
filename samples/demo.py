"""`make demo`: reads the sample pages and shows the most telling of what they say.

Every page is our own writing: Varland and Ordania, their outlets and their people do not exist.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SAYSO = Path(sys.executable).with_name("sayso")


def tell(words: str) -> None:
    print(f"\n\033[1;36m▌ {words}\033[0m" if sys.stdout.isatty() else f"\n## {words}", flush=True)


def run(*words: str) -> None:
    """Shows the command as a reader would type it, then runs it."""
    print(f"$ sayso {' '.join(word if ' ' not in word else repr(word) for word in words)}\n", flush=True)
    done = subprocess.run([SAYSO, *words], cwd=HERE.parent, env={**os.environ, "COLUMNS": "100"}, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"the demo stopped: sayso {' '.join(words)} ended with exit code {done.returncode}")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder:
        store = f"sqlite:///{folder}/record.sqlite"
        tell("A newspaper passes on another's scoop. Who says it, and through whom?")
        run("read", "samples/pages/karsk-courier-solen-dresk.html")
        tell("A crawler's plain-text dump: an article, a teaser card and a live feed that runs across midnight")
        run("read", "samples/pages/karsk-courier-feed-capture.txt")
        tell("29 pages into a record of their own")
        run("--store", store, "add", "samples/pages")
        tell("The same again changes nothing")
        run("--store", store, "add", "samples/pages/norda-arden-bridge.txt")
        tell("Who speaks, and who stays unnamed")
        run("--store", store, "sources", "--limit", "12")
        run("--store", store, "claims", "--kind", "unnamed", "--limit", "6")
        tell("Who denies")
        run("--store", store, "claims", "--stance", "denies", "--limit", "6")
        tell("One night over Velin: every figure stays with the one who gave it")
        run("--store", store, "search", "drones", "--limit", "8")
    tell("Now a page of your own")
    print("\n  .venv/bin/sayso read https://… | page.html | capture.txt      what it says, kept nowhere")
    print("  .venv/bin/sayso add  folder/ …                                keep it in your record")
    print("  .venv/bin/sayso --help\n")


if __name__ == "__main__":
    main()
