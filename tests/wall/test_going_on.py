import pytest

from panel_tui.facilitator.wall_app import LEFT
from sessions import commands as c
from sessions.model.refusals import No, Refused
from tests.wall.rooms import table


@pytest.mark.parametrize("key", ["pagedown", "right", "space"])
async def test_one_key_goes_on_from_the_place_people_see(wall, key):
    async with wall("lobby", "practice") as it:
        await it.press(key)
        assert it.room.done == [c.Next("-1.arriving.0")]
        assert "Have a go" in it.text


async def test_what_could_lose_an_answer_asks_once_more_and_then_is_sure(wall):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown")
        assert "2 of us" in it.said
        assert it.app.wall.answer.has_class("-again")
        assert it.room.done == []
        await it.press("pagedown")
        assert it.room.done == [c.Next("4.score.0", sure=True)]
        assert it.said == ""


@pytest.mark.parametrize("key", ["t", "down", "k", "c", "f2", "pageup"])
async def test_any_other_key_takes_the_question_back(wall, key):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown", key)
        await it.until(lambda: "2 of us" not in it.said)
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown")
        assert not any(isinstance(command, c.Next) for command in it.room.done)


async def test_z_takes_a_question_back_and_not_the_step_before_it(wall):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown", "z")
        await it.until(lambda: it.said == "")
        assert it.room.done == []


async def test_a_question_asked_in_one_place_does_not_hold_in_another(wall):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown")
        it.room.at = 1
        it.room.notify()
        await it.settle()
        assert it.said == ""
        await it.press("pagedown")
        assert it.room.done == [c.Next("4.closed.0", sure=False)]


async def test_a_plain_no_stays_at_the_foot_until_a_key_is_pressed(wall):
    async with wall("scoring", state=table()) as it:
        it.room.refusals = [Refused(No.NOT_NOW)]
        await it.press("z")
        assert it.said == Refused(No.NOT_NOW).sentence
        assert it.said.split(".")[0] in it.text
        assert not it.app.wall.answer.has_class("-again")
        it.room.notify()
        await it.settle()
        assert it.said == Refused(No.NOT_NOW).sentence
        await it.press("k")
        assert it.said == ""


async def test_looking_back_changes_nothing_and_pagedown_returns(wall):
    async with wall("lobby", "scoring", "reveal") as it:
        await it.press("pagedown", "pagedown")
        it.room.done.clear()
        await it.press("pageup")
        assert "Looking back" in it.text
        assert "Scoring is open" in it.text
        await it.press("left")
        assert "9 of 12 of us are here" in it.text
        await it.press("pagedown", "pagedown")
        assert "Looking back" not in it.text
        assert "Can they do what they say?" in it.text
        assert it.room.done == []


async def test_news_of_the_same_place_does_not_pull_people_out_of_looking_back(wall):
    async with wall("lobby", "scoring") as it:
        await it.press("pagedown", "pageup")
        it.room.notify()
        await it.settle()
        assert "Looking back" in it.text


@pytest.mark.parametrize("key", [".", "b"])
async def test_a_blank_wall_shows_nothing_and_going_on_only_brings_it_back(wall, key):
    async with wall("scoring", "closed") as it:
        await it.press(key)
        assert "Scoring" not in it.text
        assert "bring the wall back" in it.text
        await it.press("pagedown")
        assert "Scoring is open" in it.text
        assert it.room.done == []


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("t", c.TakeBreak()),
        ("+", c.AddMinutes(1)),
        ("-", c.AddMinutes(-1)),
        ("z", c.Undo("4.score.0")),
    ],
)
async def test_a_key_gives_its_order(wall, key, order):
    async with wall("scoring", state=table()) as it:
        await it.press(key)
        assert it.room.done == [order]


async def test_the_arrows_move_the_line_and_c_confirms(wall):
    async with wall("budget") as it:
        await it.press("up", "down")
        assert it.room.done == [c.MoveLine(8), c.MoveLine(10)]
        it.room.refusals = [Refused(No.ASK_AGAIN_CONFIRM, missing="")]
        await it.press("c")
        assert "Press again" in it.said
        await it.press("c")
        assert it.room.done[-1] == c.Next("14.budget.0", sure=True)


async def test_elsewhere_the_arrows_turn_pages(wall):
    async with wall("reveal") as it:
        assert "2 more questions ↓" in it.text
        assert "Will people feel they belong?" not in it.text
        await it.press("down")
        assert "Will people feel they belong?" in it.text
        await it.press("up", "up")
        assert "Can they do what they say?" in it.text
        assert it.room.done == []


async def test_leaving_asks_once(wall):
    async with wall("scoring") as it:
        await it.press("q")
        assert "Everything is kept." in it.text
        await it.press("escape")
        assert it.app.is_running
        await it.press("q", "enter")
    assert it.app.return_value == LEFT


async def test_leaving_a_rehearsal_says_that_its_members_go_home(wall):
    async with wall("scoring") as it:
        await it.press("q")
        assert "pretend members" not in it.text
        await it.press("escape")
        it.app.pretending = True
        await it.press("q")
        assert "The pretend members go home for good" in " ".join(it.text.split())


async def test_ctrl_c_says_how_to_leave_and_does_not(wall):
    async with wall("scoring") as it:
        await it.press("ctrl+c")
        assert it.said == "To leave, press q."
        assert it.app.return_value is None


async def test_the_lobby_swaps_squares_where_one_fits(wall):
    async with wall("lobby") as it:
        assert it.app.wall.query_one("#join").display
        assert not it.app.wall.query_one("#wifi").display
        await it.press("w")
        assert it.app.wall.query_one("#wifi").display
        assert not it.app.wall.query_one("#join").display


async def test_the_lobby_shows_both_squares_where_both_fit(wall):
    async with wall("lobby", size=(120, 40)) as it:
        assert it.app.wall.query_one("#join").display
        assert it.app.wall.query_one("#wifi").display


async def test_the_number_in_a_question_goes_down_as_people_come_in(wall):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown")
        it.room.asks = Refused(No.ASK_AGAIN_SCORING, missing=1)
        it.room.notify()
        await it.until(lambda: "1 of us" in it.said)
        await it.press("pagedown")
        assert it.room.done == [c.Next("4.score.0", sure=True)]


async def test_a_question_that_nothing_is_left_of_is_taken_back_and_nothing_goes_on_by_itself(wall):
    async with wall("scoring", "closed") as it:
        it.room.refusals = [Refused(No.ASK_AGAIN_SCORING, missing=2)]
        await it.press("pagedown")
        it.room.asks = None
        it.room.notify()
        await it.until(lambda: it.said == "")
        assert it.room.done == []
        await it.press("pagedown")
        assert it.room.done == [c.Next("4.score.0", sure=False)]
