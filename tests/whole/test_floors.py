"""No measured figure has fallen, where the data to measure with is at hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SAYSO_SHARED") or ROOT.parent / "shared")


@pytest.mark.skipif(
    not (SHARED / "data" / "attribution" / "dev").is_dir(), reason="the data to measure with is not here"
)
def test_no_figure_is_under_its_floor() -> None:
    """`make bench` ends well: every figure it can measure is at or above its floor in bench/floors.json."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "run.py")],
        cwd=ROOT,
        env={**os.environ, "SAYSO_SHARED": str(SHARED)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr
    assert "reading.attribution.relation_f1" in run.stdout
