"""Make one folder with the program and a Python of its own, for laptops that have none; prints where and how large.

    python -m tests.laptops.bundle FOLDER

PyInstaller makes it for the system it runs on. What the program reads from its own packages is brought along whole;
of Babel's data on eight hundred locales only those of the languages there are.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from panel_tui.folder.languages import languages

NAME = "panel-tui"
START = "from panel_tui.__main__ import main\n\nmain()\n"
_WHOLE = ("panel_tui", "screens", "sessions", "docx", "odfdo")  # with the files that lie beside their modules
_DATA = ("textual", "typst")
_MODULES = ("textual", "uvicorn")  # they are asked for by name, which nobody sees who only reads imports
_WITHOUT = ("tkinter", "pytest", "hypothesis", "playwright", "mypy")
_WORDS = "eff-long"  # the one list of words that is read
_MIB = 1024 * 1024


def bundle(into: Path) -> Path:
    """Make the bundle below a folder; gives the program in it. Raises CalledProcessError."""
    import xkcdpass

    into.mkdir(parents=True, exist_ok=True)
    start = into / "start.py"
    start.write_text(START, encoding="utf-8")
    words = Path(xkcdpass.__file__).parent / "static" / _WORDS
    between = ";" if sys.platform == "win32" else ":"
    options = [
        *("--onedir", "--noconfirm", "--log-level", "ERROR", "--name", NAME),
        *("--distpath", str(into / "made"), "--workpath", str(into / "work"), "--specpath", str(into)),
        *(word for name in _WHOLE for word in ("--collect-all", name)),
        *(word for name in _DATA for word in ("--collect-data", name)),
        *(word for name in _MODULES for word in ("--collect-submodules", name)),
        *(word for name in _WITHOUT for word in ("--exclude-module", name)),
        *("--add-data", f"{words}{between}xkcdpass/static"),
    ]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(start)], check=True)
    folder = into / "made" / NAME
    _without_other_locales(folder)
    return folder / NAME


def _without_other_locales(folder: Path) -> None:
    kept = {"root", *languages()}
    for data in folder.rglob("babel/locale-data/*.dat"):
        if data.stem not in kept:
            data.unlink()


def size(folder: Path) -> int:
    """Add up the bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    program = bundle(Path(sys.argv[1]))
    print(f"{program}: {size(program.parent) / _MIB:.0f} MiB")
