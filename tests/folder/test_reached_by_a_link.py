"""A session's folder that is reached by a link, as from a desktop to another disk: the same folder by another name."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from panel_tui.folder import read_session
from panel_tui.folder.members_file import FILE, members_text
from panel_tui.offline.seal import seal_folder
from panel_tui.system.clock import Clock
from tests.naming.test_sealing_names import SETTINGS, SHEET, kept, lived


@pytest.fixture
def link(tmp_path: Path) -> Path:
    made = tmp_path / "disk" / "panel"
    made.mkdir(parents=True)
    (made / "session.toml").write_text(SETTINGS)
    (made / "applications.csv").write_text(SHEET)
    (made / FILE).write_bytes(members_text({3: "Mary Llewellyn"}))
    (tmp_path / "panel").symlink_to(made)
    return tmp_path / "panel"


def test_it_is_read_as_what_it_leads_to(link: Path):
    there, here = read_session(link.resolve()), read_session(link)
    assert here.session == there.session
    assert here.session is not None
    assert (here.faults, here.warnings) == (there.faults, there.warnings)


def test_what_is_wrong_in_it_is_said_as_there(link: Path):
    (link / "session.toml").rename(link / "Session.toml.txt")
    (link / "applications.csv").rename(link / "applikations.csv")
    assert read_session(link).faults == read_session(link.resolve()).faults


def test_sealing_it_names_the_copies_that_have_members_names(link: Path):
    kept(lived(), link)
    (link / "members.toml.bak").write_text("3 = 'Mary Llewellyn'")
    report = asyncio.run(seal_folder(link, None, unfinished=False, clock=Clock()))
    assert FILE in report.erased.removed
    assert report.erased.copies == ("members.toml.bak",)


def test_a_folder_inside_that_is_a_link_is_still_not_followed(link: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "A01.md").write_text("Something else.")
    (link / "summaries").symlink_to(tmp_path / "elsewhere")
    assert [fault.kind for fault in read_session(link).faults] == ["is-link"]
