"""Which claim of a point a brief takes for it, and which ones stand against it."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.publish.draft.frame import frame
from sayso.publish.draft.voices import outlet_of
from sayso.record import Kept
from sayso.record.fold import folded, words

FITS = 0.4  # share of the shorter one's informative words that two tellings of one thing have in common
STEM = 5  # letters by which two words are taken for forms of one
LEAST, MOST = 4, 45  # words of a content that stands alone
AGAINST = 2  # voices against a point that a line has room for


def told_for(rows: Iterable[Kept], others: Sequence[Kept]) -> Kept | None:
    """The claim that tells a point best: not a headline, understood alone, with a voice; null where none does."""
    fit = [row for row in rows if stands_alone(row) and not in_headline(row)]
    return max(fit, key=lambda row: (_worth(row, others), -row.claim.span.start), default=None)


def fits(row: Kept, others: Sequence[Kept]) -> bool:
    """Whether a point's claims tell mostly what this one tells, so that what is counted of the point is of it."""
    alike = sum(likeness(row.claim.content, one.claim.content) >= FITS and _one_figure(row, one) for one in others)
    leads = others[0] if others else row  # whose words are the gist: a figure that it lacks is not what is counted
    return 2 * alike >= len(others) and (_figures(row) <= _figures(leads) or bool(_figures(row) & _figures(leads)))


def told_against(rows: Iterable[Kept], chosen: Kept) -> tuple[Kept, ...]:
    """Who stands against it, each voice once: denials first, then other statements that name something it names."""
    found: dict[str, Kept] = {}
    for row in sorted(_against(rows, chosen), key=lambda row: (row.claim.stance != "denies", not _named(row))):
        found.setdefault(_called(row), row)
    return tuple(found.values())[:AGAINST]


def stands_alone(row: Kept) -> bool:
    """Whether a claim can be told without the sentences around it, and somebody is there to tell it of."""
    claim = row.claim
    told = [one for one in words(claim.content) if one != "that"]
    if claim.mode != "statement" or not LEAST <= len(told) <= MOST or not attributed(row):
        return False
    if claim.manner == "direct":
        return (
            bool(claim.quotes) and not (frame().inside & set(told)) and (told[0] not in frame().leaning or figured(row))
        )
    cue = next(iter(words(claim.cue or "")), "")
    lone = told[0] not in frame().leaning and "?" not in claim.content and cue not in frame().objects
    lone = lone and not _leans(claim.content)
    return lone and not oversteps(claim.content) and _balanced(claim.content)


def attributed(row: Kept) -> bool:
    """Whether the record knows whom a claim is of, or which outlet printed it."""
    speaker = row.claim.speaker
    called = words((speaker.name or speaker.described_as or "") if speaker else "")
    if called and called[0] in frame().leaning and speaker and not speaker.name:
        return False
    if len(called) == 1 and called[0] in frame().leaning:
        return False
    if row.claim.manner == "own_voice" or speaker is None or speaker.kind == "outlet":
        return bool(speaker and speaker.name)
    if speaker.kind == "unnamed":
        return bool(speaker.described_as) and speaker.anonymity != "nobody"
    return bool(speaker.name or speaker.described_as)


def _one_figure(row: Kept, other: Kept) -> bool:
    """Whether two claims share a figure, or one gives none."""
    ours, theirs = _figures(row), _figures(other)
    return not ours or not theirs or bool(ours & theirs)


def _figures(row: Kept) -> set[float | None]:
    return {one.low for one in row.claim.quantities if one.unit or one.counts}


def figured(row: Kept) -> bool:
    """Whether the claim gives a figure."""
    return bool(row.claim.quantities)


def in_headline(row: Kept) -> bool:
    """Whether the claim is what the headline tells: shorter than the story, its chain often with it."""
    headline = row.text.headline_span
    return headline is not None and headline.meets(row.claim.span)


def oversteps(told: str) -> bool:
    """Whether words say that a thing is so, which a brief never does."""
    return any(one.startswith(frame().never) for one in words(told))


def likeness(left: str, right: str) -> float:
    """The share of the shorter one's informative words, by their stems, that both have."""
    ours, theirs = _stems(left), _stems(right)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _worth(row: Kept, others: Sequence[Kept]) -> float:
    """How well a claim tells a point: like what the others tell, its speaker and outlet known, short enough."""
    claim, speaker = row.claim, row.claim.speaker
    score = 4 * sum(likeness(claim.content, other.claim.content) for other in others) / max(1, len(others))
    score += claim.score + (outlet_of(row) is not None) + 0.5 * _named(row)
    score += bool(speaker and speaker.kind != "outlet")
    score -= 1.0 * (claim.manner == "direct") + 1.5 * bool(speaker and _leans(speaker.described_as or ""))
    return score - 0.03 * max(0, len(claim.content.split()) - 25)


def _leans(told: str) -> bool:
    """Whether words speak of somebody whom a sentence before them named."""
    return any(f" {phrase} " in f" {folded(told)} " for phrase in frame().phrases)


def _against(rows: Iterable[Kept], chosen: Kept) -> Iterator[Kept]:
    speaker = _called(chosen)
    for row in rows:
        if _called(row) == speaker or in_headline(row) or not attributed(row) or row.claim.manner == "own_voice":
            continue
        opposed = bool(_stems(row.claim.content) & _stems(chosen.claim.content))
        if row.claim.stance == "denies" or (opposed and stands_alone(row)):
            yield row


def _called(row: Kept) -> str:
    speaker = row.claim.speaker
    return folded(speaker.name or speaker.described_as) if speaker else ""


def _named(row: Kept) -> bool:
    return bool(row.claim.speaker and row.claim.speaker.name)


def _stems(told: str) -> set[str]:
    return {one[:STEM] for one in words(told) if one not in frame().plain and (len(one) > 2 or one.isdigit())}


def _balanced(told: str) -> bool:
    return (
        told.count("“") == told.count("”")
        and told.count('"') % 2 == 0
        and words(told)[-1] not in frame().as_printed
        and not told.rstrip().endswith((" and", ","))
    )
