"""Writes docs/cli.md, docs/record.md, docs/plugs.md and docs/record.schema.json from the code; --check only compares.

python docs/generate.py [--check]
"""

import copy
import json
import re
import sys
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from inspect import cleandoc, getdoc, getmembers, isfunction, signature
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import click

import sayso.plugs
import sayso.record as record
import sayso.views
from sayso.catalogue import PLUGS
from sayso.cli import main as command_line
from sayso.cli.exits import CODES
from sayso.record.plain import shape
from sayso.record.schema import schema_of
from sayso.record.span import Span
from sayso.settings import Settings

DOCS = Path(__file__).parent
NOTE = "<!-- Made from the code by docs/generate.py: edit the code, then run `make docs`. -->\n"
EDGE = (
    "Reading", "Page", "Missed", "Text", "Claim", "Grounds", "Source", "Point", "Proof", "Dispute", "Change", "Story",
    "Entry", "Moved", "Ruling", "Brief", "Sound", "Outlet",
)  # fmt: skip
FLOORS = (
    ("What a page says", ("Reading", "Page", "Missed", "Text", "Caption", "Part", "When")),
    ("Who says what", ("Claim", "Link", "Source", "Mention", "Entity", "Tenure", "Grounds", "Ground")),
    ("What is said to have happened", ("Event", "Role", "Place", "Quantity")),
    ("What stands behind it", ("Point", "Origin", "Edge", "Reason", "Proof", "LeftOut", "Story", "Ruling")),
    ("What disagrees and what changed", ("Dispute", "Change", "Entry", "Moved")),
    ("What is published", ("Brief", "Line", "Sound", "Recording", "Cue", "Outlet")),
    ("What people keep", ("Correction", "Act", "Person", "Ticket")),
    ("What the weighing keeps (no JSON)", ("Weighed", "Account", "Testimony", "Credit", "Pair", "Seat", "Copy")),
    (
        "What is asked and brought in (no JSON)",
        ("Filter", "Shown", "Sought", "Listed", "Search", "Drawer", "Trailed", "Capture"),
    ),
    (
        "What is listed and found (no JSON)",
        ("Item", "Voiced", "Printed", "Tally", "Hit", "Found", "ItemHit", "FoundItems"),
    ),
)
OBVIOUS = {  # what a name means wherever it stands
    "id": "a hash of what it names: the same content has the same id on every machine",
    "page_id": "the page it stands on",
    "text_id": "the story item it stands in",
    "story_id": "the story it tells",
    "entity_id": "who or what it stands for",
    "mention_id": "the name on the page",
    "event_ids": "the events it tells of",
    "claim_ids": "the claims it rests on, one or more",
    "span": "where it stands in the page's text",
    "at": "an ISO time",
}
_LIST_OF = {
    name: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
    for name, kind in (("timeline", "Entry"), ("moved", "Moved"))
}
_TOLD = {"timeline": _LIST_OF["timeline"], "moved": {"anyOf": [{"type": "null"}, _LIST_OF["moved"]]}}
KEPT: tuple[tuple[str, str, str, dict[str, Any], tuple[str, ...]], ...] = (
    ("KeptClaim", "Claim", "claims", {"page_id": {"type": "string"}, "page_url": {"type": ["string", "null"]}}, ()),
    ("KeptSource", "Source", "sources", {"claims": {"type": "integer"}}, ()),
    ("KeptOutlet", "Outlet", "outlets", {"own": {"type": "boolean"}}, ()),
    ("ToldStory", "Story", "story", _TOLD, ()),
    ("KeptPage", "Page", "pages", {"characters": {"type": "integer"}}, ("text",)),
)
PLAIN_TYPES = {str: "string", int: "integer", float: "number", bool: "true or false", bytes: "bytes"}


