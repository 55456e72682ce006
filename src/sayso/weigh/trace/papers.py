"""Whether a name is an outlet's: by its entry, by what the page says it is, or by its own words."""

import re
from functools import cache

from sayso.record import Reading, Source
from sayso.record.fold import folded, words
from sayso.weigh.trace.press import default_press, name_key
from sayso.weigh.wordlists import tables

SHORT = 4  # letters of a name that is an outlet's only as it is printed: "SPA" is an agency, "Spa" is not
LEAST_HANDLE = 3  # letters of an outlet's name inside an account's ("@annorrbbc")


class Papers:
    """Which names of one page are outlets'."""

    def __init__(self, reading: Reading) -> None:
        self._kinds: dict[str, set[str]] = {}
        for entity in reading.entities:
            names = {name_key(name) for name in (entity.name, *entity.aliases)}
            # a lone name that nothing else on the page ties to somebody may be a person's only by default
            kind = "other" if entity.kind == "person" and len(names) == 1 and not entity.titles else entity.kind
            for name in names:
                self._kinds.setdefault(name, set()).add(kind)

    def outlet_in(self, name: str) -> str | None:
        """The outlet that a run of capitalised words is, or ends with ("Meanwhile Velin Radio"); null for none."""
        run = name.split()
        while len(run) > 1 and run[0].casefold() in words_of("leads") and not _is_entry(" ".join(run)):
            run = run[1:]
        for at in range(len(run)):
            part = " ".join(run[at:])
            if self._is_outlet(part, alone=at == 0):
                return part
        return None

    def may_be(self, name: str) -> bool:
        """Whether nothing speaks against its being an outlet's: no platform, and not known for a person or place."""
        if is_platform(name):
            return False
        kinds = self._kinds.get(name_key(name), set())
        return not kinds or "outlet" in kinds or not kinds & {"person", "place"} or self._is_outlet(name)

    def _is_outlet(self, name: str, alone: bool = True) -> bool:
        if is_platform(name) or folded(name) in words_of("no_titles"):
            return False
        if _is_entry(name) or re.fullmatch(domain(), name):
            return True
        kinds = self._kinds.get(name_key(name), set())
        if alone and kinds == {"outlet"}:
            return True
        return alone and is_titled(name, sure="place" in kinds or "person" in kinds)


def is_platform(name: str) -> bool:
    """Whether a name is a place where anybody publishes ("Facebook"), or begins with one ("Facebook Live")."""
    run = words(name)
    first = [word for word in run if word != "the"][:2]
    return bool(first) and (first[0] in words_of("platforms") or " ".join(first) in words_of("platforms"))


def is_titled(name: str, *, sure: bool = False) -> bool:
    """Whether a name of two words or more has the words of an outlet's title: "Harbour Post", "Radio Sundet".

    `sure` leaves out those that end other names too.
    """
    run = words(name_key(name))
    if len(run) < 2:
        return False
    return bool(set(run) & words_of("titles")) or not sure and run[-1] in words_of("last_titles")


def is_piece(source: Source) -> bool:
    """Whether a document is some outlet's piece that is not named: "the report", "a recent article"."""
    if source.kind != "document" or source.name is not None:
        return False
    run = words(source.described_as or "")
    return bool(run) and run[-1] in words_of("bare_pieces") and set(run[:-1]) <= words_of("bare_words")


def handled(name: str, handle: str) -> bool:
    """Whether an account is an outlet's, or of somebody who goes by it: by its name, or by the handle's ends."""
    if _is_entry(name) or is_titled(name):
        return True
    told = name.casefold().replace(" ", ""), handle.casefold().strip("@_")
    return any(one.startswith(key) or one.endswith(key) for one in told for key in _handles())


@cache
def words_of(table: str) -> frozenset[str]:
    """The words of a list of credits.toml."""
    return frozenset(tables("credits")[table])


@cache
def any_of(table: str) -> str:
    """The phrases of a list of credits.toml as the alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(tables("credits")[table], key=len, reverse=True)))


@cache
def domain() -> str:
    """The pattern of a web address that a page prints as a name ("velmarnow.fr", "Velmar.Fr")."""
    ends = any_of("domains")
    ends += "|" + "|".join(end.capitalize() for end in tables("credits")["domains"] if "." not in end)
    return rf"[^\W_][\w-]{{1,40}}\.(?:{ends})(?![\w-])"


@cache
def _handles() -> frozenset[str]:
    names = {name for outlet in default_press().all() for name in (outlet.name, *outlet.aliases)}
    joined = {re.sub(r"\W", "", name.casefold()) for name in names if name.isupper() or len(name) > SHORT}
    return frozenset(name for name in joined if len(name) >= LEAST_HANDLE)


def _is_entry(name: str) -> bool:
    known = default_press().outlet(name)
    if known is None:
        return False
    bare = re.sub(r"^(?:the|The) ", "", name)
    return len(bare) > SHORT or bare in (known.name, *known.aliases) or f"The {bare}" in (known.name, *known.aliases)
