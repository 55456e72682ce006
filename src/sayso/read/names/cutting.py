"""What a run of capitals is cut into: names on record, bodies before titles, and what leads a name without being it."""

from collections.abc import Iterator, Sequence

from sayso.read.names.descriptions import HEADS
from sayso.read.names.found import SHAPED, TITLED, Found, found_of, listed
from sayso.read.names.gazette import DEMONYMS, GOVERNMENTS, outlet_shaped
from sayso.read.names.given import is_given
from sayso.read.names.letters import spelled_out
from sayso.read.names.people import BODY_HEADS, HONORIFICS, TITLE_WORDS, is_body, is_named_office, is_person
from sayso.read.names.runs import Run, Word
from sayso.read.names.world import GROUPS


def spelled(text: str, row: Sequence[Word]) -> Iterator[tuple[int, Found]]:
    """The bodies whose name is followed by its letters in brackets."""
    for k, word in enumerate(row):
        if word.text.isupper() and (first := spelled_out(text, row, k)) < k:
            found = found_of(row[first:k])
            low = [one.low for one in row[first:k]]
            found.weigh("office" if is_named_office(low) else "organisation", TITLED)
            found.the = first > 0 and row[first - 1].low == "the"
            yield k, found


def guesses(run: Run) -> Iterator[Found]:
    """Every name that a run in a headline with capitals throughout may hold; tying keeps those the page knows."""
    words = run.words
    for size in range(min(5, len(words)), 0, -1):
        for k in range(len(words) - size + 1):
            part = words[k : k + size]
            if size == 1 and part[0].low in TITLE_WORDS | HEADS:
                continue
            found = listed(part) or found_of(part)
            found.opens, found.headline, found.guess = True, True, True
            yield found


def pair(words: Sequence[Word]) -> list[Found]:
    """Two outlets that a hyphen joins ("Harbour Post-KTV poll")."""
    for k, word in enumerate(words):
        left, dash, right = word.text.partition("-")
        if dash and left and right:
            cut = word.start + len(left)
            first = listed([*words[:k], Word(word.start, cut, left, False)])
            second = listed([Word(cut + 1, word.end, right, word.owns), *words[k + 1 :]])
            if first and second:
                return [first, second]
    return []


def body_before(words: Sequence[Word]) -> Found | None:
    """The body whose office a title is ("Tarn High Court Justice"), by its full name."""
    for size in range(len(words) - 1, 0, -1):
        part = words[:size]
        low = [word.low for word in part]
        if (found := listed(part)) is not None:
            return found
        kind = is_body(low) if size > 1 else None
        if kind and low[-1] in BODY_HEADS and low[0] not in HONORIFICS:
            found = found_of(part)
            found.weigh("office" if kind == "office" else "organisation", SHAPED)
            return found
    return None


def plural_title(word: Word) -> bool:
    """Whether a word that opens a sentence only calls a body what it does ("Planners Brackwater Stone say")."""
    return word.low.endswith("s") and word.low[:-1] in TITLE_WORDS and not is_given(word.text)


def without_demonym(words: list[Word]) -> list[Word]:
    """A run without the adjectives of countries, parties and faiths that lead it ("Norwegian Jens Vik")."""
    if is_body([word.low for word in words]) or outlet_shaped([word.text for word in words]):
        return words
    while len(words) > 1 and words[-1].text in GROUPS and listed(words[:-1]) is not None:
        words = words[:-1]  # "U.S. Republicans"
    while words and _of_a_group(words):
        words = words[1:]
        if is_body([word.low for word in words]):
            return words
    if len(words) > 1 and " ".join(w.text for w in words[:2]) in DEMONYMS | GROUPS:
        return words[2:]
    return words


def _of_a_group(words: Sequence[Word]) -> bool:
    """Whether the first of the words says of what people, party or faith the rest is."""
    name = words[0].text
    if name in GROUPS:
        return len(words) == 1 or not is_given(name)
    single = name[:-1] if name.endswith("s") and name not in DEMONYMS else name
    return single in DEMONYMS and name not in GOVERNMENTS


def past_office(low: Sequence[str]) -> int:
    """How many words are an office before the body it is of; 0 where the words are no office."""
    cut = low.index("of") if "of" in low else 0
    office = cut and all(word in TITLE_WORDS for word in low[:cut]) and is_person(low[:cut])
    return cut + 1 if office and cut + 1 < len(low) else 0
