"""Copied passages on real bodies: `python bench/weighing/copied.py BODIES.csv [--limit N] [--show FROM TO]`.

Every body of a corpus (columns "Body ID", "articleBody") becomes a story item and is weighed for copies one after the
other; what is found stands beside an exact comparison of all pairs. `--show 0.2 0.3` prints ids of pairs in that band
of containment with the longest run of words they share, on screen only.
"""

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from sayso.record import Account, Weighed
from sayso.record.fold import words
from sayso.store.scales import MemoryScales
from sayso.weigh.trace.copied import copies, needed
from sayso.weigh.trace.passages import passages

BANDS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.01)


def bodies(file: Path, limit: int | None) -> dict[str, str]:
    """Body id → body, in the order of the file."""
    csv.field_size_limit(sys.maxsize)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [(row["Body ID"], row["articleBody"]) for row in csv.DictReader(lines)]
    return dict(rows[:limit])


def account_of(ident: str, body: str) -> Account:
    """A story item with the passages of a body; its id stands for its moment."""
    return Account(text_id=ident, page_id=f"page {ident}", at=ident.zfill(8), passages=passages(body))


def longest_run(left: str, right: str) -> tuple[int, str]:
    """The most words in a row that two texts share, and these words."""
    a, b = words(left), words(right)
    best, end, before = 0, 0, Counter[int]()
    places = defaultdict(list)
    for at, word in enumerate(b):
        places[word].append(at)
    for at, word in enumerate(a):
        now = Counter[int]()
        for other in places[word]:
            now[other] = before[other - 1] + 1
            if now[other] > best:
                best, end = now[other], at + 1
        before = now
    return best, " ".join(a[end - best : end])


def exact(accounts: list[Account]) -> dict[tuple[str, str], int]:
    """Shared passages of every pair that shares any, by brute comparison."""
    held = {one.text_id: set(one.passages) for one in accounts}
    shared = {(a, b): len(held[a] & held[b]) for a, b in combinations(held, 2)}
    return {pair: count for pair, count in shared.items() if count}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("bodies", type=Path)
    ask.add_argument("--limit", type=int)
    ask.add_argument("--sample", type=int, default=600, help="how many bodies are compared all with all")
    ask.add_argument("--show", type=float, nargs=2, metavar=("FROM", "TO"))
    asked = ask.parse_args()
    told = bodies(asked.bodies, asked.limit)
    start = time.process_time()
    accounts = [account_of(ident, body) for ident, body in told.items()]
    hashed = time.process_time()
    scales, found = MemoryScales(), {}
    for account in accounts:
        for copy in copies(account, scales):
            found[frozenset((copy.left, copy.right))] = copy.share
        scales.put_weighed(Weighed(page_id=account.page_id, by="bench", accounts=(account,)))
    done = time.process_time()
    each = 1000 / len(accounts)
    hashing, finding = each * (hashed - start), each * (done - hashed)
    print(f"{len(accounts)} bodies: passages {hashing:.2f} ms, copies {finding:.2f} ms each")
    print(f"{len(found)} pairs; by share of the shorter body:")
    for low, high in zip(BANDS, BANDS[1:], strict=False):
        print(f"  {low:.1f} to {min(high, 1):.1f}  {sum(low <= share < high for share in found.values())}")
    sample = accounts[: asked.sample]
    size = {one.text_id: len(one.passages) for one in sample}
    truth = {p: n for p, n in exact(sample).items() if n >= needed(min(size[p[0]], size[p[1]]))}
    runs = [p for p in truth if longest_run(told[p[0]], told[p[1]])[0] >= 40]
    for name, some in (("all of them", list(truth)), ("those with 40 words in a row", runs)):
        hit = sum(frozenset(p) in found for p in some)
        print(f"of {len(sample)} compared all with all: {name}: {len(some)}, found {hit}")
    for pair, share in sorted(found.items(), key=lambda one: one[1]) if asked.show else ():
        if asked.show[0] <= share < asked.show[1]:
            a, b = sorted(pair)
            count, run = longest_run(told[a], told[b])
            print(f"{a:>5} {b:>5} {share:.2f}  {count:3} words: {run[:160]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
