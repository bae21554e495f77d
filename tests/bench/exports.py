"""What exporting a big session costs, in all formats: `python -m tests.bench exports`.

Each format is made in a process of its own, as `export` is, so that its memory is its own. The workbook stands beside
xlsxwriter writing the very same cells alone. Meanwhile a room's loop ticks in this process: it must not be held up.
"""

import asyncio
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import xlsxwriter

from panel_tui.exports import FORMATS, export_all
from panel_tui.exports.export import _material
from panel_tui.exports.material import Material, read_record
from panel_tui.exports.workbook import workbook
from panel_tui.record import Record
from panel_tui.record.history import document
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, OpenData
from tests.bench.table import Row, ratio_row
from tests.exports.days import Day, panel

IDS = OpenData("GB-CHC-1", "360G-x", "A fund")
SIZE = (500, 60, 6)
TICK = 0.005
TIMES = 3
TARGET = 1.25  # times what xlsxwriter takes for the same cells
A_LINE = 100  # documents a line of the record, as a rush of answers makes them


def big_day(seats: int, applications: int, criteria: int) -> Day:
    """Go through a day in which everybody scores everything, each a little differently."""
    day = Day(panel(seats=seats, applications=applications, criteria=criteria, open_data=IDS))
    gone_through(day, day.state.model.applications, random.Random(1))
    return day.until(Phase.CONFIRMED)


def gone_through(day: Day, applications: Sequence[Application], chance: random.Random) -> None:
    """Take a day through these applications, each scored by everybody, voted on and decided."""
    keys = [one.key for one in day.state.model.criteria]
    seats = len(day.state.model.members)
    for one in applications:
        sheets = {seat: {key: chance.randint(1, 5) for key in keys} for seat in range(1, seats + 1)}
        day.score(one.ref, sheets).reveal(one.ref)
        counts = (seats // 5, 0, 0, 0, seats - seats // 5)
        day.ballot(one.ref, c.Tally(counts, 0, ("It is near", "It is dear"))).until(
            Phase.DECISION, ref=one.ref
        )
        day.decide(one.ref, Verdict.PART, amount=Decimal(1), reasons="We like it.\nIt is ours.")


def kept(day: Day, folder: Path) -> Path:
    """Write a day as a session's folder, its record in many lines, as a room writes it."""
    folder.mkdir(parents=True)
    documents = [document(one) for one in day.history]

    async def write() -> None:
        record = Record.open(folder / "record.jsonl", program="bench")
        for start in range(0, len(documents), A_LINE):
            await record.append(documents[start : start + A_LINE])
        await record.close()

    asyncio.run(write())
    return folder


def one_format(folder: Path, to: Path, name: str) -> None:
    """Export one format, or all, and say in seconds and megabytes what it took: run in a process of its own."""
    began, worked = time.perf_counter(), time.process_time()
    export_all(folder, to, [name] if name != "all" else (), seats=False, public=False, draw=random.Random(1))
    took = {"seconds": time.perf_counter() - began, "processor": time.process_time() - worked}
    print(json.dumps({**took, "megabytes": most_memory()}))


def most_memory() -> float:
    """Give the most megabytes this process has held; what its parent held does not count."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    [peak] = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")]
    return int(peak.split()[1]) / 1024


async def beside(command: list[str]) -> tuple[dict, float]:
    """Run a command while a loop ticks here; give what it printed and the most milliseconds the loop was held up."""
    running = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    done = asyncio.ensure_future(running.communicate())
    longest, last = 0.0, time.perf_counter()
    while not done.done():
        await asyncio.sleep(TICK)
        now = time.perf_counter()
        longest, last = max(longest, now - last - TICK), now
    printed, _ = await done
    return json.loads(printed), 1000 * longest


def against_xlsxwriter(folder: Path) -> list[float]:
    """Give our workbook's time as a multiple of xlsxwriter's for the very same cells, in turn, a few times.

    Theirs is written without formats, tables, widths or a chart; what ours says in words is worked out before, as it is
    for all formats together. Processor time: other work does not count.
    """
    material = _material(folder, read_record(folder), seats=False, public=False, draw=random.Random(1))
    assert material.story
    cells = [
        (sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)])
        for sheet in openpyxl.load_workbook(io.BytesIO(ours(material)), read_only=True)
    ]
    return [took(lambda: ours(material)) / took(lambda: theirs(cells)) for _ in range(TIMES)]


def ours(material: Material) -> bytes:
    [made] = workbook(material)
    return b"".join(made.parts)


def theirs(cells: list[tuple[str, list[list[object]]]]) -> None:
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    for title, rows in cells:
        page = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(number, column, value)
                elif isinstance(value, int | float):
                    page.write_number(number, column, value)
    book.close()


def took(work: Callable[[], object]) -> float:
    """Give the processor time of some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def rows(on: Path | None) -> list[Row]:
    """Measure."""
    seats, applications, criteria = SIZE
    size = f"{seats} members × {applications} applications × {criteria} criteria"
    with tempfile.TemporaryDirectory(dir=on) as made:
        folder = kept(big_day(*SIZE), Path(made) / "s")
        lines = []
        for name in (*FORMATS, "all"):
            told, held = asyncio.run(
                beside([sys.executable, "-m", __name__, str(folder), f"{made}/{name}", name])
            )
            figure = f"{told['seconds']:.1f} s, {told['megabytes']:.0f} MB"
            beside_it = f"processor {told['processor']:.1f} s; a loop beside it waited {held:.0f} ms"
            target = "≤ 10 s, ≤ 350 MB" if name == "all" else "–"
            lines.append(Row(f"export of {size}: {name}", "–", figure, target, beside_it))
        ratios = against_xlsxwriter(folder)
    lines.append(ratio_row("the workbook", "xlsxwriter writing the same cells alone", ratios, most=TARGET))
    return lines


if __name__ == "__main__":
    one_format(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
