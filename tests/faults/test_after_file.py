"""What is recorded after the day on a disk that loses, tears, reorders and zeroes: nothing that was kept is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from panel_tui.record.after_file import AFTER, AfterFile, ClosingHead, read_after
from tests.faults.disk import CRASHES, Crash, FaultDisk
from tests.faults.platter import Loss

FOLDER = Path("/day")
CLOSING = ClosingHead("a" * 64, 7, "b" * 64)


def words(disk: FaultDisk) -> list[str]:
    return [doc["why"] for _, doc in read_after(FOLDER, CLOSING, disk=disk).docs]


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("seed", range(30))
def test_a_power_cut_at_any_call_loses_nothing_that_was_kept_and_the_next_start_goes_on(loss, seed):
    chance, disk = random.Random(f"{loss} {seed}"), FaultDisk()
    disk.put_back(FOLDER / "record.jsonl", b"closed\n")
    kept: list[str] = []
    for times in range(5):
        tried = f"{times} " + "why " * chance.randrange(1, 90)
        disk.plan({chance.randrange(0, 40): chance.choice(CRASHES)})
        try:
            with AfterFile(FOLDER, CLOSING, program="t", disk=disk) as file:
                assert [doc["why"] for _, doc in file.docs][: len(kept)] == kept
                for n in range(3):
                    tried = f"{times}.{n} " + "why " * chance.randrange(1, 90)
                    file.append([{"why": tried}])
                    kept = [doc["why"] for _, doc in file.docs]
        except Crash:
            pass
        disk.cut_power(loss, chance)
        after = words(disk)
        assert after[: len(kept)] == kept
        assert after[len(kept) :] in ([], [tried])  # a line may be there that nobody was told of
        kept = after
    assert disk.read(FOLDER / "record.jsonl") == b"closed\n"
    assert disk.exists(FOLDER / AFTER) or not kept
