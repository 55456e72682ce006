"""The version of a record's tables, and bringing them up to date."""

from importlib.resources import as_file, files

from sqlalchemy import Connection, inspect, text

from sayso.errors import StoreError

HEAD = "0005"  # the newest file of migrations/versions; a test keeps the two alike


def version(connection: Connection) -> str | None:
    """The version of the tables that are there, null where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def judge(found: str | None, where: str) -> bool:
    """True where the tables must be brought up to date; raises StoreError where a later sayso made them."""
    if found is not None and found > HEAD:
        raise StoreError(f"{where} was written by a later sayso (tables {found}, known here {HEAD}): upgrade sayso")
    return found != HEAD


def upgrade(connection: Connection, to: str = "head") -> None:
    """Runs every migration that is missing up to a version, in the transaction of the connection."""
    from alembic import command  # loaded only where there is something to do: it costs a quarter of a second
    from alembic.config import Config

    with as_file(files("sayso.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)
