"""A screen that nobody looks at, for programs that will not draw without one."""

from __future__ import annotations

import os
import shutil
import subprocess

PATIENCE = 30.0  # seconds
# without the last it begins anew when its last visitor leaves, and whoever comes at that instant is thrown out
QUIETLY = ("-nolisten", "tcp", "-noreset")


class Display:
    """An Xvfb of its own: `name` is what a program is told in DISPLAY."""

    def __init__(self, width: int = 1600, height: int = 1100) -> None:
        assert shutil.which("Xvfb"), "Xvfb is needed: apt-get install xvfb"
        number, ready = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(ready), "-screen", "0", f"{width}x{height}x24", *QUIETLY],
            pass_fds=(ready,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(ready)
        with os.fdopen(number) as told:
            self.name = f":{told.readline().strip()}"

    def close(self) -> None:
        end(self._screen)


def end(program: subprocess.Popen[bytes]) -> None:
    """End a program that was started here, kindly first."""
    program.terminate()
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
