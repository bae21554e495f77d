"""A session folder on disk, as small as each test needs."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = """\
title = "Connecting Neighbours"
pot = 20_000
seats = 7
[[criterion]]
key = "reach"
question = "Will it reach people?"
"""

SHEET = "title,asked\nWarm Lunches,12500\nTea and Tablets,9000\nDoorstep Choirs,7000\n"


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes a folder: session.toml, applications.csv, and summaries by file name."""

    def make(toml: str | None = GOOD, sheet: str | bytes | None = SHEET, **summaries: str) -> Path:
        folder = tmp_path / "our-panel"
        folder.mkdir()
        if toml is not None:
            (folder / "session.toml").write_text(toml, encoding="utf-8")
        if sheet is not None:
            data = sheet if isinstance(sheet, bytes) else sheet.encode()
            (folder / "applications.csv").write_bytes(data)
        if summaries:
            (folder / "summaries").mkdir()
        for name, text in summaries.items():
            (folder / "summaries" / f"{name}.md").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def good_toml() -> str:
    """The smallest session.toml that can be read."""
    return GOOD
