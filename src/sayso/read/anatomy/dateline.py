"""The dateline that opens a report: "KARSK (Norda) —"."""

import re

_PLACE = r"[A-Z][A-Z.'’\u00c0-\u00de-]+(?:[ /][A-Z][A-Z.'’\u00c0-\u00de-]*){0,4}"
_NOT = r"(?!(?:On|In|By|At|Since|From|Until|After|Before|Last|Next|Update|Note)\b)"
_MIXED = _NOT + r"[A-Z][\w.'’-]{1,20}(?: (?:[A-Z][\w.'’-]{0,20}|of|the|de|la|el)){0,3}"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?(?:,? \d{{4}})?|{_DAY})"
_AGENCY = r"[(/][A-Z][\w .&'’-]{0,40}[)/]"
_DASH = r"\s?(?:[—–―]|--?)\s*"
_REGION = r"(?:, [A-Z][\w.'’]{1,20}(?: [A-Z][\w.'’]{1,20}){0,2})"
_CAPITALS = re.compile(rf"{_PLACE}{_REGION}{{0,2}}(?:,? {_DATE})?(?:,? ?{_AGENCY})?{_DASH}(?=\S)")
_WITH_AGENCY = re.compile(rf"{_MIXED}{_REGION}{{0,2}}(?:,? {_DATE})?,? ?{_AGENCY}(?:,? {_DATE})?{_DASH}(?=\S)")
_AGENCY_ONLY = re.compile(rf"\({_MIXED}\){_DASH}(?=\S)")
_WITH_DATE = re.compile(rf"{_MIXED}{_REGION}{{0,2}},? {_DATE}{_DASH}(?=\S)")
_PLAIN = re.compile(
    rf"{_NOT}[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{1,20}})?{_REGION}?\s?[—―]\s?(?=(?:The|A|An|It|In|[\"“]))"
)


def dateline(paragraph: str) -> int:
    """How many characters of a paragraph are its dateline with the dash after it, 0 for none.

    "KARSK —", "KARSK, Tal, Nov. 10 (Norda) -", "Karsk (Norda) –", "(Norda) —", "Karsk, 10 November —". A hyphen
    closes one only after capitals, an agency or a date.
    """
    for form in (_CAPITALS, _WITH_AGENCY, _AGENCY_ONLY, _WITH_DATE, _PLAIN):
        found = form.match(paragraph[:160])
        if found:
            return found.end()
    return 0
