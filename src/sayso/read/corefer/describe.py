"""Whom a definite description may mean: by title, by name, by trade, by age, or by an epithet."""

import re
from collections.abc import Sequence

from sayso.read.corefer.salience import FAR, PLURAL_BODIES, Figure, Fit, Found, Stage
from sayso.read.names.descriptions import PREPOSITIONS, Description
from sayso.read.names.gazette import AGAIN, DEMONYMS
from sayso.read.names.people import (
    CALLED,
    CROWD,
    DOCUMENTS,
    EITHER,
    EPITHETS,
    KINDS_OF,
    OFFICIALS,
    PLIGHTS,
    REMADE,
    UNNAMED,
    gender,
    is_body,
)
from sayso.read.words import phrases

ANY_BODY = frozenset(phrases("grammar", "any_body"))
_UNNAMED_PEOPLE = frozenset(phrases("grammar", "any_unnamed"))
_MEMBERS = frozenset(phrases("people", "members"))
_STRONG = frozenset({"same sentence", "previous speaker", "previous subject"})
_SURE = frozenset({"organisation", "office", "outlet"})
_PEOPLE = ("ian", "ean", "ese", "ish", "an")
_MAKERS = frozenset({"maker", "manufacturer"})
_AGED = re.compile(r"(\d{1,3})-year-old")
_PLAIN = frozenset({"the", "this", "that", "country's", "state"})
NEAR = 3  # sentences back that an epithet may reach
TRADES = ANY_BODY | {one for one in CALLED | EITHER if is_body([one]) != "office"}


def meant(
    stage: Stage,
    sentence: int,
    one: Description,
    *,
    plural: bool,
    here: bool,
    leads: bool,
    barred: frozenset[str] = frozenset(),
) -> Found | None:
    """The entity that "the minister" or "the lender" stands for, with the rule that says so.

    What a page has called somebody outranks what it may call anybody: titles and words of the name first, then the
    trade of a body that has no other, then words that only vary a name ("the 39-year-old", "the former striker"), a
    plain one ("the author") only where it `leads` its sentence or speaks.
    """
    place, plain = one.span.start, _plain(one)
    tries: list[tuple[str, Fit, int]] = [("", _known(one, plural=plural), FAR)]
    if plural:
        tries += [("member", lambda f: _member(f, one.head), FAR)]
    elif one.head in TRADES or (one.head in KINDS_OF and is_body([one.head])):
        near = stage.near(sentence)
        tries += [("trade", lambda f: _of_trade(f, one.head), FAR)]
        fallback = one.head in TRADES and _unmodified(one)
        if fallback and (one.head in ANY_BODY or not any(_known(one, plural=False)(f) for f in near)):
            tries += [("trade", lambda f: _of_none(f, one.head), NEAR)]
            if one.speaks and fallback:
                tries += [("trade", lambda f: _unproven(f), NEAR)]
    elif varies(one) and (leads or not plain):
        aged = one.low[-1] if _AGED.fullmatch(one.low[-1]) else next((w for w in one.low if _AGED.fullmatch(w)), "")
        age = aged.partition("-")[0]
        tries += [("age", lambda f: bool(age) and f.age == age, FAR)]
        tries += [("epithet", lambda f: _may_be(f, one, age) and not f.titles, NEAR)]
        if not plain or one.head in PLIGHTS:  # a judge may be the hostage, but not the architect
            tries += [("epithet", lambda f: _may_be(f, one, age), NEAR)]
    for rule, fits, reach in tries:
        allowed = lambda f, fits=fits: f.entity_id not in barred and fits(f)  # noqa: E731
        found = stage.pick(sentence, place, allowed, here=here, reach=reach)
        if found and (found[1] in _STRONG or stage.figures[found[0]].kind in _SURE or not rule.startswith("trade")):
            return found[0], f"{rule}, {found[1]}" if rule else found[1]
    return None


def _unmodified(one: Description) -> bool:
    """Whether no word before the head tells more than its country or its fortune ("the ailing lender")."""
    return all(word in REMADE or word.endswith(_PEOPLE) or word.endswith("-based") for word in one.low[1:-1])


def varies(one: Description) -> bool:
    """Whether the words only vary the name of somebody the page has told of ("the deposed champion")."""
    return one.head in EPITHETS or not _plain(one)


def _plain(one: Description) -> bool:
    """Whether nothing beside its head says that it varies a name: no age, no former office, no children."""
    return not (one.parent or any(_AGED.fullmatch(word) or word in REMADE for word in one.low))


