"""Two claims → same, opposed, in tension, a rise, or different, with the words of both that decided."""

from sayso.record import Alike, Conflict, Pair, Reason, Testimony
from sayso.record.fold import words
from sayso.weigh.compare.actors import Named, named, twins
from sayso.weigh.compare.actors import apart as others
from sayso.weigh.compare.exclusion import both_of_all, excluded
from sayso.weigh.compare.figures import Figures, figures
from sayso.weigh.compare.likeness import likeness
from sayso.weigh.compare.occasions import apart
from sayso.weigh.compare.polarity import contrary, opposite
from sayso.weigh.compare.roles import swapped
from sayso.weigh.compare.setting import Setting
from sayso.weigh.compare.sorts import sort_of
from sayso.weigh.terms import rarity, stem

# Likeness from which two claims answer one question; less is enough where words or figures already say how they stand.
SAME, CONTRARY, OPPOSED, COUNTED, EXCLUDED = 0.6, 0.35, 0.2, 0.04, 0.01
BESIDE = 0.3  # the same as SAME where their story items tell one story
AGAIN = 0.8  # nearness of a story item to its own later version
STRANGE = 1.5  # rarity of names, on either side, that the other story item has nowhere


MEANT = 0.72  # cosine from which two claims mean the same, whatever words they share
UNSURE = 0.45  # likeness of two claims that share what they count and nothing that they tell of it
TELLING = 2.5  # rarity of shared words by which claims of two unlike story items are known to be of one thing
SURE = 0.99  # likeness of a denial to what it answers
SEATED = 0.9  # the same where its words name what they deny
LEADING = 0.55  # the same where the denial comes first, in a headline: what is denied has a point of its own elsewhere


def compare(left: Testimony, right: Testimony, cosine: float, setting: Setting | None = None) -> Pair:
    """How two claims stand to each other; `left` is the earlier, `cosine` that of their vectors.

    `setting` is that of their story items: what a claim leaves out ("every one was brought down") it takes from there.
    """
    if right.id in left.answers or left.id in right.answers:
        why = [Reason(name="the whole report is denied", detail=(left if left.answers else right).content)]
        sure = SURE if right.answers else LEADING
        return _pair(left, right, sure, "opposed", "denial", why)
    alike = likeness(left, right, cosine, setting)
    if cosine < MEANT and _only_counted(left, right):
        alike = min(alike, UNSURE)
    if left.answers or right.answers or sort_of(left) != sort_of(right):
        return _pair(
            left,
            right,
            alike,
            "different",
            None,
            [Reason(name="not of one sort", detail=f"{sort_of(left)} / {sort_of(right)}")],
        )
    reasons = [Reason(name="likeness", weight=alike, detail=_shared(left, right))]
    if setting is not None and not setting.close and not _known_again(left, right):
        alike = min(alike, UNSURE)  # "nobody was hurt" is said of many things
    veto = _veto(left, right, setting)
    if veto:
        return _pair(left, right, alike, "different", None, [*reasons, veto])
    verdict, conflict, why = _verdict(left, right, alike, setting)
    if conflict == "denial":
        alike = max(alike, SEATED)
    return _pair(left, right, alike, verdict, conflict, [*reasons, *why])


def _known_again(left: Testimony, right: Testimony) -> bool:
    """Whether two claims of unlike story items name one thing, or share words that few claims share."""
    if named(left.content, right.content).shared:
        return True
    return _weight([term for term in left.terms if term in right.terms]) >= TELLING


def _only_counted(left: Testimony, right: Testimony) -> bool:
    """Whether two claims share what is counted and the figure, and not one word of what is told of it."""
    found = figures(left, right)
    if found is None or found.one_state:
        return False
    counted = {stem(word) for one in (left, right) for row in one.quantities for word in words(row.counts or "")}
    shared = {term for term in left.terms if term in right.terms and not term.isdecimal()}
    return bool(counted) and bool(shared) and shared <= counted


