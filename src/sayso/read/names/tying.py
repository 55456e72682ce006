"""Which names of a page stand for one person or body, and what each of those is."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.read.names.found import LISTED, SHAPED, Found
from sayso.read.names.gazette import DEMONYMS, GOVERNMENTS, LANDS, LAST, PEOPLES, outlet_named
from sayso.read.names.given import is_given
from sayso.read.names.people import COMPANY_ENDINGS, TITLE_WORDS
from sayso.read.names.runs import PARTICLES
from sayso.read.names.world import GROUPS, PEOPLE
from sayso.record import Entity, EntityKind, Span, make_id

MUCH = 3
LOOKED_AT = 60  # groups that share a word with a name and are compared with it, so that a hostile page stays linear


@dataclass(slots=True)
class Group:
    """The names found so far for one person or body; `kind` is settled before short forms join."""

    name: tuple[str, ...]
    found: list[Found] = field(default_factory=list)
    kind: EntityKind = "other"
    starts: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Takes the kind with the most evidence behind it; other where nothing speaks for any.

        What a list says of initials is said of another who bears them: "HP", where a page means the Harbour Post.
        """
        sums: Counter[EntityKind] = Counter()
        for one in self.found:
            initials = len(one.words) == 1 < len(self.name) and one.words[0].isupper()
            for kind, weight in one.weights.items():
                if not initials or weight < LISTED or kind == "outlet":  # an outlet's own: "AFP"
                    sums[kind] += weight
        if "office" in sums:  # an office is a body: what speaks for the one speaks for the other
            sums["office"] += sums.pop("organisation", 0)
        self.kind = max(sums, key=lambda kind: (sums[kind], kind)) if sums else "other"
        self.starts = sorted(one.span.start for one in self.found)

    def place_before(self, start: int) -> int:
        """Where the last name of this group before `start` stands; -1 where it comes later."""
        k = bisect_left(self.starts, start)
        return self.starts[k - 1] if k else -1


