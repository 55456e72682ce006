"""The crawler's own lines at the top of a dump: "URL: …", "Retrieved …", front matter."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.read.anatomy.clocks import when_of
from sayso.read.anatomy.plain.lines import Row
from sayso.read.anatomy.stamps import stamps
from sayso.read.anatomy.wording import table
from sayso.read.words import words

_PAIR = re.compile(r"[\s#*\[<(]{0,4}(?P<key>[A-Za-z][\w:. -]{0,24}?)\**\s?(?::|=|\t)\**\s*(?P<value>\S.*?)[\])>]?$")
_LED = re.compile(r"\s*\W?(?P<key>[A-Za-z]{2,12})(?: (?:on|at))?:?\s+(?=\d{4}-\d\d-\d\d)")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{4,500}")
_FENCE = re.compile(r"(?:-{3,}|\+{3,}|={3,}|;{3,})$")
FURTHEST = 40  # rows that a header can have
STRONG = ("url", "captured")


@dataclass(frozen=True, slots=True)
class Header:
    """What the crawler's lines say: each key's value with its place `(start, end)` in the page; `used` rows, and the
    offset in the next row up to which it is header too."""

    used: int = 0
    cut: int = 0
    values: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        """The value of url, outlet, captured, headline, byline, published, updated, section or language."""
        found = self.values.get(key)
        return found[0] if found else None


@cache
def _keys() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, names in words("pages")["header"].items():
        for name in table("header", key):
            found.setdefault(name, key)
        if not names:
            continue
    return found


def header(page: tuple[Row, ...]) -> Header:
    """The crawler's header of a page; empty where the page has none.

    One key is no header ("Author: …" may be the page's own line) unless it is an address or a capture time.
    """
    made = Header()
    keys: list[str] = []
    for k, row in enumerate(page[:FURTHEST]):
        if _FENCE.match(row.text):
            if keys or (k == 0 and len(page) > 1 and _pair(page[1])):
                made = replace(made, used=k + 1)
                if keys and k:
                    break
                continue
            break
        pair = _pair(row)
        if pair:
            key, start, end = pair
            keys.append(key)
            made.values.setdefault(key, (row.text[start:end], row.start + start, row.start + end))
            made = replace(made, used=k + 1)
            continue
        if lone := _lone(row, k):
            keys.append("captured" if "captured" in lone else "url")
            made.values.update({name: found for name, found in lone.items() if name not in made.values})
            made = replace(made, used=k + 1)
            continue
        if led := _led_date(row, k):
            start, end = led
            made.values.setdefault("captured", (row.text[start:end], row.start + start, row.start + end))
            return replace(made, cut=row.start + end)
        break
    if not keys or (len(keys) == 1 and keys[0] not in STRONG):
        return Header()
    return made


def _pair(row: Row) -> tuple[str, int, int] | None:
    """(key, start and end of the value in the row) of "Key: value"."""
    found = _PAIR.match(row.text[:700])
    if not found:
        return None
    key = _keys().get(found["key"].strip(" *").lower().replace("-", " ").replace("_", " ")) or _keys().get(
        found["key"].strip(" *").lower()
    )
    if key is None:
        return None
    value = found["value"]
    if key == "url" and not _ADDRESS.search(value):
        return None
    if key in ("captured", "published", "updated") and not stamps(value):
        return None
    if key == "other" and len(value.split()) > 60:
        return None
    start, end = found.span("value")
    while end > start and row.text[end - 1] in "\"'*":
        end -= 1
    while start < end and row.text[start] in "\"'*":
        start += 1
    return (key, start, end) if start < end else None


def _lone(row: Row, k: int) -> dict[str, tuple[str, int, int]] | None:
    """ "[Captured 10 November 2024 from https://…]" or an address alone."""
    if k > 4 or len(row.text) > 300:
        return None
    address = _ADDRESS.search(row.text)
    opened = re.match(r"\W{0,4}([A-Za-z]+)", row.text)
    told = bool(opened) and _keys().get(opened[1].lower()) == "captured" if opened else False
    found: dict[str, tuple[str, int, int]] = {}
    if told and (times := stamps(row.text)):
        first = times[0]
        found["captured"] = (row.text[first.start : first.end], row.start + first.start, row.start + first.end)
    if address and (told or address[0] == row.text.strip("<>[]() ")):
        found["url"] = (address[0], row.start + address.start(), row.start + address.end())
    return found or None


def _led_date(row: Row, k: int) -> tuple[int, int] | None:
    """ " date 2024-11-10 Skip to content": where the date stands; what follows it is the page's."""
    found = _LED.match(row.text) if k < 3 else None
    if not found or _keys().get(found["key"].lower()) not in ("captured", "published"):
        return None
    first = next(iter(stamps(row.text)), None)
    if first is None or first.start != found.end():
        return None
    return first.start, first.end


def iso(printed: str | None) -> str | None:
    """A printed time as one ISO time; null where it is none or an interval."""
    got = when_of(printed) if printed else None
    return got.earliest if got and got.earliest == got.latest else None


def split(page: tuple[Row, ...]) -> list[tuple[Header, tuple[Row, ...]]]:
    """A dump cut into its pages: each begins with a header of two lines or more that gives an address or a title."""
    first = header(page)
    starts = [0]
    after = max(first.used, 2)
    for k in range(1, len(page)):
        if k < after or not (page[k].gap or _FENCE.match(page[k - 1].text)):
            continue
        pair = _pair(page[k])
        if pair and pair[0] in ("url", "headline", "outlet"):
            told = header(page[k : k + FURTHEST])
            if told.used >= 2 and {"url", "headline"} & set(told.values):
                starts.append(k)
            after = k + max(told.used, 1)
    bounds = zip(starts, [*starts[1:], len(page)], strict=True)
    return [(header(page[start:end]), page[start:end]) for start, end in bounds]