def documents() -> dict[str, str]:
    """Each generated file's name with its text."""
    return {
        "cli.md": "\n".join(cli_lines()),
        "record.md": "\n".join(record_lines()),
        "plugs.md": "\n".join(plug_lines()),
        "record.schema.json": json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of the record, with the shapes that `--json` prints of what is kept."""
    whole = schema_of(*(getattr(record, name) for name in EDGE))
    for name, base, verb, more, less in KEPT:
        kept = copy.deepcopy(whole["$defs"][base])
        kept["description"] = f"A {base} as `sayso {verb} --json` prints it."
        kept["properties"] |= more
        kept["required"] = [field for field in [*kept["required"], *more] if field not in less]
        kept["properties"] = {field: of for field, of in kept["properties"].items() if field not in less}
        whole["$defs"][name] = kept
        whole["oneOf"].append({"$ref": f"#/$defs/{name}"})
    return whole


def record_lines() -> Iterator[str]:
    """docs/record.md: every type, field by field."""
    yield NOTE
    yield "# The record\n"
    yield cleandoc(record.__doc__ or "").split("\n")[0].replace(" docs/record.md lists them field by field.", "")
    yield (
        "\nEvery type is a frozen dataclass of `sayso.record`; these are the names that JSON carries at every edge "
        "(`--json`, exports). Every field is written, null or not. `[start, end]` is a half-open pair of Unicode code "
        "points into `page.text`. The same as a JSON Schema: [record.schema.json](record.schema.json), where "
        "KeptClaim, KeptSource, KeptPage, KeptOutlet and ToldStory are what `sayso claims`, `sources`, `pages`, "
        "`outlets` and `story` print with `--json`.\n"
    )
    for title, names in FLOORS:
        yield f"## {title}\n"
        for name in names:
            yield from type_lines(getattr(record, name))


def type_lines(kind: type) -> Iterator[str]:
    """One type: what it is, its fields with the rule each keeps, what else holds."""
    summary, rules, others = rules_of(kind)
    yield f"### {kind.__name__}\n"
    yield f"{summary}\n"
    yield "| field | type | default | rule |\n|---|---|---|---|"
    defaults = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    for name, json_name, hint in shape(kind):
        row = (f"`{json_name}`", type_words(hint), default_words(defaults[name]), rules.get(json_name, ""))
        yield f"| {' | '.join(map(cell, row))} |"
    yield ""
    if others:
        yield f"{others}\n"


def rules_of(kind: type) -> tuple[str, dict[str, str], str]:
    """A docstring's first clause, the clauses that begin with or else name each field, and the clauses left over."""
    whole = " ".join(cleandoc(kind.__doc__ or "").split())
    clauses = re.split(r"(?<=[.;]) (?=[`A-Z])", whole)
    rules: dict[str, list[str]] = {}
    for clause in clauses:
        for name in re.findall(r"`([a-z_]+)", re.match(r"(?:(?:, | and )?`[^`]+`)*", clause)[0]):  # type: ignore[index]
            rules.setdefault(name.rstrip("_"), []).append(clause)
    for _, name, _ in shape(kind):
        named = [clause for clause in clauses if re.search(rf"`{name}\b", clause)]
        rules.setdefault(name, named[:1] or ([OBVIOUS[name]] if name in OBVIOUS else []))
    used = {clause for clauses in rules.values() for clause in clauses}
    rest = [clause for clause in clauses[1:] if clause not in used]
    return ended(clauses[0]), {name: "; ".join(c.rstrip(".;") for c in rules[name]) for name in rules}, " ".join(rest)


def ended(clause: str) -> str:
    """A clause as a sentence."""
    return clause.rstrip(".;") + "."


def default_words(field: "Field[Any]") -> str:
    """What stands there where nothing is known, for fields that may be left out."""
    if field.default is MISSING:
        return ""
    return f"`{json.dumps(field.default if field.default != () else [], ensure_ascii=False)}`"


def type_words(hint: Any) -> str:
    """A type as words about JSON."""
    if hint is Span:
        return "[start, end]"
    if is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"  # type: ignore[union-attr]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " or ".join("null" if arg is type(None) else type_words(arg) for arg in args)
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in args)
    if origin is tuple:
        return f"list of {type_words(args[0])}" if args[-1] is Ellipsis else f"[{', '.join(map(type_words, args))}]"
    return PLAIN_TYPES[hint]