class _Directory:
    """Groups by the words and initials of their names."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], Group] = {}

    def add(self, group: Group) -> None:
        """Takes in a group whose name is settled."""
        self.groups.append(group)
        self._by_name.setdefault(group.name, group)
        core = _core(group.name) or [_folded(group.name[0])]
        keys = {core[0], core[-1], _folded(group.name[0]), _folded(_last(group.name)), _letters(group.name)}
        for key in keys:
            self._by_word[key].append(group)

    def named(self, name: tuple[str, ...]) -> Group | None:
        """The group of exactly this name."""
        return self._by_name.get(name)

    def sharing(self, *words: str) -> list[Group]:
        """Groups whose name begins or ends with one of the words, or has it for initials; the first LOOKED_AT."""
        out: dict[int, Group] = {}
        for word in words:
            for group in self._by_word.get(word, ())[:LOOKED_AT]:
                out.setdefault(id(group), group)
        return list(out.values())


def tie(page_id: str, found: Sequence[Found]) -> tuple[list[tuple[Found, str]], tuple[Entity, ...]]:
    """Each name that is one, with the id of its entity, and the entities in the order of the page."""
    sure = [one for one in found if not one.guess]
    _without_openers(sure)
    directory = _long(sure)
    loose: list[Found] = []
    for one in sorted((f for f in sure if len(f.words) == 1), key=lambda f: f.span.start):
        home = _home(one, directory)
        if home is None:
            loose.append(one)
        else:
            home.found.append(one)
    words = {word for one in found for word in one.words}
    for group in _singles(loose):
        _lone(group, words)
        directory.add(group)
    _settle([one for one in found if one.guess], directory)
    return _entities(page_id, directory.groups)


def _without_openers(found: Sequence[Found]) -> None:
    """Takes the word that opens a sentence off a name that the page has without it ("Ask Ada Lind")."""
    names = {one.words for one in found}
    for one in found:
        if one.second and one.words[1:] in names:
            one.span, one.words = Span(one.second, one.span.end), one.words[1:]


def _entities(page_id: str, groups: list[Group]) -> tuple[list[tuple[Found, str]], tuple[Entity, ...]]:
    for group in groups:
        group.settle()
    groups.sort(key=lambda group: group.starts[0])
    entities: dict[str, Entity] = {}
    tied: list[tuple[Found, str]] = []
    for group in groups:
        entity = _entity(page_id, group)
        entities.setdefault(entity.id, entity)
        tied += [(one, entity.id) for one in group.found]
    return tied, tuple(entities.values())


def _settle(guesses: Sequence[Found], directory: _Directory) -> None:
    """Takes in, longest first, the guesses of a headline in capitals that a list or the rest of the page bears out."""
    taken: set[int] = set()
    for one in sorted(guesses, key=lambda f: (-len(f.words), f.span.start)):
        place = range(one.span.start, one.span.end)
        if not taken.isdisjoint(place):
            continue
        home = directory.named(_canon(one)) or (_home(one, directory) if len(one.words) == 1 else None)
        if home is None and one.weights and not _only_borne(one):
            home = Group(_canon(one))
            directory.add(home)
        if home is not None:
            home.found.append(one)
            taken.update(place)


def _only_borne(one: Found) -> bool:
    """Whether a guess of one word is a trade or a people unless somebody bears it as a last name."""
    return len(one.words) == 1 and (one.key.lower() in TITLE_WORDS or one.key in DEMONYMS | GROUPS)


def _long(found: Sequence[Found]) -> _Directory:
    """Groups of the names of two words and more, longest first, so that shorter forms join them."""
    by_key: dict[tuple[str, ...], Group] = {}
    certain = {_canon(f) for f in found if not f.opens or f.weights.keys() - {"person"}}
    for one in found:
        canon = _canon(one)
        if len(one.words) > 1 and (canon in certain or _titled(one)):
            by_key.setdefault(canon, Group(canon)).found.append(one)
    directory = _Directory()
    for group in sorted(by_key.values(), key=lambda g: (-len(g.name), g.name)):
        group.settle()
        core = _core(group.name) or [_folded(group.name[0])]
        home = next((g for g in directory.sharing(core[0], core[-1]) if _same(g, group)), None)
        if home:
            home.found += group.found
        else:
            directory.add(group)
    for group in directory.groups:
        group.settle()
    return directory


def _titled(one: Found) -> bool:
    return one.title is not None


def _canon(one: Found) -> tuple[str, ...]:
    known = outlet_named(one.key)
    return tuple(known.name.split()) if known else one.words


def _core(words: Sequence[str]) -> list[str]:
    """A name in small letters without initials and suffixes."""
    low = [_folded(word).rstrip(".") for word in words]
    return [word for word in low if len(word) > 1 and word not in {"jr", "sr", "ii", "iii"}]


def _same(full: Group, short: Group) -> bool:
    """Whether two names of several words are one: middle names left out, or a body's name without what leads it."""
    a, b = _core(full.name), _core(short.name)
    if a == b:
        return True
    if full.kind == "person" and short.kind == "person":
        return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0] == b[0] or a[-len(b) :] == b)
    if full.kind in {"organisation", "office"} and short.kind in {"organisation", "office"}:
        return len(b) > 1 and (a[-len(b) :] == b or a[: len(b)] == b)
    return False


def _home(one: Found, directory: _Directory) -> Group | None:
    """The group of a longer name that a single word stands for: a last name, a first name, initials, a short form."""
    word = one.words[0]
    known = outlet_named(word)
    if known:
        return directory.named(tuple(known.name.split()))
    low = _folded(word)
    fits = [g for g in directory.sharing(low, word.replace(".", "")) if _short_for(word, g)]
    if any(weight >= LISTED for weight in one.weights.values()):
        fits = [g for g in fits if (one.speaks and g.kind == "person") or (word.isupper() and g.kind != "person")]
    if len(fits) > 1:
        by_gender = [g for g in fits if one.gender and any(f.gender == one.gender for f in g.found[:LOOKED_AT])]
        fits = by_gender or fits
    if not fits:
        return None
    main = _main(fits)
    return max(
        fits,
        key=lambda g: (
            _rank(word, g), g is main, g.place_before(one.span.start), -g.starts[0] if g.starts else 0
        ),
    )  # fmt: skip


