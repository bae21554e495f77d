"""A record in a folder of its own, closed at the end whatever happens."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from panel_tui.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.jsonl"


@pytest.fixture
async def open_record(path: Path) -> AsyncIterator[Callable[[], Record]]:
    opened: list[Record] = []

    def open_it() -> Record:
        opened.append(Record.open(path, program="test"))
        return opened[-1]

    yield open_it
    for record in opened:
        await record.close()


@pytest.fixture
async def record(open_record: Callable[[], Record]) -> Record:
    return open_record()
