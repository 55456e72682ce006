"""The documents say what the code says."""

import importlib.util
import json
import re
import shlex
from dataclasses import fields, is_dataclass
from pathlib import Path

import click
import pytest

from cli.made import ARTICLE, PAGE, READING, RELAYED
from sayso import record
from sayso.catalogue import PLUGS
from sayso.cli import main
from sayso.cli.exits import CODES
from sayso.cli.rows import CLAIMS, SOURCES
from sayso.cli.rows import PAGES as PAGES_SHEET
from sayso.newsroom import explain
from sayso.record.plain import shape, to_plain
from sayso.settings import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TYPES = [kind for name in record.__all__ if is_dataclass(kind := getattr(record, name)) and name != "Span"]
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """What docs/generate.py would write."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.documents()


@pytest.mark.parametrize("name", ["cli.md", "record.md", "plugs.md", "record.schema.json"])
def test_a_generated_document_is_what_the_code_says(made: dict[str, str], name: str) -> None:
    """Nobody edited it by hand, and nobody forgot `make docs`."""
    assert (DOCS / name).read_text("utf-8") == made[name], f"docs/{name} is out of date: run `make docs`"


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_and_option_is_documented(verb: str) -> None:
    """Each verb has a section in cli.md that names each of its options, and a help text for each."""
    section = (DOCS / "cli.md").read_text("utf-8").split(f"\n## sayso {verb}\n")[1].split("\n## ")[0]
    options = [param for param in main.commands[verb].params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
    assert [name for option in options for name in option.opts if name not in section] == []


def test_every_exit_code_is_documented() -> None:
    document = (DOCS / "cli.md").read_text("utf-8")
    assert [code for code, _ in CODES if f"| {code} |" not in document] == []


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(field: str) -> None:
    document = (DOCS / "cli.md").read_text("utf-8")
    assert f"`{field}` | `SAYSO_{field.upper()}`" in document


@pytest.mark.parametrize("group", PLUGS)
def test_every_plug_is_documented(group: str) -> None:
    document = (DOCS / "plugs.md").read_text("utf-8")
    assert [name for name in PLUGS[group] if f"| {group} | `{name}` |" not in document] == []


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_type_is_documented_field_by_field(kind: type) -> None:
    """Each type of the record has a section with a row for each field, under its JSON name."""
    section = (DOCS / "record.md").read_text("utf-8").split(f"\n### {kind.__name__}\n")[1].split("\n### ")[0]
    assert [name for _, name, _ in shape(kind) if f"| `{name}` |" not in section] == []


def test_the_schema_defines_every_type_of_the_edges() -> None:
    """Whatever `--json` prints has a definition, and every reference in the schema leads somewhere."""
    schema = json.loads((DOCS / "record.schema.json").read_text("utf-8"))
    assert {"Reading", "Claim", "Page", "Missed", "Text", "Source"} <= set(schema["$defs"])
    named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert named - set(schema["$defs"]) == set()


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("KeptClaim", CLAIMS.item(RELAYED, PAGE, ARTICLE)),
        ("KeptSource", SOURCES.item(RELAYED.speaker, 3)),
        ("KeptPage", PAGES_SHEET.item(PAGE)),
        ("Reading", to_plain(READING)),
        ("Grounds", to_plain(explain(READING)[0])),
    ],
)
def test_what_json_prints_has_the_names_of_the_schema(name: str, item: dict[str, object]) -> None:
    """Every key that is printed is a property of the definition, and nothing that it requires is lacking."""
    defined = json.loads((DOCS / "record.schema.json").read_text("utf-8"))["$defs"][name]
    assert set(item) == set(defined["properties"])
    assert set(defined["required"]) <= set(item)


def commands(page: Path) -> list[list[str]]:
    """The `sayso …` commands that a document shows, in code blocks and between backticks."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"```[^\n]*\n(.*?)```", text, re.S)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    lines += re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    shown = [re.sub(r"^(?:\S*/)?sayso ", "sayso ", line) for line in lines]
    return [words_of(line) for line in shown if line.startswith("sayso ")]


def words_of(line: str) -> list[str]:
    """The words of one shown command, without its comment and without what it is piped into."""
    return shlex.split(re.split(r"\s#|\s[|>]|\s{3,}", line)[0].replace("…", ""), posix=True)[1:]


def options_of(verb: click.Command) -> set[str]:
    """The options of a verb and of the verbs under it."""
    own = {name for param in verb.params for name in param.opts}
    inner = verb.commands.values() if isinstance(verb, click.Group) else ()
    return own.union(*(options_of(one) for one in inner))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_a_document_shows_exists(page: Path) -> None:
    """A verb or an option in the README or in docs/ is one that `sayso` takes."""
    known_first = {name for param in main.params for name in param.opts} | {"-h", "--help"}
    for words in commands(page):
        while words and words[0].startswith("-"):
            assert words[0].split("=")[0] in known_first, f"{page.name} shows {words[0]}"
            words = words[2:] if words[0] == "--store" else words[1:]
        if not words or not re.fullmatch(r"[a-z]+(\|[a-z]+)*", words[0]):
            continue  # the program's bare name, or a placeholder such as VERB
        for verb in words[0].split("|"):
            assert verb in main.commands, f"{page.name} shows `sayso {verb}`"
            options = options_of(main.commands[verb]) | {"-h", "--help"}
            shown = {word.strip("[]").split("=")[0] for word in words[1:] if word.strip("[]").startswith("--")}
            assert shown - options == set(), f"{page.name} shows `sayso {verb} {' '.join(shown - options)}`"


def test_the_readme_shows_the_verbs_that_matter() -> None:
    """The check above has something to check: the README shows reading and keeping."""
    assert {"read", "add"} <= {words[0] for words in commands(ROOT / "README.md") if words}
