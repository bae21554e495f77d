"""`stage` is killed at every call that touches the disk: the new folder is whole afterwards, or not there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from panel_tui.folder import read_session
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.offline.stage_link import stage_link
from sessions.model.stage import StageName
from tests.stages.programme import programme

# Python tells of each call that opens, makes, renames or removes something; fsync is counted beside them.
KILLED = """
import os, signal, sys
from pathlib import Path
from panel_tui.offline.next_stage import StageWishes, make_stage
from sessions.model.stage import StageName

first, to, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
calls = 0

def counted():
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)

def hook(event, args):
    if event == "open" and str(to.name) in str(args[0]) and str(first.name) + "/" not in str(args[0]):
        counted()
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"):
        counted()

real = os.fsync
def fsync(handle):
    counted()
    real(handle)
os.fsync = fsync
sys.addaudithook(hook)
make_stage(first, to, StageWishes(StageName.INTERVIEW))
print(calls)
"""


def run(first, to, last) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(first), str(to), str(last)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_every_call_the_folder_is_whole_or_not_there(tmp_path):
    first = programme(tmp_path / "shortlist")
    whole = make_stage(first, tmp_path / "whole", StageWishes(StageName.INTERVIEW)).folder
    names = sorted(path.relative_to(whole) for path in whole.rglob("*"))
    calls = int(run(first, tmp_path / "counted", 0).stdout)
    assert calls > 15
    there = []
    for last in range(1, calls + 1):
        to = tmp_path / f"next{last}"
        assert run(first, to, last).returncode == -9, last
        there.append(to.exists())
        if to.exists():
            assert sorted(path.relative_to(to) for path in to.rglob("*")) == names
            assert read_session(to).faults == ()
            assert all(one.sound for one in stage_link(to, first))
        else:  # and it can be made then
            assert make_stage(first, to, StageWishes(StageName.INTERVIEW)).folder == to
    print(f"{calls} calls: {there.count(True)} times whole, {there.count(False)} times not there")
    assert True in there
    assert there == sorted(there)
