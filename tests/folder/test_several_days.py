"""Several days in a folder: nights as written, days as `check` prints them, and nights that it writes in."""

import datetime as dt

import pytest
from click.testing import CliRunner

from panel_tui.cli.before import check
from panel_tui.folder import check_report, read_session
from panel_tui.folder.split import KEPT, split
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.model.session import StepKind
from sessions.plan.day_load import COMFORTABLE_DAY
from sessions.plan.days import planned_days, proposed_nights

SHEET = "title,asked\n" + "".join(f"Title {n},{n}000\n" for n in range(1, 41))
DATED = "date = 2026-12-03\nstart = 10:00:00\n"
NIGHT = '[[step]]\nkind = "overnight"\nnext = 2026-12-10\nstart = 09:30:00\n'


def kinds(session):
    return [step.kind.value for step in session.steps]


def test_a_night_has_a_day_and_a_time_and_no_minutes(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "applications"\n' + NIGHT + '[[step]]\nkind = "budget"\n'
    night = read_session(make_folder(toml)).session.steps[3]
    assert (night.kind, night.minutes) == (StepKind.OVERNIGHT, 0)
    assert (night.next, night.start) == (dt.date(2026, 12, 10), dt.time(9, 30))


def test_minutes_for_a_night_and_a_day_in_words_are_refused(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "overnight"\nnext = "Thursday"\nminutes = 30\n'
    faults = read_session(make_folder(toml)).faults
    assert len(faults) == 2
    assert any("date" in str(fault) for fault in faults)
    assert any("minutes" in str(fault) for fault in faults)


def test_check_prints_each_day_with_its_own_times(make_folder, good_toml):
    toml = DATED + good_toml + '[[step]]\nkind = "application"\nref = "A01"\n' + NIGHT
    toml += '[[step]]\nkind = "applications"\n[[step]]\nkind = "budget"\n'
    said = check_report(read_session(make_folder(toml)))
    assert "Day 1, Thursday 3 December: 15 min, from 10:00 to about 10:15, for one application." in said
    assert "Day 2, Thursday 10 December: 1 h, from 9:30 to about 10:30, for 2 applications." in said
    assert "rest" not in said


def test_check_warns_under_one_day_of_rest_and_of_days_in_no_order(make_folder, good_toml):
    for given, warned in (("2026-12-04", "no day of rest"), ("2026-12-03", "does not come after")):
        toml = DATED + good_toml + NIGHT.replace("2026-12-10", given) + '[[step]]\nkind = "applications"\n'
        folder = make_folder(toml)
        assert warned in check_report(read_session(folder))
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def long_plan(make_folder, good_toml, steps=""):
    return make_folder(DATED + good_toml + steps, SHEET)


def comfortable(session):
    return all(day.load.minutes <= COMFORTABLE_DAY for day in planned_days(session))


WRITTEN = (
    '# Our morning\n[[step]]\nkind = "welcome"\ntitle = "Hello, \\"all\\""\n\n'
    '[[step]]\nkind = "applications"\nminutes = 20\n\n'
    '[[step]]\n# the pot\nkind = "budget"\n\n[wifi]\nname = "Room"\n'
)


@pytest.mark.parametrize("steps", ["", WRITTEN])
def test_a_plan_too_long_for_its_day_is_split_and_says_the_same_otherwise(make_folder, good_toml, steps):
    folder = long_plan(make_folder, good_toml, steps)
    before = read_session(folder).session
    nights = len(proposed_nights(before.steps))
    assert nights >= 1
    assert not comfortable(before)
    assert "--split" in check_report(read_session(folder))
    assert split(folder, before) == nights
    after = read_session(folder).session
    assert comfortable(after)
    assert kinds(after).count("overnight") == nights
    assert [one.ref for one in after.steps if one.ref] == [one.ref for one in before.steps if one.ref]
    assert [one.next for one in after.steps if one.kind is StepKind.OVERNIGHT] == [
        dt.date(2026, 12, 3) + dt.timedelta(days=2 * n) for n in range(1, nights + 1)
    ]
    assert "--split" not in check_report(read_session(folder))
    if steps:
        text = (folder / "session.toml").read_text(encoding="utf-8")
        assert "# Our morning" in text
        assert "# the pot" in text
        assert '[wifi]\nname = "Room"' in text
        assert 'title = "Hello, \\"all\\""' in text


def test_a_break_at_which_a_day_would_end_gives_way_to_the_night(make_folder, good_toml):
    folder = long_plan(make_folder, good_toml)
    split(folder, read_session(folder).session)
    there = kinds(read_session(folder).session)
    at = [n for n, kind in enumerate(there) if kind == "overnight"]
    assert all("break" not in (there[n - 1], there[n + 1]) for n in at)


def test_a_plan_that_fits_is_left_as_it_is(make_folder):
    folder = make_folder()
    before = (folder / "session.toml").read_bytes()
    assert split(folder, read_session(folder).session) == 0
    assert (folder / "session.toml").read_bytes() == before
    assert not (folder / KEPT).exists()


def test_check_split_at_the_command_line_says_what_it_wrote_and_what_there_was_before(make_folder, good_toml):
    folder = long_plan(make_folder, good_toml)
    before = (folder / "session.toml").read_bytes()
    done = CliRunner().invoke(check, [str(folder), "--split"])
    assert done.exit_code == 0, done.output
    assert "The nights are written into session.toml" in done.output
    assert "Day 2" in done.output
    assert (folder / KEPT).read_bytes() == before


async def test_check_split_writes_nothing_once_the_record_counts(make_folder, good_toml):
    folder = long_plan(make_folder, good_toml)
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
    before = (folder / "session.toml").read_bytes()
    done = CliRunner().invoke(check, [str(folder), "--split"])
    assert done.exit_code != 0
    assert "The day has begun" in str(done.exception)
    assert (folder / "session.toml").read_bytes() == before
    assert not (folder / KEPT).exists()


def test_an_order_that_is_still_to_be_drawn_cannot_be_split(make_folder, good_toml):
    folder = make_folder('order = "shuffled"\n' + good_toml, SHEET)
    before = (folder / "session.toml").read_bytes()
    with pytest.raises(Exception, match="The order is drawn"):
        split(folder, read_session(folder).session)
    assert (folder / "session.toml").read_bytes() == before


def test_a_long_plan_is_split_into_days_that_are_alike(make_folder, good_toml):
    agenda = '[[step]]\nkind = "applications"\nminutes = 9\n[[step]]\nkind = "closing"\nminutes = 5\n'
    session = read_session(make_folder(toml=DATED + good_toml + agenda, sheet=SHEET)).session
    assert proposed_nights(session.steps) == (21,)  # not all forty, and a second day of nothing but a goodbye
