"""Every kind of page is well formed, and usable by everybody: no fault that axe-core or html-validate finds, on a phone
as on a desk, in light and in dark, and nothing scrolls sideways. The kinds stand in kinds.py."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.whole.desk.conftest import WEB, Served
from tests.whole.desk.kinds import KINDS, Kind, routes, things
from tests.whole.desk.stage import session

SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = 360
Open = Callable[[Kind, str], Page]
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll("body *")]
  .filter(it => it === document.scrollingElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
  .filter(it => it.scrollWidth > it.clientWidth && !it.matches("input, textarea, select"))
  .map(it => [it.outerHTML.slice(0, 120), it.scrollWidth, it.clientWidth])"""
SMALL = """() => [...document.querySelectorAll("button, input, select, summary, .ref, nav a, .doors a")]
  .filter(it => it.checkVisibility() && it.type !== "hidden")
  .map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24).map(([what, box]) => [what, box.width, box.height])"""


@pytest.fixture(scope="module")
def told(served: Served) -> dict[str, str]:
    """What the addresses of the table name in this record."""
    return things(served.newsroom)


@pytest.fixture(scope="module")
def sessions(manned: Served) -> dict[str, dict[str, str]]:
    """The session of each who looks."""
    return {who: session(manned, who) for who in {kind.who for kind in KINDS}}


@pytest.fixture(scope="module")
def at(served: Served, manned: Served, told: dict[str, str]) -> Callable[[Kind], str]:
    """The address of a kind of page."""
    return lambda kind: (served if kind.who == "reader" else manned).at + kind.address.format(**told)


@pytest.fixture(scope="module")
def visit(browser: Browser, at: Callable[[Kind], str], sessions: dict[str, dict[str, str]]) -> Iterator[Open]:
    """Opens a kind of page at the width of a desk, in one window for each who looks and each scheme."""
    windows: dict[tuple[str, str], tuple[BrowserContext, Page]] = {}

    def open_(kind: Kind, scheme: str) -> Page:
        if (kind.who, scheme) not in windows:
            context = browser.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")  # type: ignore[arg-type]
            context.set_extra_http_headers(sessions[kind.who])
            windows[kind.who, scheme] = context, context.new_page()
        page = windows[kind.who, scheme][1]
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(at(kind))
        return page

    yield open_
    for context, _ in windows.values():
        context.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core as it came from npm."""
    path = WEB / "node_modules" / "axe-core" / "axe.min.js"
    assert path.is_file(), "axe-core is not here: `make test` brings it, or `npm ci --ignore-scripts` in web/"
    return path.read_text("utf-8")


def test_every_route_that_answers_people_is_in_the_table() -> None:
    """So that whoever adds a kind of page has it checked."""
    assert set(routes()) - {kind.route for kind in KINDS} == set()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_page_is_for_everybody(visit: Open, axe: str, kind: Kind, scheme: str) -> None:
    """axe-core finds nothing at either width, nothing scrolls sideways, targets are of 24 px each way (WCAG 2.5.8)."""
    page = visit(kind, scheme)
    page.evaluate(axe + ";undefined")
    faults = _violations(page)
    assert page.evaluate(SIDEWAYS) == []
    page.set_viewport_size({"width": PHONE, "height": 740})
    faults += _violations(page)
    assert (faults, page.evaluate(SIDEWAYS), page.evaluate(SMALL)) == ([], [], [])


def _violations(page: Page) -> list[tuple[str, list[str]]]:
    told = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in told["violations"]]


def test_what_is_folded_fits_a_phone_too(visit: Open) -> None:
    """Opened, no fold of any kind of page makes it scroll sideways."""
    found: dict[str, list[object]] = {}
    for kind in KINDS:
        page = visit(kind, "light")
        page.set_viewport_size({"width": PHONE, "height": 740})
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
        found[kind.name] = page.evaluate(SIDEWAYS)
    assert {name: wide for name, wide in found.items() if wide} == {}


def test_html_validate_finds_nothing(
    at: Callable[[Kind], str], sessions: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    """All kinds of pages in one run."""
    for kind in KINDS:
        answer = httpx.get(at(kind), headers={**sessions[kind.who], "Accept": "text/html"})
        slips = re.findall(r"&lt;(?:Macro|built-in|bound|sayso)[^;]*", answer.text)  # what a template should not print
        assert (kind.name, answer.status_code, slips) == (kind.name, kind.status, [])
        (tmp_path / f"{kind.name.replace(' ', '-')}.html").write_text(answer.text, "utf-8")
    tool = WEB / "node_modules" / ".bin" / "html-validate"
    assert tool.exists(), "html-validate is not here: `make test` brings it, or `npm ci --ignore-scripts` in web/"
    told = f"json={tmp_path / 'found'}"
    pages = sorted(map(str, tmp_path.glob("*.html")))
    command = [str(tool), "--config", str(WEB / "html-validate.json"), "--formatter", told, *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stderr, len(pages)) == ("", len(KINDS))
    found = json.loads((tmp_path / "found").read_text("utf-8"))
    assert [
        (Path(one["filePath"]).stem, m.get("ruleId"), m["message"], m.get("line"), m.get("selector"))
        for one in found
        for m in one["messages"]
    ] == []
