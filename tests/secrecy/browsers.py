"""Phones over the real pages, in process: every reply is kept whole, and what the event stream says to each."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

import httpx

from panel_tui.room.ballots.shares import PREFIX
from panel_tui.room.room import Room
from panel_tui.web import build_app
from tests.secrecy.table import REF, ROUND, seat_key

HOME = "http://127.0.0.1:8765"


class Browser:
    """One seat's phone: it keeps its cookies, and this keeps what it was told."""

    def __init__(self, app, seat):
        self.seat = seat
        self.app = app
        transport = httpx.ASGITransport(app=app, client=(f"10.0.0.{seat}", 50_000))
        self.http = httpx.AsyncClient(transport=transport, base_url=HOME, headers={"Origin": HOME})
        self.replies = []
        self.heard = []

    @property
    def half(self):
        return next((cookie for cookie in self.http.cookies.jar if cookie.name.startswith(PREFIX)), None)

    async def get(self, path):
        return self._keep(path, await self.http.get(path))

    async def post(self, path, **fields):
        return self._keep(path, await self.http.post(path, data=fields))

    async def vote(self, choice):
        """Post a ballot, and follow where it leads."""
        answer = await self.post("/ballot", application=REF, round=str(ROUND), choice=choice)
        await self.get("/")
        return answer

    def _keep(self, path, answer):
        headers = sorted((k, v) for k, v in answer.headers.multi_items() if k != "set-cookie")
        cookies = [_without_value(line) for line in answer.headers.get_list("set-cookie")]
        self.replies.append((path, answer.status_code, headers, cookies, answer.content))
        return answer

    async def listen(self):
        """Hold an event stream open, as scripts on the page do."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.http.cookies.jar)
        scope = {
            "type": "http", "method": "GET", "path": "/live", "raw_path": b"/live", "query_string": b"",
            "headers": [(b"host", b"127.0.0.1:8765"), (b"cookie", cookies.encode())], "scheme": "http",
            "http_version": "1.1", "client": ("10.0.0.1", 1), "server": ("127.0.0.1", 8765), "root_path": "",
        }  # fmt: skip

        async def send(message):
            self.heard.append(message.get("body", b""))

        await self.app(scope, asyncio.Event().wait, send)


def _without_value(line):
    """Leave of a half's cookie only how long its value is: to its own phone the pad is no secret."""
    name, _, rest = line.partition("=")
    value, _, attributes = rest.partition(";")
    return (name, len(value) if name.startswith(PREFIX) else value, attributes)


@asynccontextmanager
async def browsers(room: Room, seats):
    """Let every seat in with a browser that listens."""
    app = build_app(room)
    async with AsyncExitStack() as stack:
        phones = {}
        listening = []
        for seat in seats:
            phone = phones[seat] = Browser(app, seat)
            await stack.enter_async_context(phone.http)
            await phone.post(f"/J/{seat_key(seat)}", id=f"take-{seat}")
            listening.append(asyncio.create_task(phone.listen()))
        try:
            yield phones
        finally:
            for task in listening:
                task.cancel()
            await asyncio.gather(*listening, return_exceptions=True)
