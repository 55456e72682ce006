"""What a capitalised run may name, with the evidence that the words around it give."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.names import bodies, press, titles
from sayso.read.names.cutting import body_before, guesses, pair, past_office, plural_title, spelled, without_demonym
from sayso.read.names.descriptions import HEADS
from sayso.read.names.found import APPOSED, LISTED, NEAR, SHAPED, TITLED, Found, found_of, listed
from sayso.read.names.gazette import (
    AGAIN,
    LAST,
    NOUNS,
    PLACE_WORDS,
    outlet_shaped,
)
from sayso.read.names.given import is_given
from sayso.read.names.people import (
    BODY_HEADS,
    COMPANY_ENDINGS,
    CROWD,
    EITHER,
    HONORIFICS,
    NOBLE,
    OFFICES,
    TITLE_WORDS,
    gender,
    is_body,
    is_named_office,
    is_person,
)
from sayso.read.names.runs import Run, Word, runs, words_of
from sayso.read.names.shapes import by_shape
from sayso.read.names.tenure import tenure
from sayso.read.names.world import LETTERS, POSTAL, SHORT, is_thing
from sayso.read.verbs import ATTITUDES, SAID_FORMS, any_of
from sayso.read.words import phrases
from sayso.record import EntityKind, Span

JOINS = BODY_HEADS | TITLE_WORDS | LAST | NOBLE

_HELPERS = frozenset(phrases("grammar", "helpers"))
_BODY_BEFORE = re.compile(r"\b(?:issued|released|produced|made|built|owned|run|operated|employed)\s+by\s+(?:the\s+)?$")
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round|throughout|capital|city of|town of|village of)\s+$"
)
_HEAD = re.compile(r"[^()—–\n]{0,30}(?:\([^()\n]{2,40}\))?\s*[—–-]")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,3}\s*[,.]")
_WHO = re.compile(r",?\s+who(?:se)?\b")
_POLLS = re.compile(
    r"\b(?:polls?|surveys?|index|figures|data|estimates|forecasts?|ratings?|invoices?|adverts?|advertisements?)\s+(?:[\w-]+\s+){0,3}?(?:by|from)\s+(?:the\s+)?$"
)
_ALIAS = re.compile(rf"\b(?:{any_of(phrases('people', 'goes_by'))})\s+(?:the\s+)?[“\"'‘]?$")
_NOT_REAL = re.compile(r"[\s,—–(-]{1,4}not\s+(?:his|her|their)\s+real\s+name")
_OWNED = re.compile(r"['’]s?\s")
_WHICH = re.compile(r",\s+which\b")
_LEADS = re.compile(rf"\s+(?:{any_of(phrases('grammar', 'of_somebody'))})\b")
_AND_ONE = re.compile(r"\s+and\s+[^\W\d_a-z]\w+\s+[^\W\d_a-z]")
_ITS = re.compile(r"\s+(?:has\s+|had\s+|have\s+)?[a-z]+(?:\s+[^\s.,;]+){0,6}?\s+its?\b")


def found_in(text: str, sentence: Span, *, headline: bool) -> Iterator[Found]:
    """The names of one sentence, in order."""
    row = words_of(text, sentence)
    if _shouted(row):
        return
    cased = headline and _title_case(row)
    whole = {} if cased else dict(spelled(text, row))
    yield from whole.values()
    for run in runs(text, row, JOINS):
        if any(run.words[0].start < one.span.end and one.span.start < run.words[-1].end for one in whole.values()):
            continue
        if cased:
            yield from guesses(run)
            continue
        for found in _split(text, sentence, row, run):
            found.headline = headline
            if run.first and len(run.words) > 2 and found.span.start == run.words[0].start and not found.title:
                found.second = run.words[1].start
            if _OWNED.search(inside := found.span.of(text)):  # "the Farmers' Alliance" keeps its apostrophe
                found.words = tuple(inside.split())
            _look_around(text, sentence, found)
            if found.title_at:
                found.tenure = tenure(text, found.title_at, found.span)
            yield found


def _shouted(row: Sequence[Word]) -> bool:
    """Whether nearly all is in capitals, so that capitals tell nothing."""
    long = [word for word in row if len(word.text) > 3 and word.text.isalpha()]
    return len(long) > 3 and sum(word.text.isupper() for word in long) > 0.7 * len(long)


def _title_case(row: Sequence[Word]) -> bool:
    """Whether a headline has capitals on most long words."""
    long = [word for word in row[1:] if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 2 and sum(word.capital for word in long) >= 0.6 * len(long)


def _split(text: str, sentence: Span, row: Sequence[Word], run: Run) -> Iterator[Found]:
    """The names in one run: the whole of it, or what stands before, in and after a title."""
    words = list(run.words)
    if (whole := listed(words)) is not None:
        yield whole
        return
    if two := pair(words):
        yield from two
        return
    cut = titles.split_title(words)
    if cut and not _ALIAS.search(text, max(sentence.start, words[0].start - 60), words[0].start):
        yield from _titled(text, row, words, cut)
        return
    body = is_body([word.low for word in words]) is not None
    for size in range(
        0 if body else len(words) - 1, 0, -1
    ):  # a listed name with something after it: "CNN Morning Show"
        found = listed(words[:size])
        if found and "outlet" in found.weights and not outlet_shaped([w.text for w in words]):
            yield found
            return
    yield from _plain(text, sentence, row, run, words)


def _titled(text: str, row: Sequence[Word], words: Sequence[Word], cut: int) -> Iterator[Found]:
    """The names in a run with a title: whose office it is, and the person."""
    lead = [word for word in words[:cut] if word.low not in TITLE_WORDS]
    if (lead and lead == list(words[: len(lead)]) and (owner := listed(lead))) or (owner := body_before(words[:cut])):
        yield owner
    name = words[cut:]
    if len(name) == 1 and name[0].low in OFFICES and words[cut - 1].low in HONORIFICS:
        return  # "Mr. President"
    found = found_of(name)
    found.weigh("organisation" if "&" in found.words else "person", TITLED)
    title = " ".join(word.text for word in words[:cut])
    k = row.index(words[0])
    small = titles.before(text, row, k)
    found.title = f"{text[small.start : small.end]} {title}" if small else title
    found.title_at = Span(small.start if small else words[0].start, words[cut - 1].end)
    found.gender = gender([word.low for word in words[:cut]])
    if words[cut - 1].low in HONORIFICS and cut == 1:
        found.title = text[small.start : small.end] if small else words[0].text
    yield found


def _plain(text: str, sentence: Span, row: Sequence[Word], run: Run, words: list[Word]) -> Iterator[Found]:
    """The name of a run without a title in it."""
    words = without_demonym(words)
    if firm := run.first and len(words) > 2 and plural_title(words[0]):
        words = words[1:]
    low = [word.low for word in words]
    if not words and len(run.words) == 1:
        yield replace(found_of(run.words), guess=True)  # a last name such as Norse, if the page has one
    if not words or (len(words) == 1 and words[0].text in LETTERS):
        return
    if words != list(run.words) and (rest := listed(words)) is not None:
        yield rest
        return
    k = row.index(words[0])
    the = k > 0 and row[k - 1].low == "the"
    paper = the and len(words) == 1 and low[0] in LAST and not run.first  # "the Observer"
    if is_person(low) and len(words) < 3 and all(word in TITLE_WORDS for word in low) and not paper:
        if len(words) == 1 and not the and not run.words[0].low.endswith("s"):
            yield replace(found_of(words), guess=True)  # a last name such as Baker, if the page has one
        return
    noble = len(low) > 2 and low[0] in NOBLE and low[1] == "of"
    if (holder := past_office(low)) and not noble:
        words, low = words[holder:], low[holder:]  # an office without its holder ("Chief Executive of Norm Water")
        k = row.index(words[0])
        the = row[k - 1].low == "the"
    found = found_of(words)
    if firm:
        found.weigh("organisation", NEAR)
    found.opens = run.first and len(words) == 1 and not _signed(text, sentence, words)
    found.the = the
    body = is_body(low)
    if body and (len(words) > 1 or found.the):
        found.weigh("office" if body == "office" or is_named_office(low) else "organisation", SHAPED)
    elif len(words) == 1 and low[0] in TITLE_WORDS and not found.the:
        found.guess = True  # a last name such as Dean or Judge, if the page has one
    elif body or (
        len(words) == 1
        and not paper
        and (low[0] in CROWD or is_person(low) or low[0] in TITLE_WORDS or (run.first and low[0] in HEADS))
    ):
        return
    _by_words(found, low, body=body is not None, noble=noble)
    _called(text, sentence, row, k, found)
    _alone(text, row, k, found)
    yield found


def _alone(text: str, row: Sequence[Word], k: int, found: Found) -> None:
    """Adds what a name from word `k` on tells by itself and by a title in small letters: a state in short, a thing."""
    if found.words[-1].lower().rstrip(".") in SHORT and (
        text.startswith(".", found.span.end) or "." in found.words[-1]
    ):
        found.weigh("place", SHAPED)
    if found.words[-1] in POSTAL and k and text[row[k - 1].end : row[k].start].strip() == ",":
        found.weigh("place", SHAPED)  # "Osk, VA"
    if not found.weights and is_thing(found.words) and not is_given(found.words[0]):
        # One word may also be what somebody is called: "told the Patriot".
        found.weigh("other", SHAPED if len(found.words) > 1 else NEAR - 1)
    small = titles.before(text, row, k)
    if small and not found.weights:
        found.title, found.title_at = text[small.start : small.end], small
        found.gender = gender([word.low for word in words_of(text, small)])
        found.weigh("person", TITLED)
    posted = k > 0 and row[k - 1].low == "on" and len(found.words) == 1  # a platform's name is no body's
    if not found.weights and not posted and (shape := by_shape(found.words, the=found.the)):
        found.weigh(*shape)


def _signed(text: str, sentence: Span, words: Sequence[Word]) -> bool:
    """Whether a name ends its sentence behind a dash."""
    dashed = text[max(0, words[0].start - 3) : words[0].start].rstrip()[-1:] in {"—", "–"}
    return sentence.end - words[-1].end < 2 and dashed


def _by_words(found: Found, low: Sequence[str], *, body: bool, noble: bool) -> None:
    """Adds what the words of a name tell: a firm, the title of a noble, an outlet, a place."""
    if not body and len(low) > 1 and ("&" in low or low[-1].rstrip(".") in COMPANY_ENDINGS):
        found.weigh("organisation", APPOSED)
    if noble:
        found.weigh("person", TITLED)
        found.gender = gender(low[:1])
    elif outlet_shaped(found.words):
        found.weigh("outlet", SHAPED)
    elif low[-1] in PLACE_WORDS and len(low) > 1 and not body:
        found.weigh("place", SHAPED)


def _called(text: str, sentence: Span, row: Sequence[Word], k: int, found: Found) -> None:
    """Adds what a page calls a body beside its name; an owner or a buyer is a body where its name is one word."""
    beside = bodies.front(text, row, k) or bodies.after(
        text, found.span.end, sentence.end, several=len(found.words) > 1
    )
    called = bodies.before(text, row, k) or beside
    if called is None:
        return
    head = text[called.start : called.end].split()[-1].lower()
    doubtful = not found.weights or is_given(found.words[0])
    if head in EITHER and len(found.words) > 1 and doubtful and not head.endswith("s"):
        return
    kind: EntityKind = "outlet" if head in NOUNS or head in AGAIN else "organisation"
    if not found.weights.keys() & {"office", "place"}:
        found.weigh(kind, TITLED)
        found.title = found.title or text[called.start : called.end]


def _look_around(text: str, sentence: Span, found: Found) -> None:
    """Adds the evidence of the words right before and after a name."""
    start, end = found.span.start, found.span.end
    found.at_head = start == sentence.start and bool(_HEAD.match(text, end, min(sentence.end, end + 60)))
    lead, tail = text[max(sentence.start, start - 60) : start], text[end : min(sentence.end, end + 140)]
    before, after = press.extent(lead, tail)
    if (before or after) and found.weights.get("outlet", 0) < LISTED:
        found.span = Span(start - before, end + after)
        found.words, found.weights = tuple(found.span.of(text).split()), {"outlet": press.FRAMED}
        lead, tail = lead[: len(lead) - before], tail[after:]
    if _abbreviates(lead, found.words):
        return
    for weight in press.evidence(lead, tail, found.words, person=found.weights.get("person", 0)):
        found.weigh("outlet", weight)
    if _BODY_BEFORE.search(lead):
        found.weigh("organisation", NEAR)
    if _POLLS.search(lead) and not found.title:
        found.weigh("organisation", 9)
    if _PLACE_BEFORE.search(lead):
        found.weigh("place", 8 if len(found.words) == 1 else NEAR)
    _person(text, sentence, found, tail)


def _abbreviates(lead: str, words: Sequence[str]) -> bool:
    """Whether a word in brackets has the initials of the name before it ("General Fisheries Agency (GFA)")."""
    if len(words) > 1 or not lead.endswith("(") or not words[0].isupper():
        return False
    capitals = "".join(word[0] for word in re.split(r"[\s-]+", lead[:-1]) if word[:1].isupper())
    return len(words[0]) > 1 and capitals.endswith(words[0])


def _person(text: str, sentence: Span, found: Found, tail: str) -> None:
    """Adds what speaks for a person: age, "who", an office in apposition, a verb of saying."""
    known_as = _ALIAS.search(text, max(sentence.start, found.span.start - 60), found.span.start)
    who = _WHO.match(tail) and not (found.opens and not tail.startswith(","))
    if found.opens and is_given(found.key) and _AND_ONE.match(tail):
        found.weigh("person", 8)
    if found.opens and _WHICH.match(tail):
        found.weigh("organisation", 8)
    if len(found.words) == 1 and not found.weights and not found.opens and _LEADS.match(tail):
        found.weigh("person", 5)
    if _AGE.match(tail) or who or _NOT_REAL.match(tail) or known_as:
        found.weigh("person", APPOSED)
    office = titles.after(text, found.span.end, sentence.end) or titles.front(text, found.span.start, sentence.start)
    if office and not found.weights.keys() & {"office", "place"} and found.weights.get("organisation", 0) < APPOSED:
        found.weigh("person", APPOSED)
        found.title = found.title or text[office.start : office.end]
        found.title_at = found.title_at or office
        found.gender = found.gender or gender([word.low for word in words_of(text, office)])
    after = words_of(text, Span(found.span.end, min(sentence.end, found.span.end + 40)))[:2] if tail.strip() else []
    helped = after[:1] and (after[0].low in _HELPERS or after[0].low.endswith("ly"))
    verbs = SAID_FORMS | ATTITUDES if len(found.words) == 1 else SAID_FORMS
    found.speaks = any(word.low in verbs for word in (after[:2] if helped else after[:1]))
    if found.speaks and (len(found.words) > 1 or found.title or _ITS.match(tail)):
        found.weigh("organisation" if _ITS.match(tail) and found.title is None else "person", 5)
