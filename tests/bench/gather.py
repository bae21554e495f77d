"""Many rooms into PostgreSQL and DuckDB beside a bare COPY of the same rows: `python -m tests.bench gather`.

Each room has 12 applications; reading records is left out. Ours and the bare COPY take turns, a few hundred rooms at a
time. How many rooms in all is 1,000, or what PANEL_TUI_ROOMS says; the tenth of it is what growth is measured from.
"""

from __future__ import annotations

import csv
import io
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import psycopg
from msgspec.structs import replace

from panel_tui.gather.destination import Destination
from panel_tui.gather.gathering import judged
from panel_tui.gather.opening import destination
from panel_tui.gather.postgres import copy_rows
from panel_tui.gather.rooms import FoundRoom
from panel_tui.gather.tables import TABLES, rows_of
from panel_tui.gather.views import NAMES
from sessions.views.record import Gathered, RecordFacts, gathered, record_view
from tests.bench.exports import most_memory
from tests.bench.table import Row, apart, ratio_row
from tests.gather.generated import made_room
from tests.gather.server import running

ROOMS = int(os.environ.get("PANEL_TUI_ROOMS", "1000"))
APPLICATIONS = 12
TURN = 200
LEAST = 0.5  # of the speed of a bare COPY
GROWTH = 11  # ten times the rooms


def drawn_rooms(many: int) -> Iterator[Gathered]:
    """Give so many rooms, each a day by the rules under an id of its own; a dozen days take turns."""
    days = []
    for seed in range(1, 13):
        account = record_view(made_room(seed, applications=APPLICATIONS).state, codes={}, public=True)
        days.append(gathered(account, RecordFacts("0", 9), head="a b c d e", program="test", proof="record"))
    for number, day in zip(range(many), itertools.cycle(days), strict=False):
        key = f"{number:064x}"
        yield Gathered(
            *(tuple(replace(row, session_id=key) for row in rows) for _table, rows in rows_of(day))
        )


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def put(into: Destination, rooms: list[Gathered]) -> None:
    """Put rooms in as `gather` does, once they are read."""
    for start in range(0, len(rooms), into.at_once):
        batch = rooms[start : start + into.at_once]
        with into.holding([one.facts.session_id for one in batch]) as there:
            going = [
                one for one in batch if judged(FoundRoom(one), there.get(one.facts.session_id))[0] == "taken"
            ]
            into.write(going)


def copied(bare: psycopg.Connection, rooms: list[Gathered]) -> None:
    """COPY the same rows into plain tables, a transaction a room."""
    for one in rooms:
        with bare.transaction(), bare.cursor() as cursor:
            for table, rows in rows_of(one):
                if rows:
                    copy_rows(cursor, f"bare.{table.name}", table, rows)


def loaded(bare: duckdb.DuckDBPyConnection, rooms: list[Gathered], file: Path) -> None:
    """COPY the same rows from CSV files into plain tables, all of them in one transaction."""
    bare.begin()
    for table in TABLES:
        text = io.StringIO()
        rows = [row for one in rooms for row in getattr(one, table.name)]
        csv.writer(text).writerows([getattr(row, name) for name in table.names] for row in rows)
        file.write_text(text.getvalue(), encoding="utf-8")
        bare.execute(f"COPY bare.{table.name} FROM '{file}' (FORMAT csv)")
    bare.commit()


def measured(name: str, into: Destination, bare: Callable[[list[Gathered]], object]) -> list[Row]:
    """Fill a destination turn by turn, and ask its views at a tenth of the size and at the whole."""
    ratios: list[float] = []
    turns: list[float] = []
    early, began_memory, done = 0, 0.0, 0
    asked: dict[int, dict[str, float]] = {}
    rooms = drawn_rooms(ROOMS)
    turn = max(1, min(TURN, ROOMS // 10))
    while batch := list(itertools.islice(rooms, turn)):
        theirs = timed(lambda batch=batch: bare(batch))
        mine = timed(lambda batch=batch: put(into, batch))
        ratios.append(theirs / mine)
        turns.append(mine)
        done += len(batch)
        if done == ROOMS // 10:
            early, began_memory = len(turns), most_memory()
            asked[0] = {view: timed(lambda view=view: into.rows(view)) for view in NAMES}
    asked[1] = {view: timed(lambda view=view: into.rows(view)) for view in NAMES}
    more = most_memory() - began_memory
    ours = sum(turns)
    # in bare COPYs of the same moment, which do not slow: what else the machine does meanwhile is not growth
    growth = len(turns) / early * statistics.median(ratios[:early]) / statistics.median(ratios)
    lines = [
        ratio_row(
            f"gather {ROOMS:,} rooms × {APPLICATIONS} applications, {name}", "bare COPY", ratios, least=LEAST
        ),
        Row("… rooms a second", "–", f"{ROOMS / ours:.0f}", "–", f"{ours:.1f} s in all"),
        ratio_row("… ten times the rooms", "a tenth of them, each in bare COPYs", [growth], most=GROWTH),
        Row(
            "… memory, a tenth of the rooms to all",
            "–",
            f"+{more:.0f} MB",
            "flat",
            f"{most_memory():.0f} MB at most",
        ),
    ]
    slowest = max(asked[1], key=asked[1].__getitem__)
    times = "; ".join(f"{view} {1000 * took:.0f}" for view, took in asked[1].items())
    lines.append(
        Row("… the slowest view", "–", f"{1000 * asked[1][slowest]:.0f} ms", "–", f"ms each: {times}")
    )
    grown = [asked[1][view] / max(asked[0][view], 1e-3) for view in NAMES]
    lines.append(ratio_row("… a view, ten times the rooms", "a tenth of them", grown, most=GROWTH))
    return lines


def in_postgres(_on: Path | None) -> list[Row]:
    """Measure PostgreSQL."""
    with running() as server, psycopg.connect(server.url(), autocommit=True) as bare:
        into = destination(server.url(), "panel_tui", dry=False)
        bare.execute("CREATE SCHEMA bare")
        for table in TABLES:
            bare.execute(f"CREATE TABLE bare.{table.name} (LIKE panel_tui.{table.name})")
        lines = measured("PostgreSQL", into, lambda rooms: copied(bare, rooms))
        into.close()
    return lines


def in_duckdb(on: Path | None) -> list[Row]:
    """Measure DuckDB."""
    with tempfile.TemporaryDirectory(dir=on) as made, duckdb.connect(f"{made}/bare-rooms.duckdb") as plain:
        file = destination(f"{made}/all.duckdb", "panel_tui", dry=False)
        plain.execute("CREATE SCHEMA bare")
        for table in TABLES:
            kinds = ", ".join(f'"{column.name}" {column.kind}' for column in table.columns)
            plain.execute(f"CREATE TABLE bare.{table.name} ({kinds})")
        lines = measured("DuckDB", file, lambda rooms: loaded(plain, rooms, Path(made) / "rows.csv"))
        file.close()
    return lines


def rows(on: Path | None) -> list[Row]:
    """Measure both, each in a process of its own: the most memory a process has held never falls again."""
    return [*apart(in_postgres, on), *apart(in_duckdb, on)]
