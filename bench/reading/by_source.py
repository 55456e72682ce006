"""Recall by the kind of source: `… by_source.py --data DIR --scorer FILE [--split dev] [--json OUT]`.

Sorts the gold attributions of a PolNeAR split by the words of their source and gives how many of each sort the scorer
finds right (relation). The sorts are those of the peers' measurement: none, pronouns alone, named (a word with a
capital that does not open its sentence, or two), unnamed nouns ("two officials").
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from calibration import matched, scorer_of

from sayso.read.words import phrases

PRONOUNS = frozenset(phrases("grammar", "pronouns")) | {
    "i",
    "we",
    "you",
    "who",
    "which",
    "one",
    "that",
    "this",
    "those",
}


def sort_of(words: list[str], opens: bool) -> str:
    """The sort of a source by its words; `opens` says that its first word opens a sentence."""
    if not words:
        return "none"
    if all(word.lower() in PRONOUNS for word in words):
        return "pronoun"
    capitals = [k for k, word in enumerate(words) if word[:1].isupper() and word.lower() not in {"the", "a", "an"}]
    return "named" if len(capitals) > 1 or any(k or not opens for k in capitals) else "unnamed"


def source_words(doc: Any, tokens: frozenset[int]) -> tuple[list[str], bool]:
    """The source's words as printed, and whether it opens a sentence."""
    places = sorted(tokens)
    if not places:
        return [], False
    start = doc.tokens[places[0]][0]
    found = [doc.text[a:b] for a, b in (doc.tokens[i][:2] for i in places)]
    return found, not re.search(r"[\w,;:]\W{0,2}$", doc.text[max(0, start - 4) : start].rstrip("\"“”'’ "))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    right, total = Counter[str](), Counter[str]()
    for doc, gold, _, hits in matched(args.data / args.split, scorer_of(args.scorer)):
        for k, one in enumerate(gold):
            sort = sort_of(*source_words(doc, one["source"]))
            total[sort] += 1
            right[sort] += k in hits
    for sort, count in total.most_common():
        print(f"{sort:8} {right[sort]:5} of {count:5}   {right[sort] / count:.3f}")
    if args.json:
        named = {f"reading.attribution.{sort}_source_recall": round(right[sort] / total[sort], 4) for sort in total}
        args.json.write_text(json.dumps(named, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
