"""A hall through a whole application in a real terminal, killed while answers come in: nothing acknowledged is lost."""

import asyncio

import pytest

from panel_tui.record import RecordError
from panel_tui.record.chain import BEGINNING, write_line
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from tests.bench.hall import CRITERIA, arrived
from tests.load.day import whole_day
from tests.load.reckoning import Noted, faults
from tests.needs import needs

pytestmark = needs("tmux")


@pytest.mark.alone
@pytest.mark.parametrize("phones", [24, pytest.param(500, marks=pytest.mark.slow)])
def test_nothing_acknowledged_is_lost_in_a_whole_application_and_a_kill(phones, tmp_path):
    report = asyncio.run(whole_day(tmp_path, phones))
    print(f"\n{report}")
    assert report.faults == []
    assert report.back == phones
    assert len(report.noted.answers) > len(CRITERIA) * phones, "the kill came before the second scoring"
    assert report.noted.cast.total() == phones


SEATS = 6


@pytest.fixture
async def noted(tmp_path):
    """A short record, and the notes that agree with it."""
    cookies = await arrived(tmp_path / "hall", seats=SEATS)
    notes = Noted()
    async with live_room(tmp_path / "hall") as room:
        for seat in range(1, len(cookies) + 1):
            for criterion in CRITERIA:
                await room.do(c.GiveAnswer(seat, "A01", criterion, score(3), f"s{seat}{criterion}", 1))
                notes.answers.add((seat, "A01", criterion, "3", 1))
            await room.do(c.HandIn(seat, "A01"))
            notes.handed_in.add((seat, "A01"))
        while room.state.plan.phase is not Phase.BALLOT:
            await room.press(position=room.position(), sure=True)
        for seat in range(1, len(cookies) + 1):
            await room.cast(seat, "A01", 1, "5")
            notes.cast[5] += 1
        while room.state.plan.phase is not Phase.DECISION:
            await room.press(position=room.position(), sure=True)
        await room.do(c.RecordDecision("A01", Verdict.FUND))
        notes.decided = "A01"
    return notes


def spoilt(record, words, to=None):
    """Copy a record without its last line that holds these words, or with other words there; the chain fits again."""
    lines = record.read_bytes().splitlines()
    at = max(n for n, line in enumerate(lines) if all(word in line for word in words))
    contents = [line[65:] for line in lines]
    contents[at] = contents[at].replace(words[-1], to) if to else b""
    copy, previous = bytearray(), BEGINNING
    for content in filter(None, contents):
        previous, line = write_line(previous, content)
        copy += line
    spoilt = record.with_name("spoilt.jsonl")
    spoilt.write_bytes(copy)
    return spoilt


def test_the_reckoning_agrees_with_a_whole_record(noted, tmp_path):
    assert faults(noted, tmp_path / "hall" / "record.jsonl") == []


@pytest.mark.parametrize(
    ("words", "to", "said"),
    [
        ([b"Answered", b'"seat":6', b"belong"], None, "lost: answer (6, 'A01', 'belong', '3', 1)"),
        (
            [b"Answered", b'"seat":2', b'"reach"', b'"value":3'],
            b'"value":4',
            "lost: answer (2, 'A01', 'reach'",
        ),
        (
            [b"Answered", b'"seat":2', b'"reach"', b'"revision":1'],
            b'"revision":0',
            "lost: answer (2, 'A01', 'reach'",
        ),
        ([b"HandedIn", b'"seat":4'], None, "lost: handed in (4, 'A01')"),
        ([b"RoundClosed", b"[0,0,0,0,6]"], b"[0,0,0,1,5]", "ballots: {5: 6} were cast, {4: 1, 5: 5} are"),
        ([b"RoundClosed", b'"cast":6'], b'"cast":5', "ballots: {5: 6} were cast"),
        ([b"RoundClosed"], None, "ballots: {5: 6} were cast, {} are"),
        ([b"DecisionRecorded"], None, "lost: the decision on A01"),
    ],
)
def test_the_reckoning_names_what_a_record_has_lost(noted, tmp_path, words, to, said):
    found = faults(noted, spoilt(tmp_path / "hall" / "record.jsonl", words, to))
    assert any(one.startswith(said) for one in found)
    assert len(found) <= 2, "the last answer hands in as well"


def test_a_line_that_is_merely_cut_out_is_no_record(noted, tmp_path):
    record = tmp_path / "hall" / "record.jsonl"
    lines = record.read_bytes().splitlines(keepends=True)
    record.write_bytes(b"".join(lines[:-4] + lines[-3:]))
    with pytest.raises(RecordError):
        faults(noted, record)
