"""Mistakes seeded in the room above the record: each must be caught by the promise it breaks."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from panel_tui.room.ballot_box import PollingBox
from sessions import commands as c
from sessions.decide import moving
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from tests.desk.conftest import a_room, press_until


async def ballots_outlive_one_key(folder: Path) -> None:
    """z over an open ballot, once: every ballot that was acknowledged is still in the box."""
    async with a_room(folder) as room:
        await press_until(room, Phase.BALLOT)
        for seat in (1, 2, 3):
            await room.cast(seat, "A01", 1, "1")
        with contextlib.suppress(Refused):
            await room.do(c.Undo(room.position()))
        assert room.in_box()[0].ballots == 3, "three ballots went at one key"


def counts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PollingBox, "undoing", lambda _polling, command, _state: command)


def asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "_ask_about_what_goes", lambda *_given: None)


BUGS = {
    "undo of an open ballot: the box is not looked into": counts_nothing,
    "undo of an open ballot: nobody is asked": asks_nothing,
}


async def test_ballots_outlive_one_key(tmp_path: Path):
    await ballots_outlive_one_key(tmp_path / "day")


@pytest.mark.parametrize("seed", BUGS.values(), ids=BUGS.keys())
async def test_a_seeded_bug_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: Callable[[pytest.MonkeyPatch], None]
):
    seed(monkeypatch)
    with pytest.raises(AssertionError):
        await ballots_outlive_one_key(tmp_path / "day")
