"""Words of a sentence, and the runs of capitalised ones that may be names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.read.sentences import STARTERS
from sayso.read.verbs import forms
from sayso.read.words import phrases
from sayso.record import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W\d_]\.(?=\s+[^\W\d_]{2})|&(?=\s)|\w+(?:(?:[&'’.\-‐‑]|/(?![A-Z]))\w+)*"
)
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = re.compile(r"['’][sS]$")
_LINKED = re.compile(r"(?:[dlDL]['’]|(?:al|el|an|as|ad|ar|ash|at|ul|az)[-‐])[^\W\d_]")
PARTICLES = frozenset(phrases("grammar", "particles"))
CALENDAR = frozenset(phrases("grammar", "calendar"))
_ALSO_SURNAMES = frozenset(phrases("grammar", "also_surnames"))
_COMPOUND = re.compile(rf"\w+[-‐‑](?:{'|'.join(phrases('grammar', 'compound_ends'))}|[a-z]+ed)$")  # Kyiv-based
_SAYS = frozenset(form for base in phrases("speech", "inverts") for form in forms(base)[1:3]) - frozenset(
    phrases("people", "documents")
)
_POSSESSORS = frozenset(phrases("people", "possessors"))
_PARTY = re.compile(rf"(?:{'|'.join(phrases('grammar', 'party_letters'))})-[A-Z]", re.IGNORECASE)  # "(R-Ohio)"
_NUMBERED = frozenset(phrases("grammar", "numbered"))
_OPENERS = frozenset(phrases("grammar", "openers"))
_PARTIES = frozenset(phrases("grammar", "parties"))
_ON = frozenset(phrases("grammar", "on_heads"))
_OPENS = frozenset('"“”„«:(–—-‘•*`')


class Word(NamedTuple):
    """One word with its place; `owns` where it had a possessive ending, which is left off."""

    start: int
    end: int
    text: str
    owns: bool

    @property
    def low(self) -> str:
        """The word in small letters without a closing stop."""
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it is written like a part of a name."""
        if self.text.isalpha():  # most words, by far: nothing below can tell more
            return self.text[0].isupper()
        if _COMPOUND.match(self.text):
            return False
        return self.text[0].isupper() or bool(_LINKED.match(self.text) and any(c.isupper() for c in self.text))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that may name somebody; `first` where it opens a sentence or a quotation."""

    words: tuple[Word, ...]
    first: bool

    @property
    def span(self) -> Span:
        """Where it stands, without a possessive ending."""
        return Span(self.words[0].start, self.words[-1].end)


def words_of(text: str, span: Span) -> list[Word]:
    """The words of a stretch, in order."""
    return list(_words(text, span.start, span.end))


@lru_cache(maxsize=1024)  # a dozen rooms ask for the words of the same sentences
def _words(text: str, start: int, stop: int) -> tuple[Word, ...]:
    out: list[Word] = []
    for found in _WORD.finditer(text, start, stop):
        word, end = found.group(), found.end()
        begin = found.start()
        if word[4:5] == "-" and word[:5].lower() == "then-" and word[5:6].isalpha():  # "then-Mayor Lind"
            out.append(Word(begin, begin + 4, word[:4].lower(), False))
            begin, word = begin + 5, word[5:]
        owns = word[-2:-1] in _APOSTROPHES and bool(_POSSESSIVE.search(word))
        if owns:
            word, end = word[:-2], end - 2
        if out and out[-1].owns and out[-1].capital and word in _SAYS:
            last = out.pop()  # "Moody's said": a name that ends so, not an owner
            out.append(Word(last.start, last.end + 2, text[last.start : last.end + 2], False))
        if word:
            out.append(Word(begin, end, word, owns))
    return tuple(out)


def runs(text: str, row: Sequence[Word], joins: frozenset[str]) -> Iterator[Run]:
    """The runs of capitalised words in a row of words; `joins` are heads after which "of" and "for" go on a name."""
    k = 0
    while k < len(row):
        if not _starts(text, row[k]):
            k += 1
            continue
        end = _run_end(text, row, k, joins)
        first = opens(text, row, k)
        chosen = list(row[k:end])
        while first and chosen and chosen[0].low in STARTERS and not (_initials(chosen[0]) or _possesses(chosen)):
            chosen.pop(0)
        if first and len(chosen) > 2 and chosen[0].low in _OPENERS:  # "Follow Ada Lind"
            chosen.pop(0)
        if chosen and chosen[0].capital:
            yield Run(tuple(chosen), first and chosen[0] is row[k])
        k = end


def opens(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether the word begins a sentence, a quotation or what stands after a colon or a dash."""
    if k == 0:
        return True
    gap = text[row[k - 1].end : row[k].start].strip()
    return bool(gap) and (gap[-1] in _OPENS or gap[-1] in ".!?…" or gap.endswith("''"))


