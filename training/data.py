"""Labelled articles (brat stand-off) as windows of pieces with their tags and links."""

import collections
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sayso.read.attribute.pieces import (
    CLOSING,
    MASK,
    OPENING,
    SEP,
    Break,
    Case,
    Ints,
    Pieces,
    Span,
    pieces,
    windows,
)  # fmt: skip

ROLES = ("source", "cue", "content")
SIZE = 254  # pieces of a window
OUT, BEGIN, INSIDE = 0, 1, 2
ENTITY = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
Gold = dict[str, list[Span]]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, and for each annotator the attributions as role → spans."""

    name: str
    text: str
    versions: tuple[tuple[Gold, ...], ...]


@dataclass(frozen=True, slots=True)
class Soft:
    """What a teacher thinks of one text in pieces.

    `tags` [roles, pieces, out / begin / inside]. Of each link head (owner, start, stop) the likelier chances, as rows
    of `link` [entries, 3]: head, piece, what it points at (-1 nothing), with `chance` [entries] beside them.
    """

    tags: Floats
    link: Ints
    chance: Floats

    def cut(self, span: Span) -> "Soft":
        """Give the labels of pieces [start, end), counted from its start; links out of it are left out."""
        a, b = span
        here, at = (self.link[:, 1] >= a) & (self.link[:, 1] < b), self.link[:, 2]
        here &= (at == -1) | ((at >= a) & (at < b))
        link = self.link[here] - (0, a, 0)
        link[link[:, 2] >= 0, 2] -= a
        return Soft(self.tags[:, a:b], link, self.chance[here])


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article in pieces with one annotator's labels.

    `tags` is [roles, pieces] of OUT / BEGIN / INSIDE. `owner` names for each content piece its attribution, else -1.
    `cue_of` names for each cue piece its attribution, else -1. `sources` gives an attribution's first and last source
    piece, (-1, -1) where it has none. `soft` is what a teacher thinks of the text; `known` is false where that is all
    there is and the labels are blank.
    """

    pieces: Pieces
    tags: Ints
    owner: Ints
    cue_of: Ints
    sources: tuple[Span, ...]
    soft: Soft | None = None
    known: bool = True


def held_out(name: str) -> bool:
    """Say whether an article belongs to the slice (about one in twenty) that tuning uses and training never sees."""
    return crc32(name.encode()) % 20 == 7


