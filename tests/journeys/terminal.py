"""A real terminal: a program in tmux, its keys and its screen, and a real `kill -9`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from panel_tui.facilitator.step_keys import SEEN
from panel_tui.rehearse.html_page import HtmlPage
from tests.wall.big import with_drawn

STEP_KEYS = frozenset(("NPage", "PageDown", "Right", "Space", "z", "v", "t", "c"))  # as tmux names them
LOOK = 3.0  # seconds in which a key's work is seen even where others take the machine; some keys do nothing
PATIENCE = 30.0  # seconds; a machine that does other things beside is slow, not wrong


class Terminal:
    """One tmux window of a given size with one program in it."""

    def __init__(self, *command: str, home: Path, size: tuple[int, int] = (80, 24)) -> None:
        assert shutil.which("tmux"), "tmux is needed: apt-get install tmux"
        self.name = f"t{uuid.uuid4().hex[:8]}"
        environment = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        said = " ".join(f"{key}={shlex.quote(value)}" for key, value in environment.items())
        line = f"exec env {said} {shlex.join(command)}"
        self._tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), line)
        self._tmux("set-option", "remain-on-exit", "on")
        self._tmux("set-option", "status", "off")
        self._server = int(self._tmux("display-message", "-p", "#{pid}"))

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-L", self.name, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def run_instead(self, *command: str) -> None:
        """End the program in it, and run another one."""
        self._tmux("respawn-pane", "-k", *command)

    @property
    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    @property
    def farewell(self) -> str:
        """What the ended program left behind, with the line that tmux pushed out to say that it is dead."""
        return self._tmux("capture-pane", "-p", "-S", "-")

    @property
    def text(self) -> str:
        """The screen's words, each gap one space: a line may break anywhere. What is drawn big comes last."""
        return " ".join(" ".join(with_drawn(self.screen.splitlines())).split())

    def press(self, *keys: str) -> None:
        """Press keys as a person does, who has seen what a step is about, and looks what came of it.

        Without that look, words that the old screen has too ("Next Welcome") send the next key to a wall that has
        not been drawn yet, and the wall leaves it out, as it should.
        """
        if STEP_KEYS.isdisjoint(keys):
            self.send(*keys)
            return
        time.sleep(SEEN + 0.1)
        before = self._still
        self.send(*keys)
        until = time.monotonic() + LOOK
        while self._still == before and time.monotonic() < until:
            pause()

    @property
    def _still(self) -> str:
        """The screen without what a clock changes."""
        return re.sub(r"[\d█▀▄ ]", "", self.screen)

    def send(self, *keys: str) -> None:
        """Send keys at this very moment."""
        self._tmux("send-keys", *keys)

    def wait_for(self, *words: str, without: str = "") -> str:
        """Wait until all the words are on the screen, and others no longer."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            text = self.text
            if all(word in text for word in words) and not (without and without in text):
                return text
            pause()
        raise AssertionError(f"never saw {words} on:\n{self.screen}")

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds of the screen."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if true():
                return
            pause()
        raise AssertionError(f"never so:\n{self.screen}")

    def wait_gone(self) -> None:
        """Wait until the program has ended."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            # tmux does not listen for its children's ends while it runs its utempter, and so misses some
            os.kill(self._server, signal.SIGCHLD)
            if "Pane is dead" in self.text:
                return
            pause()
        raise AssertionError(f"still running:\n{self.screen}")

    @property
    def pid(self) -> int:
        return int(self._tmux("list-panes", "-F", "#{pane_pid}"))

    def kill_9(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.wait_gone()

    def close(self) -> None:
        self._tmux("kill-server")


def pause() -> None:
    """Let a real program on the other side get on; there is nothing of ours to wait for."""
    time.sleep(0.05)


def panel_tui(*words: object) -> list[str]:
    """The program as installed beside this Python."""
    return [str(Path(sys.executable).with_name("panel-tui")), *map(str, words)]


def main_form(page: HtmlPage):
    assert page.main_form is not None, page
    return page.main_form
