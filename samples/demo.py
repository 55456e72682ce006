"""`make demo`: reads the sample pages and shows the most telling of what they say, and what stands behind it.

Every page is our own writing: Varland and Ordania, their outlets and their people do not exist.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SAYSO = Path(sys.executable).with_name("sayso")
PAGES = HERE / "pages"
COLUMNS = {**os.environ, "COLUMNS": "100"}


def tell(words: str) -> None:
    print(f"\n\033[1;36m▌ {words}\033[0m" if sys.stdout.isatty() else f"\n## {words}", flush=True)


def run(*words: str, shown: str = "") -> None:
    """Shows the command as a reader would type it, then runs it."""
    typed = shown or " ".join(word if " " not in word else repr(word) for word in words)
    print(f"$ sayso {typed}\n", flush=True)
    done = subprocess.run([SAYSO, *words], cwd=HERE.parent, env=COLUMNS, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"the demo stopped: sayso {typed} ended with exit code {done.returncode}")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder:
        store = f"sqlite:///{folder}/record.sqlite"
        read_two()
        keep(store)
        ask(store)
        weigh(store)
    tell("The same record as pages, live, in a browser")
    print("\n  make desk                                                     prints its address; Ctrl-C ends it")
    tell("Now a page of your own")
    print("\n  .venv/bin/sayso read https://… | page.html | capture.txt      what it says, kept nowhere")
    print("  .venv/bin/sayso add  folder/ …                                keep it in your record, and weigh it")
    print("  .venv/bin/sayso points                                        how many origins stand behind what")
    print("  .venv/bin/sayso --help\n")


def read_two() -> None:
    """Two pages, read and not kept."""
    tell("A newspaper passes on another's scoop. Who says it, and through whom?")
    run("read", "samples/pages/karsk-courier-solen-dresk.html")
    tell("A crawler's plain-text dump: an article, a teaser card and a live feed that runs across midnight")
    run("read", "samples/pages/karsk-courier-feed-capture.txt")


def keep(store: str) -> None:
    """All pages into a record."""
    html, dumps = (sorted(map(str, PAGES.glob(kind))) for kind in ("*.html", "*.txt"))
    norda = [name for name in dumps if Path(name).name.startswith("norda-")]
    rest = [name for name in dumps if name not in norda]
    tell(f"{len(html) + len(dumps)} pages into a record of their own")
    run("--store", store, "add", *html, shown="add samples/pages/*.html")
    tell("A dump does not say whose it is: that is told, never guessed")
    run("--store", store, "add", "--outlet", "Norda", *norda, shown="add --outlet Norda samples/pages/norda-*.txt")
    run("--store", store, "add", *rest, shown="add …")
    tell("The same again changes nothing")
    run("--store", store, "add", *html[:1], shown=f"add samples/pages/{Path(html[0]).name}")


def ask(store: str) -> None:
    """What the record holds."""
    tell("Who speaks, and who stays unnamed")
    run("--store", store, "sources", "--limit", "12", shown="sources --limit 12")
    run("--store", store, "claims", "--kind", "unnamed", "--limit", "6", shown="claims --kind unnamed --limit 6")
    tell("One night over Velin: every figure stays with the one who gave it")
    run("--store", store, "search", "drones", "--limit", "8", shown="search drones --limit 8")


def weigh(store: str) -> None:
    """How many origins stand behind it, who disputes it, what changed."""

    def sayso(*words: str) -> None:
        run("--store", store, *words, shown=" ".join(word if " " not in word else repr(word) for word in words))

    scoop = point(store, "samples/pages/harbour-post-solen-dresk-call.html", "spoke by telephone")
    told = point(store, "samples/pages/harbour-post-solen-dresk-call.html", "in advance")
    tell("What is told, by how many, from how many origins, and who denies it")
    sayso("points", "--limit", "8")
    tell("A dozen pages carry the scoop. Where do they have it from?")
    sayso("why", scoop["id"][:8])
    tell("Before anybody denied it, and before a second outlet had sources of its own")
    sayso("points", "--about", "spoke telephone", "--as-of", "2026-03-06T00:00")
    tell("A denial of one part of a report only: the call itself is another point")
    sayso("why", told["id"][:8])
    tell("Who disputes what; and figures that rose, beside figures that cannot both be right")
    sayso("disputes")
    sayso("points", "--about", "injured", "--all")
    tell("The story in time, and what moved since noon on March 6")
    sayso("story", scoop["story_id"][:8], "--since", "2026-03-06T12:00")
    tell("A page that was captured again: what changed, and whether the page says so")
    sayso("changes")
    tell("An editor knows better: her ruling is kept with her name, and survives every weighing")
    sayso("rule", "different", scoop["id"][:8], told["id"][:8], "--by", "Ana Reth", "--note", "the call, and who knew")


def point(store: str, page: str, words: str) -> dict[str, str]:
    """The point that a page's claim with these words belongs to."""
    claims = _objects("--store", store, "claims", "--json", "--about", words)
    url = next(line["page"]["url"] for line in _objects("read", page, "--json"))
    mine = {claim["id"] for claim in claims if claim["page_url"] == url}
    points = _objects("--store", store, "points", "--json")
    return next(one for one in points if mine & {*one["for"], *one["against"]})


def _objects(*words: str) -> list[dict]:  # type: ignore[type-arg]
    done = subprocess.run([SAYSO, *words], cwd=HERE.parent, env=COLUMNS, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    main()
