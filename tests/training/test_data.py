"""Labelled articles become windows with tags and links (no torch needed)."""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from training.data import BEGIN, INSIDE, Labelled, articles, attributions, label, passes, window

from sayso.read.attribute.model import FOLDER

TEXT = "“Rain fell,” said Ilse Brask. “It stopped.”\n\nNobody knows why.\n"
STANDOFF = """T1\tSource 18 28\tIlse Brask
T2\tCue 13 17\tsaid
T3\tContent 0 12\t“Rain fell,”
T4\tContent 30 43\t“It stopped.”
T5\tAttribution 13 17\tsaid
E1\tAttribution:T5 Content:T3 Content2:T4 Cue:T2 Source:T1
T6\tSource 45 51\tNobody
T7\tCue 52 57\tknows
T8\tContent 58 61\twhy
E2\tAttribution:T7 Source:T6 Cue:T7 Content:T8
"""
TOKENIZER = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def folder(tmp_path: Path) -> Path:
    for name, suffix, words in (("text", "a.txt", TEXT), ("attributions", "a_x.ann", STANDOFF)):
        (tmp_path / name).mkdir()
        (tmp_path / name / suffix).write_text(words, "utf-8")
    return tmp_path


def labelled() -> Labelled:
    gold = [
        {"source": [(18, 28)], "cue": [(13, 17)], "content": [(0, 12), (30, 43)]},
        {"source": [(45, 51)], "cue": [(52, 57)], "content": [(58, 61)]},
    ]
    return label(TEXT, gold, TOKENIZER)


def test_stand_off_is_read_with_its_pieces_joined(tmp_path: Path) -> None:
    """Numbered roles are one role in several spans."""
    split = folder(tmp_path)
    first, second = attributions(split / "attributions" / "a_x.ann")
    assert first["content"] == [(0, 12), (30, 43)]
    assert second["source"] == [(45, 51)]
    assert [article.name for article in articles(split)] == ["a"]


def test_labels_lie_over_the_pieces() -> None:
    """Each fragment begins anew; each content piece knows its attribution; breaks are in no role."""
    item = labelled()
    row, content = item.pieces, item.tags[2]
    assert [TEXT[row.starts[k]] for k in np.flatnonzero(content == BEGIN)] == ["“", "“", "w"]
    assert {TEXT[row.starts[k] : row.ends[k]] for k in np.flatnonzero(item.owner == 1)} == {"why"}
    first, last = item.sources[0]
    assert TEXT[row.starts[first] : row.ends[last]] == "Ilse Brask"
    assert (content == INSIDE).sum() > 0


def test_a_content_whose_cue_is_outside_the_window_is_left_unlearned() -> None:
    """Its owner is unknown (-2), not none (-1); a source outside is unknown too."""
    item = labelled()
    cue = int(np.flatnonzero(item.cue_of == 0)[0])
    before = window(item, (0, cue))
    assert set(before.owner[before.tags[2] > 0].tolist()) == {-2}
    alone = window(item, (cue, cue + 1))
    assert alone.start.tolist() == [-2]


def test_batches_are_the_same_for_the_same_seed() -> None:
    """A pass is drawn from the seed and its number alone, so training can go on where it stood."""
    once, again = (passes([[labelled()]] * 6, 3, 2, 4) for _ in range(2))
    assert [[w.ids.tolist() for w in batch] for batch in once] == [[w.ids.tolist() for w in batch] for batch in again]
