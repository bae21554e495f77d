"""A folder whose name has bytes that are no letters, as an old disk leaves: it is a folder like any."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from panel_tui.desk.connection_note import note_of
from panel_tui.desk.listener import desk_listener
from panel_tui.folder.members_file import FILE
from panel_tui.offline.seal import seal_folder
from panel_tui.system.clock import Clock
from sessions.views.trouble import Trouble
from tests.desk.conftest import a_room
from tests.desk.conftest import runtime_folder as runtime_folder  # notes away from the laptop's owner's
from tests.naming.test_sealing_names import kept, lived
from tests.needs import pass_over


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    place = tmp_path / os.fsdecode(b"panel \xff\xfe")
    try:
        place.mkdir()
    except OSError:
        pass_over("this disk takes no such name")
    return place


async def test_its_desk_is_found(odd: Path):
    async with a_room(odd, taken=0) as room, desk_listener(room, odd) as note:
        assert note_of(odd) == note
        assert note.folder.isprintable()


def test_sealing_it_takes_the_names_away(odd: Path):
    folder = kept(lived(), odd / "day")
    report = asyncio.run(seal_folder(folder, None, unfinished=False, clock=Clock()))
    assert FILE in report.erased.removed
    assert not (folder / FILE).exists()


def test_where_answers_were_saved_can_be_said_on_every_screen(odd: Path):
    assert Trouble("moved", str(odd)).said.encode()
