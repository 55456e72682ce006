"""Value F1 and value + unit F1 on labelled sentences: `python bench/reading/quantities.py [FILE]`.

FILE is a JSON list of {text, quantities: [{value, unit, normalized_unit}]}, the shape NewsQuant is published in;
without one, data/quantities/news-quantities-dev.json of the shared folder (SAYSO_SHARED, or ../shared).

Values: one number, or a range "low-high" whose ends may stand either way round. Each labelled quantity is matched
to at most one found, and the other way round. "value": the numbers are the same (to one part in a million; the
end that a bound leaves open is taken from the other). Our record calls "dozens" at least 24 where these labels say
12 or 12-120: the strict column counts every such word as wrong, the second takes an open quantity whose printed word
is vague as right when the label is of the same power of ten. "unit": the code's name, or what is counted: its last
word, singular, is a word of the label's unit; no unit on either side is right too.
"""

import argparse
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from sayso.read.numbers import VAGUE
from sayso.read.quantities.reader import quantities
from sayso.record import Quantity, Span

NAMES = {
    "%": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "CNY": "chinese yuan",    "AUD": "australian dollar",
    "CAD": "canadian dollar", "HKD": "hong kong dollar", "SGD": "singaporean dollar",
    "NZD": "new zealand dollar", "MYR": "malaysian ringgit",
    "DKK": "danish krone", "ILS": "shekel", "INR": "indian rupee",
    "HRK": "croatian kuna", "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "um": "micrometre",
    "nm": "nanometre", "m2": "square metre", "km2": "square kilometre", "l": "litre", "ml": "millilitre", "g": "gram",
    "kg": "kilogram", "mg": "milligram", "t": "metric ton", "Gt": "gigaton", "km/h": "kilometre per hour",
    "mph": "mile per hour", "mpg": "mile per gallon", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt",
    "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour", "°C": "celsius", "°F": "fahrenheit",
    "Hz": "hertz", "MHz": "megahertz", "GHz": "gigahertz", "MPa": "megapascal", "ksi": "kilopound per square inch",
    "V": "volt", "mAh": "milliampere hour", "GB": "gigabyte", "MB": "megabyte", "TB": "terabyte", "KB": "kilobyte",
    "Nm": "newton metre", "lb": "pound", "lb_ft": "foot pound-force", "F": "farad", "ppm": "part per million",
    "ppb": "parts-per-billion", "times": "count", "m/s": "metre per second", "penny": "penny", "MP": "megapixel",
    "ounce": "ounce", "lb_": "pound-mass",
}  # fmt: skip


@dataclass(frozen=True)
class Score:
    """Counts of a run."""

    right: int
    found: int
    labelled: int

    @property
    def f1(self) -> float:
        """F1 in [0, 1]."""
        return 2 * self.right / max(1, self.found + self.labelled)

    def line(self, name: str) -> str:
        """Precision, recall and F1 in percent."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.labelled)
        return f"{name:30} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * self.f1:5.1f}"


def values(label: dict[str, Any]) -> tuple[float, float]:
    """Low and high of a label's value."""
    text = str(label["value"]).replace(" ", "")
    ends = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)-(-?[\d.]+(?:E-?\d+)?)", text)
    numbers = [float(end) for end in (ends.groups() if ends else (text, text))]
    return min(numbers), max(numbers)


def same(label: dict[str, Any], one: Quantity, text: str, *, strict: bool) -> bool:
    """Whether a found quantity has the value of a label."""
    low, high = values(label)
    mine = [end for end in (one.low, one.high) if end is not None]
    close = abs(min(mine) - low) <= 1e-6 * max(1e-9, abs(low)) and abs(max(mine) - high) <= 1e-6 * max(1e-9, abs(high))
    if close or strict:
        return close
    vague = one.span.of(text).lower().split()[0] in VAGUE and one.high is None
    return vague and low <= min(mine) <= 10 * low


def unit_matches(label: dict[str, Any], one: Quantity) -> bool:
    """Whether unit or counted thing are those of the label."""
    wanted = str(label["normalized_unit"] or "-").lower().replace("united states ", "")
    if one.counts == "age":
        return "year of age" in wanted or wanted == "age"
    if one.unit:
        name, _, per = one.unit.partition("/")
        names = {NAMES.get(one.unit, one.unit.replace("_", " "))}
        if per:
            names.add(f"{NAMES.get(name, name)} per {NAMES.get(per, per).replace('_', ' ')}")
        names.add(NAMES.get(name, name) if not per else "")
        return wanted in names
    if not one.counts:
        return wanted in ("-", "")
    last = one.counts.lower().split()[-1].strip("'’")
    singular = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ren")}
    singular |= {re.sub("ies$", "y", last), re.sub("men$", "man", last)}
    return bool(singular & set(re.split(r"[ \-]", wanted)))


def measure(rows: list[dict[str, Any]], *, strict: bool, units: bool, show: bool = False) -> Score:
    """The score over all sentences."""
    right = found = labelled = 0
    for row in rows:
        text = row["text"]
        mine = list(quantities(text, Span(0, len(text)))) if text else []
        left = list(mine)
        missing = []
        for label in row["quantities"]:
            hit = next(
                (
                    one
                    for one in left
                    if same(label, one, text, strict=strict) and (not units or unit_matches(label, one))
                ),
                None,
            )
            if hit:
                left.remove(hit)
                right += 1
            else:
                missing.append(label)
        found, labelled = found + len(mine), labelled + len(row["quantities"])
        if show and (left or missing):
            print(text)
            for label in missing:
                print("    missed", label["value"], "|", label["normalized_unit"])
            for one in left:
                print("    extra ", one.span.of(text), "|", one.low, one.high, one.unit, one.counts)
    return Score(right, found, labelled)


def main() -> None:
    """Prints the table."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
    parse = argparse.ArgumentParser()
    parse.add_argument("file", nargs="?", type=Path, default=shared / "data/quantities/news-quantities-dev.json")
    parse.add_argument("--show", choices=["value", "unit"], help="print what differs")
    parse.add_argument("--json", type=Path, help="write the strict figures here, for bench/gate.py")
    args = parse.parse_args()
    rows = json.loads(args.file.read_text("utf-8"))
    began = process_time()
    value = measure(rows, strict=True, units=False)
    seconds = process_time() - began
    unit = measure(rows, strict=True, units=True)
    print(value.line("value, strict"))
    print(measure(rows, strict=False, units=False).line("value, vague words ours"))
    print(unit.line("value + unit, strict"))
    print(measure(rows, strict=False, units=True).line("value + unit, vague words ours"))
    if args.json:
        figures = {"reading.quantities.value_f1": value.f1, "reading.quantities.value_unit_f1": unit.f1}
        args.json.write_text(json.dumps(figures) + "\n", "utf-8")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{words / seconds:,.0f} words per CPU second")
    if args.show:
        measure(rows, strict=False, units=args.show == "unit", show=True)


if __name__ == "__main__":
    main()
