"""One paper on several pages: a report, letter or memo that two outlets have seen is one origin, its issuer's."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.record import Source
from sayso.record.fold import words
from sayso.weigh.trace.papers import is_piece
from sayso.weigh.trace.upstream import Upstream
from sayso.weigh.wordlists import tables


def with_papers(mentions: Iterable[Upstream]) -> list[Upstream]:
    """The mentions of one side of a point, those that rest on a paper of which nobody is told to be the author anew.

    Where another page has the same from a paper of that kind, its author's, or that paper's, word they are.
    """
    every = list(mentions)
    return [_shared(one, [other for other in every if other.family != one.family]) for one in every]


def _shared(one: Upstream, others: Iterable[Upstream]) -> Upstream:
    paper = one.source
    if one.basis != "unnamed" or paper is None or paper.kind != "document" or is_piece(paper):
        return one
    same = [other for other in others if (far := paper_of(other)) and _is_one(paper, far)]
    known = next((other for other in same if other.basis == "voice"), None)
    if known or same and not one.hops:
        return replace(one, basis="voice", source=known.source if known else _first(paper, same))
    return one


def _first(paper: Source, same: Iterable[Upstream]) -> Source:
    """The one of several papers that all of their pages take for the same."""
    every = [paper, *(far for other in same if (far := paper_of(other)))]
    return min(every, key=lambda source: source.id)


def paper_of(mention: Upstream) -> Source | None:
    """The document in a mention's chain, null for none and for what is only an outlet's piece."""
    papers = [link.source for link in mention.row.claim.chain[1:] if link.source.kind == "document"]
    return papers[0] if papers and not is_piece(papers[0]) else None


def _is_one(left: Source, right: Source) -> bool:
    """Whether two papers are of one kind: a letter and a report are two, a document may be any."""
    return bool(_kinds(left) & _kinds(right))


def _kinds(paper: Source) -> frozenset[str]:
    kinds: dict[str, str] = tables("documents")["kinds"]
    run = words(paper.described_as or paper.name or "")
    cut = next((at for at, word in enumerate(run) if at and word in tables("documents")["cuts"]), len(run))
    head = run[cut - 1] if run else ""
    if head in tables("documents")["copies"] and cut + 1 < len(run):
        return _kinds(replace(paper, described_as=" ".join(run[cut + 1 :])))
    found = frozenset(kind for kind, row in kinds.items() if head in row.split())
    return frozenset(kinds) if "any" in found else found or frozenset({head})
