"""A rehearsal or a demo says so in its record for good, and in what is exported of it."""

import openpyxl
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.exports.material import read_record
from panel_tui.record.history import document, stamped
from sessions import commands as c
from sessions.decide import decide
from sessions.events import Stamped
from sessions.state import State
from tests.exports.days import MORNING, panel
from tests.exports.made import exported, page
from tests.gather.generated import made_room
from tests.gather.places import Duck, run

MARK = "REHEARSAL"


def test_the_demo_is_marked_and_left_out_of_the_picture(tmp_path):
    kept = tmp_path / "demo"
    done = CliRunner().invoke(panel_tui, ["demo", "--headless", "--seed", "7", "--keep", str(kept)])
    assert done.exit_code == 0, done.output
    assert read_record(kept).state.rehearsal
    place = Duck(tmp_path / "all.duckdb")
    refused = run(kept, "--into", place.into)
    assert refused.exit_code == 1
    assert "It is a rehearsal or a demo" in refused.output
    assert run(kept, "--into", place.into, "--rehearsal").exit_code == 0
    assert place.ask("SELECT rehearsal, ended FROM panel_tui.session") == [(True, True)]
    exported(kept, tmp_path / "out")
    out = tmp_path / "out"
    assert '"rehearsal":true' in (out / "session.json").read_text()
    assert MARK in (out / "decision-record.html").read_text()
    assert all(MARK in letter.read_text() for letter in (out / "letters").glob("*.html"))
    read_me = openpyxl.load_workbook(out / "workbook.xlsx")["Read me"]
    assert any(MARK in str(cell) for row in read_me.values for cell in row)


def test_a_day_that_counts_says_nothing_of_a_rehearsal():
    room = made_room(1)
    assert not room.state.rehearsal
    assert MARK not in page(room)
    assert MARK in page(made_room(1, rehearsal=True))


def test_the_record_of_an_earlier_version_is_no_rehearsal():
    [opened] = decide(State(), c.OpenDoors(panel()))
    older = document(Stamped(MORNING, opened))
    del older["event"]["rehearsal"]
    assert stamped(older).event == opened
    assert opened.rehearsal is False
