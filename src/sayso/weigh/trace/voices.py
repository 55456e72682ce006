"""Who is one voice: names and descriptions of speakers that mean the same person or body within one point.

Where it is in doubt whether two are one, they are counted once in the low count and twice in the high one.
"""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.record import Source
from sayso.record.fold import words

_VOICES = frozenset({"person", "organisation", "office", "document"})
_NAMELESS = frozenset({"affiliated", "vague", "nobody"})
_SMALL = frozenset(
    {"the", "of", "a", "an", "and", "for", "in", "at", "s", "on", "to", "by", "from", "with", "that", "our", "this"}
)
_SPELT = {
    "palace": "presidency",
    "presidential": "presidency",
    "premiership": "premier",
    "chancellery": "chancellor",
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "constabulary": "police",
}
_NAME_AFTER = re.compile(r"(?:^|[\s,])([a-z]+),? ((?:[^\W\d_a-z][\w'’.-]*\s?){2,6})")
_BODY = r"[^\W\d_a-z][\w'’&-]*(?: (?:(?:of|for|and) (?:the )?)?[^\W\d_a-z][\w'’&-]*){1,6}"
_GROUP = re.compile(r", (?:the |an? )?([a-z]+) ((?:[^\W\d_a-z][\w'’.-]*\s?|for |of |and |the ){1,8})")


@cache
def roles() -> dict[str, frozenset[str]]:
    """The words of words/en/roles.toml by their list."""
    told = tomllib.loads(files("sayso.weigh").joinpath("words/en/roles.toml").read_text("utf-8"))
    return {name: frozenset(row) for name, row in told.items()}


def is_voice(source: Source) -> bool:
    """True for a speaker who can be held to it: named, or the one holder of an office, one body, one paper."""
    if source.kind == "crowd":
        return bool(_group_of(source))
    if source.kind not in _VOICES:
        return source.used_as == "government" and source.name is not None
    return source.name is not None or (source.anonymity not in _NAMELESS and source.described_as is not None)


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker's name and description in words; `body` is true for a body and for who speaks in its name.

    `telling` are the words that part it from others of its kind: none for "he", "the company", "a statement".
    """

    body: bool
    name: tuple[str, ...]
    role: tuple[str, ...]
    telling: frozenset[str]
    person: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is called."""
        return " ".join(self.name or self.role or self.person)


def who(source: Source) -> Who:
    """The words of a speaker."""
    known = roles()
    described = _words(source.described_as)
    if source.kind == "crowd":
        name = _words(_group_of(source))
        return Who(True, name, described, frozenset(name) - known["generic"])
    if source.kind != "person":
        name = _words(source.name) or described
        return Who(True, name, described, frozenset(name) - known["generic"] - known["pronouns"])
    name = _words(source.name or _name_in(source.described_as or ""))
    if known["spokes"] & set(described):
        of = tuple(word for word in described if word not in known["spokes"])
        body = frozenset(of) - known["generic"] - known["speaks_for"] - known["pronouns"]
        if of:
            return Who(True, of, described, body, person=name)
    return Who(False, name, described, frozenset(name or described) - known["pronouns"])


class Voices:
    """The voices of one side of a point; each is known by the fullest name that any page gives it."""

    def __init__(self, sources: Iterable[Source]) -> None:
        every = {who(source) for source in sources if is_voice(source)}
        self._ones: list[list[Who]] = []
        for one in sorted(every, key=lambda one: (not one.telling, not one.name, -len(one.name), one.key, one.role)):
            self._place(one)
        self._place_of = {one: at for at, ones in enumerate(self._ones) for one in ones}
        self._leads = self._doubts()
        self._keys: list[str] = []
        for ones in self._ones:
            again = sum(key.split(" #")[0] == ones[0].key for key in self._keys)
            self._keys.append(f"{ones[0].key} #{again + 1}" if again else ones[0].key)

    def _place(self, one: Who) -> None:
        sure = [ones for ones in self._ones if any(is_one(one, other) for other in ones)]
        if not sure and not (one.telling if one.body else one.name):
            sure = [ones for ones in self._ones if ones[0].body == one.body]
        (sure[0] if len(sure) == 1 or sure and one.name and one.telling else self._new()).append(one)

    def _new(self) -> list[Who]:
        self._ones.append([])
        return self._ones[-1]

    def _doubts(self) -> list[int]:
        """For each voice the first that it may be one with."""
        leads = list(range(len(self._ones)))
        for at, ones in enumerate(self._ones):
            for before in range(at):
                if any(may_be_one(one, other) for one in ones for other in self._ones[before]):
                    low, high = sorted((leads[at], leads[before]))
                    leads = [low if lead == high else lead for lead in leads]
        return leads

    def key(self, source: Source) -> str:
        """What makes two sources one voice here."""
        one = who(source)
        at = self._place_of.get(one)
        return one.key if at is None else self._keys[at]

    def least(self, keys: Collection[str]) -> int:
        """How many voices these keys are at the least, where those that may be one are one."""
        return len({self._leads[self._keys.index(key)] if key in self._keys else key for key in keys})


