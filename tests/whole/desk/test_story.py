"""A story with a map and a chart is for everybody: named, in the dark, on a phone, on paper, without script."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page
from tests.make_story import an_atlas, burnt
from tests.whole.desk.conftest import WEB, Served
from tests.whole.desk.test_for_everybody import PHONE, SIDEWAYS, SMALL, TAGS

from sayso.desk.pages import story as page
from sayso.newsroom import Newsroom

BARE = """() => [...document.querySelectorAll(".map path, .map circle, .map text, .chart circle, .chart text")]
  .filter(it => it.checkVisibility() && getComputedStyle(it).fill === "rgb(0, 0, 0)")
  .map(it => it.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a story with places and figures."""
    folder = tmp_path_factory.mktemp("story")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "ATLAS", an_atlas(folder))
        with Newsroom(str(folder / "record.sqlite")) as newsroom:
            told = burnt(newsroom)
        served = Served(str(folder / "record.sqlite"))
        yield f"{served.at}/story/{told.id}"
        served.stop()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_map_and_a_chart_are_for_everybody(browser: Browser, story: str, scheme: str) -> None:
    """axe-core finds nothing, nothing scrolls sideways, and every mark has a colour of the page's, at either width."""
    axe = (WEB / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    for width in (1280, PHONE):
        with browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        ) as window:  # type: ignore[arg-type]
            reader = window.new_page()
            reader.goto(story)
            reader.evaluate(axe + ";undefined")
            found = reader.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)["violations"]
            assert [(one["id"], [node["html"][:120] for node in one["nodes"][:2]]) for one in found] == []
            assert [reader.evaluate(script) for script in (SIDEWAYS, SMALL, BARE)] == [[], [], []]


def test_pictures_are_read_without_script_and_printed(plain_reader: Page, story: str) -> None:
    """By their names, with the same in words beside them."""
    plain_reader.goto(story)
    names = [plain_reader.get_by_role("img", name=words).count() for words in ("people: 4 figures", "3 places told of")]
    plain_reader.emulate_media(media="print")
    assert (names, plain_reader.locator(".map").is_visible(), plain_reader.locator(".beside li").count()) == (
        [1, 1], True, 8
    )  # fmt: skip


def test_html_validate_finds_nothing_in_a_picture(story: str, tmp_path: Path) -> None:
    """As in every other kind of page."""
    (tmp_path / "story.html").write_text(httpx.get(story).text, "utf-8")
    tool = WEB / "node_modules" / ".bin" / "html-validate"
    command = [str(tool), "--config", str(WEB / "html-validate.json"), str(tmp_path / "story.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
