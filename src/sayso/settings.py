"""Every knob: one frozen Settings from sayso.toml and SAYSO_* variables, variables last."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import inf
from pathlib import Path

from sayso.errors import SettingsError


def data_folder() -> Path:
    """Where a person's record lies unless told otherwise: $XDG_DATA_HOME/sayso or ~/.local/share/sayso."""
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "sayso"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`store` is an SQLAlchemy URL; sizes are in bytes, times in seconds.

    `keep_bodies` keeps the bytes that pages were read from; `allow_private` lets addresses of private networks be
    fetched, loopback too. `outlets` is the TOML file of your own outlets and their publisher families.

    `voice` is the plug that speaks briefs (piper, flite), `voice_model` the file or name of a voice of it, `lexicon` a
    TOML file of names respelled for it. `sounds` is the folder that sounds are kept in, up to `max_sounds` bytes.
    """

    store: str = ""
    max_bytes: int = 10_000_000
    fetch_timeout: float = 30.0
    user_agent: str = "sayso (+https://github.com/sayso/sayso)"
    keep_bodies: bool = True
    allow_private: bool = False
    outlets: str = ""
    voice: str = "piper"
    voice_model: str = ""
    lexicon: str = ""
    sounds: str = ""
    max_sounds: int = 1_000_000_000

    @property
    def store_url(self) -> str:
        """The record to open: `store`, or a file in the user's data folder."""
        return self.store or f"sqlite:///{data_folder() / 'record.sqlite'}"

    @property
    def sounds_folder(self) -> Path:
        """Where sounds are kept: `sounds`, or a folder in the user's data folder."""
        return Path(self.sounds).expanduser() if self.sounds else data_folder() / "sounds"

    def outlets_of(self, store: str) -> Path | None:
        """The file of a record's own outlets: `outlets`, else RECORD.outlets.toml beside a SQLite file, else
        outlets.toml in the data folder; null for a record in memory."""
        if self.outlets or store.startswith("memory:"):
            return Path(self.outlets) if self.outlets else None
        scheme, _, path = store.rpartition(":///")
        if "://" in store and not scheme.startswith("sqlite"):
            return data_folder() / "outlets.toml"
        return Path(path.split("?")[0] or "record").expanduser().with_suffix(".outlets.toml")


def load(path: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `path` (default: ./sayso.toml if there is one), overridden by SAYSO_STORE, SAYSO_MAX_BYTES, ….

    Raises SettingsError for a file that cannot be read, an unknown name or a value of the wrong type.
    """
    names = {field.name: field.type for field in fields(Settings)}
    given = {name: value for name, (value, _) in _given(path, environ).items()}
    return Settings(**{name: _as(name, names[name], value) for name, value in given.items()})  # type: ignore[arg-type]


def origins(path: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Where each setting that is not the default came from: the settings file or the variable; raises as `load`."""
    return {name: origin for name, (_, origin) in _given(path, environ).items()}


def _given(path: Path | None, environ: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    """Each setting given, as it was given and where; raises SettingsError for a bad file or an unknown name."""
    file = path or Path("sayso.toml")
    given: dict[str, tuple[object, str]] = {}
    if path or file.is_file():
        try:
            given.update((name, (value, str(file))) for name, value in tomllib.loads(file.read_text("utf-8")).items())
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
            raise SettingsError(f"{file} cannot be read as settings: {err}") from err
    names = {field.name for field in fields(Settings)}
    for name in names:
        variable = f"SAYSO_{name.upper()}"
        if variable in environ:
            given[name] = (environ[variable], variable)
    if strange := set(given) - names:
        raise SettingsError(f"{file}: there is no setting {sorted(strange)[0]!r}; known are {', '.join(sorted(names))}")
    return given


def _as(name: str, kind: object, value: object) -> object:
    """The value as the setting's type; words from the environment are turned into numbers and yes/no."""
    yes_no = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    try:
        if kind is bool:
            return value if isinstance(value, bool) else yes_no[str(value).lower()]
        if kind in (int, float) and not isinstance(value, bool):
            number = float(value) if kind is float else int(value)  # type: ignore[arg-type, call-overload]
            if 0 < number < inf:  # sizes and times, all of them
                return number
        if kind is str and isinstance(value, str):
            return value
    except (KeyError, ValueError, TypeError):
        pass
    raise SettingsError(f"setting {name!r} cannot be {value!r}")
