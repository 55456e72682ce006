"""What is said, printed and tagged so that nobody takes a synthetic voice for a person's.

Article 50 of the EU's AI Act asks for a mark that people see and one that programs read.
"""

from sayso.publish.speech.vocabulary import pairs, word
from sayso.record import DigitalSource


def spoken_first() -> str:
    """The sentence that every sound begins with."""
    return word("disclosure", "spoken")


def page_line() -> str:
    """The line that stands before the player."""
    return word("disclosure", "page")


def review_line(reviewed_by: str | None) -> str:
    """Who reviewed what is read, or that nobody is known to have."""
    if not reviewed_by:
        return word("disclosure", "unreviewed")
    return word("disclosure", "reviewed").replace("{name}", reviewed_by)


def file_comment(voice: str, source_type: DigitalSource, reviewed_by: str | None) -> str:
    """The comment in the file's own tags, with the digital source type as an address of IPTC."""
    parts = {
        "{spoken}": spoken_first(),
        "{review}": review_line(reviewed_by),
        "{voice}": voice,
        "{source}": source_address(source_type),
    }
    comment = word("disclosure", "tag")
    for name, value in parts.items():
        comment = comment.replace(name, value)
    return comment


def source_address(source_type: DigitalSource) -> str:
    """The address by which IPTC names a digital source type."""
    return pairs("disclosure", "sources")[source_type]
