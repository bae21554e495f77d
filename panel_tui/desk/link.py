"""The desk's end of the line: find the session that runs, look, wish; and say plainly when nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import msgspec

from sessions.refusals import No, Refused
from sessions.views.desk import DeskView
from sessions.wording import say

from .listener import HERE, HOLD
from .note import Note
from .orders import Denied, Wish

_SOON = 5.0  # seconds for anything but news
_MODEST = httpx.Limits(max_connections=4)


class Away(Refused):
    """Nobody answers at the other end; `what` names the sentence that says why. A wish cannot be granted then."""

    def __init__(self, what: str) -> None:
        """Keep why."""
        super().__init__(No.NOT_NOW)
        self.what = what

    @property
    def sentence(self) -> str:
        """Say it."""
        return say(f"desk.away.{self.what}")


class Link:
    """A line to the session that runs, found anew each time it is lost."""

    def __init__(self, find: Callable[[], Note | None]) -> None:
        """Take how the note of a running session is found."""
        self._find = find
        self._mark = ""
        self._client = httpx.AsyncClient(trust_env=False, timeout=_SOON, limits=_MODEST)

    async def close(self) -> None:
        """Hang up."""
        await self._client.aclose()

    async def look(self) -> DeskView | None:
        """Wait for a view that differs from the last one; nothing where it is still the same. Raises Away."""
        reply = await self._ask("GET", "/view", mark=self._mark)
        if reply.status_code == 304:
            return None
        view: DeskView = _read(reply, DeskView)
        self._mark = reply.headers.get("etag", "")
        return view

    def forget(self) -> None:
        """Want the whole view again, whatever was seen before."""
        self._mark = ""

    async def wish(self, name: str, values: Any) -> Any:
        """Send a wish; give what came of it. Raises Refused and Away."""
        body = msgspec.json.encode(Wish(name, msgspec.to_builtins(values)))
        reply = await self._ask("POST", "/wish", body=body)
        if reply.status_code == 409:
            raise _read(reply, Denied).refused
        if reply.status_code == 400:
            raise Away("not-understood")
        return _read(reply, dict[str, Any])["result"]

    async def _ask(self, method: str, path: str, *, mark: str = "", body: bytes = b"") -> httpx.Response:
        note = self._find()
        if note is None:
            raise Away("nothing-runs")
        address = f"http://{HERE}:{note.port}"
        headers = {"Authorization": f"Bearer {note.key}", "If-None-Match": mark, "Origin": address}
        patience = httpx.Timeout(_SOON, read=HOLD + _SOON if method == "GET" else 2 * _SOON)
        try:
            reply = await self._client.request(
                method, address + path, headers=headers, content=body, timeout=patience
            )
        except httpx.HTTPError as why:
            raise Away("nothing-runs" if isinstance(why, httpx.ConnectError) else "lost") from why
        if reply.status_code not in (200, 304, 400, 409):
            raise Away("nothing-runs")  # whoever listens there now is not our session
        return reply


def _read(reply: httpx.Response, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(reply.content, type=kind)
    except msgspec.MsgspecError as why:
        raise Away("not-understood") from why
