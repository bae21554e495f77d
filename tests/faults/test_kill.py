"""A real program, really killed, at any instant: what it had promised is there, and it opens again at once."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from panel_tui.record import Record, verify_chain

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


def append_until_killed(path: Path, promises: int) -> list[str]:
    """Let a child append, kill it when it has made that many promises, and give all it made."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.appender", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child, child.stdout as said:
        heard = [said.readline() for _ in range(promises)]
        os.kill(child.pid, signal.SIGKILL)
        heard += said.readlines()
    return [line.strip() for line in heard if line.endswith("\n")]


def kill_often(path: Path, kills: int) -> None:
    chance = random.Random(kills)
    promised: list[str] = []
    for _ in range(kills):
        promised += append_until_killed(path, chance.randint(1, 120))
        held = [f"{entry.doc['number']} {entry.receipt}" for entry in Record.read(path).entries]
        assert not set(promised) - set(held), "something promised is gone"
        assert len(held) == len(set(held))
    record = Record.open(path, program="test")
    record.db.close()
    assert verify_chain(path).bad_line is None
    assert len(record.entries) - len(promised) <= 5 * kills, "more is there than was on its way at the kills"


def test_ten_kills_lose_nothing(tmp_path: Path):
    kill_often(tmp_path / "record.jsonl", 10)


@pytest.mark.slow
def test_hundreds_of_kills_lose_nothing(tmp_path: Path):
    kill_often(tmp_path / "record.jsonl", 300)


def test_a_copy_in_another_program_is_kept_out_until_it_is_killed(tmp_path: Path):
    path = tmp_path / "record.jsonl"
    ours = Record.open(path, program="test")
    refused = subprocess.run(
        [sys.executable, "-m", "tests.faults.appender", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "RecordLocked" in refused.stderr
    ours.db.close()
    assert append_until_killed(path, 5)