def _verdict(
    left: Testimony, right: Testimony, alike: float, setting: Setting | None
) -> tuple[Alike, Conflict | None, list[Reason]]:
    close = setting is not None and setting.close
    ruled = excluded(left, right, setting)
    if ruled and alike >= (EXCLUDED if close else SAME):
        why = [Reason(name="what is said of all rules out some", detail=f"{ruled.all} / {ruled.some}")]
        return ("in_tension", "tension", why) if ruled.implied else ("opposed", "exclusion", why)
    found = figures(left, right)
    if found and found.relation != "agree" and alike >= (COUNTED if close and found.one_state else SAME):
        return _by_figures(found, again=setting is not None and AGAIN <= setting.nearness < 1)
    turned = opposite(left, right)
    if turned and alike >= (OPPOSED if close and turned.terms > 1 else SAME):
        words = turned.left or turned.right
        return "opposed", "denial", [Reason(name="one denies what the other says", detail=words)]
    against = contrary(left.content, right.content)
    if against and alike >= (CONTRARY if close else SAME):
        return "opposed", "denial", [Reason(name="one word rules out the other", detail=" / ".join(against))]
    of_all = both_of_all(left, right)
    if of_all and close and alike >= OPPOSED:
        return "same", None, [Reason(name="both tell it of all", detail=of_all)]
    if alike < (BESIDE if close else SAME):
        return "different", None, []
    return "same", None, [Reason(name="the same figure", detail=f"{found.left} / {found.right}")] if found else []


def _by_figures(found: Figures, *, again: bool) -> tuple[Alike, Conflict | None, list[Reason]]:
    detail = f"{found.left} / {found.right}"
    if found.relation == "rise" or (again and found.grew):
        return "rise", None, [Reason(name="the count rose", detail=detail)]
    return "opposed", "figures", [Reason(name="figures that cannot both be right", detail=detail)]


def _veto(left: Testimony, right: Testimony, setting: Setting | None) -> Reason | None:
    """Why two claims cannot be of one event, however alike they sound."""
    if apart(left, right):
        days = [when.earliest or "" for when in (left.when, right.when) if when]
        return Reason(name="different days", detail=" / ".join(days))
    pair = twins(left.content, right.content)
    if pair:
        return Reason(name="different names", detail=" / ".join(pair))
    roles = swapped(left.content, right.content)
    if roles:
        return Reason(name="swapped roles", detail=" / ".join(roles))
    known = named(left.content, right.content)
    parted = others(left, right)
    if parted and not _both_told(parted, setting):
        return Reason(name="different names", detail=" / ".join(parted))
    denied = "denies" in (left.stance, right.stance)  # a denial names its own: "its cutter Vigil"
    if not denied and _strange(known, setting):
        return Reason(name="different names", detail=f"{' '.join(known.left)} / {' '.join(known.right)}")
    return None


def _both_told(parted: tuple[str, str], setting: Setting | None) -> bool:
    """Whether one story item tells of both names that seem to part two claims: the minister, and who dismissed him."""
    if setting is None or not setting.close:
        return False
    one, two = ({stem(word) for word in words(name)} for name in parted)
    return one <= setting.right or two <= setting.left


def _strange(known: Named, setting: Setting | None) -> bool:
    """Whether each names somebody or somewhere that the other, or its whole story item, knows nothing of."""
    if setting is None:
        return not known.shared and min(_weight(known.left), _weight(known.right)) >= STRANGE
    left = [name for name in known.left if name not in setting.right]
    right = [name for name in known.right if name not in setting.left]
    return min(_weight(left), _weight(right)) >= STRANGE / 2 and not known.shared


def _weight(terms: tuple[str, ...] | list[str]) -> float:
    return sum(rarity(term) for term in terms)


def _shared(left: Testimony, right: Testimony) -> str:
    """The rarest words of both, for people."""
    both = [term for term in left.terms if term in right.terms]
    return " ".join(sorted(both, key=lambda term: (-rarity(term), term))[:8])


def _pair(
    left: Testimony, right: Testimony, alike: float, verdict: Alike, conflict: Conflict | None, reasons: list[Reason]
) -> Pair:
    return Pair(
        left=left.id,
        right=right.id,
        likeness=alike,
        verdict=verdict,
        conflict=conflict,
        reasons=tuple(reasons),
    )
