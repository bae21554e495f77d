"""Over real HTTP: whatever others answer, the wall and a phone that gave nothing get the very same bytes."""

import re
from contextlib import AsyncExitStack

import pytest

from panel_tui.offline.print_pack import new_cards
from panel_tui.rehearse.form_client import FormClient
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from panel_tui.web import serve
from sessions.model.phases import Phase
from tests.journeys.small_session import small_session
from tests.journeys.terminal import main_form

DRAWN_AFRESH = re.compile(r'(name="id" value=")[^"]*|(/J/)[A-Z0-9]+')
ASKED = ("/", "/check", "/question/1", "/question/2", "/step-out", "/ballot", "/mine", "/health")


class Morning(Clock):
    """A clock that stands still, so that only what was answered can differ."""

    def now(self):
        from tests.sessions.worlds import MORNING

        return MORNING


async def payloads(folder, others):
    """Open scoring, let the others answer as told, and collect all that the last seat and the wall are given."""
    got = []
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(live_room(folder, Morning()))
        server = await stack.enter_async_context(serve(room, "127.0.0.1", 0))
        base_url = f"http://127.0.0.1:{server.port}"
        clients = []
        for card in await new_cards(room, list(room.state.seats)):
            client = await stack.enter_async_context(FormClient(base_url))
            page = await client.look(f"/J/{card.code}")
            await client.send(page, main_form(page))
            clients.append(client)
        while room.state.plan.phase is not Phase.SCORE:
            await room.press(position=room.position(), sure=True)

        async def look():
            for address in ASKED:
                answer = await clients[-1]._http.get(address)
                headers = sorted(
                    (k, v) for k, v in answer.headers.items() if k not in ("date", "content-length")
                )  # a fresh id packs to a byte more or less
                got.append((address, answer.status_code, headers, DRAWN_AFRESH.sub(r"\1\2", answer.text)))
            got.append(room.poster())

        for client, values in zip(clients, others, strict=False):
            for value in values:
                page = await client.look("/")
                await client.send(page, main_form(page), {"answer": value})
                await look()
            page = await client.look("/")
            await client.send(page, main_form(page))
            await look()
        await room.press(position=room.position(), sure=True)
        assert room.state.plan.phase is Phase.CLOSED
        await look()
    return got


@pytest.mark.parametrize("changed", [("1", "5"), ("cant-say", "3"), ("not-applicable", "2")])
async def test_whatever_others_answer_a_phone_and_the_wall_get_the_same_bytes(tmp_path, changed):
    one = await payloads(small_session(tmp_path / "one"), [("4", "4")] * 4)
    other = await payloads(small_session(tmp_path / "other"), [changed] * 4)
    normal = re.compile(r"127\.0\.0\.1:\d+")
    plain = [[normal.sub("", repr(payload)) for payload in world] for world in (one, other)]
    assert len(plain[0]) > 50
    assert plain[0] == plain[1]
