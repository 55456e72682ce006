"""Which story items share passages with an earlier one: found by an index, verified on all passages of both."""

from sayso.plugs import Scales
from sayso.record import Account, Copy

EACH = (
    400  # texts a passage may stand in and still lead somewhere: an agency report that every paper of a country prints
)
MOST = 200  # texts that are verified, those that share most indexed passages
# Shares of the shorter body, see `needed`; measured on bodies of the rumour corpus in bench/weighing/copied.py.
PART = 0.2
SHORT = 0.5
SHORT_PASSAGES = 20  # 24 words in a row: more than one quoted sentence
RUN = 36  # 40 words in a row


def copies(account: Account, scales: Scales) -> tuple[Copy, ...]:
    """The copies that a story item makes with those weighed before it, each with the earlier one (`at`, then id) left.

    Every fourth passage leads to candidates, so that 40 shared words are missed once in 30,000; what is found is exact.
    """
    counts = scales.sharing(account.passages, EACH) if account.passages else {}
    chosen = sorted(counts, key=lambda text_id: (-counts[text_id], text_id))[:MOST]
    mine = frozenset(account.passages)
    found = []
    for other in scales.accounts(chosen):
        if other.page_id != account.page_id and (copy := _copy(account, mine, other)):
            found.append(copy)
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def needed(shorter: int) -> int:
    """How many passages two bodies share at least to be copies, where the shorter one has so many.

    A fifth of a long body or 40 words in a row, whichever is less; in a brief or card at least half, up to 24 words in
    a row, since one quoted sentence is a large part of it.
    """
    return max(1, min(RUN, max(round(PART * shorter), min(SHORT_PASSAGES, round(SHORT * shorter)))))


def _copy(account: Account, mine: frozenset[int], other: Account) -> Copy | None:
    shorter = min(len(mine), len(other.passages))
    shared = len(mine.intersection(other.passages))
    if not shorter or shared < needed(shorter):
        return None
    left, right = sorted((account, other), key=lambda one: (one.at, one.text_id))
    return Copy(left=left.text_id, right=right.text_id, share=round(shared / shorter, 4))
