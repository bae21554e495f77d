"""What an open ballot leaves outside memory: no core when the program crashes, no page on the swap."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from panel_tui.ready import checks as ready
from panel_tui.ready.power import Awake
from panel_tui.room.ballots.locked_choices import LockedChoices
from panel_tui.room.open_room import live_room
from panel_tui.running.run import first_words
from sessions.results.tie_ballots import order_number
from tests.secrecy.table import Table
from tests.sessions.worlds import session

linux = pytest.mark.skipif(sys.platform != "linux", reason="as Linux tells it")

BALLOT_OPEN = """
import asyncio, ctypes, os, resource, sys
from pathlib import Path
from panel_tui.system.clock import Clock
from panel_tui.room.open_room import live_room
from tests.secrecy.table import REF, begin
from tests.sessions.worlds import session

async def live():
    plan = session(seats=7, applications=1, criteria=1)
    async with live_room(Path(sys.argv[1]), Clock(), plan) as room:
        await begin(room, 7)
        for seat in range(1, 8):
            await room.cast(seat, REF, 1, "5")
        locked = [line for line in open("/proc/self/status") if line.startswith("VmLck")]
        core = resource.getrlimit(resource.RLIMIT_CORE)[0]
        print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), core, locked[0].split()[1])
        sys.stdout.flush()
        os.abort()

asyncio.run(live())
"""


def crashed(folder: Path, code: str) -> tuple[str, bool]:
    """Let a program crash where cores are allowed; give what it said, and whether a core was written."""
    script = f'ulimit -c unlimited; exec {sys.executable} -c "$0" "$1"'
    env = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        ["sh", "-c", script, code, str(folder / "s")],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=env,
    ) as process:
        said = process.stdout.read().decode()
        _, status = os.waitpid(process.pid, 0)
        process.returncode = status
    assert os.WTERMSIG(status) == signal.SIGABRT
    return said, os.WCOREDUMP(status) or any(one.name.startswith("core") for one in folder.iterdir())


@linux
def test_a_crash_in_mid_ballot_writes_no_core_where_another_program_would(tmp_path):
    (tmp_path / "s").mkdir()
    said, core = crashed(tmp_path, BALLOT_OPEN)
    dumpable, limit, locked = map(int, said.split())
    assert (dumpable, limit) == (0, 0)
    assert not core
    assert locked >= 4, "kB: the box's own page"
    (tmp_path / "other").mkdir()
    # where no program leaves one, it is the kernel's own word above that ours would not
    print("another program leaves a core:", crashed(tmp_path / "other", "import os; os.abort()")[1])


def test_the_box_keeps_its_choices_in_the_locked_page_and_wipes_it():
    order = order_number([7, 6, 5, 4, 3, 2, 1, 0])
    choices = LockedChoices(range(1, 501))
    for seat, choice in ((1, 0), (2, None), (500, order)):
        choices[seat] = choice
    assert dict(choices) == {1: 0, 2: None, 500: order}
    assert (3 in choices, 501 in choices, len(choices)) == (False, False, 3)
    del choices[2]
    assert choices.pop(2, "none") == "none"
    choices.wipe()
    assert dict(choices) == {}
    with pytest.raises(KeyError):
        choices[501] = 1


async def test_an_open_ballots_choices_lie_nowhere_else():
    table = Table()
    await table.cast(1, "4")
    box = table.room.polling_box.box
    assert isinstance(box._choices, LockedChoices)
    memory = box._choices
    await table.close()
    assert dict(memory) == {}, "wiped as the round ends"


async def test_what_the_system_does_not_let_us_do_is_said(tmp_path):
    (tmp_path / "s").mkdir()
    async with live_room(tmp_path / "s", session=session(seats=6)) as room:
        for unseen in (True, False):
            laptop = ready.Laptop(tmp_path, Awake(), unseen=unseen)
            found = [one for one in ready.checks(laptop, room) if one.name == "ballots"]
            assert [one.grade for one in found] == ([] if unseen else [ready.Grade.UNKNOWN])
            assert ("may write open ballots to its disk" in first_words(room, laptop)) != unseen
        assert room.unseen == (room.undumped and LockedChoices(()).locked)
        room.undumped = False
        assert not room.unseen
