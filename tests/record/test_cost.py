"""The cost of an insert does not grow with the record; the times themselves are in `python -m tests.bench record`."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordDamaged, chain
from panel_tui.record.record import WORTH_FREEZING


def steps(action: Callable[[], object]) -> int:
    """Count the calls that Python makes."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return made


def test_an_insert_takes_as_many_steps_among_20000_as_among_a_hundred(tmp_path: Path):
    taken = []
    for size in (100, 20_000):
        record = Record.open(tmp_path / f"{size}.jsonl", program="test")
        record._commit([{"n": number} for number in range(size)])
        taken.append(steps(lambda record=record: record._commit([{"n": -1}])))  # type: ignore[misc]
        record.db.close()
    assert taken[0] == taken[1]


async def test_a_large_record_is_taken_out_of_the_collectors_way(path: Path):
    record = Record.open(path, program="test")
    await record.append([{"inner": {"n": number}} for number in range(WORTH_FREEZING)])
    await record.close()
    before = gc.get_freeze_count()
    record = Record.open(path, program="test")
    try:
        assert gc.get_freeze_count() >= before + WORTH_FREEZING
    finally:
        await record.close()
        gc.unfreeze()


def test_the_collector_rests_while_a_record_is_read_and_works_again_whatever_comes_of_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    working: list[bool] = []
    scan = chain.scan

    def noted(data: bytes) -> chain.Scan:
        working.append(gc.isenabled())
        return scan(data)

    monkeypatch.setattr(chain, "scan", noted)
    Record.open(path, program="test").db.close()
    assert working == [False]
    assert gc.isenabled()
    path.write_bytes(b"nothing of ours\n")
    with pytest.raises(RecordDamaged):
        Record.open(path, program="test")
    assert gc.isenabled()
