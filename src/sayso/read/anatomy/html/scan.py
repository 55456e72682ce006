"""What no parser should be given: markup nested so deep, or tags so crowded, that reading it takes forever.

The walk over the tree keeps to the same limits exactly. This scan goes before the parser, because a C library inside a
page cannot be interrupted, and only looks closely at pages with an unusual number of tags.
"""

import re

from sayso.errors import CaptureError
from sayso.read.anatomy.html.tree import MAX_ATTRIBUTES, MAX_DEPTH

_MANY = 20_000  # tags: at this number the worst page takes the parser a second
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(script|style|textarea|title|xmp|iframe|noembed|noframes)\b[^>]*+>.*?(?=</\1|\Z)
      | <(/?)([a-z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# Elements that never hold others, and those that the next of their kind closes.
_FLAT_TAGS = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option"
    " optgroup rp rt colgroup caption html head body path use rect circle line polygon polyline"
)
_FLAT = frozenset(_FLAT_TAGS.split())


def check(html: str) -> None:
    """Raises CaptureError where elements are left open more than MAX_DEPTH deep or a tag has over MAX_ATTRIBUTES.

    Linear in the length of the page.
    """
    if html.count("<") < _MANY and len(html) < 100 * _MANY:
        return
    open_: dict[str, int] = {}
    depth = 0
    for token in _TOKEN.finditer(html):
        name, attributes = token[3], token[4]
        if name is None:
            continue
        if len(attributes) > 2 * MAX_ATTRIBUTES and len(attributes.split()) > MAX_ATTRIBUTES:
            raise CaptureError(f"the page has a tag <{name[:20]}> with more than {MAX_ATTRIBUTES} attributes")
        if (name := name.lower()) in _FLAT:
            continue
        if token[2]:
            if open_.get(name, 0):
                open_[name] -= 1
                depth -= 1
            continue
        if not attributes.endswith("/"):
            open_[name] = open_.get(name, 0) + 1
            depth += 1
            if depth > MAX_DEPTH:
                raise CaptureError(f"the page nests elements deeper than {MAX_DEPTH}")
