"""What a durable insert costs, side by side in one run: bare write and sync, the record, SQLite, TinyDB as it comes.

Trust ratios, never milliseconds: R is the median of the bare `write` + `fsync` of the same bytes, on the same disk,
taken in turn with the others. `python -m tests.bench record --on FOLDER`; the folder must be on a real disk.
"""

import asyncio
import gc
import json
import os
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from panel_tui.record import RealDisk, Record
from tests.bench.table import Row, percentile

SIZES = (1_000, 10_000, 50_000)
ROUNDS = 1_500
SLOW_ROUNDS = {1_000: 200, 10_000: 30, 50_000: 8}
RUSHES = 40
A_DAY = 15_000
WARM_UP = 20
Samples = dict[str, list[float]]


def answer(number: int) -> dict[str, Any]:
    """Make a document the size of a real one."""
    return {
        "type": "ScoreGiven",
        "at": "2026-12-03T10:41:07.318+00:00",
        "seat": number % 500,
        "application": f"A{number % 40:02}",
        "criterion": "reach",
        "value": number % 5 + 1,
        "source": "phone",
        "revision": number,
    }


def filled_record(folder: Path, size: int) -> Record:
    record = Record.open(folder / f"ours-{size}" / "record.jsonl", program="bench")
    record._commit([answer(number) for number in range(size)])
    return record


def filled_sqlite(folder: Path, size: int) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / f"sqlite-{size}.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, doc TEXT)")
    text = text_of(answer(1))
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO events (doc) VALUES (?)", ((text,) for _ in range(size)))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return connection


def filled_tinydb(folder: Path, size: int) -> TinyDB:
    database = TinyDB(folder / f"stock-{size}.json")
    database.insert_multiple(answer(number) for number in range(size))
    return database


def text_of(document: dict[str, Any]) -> str:
    return json.dumps(document, separators=(",", ":"))


def timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def in_turn(actions: dict[str, Callable[[], object]], rounds: int) -> Samples:
    """Take each action once a round, beginning with another one each time."""
    names = list(actions)
    samples: Samples = {name: [] for name in names}
    for turn in range(rounds + WARM_UP):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            taken = timed(actions[name])
            if turn >= WARM_UP:
                samples[name].append(taken)
    return samples


def bare(folder: Path, like: Record) -> Callable[[], object]:
    """Write and sync as many bytes as one record line has."""
    like._commit([answer(7)])
    length = len(RealDisk().read(folder / "ours-1000" / "record.jsonl").splitlines()[-1]) + 1
    handle = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    data = b"x" * (length - 1) + b"\n"
    return lambda: (os.write(handle, data), os.fsync(handle))


def single_inserts(folder: Path) -> Samples:
    """Measure one durable insert of each kind, all in one thread."""
    records = {size: filled_record(folder, size) for size in SIZES}
    databases = {size: filled_sqlite(folder, size) for size in SIZES}
    gc.collect()
    gc.freeze()
    text = text_of(answer(7))
    actions: dict[str, Callable[[], object]] = {"bare": bare(folder, records[1_000])}
    for size in SIZES:
        actions[f"ours {size}"] = lambda record=records[size]: record._commit([answer(7)])  # type: ignore[misc]
        actions[f"sqlite {size}"] = lambda database=databases[size]: database.execute(  # type: ignore[misc]
            "INSERT INTO events (doc) VALUES (?)", (text,)
        )
    samples = in_turn(actions, ROUNDS)
    for size in SIZES:
        records[size].db.close()
        databases[size].close()
        database = filled_tinydb(folder, size)
        turns = in_turn(
            {"bare": actions["bare"], "stock": lambda database=database: database.insert(answer(7))},  # type: ignore[misc]
            SLOW_ROUNDS[size],
        )
        samples[f"stock {size}"] = turns["stock"]
        database.close()
    return samples