def _main(groups: Sequence[Group]) -> Group | None:
    """Of people who share a last name, the one the page is about: named MUCH times as often so far as any other."""
    by_count = sorted(groups, key=lambda g: -len(g.found))
    if len(by_count) < 2 or len(by_count[0].found) < MUCH * len(by_count[1].found):
        return None
    return by_count[0]


def _rank(word: str, group: Group) -> int:
    return 1 if group.kind == "person" and _folded(group.name[-1]) == _folded(word) else 0


def _short_for(word: str, group: Group) -> bool:
    """Whether a single word may stand for a longer name."""
    name = group.name
    if group.kind == "person":
        return _folded(word) in {_folded(_last(name)), _folded(name[0])}
    if group.kind == "place":
        return False
    if word.isupper() and len(word) > 1 and word.replace(".", "") == _letters(name):
        return True
    if group.kind == "outlet" and len(name) > 1 and word == name[-1] and _folded(word) in LAST:
        return True  # "the Herald" for the Velm Herald
    company = _folded(name[-1]).rstrip(".") in COMPANY_ENDINGS
    return word == name[0] and company and word not in GOVERNMENTS and group.kind in {"organisation", "outlet"}


def _letters(name: tuple[str, ...]) -> str:
    return "".join(part[0] for part in name if part[0].isupper())


def _last(name: tuple[str, ...]) -> str:
    words = [word for word in name if _folded(word).rstrip(".") not in {"jr", "sr", "ii", "iii"}]
    return words[-1] if words else name[-1]


def _singles(loose: Sequence[Found]) -> list[Group]:
    """Groups of the names of one word that stand for no longer one; a word that only opens sentences is no name."""
    sure: dict[str, bool] = defaultdict(bool, dict.fromkeys(PEOPLE, True))
    for one in loose:
        sure[one.key] = sure[one.key] or not one.opens or max(one.weights.values(), default=0) > 5
        sure[one.key] = sure[one.key] or (one.speaks and not _plural(one.key))
    groups: dict[tuple[str, ...], Group] = {}
    for one in loose:
        if sure[one.key]:
            groups.setdefault(_canon(one), Group(_canon(one))).found.append(one)
    return list(groups.values())


def _lone(group: Group, words: set[str]) -> None:
    """Adds what a name of one word is where it never stands beside another: a country, or somebody."""
    name = group.name[0]
    if len(group.name) > 1 or any(one.title for one in group.found):
        return
    stems = (name, name[:-1]) if name[-1] in "aeiouy" else (name,)
    if len(name) > 3 and any(stem + end in words for stem in stems for end in PEOPLES if stem + end != name):
        group.found[0].weigh("place", SHAPED)
    if name in PEOPLE:
        group.found[0].weigh("person", 9)
    speaks = sum(one.speaks for one in group.found)
    if speaks and not (_plural(name) and name.lower().endswith("ans")):
        kind: EntityKind = "place" if _folded(name).endswith(LANDS) and not is_given(name) else "person"
        group.found[0].weigh(kind, 5 * speaks)


def _plural(word: str) -> bool:
    """Whether an unknown word looks like several people ("Locals", "Investigators") rather than a name."""
    low = _folded(word)
    return low.endswith(("ers", "ors", "ists", "ians", "ants", "ents", "als", "ees", "ans", "men", "ies"))


def _entity(page_id: str, group: Group) -> Entity:
    name = " ".join(group.name)
    forms = dict.fromkeys(one.key for one in group.found)
    by_place = sorted(group.found, key=lambda f: f.span.start)
    titles = dict.fromkeys(one.title for one in by_place if one.title)
    kind = group.kind
    return Entity(
        id=make_id("entity", page_id, kind, name),
        kind=kind,
        name=name,
        aliases=tuple(form for form in forms if form != name and _folded(form) not in PARTICLES),
        titles=tuple(titles),
        tenures=tuple(dict.fromkeys(one.tenure for one in by_place if one.tenure)) if kind == "person" else (),
    )


def _folded(word: str) -> str:
    """A word of a name in small letters, its apostrophes typed alike ("O'Neill" is O’Neill)."""
    return word.lower().replace("'", "’")
