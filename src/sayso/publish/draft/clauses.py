"""A claim as a clause of a brief: what is said in the page's words, and who says it, through whom, when."""

from sayso.publish.draft.frame import frame
from sayso.publish.draft.voices import lowered, on_day, outlet_of, raised, voice
from sayso.record import Kept
from sayso.record.fold import folded, words


def clause(row: Kept) -> str:
    """The claim with its attribution, as a sentence without its full stop."""
    claim, speaker = row.claim, row.claim.speaker
    assert speaker
    told = raised(content(row))
    if speaker.kind == "outlet":
        outlet = voice(row)
        return frame().say("reported", content=told, outlet=outlet, when=_printed(row))
    outlet_name = outlet_of(row)
    if claim.manner == "direct":
        return frame().say("quoted", content=quoted(row), voice=raised(voice(row)), **_saying(row))
    if outlet_name and speaker.kind == "unnamed" and not _told_outlet(row):
        return frame().say("cited", content=told, outlet=outlet_name, voice=voice(row), when=_printed(row))
    if (claim.cue or "").casefold() in frame().accorded:
        return frame().say("accorded", content=told, voice=voice(row), when=_said_on(row))
    if outlet_name and len(claim.chain) > 2 and not _told_outlet(row):
        return frame().say("through", content=told, voice=voice(row), outlet=outlet_name, **_saying(row))
    return frame().say("told", content=told, voice=voice(row), **_saying(row))


def counter(row: Kept) -> str:
    """A claim against another, as it stands behind a semicolon."""
    claim, speaker = row.claim, row.claim.speaker
    assert speaker
    if claim.manner == "direct" and claim.quotes:
        return frame().say("opposed_quote", content=quoted(row), voice=voice(row), **_saying(row))
    if claim.stance == "denies" and not _says_what(row):
        return frame().say("refused", voice=voice(row), when=on_day(claim.stated))
    if speaker.kind in ("unnamed", "crowd") and len(claim.chain) > 2 and not _told_outlet(row):
        return _cited_against(row)
    return frame().say("opposed", content=f"that {lowered(content(row))}", voice=voice(row), **_saying(row))


def _cited_against(row: Kept) -> str:
    told, outlet = lowered(content(row)), outlet_of(row)
    if not outlet:
        return frame().say("opposed", content=f"that {told}", voice=voice(row), **_saying(row))
    return frame().say("opposed_cited", content=told, outlet=outlet, voice=voice(row), when=on_day(row.claim.stated))


def content(row: Kept) -> str:
    """What is said, on one line, without the "that" before it or the stop behind it."""
    told = " ".join(row.claim.content.split())
    if told[:5].lower() == "that ":
        told = told[5:]
    told = told.rstrip(" .,;:")
    return f"{told[:-2]}{told[-1]}" if told.endswith((".”", ",”", '."', ',"')) else told


def quoted(row: Kept) -> str:
    """The first words between quotation marks, with their marks and without the comma that ran on."""
    quote = row.claim.quotes[0]
    said = " ".join(quote.of(row.page.text).split()).strip(' "“”').rstrip(",;: ").removesuffix(".")
    return f"“{said}”"


def _saying(row: Kept) -> dict[str, str]:
    """The verb as printed where it may stand here, who was told, and when it was said."""
    claim, verbs = row.claim, frame()
    to = " ".join(claim.told_to.of(row.page.text).split()).strip(" ,") if claim.told_to else ""
    cue = next(iter(words(claim.cue or "")), "")
    if to and cue == verbs.told:
        verb, to = verbs.told, f" {to}"
    elif cue in verbs.whole and not (claim.manner != "direct" and _says_what(row)):
        verb, to = verbs.said, ""
    else:
        verb, to = (cue if cue in verbs.as_printed else verbs.said), ""
    return {"verb": verb, "to": to, "when": on_day(claim.stated)}


def _said_on(row: Kept) -> str:
    """The day of a statement; of a paper that is named with its day, nothing more."""
    return "" if any(link.source.kind == "document" for link in row.claim.chain) else on_day(row.claim.stated)


def _says_what(row: Kept) -> bool:
    """Whether a denial denies in words that may follow it: "denied that it had been told"."""
    cue = next(iter(words(row.claim.cue or "")), "")
    return cue in frame().whole and row.claim.content.lstrip()[:5].lower() == "that " and row.claim.manner != "direct"


def _told_outlet(row: Kept) -> bool:
    """Whether the page says that an outlet of the chain is whom the speaker told."""
    if not row.claim.told_to:
        return False
    told = folded(row.claim.told_to.of(row.page.text)).removeprefix("the ")
    return any(told and told == folded(link.source.name).removeprefix("the ") for link in row.claim.chain[:-1])


def _printed(row: Kept) -> str:
    """The day on which an outlet reported: as the page says, else that of the page where it is the outlet's own."""
    chain = row.claim.chain
    own = len([link for link in chain if link.source.kind == "outlet"]) == 1
    return on_day(row.claim.stated) or (on_day(row.text.published) if own else "")
