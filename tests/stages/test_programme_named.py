"""What a programme is called, in session.toml and everywhere it is told; sessions that belong to none say nothing."""

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from panel_tui.exports.open_data_from_sheet import from_their_sheet
from panel_tui.folder import read_session
from panel_tui.folder.written_toml import settings_text
from panel_tui.offline.next_stage import StageWishes, make_stage
from sessions import commands as c
from sessions.decide.plan_differences import differences
from sessions.model.details import Detail
from sessions.model.letterhead import Letterhead
from sessions.model.session import OpenData
from sessions.model.stage import StageName
from sessions.views.record import RecordFacts, gathered
from sessions.views.record.audience import Audience
from sessions.views.record.folder_differs import folder_differs
from sessions.views.record.grants import grant_rows
from sessions.views.record.results import result_rows
from sessions.views.record.story import story
from tests.exports.days import Day, panel
from tests.exports.made import material, session
from tests.stages.programme import programme, shortlist

NAME = "Ageing well in Leeds 2026"


def test_its_name_goes_on_to_the_next_stage(tmp_path):
    first = programme(tmp_path / "first", shortlist(programme=NAME))
    assert read_session(first).session.programme == NAME
    made = make_stage(first, tmp_path / "next", StageWishes(StageName.INTERVIEW))
    assert read_session(made.folder).session.programme == NAME


def test_a_session_of_none_has_no_line_for_it():
    assert "programme" not in settings_text(shortlist(), Letterhead(), {})


def test_the_record_exports_and_many_rooms_name_it():
    day = Day(panel(programme=NAME)).end()
    assert story(day.state).where.startswith(f"{NAME} · ")
    assert session(day)["session"]["programme"] == NAME
    assert room_of(day).programme == NAME
    assert room_of(Day(panel()).end()).programme is None


def room_of(day):
    record = RecordFacts("0" * 64)
    [row] = gathered(material(day).account, record, head="", program="", proof="record").session
    return row


def test_the_programme_of_a_grant_is_ours_unless_the_sheet_says_another():
    model = panel(programme=NAME)
    funder = OpenData("GB-CHC-1234567", "360G-ALWF", "A foundation")
    [row] = grant_rows(model, [funded(model)], funder, date(2026, 12, 3))
    assert row.programme == NAME
    assert from_their_sheet(row, {"Grant Programme:0:Title": "Their own"}).programme == "Their own"


def funded(model):
    [row, *_] = result_rows(Day(model).end().state, Audience.STAFF)
    return replace(row, amount=Decimal(10))


def test_where_the_folder_calls_it_otherwise_that_is_said_and_can_be_put_right():
    day = Day(panel(programme="The old name"))
    folder = replace(day.state.model, programme=NAME)
    [found] = differences(day.state, folder)
    assert found.orders == (c.ChangeDetail(Detail.PROGRAMME, NAME),)
    day.do(replace(found.orders[0], why="It was renamed"))
    assert day.state.model.programme == NAME
    assert differences(day.state, folder) == ()
    assert folder_differs(panel(), folder) != ()
