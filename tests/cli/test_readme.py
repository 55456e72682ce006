"""What the README shows of a page is what Sayso prints of it."""

import re
from pathlib import Path

import pytest

from cli.conftest import Sayso

ROOT = Path(__file__).parents[2]
SHOWN = re.findall(r"```text\n\$ sayso read (\S+)\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)


def flat(text: str) -> str:
    """The words without the width of a terminal."""
    return " ".join(text.split())


def test_the_readme_shows_pages() -> None:
    """Else the next test would find nothing."""
    assert [page for page, _ in SHOWN] == ["samples/pages/karsk-courier-solen-dresk.html"]


@pytest.mark.parametrize(("page", "printed"), SHOWN)
def test_what_the_readme_shows_of_a_page_is_printed(sayso: Sayso, page: str, printed: str) -> None:
    """Claim by claim, with chains, marks and times."""
    told = sayso("read", str(ROOT / page))
    claims = [flat(one) for one in printed.strip().split("\n\n")]
    assert [one for one in claims if one not in flat(told.output)] == []
