"""What a page calls a person beside the name: titles before it, appositions after it or in front of it."""

import re
from collections.abc import Sequence

from sayso.read.names.gazette import DEMONYMS
from sayso.read.names.people import HONORIFICS, OFFICES, PERSON_HEADS, TITLE_WORDS, is_body, is_person
from sayso.read.names.runs import Word, words_of
from sayso.read.sentences import STARTERS
from sayso.read.verbs import ATTITUDES, SAID_FORMS
from sayso.record import Span

_APPOSITION = re.compile(r",\s+")
_ENDS = re.compile(r"\s*(?:[,;.:()—–\"“”]|\b(?:who|which|that|where|whose|but|and\s+(?:he|she|they))\b|$)")
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})
_VERBS = (SAID_FORMS | ATTITUDES) - PERSON_HEADS - TITLE_WORDS
_NOT_IN_TITLES = frozenset(
    {"is", "was", "were", "are", "been", "be", "had", "has", "have", "will", "would", "by", "when"}
)
_HEADS = frozenset(phrase.split()[-1] for phrase in OFFICES)
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
LONGEST = 14  # words in an apposition that names an office


def split_title(words: Sequence[Word]) -> int:
    """How many of a run's first words are a title before a person's name; 0 where the run has no title."""
    low = [word.low for word in words]
    best = 0
    for k in range(1, len(words)):
        if low[k - 1] in PERSON_HEADS and not (low[k] in TITLE_WORDS and low[k] in PERSON_HEADS and k + 1 < len(words)):
            best = k
    rest = low[best:]
    if not best or len(rest) > 4 or (is_body(rest) and len(rest) > 1) or rest[0] in {"of", "for"}:
        return 0
    if is_body(low) and low[best - 1] not in HONORIFICS and len(rest) == 1 and is_body(rest):
        return 0
    return best


def before(text: str, row: Sequence[Word], k: int) -> Span | None:
    """The title in small letters that stands right before word `k` ("campaign spokesman", "Teralux boss")."""
    if k > 2 and row[k - 2].low == "of" and row[k - 1].low in _NUMBERS and row[k - 3].low in PERSON_HEADS:
        return Span(row[k - 3].start, row[k - 1].end)  # "mother of three"
    if k and row[k - 1].low not in PERSON_HEADS and (office := _office_of(text, row, k)):
        return office
    if k == 0 or row[k - 1].low not in PERSON_HEADS or text[row[k - 1].end : row[k].start].strip(" .\n"):
        return None
    start = k - 1
    while start > 0 and k - start < 6 and _belongs(text, row, start - 1):
        start -= 1
    while start < k - 1 and row[start].low in _DETERMINERS:
        start += 1
    return Span(row[start].start, row[k - 1].end)


def _office_of(text: str, row: Sequence[Word], k: int) -> Span | None:
    """The office with what it is of, in small letters, right before word `k` ("minister of trade")."""
    for j in range(k - 2, max(0, k - 6), -1):
        if text[row[j].end : row[j + 1].start].strip() or row[j + 1].capital or row[j + 1].owns:
            return None
        if row[j].low == "of":
            inside = {word.low for word in row[j + 1 : k]}
            named = (
                row[k - 1].low not in _DETERMINERS
                and row[j - 1].low in _HEADS
                and not text[row[j - 1].end : row[j].start].strip()
            )
            plain = not text[row[k - 1].end : row[k].start].strip() and not inside & (_VERBS | _NOT_IN_TITLES)
            return Span(row[j - 1].start, row[k - 1].end) if named and plain else None
    return None


def _belongs(text: str, row: Sequence[Word], k: int) -> bool:
    """Whether word `k` goes on a title to its left."""
    word = row[k]
    if text[word.end : row[k + 1].start].strip("- \n") or word.owns:
        return False
    return (
        word.low in TITLE_WORDS
        or (word.capital and word.low not in STARTERS)
        or word.text in DEMONYMS
        or _noun_like(word)
    )


def _noun_like(word: Word) -> bool:
    return is_body([word.low]) is not None


def after(text: str, end: int, limit: int) -> Span | None:
    """The office in an apposition after a name: "Lind, the foreign policy spokesperson for the Greens, said"."""
    comma = _APPOSITION.match(text, end, limit)
    if not comma:
        return None
    age = re.compile(r"\d{1,3},\s+").match(text, comma.end(), limit)
    start = age.end() if age else comma.end()
    stop = _ENDS.search(text, start, min(limit, start + 160))
    if not stop or stop.start() <= start:
        return None
    words = words_of(text, Span(start, stop.start()))
    return _office(words, limit)


def front(text: str, start: int, floor: int) -> Span | None:
    """The office before a name and a comma: "the union's chief negotiator, Ada Lind, said"."""
    lead = text[max(floor, start - 160) : start]
    if not lead.rstrip().endswith(","):
        return None
    words = words_of(text, Span(max(floor, start - 160), start))
    if not words or text[words[-1].end : start].strip() != ",":
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < LONGEST and not _between(text, words[first - 1], words[first]):
        if words[first].low in _DETERMINERS:
            break
        first -= 1
    chosen = words[first:]
    if not chosen or not (chosen[0].low in _DETERMINERS or chosen[0].capital or any(w.owns for w in chosen)):
        return None
    return _office(chosen, start)


def _between(text: str, a: Word, b: Word) -> str:
    """What stands between two words beside white space and a possessive ending."""
    return text[a.end + 2 * a.owns : b.start].strip()


def _office(words: Sequence[Word], limit: int) -> Span | None:
    """The words of an apposition without its article, where their head is an office or an occupation."""
    while words and words[0].low in _DETERMINERS:
        words = words[1:]
    low = [word.low for word in words]
    if not words or len(words) > LONGEST or _NOT_IN_TITLES.intersection(low) or words[-1].end > limit:
        return None
    cut = next(
        (
            k
            for k, word in enumerate(low)
            if k and word in {"of", "for", "at", "in", "with", "on", "from", "to", "since", "until"}
        ),
        len(low),
    )
    head = low[:cut]
    if not is_person(head) or any(word in _VERBS for word in head):
        return None
    if any(word in _VERBS for word in low[cut:]):
        return None
    return Span(words[0].start, words[-1].end)