def is_one(left: Who, right: Who) -> bool:
    """Whether two speakers are surely one: a surname for a person, a body's name without its country, an acronym."""
    if left.person and right.person and _one_person(left.person, right.person):
        return True
    if left.name and left.name == right.name:
        return True  # one page takes for a person what another takes for a firm
    if left.body != right.body:
        person = right if left.body else left
        body = left if left.body else right
        if body.person and person.name and _one_person(body.person, person.name):
            return True
        return _leads(person, body) or len(person.name) == 1 and _may_speak_for(body, person)
    if left.body:
        return _one_body(left, right)
    if left.name and right.name:
        return _one_person(left.name, right.name)
    if not left.role or not right.role:
        return False
    short, long = sorted((left, right), key=lambda one: len(one.role))
    return bool(short.telling or short.name) and _within(short.role, long.role)


def _leads(person: Who, body: Who) -> bool:
    """Whether a person runs or is of the body by its name: "Corvane's chief executive", "Ana Reth of the Delta Trust".

    A minister is not the ministry, a professor not the university.
    """
    known, role = roles(), set(person.role)
    if role & known["rulers"]:
        return False
    if not role & known["speaks_for"]:
        return len(body.name) > 1 and not role & known["neutral"] and _within(body.name, person.role)
    of = role - known["speaks_for"] - known["generic"] - known["pronouns"]
    return bool(of) and bool(body.telling) and _within(of, body.telling)


def _may_speak_for(spokes: Who, other: Who) -> bool:
    """Whether "the company's spokesman" may speak for who is named without a role, a firm taken for a person."""
    return bool(spokes.person) and not spokes.telling and bool(other.name) and not other.role


def may_be_one(left: Who, right: Who) -> bool:
    """Whether two speakers not surely one may be one: a nameless one of its kind; who leads a body, and the body."""
    if left.body == right.body:
        if left.body:
            return not left.telling or not right.telling
        return not left.name or not right.name
    person, body = (right, left) if left.body else (left, right)
    if _may_speak_for(body, person):
        return True
    if not (set(person.role) & (roles()["speaks_for"] | roles()["state"])):
        return False
    return not body.telling or _within(tuple(body.telling), person.role)


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    if not short or short[-1] != long[-1]:
        return False
    return all(any(word == other or len(word) == 1 and other.startswith(word) for other in long) for word in short)


def _one_body(left: Who, right: Who) -> bool:
    if not left.telling or not right.telling:
        return False
    short, long = sorted((left, right), key=lambda one: len(one.telling))
    if len(short.name) == 1 and len(long.name) > 1 and short.name[0] == "".join(word[0] for word in long.name):
        return True
    if not _within(tuple(short.telling), tuple(long.telling)):
        return False
    kinds = [set(one.name) & roles()["generic"] for one in (left, right)]
    return not all(kinds) or bool(kinds[0] & kinds[1]) or len(short.telling) > 1


def _within(short: Collection[str], long: Collection[str]) -> bool:
    return all(any(_alike(word, other) for other in long) for word in short)


def _alike(left: str, right: str) -> bool:
    """Whether two words are one but for an ending: Murovia and Murovian; minister and ministry are two."""
    if left == right:
        return True
    same = 0
    while same < min(len(left), len(right)) and left[same] == right[same]:
        same += 1
    longest = max(len(left), len(right))
    return same >= 5 and same >= min(len(left), len(right)) - 1 and longest - same <= 3 and left[:6] != "minist"


def _words(said: str | None) -> tuple[str, ...]:
    return tuple(_SPELT.get(word, word) for word in words(said or "") if word not in _SMALL)


def _name_in(described: str) -> str:
    """A person's name that stands inside a description: "the chief of the highway police Oskar Lind"."""
    found = _NAME_AFTER.search(described)
    return found[2] if found and found[1] not in _SMALL else ""


def belonging(name: str, page: str) -> str | None:
    """The body that a page names a person with ("Ana Reth of the Delta Trust"), with its article; null for none."""
    found = re.search(rf"(?<!\w){re.escape(name)},? (?:of|from|at|with) (?P<of>(?:the )?{_BODY})", page)
    if found is None:
        return None
    run = _words(found["of"])
    return found["of"] if found["of"].startswith("the ") or roles()["generic"] & set(run) else None


def _group_of(source: Source) -> str:
    """A body's own name inside a description of many: "the organisers, the alliance Courts for All"."""
    found = _GROUP.search(source.described_as or "")
    return found[2].strip() if found and found[1] in roles()["groups"] else ""
