"""A disk that is really full: a small one in memory, and a file that may not grow."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordFull, sidecar_files
from tests.elbow_room import stretched
from tests.needs import pass_over

ROOT = Path(__file__).resolve().parents[2]
MIB = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file system of three mebibytes; making one needs root."""
    monkeypatch.setattr(sidecar_files, "SIZE", MIB)
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pass_over(
            f"no small disk can be mounted here ({made.stderr.strip()}); the file that may not grow still runs"
        )
    yield place
    subprocess.run(["umount", str(place)], check=True)


async def fill(record: Record, promised: list[int]) -> float:
    """Append until there is no room; give the seconds until the refusal was said."""
    while True:
        number = len(promised)
        began = time.monotonic()
        try:
            await record.append([{"number": number, "text": "x" * 9_000}])
        except RecordFull:
            return time.monotonic() - began
        promised.append(number)


@pytest.mark.alone
@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
async def test_a_full_disk_loses_nothing_says_so_and_recovers(small_disk: Path):
    (small_disk / "holiday-photos").write_bytes(b"x" * MIB)
    record = Record.open(small_disk / "record.jsonl", program="test")
    promised: list[int] = []
    assert record.reserve
    assert await fill(record, promised) < stretched(1)
    assert not record.reserve
    with_the_reserve = len(promised)
    assert await fill(record, promised) < stretched(1)
    assert len(promised) > with_the_reserve + 50, "giving up the reserve made no room"
    with pytest.raises(RecordFull):
        await record.append([{"number": -1, "text": "x" * 9_000}])
    assert numbers(record) == promised
    assert numbers(Record.read(small_disk / "record.jsonl")) == promised

    (small_disk / "holiday-photos").unlink()
    (entry,) = await record.append([{"number": len(promised)}])
    promised.append(entry.doc["number"])
    await record.close()
    again = Record.open(small_disk / "record.jsonl", program="test")
    assert numbers(again) == promised
    assert again.cut is None
    await again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_file_that_may_not_grow_loses_nothing_and_recovers(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, str(tmp_path / "record.jsonl")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["refused", "recovered"]


LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from panel_tui.record import Record, RecordFull

async def main(path):
    record = Record.open(path, program="test")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, most))
    kept = 0
    try:
        while True:
            await record.append([{"number": kept, "text": "x" * 700}])
            kept += 1
    except RecordFull:
        print("refused")
    assert path.stat().st_size < 20_000
    assert [entry.doc["number"] for entry in Record.read(path).entries] == list(range(kept))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    await record.append([{"number": kept}])
    await record.close()
    assert [entry.doc["number"] for entry in Record.read(path).entries] == list(range(kept + 1))
    print("recovered")

asyncio.run(main(Path(sys.argv[1])))
"""


def numbers(view: Record | object) -> list[int]:
    return [entry.doc["number"] for entry in view.entries]  # type: ignore[attr-defined]
