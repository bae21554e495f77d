import datetime as dt

from msgspec.structs import replace

from panel_tui.facilitator.wall_app import RoomChanged
from screens.wall.posters.application import ReadingPoster
from screens.wall.widgets.words import ClockText
from tests.wall.posters import NOW, POSTERS


async def test_a_thousand_changes_are_a_few_draws(wall):
    async with wall("scoring") as it:
        before = it.room.drawn
        it.room.posters[0] = replace(POSTERS["scoring"], done=8)
        for _ in range(1000):
            it.app.post_message(RoomChanged())
        await it.settle()
        assert 1 <= it.room.drawn - before <= 4
        assert f"{'▟▙  ' * 8}╭╮" in it.text


async def test_a_new_count_keeps_the_drawing_that_is_up(wall):
    async with wall("scoring") as it:
        drawing = it.app.wall.drawing
        it.room.show(replace(POSTERS["scoring"], done=8))
        await it.settle()
        assert it.app.wall.drawing is drawing
        assert f"{'▟▙  ' * 8}╭╮" in it.text


async def test_a_change_that_alters_no_word_touches_no_widget(wall, monkeypatch):
    async with wall("scoring") as it:
        shown = []
        drawing = it.app.wall.drawing
        monkeypatch.setattr(drawing, "show", shown.append)
        before = it.room.drawn
        it.app.post_message(RoomChanged())
        await it.settle()
        assert it.room.drawn > before
        assert shown == []
        it.room.show(replace(POSTERS["scoring"], done=8))
        await it.settle()
        assert [poster.done for poster in shown] == [8]


async def test_a_tick_redraws_only_what_says_something_new(wall, monkeypatch):
    async with wall("scoring") as it:
        redrawn = []
        for widget in it.app.wall.query("*"):
            monkeypatch.setattr(widget, "refresh", lambda *_, w=widget, **__: redrawn.append(w) or w)
        it.room.clock.time = NOW + dt.timedelta(seconds=20)
        it.app.wall.tick()
        assert redrawn == []
        it.room.clock.time = NOW + dt.timedelta(seconds=61)
        it.app.wall.tick()
        assert {type(widget).__name__ for widget in redrawn} == {"ClockText", "DrawnClock", "TimeLeft"}
        assert it.app.wall.query_one(ClockText).said.plain == "11:03"


async def test_time_that_runs_out_changes_a_word_and_nothing_else(wall):
    async with wall("scoring") as it:
        it.room.clock.time = NOW + dt.timedelta(minutes=5)
        it.app.wall.tick()
        await it.settle()
        assert "2 minutes over" in it.text
        assert it.room.done == []


async def test_a_tick_while_a_poster_is_being_put_up_finds_no_half_of_it(wall, monkeypatch):
    async with wall("scoring", "reading") as it:
        compose = ReadingPoster.compose
        heard = []

        def compose_and_tick(drawing):
            it.app.wall.tick()
            heard.append(drawing)
            return compose(drawing)

        monkeypatch.setattr(ReadingPoster, "compose", compose_and_tick)
        await it.press("pagedown")
        assert len(heard) == 1
        assert "about 6 minutes left" in it.text
