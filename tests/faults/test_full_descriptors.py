"""Not one file can be opened any more: the wall goes on, also one that broke; a seeded late import is caught."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.small_session import small_session

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


def a_day(tmp_path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    folder = small_session(tmp_path / "day", seats=5, titles=("Warm Lunches",))
    (tmp_path / "runtime").mkdir(mode=0o700)
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.full_descriptors", str(folder), *more],
        cwd=ROOT,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path / "runtime")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_key_works_and_a_broken_wall_is_opened_again_with_no_file_left(tmp_path: Path):
    done = a_day(tmp_path)
    assert done.stdout.splitlines()[-1:] == ["the day came to its end"], done.stderr[-3000:]


def test_a_seeded_late_import_is_caught(tmp_path: Path):
    done = a_day(tmp_path, "--lazy")
    assert done.returncode != 0
    assert "Too many open files" in done.stderr or "No module named" in done.stderr
