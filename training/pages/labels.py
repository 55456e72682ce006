"""Pages with the text of their article → which of their blocks are body."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
from bench.pages.measure import shingles

from sayso.read.anatomy.html.traits import Traits, traits
from sayso.read.anatomy.html.tree import Tree, grow

_TOKEN = re.compile(r"\w+")
_BENCH, _NEWS = 1.0, 0.6  # how much a page of each set weighs: the second's labels were made by parsers


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One page: its traits, for each block 1 (body) or 0, and how much that answer weighs."""

    site: str
    source: str
    key: str
    gold: str
    tree: Tree
    traits: Traits
    body: npt.NDArray[np.float32]
    weight: npt.NDArray[np.float32]


def pages(data: Path) -> Iterator[Labelled]:
    """The labelled pages of the folders pages/ and newspages/ in `data`, the ones that hold the article's text."""
    gold = json.loads((data / "pages" / "ground-truth.json").read_text("utf-8"))
    for key, truth in sorted(gold.items()):
        html = gzip.decompress((data / "pages" / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        site = urlsplit(truth["url"]).netloc
        yield _labelled(html, truth["articleBody"], _BENCH, site=site, source="pages", key=key)
    for path in sorted((data / "newspages").glob("*/*.html.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        outlet = path.name.split("_")[0]
        truth = _story(json.loads((path.parent / f"{outlet}.json").read_text("utf-8")), grow(html).text)
        if truth:
            yield _labelled(html, truth, _NEWS, site=outlet, source="newspages", key=path.name)


def _story(versions: dict[str, dict[str, object]], text: str) -> str:
    """The text of the version that this page is: most of its paragraphs stand on it; "" where none is."""
    best, share = "", 0.5
    for version in versions.values():
        held = version.get("body")
        if not isinstance(held, dict):
            continue
        paragraphs = [
            *held["summary"],
            *(p for part in held["sections"] for p in part["headline"] + part["paragraphs"]),
        ]
        found = sum(" ".join(paragraph.split())[:60] in text for paragraph in paragraphs) / max(1, len(paragraphs))
        if found > share:
            best, share = "\n".join(paragraphs), found
    return best


def _labelled(html: str, gold: str, weight: float, *, site: str, source: str, key: str) -> Labelled:
    tree = grow(html)
    words = tuple(tree.text[block.start : block.end] for block in tree.blocks)
    shares = _shares(tree, gold)
    sizes = np.array([len(_TOKEN.findall(block)) for block in words])
    return Labelled(
        site=site, source=source, key=key, gold=gold, tree=tree, traits=traits(tree),
        body=(shares >= 0.5).astype(np.float32),
        weight=(np.sqrt(sizes) * weight).astype(np.float32),
    )  # fmt: skip


def _shares(tree: Tree, gold: str) -> npt.NDArray[np.float64]:
    """For each block, the share of its words that the article's text holds at the same place of its order."""
    tokens: list[str] = []
    owner: list[int] = []
    for number, block in enumerate(tree.blocks):
        found = _TOKEN.findall(tree.text[block.start : block.end])
        tokens += found
        owner += [number] * len(found)
    truth = _TOKEN.findall(gold)
    hits, sizes = np.zeros(len(tree.blocks)), np.bincount(owner, minlength=len(tree.blocks))
    for start, _, size in SequenceMatcher(None, tokens, truth, autojunk=False).get_matching_blocks():
        for place in range(start, start + size):
            hits[owner[place]] += 1
    shares: npt.NDArray[np.float64] = hits / np.maximum(sizes, 1)
    known = shingles(gold)
    for number in np.flatnonzero(sizes >= 6):
        own = shingles(tree.text[tree.blocks[number].start : tree.blocks[number].end])
        whole = sum((own & known).values()) / sum(own.values())
        if whole <= 0.3:  # single words that the article happens to hold
            shares[number] = min(shares[number], whole)
    return shares
