"""Builders for tests of the weighing: pages of invented outlets, captured once or again."""

from collections.abc import Sequence
from pathlib import Path

from sayso.newsroom import Newsroom
from sayso.weigh.trace.press import Press


def a_news_page(
    headline: str,
    paragraphs: Sequence[str],
    *,
    published: str | None = "2026-03-05T09:00:00+00:00",
    modified: str | None = None,
    note: str = "",
) -> str:
    """An HTML news page as an outlet would print it; `note` stands under the headline."""
    times = [("datePublished", published), ("dateModified", modified)]
    dates = "".join(f', "{name}": "{time}"' for name, time in times if time)
    told = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{headline}"{dates}}}'
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<html lang="en"><head><title>{headline}</title><script type="application/ld+json">{told}</script></head>'
        f"<body><nav>Home · News · Sport</nav><article><h1>{headline}</h1>{note}{body}</article>"
        "<footer>About us</footer></body></html>"
    )


class Desk:
    """A newsroom in memory that takes pages as text; `keep` adds one page and weighs it."""

    def __init__(self, folder: Path, press: Press | None = None) -> None:
        self.newsroom = Newsroom("memory:", press=press)
        self._folder = folder
        self._count = 0

    def keep(self, page: str, *, url: str, outlet: str, captured: str) -> None:
        """Adds a page as it was captured, and weighs it."""
        self._count += 1
        file = self._folder / f"page{self._count}.{'html' if page.startswith('<') else 'txt'}"
        file.write_text(page)
        for _ in self.newsroom.add([str(file)], url=url, outlet=outlet, captured=captured):
            pass
        for _ in self.newsroom.weigh():
            pass

    def words(self, claim_id: str | None) -> str:
        """The content of a claim, of an earlier version too; empty for null."""
        if claim_id is None:
            return ""
        found = {claim.id: claim for page in self.newsroom.pages() for claim in self.newsroom.reading(page.id).claims}
        return " ".join(found[claim_id].content.split())
