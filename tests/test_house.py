"""The house's walls stand: imports run one way, files stay small, no circles; and breaking a wall is noticed."""

import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from sessions.wording import CATALOGUES, english

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("panel_tui", "screens", "sessions")

BREAKS = {
    "panel_tui → screens → sessions": ("sessions/schedule/forecast.py", "import screens.safe_text"),
    "sessions touches nothing": ("sessions/schedule/forecast.py", "import os"),
    "screens get a view, never the state": ("screens/safe_text.py", "import sessions.state"),
    "the wall and the phone do not know each other": ("screens/wall/qr.py", "import screens.phone.drawing"),
    "methods never see the state": ("sessions/methods/ranking_and_ties.py", "import sessions.state"),
}


def sources():
    return [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as m; m()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_import_contracts_hold():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("contract", BREAKS)
def test_a_broken_contract_is_caught(contract, copy):
    file, offence = BREAKS[contract]
    with (copy / file).open("a") as source:
        source.write(f"\n{offence}\n")
    done = lint(copy)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_no_imports_run_in_a_circle():
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    reaches = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    circles = [
        (one, other)
        for one in reaches
        for other in reaches[one]
        # a package's own front door may name its rooms, and the rooms do not come back through it
        if graph.chain_exists(importer=other, imported=one)
    ]
    assert not circles


def test_files_stay_small():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    code = {path: n for path, n in lengths.items() if "wording" not in path.parts}
    assert statistics.median(code.values()) < 100
    assert not {str(path): n for path, n in lengths.items() if n > 300}


def test_every_sentence_that_is_asked_for_is_there():
    known = set(english())
    looks_like_a_key = re.compile(rf'"((?:{"|".join(CATALOGUES)})\.[a-z][a-z0-9.-]*[a-z0-9])"')
    asked = {key for path in sources() for key in looks_like_a_key.findall(path.read_text(encoding="utf-8"))}
    asked = {
        key for key in asked if not key.endswith((".js", ".css", ".svg", ".tcss", ".jsonl", ".xlsx", ".csv"))
    }
    assert asked
    assert asked <= known


def test_what_tests_wait_for_in_a_browser_is_a_function():
    """A string is read anew at each look, which the pages forbid: such a wait fails unless it ends at once."""
    waits = [
        (str(path.relative_to(ROOT)), waited)
        for path in (ROOT / "tests").rglob("*.py")
        for waited in re.findall(r"\.wait_for_function\(\s*([^\n]+)", path.read_text(encoding="utf-8"))
    ]
    assert waits, "nothing is waited for: the pattern no longer fits"
    assert [wait for wait in waits if "=>" not in wait[1]] == []
