"""Takes pictures of every kind of page of the desk, light and dark, on a desk and on a phone.

    python bench/desk/pictures.py FOLDER [--only KIND ...]     every picture, as WebP
    python bench/desk/pictures.py --keep                       those that docs/desk.md shows, into docs/pictures

The record is that of the sample pages with what editors left in it (tests/whole/desk/stage.py), the kinds of pages are
those of the tests (tests/whole/desk/kinds.py). Needs what the browser tests need: playwright and a Chromium.
"""

import argparse
import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.whole.desk.kinds import KINDS, Kind, things  # noqa: E402
from tests.whole.desk.stage import Served, edit, fill, session  # noqa: E402

from sayso.catalogue import PLUGS  # noqa: E402
from sayso.settings import Settings  # noqa: E402

PAGES = ROOT / "samples" / "pages"
SIZES = {"desk": (1280, 900), "phone": (360, 740)}
SCHEMES = ("light", "dark")
TALL = 2400  # pixels of a page that a picture shows at most
HEAVIEST = 60_000  # bytes of a picture that is kept
KEPT = {  # kinds that docs/desk.md shows: all light on a desk, these in the dark and on a phone as well
    "feed", "page", "claim", "point", "story", "stories", "source", "outlet", "search", "disputes", "changes", "brief",
    "compose", "queue", "trail", "people", "me", "missed",
}  # fmt: skip
ALSO = {"feed", "point", "claim", "story"}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--only", nargs="+", default=[kind.name for kind in KINDS], metavar="KIND")
    asked.add_argument("--keep", action="store_true")
    given = asked.parse_args()
    if not given.keep and not given.folder:
        asked.error("say which folder, or --keep")
    folder = ROOT / "docs" / "pictures" if given.keep else given.folder
    folder.mkdir(parents=True, exist_ok=True)
    with stage() as (here, manned), sync_playwright() as play:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        held: dict[str, dict[str, str]] = {}
        for kind in KINDS:
            if kind.name in given.only and (not given.keep or kind.name in KEPT):
                desk = here if kind.who == "reader" else manned
                held.setdefault(kind.who, session(desk, kind.who))
                for name, words in pictures(browser, desk, kind, held[kind.who], keep=given.keep):
                    (folder / name).write_bytes(words)
                    print(f"{len(words):>8,}  {folder / name}", flush=True)
        browser.close()
    return 0


@contextmanager
def stage() -> Iterator[tuple[Served, Served]]:
    """A desk of this machine and one where people sign in, on one record of the sample pages."""
    PLUGS["voices"].setdefault("hum", "make_sound:hum_voice")
    with tempfile.TemporaryDirectory(prefix="sayso-pictures-") as there:
        store, knobs = f"sqlite:///{there}/record.sqlite", Settings(voice="hum", sounds=f"{there}/sounds")
        norda = sorted(PAGES.glob("norda-*"))
        fill(store, norda, outlet="Norda")
        fill(store, sorted(set(PAGES.iterdir()) - set(norda)))
        edit(store, Path("/srv/pages"))
        desks = Served(store, settings=knobs), Served(store, guarded=True, settings=knobs)
        try:
            yield desks
        finally:
            for desk in desks:
                desk.stop()


def pictures(
    browser: Browser, desk: Served, kind: Kind, held: dict[str, str], *, keep: bool
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each picture of a kind of page."""
    at = desk.at + kind.address.format(**things(desk.newsroom))
    for scheme in SCHEMES:
        for size, (width, height) in SIZES.items():
            first = (scheme, size) == ("light", "desk")
            if keep and not first and (kind.name not in ALSO or (scheme, size) == ("light", "phone")):
                continue
            with browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"  # type: ignore[arg-type]
            ) as context:  # fmt: skip
                context.set_extra_http_headers(held)
                page = context.new_page()
                page.goto(at)
                page.evaluate("document.fonts.ready.then(() => true)")
                tail = "" if first else f"-{scheme}-{size}"
                yield f"{kind.name.replace(' ', '-')}{tail}.webp", picture(page, height if keep else TALL, keep=keep)


def picture(page: Page, tallest: int, *, keep: bool) -> bytes:
    """A page from its top as WebP; one that is kept weighs at most HEAVIEST."""
    size = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], tallest), "scale": 1}
    session = page.context.new_cdp_session(page)
    for quality in (90, 75, 60, 45, 30):
        told = {"format": "webp", "quality": quality, "clip": clip, "captureBeyondViewport": True}
        taken = base64.b64decode(session.send("Page.captureScreenshot", told)["data"])
        if not keep or len(taken) <= HEAVIEST:
            break
    return taken


if __name__ == "__main__":
    sys.exit(main())
