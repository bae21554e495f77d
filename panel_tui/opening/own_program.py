"""Open a file with the program the system keeps for such files: a text editor, a spreadsheet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def opened_by_system(path: Path) -> bool:
    """Open it beside us, and say whether there was a program to ask; what that does with it is its own affair."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the system chooses the program
        return True
    if sys.platform == "darwin":
        command = shutil.which("open")
    else:
        shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        command = shutil.which("xdg-open") if shown else None
    if command is None:
        return False
    quiet = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - the system's own opener, and one path of ours
        [command, str(path.resolve())], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    return True
