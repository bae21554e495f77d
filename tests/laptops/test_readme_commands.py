"""The README's commands are ones that each system's default shell takes as they are meant."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.test_packages import NEEDED

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(sh|zsh|powershell)\n(.*?)^```", README, re.M | re.S)[::-1])
WINDOWS = BLOCKS["powershell"].strip().splitlines()
MAC = BLOCKS["zsh"].strip().splitlines()

# What would be read otherwise than it is meant: in PowerShell 5.1, which Windows brings, and in the Command Prompt.
NOT_IN_POWERSHELL = {
    "&&": r"&&|\|\|",
    "a variable, a subexpression or a splat": r"[$@]",
    "its escape sign": r"`",
    "brackets outside quotation marks": r"^[^\"]*(?:\"[^\"]*\"[^\"]*)*[\[\]{}()]",
    "a path to a program in quotation marks, without &": r"^\s*[\"']",
    "a program of this folder, without .\\": r"^\s*(?:panel-tui|pip|python)\b",
}
NOT_IN_CMD = {
    "two commands by ;": r";",
    "single quotation marks": r"'",
    "a program's path with /": r"^\s*\S*/",
    "its own signs outside quotation marks": r"^[^\"]*(?:\"[^\"]*\"[^\"]*)*[&|<>^%]",
}


def faults(line: str) -> set[str]:
    rules = {**NOT_IN_POWERSHELL, **NOT_IN_CMD}
    return {what for what, pattern in rules.items() if re.search(pattern, line)}


@pytest.mark.parametrize("line", WINDOWS)
def test_windows_two_shells_take_the_line_as_it_is_meant(line: str) -> None:
    assert faults(line) == set()


@pytest.mark.parametrize(
    "line",
    [
        "py -m venv .venv && .venv/bin/pip install '.[pdf]'",
        ".venv/Scripts/pip install .[pdf]",
        "py -3.13 -m venv .venv; .venv\\Scripts\\panel-tui demo",
        "'.venv\\Scripts\\panel-tui' demo",
        "panel-tui demo",
    ],
)
def test_a_line_for_another_shell_is_noticed(line: str) -> None:
    assert faults(line)


def test_on_windows_it_is_made_installed_and_begun_by_the_programs_of_one_folder() -> None:
    words = [line.split() for line in WINDOWS]
    assert words[0][0] == "py"
    assert words[0][-1] == ".venv"
    assert [line[0] for line in words[1:]] == [".venv\\Scripts\\python", ".venv\\Scripts\\panel-tui"]
    assert words[1][-1] == '".[pdf,letters,fast]"'


@pytest.mark.parametrize("block", ["sh", "zsh"])
def test_elsewhere_it_is_two_commands_that_a_shell_can_read(block: str) -> None:
    assert len(BLOCKS[block].strip().splitlines()) == 2
    for shell in filter(shutil.which, ("sh", "bash", "zsh")):
        subprocess.run([shell, "-n"], input=BLOCKS[block], text=True, check=True)
    assert ".[pdf,letters,fast]" in shlex.split(BLOCKS[block], posix=True)
    assert "'.[pdf,letters,fast]'" in BLOCKS[block]  # zsh, a Mac's shell, would look for files of that name


def test_a_mac_is_asked_for_a_python_that_is_not_apples() -> None:
    assert MAC[0].split()[0] == "python3.13"  # python3 there is 3.9
    assert "Apple's own is too old" in README


def test_typst_is_left_out_where_nobody_makes_it_and_nowhere_else() -> None:
    (typst,) = [one for one in NEEDED if one.name == "typst"]

    def wanted(one: Requirement, system: str, machine: str) -> bool:
        return one.marker is None or one.marker.evaluate(
            {"sys_platform": system, "platform_machine": machine}
        )

    assert not wanted(typst, "win32", "ARM64")
    for where in (("win32", "AMD64"), ("darwin", "arm64"), ("darwin", "x86_64"), ("linux", "aarch64")):
        assert wanted(typst, *where)
