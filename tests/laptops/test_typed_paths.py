"""A path in a command that is printed to be typed again is one word to the shell it is typed into."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from panel_tui.running.leaving import left
from panel_tui.system.shell import typed
from sessions.views.trouble import Trouble

MACS = Path("/Users/ann/Library/Application Support/panel-tui/demo")
NAMES = [
    MACS,
    "Ann's panel",
    'the "big" day',
    "a$HOME and `b`",
    "10% & more; (new) [2]",
    "-day",
    "day",
    "~/day",
    "dydd â'r ŵyl",
    "back\\slash",
    "star * and ?",
]


@pytest.mark.parametrize("name", NAMES, ids=str)
@pytest.mark.parametrize("shell", list(filter(shutil.which, ("sh", "bash", "zsh"))))
def test_a_unix_shell_gives_the_path_back_as_one_word(shell: str, name: object) -> None:
    line = f'set -- {typed(str(name), "linux")}; printf "%s|%s" "$#" "$1"'
    done = subprocess.run([shell, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout in (f"1|{name}", f"1|./{name}")


WINDOWS = [
    ("C:\\Users\\ann\\day", "C:\\Users\\ann\\day"),
    ("C:\\Users\\Ann Lee\\day", '"C:\\Users\\Ann Lee\\day"'),
    ("day, second (new)", '"day, second (new)"'),
    ("Ann's panel", '"Ann\'s panel"'),
    ("a;b & c", '"a;b & c"'),
    ("#1", '"#1"'),
    ("@home", '"@home"'),
    ("cost $5", "'cost $5'"),
    ("Ann's $5", "'Ann''s $5'"),
    ("-day", ".\\-day"),
    ("ŵyl", "ŵyl"),
]


@pytest.mark.parametrize(("path", "word"), WINDOWS, ids=[path for path, _ in WINDOWS])
def test_on_windows_by_a_table(path: str, word: str) -> None:
    assert typed(path, "win32") == word


def test_leaving_a_day_prints_a_line_that_can_be_copied() -> None:
    assert left(Trouble(), MACS, "command.kept").endswith(f"\n  panel-tui run '{MACS}'")
    with pytest.raises(Exception, match=re.escape(f"panel-tui verify '{MACS}'")):
        left(Trouble("moved"), MACS, "command.kept")
