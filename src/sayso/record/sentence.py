"""The sentence that words stand in, cut out of a page's text by its stops and line ends."""

from typing import NamedTuple

from sayso.record.span import Span

_ENDS = ("\n", ". ", "? ", "! ", ".” ", '." ')  # where a sentence or a line ends
_MARKS = tuple("“”‘’\"'«»")


class Sentence(NamedTuple):
    """Words with the rest of the sentence or line that they stand in, each part on one line."""

    before: str
    words: str
    after: str


def sentence(text: str, span: Span) -> Sentence:
    """The words of a span in their sentence."""
    start, end = bounds(text, span)
    return Sentence(_flat(text[start : span.start]), _flat(text[span.start : span.end]), _flat(text[span.end : end]))


def around(text: str, span: Span) -> str:
    """The words of a span with the rest of the sentence or line that they stand in, on one line."""
    start, end = bounds(text, span)
    return " ".join(text[start:end].split())


def bounds(text: str, span: Span) -> tuple[int, int]:
    """Where the sentence or line that holds a span begins and ends."""
    start = max(
        text.rfind(mark, 0, span.start) + len(mark) for mark in _ENDS if mark in text[: span.start] or mark == "\n"
    )
    ends = [at for mark in _ENDS if (at := text.find(mark, max(span.end - 1, span.start))) >= 0]
    end = min(ends, default=len(text))
    return start, max(end + 1, span.end)


def quoted(words: str) -> str:
    """Words in quotation marks, unless they begin or end with some."""
    return words if words[:1] in _MARKS or words[-1:] in _MARKS else f"“{words}”"


def _flat(words: str) -> str:
    """White space as single spaces, one kept at either end where there was some."""
    core = " ".join(words.split())
    if not core:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{core}{' ' if words[-1].isspace() else ''}"
