"""`kill -9` in each phase of an interview: all that was acknowledged is there, and the room goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from panel_tui.record import Record, verify_chain
from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions.audit import audit
from sessions.model.phases import PHASES, Phase

ROOT = Path(__file__).resolve().parents[2]
MET = [phase for phase, row in PHASES.items() if row.interview]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


def heard_until_killed(path: Path, phase: Phase, lines: int) -> list[list[str]]:
    """Let a child come to a phase and act there, kill it, and give all it was told is kept."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.interview_child", str(path), phase.value],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child, child.stdout as said:
        heard: list[str] = []
        while sum(not line.startswith("place") for line in heard) < lines:
            heard.append(said.readline())
        os.kill(child.pid, signal.SIGKILL)
        heard += said.readlines()
    return [line.split() for line in heard if line.endswith("\n")]


@pytest.mark.parametrize("phase", [*MET, Phase.SCORE])
async def test_nothing_acknowledged_is_lost_and_the_room_goes_on(phase, tmp_path):
    path = tmp_path / "record.jsonl"
    heard = heard_until_killed(path, phase, 9)
    record = Record.open(path, program="tests")
    try:
        room = Room(record)
        state = room.state
        assert state.plan.phase is phase
        assert state.plan.position in [words[1] for words in heard if words[0] == "place"][-1:]
        assert len(state.notes) > max(int(words[1]) for words in heard if words[0] == "note")
        further = [int(words[1]) for words in heard if words[0] == "further"]
        if further:
            counted = state.interview.follow_ups[state.plan.question if phase is Phase.INTERVIEW_ASK else 0]
            assert counted >= max(further)
        newest = {int(words[1]): int(words[2]) for words in heard if words[0] == "answer"}
        for seat, revision in newest.items():  # what came after the last reply we heard may be in as well
            cell = state.scoring["A01"].cells[seat]["c1"]
            assert cell.revision >= revision
            assert cell.answer.value == cell.revision // 5 % 5 + 1
        assert audit(history(record.entries)) is None
        await room.press(position=room.position(), sure=True)
        assert room.state.plan.position != state.plan.position
    finally:
        await record.close()
    assert verify_chain(path).bad_line is None
