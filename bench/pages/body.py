"""Body text and speed beside the known tools, on pages whose article's text is known, in one run.

    python -m bench.pages.body DATA [--json FILE]

DATA is the benchmark's folder: ground-truth.json and html/*.html.gz. Times are CPU seconds of this process, the best
of `--passes`; Sayso's is the whole of take_apart_html: body, metadata, captions, parts and texts. Peers are those of
bench/pages/requirements.txt; one that is not installed is named and left out.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.pages.measure import overlap, score

from sayso.read.anatomy.html.page import take_apart_html
from sayso.record import Capture

Tool = Callable[[str], str]


class Line(NamedTuple):
    """A line of the table; `speed` in pages per CPU-second."""

    tool: str
    f1: float
    precision: float
    recall: float
    speed: float


def sayso(html: str) -> str:
    """The article bodies, one paragraph a line."""
    reading = take_apart_html(Capture(name="page", body=html.encode(), media_type="text/html"))
    articles = (text for text in reading.texts if text.kind == "article")
    return "\n".join(span.of(reading.page.text) for text in articles for span in text.body)


def peers() -> dict[str, Callable[[], Tool]]:
    """How each peer is loaded; a missing one raises ImportError."""
    return {
        "trafilatura": lambda: _trafilatura(),
        "trafilatura fast": lambda: _trafilatura(fast=True),
        "readability-lxml": _readability,
        "resiliparse": _resiliparse,
    }


def _trafilatura(**options: bool) -> Tool:
    import trafilatura

    return lambda html: trafilatura.extract(html, include_comments=False, **options) or ""


def _readability() -> Tool:
    import html_text
    from readability import Document

    return lambda html: html_text.extract_text(Document(html).summary()) or ""


def _resiliparse() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False)


def measure(name: str, tool: Tool, pages: dict[str, str], gold: dict[str, str], passes: int) -> Line:
    """One tool over all the pages."""
    found: dict[str, str] = {}
    tool(next(iter(pages.values())))  # what is loaded on first use is not the tool's pace
    best = float("inf")
    for _ in range(passes):
        start = time.process_time()
        found = {key: tool(html) for key, html in pages.items()}
        best = min(best, time.process_time() - start)
    return Line(name, *score(overlap(gold[key], found[key]) for key in pages), len(pages) / best)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("data", type=Path)
    ask.add_argument("--passes", type=int, default=3)
    ask.add_argument("--json", type=Path, help="write our figure there, for bench/gate.py")
    told = ask.parse_args()
    truth = json.loads((told.data / "ground-truth.json").read_text("utf-8"))
    gold = {key: page["articleBody"] for key, page in sorted(truth.items())}
    pages = {
        key: gzip.decompress((told.data / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        for key in gold
    }
    tools: dict[str, Tool] = {"sayso": sayso}
    for name, load in peers().items():
        try:
            tools[name] = load()
        except ImportError as err:
            print(f"{name} left out: {err.name} is not installed (pip install -r bench/pages/requirements.txt)")
    print(f"{len(pages)} pages\n{'tool':18s}    F1  precision  recall  pages/CPU-s")
    lines = []
    for name, tool in tools.items():
        lines.append(line := measure(name, tool, pages, gold, told.passes))
        print(f"{name:18s} {line.f1:.3f}  {line.precision:.3f}      {line.recall:.3f}  {line.speed:7.0f}", flush=True)
    if told.json:
        told.json.write_text(json.dumps({"pages.body.f1": lines[0].f1}) + "\n", "utf-8")


if __name__ == "__main__":
    main()
