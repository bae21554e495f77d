"""In which order files of tests run: those that wait for browsers and terminals among those that work things out.

Two or three run side by side. Were the waiting ones left together, all would wait at once, and the last of them while
nothing else is left to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
WAITING = ("journeys", "engines", "load", "laptops", "door", "faults", "rehearse", "pictures", "desk")
BEFORE_THE_END = 0.85  # of all files; the rest are short ones, which even out what is left


def in_turns(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests with the waiting files spread over the others; the tests of a file stay together, in order."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    waiting = [path for path in files if path.relative_to(TESTS).parts[0] in WAITING]
    others = [path for path in files if path not in set(waiting)]
    among = len(others) * BEFORE_THE_END / max(len(waiting), 1)  # how many others go with a waiting one
    places = {path: n * among for n, path in enumerate(waiting)}
    places |= {path: n + 0.5 for n, path in enumerate(others)}
    return [item for path in sorted(files, key=places.__getitem__) for item in files[path]]
