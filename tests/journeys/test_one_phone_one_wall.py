"""The whole way in: a square on a real terminal, a real browser, and the wall that counts at once."""

from tests.journeys.phone_browser import browsing, heading, pick, press
from tests.journeys.projector import Projector
from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui


async def test_a_phone_joins_by_the_square_scores_and_the_wall_shows_one_of_one_at_once(tmp_path):
    folder = small_session(tmp_path / "panel", more='joining = "open"\nquorum = 1')
    wall = Terminal(*panel_tui("run", folder, "--host", "127.0.0.1", "--port", 0), home=tmp_path)
    projector = Projector(wall)
    try:
        wall.wait_for("0 of 5 of us are here")
        link = projector.read_square()
        assert link.startswith("http://127.0.0.1:")
        async with browsing() as browser:
            phone = await (await browser.new_context(viewport={"width": 390, "height": 740})).new_page()
            await phone.goto(link)
            await press(phone, "Yes, take this seat")
            wall.wait_for("1 of 5 of us are here")
            for words in ("Welcome", "asks for", "Quiet reading", "Scoring is open"):
                wall.press("NPage")
                wall.wait_for(words)
            await phone.goto(link.split("/J/")[0])
            for question in ("Will it reach people?", "Can they do it?"):
                await heading(phone, question)
                await pick(phone, "Mostly")
                await press(phone, "Save")
            await heading(phone, "Your score is in")
            # a filled dot a member, drawn large where there is room
            wall.wait_for("of 1 are in", "▟▙")
    finally:
        projector.close()
        wall.close()
