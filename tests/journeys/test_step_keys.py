"""Keys in a real terminal: from the first instant on, held, pressed twice, and all at once into a card."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shlex
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from panel_tui.facilitator.step_keys import APART, SEEN
from tests.journeys.small_session import small_session
from tests.journeys.terminal import PATIENCE, Terminal, panel_tui, pause

MOVES = frozenset(
    {"StepStarted", "PhaseStarted", "ScoringOpened", "ScoringClosed", "RoundOpened", "RoundClosed"}
    | {"ConfidenceClosed", "TieOpened", "RankingClosed", "BreakTaken", "BreakEnded", "Undone"}
)
KEYS = (
    "NPage",
    "Right",
    "Space",
    "PPage",
    "Left",
    ".",
    ".",
    "t",
    "+",
    "-",
    "z",
    "v",
    "x",
    "n",
    "r",
    "m",
    "p",
    "?",
)
KEYS += ("F1", "c", "e", "T", "Enter", "C-p", "Escape")
BROKEN = "has stopped"
BLANK = "Press b to"


def facts(folder: Path) -> list[str]:
    """Name what happened, as the record has it."""
    record = folder / "record.jsonl"
    lines = record.read_bytes().split(b"\n")[:-1] if record.exists() else []
    documents = [json.loads(line.partition(b" ")[2]).get("events", {}) for line in lines]
    return [one["event"]["fact"] for document in documents for one in document.values()]


def moves(folder: Path) -> int:
    return sum(fact in MOVES for fact in facts(folder))


def child_of(pid: int) -> int:
    """Give the program that a shell has started."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout
        if found:
            return int(found.split()[0])
    raise AssertionError("it never started")


@contextlib.contextmanager
def slowed(pid: int, times: int) -> Iterator[None]:
    """Let a program have one part of the time in so many, as on a laptop that does other things."""
    over = threading.Event()

    def stop_and_go() -> None:
        with contextlib.suppress(ProcessLookupError):
            while not over.is_set():
                os.kill(pid, signal.SIGSTOP)
                over.wait(0.01 * (times - 1))
                os.kill(pid, signal.SIGCONT)
                over.wait(0.01)

    thread = threading.Thread(target=stop_and_go)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


@contextlib.contextmanager
def opened(home: Path, *words: object) -> Iterator[tuple[Terminal, int]]:
    """Start the program under a shell, so that tmux does not wake it when it is made to wait."""
    terminal = Terminal(
        "sh", "-c", f"{shlex.join(panel_tui(*words))}; echo ended with $?; sleep 600", home=home
    )
    try:
        yield terminal, child_of(terminal.pid)
    finally:
        terminal.close()


def back_to(terminal: Terminal, shown: str) -> None:
    """Put away what the last keys may have brought up: a card, or the blank sheet."""
    until = time.monotonic() + 2 * PATIENCE
    while shown not in terminal.text:
        assert time.monotonic() < until, terminal.screen
        terminal.send("b" if BLANK in terminal.text else "Escape")
        time.sleep(0.5)


SLOWEST = [pytest.param(10, every, marks=pytest.mark.slow) for every in (0.05, 0.3, 1.0)]
WAYS = [(1, 0.05), (4, 0.05), *SLOWEST]


@pytest.mark.parametrize(("times", "every"), WAYS)
@pytest.mark.parametrize("command", ["run", "demo", "desk"])
def test_no_key_of_the_first_seconds_breaks_anything_or_acts(tmp_path, command, times, every):
    folder = small_session(tmp_path / "panel", seats=6)
    asked = {
        "run": ("run", folder, "--host", "127.0.0.1", "--port", 0),
        "demo": ("demo", "--keep", tmp_path / "kept", "--seed", 3, "--port", 0),
        "desk": ("desk", folder),
    }
    kept = folder if command == "run" else tmp_path / "kept"
    shown = "This day is not running" if command == "desk" else "us are here"
    with opened(tmp_path, *asked[command]) as (terminal, pid), slowed(pid, times):
        until = time.monotonic() + 2 * PATIENCE
        for key in itertools.cycle(KEYS):
            if any(words in terminal.text for words in (shown, BLANK)) or time.monotonic() > until:
                break
            terminal.send(key)
            time.sleep(every)
        terminal._tmux("resize-window", "-x", "100", "-y", "30")
        back_to(terminal, shown)
        assert BROKEN not in terminal.farewell
        assert "ended with" not in terminal.farewell
        if every < 0.3:
            assert moves(kept) == 0


