"""A path written so that the laptop's own shell takes it as one word and as it stands, when it is typed or copied."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

_PLAIN = re.compile(r"[\w\\/:.~+-]+")
_POWERSHELLS_OWN = re.compile(r"[$`]")


def typed(path: Path | str, system: str = sys.platform) -> str:
    """Quote a path for PowerShell and the Command Prompt on Windows, for a Unix shell elsewhere."""
    word = str(path)
    windows = system == "win32"
    if word.startswith("-"):  # it would be read as an option
        word = f".{chr(92) if windows else '/'}{word}"
    return _for_windows(word) if windows else shlex.quote(word)


def _for_windows(word: str) -> str:
    """Quote for both shells at once, which share the double mark; a name with PowerShell's own signs for that alone."""
    if _PLAIN.fullmatch(word):
        return word
    if _POWERSHELLS_OWN.search(word):
        return "'" + word.replace("'", "''") + "'"
    return f'"{word}"'
