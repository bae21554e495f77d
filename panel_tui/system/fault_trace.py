"""A line for whoever has to mend a fault: what kind it was, and where in our code. No value, name or code is in it."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

import textual
from textual.worker import WorkerFailed

from panel_tui import PROGRAM
from panel_tui.system.clock import laptop_time
from panel_tui.system.paths import traces

_HERE = Path(__file__).resolve().parents[2]  # once installed, others' packages stand there, too
_OURS = ("panel_tui", "screens", "sessions")
_MOST = 200  # lines that are kept; the older ones go
_DEEP = 8  # places of our code, the innermost first


def leave_trace(where: str, problem: BaseException | None) -> str:
    """Add a line about a fault to the file of traces; give the file's name, or nothing where there is none."""
    if problem is None:
        return ""
    file = traces()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        file.write_text("\n".join([*before, line_of(where, problem)][-_MOST:]) + "\n", encoding="utf-8")
    except (OSError, UnicodeError):
        return ""
    home = Path.home()
    return f"~/{file.relative_to(home).as_posix()}" if file.is_relative_to(home) else str(file)


def line_of(where: str, problem: BaseException) -> str:
    """Say in one line when and where a fault was, of what type, and by which places of our code it came."""
    while isinstance(problem, WorkerFailed):
        problem = problem.error
    frames = reversed(traceback.extract_tb(problem.__traceback__))
    ours = [place for frame in frames if (place := _place(frame))]
    of = f"{PROGRAM}, Python {platform.python_version()}, Textual {textual.__version__}, {platform.system()}"
    when = f"{laptop_time():%Y-%m-%d %H:%M} UTC"
    return f"{when} | {of} | {where} | {type(problem).__name__} | {' < '.join(ours[:_DEEP])}"


def _place(frame: traceback.FrameSummary) -> str:
    file = Path(frame.filename)
    inside = file.relative_to(_HERE) if file.is_relative_to(_HERE) else Path()
    if not inside.parts or inside.parts[0] not in _OURS:
        return ""
    return f"{inside.as_posix()}:{frame.lineno} {frame.name}"
