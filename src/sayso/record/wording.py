"""Times, voices and quantities of the record in words."""

import re
from collections.abc import Iterable

from sayso.record import Claim, Link, Quantity, Source, When

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SCALE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_BOUND = {"exactly": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
_WHERE = re.compile(  # at most 40 characters, so linear
    r" ((?:in|over|near|at|from|on|off|outside|inside|around|under|across|above|along) [^\n,.;:()\"“”?!]{2,40}?)"
    r"(?=[\n,.;:()\"“”?!]| (?:and|which|that|who|but|while)\b|$)"
)
_FIELDS = {
    "source_spans": "source",
    "told_to": "told to",
    "unnamed_because": "why unnamed",
    "event_ids": "event",
    "quantities": "figure",
}
_PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(?:source\.)?(\w+))?")
_KINDS_SHOWN = {"document", "crowd"}  # a person, an office, an organisation shows in its name


def when_words(when: When) -> str:
    """A time as an ISO day or minute with what the page leaves out: "2024-11-10 14:20, zone not printed; inferred"."""
    if when.earliest is None and when.latest is None:
        return "time not captured"
    first, last = _moment(when.earliest, when), _moment(when.latest, when)
    words = first if first == last else f"{first} to {last}"
    if when.grain == "minute" and not _zone(when.earliest or when.latest or ""):
        words += ", zone not printed"
    return f"{words} (inferred)" if when.inferred else words


def _moment(iso: str | None, when: When) -> str:
    if iso is None:
        return "an open end"
    if when.grain == "minute":
        return f"{iso[:10]} {iso[11:16]}{' ' if _zone(iso) else ''}{_zone(iso)}"
    return iso[: {"year": 4, "month": 7}.get(when.grain or "day", 10)]


def _zone(iso: str) -> str:
    clock = iso[11:]
    at = max(clock.find("+"), clock.find("-"))
    return "UTC" if clock.endswith("Z") else clock[at:] if at > 0 else ""


def number_words(number: float) -> str:
    """A number as a newspaper prints it: 70, 1,500, 61.4 billion."""
    for scale, name in _SCALE:
        if abs(number) >= scale and round(number / scale, 3) * scale == number:
            return f"{number / scale:g} {name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def count_words(count: tuple[int, int | None], noun: str) -> str:
    """How many: "one source", "two sources", "two or more sources", "several sources", "three to five sources"."""
    low, high = count
    if high is None:
        return f"{'several' if low == 3 else f'{_small(low)} or more'} {noun}s"
    if low == high:
        return f"{_small(low)} {noun}{'' if low == 1 else 's'}"
    return f"{_small(low)} to {_small(high)} {noun}s"


def _small(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def source_name(source: Source) -> str:
    """What to call a voice: its name, or the page's words for it, or what is not known of it."""
    if source.name:
        return source.name
    if source.described_as:
        return source.described_as
    if source.kind == "outlet":
        return "outlet not named"
    return "somebody unnamed" if source.kind == "unnamed" else f"{_article(source.kind)} not named"


def source_notes(source: Source) -> list[str]:
    """What else is known of a voice: its title, its anonymity and number, what the name stands for."""
    notes = [source.described_as] if source.name and source.described_as else []
    if source.used_as == "government":
        notes.append("the government")
    if source.kind == "unnamed":
        notes.append("unnamed" + (f", {count_words(source.count, 'source')}" if source.count else ""))
    elif source.kind in _KINDS_SHOWN:
        notes.append(source.kind + (f" of {count_words(source.count, 'voice')}" if source.count else ""))
    elif source.count and source.count != (1, 1):
        notes.append(count_words(source.count, "voice"))
    return notes


def link_words(link: Link) -> str:
    """How the word left a voice: the verb as printed, else the relation; a bare name or a dash is no verb."""
    cue, name = link.cue or "", link.source.name or ""
    bare = cue.isupper() or (bool(name) and (cue.startswith(name) or name.startswith(cue)))
    return f"“{cue}”" if any(letter.isalpha() for letter in cue) and not bare else link.relation


def quantity_words(quantity: Quantity, parts: Iterable[Quantity], text: str) -> str:
    """How many of what, with its parts in brackets: "70 drones (34 of them in Moscow Oblast)"."""
    words = _amount(quantity) + (f" {quantity.counts}" if quantity.counts else "")
    inside = [f"{_amount(part)} of them{_narrowed(part, quantity, text)}" for part in parts]
    return words + (f" ({'; '.join(inside)})" if inside else "")


def _narrowed(part: Quantity, whole: Quantity, text: str) -> str:
    """What sets a part apart from its whole: what it counts, else the words of place that the page prints behind it."""
    if part.counts and part.counts != whole.counts:
        return f" {part.counts}"
    behind = _WHERE.match(text, part.span.end)
    return f" {behind[1]}" if behind else ""


def _amount(quantity: Quantity) -> str:
    low, high, bound = quantity.low, quantity.high, _BOUND[quantity.bound]
    if low is None and high is None:
        words = "an unknown number"
    elif low is None or high is None:
        word = "at least" if high is None else "at most"
        words = f"{word} {number_words(low if low is not None else high or 0)}"
    else:
        words = bound + (number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}")
    whole = f"{quantity.of} " if quantity.of else ""
    return whole + words + (f" {quantity.unit}" if quantity.unit else "")


def quantities_words(quantities: Iterable[Quantity], text: str) -> list[str]:
    """Each quantity that stands alone or as a whole, with its parts; `text` is the page's."""
    found = list(quantities)
    spans = {quantity.span for quantity in found}
    wholes = [quantity for quantity in found if quantity.part_of not in spans]
    return [quantity_words(whole, [part for part in found if part.part_of == whole.span], text) for whole in wholes]


def claim_tags(claim: Claim) -> list[str]:
    """Mode, stance, sureness and the reader's score, only where they are not the usual ones."""
    usual = (("mode", "statement"), ("stance", "asserts"), ("sure", "certain"))
    tags = [str(getattr(claim, name)) for name, common in usual if getattr(claim, name) != common]
    return tags + ([f"read with {claim.score:.0%} certainty"] if claim.score < 0.5 else [])


def field_words(field: str) -> str:
    """What a person calls a field of a claim: "hop 2" for "chain[2]", "kind" for "chain[2].source.kind"."""
    found = _PATH.fullmatch(field)
    if not found:
        return field
    name, number, inner = found.groups()
    if inner:
        return str(inner)
    if name == "chain":
        return f"hop {number}" if number != "0" else "page of"
    return _FIELDS.get(name, name)


def shortened(words: str, longest: int = 60) -> str:
    """Words on one line, their middle left out where they are longer than so many characters."""
    words = " ".join(words.split())
    half = (longest - 3) // 2
    return words if len(words) <= longest else f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
