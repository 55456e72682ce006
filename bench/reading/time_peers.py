"""What two libraries make of the labelled times, given each label's words and the day of publication."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from time_texts import Document

Days = tuple[date, date]
Label = Sequence[Any]


def recognizers(words: str, anchor: datetime) -> list[Days]:
    """The days that Microsoft's recognizers give for some words, as first and last, the past one first."""
    from recognizers_date_time import recognize_datetime

    try:
        results = recognize_datetime(words, "en-us", reference=anchor)
    except (TypeError, ValueError, AttributeError, KeyError, IndexError, OverflowError):
        return []
    out: list[Days] = []
    for value in (value for result in results for value in (result.resolution or {}).get("values", [])):
        first, last = value.get("start") or value.get("value"), value.get("end") or value.get("value")
        try:
            begin, end = date.fromisoformat((first or "")[:10]), date.fromisoformat((last or "")[:10])
        except ValueError:
            continue
        if value.get("type") == "daterange":
            end -= timedelta(days=1)  # its ranges end before their end
        out.append((begin, end))
    return sorted(out, key=lambda days: (days[0] > anchor.date(), -days[0].toordinal()))


def dates(words: str, anchor: datetime) -> list[Days]:
    """The day that dateparser gives for some words, looking back."""
    import dateparser

    settings: Any = {"RELATIVE_BASE": anchor, "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first",
                     "PREFER_MONTH_OF_YEAR": "first"}  # fmt: skip
    try:
        when = dateparser.parse(words, languages=["en"], settings=settings)
    except (TypeError, ValueError, OverflowError, RecursionError):
        return []
    return [(when.date(), when.date())] if when else []


def agrees(days: Days, label: Label, *, inside: bool) -> bool:
    """Whether days are those of a label; one or two labelled days, or any where `inside`, need only hold them."""
    first, last = date.fromisoformat(label[2][:10]), date.fromisoformat(label[3][:10])
    mild = inside or (last - first).days <= 1
    return first <= days[0] <= days[1] <= last if mild else days == (first, last)


def table(known: Sequence[tuple[dict[str, Any], Document]]) -> None:
    """Prints the rows of both peers."""
    readers: dict[str, tuple[Callable[[str, datetime], list[Days]], int, bool]] = {
        "recognizers, past": (recognizers, 1, False), "recognizers, either": (recognizers, 9, False),
        "dateparser": (dates, 1, True),
    }  # fmt: skip
    print(f"\n{'given the spans and the day':28} {'open':>7} {'held':>7} {'all':>7}")
    for name, (read, most, inside) in readers.items():
        right = {"open": [0, 0], "held": [0, 0], "all": [0, 0]}
        for row, one in known:
            anchor = datetime.fromisoformat(row["published"])
            for label in row["times"]:
                days = read(one.text[label[0] : label[1]], anchor)[:most]
                good = not days if label[2] is None else any(agrees(d, label, inside=inside) for d in days)
                for half in (row["half"], "all"):
                    right[half][0] += good
                    right[half][1] += 1
        print(f"{name:28} " + " ".join(f"{a / max(1, b):7.1%}" for a, b in right.values()))
