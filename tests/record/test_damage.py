"""Damage is never silent, and nothing is cut without a word."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordDamaged, RecordView, chain, rescue_copy, verify_chain

MANY = 200
Open = Callable[[], Record]


@pytest.fixture
async def whole(record: Record, path: Path) -> bytes:
    """The bytes of a record of two hundred answers, a line each, with a header before them."""
    for number in range(MANY):
        await record.append([{"n": number}])
    await record.close()
    return path.read_bytes()


def starts_of(data: bytes) -> list[int]:
    ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
    return [0, *ends[:-1]]


async def test_any_flipped_byte_is_found_in_its_own_line(whole: bytes):
    assert chain.scan(whole).bad is None
    chance = random.Random(1)
    data = bytearray(whole)
    line = 1
    for place, byte in enumerate(whole):
        data[place] = byte ^ (1 << chance.randrange(8))
        assert chain.scan(bytes(data)).bad == line, f"byte {place}"
        data[place] = byte
        line += byte == ord("\n")
    assert line == MANY + 2


async def test_a_line_removed_doubled_or_moved_is_found(whole: bytes):
    lines = whole.splitlines(keepends=True)
    for broken in (
        lines[:50] + lines[51:],
        [*lines[:50], lines[49], *lines[50:]],
        [*lines[:50], *lines[60:], lines[50]],
    ):
        assert chain.scan(b"".join(broken)).bad == 51


async def test_damage_in_the_middle_is_refused_with_its_line_and_nothing_is_cut(
    whole: bytes, path: Path, open_record: Open
):
    for start, line in list(zip(starts_of(whole), range(1, MANY + 2), strict=True))[1:-1:20]:
        broken = whole[:start] + b"?" + whole[start + 1 :]
        path.write_bytes(broken)
        with pytest.raises(RecordDamaged) as refusal:
            open_record()
        assert (refusal.value.line, refusal.value.facts["good"]) == (line, line - 1)
        assert path.read_bytes() == broken
        with pytest.raises(RecordDamaged):
            RecordView.read(path)


async def test_an_unfinished_last_line_is_cut_off_at_any_byte_and_kept_beside(
    whole: bytes, path: Path, open_record: Open
):
    last = starts_of(whole)[-1]
    for place in range(last + 1, len(whole)):
        path.write_bytes(whole[:place])
        record = open_record()
        assert len(record.entries) == MANY - 1
        assert record.cut is not None
        assert record.cut.kept.read_bytes() == whole[last:place]
        assert path.read_bytes() == whole[:last]
        await record.close()


async def test_a_last_line_of_noughts_is_cut_off_too(whole: bytes, path: Path, open_record: Open):
    path.write_bytes(whole + bytes(300))
    record = open_record()
    assert len(record.entries) == MANY
    assert record.cut is not None
    assert record.cut.kept.read_bytes() == bytes(300)


async def test_damage_in_the_very_last_line_is_told_apart_from_a_crash(
    whole: bytes, path: Path, open_record: Open
):
    last = starts_of(whole)[-1]
    for place in range(last, len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not verify_chain(path).holds
    record = open_record()
    assert record.cut is not None
    assert not record.cut.unfinished
    await record.close()
    path.write_bytes(whole[:-1])
    record = open_record()
    assert record.cut is not None
    assert record.cut.unfinished


async def test_the_good_part_can_be_saved_as_a_copy_that_opens(whole: bytes, path: Path, tmp_path: Path):
    place = starts_of(whole)[120]
    broken = whole[:place] + b"x" + whole[place + 1 :]
    path.write_bytes(broken)
    report = rescue_copy(path, tmp_path / "rescued.jsonl")
    assert (report.lines, report.documents, report.bad_line) == (120, 119, None)
    assert path.read_bytes() == broken
    rescued = Record.open(tmp_path / "rescued.jsonl", program="test")
    assert [entry.doc["n"] for entry in rescued.entries] == list(range(119))
    await rescued.close()


async def test_a_rescue_never_writes_over_anything(whole: bytes, path: Path, tmp_path: Path):
    (tmp_path / "there").write_bytes(b"already")
    with pytest.raises(FileExistsError):
        rescue_copy(path, tmp_path / "there")
    assert (tmp_path / "there").read_bytes() == b"already"


async def test_verify_counts_what_fits_and_names_the_first_line_that_does_not(whole: bytes, path: Path):
    assert verify_chain(path).holds
    assert (verify_chain(path).lines, verify_chain(path).documents) == (MANY + 1, MANY)
    place = starts_of(whole)[10]
    path.write_bytes(whole[:place] + b"x" + whole[place + 1 :])
    assert (verify_chain(path).bad_line, verify_chain(path).holds) == (11, False)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"_default": {"1": {}}}\n', b"\n", b"\x00" * 500])
def test_a_file_that_is_not_ours_is_left_alone(content: bytes, path: Path, open_record: Open):
    path.write_bytes(content)
    with pytest.raises(RecordDamaged) as refusal:
        open_record()
    assert refusal.value.code == "record.not-ours"
    assert path.read_bytes() == content


def test_a_record_of_a_newer_program_is_left_alone(path: Path, open_record: Open):
    _, line = chain.write_line(
        chain.BEGINNING, b'{"format":"panel-tui record","version":2,"program":"later"}'
    )
    path.write_bytes(line)
    with pytest.raises(RecordDamaged) as refusal:
        open_record()
    assert refusal.value.code == "record.newer"
    assert path.read_bytes() == line


def test_a_line_that_fits_but_holds_no_documents_is_refused(path: Path, open_record: Open):
    first, header = chain.write_line(
        chain.BEGINNING, b'{"format":"panel-tui record","version":1,"program":"x"}'
    )
    second, odd = chain.write_line(first, b'{"events":{"1":[1,2]}}')
    path.write_bytes(header + odd + chain.write_line(second, b"{}")[1])
    with pytest.raises(RecordDamaged) as refusal:
        open_record()
    assert refusal.value.line == 2
