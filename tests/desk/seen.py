"""What a reader finds on a page: its words, its links, its headings."""

import re
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "img", "hr"}


class Seen(HTMLParser):
    """A page taken apart by the standard library: `words` are what stands in it, `links` where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._hidden = 0
        self.feed(html)
        self.words = re.sub(r"\s+", " ", self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append((tag, told))
        self._hidden += tag in ("script", "style", "title")
        if tag == "a" and told.get("href"):
            self.links.append(told["href"] or "")
        if told.get("id"):
            self.ids.append(told["id"] or "")
        if tag in ("p", "li", "h1", "h2", "h3", "div", "dt", "dd", "section"):
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data
