"""A pile of slips from a file, by the keys of wall and desk: asked about twice, kept whole, and never shown."""

from __future__ import annotations

import pytest

from sessions.model.phases import Phase
from tests.sessions.worlds import session

HEAD = "seat,application,criterion,value\n"
ROWS = "1,A01,c1,4\n1,A01,c2,2\n2,A01,c1,cant-say\n2,A01,c2,5\n"


async def typed(it, path):
    await it.until(lambda: "drag the file here" in it.words or "second file" in it.words)
    await it.press(*(_KEYS.get(sign, sign) for sign in str(path)))
    await it.press("enter")


_KEYS = {"/": "slash", "-": "minus", "_": "underscore", ".": "full_stop"}


@pytest.fixture
def opened(desk):
    """Give a desk while scoring is open, two of six on paper."""
    return lambda: desk(plan=session(seats=6, criteria=2), paper=(1, 2), until=Phase.SCORE)


async def test_a_pile_is_kept_once_it_was_read_a_second_time(opened, tmp_path):
    async with opened() as desk:
        (tmp_path / "s.csv").write_text(HEAD + ROWS)
        await desk.app.action_ask("score_file")
        await typed(desk, tmp_path / "s.csv")
        await desk.until(lambda: "How is it read a second time?" in desk.words)
        assert "slips of seats 1 and 2" in desk.words
        assert not desk.room.state.scoring["A01"].cells
        await desk.press("down", "enter")
        await desk.until(lambda: desk.room.state.scoring["A01"].handed_in >= {1, 2})
        await desk.until(lambda: "The slips are in: 2." in desk.words)


async def test_a_second_file_that_differs_keeps_nothing_and_shows_no_score(opened, tmp_path):
    async with opened() as desk:
        (tmp_path / "s.csv").write_text(HEAD + ROWS)
        (tmp_path / "t.csv").write_text(HEAD + ROWS.replace("1,A01,c1,4", "1,A01,c1,3"))
        await desk.app.action_ask("score_file")
        await typed(desk, tmp_path / "s.csv")
        await desk.until(lambda: "How is it read a second time?" in desk.words)
        await desk.press("enter")
        await typed(desk, tmp_path / "t.csv")
        await desk.until(lambda: "cannot be used yet" in desk.words)
        assert "t.csv, line 2: the two files differ for seat 1, c1." in desk.words
        await desk.press("escape")
        assert not desk.room.state.scoring["A01"].cells


async def test_a_file_that_changed_after_it_was_looked_at_is_not_kept(opened, tmp_path):
    async with opened() as desk:
        path = tmp_path / "s.csv"
        path.write_text(HEAD + ROWS)
        await desk.app.action_ask("score_file")
        await typed(desk, path)
        await desk.until(lambda: "How is it read a second time?" in desk.words)
        path.write_text(HEAD + ROWS.replace("1,A01,c1,4", "1,A01,c1,3"))
        await desk.press("down", "enter")
        await desk.until(lambda: "The file has changed since you looked at it." in desk.words)
        assert not desk.room.state.scoring["A01"].cells


async def test_faults_are_listed_and_nothing_is_kept(opened, tmp_path):
    async with opened() as desk:
        (tmp_path / "s.csv").write_text(HEAD + ROWS + "3,A01,c1,4\n2,A1,c1,1\n")
        await desk.app.action_ask("score_file")
        await typed(desk, tmp_path / "s.csv")
        await desk.until(lambda: "Nothing was kept." in desk.words)
        assert "s.csv, line 6: seat 3 is not on paper." in desk.words
        assert "Did you mean A01?" in desk.words
        await desk.press("escape")
        assert not desk.room.state.scoring["A01"].cells
