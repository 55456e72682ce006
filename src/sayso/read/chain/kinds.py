"""What a voice without a name is: somebody in office, a body, a paper, an outlet, a crowd, persons unnamed."""

import re

from sayso.read.chain.counts import COUNTS, FEW, count_of, counted_few, is_plural, is_share
from sayso.read.names.descriptions import DEFINITE, OWNED
from sayso.read.names.gazette import NOUNS
from sayso.read.names.people import (
    ANONYMITY,
    CROWD,
    HIDDEN,
    INSIDERS,
    KNOWS,
    OFFICE_HEADS,
    OFFICES,
    OFFICIALS,
    ORGANISATION_HEADS,
    ROLES,
    UNNAMED,
    ends_with,
    head_kind,
)  # fmt: skip
from sayso.read.names.runs import Word
from sayso.read.verbs import any_of
from sayso.read.words import phrases
from sayso.record import SourceKind

_HIDES = re.compile(rf"\b(?:{any_of(ANONYMITY)})\b")
_KNOWS = re.compile(rf"\b(?:{any_of(KNOWS)})\b")
_PRONOUNS = frozenset(phrases("grammar", "pronouns"))
_PEOPLE = UNNAMED | OFFICIALS | CROWD
_BODIES = OFFICE_HEADS | ORGANISATION_HEADS
_INDEFINITE = frozenset({"a", "an", "one", "another", "some"})
_QUANTITIES = frozenset({"some", "many", "most", "few", "several", "others", "both", "everyone", "everybody", "all"})
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee", "eer")
_MANY_ENDINGS = tuple(f"{end}s" for end in _PERSON_ENDINGS) + ("men", "women")


def kind_of(core: tuple[Word, ...], said: str, *, to_press: bool = False) -> SourceKind:
    """The kind of the voice whose phrase is `core` and whose words are `said`; `to_press` if it told an outlet."""
    low = tuple(word.low for word in core)
    if not low:
        return "unnamed"
    if len(low) == 1 and low[0] in _PRONOUNS:
        return "crowd" if low[0] in {"they", "we"} else "organisation" if low[0] in {"it", "which"} else "person"
    head, by_head = low[-1], head_kind(low)
    if is_share(said):
        return "crowd"
    if by_head == "document":
        return "document"
    people = by_head == "person" or head in _PEOPLE or head.rstrip("s") in ROLES | OFFICES
    if people and (_HIDES.search(said.lower()) or (head not in CROWD and _KNOWS.search(said.lower()))):
        return "unnamed"
    if _is_outlet(low, head):
        return "outlet"
    if by_head in {"office", "organisation"} and head not in _PEOPLE:
        return "office" if by_head == "office" else "organisation"
    owned = any(word.owns for word in core[:-1]) or low[0] in OWNED
    return _people(low, said, owned=owned, to_press=to_press) if people else _other(low, said, owned=owned)


def _is_outlet(low: tuple[str, ...], head: str) -> bool:
    """Whether the words are for an outlet; "the space agency" is none, "the news agency" and "the agency" are."""
    core = " ".join(low)
    noun = next((noun for noun in NOUNS if core == noun or core.endswith(f" {noun}")), None)
    if noun is None or is_plural(head, low):
        return False
    return noun != "agency" or len(low) == 1 or (len(low) == 2 and low[0] in DEFINITE)


def _people(low: tuple[str, ...], said: str, *, owned: bool, to_press: bool) -> SourceKind:
    """Whether people without a name are somebody in particular, persons unnamed or a crowd."""
    head = low[-1]
    if head in HIDDEN:
        return "unnamed"
    if is_plural(head, low):
        count = count_of(said)
        few = count is None or count[0] <= FEW
        hides = head in INSIDERS or (head in OFFICIALS and (to_press or count is not None))
        return "unnamed" if counted_few(said) or (few and hides) else "crowd"
    if head in INSIDERS | UNNAMED or low[0] in _INDEFINITE:
        return "unnamed"
    somebody = owned or low[0] in DEFINITE or ends_with(low, OFFICES) is not None
    return "person" if somebody else "unnamed"


def _other(low: tuple[str, ...], said: str, *, owned: bool) -> SourceKind:
    """What words that no list knows stand for, by number, article and ending."""
    head = low[-1]
    if head in COUNTS and counted_few(said):
        return "unnamed"
    many = head.endswith("s") and not head.endswith(("ss", "us"))
    if one_of_a_body(low):
        return "organisation"
    if many and counted_few(said):
        return "crowd" if _singular(head) in _BODIES else "unnamed"
    if many or low[0] in _QUANTITIES or head.endswith(_MANY_ENDINGS):
        return "crowd"
    definite = owned or low[0] in DEFINITE
    if head.endswith(_PERSON_ENDINGS):
        return "person" if definite else "unnamed"
    return "organisation" if definite else "unnamed"


def one_of_a_body(low: tuple[str, ...]) -> bool:
    """Whether the words are "one of the banks"."""
    return low[:2] in {("one", "of"), ("another", "of")} and _singular(low[-1]) in _BODIES


def _singular(head: str) -> str:
    return f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