async def through_the_room(folder: Path) -> tuple[Samples, list[int]]:
    """Measure what the room waits for: one append with its hop to the thread, and 500 at one instant."""
    inside: list[float] = []

    class Clocked(Record):
        def _commit(self, docs: list[dict[str, Any]]) -> Any:
            begin = time.perf_counter()
            try:
                return super()._commit(docs)
            finally:
                inside.append(time.perf_counter() - begin)

    path = folder / "room" / "record.jsonl"
    day = Clocked.open(path, program="bench")
    await day.append([answer(number) for number in range(A_DAY)])
    await day.close()
    inside.clear()
    record = Clocked.open(path, program="bench")
    whole: list[float] = []
    for number in range(ROUNDS):
        begin = time.perf_counter()
        await record.append([answer(number)])
        whole.append(time.perf_counter() - begin)
    hop = [outer - inner for outer, inner in zip(whole, inside, strict=True)]
    waits: list[float] = []
    commits: list[int] = []
    for _ in range(RUSHES):
        before = len(record._heads)
        waits += await asyncio.gather(*(wait_for(record, number) for number in range(500)))
        commits.append(len(record._heads) - before)
    await record.close()
    return {"append, whole": whole, "append, hop": hop, "500 at once": waits}, commits


async def wait_for(record: Record, number: int) -> float:
    begin = time.perf_counter()
    await record.append([answer(number)])
    return time.perf_counter() - begin


def report(samples: Samples, commits: list[int]) -> None:
    unit = percentile(samples["bare"], 0.5)
    print(f"{'':>16} {'p50 µs':>10} {'p99 µs':>10} {'p50 R':>8} {'p99 R':>8} {'samples':>8}")
    for name, taken in samples.items():
        half, tail = percentile(taken, 0.5), percentile(taken, 0.99)
        times = f"{half * 1e6:>10.0f} {tail * 1e6:>10.0f} {half / unit:>8.2f} {tail / unit:>8.2f}"
        print(f"{name:>16} {times} {len(taken):>8}")
    note = "" if unit >= 200e-6 else "   (the targets are meant for a disk where R is 200 µs or more)"
    note = "" if unit >= 200e-6 else "   (the targets are meant for a disk where R is 200 µs or more)"
    print(f"\nR = {unit * 1e6:.0f} µs{note}")


def lines_of(samples: Samples, commits: list[int]) -> list[Row]:
    """Make the table's lines."""
    unit = percentile(samples["bare"], 0.5)
    ours = {size: percentile(samples[f"ours {size}"], 0.5) for size in SIZES}
    sqlite = {size: percentile(samples[f"sqlite {size}"], 0.5) for size in SIZES}
    stock = {size: percentile(samples[f"stock {size}"], 0.5) for size in SIZES}
    grown = ours[50_000] / ours[1_000]
    rush = percentile(samples["500 at once"], 0.99) / unit
    hop = percentile(samples["append, hop"], 0.5) / unit
    lines = []
    for size in SIZES:
        p90 = percentile(samples[f"ours {size}"], 0.9) / unit
        others = f"{ours[size] / sqlite[size]:.2f} × SQLite; TinyDB as it comes {stock[size] / unit:.0f} R"
        beside = f"p90 {p90:.2f} R; {others}"
        taken = ours[size] / unit
        lines.append(
            Row(
                f"durable answer among {size:,}",
                "bare write + fsync",
                f"{taken:.2f} R",
                "≤ 1.25 R",
                beside,
                taken <= 1.25,
            )
        )
    return [
        *lines,
        Row("… among 50,000", "among 1,000", f"{grown:.2f} ×", "≤ 1.25", "", grown <= 1.25),
        Row("… the hop to the writer's thread, apart", "bare write + fsync", f"{hop:.2f} R", "–"),
        Row(
            "500 answers at one instant: commits",
            "–",
            str(max(commits)),
            "≤ 3",
            f"p99 {rush:.0f} R",
            max(commits) <= 3,
        ),
    ]


def rows(on: Path | None = None) -> list[Row]:
    """Run it; the folder must be on a real disk."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=on or Path.cwd()))
    try:
        for name in (*(f"ours-{size}" for size in SIZES), "room"):
            (folder / name).mkdir()
        samples: Samples = {}
        thread = threading.Thread(target=lambda: samples.update(single_inserts(folder)))
        thread.start()
        thread.join()
        room, commits = asyncio.run(through_the_room(folder))
        report(samples | room, commits)
        return lines_of(samples | room, commits)
    finally:
        shutil.rmtree(folder)
