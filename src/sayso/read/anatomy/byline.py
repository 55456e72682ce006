"""The names in a byline: no "by", no job titles, no places, no outlets."""

import re
from functools import cache, lru_cache

from sayso.read.anatomy.stamps import stamps
from sayso.read.anatomy.wording import bare, table

_OPENER = re.compile(
    r"^\W{0,3}(?:"
    + "|".join(sorted((re.escape(word) for word in table("bylines", "openers")), key=len, reverse=True))
    + r")(?:\(s\))?[*_]{0,2}(?:\s*[:|–—]\s*|\s+|$)[*_]{0,2}",
    re.IGNORECASE,
)
_TOLD = re.compile(r"((?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+) (?:talked|spoke|speaks|talks) (?:to|with) ")
_MINUTES = re.compile(r"\b\d{1,3}[\s-]?min(?:ute)?s?\b(?:\s(?:of\s)?read(?:ing)?)?(?:\stime)?", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[,;|·•/+\n\t]|\s[-–—]\s|&|\b(?:and|with|und|plus)\b(?!-))\s*", re.IGNORECASE)
_CUT = re.compile(r"\s(?:in|of|at|from|on|is|was|reports|covers|reporting|contributed)\s.*$|\s?[(\[<@].*$")
_TOKEN = re.compile(r"[^\W\d_][\w.'’‑-]*")
_FOR = re.compile(r"\s(?:[Ff]or|FOR|[Ss]pecial to)\s.*$|(?<=\w)\sThe\s[A-Z].*$")
_LABEL = re.compile(rf"^(?:{'|'.join(sorted(table('bylines', 'forms')))}):\s+", re.IGNORECASE)  # "Interview: Ana Rel"
_HANDLE = re.compile(r"(?:^|\s)@\w+")
_ASIDE = re.compile(r"\s?[(\[][^)\]]{0,60}[)\]]")
_PICTURES = re.compile(
    r"(?:photos?|photographs?|photography|pictures?|images?|graphics?|video|illustrations?)\b", re.IGNORECASE
)
LONGEST = 7  # words in a name: "The Tallmark Evening Post news desk" has six


def opens(line: str) -> int:
    """How many characters of a line are the words that open a byline ("by", "Author:"), 0 for none."""
    found = _OPENER.match(line)
    return found.end() if found else 0


@lru_cache(maxsize=16)  # a row asks for the same words several times on end
def names(line: str) -> tuple[str, ...]:
    """The names in a byline as printed, each once, in order; empty where it holds none.

    "By A and B in Karsk", "Author: A", "A, Chief Correspondent" and "A | Staff writer" give names only; dates, reading
    times and "Edit post" are taken off. A newsroom's own byline ("The Karsk Herald news desk") is a name where
    no person stands beside it.
    """
    plain = _without_times(line)[:400]
    plain = plain[opens(plain) :]
    people: list[str] = []
    rooms: list[str] = []
    for piece in _pieces(plain):
        name = _name(piece)
        if not name:
            continue
        (rooms if is_room(name) else people).append(name)
    if any(" " in name for name in people):
        alone = [name for name in people if " " in name or _joined(name, plain)]
        people = alone or people
    return tuple(dict.fromkeys(people or rooms[:1]))


def _pieces(plain: str) -> list[str]:
    """The line cut at its separators; but "Defence and Security Editor" and "X and Y news desk" stay whole."""
    pieces: list[str] = []
    for piece in _SPLIT.split(plain):
        if piece:
            pieces.append(piece)
    return pieces


def _joined(name: str, plain: str) -> bool:
    """True where a single word stands beside "and": "Cato and Ana Rel"."""
    word = re.escape(name)
    return bool(re.search(rf"(?:^{word}\s(?:and|&)\s|\s(?:and|&)\s{word}$)", plain.strip()))


def _without_times(line: str) -> str:
    for stamp in reversed(stamps(line)):
        line = f"{line[: stamp.start]} | {line[stamp.end :]}"
    return _MINUTES.sub(" | ", line)


def _name(piece: str) -> str | None:
    """A piece of a byline as a name, or null for a job, an aside, an address or running words."""
    piece = piece.strip(" \u00a0.:*_–—-'\"“”‘’»«>")
    piece = _LABEL.sub("", _HANDLE.sub("", _ASIDE.sub("", piece[opens(piece) :])).strip())
    if (
        not piece
        or _PICTURES.match(piece)
        or "@" in piece
        or "http" in piece
        or bare(piece) in table("bylines", "asides")
    ):
        return None
    piece = _without_aside(_FOR.sub("", piece))
    if not is_room(piece):
        piece = _CUT.sub("", piece)
    tokens = _without_job(piece.split())
    if not tokens or len(tokens) > LONGEST or not _named(tokens):
        return None
    return " ".join(tokens).strip(" ,.:") if len(tokens[-1]) > 2 else " ".join(tokens).strip(" ,:")


def _without_aside(piece: str) -> str:
    """The piece without "Edit post" or the like at its end."""
    tokens = piece.split()
    for size in (3, 2, 1):
        if len(tokens) > size and bare(" ".join(tokens[-size:])) in table("bylines", "asides"):
            return " ".join(tokens[:-size])
    return piece