def _of_none(figure: Figure, head: str) -> bool:
    """Whether a body is of no other trade that the page tells."""
    return figure.kind == "organisation" and figure.named and not figure.attributive and not _else(figure, head)


def _unproven(figure: Figure) -> bool:
    """Whether only its look makes a name a person's, or nothing tells what it names."""
    return (
        figure.named
        and figure.gender is None
        and not figure.attributive
        and (figure.kind == "other" or figure.doubtful)
    )


def _known(one: Description, *, plural: bool) -> Fit:
    """Whom the page has called by this head: in a title, in a name, or when it brought somebody in."""
    if plural:
        return lambda f: f.plural and not f.named and _same_group(f, one.head)
    return lambda f: _described(f, one.low, one.head)


def _may_be(figure: Figure, one: Description, age: str) -> bool:
    if figure.kind != "person" or not figure.named or figure.plural or (age and figure.age not in {None, age}):
        return False
    sex = gender(one.low)
    return not sex or (figure.gender or figure.likely or sex) == sex


def _of_trade(figure: Figure, head: str) -> bool:
    """Whether a body's descriptions or its name tell the trade ("the carrier": the airline Norfly)."""
    kinds = KINDS_OF.get(head, frozenset()) | {head} | (_MAKERS if head.endswith("maker") else frozenset())
    if figure.kind not in {"organisation", "office"} or not figure.named:
        return False
    return bool(kinds & figure.words) or any(title.split()[-1].lower() in kinds for title in figure.titles)


def _else(figure: Figure, head: str) -> bool:
    """Whether a body is known to be of another trade."""
    return head not in ANY_BODY and bool(figure.titles) and not _of_trade(figure, head)


def _member(figure: Figure, head: str) -> bool:
    """Whether the members ("the rebels") may speak for a body by its name ("Free Delta Brigade")."""
    return head in _MEMBERS and figure.kind == "organisation" and figure.named and bool(PLURAL_BODIES & figure.words)


def _described(figure: Figure, low: Sequence[str], head: str) -> bool:
    if not figure.named:
        return not figure.plural and _same_head(figure.head, head)
    if figure.kind == "person":
        return titled(figure, low, head)
    if figure.kind == "outlet" and head in AGAIN:
        return True
    return figure.kind != "place" and head in figure.words and _agrees(figure, low)


def titled(figure: Figure, low: Sequence[str], head: str) -> bool:
    """Whether a person's titles fit a description ("the lawmaker": a senator; "the Norwegian minister": no Swede)."""
    kinds = KINDS_OF.get(head, frozenset()) | {head}
    wanted = {word for word in low[1:-1] if word.capitalize() in DEMONYMS}
    sex = gender([head])
    if sex and figure.gender and sex != figure.gender:
        return False
    for title in figure.titles:
        words = [word.lower().strip(".,") for word in title.split()]
        own = {word for word in words if word.capitalize() in DEMONYMS}
        if any(_heads(words, kind) for kind in kinds) and not (wanted and own and not wanted & own):
            return True
    return False


def _heads(title: Sequence[str], kind: str) -> bool:
    """Whether a title's own head is of a kind: "governor" heads "central bank governor of Norway", "bank" does not."""
    cut = next((k for k, word in enumerate(title) if k and word in PREPOSITIONS), len(title))
    flat = kind.replace(".", "").split()
    parts = " ".join(word.replace(".", "") for word in title[:cut]).replace(" and ", "|").split("|")
    return any(part.split()[-len(flat) :] == flat for part in parts)


def _agrees(figure: Figure, low: Sequence[str]) -> bool:
    """Whether the description's other words stand in the body's name ("the defence ministry": not the interior's)."""
    rest = {word for word in low[:-1] if word not in _PLAIN}
    return not rest or rest <= figure.words


def _same_head(a: str, b: str) -> bool:
    if a in DOCUMENTS and b in DOCUMENTS:
        return a.rstrip("s") == b.rstrip("s")
    people = UNNAMED | OFFICIALS | CROWD
    if b in {"source", "insider", "person", "man", "woman"}:
        return a in people or a in {"source", "person"}
    return a == b or b in KINDS_OF.get(a, ()) or a in KINDS_OF.get(b, ())


def _same_group(figure: Figure, head: str) -> bool:
    if head in _UNNAMED_PEOPLE:
        return figure.head in UNNAMED or (figure.counted and figure.head in OFFICIALS | CROWD)
    return figure.head == head
