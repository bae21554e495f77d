from sessions import commands as c
from sessions.answers import score
from sessions.phases import Phase


async def test_the_desk_shows_the_day_the_present_step_and_the_seats(desk):
    async with desk(until=Phase.SCORE, paper=(2,)) as it:
        for words in (
            "Title 1",
            "PageDown: ",
            "0 of 6 scores are in",
            "asleep",
            "here · paper",
            "No signals",
        ):
            assert words in it.text
        await it.room.do(c.KeySlip(2, "A01", {"c1": score(4)}, "id"))
        await it.until(lambda: "1 of 6 scores are in" in it.text)
        assert "done · paper" in it.text