def articles(split: Path) -> Iterator[Article]:
    """Give the articles of a split folder (`text/NAME.txt`, `attributions/NAME_ANNOTATOR.ann`), by name."""
    versions: dict[str, list[tuple[Gold, ...]]] = collections.defaultdict(list)
    for path in sorted((split / "attributions").glob("*.ann")):
        versions[path.stem.rsplit("_", 1)[0]].append(tuple(attributions(path)))
    for path in sorted((split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            yield Article(path.stem, file.read(), tuple(versions[path.stem]))


def attributions(path: Path) -> Iterator[Gold]:
    """Read the attribution events of one stand-off file; numbered roles are joined, pieces kept apart."""
    spans: dict[str, list[Span]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    for line in lines:
        if m := ENTITY.match(line):
            pairs = (fragment.split() for fragment in m[2].split(";"))
            spans[m[1]] = [(int(a), int(b)) for a, b in pairs]
    for line in lines:
        parts = line.rstrip("\r").split("\t")
        if not re.match(r"E\d+$", parts[0]) or len(parts) < 2 or not parts[1].startswith("Attribution"):
            continue
        gold: Gold = {role: [] for role in ROLES}
        for item in parts[1].split()[1:]:
            role, _, ref = item.partition(":")
            if (role := role.rstrip("0123456789").lower()) in gold:
                gold[role] += spans.get(ref, [])
        if gold["content"]:
            yield gold


def label(text: str, gold: Sequence[Gold], tokenizer: object) -> Labelled:
    """Lay one annotator's attributions over the pieces of `text`."""
    row = pieces(text, tokenizer)
    tags = np.zeros((len(ROLES), len(row)), dtype=np.int64)
    owner = np.full(len(row), -1, dtype=np.int64)
    cue_of = owner.copy()
    sources: list[Span] = []
    for k, attribution in enumerate(gold):
        for r, role in enumerate(ROLES):
            for start, end in attribution[role]:
                here = _covered(row, start, end)
                tags[r, here] = INSIDE
                tags[r, here[:1]] = BEGIN
                if role == "content":
                    owner[here] = k
                elif role == "cue":
                    cue_of[here] = k
        source = [int(i) for span in attribution["source"][:1] for i in _covered(row, *span)]
        sources.append((source[0], source[-1]) if source else (-1, -1))
    return Labelled(row, tags, owner, cue_of, tuple(sources))


def _covered(row: Pieces, start: int, end: int) -> Ints:
    """Give the indices of pieces with characters that touch [start, end), breaks within them too."""
    first, last = np.searchsorted(row.ends, start, "right"), np.searchsorted(row.starts, end, "left")
    here = np.arange(first, last)
    real = row.ends[here] > row.starts[here]
    return here[real.argmax() : len(here) - real[::-1].argmax()] if real.any() else here[:0]


@dataclass(frozen=True, slots=True)
class Window:
    """One window to learn from: the inputs and targets of `size` pieces, special ones left to the batch.

    `owner` holds for each piece the attribution (-1 none, -2 unknown because its cue lies outside). `start` and `stop`
    hold for each cue piece where its source begins and ends in the window (-1 none, -2 outside, -3 not a cue).
    """

    ids: Ints
    case: Ints
    quote: Ints
    begins: Ints
    tags: Ints
    owner: Ints
    cue_of: Ints
    start: Ints
    stop: Ints
    soft: Soft | None = None
    known: bool = True


def window(item: Labelled, span: Span) -> Window:
    """Cut one window out of a labelled article."""
    a, b = span
    row, owner, cue_of = item.pieces, item.owner[a:b].copy(), item.cue_of[a:b]
    owner[(owner >= 0) & ~np.isin(owner, cue_of)] = -2
    start = np.full(b - a, -3, dtype=np.int64)
    stop = start.copy()
    for i in np.flatnonzero(cue_of >= 0):
        first, last = item.sources[cue_of[i]]
        seen = first >= 0 and a <= first and last < b
        start[i], stop[i] = (first - a, last - a) if seen else (-1, -1) if first < 0 else (-2, -2)
    return Window(
        row.ids[a:b], row.case[a:b], row.quote[a:b], row.begins[a:b],
        item.tags[:, a:b], owner, cue_of, start, stop, item.soft.cut(span) if item.soft else None, item.known,
    )  # fmt: skip


def passes(
    items: Sequence[Sequence[Labelled]], seed: int, epoch: int, batch: int, *, size: int = SIZE, disturbed: bool = True
) -> list[list[Window]]:
    """Give the batches of one pass: fresh window borders, one annotator an article, like lengths together.

    A window has at most `size` pieces.
    """
    draw = random.Random(seed * 1000 + epoch)
    out: list[Window] = []
    for versions in items:
        item = draw.choice(versions)
        for span in windows(item.pieces.begins, size=size, first=draw.randint(40, size)):
            cut = window(item, span)
            out.append(_disturbed(cut, draw) if disturbed else cut)
    draw.shuffle(out)
    batches: list[list[Window]] = []
    for k in range(0, len(out), batch * 16):
        chunk = sorted(out[k : k + batch * 16], key=lambda w: len(w.ids))
        batches += [chunk[i : i + batch] for i in range(0, len(chunk), batch)]
    draw.shuffle(batches)
    return batches


def _disturbed(item: Window, draw: random.Random) -> Window:
    """Now and then hide the case of a window, its marks or a few of its words, so that none is leaned on alone."""
    ids, case, quote, begins = item.ids, item.case, item.quote, item.begins
    luck = draw.random()
    if luck < 0.06:
        written = (case == Case.CAPITAL) | (case == Case.CAPITALS) | (case == Case.MIXED)
        case = np.where(written | (case == Case.LOWER), Case.LOWER if luck < 0.03 else Case.CAPITALS, case)
    if draw.random() < 0.5:
        noise = np.random.default_rng(draw.getrandbits(32)).random(len(ids))
        ids = np.where((noise < 0.04) & (ids != SEP) & (case != Case.SIGN), MASK, ids)
    if draw.random() < 0.1:
        begins = np.where(begins == Break.SENTENCE, Break.NONE, begins)
    if draw.random() < 0.04:
        ids, quote = np.where(np.isin(ids, (OPENING, CLOSING)), MASK, ids), np.zeros_like(quote)
    return replace(item, ids=ids, case=case, quote=quote, begins=begins)
