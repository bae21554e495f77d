"""A volunteer checks the record: whole, by its receipts, by its head; and what rewriting the whole file cannot hide."""

import re
import subprocess

import pytest

from panel_tui.record import Record, RecordView
from panel_tui.rehearse import Leaning
from panel_tui.room.open_room import live_room
from panel_tui.running.rehearsal import Rehearsal, rehearse_headless
from screens.phone.drawing import draw
from sessions.model.phases import Phase
from tests.journeys.small_session import small_session
from tests.journeys.terminal import panel_tui


def verify(folder, *more):
    return subprocess.run(panel_tui("verify", folder, *more), capture_output=True, text=True, check=False)


@pytest.fixture
async def lived(tmp_path):
    """A whole small day, as kept."""
    folder = small_session(tmp_path / "panel", seats=6)
    await rehearse_headless(
        Rehearsal(folder, lambda session: Leaning(session, 5), seed=5), lambda _line: None
    )
    return folder


async def test_the_head_on_the_closing_wall_and_every_phone_is_the_one_in_the_exports_and_verify_finds_it(
    lived,
):
    async with live_room(lived) as room:
        assert room.state.plan.phase is Phase.THANKS
        wall = " ".join(room.poster().lines)
        phones = [re.sub("<[^>]+>", " ", draw(room.page(seat))) for seat in room.state.seats]
    done = subprocess.run(panel_tui("export", lived), capture_output=True, text=True, check=False)
    head = re.search(r"head: ([a-z -]+)", done.stdout).group(1).strip()
    assert len(head.split()) == 6
    assert head in wall
    assert all(head in " ".join(page.split()) for page in phones)
    found = verify(lived, "--head", head)
    assert found.returncode == 0, found.stderr
    assert "These are the words of the closing screen" in found.stdout


async def test_a_phones_receipt_is_found(lived):
    async with live_room(lived) as room:
        receipt = room._receipts.receipts(1)["A01"]
    found = verify(lived, "--receipt", receipt)
    assert found.returncode == 0, found.stderr
    assert "seat 1, A01" in found.stdout
    assert verify(lived, "--receipt", "WRONG-RECEIPT-00").returncode == 1


async def test_a_whole_file_rewritten_with_a_valid_chain_is_told_by_its_head(lived, tmp_path):
    head = " ".join(RecordView.read(lived / "record.jsonl").head_words)
    forged = tmp_path / "forged"
    forged.mkdir()
    record = Record.open(forged / "record.jsonl", program="panel-tui 0.1.0")
    changed = 0
    for entry in RecordView.read(lived / "record.jsonl").entries:
        doc = entry.doc
        event = doc["event"]
        if not changed and event["fact"] == "Answered" and event["answer"]["kind"] == "score":
            doc = {
                **doc,
                "event": {**event, "answer": {"kind": "score", "value": event["answer"]["value"] % 5 + 1}},
            }
            changed += 1
        await record.append([doc])
    await record.close()
    assert changed == 1
    assert verify(forged).returncode == 0, "the chain fits: somebody made it afresh"
    told = verify(forged, "--head", head)
    assert told.returncode == 1
    assert "never stood at those words" in told.stderr


async def test_what_is_sound_of_a_damaged_session_is_saved_as_a_folder_that_opens(lived, tmp_path):
    kept = lived / "record.jsonl"
    lines = kept.read_bytes().splitlines(keepends=True)
    at = len(lines) // 2  # well before the end: a last line that is not whole is a crash, and cut off
    damaged = b"".join([*lines[:at], lines[at].replace(b'"', b"'", 1), *lines[at + 1 :]])
    kept.write_bytes(damaged)
    asked = subprocess.run(panel_tui("run", lived), capture_output=True, text=True, check=False, timeout=60)
    assert (asked.returncode, "Traceback" in asked.stderr) == (1, False)
    assert f"at line {at + 1}." in (said := " ".join(asked.stderr.split()))
    assert "--rescue" in said
    assert "--rescue" in " ".join(verify(lived).stderr.split())

    saved = verify(lived, "--rescue", tmp_path / "saved")
    assert saved.returncode == 0, saved.stderr
    assert kept.read_bytes() == damaged
    assert (tmp_path / "saved" / "record.jsonl").read_bytes() == b"".join(lines[:at])
    assert verify(tmp_path / "saved").returncode == 0
    async with live_room(tmp_path / "saved") as room:
        assert room.state.session is not None
        assert not room.state.ended


def test_a_rescue_writes_over_nothing_and_makes_no_copy_of_a_whole_record(lived, tmp_path):
    there = tmp_path / "there"
    whole = verify(lived, "--rescue", there)
    assert (whole.returncode, there.exists()) == (1, False)
    assert "nothing to rescue" in whole.stderr

    (lived / "record.jsonl").write_bytes((lived / "record.jsonl").read_bytes().replace(b'"', b"'", 40))
    there.mkdir()
    (there / "mine.txt").write_text("already")
    full = verify(lived, "--rescue", there)
    assert (full.returncode, [one.name for one in there.iterdir()]) == (1, ["mine.txt"])