def cli_lines() -> Iterator[str]:
    """docs/cli.md: verbs, exit codes, settings."""
    yield NOTE
    yield "# The command line\n"
    context = click.Context(command_line, info_name="sayso", **command_line.context_settings)
    yield from command_lines(command_line, context)
    yield "## Exit codes\n"
    yield "| code | meaning |\n|---|---|"
    yield from (f"| {code} | {cell(meaning)} |" for code, meaning in CODES)
    yield "\n## Settings\n"
    yield cleandoc(sys.modules[Settings.__module__].__doc__ or "") + "\n"
    yield cleandoc(Settings.__doc__ or "") + "\n"
    yield "| in sayso.toml | variable | type | default |\n|---|---|---|---|"
    for field in fields(Settings):
        kind = PLAIN_TYPES[field.type]  # type: ignore[index]
        default = json.dumps(field.default)
        yield f"| `{field.name}` | `SAYSO_{field.name.upper()}` | {kind} | `{default}` |"
    yield ""
    yield from verb_sections(command_line, context, "## sayso")


def verb_sections(group: click.Group, context: click.Context, title: str) -> Iterator[str]:
    """A section for each verb of a group, and under it one for each verb of its own."""
    for name in group.list_commands(context):
        verb = group.commands[name]
        yield f"{title} {name}\n"
        inner = click.Context(verb, info_name=name, parent=context, **command_line.context_settings)
        yield from command_lines(verb, inner)
        if isinstance(verb, click.Group):
            yield from verb_sections(verb, inner, f"#{title} {name}")


def command_lines(command: click.Command, context: click.Context) -> Iterator[str]:
    """One command: what it does, how it is called, its options."""
    yield f"```\n{command.get_usage(context).removeprefix('Usage: ')}\n```\n"
    yield paragraphs(command.help or "") + "\n"
    rows = [row for param in command.get_params(context) if (row := param.get_help_record(context)) and row[1]]
    yield "| option | what it does |\n|---|---|"
    yield from (f"| `{cell(names)}` | {cell(words)} |" for names, words in rows)
    yield ""
    if isinstance(command, click.Group):
        yield "| verb | what it does |\n|---|---|"
        for name in command.list_commands(context):
            anchor = f"{context.command_path} {name}".replace(" ", "-")
            yield f"| [{name}](#{anchor}) | {cell(command.commands[name].get_short_help_str(200))} |"
        yield ""


def paragraphs(words: str) -> str:
    """Help text as Markdown: click's marked blocks, which keep their lines, become code."""
    blocks = cleandoc(words).split("\n\n")
    return "\n\n".join(f"```\n{b[2:].strip(chr(10))}\n```" if b.startswith("\b\n") else b for b in blocks)


def plug_lines() -> Iterator[str]:
    """docs/plugs.md: every extension point, and what ships for it."""
    yield NOTE
    yield "# Plugs\n"
    yield cleandoc(sayso.plugs.__doc__ or "") + "\n"
    for name, kind in getmembers(sayso.plugs, lambda member: getattr(member, "_is_protocol", False)):
        if kind.__module__ not in (sayso.plugs.__name__, sayso.views.__name__):
            continue
        yield f"## {name}\n"
        yield f"{getdoc(kind)}\n"
        for method_name, method in getmembers(kind, isfunction):
            if method.__qualname__ == f"{name}.{method_name}" and getdoc(method) and method_name != "__init__":
                does = " ".join((getdoc(method) or "").split())
                yield f"- `{method_name}{short_names(str(signature(method)))}`: {does}"
        yield ""
    yield "## What ships\n"
    yield "| group | name | where |\n|---|---|---|"
    yield from (f"| {group} | `{name}` | `{PLUGS[group][name]}` |" for group in PLUGS for name in PLUGS[group])
    yield ""


def short_names(words: str) -> str:
    """A signature without the modules its types come from."""
    return re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", words)


def cell(words: str) -> str:
    """Words that may stand in a Markdown table."""
    return " ".join(words.split()).replace("|", "\\|")


def main() -> int:
    """Writes the files, or with --check names those that are not what the code says."""
    check = sys.argv[1:] == ["--check"]
    stale = [name for name, text in documents().items() if not _same(DOCS / name, text)]
    for name in stale:
        if check:
            click.echo(f"docs/{name} is not what the code says: run `make docs`", err=True)
        else:
            (DOCS / name).write_text(documents()[name], "utf-8")
    return 1 if check and stale else 0


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
