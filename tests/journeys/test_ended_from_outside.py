"""The terminal goes away, or the system asks the program to end: it does, cleanly, and the next start says so."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.journeys.small_session import small_session

ROOT = Path(__file__).resolve().parents[2]
CLI = "import sys; from panel_tui.cli import main; sys.argv[0] = 'panel-tui'; main()"
DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
LEFT_THE_WALL = b"\x1b[?1049l"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")


class Run:
    """A session in a terminal of our own, which can be taken away from it."""

    def __init__(self, folder: Path, before: str = "") -> None:
        self.out = b""
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 80))
        self.process = subprocess.Popen(
            [sys.executable, "-c", before + CLI, "run", str(folder), "--host", "127.0.0.1", "--port", "0"],
            cwd=ROOT,
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "XDG_RUNTIME_DIR": str(folder.parent),
                "XDG_DATA_HOME": str(folder.parent),
            },
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def until(self, words: bytes, patience: float = 30.0) -> None:
        end = time.monotonic() + patience
        while words not in self.out and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.out += os.read(self.master, 65_536)
                except OSError:
                    break
        assert words in self.out, self.out[-2_000:]

    def take_the_terminal_away(self) -> None:
        os.close(self.master)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


@pytest.fixture
def opened(tmp_path):
    folder, runs = small_session(tmp_path / "panel"), []

    def open_it(before=""):
        runs.append(Run(folder, before))
        runs[-1].until(b"0 of 5")
        return runs[-1]

    yield open_it
    for run in runs:
        run.close()


@pytest.mark.parametrize("before", [DEAF, ""], ids=["hang-ups ignored", "hung up"])
def test_a_terminal_that_goes_away_ends_the_program_and_the_next_start_says_so(opened, before):
    run = opened(before)
    run.take_the_terminal_away()
    assert run.process.wait(10) is not None, "it still runs, without a terminal"
    again = opened()  # the record is free
    again.until(b"terminal window was closed")


def test_sigterm_takes_the_wall_from_the_screen_and_the_next_start_says_so(opened):
    run = opened()
    run.process.send_signal(signal.SIGTERM)
    run.until(LEFT_THE_WALL)
    run.until(b"Everything is kept")
    assert run.out.index(LEFT_THE_WALL) < run.out.index(b"Everything is kept")
    assert run.process.wait(10) == 0
    again = opened()
    again.until(b"asked the program to end")


def test_one_that_was_left_by_its_own_key_says_nothing_of_it(opened):
    run = opened()
    os.write(run.master, b"q")
    run.until(b"Everything is kept")
    os.write(run.master, b"\r")
    run.until(LEFT_THE_WALL)  # a terminal that nobody reads fills up, and what writes to it waits
    assert run.process.wait(20) == 0
    again = opened()
    again.until(b"0 of 5")
    assert b"The last time" not in again.out


def nowhere(*elsewhere: str) -> dict[str, int]:
    """Give streams of which these lead nowhere, and the others to a terminal of their own."""
    master, slave = pty.openpty()
    os.set_inheritable(master, False)
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), slave)
    return streams | dict.fromkeys(elsewhere, subprocess.DEVNULL)


@pytest.mark.parametrize("elsewhere", [("stdin",), ("stderr",), ("stdin", "stdout", "stderr")])
@pytest.mark.parametrize("command", ["run", "desk", "rehearse", "demo"])
def test_without_a_terminal_no_screen_is_opened_that_nobody_could_end(tmp_path, command, elsewhere):
    """It held the record's lock, answered no phone and heard no request to end."""
    folder = small_session(tmp_path / "panel")
    asked = [command] if command == "demo" else [command, str(folder)]
    done = subprocess.run(
        [sys.executable, "-c", CLI, *asked],
        cwd=ROOT,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        timeout=30,
        check=False,
        **nowhere(*elsewhere),
    )
    assert done.returncode == 1


def test_a_key_that_stops_it_while_it_is_read_in_ends_it_without_a_word():
    """The signal comes from within, as the first of our own modules is looked for: no clock is in it."""
    struck = (
        "import os, signal, sys\n"
        "class Struck:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'panel_tui.cli':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Struck())\n"
        "from panel_tui.__main__ import main\n"
        "main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", struck, "--help"], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")
