"""The wall, a phone and the wall's loop go on while the very folder is exported by a process beside it.

How long an export takes is the measure, not the clock: whatever waits for most of it has waited for the export.
The figures themselves: `python -m tests.bench beside`.
"""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.bench.beside import SCORING, as_it_is, at_the_last, export, lived_through
from tests.bench.stage import Stage

SIZE = (60, 12, 4)
UNDER_THE_LOCK = (
    "import sys; from pathlib import Path; from panel_tui.record import Record;"
    "Record.open(Path(sys.argv[1]) / 'record.jsonl', program='test')"
)


async def test_nothing_in_the_room_waits_for_an_export_and_the_check_would_notice(tmp_path: Path):
    folder = tmp_path / "s"
    room = await asyncio.to_thread(at_the_last, folder, *SIZE)
    stage = await Stage(folder).ready()
    try:
        await asyncio.to_thread(stage.until, SCORING)
        await lived_through(stage, room, asyncio.sleep(1))

        lived = await lived_through(stage, room, export(as_it_is(folder, tmp_path / "out")))
        assert (tmp_path / "out" / "results.csv").exists()
        assert lived.keys
        assert lived.answers
        assert not lived.stood_still, lived

        in_the_loop = await lived_through(stage, room, stage.asked("export"))
        assert in_the_loop.stood_still
        with pytest.raises(ExceptionGroup) as under_the_lock:
            await lived_through(stage, room, export([sys.executable, "-c", UNDER_THE_LOCK, str(folder)]))
        assert under_the_lock.group_contains(AssertionError, match="the export failed")
    finally:
        stage.kill()