def _without_job(tokens: list[str]) -> list[str]:
    """The words before a job title; none where the whole piece is one."""
    jobs, modifiers = table("bylines", "jobs"), table("bylines", "modifiers")
    low = [token.strip(",.").lower() for token in tokens]
    if is_room(" ".join(tokens)) and not (len(tokens) == 4 and low[0] != "the" and low[1] not in modifiers):
        return tokens
    ends = [k for k, word in enumerate(low) if word in jobs]
    marks = table("bylines", "outlets")
    if len(tokens) > 3 and low[-1] in marks and low[-2] in marks:  # "ANA REL Associated Press"
        return tokens[:-2]
    while len(tokens) > 2 and not ends and low[len(tokens) - 1] in table("bylines", "desks"):
        tokens = tokens[:-1]
    if not ends:
        return tokens if not all(word in modifiers for word in low) else []
    start = ends[0]
    while start and low[start - 1] in modifiers:
        start -= 1
    start = next((k for k in range(2, start) if low[k] in modifiers), start)
    while start and tokens[start - 1][:1].islower() and low[start - 1] not in table("bylines", "particles"):
        start -= 1
    if start == 0 and ends[-1] + 1 < len(tokens):  # "Staff writer Ana Rel"
        return tokens[ends[-1] + 1 :]
    return tokens[:start] if start != 1 or tokens[0][:1].isupper() else []


def _named(tokens: list[str]) -> bool:
    """True where every word could be part of a name: it begins with a capital or is a particle."""
    particles = table("bylines", "particles")
    room = is_room(" ".join(tokens))
    if not tokens[0][:1].isalpha() or not any(token[:1].isupper() for token in tokens):
        return False
    for token in tokens:
        if not _TOKEN.match(token):
            return False
        if token[:1].islower() and not room and token.lower() not in particles:
            return _has_inner_capital(token)
    return True


def _has_inner_capital(token: str) -> bool:
    return any(char.isupper() for char in token)  # d'Arco, al-Hadi


@lru_cache(maxsize=16)  # asked of the same name several times on end
def is_room(name: str) -> bool:
    """True for a newsroom's or an outlet's name: "The Karsk Herald news desk", "Norda News Agency", "Reuters"."""
    low = [token.strip(",.").lower() for token in name.split()]
    marks = table("bylines", "outlets")
    if not low or (low[-1] in table("bylines", "jobs") and (low[-1] != "reporter" or low[0] != "the")):
        return False
    if low[-1] in marks or (low[0] == "the" and len(low) > 1 and low[-1] not in table("bylines", "jobs")):
        return True
    return len(low) > 2 and any(word in marks for word in low[1:]) and any(word in ("news", "desk") for word in low)


def is_named(line: str) -> bool:
    """True for a line that is nothing but a person's name or two, with or without a job title: "Ana Rel, Reporter"."""
    core = _LABEL.sub("", _ASIDE.sub("", line).strip())
    if not 4 < len(core) < 90 or core[-1] in ".!?…:" or '"' in core or "“" in core:
        return False
    found = names(core)
    people = [name for name in found if _is_person(name)]
    if not people or len(people) != len(found):
        return False
    if any(word.lower().strip(".,") in _no_names() for name in people for word in name.split()):
        return False
    left = core
    for name in people:
        left = left.replace(name, " ", 1)
    known = table("bylines", "jobs") | table("bylines", "modifiers") | table("bylines", "outlets")
    pieces = re.split(r"[,|·•;]", re.sub(r"\sThe\s[A-Z].*$", "", left))
    left = " ".join(piece for k, piece in enumerate(pieces) if not is_outlet(piece) and not (k and is_job(piece)))
    over = [word.lower() for word in _TOKEN.findall(left)]
    return all(word in known for word in over)


def _is_person(name: str) -> bool:
    """True for two or three words and particles between them, none of them a genitive ("Mayor's Chain")."""
    own = [word for word in name.split() if word.lower() not in table("bylines", "particles")]
    return 2 <= len(own) <= 3 and not is_room(name) and not re.search(r"['’][sS]\b", name)


@cache
def _no_names() -> frozenset[str]:
    """Words that make a capitalised line a menu's rather than a person's."""
    return table("bylines", "never") | frozenset(
        word for phrase in table("labels", "sections") for word in phrase.split() if len(word) > 2
    )


def is_outlet(line: str) -> bool:
    """True for a line that is nothing but a newsroom's or an outlet's name, three words or so: "Norda News Agency"."""
    tokens = line.strip(" .,:|").split()
    marks = table("bylines", "outlets")
    return 0 < len(tokens) <= LONGEST and tokens[-1].lower() in marks and all(t[:1].isupper() for t in tokens[:-1])


def is_job(line: str) -> bool:
    """True for a job title on a line of its own: "Highlands reporter"."""
    low = [token.strip(",.").lower() for token in line.split()]
    return 0 < len(low) <= 6 and low[-1] in table("bylines", "jobs") and not line.rstrip().endswith((".", "?", "!"))


def told(line: str) -> tuple[str, ...]:
    """The name in a byline that is a sentence: "Ana Rel talked to the engineer Tor Lind about his bridge."."""
    found = _TOLD.match(line)
    return (found[1],) if found and len(line) < 200 else ()
