"""Sentences of headlines and bodies, never across two parts."""

import re
from dataclasses import replace

from sayso.record import Reading, Span

_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+(?=["'“‘«(\[]*[A-Z0-9])""")


class Sentences:
    """Splits every body span into sentences."""

    name, version = "sentences", "0"
    needs: tuple[str, ...] = ("texts",)
    gives: tuple[str, ...] = ("sentences",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its sentences."""
        found: list[Span] = []
        for text in reading.texts:
            for span in text.body:
                start = span.start
                for end in _END.finditer(reading.page.text, span.start, span.end):
                    found.append(Span(start, end.end()))
                    start = end.end()
                if start < span.end:
                    found.append(Span(start, span.end))
        return replace(reading, sentences=tuple(found))
