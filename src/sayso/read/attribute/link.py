"""From what the network thinks of each piece to attributions: cues, then the source and the contents of each.

Every content piece asks "whose cue am I under"; every cue asks "where does my source begin and end, if anywhere". One
best path through the pieces then shares the contents out between the cues, so that none is claimed twice and a
content in pieces stays one.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.read.attribute.model import OWNER, START, STOP, Floats, Thought, Window
from sayso.read.attribute.pieces import Case, Ints, Span

SOURCE_TAG, CUE_TAG, CONTENT_TAG = range(3)
FLOOR, SEEN = 1e-5, 0.01  # the least chance reckoned with, and the least that makes a cue a candidate owner
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Tuning:
    """Numbers found on the held-out slice of the training articles, never on a split that is reported."""

    cue: float = 0.55  # least chance of the surest piece of a cue
    edge: float = 0.25  # least chance of its other pieces
    keep: float = 0.5  # least chance of a whole attribution
    enter: float = -1.5  # log-odds added where a content begins
    tags: float = 0.2  # weight of the content tags; the links have the rest
    content: float = 0.0  # log-odds added to every content piece
    silent: float = 0.6  # chance of "no source is named" from which that is believed
    source_tags: float = 0.1  # weight of the source tags beside the source borders
    longest: int = 40  # pieces a source may have
    piece: float = 0.5  # least chance of a piece of content beside a surer one
    slope: float = 0.828  # of the logistic curve over the raw score's log-odds that makes it a chance, and
    shift: float = -0.457  # its shift (training/calibrate.py)

    own_slope: float = 1.206  # the same for a sentence in the outlet's own voice
    own_shift: float = -0.240

    def chance(self, raw: float) -> float:
        """The chance that an attribution of a raw score in [0, 1] is right."""
        return _logistic(raw, self.slope, self.shift)

    def own_chance(self, raw: float) -> float:
        """The chance that a sentence that is so likely nobody's words is in the outlet's own voice."""
        return _logistic(raw, self.own_slope, self.own_shift)


def _logistic(raw: float, slope: float, shift: float) -> float:
    raw = min(1 - FLOOR, max(FLOOR, raw))
    return 1 / (1 + math.exp(-(slope * math.log(raw / (1 - raw)) + shift)))


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as half-open runs of pieces; `source` is None where the text names none. Chances in [0, 1]."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    cue_sure: float
    content_sure: float
    source_sure: float

    @property
    def sure(self) -> float:
        """How sure the reader is of cue, content and source together."""
        return math.sqrt(self.cue_sure * self.content_sure * self.source_sure)


def link(thought: Thought, tuning: Tuning) -> list[Linked]:
    """Give the attributions of a text in the order of their cues."""
    glued = _glued(thought)
    cues = _cues(thought, glued, tuning)
    owners = _owners(thought, cues)
    shared = _path(thought, owners, glued, tuning)
    out: list[Linked] = []
    for k, cue in enumerate(cues):
        here = np.flatnonzero(shared == k)
        source, source_sure = _source(thought, cue, glued, tuning) if len(here) else (None, 0.0)
        if source:  # the words that name the speaker are not what is said
            here = here[(here < source[0]) | (here >= source[1])]
        if len(here):
            cue_sure = 1 - float(thought.tags[CUE_TAG, cue[0] : cue[1], 0].mean())
            contents, owned = _likely(here, [owners[j].get(k, 0.0) for j in here.tolist()], tuning.piece)
            found = Linked(cue, source, contents, cue_sure, owned, source_sure)
            if found.sure >= tuning.keep:
                out.append(found)
    return out


def _cues(thought: Thought, glued: Ints, tuning: Tuning) -> list[Span]:
    """Give the runs of pieces that attribute."""
    chances = 1 - thought.tags[CUE_TAG, :, 0]
    likely = _runs(thought.tags[CUE_TAG], glued, min(tuning.edge, tuning.cue))
    return [(start, end) for start, end in likely if chances[start:end].max() >= tuning.cue]


def _glued(thought: Thought) -> Ints:
    """Say for each piece whether it goes on with the word of the piece before it."""
    row = thought.pieces
    word = (row.case != Case.SIGN) & (row.case != Case.NONE)
    out = np.zeros(len(row), dtype=np.int64)
    out[1:] = (row.starts[1:] == row.ends[:-1]) & word[1:] & word[:-1]
    return out


def _runs(tags: Floats, glued: Ints, least: float) -> list[Span]:
    """Give runs of whole words whose chance to be in a role reaches `least`; one that begins anew is a new run."""
    out: list[Span] = []
    for j in np.flatnonzero(1 - tags[:, 0] >= least).tolist():
        if out and out[-1][1] > j:
            continue
        start, end = _whole(j, j + 1, glued)
        if out and out[-1][1] == start and tags[j, 1] <= tags[j, 2]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _whole(start: int, end: int, glued: Ints) -> Span:
    """Widen a run to whole words."""
    while start > 0 and glued[start]:
        start -= 1
    while end < len(glued) and glued[end]:
        end += 1
    return start, end


def _likely(here: Ints, chances: Sequence[float], least: float) -> tuple[tuple[Span, ...], float]:
    """Give the runs of neighbouring indices, stray ones dropped, and the mean chance of what is left."""
    cuts = np.flatnonzero(np.diff(here) > 1) + 1
    parts = list(zip(np.split(here, cuts), np.split(np.array(chances), cuts), strict=True))
    likely = [(run, chance) for run, chance in parts if chance.mean() >= least]
    kept = likely or [max(parts, key=lambda part: float(part[1].mean()))]
    runs = tuple((int(run[0]), int(run[-1]) + 1) for run, _ in kept)
    return runs, float(np.concatenate([chance for _, chance in kept]).mean())


def _within(window: Window, cue: Span) -> Span | None:
    """Give the rows of a cue in a window, None where it is not wholly inside."""
    if window.start <= cue[0] and cue[1] <= window.end:
        return cue[0] - window.start, cue[1] - window.start
    return None


def _owners(thought: Thought, cues: Sequence[Span]) -> list[dict[int, float]]:
    """Give for each piece the cues it may be under, with the chance; a mean over windows, their middles weigh more."""
    out: list[dict[int, float]] = [{} for _ in range(len(thought.pieces))]
    for k, cue in enumerate(cues):
        seen = [(window, rows) for window in thought.windows if (rows := _within(window, cue))]
        if not seen:
            continue
        first, last = min(w.start for w, _ in seen), max(w.end for w, _ in seen)
        mass, weights = np.zeros(last - first, dtype=np.float32), np.full(last - first, FLOOR, dtype=np.float32)
        for window, (a, b) in seen:
            both, here = np.minimum(window.weight, window.weight[a]), slice(window.start - first, window.end - first)
            mass[here] += window.links[OWNER, :, a + 1 : b + 1].sum(axis=1) * both
            weights[here] += both
        chance = mass / weights
        for j in np.flatnonzero(chance >= SEEN).tolist():
            out[first + j][k] = float(chance[j])
    for start, end in cues:  # a word that attributes is not what is attributed
        for j in range(start, end):
            if thought.tags[CUE_TAG, j, 0] <= thought.tags[CONTENT_TAG, j, 0]:
                out[j] = {}
    return out


def _path(thought: Thought, owners: Sequence[dict[int, float]], glued: Ints, tuning: Tuning) -> Ints:
    """Give the owner of each piece (NOBODY for none) on the best path: borders cost, a word is never split."""
    tags = np.clip(thought.tags[CONTENT_TAG], FLOOR, 1.0)
    inside = np.clip(1 - tags[:, 0], FLOOR, 1.0).tolist()
    begin = np.log(tags[:, 1] / (tags[:, 1] + tags[:, 2])).tolist()
    stay = np.log(tags[:, 2] / (tags[:, 1] + tags[:, 2])).tolist()
    outside, bound = tags[:, 0].tolist(), glued.tolist()
    breaks = (thought.pieces.starts == thought.pieces.ends).tolist()
    best: dict[int, float] = {NOBODY: 0.0}
    back: list[dict[int, int]] = []
    links = 1 - tuning.tags
    for j, owner in enumerate(owners):
        none = max(FLOOR, 1 - sum(owner.values()))
        costs = {NOBODY: tuning.tags * math.log(outside[j]) + links * math.log(none)}
        if owner and not breaks[j]:
            mine = tuning.tags * math.log(inside[j]) + tuning.content
            costs |= {k: mine + links * math.log(v) for k, v in owner.items()}
        best, came = _step(best, costs, begin[j] + tuning.enter, stay[j], glued=bool(bound[j]))
        back.append(came)
    return _traced(best, back)


def _step(
    best: dict[int, float], costs: dict[int, float], enter: float, stay: float, *, glued: bool
) -> tuple[dict[int, float], dict[int, int]]:
    """Go one piece on: give the best score of each owner and where it came from."""
    top = max(best, key=best.__getitem__)
    scores: dict[int, float] = {}
    came: dict[int, int] = {}
    for k, cost in costs.items():
        choices = []
        if k in best:
            choices.append((best[k] + (0.0 if k == NOBODY else stay), k))
        if not glued or not choices:
            away = best[top] + (0.0 if k == NOBODY else enter) - (20.0 if glued else 0.0)
            choices.append((away, top))
        score, came[k] = max(choices)
        scores[k] = score + cost
    return scores, came


def _traced(best: dict[int, float], back: Sequence[dict[int, int]]) -> Ints:
    """Walk the best path back to its beginning."""
    out = np.full(len(back), NOBODY, dtype=np.int64)
    at = max(best, key=best.__getitem__)
    for j in range(len(back) - 1, -1, -1):
        out[j] = at
        at = back[j][at]
    return out


def _source(thought: Thought, cue: Span, glued: Ints, tuning: Tuning) -> tuple[Span | None, float]:
    """Give the source of a cue and the chance of its borders; (None, chance) where the text names none."""
    inside = [
        (min(rows[0], w.end - w.start - rows[0]), k, w, rows)
        for k, w in enumerate(thought.windows)
        if (rows := _within(w, cue))
    ]
    if not inside:
        return None, 0.0
    _, _, window, (a, b) = max(inside, key=lambda x: x[:2])
    first, last = (np.log(window.links[which, a:b].mean(axis=0) + FLOOR) for which in (START, STOP))
    tags = np.log(np.clip(1 - thought.tags[SOURCE_TAG, window.start : window.end, 0], FLOOR, 1.0))
    none = math.exp(float(first[0] + last[0]) / 2)
    found = None if none >= tuning.silent else _best(first, last, tags, tuning)
    if found is None:
        return None, min(1.0, none)
    s, e = found
    sure = min(1.0, math.exp(float(first[s] + last[e]) / 2))
    return _whole(window.start + s - 1, window.start + e, glued), sure


def _best(first: Floats, last: Floats, tags: Floats, tuning: Tuning) -> Span | None:
    """Give the best of the likely borders, by their chances and the tags between them, which can only take away."""
    pairs = sorted(
        ((float(first[s] + last[e]), (s, e)) for s, e in _borders(first, last, tuning.longest)), reverse=True
    )
    best: tuple[float, Span] | None = None
    for chance, (s, e) in pairs:
        if best is not None and chance < best[0]:
            break
        mean = np.add.reduce(tags[s - 1 : e]) / np.float32(e - s + 1)
        one = (chance + float(mean) * tuning.source_tags, (s, e))
        best = one if best is None else max(best, one)
    return best[1] if best else None


def _borders(first: Floats, last: Floats, longest: int) -> Iterator[Span]:
    """Give likely (first, last) pairs, in order and at most `longest` apart."""
    starts = [int(k) for k in np.argsort(-first[1:])[:8] + 1]
    ends = [int(k) for k in np.argsort(-last[1:])[:8] + 1]
    for s in starts:
        for e in ends:
            if s <= e < s + longest:
                yield s, e
