"""Ask the package index whether everything can be had ready-made for every laptop; say what is missing.

    python -m tests.laptops.wheels .venv/bin/uv

Nobody who has to install a compiler first will try a program. `uv` works out which versions that laptop would get, by
its own markers; `pip` then asks for each as a wheel. Nothing is installed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAPTOPS = {  # as uv calls it, and the tag its wheels bear
    "Windows": ("x86_64-pc-windows-msvc", "win_amd64"),
    "Windows on ARM": ("aarch64-pc-windows-msvc", "win_arm64"),
    "Mac": ("aarch64-apple-darwin", "macosx_13_0_arm64"),
    "older Mac": ("x86_64-apple-darwin", "macosx_13_0_x86_64"),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_AT_ONCE = 4
_LONG = 300  # seconds for one question


def missing(uv: str, laptop: str, python: str, folder: Path) -> str:
    """Give what cannot be had there, in the installers' words; nothing where all can."""
    system, tag = LAPTOPS[laptop]
    versions = folder / f"{tag}-{python}.txt"
    ready_made = ("--only-binary", ":all:", "--quiet")
    worked_out = [uv, "pip", "compile", "pyproject.toml", "--extra", "pdf", "--extra", "fast", *ready_made]
    worked_out += ["--python-platform", system, "--python-version", python]
    why = _trouble([*worked_out, "--no-annotate", "--no-header", "-o", str(versions)])
    if why:
        return why
    asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", *ready_made]
    asked += ["--platform", tag, "--python-version", python, "--target", str(folder / "none")]
    return _trouble([*asked, "--disable-pip-version-check", "-r", str(versions)])


def _trouble(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_LONG, cwd=ROOT, check=False)
    return done.stderr.strip() or f"it ended with {done.returncode}" if done.returncode else ""


def all_missing(uv: str, folder: Path) -> Iterator[str]:
    """Ask for every laptop and every Python; give a line for each that lacks something."""
    pairs = [(laptop, python) for laptop in LAPTOPS for python in PYTHONS]
    with ThreadPoolExecutor(_AT_ONCE) as asking:  # it is the index that takes its time
        answers = asking.map(lambda pair: missing(uv, *pair, folder), pairs)
        for (laptop, python), why in zip(pairs, answers, strict=True):
            if why:
                yield f"{laptop}, Python {python}: {why}"


def main() -> int:
    """Say which are missing."""
    with tempfile.TemporaryDirectory() as made:
        lines = list(all_missing(sys.argv[1], Path(made)))
    print("\n".join(lines) or f"all, for {', '.join(LAPTOPS)} and Python {', '.join(PYTHONS)}")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