def _initials(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _possesses(words: Sequence[Word]) -> bool:
    """Whether the first word goes on to what it owns in a body's name ("People's Front")."""
    return len(words) > 1 and words[0].owns and words[0].low in _POSSESSORS


def _starts(text: str, word: Word) -> bool:
    """Whether a word may begin a name; "Jun." and "Jun 5" are dates, "Jun Okada" is somebody."""
    if not word.capital or word.text[0].isdigit() or (word.text[1:2] == "-" and _PARTY.match(word.text)):
        return False
    if word.text[0] == "I" and word.text[1:2] in {"’", "'"}:  # "I'm"
        return False
    if word.low not in CALENDAR:
        return True
    after = text[word.end : word.end + 3].lstrip()[:1]
    return (
        len(word.text) == 3
        and word.low not in {"may", "utc", "gmt", "est", "edt", "pst", "cet", "bst"}
        and after.isalpha()
    )


def _surname(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether a month is somebody's last name here: nothing that makes it a date follows."""
    after = text[row[k].end : row[k].end + 6].lstrip(" .,")[:1]
    return row[k].capital and row[k].low in _ALSO_SURNAMES and len(row[k].text) > 2 and not after.isdigit()


def _gap(text: str, a: Word, b: Word) -> bool:
    """Whether nothing but white space, or the stop of a short title, stands between two words."""
    gap = text[a.end : b.start]
    if "\n\n" in gap:
        return False
    if a.capital and a.low in _POSSESSORS and (a.owns or gap[:1] in {"’", "'"}):
        return gap[2 * a.owns :].strip("’' ") == "" and b.capital
    if a.owns:
        return False
    return not gap.strip() or (gap.strip() == "." and len(a.text) <= 4 and a.capital and not a.text.isupper())


def _run_end(text: str, row: Sequence[Word], k: int, joins: frozenset[str]) -> int:
    """The index after the last word of the run that begins with word `k`."""
    end = k + 1
    while end < len(row) and _gap(text, row[end - 1], row[end]):
        if _starts(text, row[end]) or _surname(text, row, end) or _number(row, end):
            end += 1
            continue
        ahead = end
        while ahead < len(row) and ahead - end < 2 and row[ahead].low in PARTICLES and not row[ahead].capital:
            ahead += 1
        if ahead > end and ahead < len(row) and _starts(text, row[ahead]) and _close(text, row, end, ahead):
            end = ahead + 1
            continue
        joined = _joined(text, row, k, end, joins)
        if joined == end:
            break
        end = joined
    return end


def _number(row: Sequence[Word], end: int) -> bool:
    """Whether a figure, or a small "party", belongs to the body before it ("Middle School 12", "the Tory party")."""
    word, last = row[end], row[end - 1]
    return (word.text.isdecimal() and last.low in _NUMBERED) or (word.text == "party" and last.low in _PARTIES)


def _joined(text: str, row: Sequence[Word], k: int, end: int, joins: frozenset[str]) -> int:
    """The index after what "of the", "for" or "and" adds to the name of a body or an office, or `end`."""
    word = row[end].low
    joined = any(one.low in {"of", "for", "on"} for one in row[k:end])
    if word == "&":  # only a firm has it in its name
        return (
            end + 2 if end + 1 < len(row) and _starts(text, row[end + 1]) and _close(text, row, end, end + 1) else end
        )
    if word not in {"of", "for", "on", "and"} or not any(one.low in joins for one in row[k:end]):
        return end
    if not joined and (word == "and" or row[end - 1].low not in joins):
        return end
    if word == "on" and row[end - 1].low not in _ON:  # "Tarn University on Lake Osk" is at a place
        return end
    ahead = end + 1
    if ahead < len(row) and row[ahead].low == "the" and word in {"of", "for", "on"}:
        ahead += 1
    good = ahead < len(row) and _starts(text, row[ahead]) and _close(text, row, end, ahead)
    return ahead + 1 if good else end


def _close(text: str, row: Sequence[Word], start: int, end: int) -> bool:
    return all(_gap(text, row[k - 1], row[k]) for k in range(start, end + 1))
