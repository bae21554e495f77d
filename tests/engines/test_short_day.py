"""In the engines that people have beside chromium: join by the link, score, vote, look at the wall."""

from __future__ import annotations

from pathlib import Path

from tests.engines.engines import OLD_PHONE, Engine, every_engine, visiting
from tests.journeys.whole_day import all_arrived, score_one, sit_down, vote


@every_engine
async def test_a_member_joins_scores_votes_and_sees_the_wall(tmp_path: Path, engine: Engine) -> None:
    async with engine(tmp_path) as browser:
        for scripts in (True, False):
            async with visiting(browser, tmp_path / f"{scripts}", OLD_PHONE, scripts=scripts) as visit:
                room, hands = visit.room, visit.hands
                await sit_down(hands, visit.link)
                for _ in range(2, 7):
                    await room.take(room.door_code)
                await score_one(room, hands, "A01")
                await vote(room, hands, "A01")
                all_arrived(room, "A01")
                await hands.follow("See the wall here")
                await hands.sees("main[data-poster=ballot]")
                await hands.follow("Back to my own page")
                await hands.heading("Your ballot is in the box")