def settled(wall: Terminal) -> None:
    before = ""
    until = time.monotonic() + PATIENCE
    while wall.screen != before and time.monotonic() < until:
        before = wall.screen
        pause()
        pause()


class Hand:
    """A hand at the keyboard, and how many presses it made: what a busy machine pulls apart is no longer one."""

    def __init__(self, wall: Terminal) -> None:
        self._wall, self._sent = wall, 0.0
        self.presses = 0

    def press(self, *keys: str, apart: float) -> None:
        """Press keys; where the one before came so many seconds ago, it is another press."""
        began = time.monotonic()
        self._wall.send(*keys)
        self.presses += time.monotonic() - self._sent >= apart
        self._sent = began

    def hold(self, key: str, seconds: float) -> None:
        """Hold a key as a keyboard does: a first repeat after half a second, then thirty a second."""
        self.press(key, apart=0.0)
        time.sleep(0.5)
        until = time.monotonic() + seconds - 0.5
        apart = SEEN
        while time.monotonic() < until:
            self.press(key, apart=apart)
            apart = APART
            time.sleep(0.02)

    def twice(self, key: str, gap: float) -> None:
        """Press a key, and once more so many seconds after."""
        if gap < 0.02:
            self.press(key, key, apart=0.0)
            return
        self.press(key, apart=0.0)
        time.sleep(gap)
        self.press(key, apart=SEEN)


GAPS = (0.01, 0.1, 0.25, 0.35, 0.45, 0.55, 0.6)
DAYS = [
    pytest.param(False, 6, id="the first steps"),
    pytest.param(True, 200, id="a whole day", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("whole", "most"), DAYS)
def test_held_or_pressed_twice_a_key_is_never_more_than_one_step(tmp_path, whole, most):
    folder, kept = small_session(tmp_path / "panel", seats=6, more="quorum = 1"), tmp_path / "kept"
    asked = ("--keep", kept, "--seed", 4, "--speed", 500, "--host", "127.0.0.1", "--port", 0)
    with opened(tmp_path, "rehearse", folder, *asked) as (wall, _pid):
        wall.wait_for("6 of 6 of us are here")
        for step in range(most):
            settled(wall)
            time.sleep(0.75)
            before = moves(kept)
            hand = Hand(wall)
            if step % 2:
                hand.hold("NPage", 3.0)
            else:
                hand.twice(("NPage", "Right", "Space")[step % 3], GAPS[step // 2 % len(GAPS)])
            settled(wall)
            assert moves(kept) - before <= hand.presses, facts(kept)[-6:]
            if "SessionEnded" in facts(kept):
                break
        happened = facts(kept)
        assert moves(kept) >= 4
        assert not whole or "SessionEnded" in happened


def test_every_key_of_a_burst_reaches_the_card(tmp_path):
    folder, kept = small_session(tmp_path / "panel", seats=6, more="quorum = 1"), tmp_path / "kept"
    asked = ("--keep", kept, "--seed", 4, "--speed", 500, "--host", "127.0.0.1", "--port", 0)
    with opened(tmp_path, "rehearse", folder, *asked) as (wall, pid):
        wall.wait_for("6 of 6 of us are here")
        with slowed(pid, 4):
            wall.send("n", *"tea at 400", "Enter")
            wall.wait_for("The note is in the record")
        lines = (kept / "record.jsonl").read_text()
        assert '"tea at 400"' in lines
        wall.send("C-p", *"write a n", "Enter")
        wall.wait_for("A note for the record")
