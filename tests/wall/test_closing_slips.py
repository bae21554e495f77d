"""Closing questions on slips: two members key the counts in at the wall, a question at a time, twice."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.desk.allowed_commands import read_wish
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.exports.days import Day, panel
from tests.wall.real_rooms import wall_over


def asking() -> Day:
    """A day with six seats, all on paper, at two closing questions."""
    model = panel()
    day = Day(
        replace(model, steps=(Step("q", StepKind.CONFIDENCE, 5, questions=("free", "pace")), *model.steps))
    )
    return day.press()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_the_slips_of_each_question_are_counted_twice_and_close_with_it(tmp_path: Path, size) -> None:
    day = asking()
    assert day.state.plan.phase is Phase.CONFIDENCE
    async with wall_over(day.history, tmp_path, size=size) as it:
        assert "Please mark your slips" in it.text
        await it.press("p")
        assert "Two of us count" in it.text
        await it.press("down", "enter", *"000150", *"000150", *"005001", *"005001")
        assert "The slips are counted" in it.said
        assert it.app.room.state.felt == ()
        await it.press("pagedown")
        told = {one.question: (one.counts, one.cant_say) for one in it.app.room.state.felt}
        assert told == {"free": ((0, 0, 0, 1, 5), 0), "pace": ((0, 0, 5, 0, 0), 1)}
        assert "How it is for us" in it.text


async def test_leaving_says_that_what_was_counted_and_not_shown_would_be_gone(tmp_path: Path) -> None:
    async with wall_over(asking().history, tmp_path) as it:
        await it.press("q")
        assert "Everything is kept." in it.text, "nothing has been given yet"
        await it.press("escape", "p", "down", "enter", *"000150", *"000150", *"005001", *"005001")
        await it.press("q")
        assert "memory alone" in it.text
        assert "Everything is kept." not in it.text
        await it.press("enter")
        assert it.app.is_running, "Enter alone stays"
        assert it.app.leaving_loses
        it.app.pretending = True
        assert not it.app.leaving_loses, "what pretend members gave is nobody's: Enter leaves a rehearsal"
        it.app.pretending = False
        await it.press("pagedown")
        assert it.app.room.state.felt
        await it.press("q")
        assert "Everything is kept." in it.text


def test_the_desk_may_send_such_counts() -> None:
    tally = b'{"counts":[0,0,0,1,5],"cant_say":0}'
    read_wish(b'{"name":"count-closing","values":{"first":[%s],"second":[%s]}}' % (tally, tally))
