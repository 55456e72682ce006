"""The headline of a brief: what is said, never without who says it."""

from collections.abc import Iterable, Sequence

from sayso.publish.draft.choice import in_headline, likeness, oversteps
from sayso.publish.draft.clauses import content, quoted
from sayso.publish.draft.frame import frame
from sayso.publish.draft.voices import outlet_of, raised, voice
from sayso.record import Kept
from sayso.record.fold import words

LONGEST = 110  # characters with who denies it
WORDS = 14  # of what is said
LIKE = 0.6  # likeness to the lead line from which a headline of a page tells the same


def headline(row: Kept, rows: Iterable[Kept], against: Sequence[Kept]) -> str:
    """A headline for the lead line, in the words of a page's headline where one tells the same in fewer."""
    who, number = _who(row)
    says = frame().says[number]
    told = frame().say("headline", content=raised(_short(row, rows)), voice=who.rstrip(","), says=says)
    denier = next((one for one in against if one.claim.stance == "denies"), None)
    if denier:
        longer = frame().say("headline_refused", headline=told, voice=_brief_voice(denier))
        return longer if len(longer) <= LONGEST else told
    return told


def _who(row: Kept) -> tuple[str, str]:
    """Whom the headline names, and the form of the verb: for unnamed voices the outlet that they spoke to."""
    speaker = row.claim.speaker
    assert speaker
    outlet = outlet_of(row)
    if speaker.kind == "outlet":
        return voice(row), "outlet"
    if speaker.kind == "unnamed" and outlet:
        return outlet, "outlet"
    many = bool(speaker.count and speaker.count[0] > 1) or bool(frame().many & set(words(voice(row))[:1]))
    return _brief_voice(row), "many" if many else "one"


def _brief_voice(row: Kept) -> str:
    """A person by name alone, any other voice as ever."""
    speaker = row.claim.speaker
    assert speaker
    return speaker.name if speaker.kind == "person" and speaker.name else voice(row)


def _short(row: Kept, rows: Iterable[Kept]) -> str:
    """What is said in few words: a page's headline, else the claim's, to its first comma where it is long."""
    found = [
        one
        for one in rows
        if in_headline(one)
        and not oversteps(one.claim.content)
        and one.claim.manner in ("indirect", "own_voice")
        and not one.claim.content.isupper()
        and len(words(one.claim.content)) <= WORDS
        and likeness(one.claim.content, row.claim.content) >= LIKE
    ]
    if best := max(found, key=lambda one: likeness(one.claim.content, row.claim.content), default=None):
        return content(best)
    if row.claim.manner == "direct":
        return quoted(row)
    told = content(row)
    start, _, _ = told.partition(",")
    cut = len(words(told)) > WORDS and len(words(start)) > 3 and words(start)[0] not in frame().openings
    return start if cut else told
