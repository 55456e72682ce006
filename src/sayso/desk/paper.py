"""The one door to Jinja2: templates of ours filled with words of others.

All words of a page are hostile here. Every value that a template prints passes `visible` and then autoescape.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sayso.desk.gate.who import may, present, signed
from sayso.desk.shape import wording
from sayso.desk.shape.links import outside
from sayso.record.visible import visible
from sayso.record.wording import counted

HERE = files("sayso.desk")
STATIC = HERE.joinpath("static")
ATLAS = Path(str(STATIC.joinpath("vendor", "countries-50m.json")))  # web/build.py; no map is drawn without it
TEMPLATES = HERE.joinpath("templates")


def printed(template: str, /, **told: Any) -> str:
    """A template filled with what it is told."""
    return _environment().get_template(template).render(**told)


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes with its content; empty where it is not there (npm's files)."""
    found = STATIC.joinpath(name)
    return f"/static/{name}?v={sha256(found.read_bytes()).hexdigest()[:12]}" if found.is_file() else ""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"asset": asset, "version": version("sayso"), "outside": outside}
    made.globals |= {"who": present, "may": may, "signed": signed}
    made.filters |= {name: getattr(wording, name) for name in wording.FILTERS}
    made.filters |= {"asked": asked, "counted": counted, "drawing": Markup}  # a picture of the newsroom, escaped there
    made.globals["marks"] = made.get_template("marks.html").module  # what several pages print
    return made


def asked(given: dict[str, Any]) -> str:
    """The part of an address behind the question mark, with it, for what is given; empty where nothing is."""
    told = {name: value for name, value in given.items() if value not in (None, "", False)}
    return f"?{urlencode(told)}" if told else ""


@cache
def _read(name: str) -> str:
    return TEMPLATES.joinpath(name).read_text("utf-8")


def _harmless(value: Any) -> Any:
    """A value as words without a control or reordering character; markup of ours as it is."""
    return value if isinstance(value, Markup) else visible(str(value))
