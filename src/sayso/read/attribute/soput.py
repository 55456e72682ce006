"""A quotation that the rest of its sentence says who put so: `"…": so the mayor describes the story`."""

import re
from collections.abc import Iterator

from sayso.read.attribute.attributions import Attribution
from sayso.read.attribute.item import Item
from sayso.read.attribute.subjects import phrase_at, with_apposition
from sayso.read.attribute.wording import PUT
from sayso.read.verbs import any_of

SURE = 0.85
_SO = re.compile(
    r"\s*[:,;–—-]{0,2}\s*(?:so|thus|(?:this|that|such|which)\s+(?:is|was)\s+how|in\s+these\s+words)\s+(?=\S)",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"\s+(?:has\s+|had\s+|also\s+|then\s+)?(?P<cue>{any_of(PUT)}|called|calls|characterised|characterises|characterized|characterizes)\b"
)


def so_put(item: Item) -> Iterator[Attribution]:
    """The attributions of quotations that open a sentence which goes on with who put it so."""
    for quote in item.quotes:
        home = item.sentence_at(quote.end - 1)
        if home is None or item.page[home.start : quote.start].strip():
            continue
        so = _SO.match(item.page, quote.end, home.end)
        phrase = phrase_at(item, item.row(so.end(), home.end)) if so else None
        if so is None or phrase is None:
            continue
        phrase = with_apposition(item, phrase, home.end)
        verb = _PUT.match(item.page, phrase.end, home.end)
        if verb:
            yield Attribution((phrase.place,), (verb.span("cue"),), ((quote.start, quote.end),), SURE, SURE)
