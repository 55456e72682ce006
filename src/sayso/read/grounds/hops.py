"""The grounds of a chain: each voice, how the word left it, and what is known of the speaker."""

from collections.abc import Iterator

from sayso.read.chain.counts import count_of
from sayso.read.grounds.case import Case
from sayso.read.grounds.facts import counted_from
from sayso.read.grounds.ties import Tie, tie
from sayso.read.verbs import RELATION
from sayso.record import Anonymity, Ground, Link, Relation, Source, SourceKind, Span
from sayso.record.wording import count_words, source_name, when_words

_KINDS: dict[SourceKind, str] = {
    "person": "the words of one office or person",
    "organisation": "the words of a body",
    "office": "the words of an office",
    "document": "the words of a paper, a post or a poll",
    "outlet": "the words of an outlet",
    "crowd": "the words of many at once",
    "unnamed": "the words of somebody without a name",
}
_ANONYMITY: dict[Anonymity, str] = {
    "named": "the page gives the name",
    "described": "one office, body or paper, without a name",
    "affiliated": "the words tell the side",
    "vague": "the words tell no side",
    "nobody": "no words stand for a voice",
}
_UNLISTED: dict[Relation, str] = {
    "reported": "what an outlet passes on is reported",
    "cited": "what a paper says is cited",
    "told": "any voice but an outlet or a paper has told it",
}


def hop_grounds(case: Case) -> Iterator[Ground]:
    """The grounds of every hop, the outlet's first, with the speaker's kind, anonymity and number at the end."""
    chain = case.claim.chain
    for k, link in enumerate(chain):
        tied = tie(case.desk, link)
        yield _voice(case, k, link, tied)
        if k:
            yield _relation(case, k, link)
        if link.at:
            spans = (link.at.span,) if link.at.span else ()
            yield case.ground(
                f"chain[{k}].at", when_words(link.at), "times", spans, counted_from(case.desk, link.at, case.item)
            )
        if k == len(chain) - 1 and (k or case.claim.manner != "own_voice"):
            yield from _known(case, k, link, tied)


def _voice(case: Case, k: int, link: Link, tied: Tie | None) -> Ground:
    """Who it is, by which words, and what ties them to the claim."""
    if not k:
        rule = "told of the page, or said by the page itself" if link.source.name else "nobody told, and never guessed"
        return case.ground("chain[0]", source_name(link.source), "anatomy", (), rule)
    spans = [span for span in (link.span, tied.to if tied else None) if span]
    rules = [rule for rule in (tied.rule if tied else None, _place_rule(case, k, link)) if rule]
    return case.ground(f"chain[{k}]", source_name(link.source), "chain", spans, "; ".join(rules) or None)


def _place_rule(case: Case, k: int, link: Link) -> str | None:
    """Where the voice stands, if not beside the claim's own cue."""
    claim, last = case.claim, k == len(case.claim.chain) - 1
    if link.relation == "republished":
        return "an agency whose copy the page prints"
    if link.span is None:
        return None
    if case.inside(link):
        return "heard inside the words of the voice before it"
    if last and not claim.source_spans:
        named = link.source.kind != "unnamed" or link.source.described_as
        return "named in the sentence beside the quotation" if named else "no speaker stands beside the words"
    around = case.desk.sheet.around(claim.cue_spans + claim.source_spans + claim.content_spans)
    if not last and around and not around.meets(link.span):
        return "how the same source reached the press earlier on the page"
    return None


def _relation(case: Case, k: int, link: Link) -> Ground:
    """How the word left a voice: by its verb; an agency whose copy is printed has none."""
    field = f"chain[{k}].relation"
    if link.relation == "republished":
        spans = (link.span,) if link.span else ()
        return case.ground(field, link.relation, "chain", spans, "its name alone, in a dateline, a byline or brackets")
    words = (link.cue or "").lower().split()
    listed = any(word in RELATION or " ".join(words[at : at + 2]) in RELATION for at, word in enumerate(words))
    rule = None if listed else _UNLISTED.get(link.relation)
    return case.ground(field, link.relation, "chain", case.cue_of(link), rule)


def _known(case: Case, k: int, link: Link, tied: Tie | None) -> Iterator[Ground]:
    """Kind, anonymity and number of the speaker."""
    source, field = link.source, f"chain[{k}].source"
    spans = [span for span in (tied.to if tied and tied.to else link.span,) if span]
    nobody = source.anonymity == "nobody"
    named_by = "names" if source.name and source.entity_id else "chain"
    kind_rule = "no words stand for a voice" if nobody else _kind_rule(source)
    yield case.ground(f"{field}.kind", source.kind, named_by, () if nobody else spans, kind_rule)
    if source.anonymity:
        rule = _ANONYMITY[source.anonymity]
        yield case.ground(f"{field}.anonymity", source.anonymity, "chain", () if nobody else spans, rule)
    count = count_words(source.count, "voice") if source.count else None
    yield case.ground(f"{field}.count", count, "chain", spans if source.count else (), _count_rule(case, source, spans))


def _kind_rule(source: Source) -> str:
    if source.used_as == "government":
        return "the name of a place that stands for its government"
    return f"a name of this kind: {source.kind}" if source.name else _KINDS[source.kind]


def _count_rule(case: Case, source: Source, spans: list[Span]) -> str | None:
    """What counts the voices: a number word, two names, or the form of the noun."""
    if source.count is None:
        return None
    if source.name:
        return "two names joined by “and”"
    words = source.described_as or (case.desk.words(spans[0]) if spans else "")
    if count_of(words) == source.count:
        return "the words give the number"
    return "a singular" if source.count == (1, 1) else "a plural without a number"
