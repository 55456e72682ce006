"""Words of a page made harmless wherever a person reads them: a terminal, a spreadsheet, a browser.

A page may carry escape sequences that recolour or retitle a terminal, and bidi marks that show words in another order
than they stand. Nothing of it is dropped: such a character is shown as its escape, as `\\x1b` or `\\u202e`.
"""

import re

# C0 and C1 controls, line and paragraph separators, marks that reorder text, tags, surrogates; joiners stay, for the
# scripts and emoji that need them. One character class: linear over any text.
HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029\xa0]+")


def visible(words: str) -> str:
    """The words on one line, white space runs as one space, every control or reordering character as its escape."""
    return HOSTILE.sub(_escape, _SPACE.sub(" ", words))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
