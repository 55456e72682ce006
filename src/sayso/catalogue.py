"""Plug name → "module:Class": one explicit table and entry points; imports nothing until asked."""

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from sayso.errors import PlugError

PLUGS: dict[str, dict[str, str]] = {
    "collectors": {
        "files": "sayso.collect.folder:Files",
        "web": "sayso.collect.fetch:Web",
    },
    "stores": {
        "memory": "sayso.store.memory:MemoryStore",
        "sqlite": "sayso.store.sql:SqlStore",
    },
    "voices": {
        "flite": "sayso.publish.speech.flite:Flite",
        "piper": "sayso.publish.speech.piper:Piper",
    },
    "readers": {
        "sentences": "sayso.read.sentences:Sentences",
        "names": "sayso.read.names.reader:Names",
        "attribute": "sayso.read.attribute.reader:Attribute",
        "chain": "sayso.read.chain.reader:Chain",
        "corefer": "sayso.read.corefer.reader:Corefer",
        "quantities": "sayso.read.quantities.reader:Quantities",
        "times": "sayso.read.times.reader:Times",
        "places": "sayso.read.places.reader:Places",
        "events": "sayso.read.events.reader:Events",
        "located": "sayso.read.places.located:Located",
    },
}


def plug(group: str, name: str) -> Any:
    """The class behind a plug's name; raises PlugError naming the ones there are."""
    table = PLUGS.get(group, {})
    where = table.get(name)
    if where:
        module, _, attribute = where.partition(":")
        return getattr(import_module(module), attribute)
    installed = entry_points(group=f"sayso.{group}")
    for entry in installed:
        if entry.name == name:
            try:
                return entry.load()
            except (ImportError, AttributeError) as err:
                raise PlugError(f"the plug {name!r} of {group} is installed but does not load: {err}") from err
    known = ", ".join(sorted({*table, *(entry.name for entry in installed)}))
    raise PlugError(f"there is no plug {name!r} among {group}; known are {known or 'none'}")
