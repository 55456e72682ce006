"""What a line of a page is by its wording alone: furniture, a label, a notice, apparatus.

The phrases are in words/en/pages.toml; each predicate takes one line and compares it without case and typography.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from sayso.errors import RecordError
from sayso.read.words import words

Notice = Literal["artificial", "corrections", "funding", "affiliate"]
Label = Literal["cards", "feeds", "events", "ends", "sections"]

_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u200b": None})
REMEMBERED = 400  # characters of a line that is folded once and kept: a page asks for the same line many times
_EDGES = " \t:>»›→▶•·|*_#-–—[](){}.…!+<«‹←"
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@cache
def table(topic: str, name: str) -> frozenset[str]:
    """The phrases of one list of pages.toml; raises RecordError where it is no list of words."""
    found = words("pages").get(topic, {}).get(name)
    if not isinstance(found, list) or not all(isinstance(phrase, str) and phrase for phrase in found):
        raise RecordError(f"the vocabulary en/pages.toml has no list of phrases [{topic}] {name}")
    return frozenset(found)


_TOKEN = re.compile(r"\w+|[^\w\s]")


@cache
def _by_first(topic: str, name: str) -> dict[str, tuple[str, ...]]:
    """The phrases by their first word, so that a line is looked at once, whatever the length of the list."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(table(topic, name), key=len, reverse=True):
        first = _TOKEN.match(phrase)
        if first is None:
            raise RecordError(f"the phrase {phrase!r} of [{topic}] {name} begins with no word")
        found.setdefault(first[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _stands(phrase: str, folded: str, at: int) -> bool:
    """True where the phrase stands at a place of a folded line and ends with a word's end."""
    end = at + len(phrase)
    return folded.startswith(phrase, at) and not (phrase[-1].isalnum() and folded[end : end + 1].isalnum())


def opens(folded: str, topic: str, name: str) -> bool:
    """True where a folded line begins with one of the phrases."""
    first = _TOKEN.match(folded)
    return first is not None and any(_stands(p, folded, 0) for p in _by_first(topic, name).get(first[0], ()))


def holds(folded: str, topic: str, name: str) -> bool:
    """True where one of the phrases stands in a folded line, at the edges of words."""
    phrases = _by_first(topic, name)
    if phrases.keys().isdisjoint(_TOKEN.findall(folded)):
        return False
    for token in _TOKEN.finditer(folded):
        for phrase in phrases.get(token[0], ()):
            if _stands(phrase, folded, token.start()):
                return True
    return False


def fold(line: str) -> str:
    """The line without case, typographic marks and doubled blanks."""
    return _short_fold(line) if len(line) < REMEMBERED else _fold(line)


@lru_cache(maxsize=4096)
def _short_fold(line: str) -> str:
    return _fold(line)


def _fold(line: str) -> str:
    return " ".join(line.translate(_SAME).lower().split())


def bare(line: str) -> str:
    """The folded line without marks at its edges: "» Read also:" is "read also"."""
    return fold(line).strip(_EDGES)


def count_words(line: str) -> int:
    """How many words a line has; numbers count."""
    return len(_WORD.findall(line))


# Share counts, and what screen readers are told of a list.
_COUNT = re.compile(r"[\d.,]+\s?[km]?$|(?:end of )?list(?: (?:of )?\d{1,3}(?: (?:of \d{1,3}|items?))?)?$")


def is_furniture(line: str) -> bool:
    """True for menus, buttons, share rows, cookie, newsletter and fund-raising lines, copyright and the like."""
    folded, core = fold(line), bare(line)
    if not core or not any(char.isalpha() for char in core):
        return True
    if core in table("furniture", "lines") or folded in table("furniture", "lines"):
        return True
    if _COUNT.match(core):
        return True
    short = count_words(line) < 30
    if short and opens(core if core[:1] == folded[:1] else folded, "furniture", "starts"):
        return True
    if short and holds(folded, "furniture", "holds"):
        return True
    return _is_buttons(folded)


def _is_buttons(folded: str) -> bool:
    """True for a line of two words or more that are all names of buttons and sections."""
    tokens = folded.replace("|", " ").replace(",", " ").replace("/", " ").replace("·", " ").split()
    buttons = table("furniture", "buttons")
    return len(tokens) > 1 and all(token.strip(_EDGES) in buttons or not token.strip(_EDGES) for token in tokens)


def label(line: str) -> Label | None:
    """What a heading opens: a list of cards, a feed, key events, or the end of the story; null for no such heading."""
    core = bare(line)
    if len(core) > 40:
        return None
    for kind in ("cards", "events", "feeds", "ends"):
        if core in table("labels", kind):
            return kind
    if core.startswith(("more from ", "more on ", "more in ", "latest from ", "read more on ", "read more from ")):
        return "cards"
    return None


def opens_card(line: str) -> int:
    """How many characters of the line are a label before one card ("Read also: …"), 0 for none."""
    found = re.match(r"\W{0,4}([^\W\d_][\w'’ ]{2,28}?)\s?(?:[:|»›>→]+|\s[-–—])\s*(?=\S)", line)
    return found.end() if found and bare(found[1]) in table("labels", "cards") else 0


def is_section(line: str) -> bool:
    """True for the name of a newspaper's section ("World", "Local News")."""
    return bare(line) in table("labels", "sections")


def notice(line: str) -> Notice | None:
    """Which notice that readers are owed a paragraph is, null for none."""
    size = count_words(line)
    folded = fold(line)
    if size > 90 or _notice_words().isdisjoint(_TOKEN.findall(folded)):
        return None
    if size <= 40 and holds(folded, "disclosures", "artificial") and _about_the_page(folded):
        return "artificial"
    if size <= 90 and holds(folded[:160], "disclosures", "corrections"):
        return "corrections"
    if size <= 60 and holds(folded, "disclosures", "affiliate") and _about_the_page(folded):
        return "affiliate"
    if size <= 60 and holds(folded, "disclosures", "funding") and _about_the_page(folded):
        return "funding"
    return None


@cache
def _notice_words() -> frozenset[str]:
    """The first words of all that a notice holds."""
    lists = ("artificial", "corrections", "affiliate", "funding")
    return frozenset(word for name in lists for word in _by_first("disclosures", name))


@cache
def _page_words() -> re.Pattern[str]:
    """ "this investigation", "our three-part series", "we": how a page speaks of itself; or a lead that only it has."""
    nouns = "|".join(sorted(table("disclosures", "page")))
    leads = "|".join(sorted(table("disclosures", "leads"), key=len, reverse=True))
    return re.compile(rf"\b(?:this|our|these) (?:[\w-]+ ){{0,2}}(?:{nouns})\b|\bwe\b|\bour\b|^(?:{leads})\b")


def _about_the_page(folded: str) -> bool:
    """True where the line speaks of the page itself, not of the world."""
    return bool(_page_words().search(folded)) and '"' not in folded


def is_apparatus(line: str) -> bool:
    """True for "Reporting by …", editor's notes, author notes, sign-offs, contacts and first-published lines."""
    size = count_words(line)
    if size > 60:
        return False
    folded = fold(line).lstrip("([*_ ")
    if opens(folded, "apparatus", "starts"):
        return True
    if size < 45 and holds(folded, "apparatus", "holds"):
        return True
    return is_author_note(line)


_NOTE = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,3}(?:[A-Z][\w.'’-]+)?,? ?"
    r"(?:is|was|has been|covers|reports on|writes about|reports for|works as) (?P<rest>.{0,200})"
)


def is_author_note(line: str) -> bool:
    """True for "Ana Rel is a reporter covering courts for the Herald"."""
    found = _NOTE.match(line)
    if not found:
        return False
    head = found[0]
    if " covers " in head or " reports on " in head or " writes about " in head or " reports for " in head:
        return count_words(line) < 30
    first = set(_WORD.findall(found["rest"].lower())[:9])
    ours = " our " in f" {fold(line)} " or "based in" in line or " covering " in line or " covers " in line
    return bool(first & _note_jobs()) and (ours or " for the " in line.lower() or " at the " in line.lower())


@cache
def _note_jobs() -> frozenset[str]:
    return table("bylines", "jobs") - {"chief", "director", "head", "manager", "host", "lead", "professor", "founder"}


def is_last_word(line: str) -> bool:
    """True for apparatus after which a story does not go on ("Reporting by …", "-ENDS-", "Our Standards: …")."""
    return opens(fold(line).lstrip("([*_ "), "apparatus", "last")
