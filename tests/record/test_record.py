"""What the room may rely on when it appends."""

import asyncio
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from panel_tui.record import (
    RealDisk,
    Record,
    RecordFailed,
    RecordLocked,
    RecordMissing,
    RecordRefused,
    RecordView,
)

Open = Callable[[], Record]


async def test_what_was_appended_is_there_when_the_record_is_opened_again(record: Record, open_record: Open):
    entries = await record.append([{"seat": 1}, {"seat": 2}])
    more = await record.append([{"seat": 3}])
    await record.close()
    assert list(open_record().entries) == entries + more


async def test_documents_of_one_call_stand_in_one_line(record: Record):
    entries = await record.append([{"seat": 1}, {"seat": 2}])
    assert [entry.line for entry in entries] == [2, 2]


async def test_appending_nothing_writes_nothing(record: Record, path: Path):
    before = path.read_bytes()
    assert await record.append([]) == []
    assert path.read_bytes() == before


async def test_five_hundred_at_one_instant_are_one_commit(record: Record):
    answers = await asyncio.gather(*(record.append([{"seat": seat}]) for seat in range(500)))
    assert {entry.line for (entry,) in answers} == {2}
    assert [entry.doc["seat"] for (entry,) in answers] == list(range(500))


async def test_one_poisoned_answer_among_five_hundred_harms_only_itself(record: Record):
    texts = ["\ud800" if seat == 250 else "fine" for seat in range(500)]
    answers = await asyncio.gather(
        *(record.append([{"text": text}]) for text in texts), return_exceptions=True
    )
    assert sum(isinstance(answer, RecordRefused) for answer in answers) == 1
    assert isinstance(answers[250], RecordRefused)
    assert len(record.entries) == 499


async def test_one_bad_document_refuses_its_whole_call(record: Record):
    with pytest.raises(RecordRefused):
        await record.append([{"fine": 1}, {"bad": float("nan")}])
    assert list(record.entries) == []


async def test_changing_a_document_after_handing_it_over_changes_nothing(record: Record):
    document = {"list": [1]}
    waiting = asyncio.ensure_future(record.append([document]))
    await asyncio.sleep(0)
    document["list"].append(2)
    await waiting
    assert record.entries[0].doc == {"list": [1]}


async def test_a_caller_who_goes_away_does_not_take_the_answer_back(record: Record, open_record: Open):
    leaving = asyncio.ensure_future(record.append([{"seat": 1}]))
    staying = asyncio.ensure_future(record.append([{"seat": 2}]))
    await asyncio.sleep(0)
    leaving.cancel()
    await staying
    assert [entry.doc["seat"] for entry in record.entries] == [1, 2]
    await record.close()
    assert len(open_record().entries) == 2


async def test_closing_finishes_what_waits(record: Record, open_record: Open):
    waiting = [asyncio.ensure_future(record.append([{"seat": seat}])) for seat in range(3)]
    await asyncio.sleep(0)
    await record.close()
    assert len([await answer for answer in waiting]) == 3
    assert len(open_record().entries) == 3


async def test_a_closed_record_takes_nothing(record: Record):
    await record.close()
    with pytest.raises(RecordFailed) as refusal:
        await record.append([{"seat": 1}])
    assert refusal.value.code == "record.closed"


async def test_a_second_copy_is_refused_and_the_first_goes_on(record: Record, open_record: Open):
    with pytest.raises(RecordLocked):
        open_record()
    await record.append([{"seat": 1}])
    await record.close()
    assert len(open_record().entries) == 1


async def test_a_reader_beside_a_running_session_sees_what_is_there(record: Record, path: Path):
    await record.append([{"seat": 1}])
    view = Record.read(path)
    assert list(view.entries) == list(record.entries)
    assert view.head == record.head


async def test_a_reader_leaves_out_a_line_that_is_on_its_way(record: Record, path: Path):
    await record.append([{"seat": 1}])
    with path.open("ab") as file:
        file.write(b"0123 {")
    view = RecordView.read(path)
    assert len(view.entries) == 1
    assert view.unfinished


def test_reading_where_there_is_no_record_says_so(path: Path):
    with pytest.raises(RecordMissing):
        Record.read(path)


@pytest.mark.parametrize("between", ["  ", "-", ", ", ". ", " – ", "/", "\n", " · "])
async def test_the_head_in_words_is_found_also_when_the_record_went_on(record: Record, between):
    await record.append([{"seat": 1}])
    said = between.join(record.head_words).upper()
    await record.append([{"seat": 2}])
    assert record.find_head(said) == 2
    assert record.find_head("one two three four five") is None


async def test_a_receipt_is_found_however_it_is_typed(record: Record):
    (entry,) = await record.append([{"seat": 1}])
    await record.append([{"seat": 2}])
    assert record.find_receipt(entry.receipt.lower().replace("-", " ")) == [entry]
    assert record.find_receipt("NO-SUCH-10") == []


async def test_each_of_two_equal_documents_has_a_receipt_of_its_own(record: Record):
    first, second = await record.append([{"seat": 1}, {"seat": 1}])
    assert first.receipt != second.receipt


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no owner-only modes")
async def test_every_file_is_for_the_owner_only_even_one_copied_back(
    record: Record, open_record: Open, path: Path
):
    await record.close()
    path.chmod(0o644)
    await open_record().close()
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"record.jsonl": 0o600, "record.lock": 0o600, "record.reserve": 0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no links without leave")
def test_a_link_in_the_records_place_is_not_followed(path: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine\n")
    path.symlink_to(elsewhere)
    with pytest.raises(RecordFailed):
        Record.open(path, program="test")
    assert elsewhere.read_bytes() == b"mine\n"


async def test_the_room_hears_of_a_failure_before_any_caller_does(path: Path):
    heard: list[str] = []
    disk = FailingOnDemand()
    record = Record.open(path, disk=disk, program="test")
    record.on_failure = lambda error: heard.append(error.code)
    disk.failing = True

    async def caller() -> None:
        with pytest.raises(RecordFailed):
            await record.append([{"seat": 1}])
        heard.append("caller")

    await asyncio.gather(caller(), caller())
    assert heard == ["record.failed", "caller", "caller"]
    await record.close()


async def test_after_a_failed_sync_nothing_is_taken_in_until_the_disk_was_read_again(path: Path):
    disk = FailingOnDemand()
    record = Record.open(path, disk=disk, program="test")
    await record.append([{"seat": 1}])
    disk.failing = True
    with pytest.raises(RecordFailed):
        await record.append([{"seat": 2}])
    disk.failing = False
    with pytest.raises(RecordFailed) as refusal:
        await record.append([{"seat": 3}])
    assert refusal.value.code == "record.stopped"
    await record.reopen()
    await record.append([{"seat": 4}])
    await record.close()
    assert [entry.doc["seat"] for entry in Record.read(path).entries] == [1, 4]


class FailingOnDemand(RealDisk):
    failing = False

    def sync(self, handle: int) -> None:
        if self.failing:
            raise OSError(5, "the disk fails")
        super().sync(handle)
