"""The command, killed by its own hand at one call of the program's: `python -m tests.gather.killer CALL words…`.

It counts the calls of everything in `panel_tui/gather` and, between them, each that goes into an engine. At CALL it
sends itself SIGKILL, as a power cut would; with nought it only says how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from panel_tui.cli import main

_OURS = str(Path("panel_tui", "gather"))


def armed(at: int) -> list[int]:
    counted = [0]

    def look(frame: FrameType, what: str, _about: Any) -> None:
        if what in ("call", "c_call", "return") and _OURS in frame.f_code.co_filename:
            counted[0] += 1
            if counted[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)
    return counted


if __name__ == "__main__":
    at = int(sys.argv[1])
    sys.argv[1:2] = ["gather"]
    calls = armed(at)
    try:
        main()
    finally:
        sys.setprofile(None)
        print(f"calls {calls[0]}", file=sys.stderr)
