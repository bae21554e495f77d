"""Which destination a name on the command line means. An engine is read in only once it is asked for."""

from __future__ import annotations

from pathlib import Path

from panel_tui.gather.ddl import fit_schema
from panel_tui.gather.destination import Destination, GatherRefusal
from panel_tui.gather.tables import fit_id

POSTGRES = ("postgresql://", "postgres://")
DUCKDB = (".duckdb", ".ddb")


def destination(into: str, schema: str, *, dry: bool) -> Destination:
    """Open a destination; a `dry` one is only read, and not made. Raises Refusal."""
    if not fit_schema(schema):
        raise GatherRefusal("gather.schema", schema=schema)
    if into.startswith(POSTGRES):
        return _postgres(into, schema, dry=dry)
    if "://" in into:
        raise GatherRefusal("gather.into")
    return _duckdb(Path(into), schema, dry=dry)


def _postgres(url: str, schema: str, *, dry: bool) -> Destination:
    try:
        from panel_tui.gather.postgres import Postgres
    except ImportError as missing:
        raise GatherRefusal("gather.extra", name="PostgreSQL", extra="postgres") from missing
    return Postgres(url, schema, dry=dry)


def _duckdb(path: Path, schema: str, *, dry: bool) -> Destination:
    try:
        from panel_tui.gather.duck import DuckFile
        from panel_tui.gather.parquet import ParquetFolder
    except ImportError as missing:
        raise GatherRefusal("gather.extra", name="DuckDB", extra="duckdb") from missing
    if path.suffix.lower() in DUCKDB:
        return DuckFile(path, schema, dry=dry)
    return ParquetFolder(path, schema, dry=dry)


def remove_room(into: Destination, session_id: str) -> None:
    """Take one room out again. Raises Refusal where it is not there."""
    if not fit_id(session_id) or not into.remove(session_id):
        raise GatherRefusal("gather.not-there")
    into.finish()
