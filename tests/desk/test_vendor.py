"""Fonts and scripts come from npm by the lock file, with their licences, and the desk does without them too."""

import importlib.util
import json
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient
from tests.desk.seen import Seen

from sayso.desk import paper

WEB = Path(__file__).parents[2] / "web"
LISTED = tomllib.loads((WEB / "take.toml").read_text("utf-8"))["take"]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """web/build.py, told to write into a folder of the test's."""
    spec = importlib.util.spec_from_file_location("build", WEB / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENDOR", tmp_path / "static" / "vendor")
    return module


def test_the_lock_file_names_versions_and_hashes_and_no_registry() -> None:
    """What is installed is what was reviewed, wherever it comes from."""
    locked = json.loads((WEB / "package-lock.json").read_text("utf-8"))["packages"]
    taken = {name: row for name, row in locked.items() if name}
    assert [name for name, row in taken.items() if not row.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, row in taken.items() if "resolved" in row] == []
    wanted = json.loads((WEB / "package.json").read_text("utf-8"))
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert {name: taken[f"node_modules/{name}"]["version"] for name in versions} == versions


def test_every_package_that_is_taken_brings_its_licence() -> None:
    """Beside the files, under the package's name."""
    wanted = json.loads((WEB / "package.json").read_text("utf-8"))["dependencies"]
    licensed = {one["from"].rsplit("/LICENSE", 1)[0] for one in LISTED if one["from"].endswith("LICENSE")}
    assert licensed == set(wanted)


def test_what_is_listed_is_copied_and_nothing_else(build: ModuleType, tmp_path: Path) -> None:
    """Over what stood there before."""
    for one in LISTED:
        (tmp_path / one["from"]).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one["from"]).write_text(one["to"], "utf-8")
    build.VENDOR.mkdir(parents=True)
    (build.VENDOR / "old.js").write_text("old", "utf-8")
    assert build.take(tmp_path) == len(LISTED)
    assert {path.name: path.read_text("utf-8") for path in build.VENDOR.iterdir()} == {
        one["to"]: one["to"] for one in LISTED
    }


def test_a_file_that_is_missing_leaves_what_stood_there(build: ModuleType, tmp_path: Path) -> None:
    """And says which."""
    build.VENDOR.mkdir(parents=True)
    (build.VENDOR / "old.js").write_text("old", "utf-8")
    with pytest.raises(build.NotBuilt, match="No such file"):
        build.take(tmp_path)
    assert [path.name for path in build.VENDOR.parent.rglob("*.*")] == ["old.js"]


def test_no_npm_is_told_with_what_to_do_and_is_no_error(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless it was asked for by name."""
    monkeypatch.setattr(build.shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(build.sys, "argv", ["build.py"])
    assert build.main() == 0
    assert "it works without them" in capsys.readouterr().err
    monkeypatch.setattr(build.sys, "argv", ["build.py", "--strict"])
    assert build.main() == 1


def test_the_desk_does_without_them(desk: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page asks for no file that is not there."""
    for name in ("desk.css", "desk.js", "sayso.svg", "fonts.css"):
        (tmp_path / name).write_bytes(paper.STATIC.joinpath(name).read_bytes())
    monkeypatch.setattr(paper, "STATIC", tmp_path)
    paper.asset.cache_clear()
    tags = Seen(desk.get("/disputes").text).tags
    paper.asset.cache_clear()
    asked = [
        told.get("href") or told.get("src") or ""
        for tag, told in tags
        if tag in ("link", "script") and told.get("rel") != "alternate"
    ]
    assert ([one for one in asked if "vendor" in one or "fonts" in one], len(asked)) == ([], 3)
