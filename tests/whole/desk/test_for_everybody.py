"""Every kind of page is well formed, and usable by everybody: no fault that axe-core or html-validate finds."""

import json
import subprocess
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser
from tests.whole.desk.conftest import WEB, Served

KINDS = (
    "feed",
    "stories",
    "sources",
    "source",
    "outlets",
    "outlet",
    "point",
    "claim",
    "page",
    "story",
    "events",
    "search",
    "nothing found",
    "disputes",
    "changes",
    "trouble",
    "queue",
    "tension",
    "missed",
    "trail",
    "sign-in",
)
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def addresses(served: Served) -> dict[str, str]:
    """An address of each kind of page."""
    point = next(one for one in served.newsroom.points() if "spoke by telephone" in one.gist)
    page = next(one for one in served.newsroom.pages() if "karsk-courier-solen" in (one.url or ""))
    told = {
        "feed": "/",
        "point": f"/point/{point.id}",
        "claim": f"/claim/{point.for_[0]}",
        "page": f"/page/{page.id}",
        "story": f"/story/{point.story_id}?all=true",
        "events": f"/story/{point.story_id}?by=event",
        "search": "/search?q=solen",
        "nothing found": "/search?q=xyzzy",
        "disputes": "/disputes",
        "changes": "/changes",
        "trouble": "/point/ffff",
        "queue": "/queue",
        "tension": "/queue?kind=tension",
        "missed": "/queue?kind=missed",
        "trail": "/trail",
        "sign-in": "/sign-in",
        "stories": "/stories?all=true",
        "sources": "/sources",
        "source": "/source/person-ilya-menk",
        "outlets": "/outlets",
        "outlet": "/outlet/the-karsk-courier",
    }
    return {kind: served.at + at for kind, at in told.items()}


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core as it came from npm."""
    path = WEB / "node_modules" / "axe-core" / "axe.min.js"
    assert path.is_file(), "axe-core is not here: `make test` brings it, or `npm ci --ignore-scripts` in web/"
    return path.read_text("utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, addresses: dict[str, str], axe: str, kind: str, scheme: str) -> None:
    """In light and in dark, at the width of a desk and of a phone."""
    found = []
    for width in (1280, 360):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
        with context:
            page = context.new_page()
            page.goto(addresses[kind])
            page.add_script_tag(content=axe)
            told = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
            found += [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in told["violations"]]
    assert found == []


def test_html_validate_finds_nothing(addresses: dict[str, str], tmp_path: Path) -> None:
    """All kinds of pages in one run."""
    for kind, at in addresses.items():
        (tmp_path / f"{kind.replace(' ', '-')}.html").write_text(httpx.get(at).text, "utf-8")
    tool = WEB / "node_modules" / ".bin" / "html-validate"
    assert tool.exists(), "html-validate is not here: `make test` brings it, or `npm ci --ignore-scripts` in web/"
    pages = sorted(map(str, tmp_path.glob("*.html")))
    command = [
        str(tool),
        "--config",
        str(WEB / "html-validate.json"),
        "--formatter",
        f"json={tmp_path / 'found'}",
        *pages,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    found = json.loads((tmp_path / "found").read_text("utf-8"))
    told = [
        (Path(one["filePath"]).stem, m.get("ruleId"), m["message"], m.get("line"), m.get("selector"))
        for one in found
        for m in one["messages"]
    ]
    assert told == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_the_screen(browser: Browser, addresses: dict[str, str], kind: str, width: int) -> None:
    """Nothing is cut off on a phone."""
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(addresses[kind])
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("kind", KINDS)
def test_every_target_is_large_enough(browser: Browser, addresses: dict[str, str], kind: str) -> None:
    """24 px each way, or a link in a line of words (WCAG 2.5.8)."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(addresses[kind])
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, input, select, summary, .ref, nav a, .doors a")]
              .filter(it => it.checkVisibility()).map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
              .filter(([, box]) => box.height < 24 || box.width < 24).map(([what, box]) => [what, box.width])"""
        )
        assert small == []
