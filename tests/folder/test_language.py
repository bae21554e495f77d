"""A session speaks the language its folder names, in the group's own words where there are any."""

import subprocess

from panel_tui.folder import read_session
from panel_tui.rehearse import Leaning
from panel_tui.room.open_room import live_room
from panel_tui.running.rehearsal import Rehearsal, rehearse_headless
from sessions.views.phone.pages import Wait
from tests.journeys.small_session import small_session
from tests.journeys.terminal import panel_tui


async def test_a_welsh_session_is_welsh_on_wall_and_phone_and_in_the_record(tmp_path):
    folder = small_session(tmp_path / "panel", seats=6, more='language = "cy"')
    plan = Rehearsal(folder, lambda session: Leaning(session, 2), seed=2)
    told = []
    await rehearse_headless(plan, told.append)
    assert any("pleidlais" in line.lower() for line in told), "a ballot is a pleidlais"
    async with live_room(folder) as room:
        assert "Diolch" in room.poster().heading
        assert "Thank" not in str(room.page(1))
    done = subprocess.run(panel_tui("export", folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    text = (folder / "exports" / "decision-record.html").read_text(encoding="utf-8")
    assert 'lang="cy"' in text
    assert "Decision record" not in text
    assert "We agree" not in text
    assert "Rydym" in text or "Rydyn" in text or "Cytuno" in text


async def test_a_groups_own_words_are_spoken(tmp_path):
    folder = small_session(tmp_path / "panel")
    (folder / "wording.toml").write_text('"views.phone.arriving.heading" = "Ey up"\n', encoding="utf-8")
    async with live_room(folder) as room:
        page = room.page(1)
        assert isinstance(page, Wait)
        assert page.heading == "Ey up"


def test_words_for_a_key_that_is_not_ours_are_refused_by_line(tmp_path):
    folder = small_session(tmp_path / "panel")
    (folder / "wording.toml").write_text('\n"views.phone.ariving.heading" = "Ey up"\n', encoding="utf-8")
    (fault,) = read_session(folder).faults
    assert (fault.file, fault.line) == ("wording.toml", 2)
    assert "views.phone.arriving.heading" in str(fault)


def test_a_language_we_do_not_speak_is_refused_by_name(tmp_path):
    folder = small_session(tmp_path / "panel", more='language = "tlh"')
    (fault,) = read_session(folder).faults
    assert "tlh" in str(fault)
    assert "cy" in str(fault)
