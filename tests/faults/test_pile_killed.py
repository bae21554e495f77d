"""`kill -9` while piles of slips are keyed in from a file: each is in whole or not at all, and none is lost."""

from __future__ import annotations

import asyncio
import random
import sys

import pytest

from panel_tui.record import RecordView
from panel_tui.record.history import history
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.evolve import fold
from tests.sessions.worlds import session

SEATS, APPLICATIONS, CRITERIA = 30, 12, 3


async def prepared(folder):
    """Seat everybody on paper, and write the file of their scores."""
    folder.mkdir()
    plan = session(seats=SEATS, applications=APPLICATIONS, criteria=CRITERIA)
    async with live_room(folder, session=plan) as room:
        for seat in sorted(room.state.seats):
            await room.do(c.TakePaperSeat(seat))
    rows = [
        f"{seat},{one.ref},{criterion.key},{1 + (seat + n + at) % 5}"
        for n, one in enumerate(plan.applications)
        for seat in range(1, SEATS + 1)
        for at, criterion in enumerate(plan.criteria)
    ]
    (folder.parent / "scores.csv").write_text("\n".join(("seat,application,criterion,value", *rows)))


async def killed(folder, after):
    """Let it key, kill it this long after its first word, and give what it had said it keyed."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.pile_child", str(folder), stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    said = [await asyncio.wait_for(child.stdout.readline(), 60)]
    await asyncio.sleep(after)  # the instant of the kill is the point of the test
    if child.returncode is None:
        child.kill()
    said += (await child.stdout.read()).splitlines()
    await child.wait()
    return {line.decode().strip() for line in said} - {""}


async def whole_or_absent(folder, kills, seed):
    chance, keyed, partly = random.Random(seed), set(), 0
    for _ in range(kills):
        keyed |= await killed(folder, chance.uniform(0, 0.12))
        state = fold(history(RecordView.read(folder / "record.jsonl").entries))
        counts = {ref: sum(map(len, scoring.cells.values())) for ref, scoring in state.scoring.items()}
        assert set(counts.values()) <= {0, SEATS * CRITERIA}
        assert all(counts[ref] == SEATS * CRITERIA for ref in keyed)
        partly += len(keyed) < APPLICATIONS
        if len(keyed) == APPLICATIONS:
            break
    return keyed, partly


async def test_a_pile_is_in_whole_or_not_at_all(tmp_path):
    await prepared(tmp_path / "day")
    keyed, partly = await whole_or_absent(tmp_path / "day", 4, seed=1)
    assert keyed
    assert partly  # it was killed before the last one


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
async def test_piles_killed_again_and_again_end_whole(tmp_path, seed):
    await prepared(tmp_path / "day")
    keyed, _ = await whole_or_absent(tmp_path / "day", 40, seed=seed)
    assert len(keyed) == APPLICATIONS
