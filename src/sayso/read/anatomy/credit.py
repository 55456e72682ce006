"""A caption and its credit, apart; several captions run together, one by one."""

import re
from dataclasses import dataclass

from sayso.read.anatomy.wording import bare, table


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


_MARK = rf"(?:{_either(table('pictures', 'credits'))})"
_PREFIX = re.compile(rf"^\W{{0,2}}(?:{_MARK}s?(?:\s?(?::|by\b:?)\s*|,\s+|\s+(?=©))|©\s?|\(c\)\s?|by\s)+", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\s?[.,;]?")
_TAIL = re.compile(
    r"(?:(?<=[.!?”\"’)\]])\s*|\s+[|·•–—/-]+\s*|\s|^)"
    rf"(?P<mark>(?:{_MARK})\s?(?::|\bby\b:?)|©|\(c\)|(?:photo |image |picture )?courtesy(?: of)?\b)"
    r"\s*(?P<who>[^.!?:]{2,100}(?:\.(?=\S)[^.!?:]{0,30})?)\.?\s*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:(?<=[.!?”\"’])\s*|\s+[|·•–—]\s+|\s\s+)(?P<who>[A-Z@][^.!?:]{2,80})\.?\s*$")
_LEAD = re.compile(
    rf"^[\[(*_]{{0,3}}(?:(?:{_either(table('pictures', 'captions'))})\s?(?:\d{{1,2}}\s?)?(?:of\s\d{{1,2}}\s?)?"
    r"(?::|\s[-–—|]\s)|(?:image|media|video|photo) caption,\s)\s*",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^!\[(?P<alt>[^\]]{0,400})\](?:\([^()\s]{0,400}(?:\s\"[^\"]{0,300}\")?\))?")
_NAME = re.compile(r"[A-Z][\w.'’-]*")
_JOINERS = frozenset({"of", "for", "the", "via", "and", "by", "de", "von", "van", "der", "al", "/", "&", "in", "from"})


@dataclass(frozen=True, slots=True)
class Shot:
    """One caption in a line: `[start, end)` of its words and of its credit, as offsets into the line.

    `words` is null where the line is a credit alone, `credit` where none is printed.
    """

    words: tuple[int, int] | None
    credit: tuple[int, int] | None


def split(caption: str) -> tuple[str, str | None]:
    """The caption without its credit, and the credit without brackets, "Photo:" or "©"; null where there is none."""
    shot = split_spans(caption)
    words = caption[slice(*shot.words)] if shot.words else ""
    return words, caption[slice(*shot.credit)] if shot.credit else None


def split_spans(caption: str) -> Shot:
    """The same as offsets into the caption."""
    start, end = _trim(caption, _lead(caption), len(caption))
    if credit := _at_end(caption, start, end):
        cut, who = credit
        words = _trim(caption, start, cut)
        return Shot(words if words[0] < words[1] else None, who)
    if is_credit(caption[start:end]):
        return Shot(None, _inner(caption, start, end))
    return Shot((start, end) if start < end else None, None)


def shots(line: str) -> tuple[Shot, ...]:
    """Every caption of a line, where several are run together without a break, each with its own credit.

    A line is cut after each bracket that holds a credit; the rest after the last one is a caption too.
    """
    found: list[Shot] = []
    start = 0
    for bracket in _BRACKET.finditer(line):
        follows = line[bracket.end() : bracket.end() + 2].lstrip()[:1]
        if follows and not follows.islower() and follows not in ",;:" and _is_slashed(bracket[1]):
            found.append(_moved(split_spans(line[start : bracket.end()]), start))
            start = bracket.end()
    if line[start:].strip():
        found.append(_moved(split_spans(line[start:]), start))
    return tuple(shot for shot in found if shot.words or shot.credit)


def _moved(shot: Shot, by: int) -> Shot:
    words = (shot.words[0] + by, shot.words[1] + by) if shot.words else None
    return Shot(words, (shot.credit[0] + by, shot.credit[1] + by) if shot.credit else None)


def _lead(caption: str) -> int:
    """Where the words begin after "Image caption," or "Photo:"; 0 where that opens a credit instead."""
    found = _LEAD.match(caption)
    if not found or is_credit(caption[found.end() :]) or (found[0][:2].isalpha() and is_credit(caption)):
        return 0
    return found.end()


def lead(line: str) -> bool:
    """True where a line says of itself that it is a caption or a credit ("Image: …", "Photo: …")."""
    return bool(_LEAD.match(line) or _PREFIX.match(line) and ":" in line[:24])


def _at_end(caption: str, start: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """(where the words end, where the credit stands) for a credit at the end of a caption."""
    text = caption[:end]
    close = text.rstrip(".,; ")
    if close[-1:] in ")]" and (opened := max(close.rfind("("), close.rfind("["))) >= start:
        inner = close[opened + 1 : -1]
        if is_credit(inner, bracketed=True, sentence_ends=text[:opened].rstrip()[-1:] in '.!?"”'):
            return opened, _inner(caption, opened + 1, len(close) - 1)
    tail = max(start, end - 140)
    if (found := _TAIL.search(text, tail)) and found.start("mark") > start and _is_who(found["who"]):
        return found.start(), _inner(caption, *found.span("who"))
    if (found := _LOOSE.search(text, tail)) and found.start() > start and _is_slashed(found["who"]):
        return found.start(), _inner(caption, *found.span("who"))
    return None


def is_credit(words: str, *, bracketed: bool = False, sentence_ends: bool = True) -> bool:
    """True for the words of a credit: "Ana Rel/Norda", "Photo: Ana Rel", "© City of Karsk", "AP Photo/Ana Rel"."""
    core = words.strip(" .()[]")
    if not core or len(core) > 120:
        return False
    marked = _PREFIX.match(core)
    if marked and _is_who(core[marked.end() :]):
        return True
    if _is_slashed(core):
        return True
    return bracketed and sentence_ends and _is_who(core) and core.lower() not in table("pictures", "signs")


def _is_slashed(words: str) -> bool:
    """True for names with an agency's mark: a slash or "via" between names, or a picture agency's words."""
    core = words.strip(" .")
    if not _is_who(core):
        return False
    if re.search(r"\w\s?/\s?[A-Z]", core) or " via " in core:
        return True
    tokens = bare(core).replace("/", " ").split()
    named = table("pictures", "agencies")
    if all(token in table("pictures", "weak") for token in tokens):
        return False
    return bare(core) in named or (len(tokens) <= 6 and tokens[-1] in named)


def _is_who(words: str) -> bool:
    """True where every word could be of a name: capitals, joiners, handles."""
    tokens = words.replace("/", " / ").replace("|", " / ").strip(" .,").split()
    if not tokens or len(tokens) > 14:
        return False
    named = table("pictures", "agencies") | table("pictures", "credits")
    good = [
        bool(_NAME.match(token)) or token.startswith(("@", "©")) or token.strip(",.()").lower() in _JOINERS | named
        for token in tokens
    ]
    big = any(token[:1].isupper() or token.startswith("@") for token in tokens)
    return all(good) and (big or bare(words) in named)


def _inner(caption: str, start: int, end: int) -> tuple[int, int]:
    """A credit's own words: without brackets, "Photo:", "©" and blanks."""
    start, end = _trim(caption, start, end, " .,;()[]|·•–—-")
    if (found := _PREFIX.match(caption[start:end])) and found.end() < end - start:
        start += found.end()
    return _trim(caption, start, end, " .,;()[]|·•–—-")


def _trim(text: str, start: int, end: int, marks: str = " ") -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end


def markdown(line: str) -> tuple[int, int] | None:
    """Where the words of a Markdown picture (`![words](address)`) stand in its line; null for none."""
    found = _MARKDOWN.match(line)
    return found.span("alt") if found and found["alt"].strip() else None
