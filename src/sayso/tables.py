"""Claims as a table, for notebooks; pandas and pyarrow come with the extra `sayso[tables]`."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Literal

from sayso.errors import PlugError
from sayso.record import Kept, When

COLUMNS = (
    "claim_id", "page_id", "page_url", "outlet", "text_id", "headline", "published", "speaker", "speaker_kind",
    "described_as", "through", "manner", "mode", "stance", "sure", "score", "stated", "cue", "content", "start", "end",
)  # fmt: skip


def table_of(kept: Iterable[Kept], kind: Literal["pandas", "arrow"]) -> Any:
    """A pandas DataFrame or an Arrow Table with COLUMNS; raises PlugError where its library is not installed."""
    library = "pandas" if kind == "pandas" else "pyarrow"
    try:
        door = import_module(library)
    except ImportError as err:
        raise PlugError(f"a {kind} table needs {library}: pip install 'sayso[tables]'") from err
    rows = [row(one) for one in kept]
    columns = {name: [one[name] for one in rows] for name in COLUMNS}
    if kind == "pandas":
        return door.DataFrame(columns)
    return door.table(columns)


def row(kept: Kept) -> dict[str, Any]:
    """One claim as a flat row: `through` are the names between the outlet and the speaker, offsets into page.text."""
    claim, page, text = kept.claim, kept.page, kept.text
    speaker = claim.speaker
    return {
        "claim_id": claim.id,
        "page_id": page.id,
        "page_url": page.url,
        "outlet": page.outlet,
        "text_id": text.id,
        "headline": text.headline,
        "published": _start(text.published),
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "described_as": speaker.described_as if speaker else None,
        "through": " > ".join(link.source.name or link.source.described_as or "?" for link in claim.chain[1:-1]),
        "manner": claim.manner,
        "mode": claim.mode,
        "stance": claim.stance,
        "sure": claim.sure,
        "score": claim.score,
        "stated": _start(claim.stated),
        "cue": claim.cue,
        "content": claim.content,
        "start": claim.span.start,
        "end": claim.span.end,
    }


def _start(when: When | None) -> str | None:
    return when.earliest if when else None
