"""The wall makes a device go round: its code is shown once, when the others look away."""

from panel_tui.room.card_codes import ALPHABET, spaced
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from tests.wall.rooms import table


async def test_its_code_lies_face_down_until_enter_and_goes_after(wall):
    async with wall("lobby", state=table()) as it:
        await it.app.action_ask("hand_round")
        await it.until(lambda: "The code for a device that goes round is ready" in it.text)
        code = spaced(ALPHABET[:11])
        assert "On that device, open 10.0.0.7:8765 and type the code." in it.text.replace("\n", " ")
        assert code not in it.text
        await it.press("enter")
        assert it.app.screen.query_one("Lettered.card-code").text == code
        await it.press("enter")
        assert it.app.screen is it.app.wall
        assert it.said == "The code makes one device go round. The device before it has stopped."
        (order,) = it.room.done
        assert isinstance(order, c.MakeHandRound)
        assert code.replace("-", "") not in order.code


async def test_the_palette_finds_it(wall):
    async with wall("lobby", state=table()) as it:
        await it.press("ctrl+p", *"hand round")
        await it.until(lambda: "A phone or tablet for those without one" in it.text)


async def test_a_refusal_is_said_and_no_code_is_shown(wall):
    async with wall("thanks", state=table(Phase.THANKS, step=4)) as it:
        it.room.refusals.append(Refused(No.ENDED))
        await it.app.action_ask("hand_round")
        await it.until(lambda: it.said != "")
        assert it.said == "The day is over and the record is complete. Thank you."
        assert it.app.screen is it.app.wall
