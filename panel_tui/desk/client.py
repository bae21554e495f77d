"""The desk's end of the line: find the session that runs, look, ask for things, say when nobody answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
import msgspec

from panel_tui.desk.allowed_commands import (
    AskOrder,
    Counted,
    CountedClosing,
    CountedPlaces,
    Denied,
    NewCardOrder,
    Nothing,
    PileFiles,
    Press,
    TakeOver,
    ViewSlip,
    Wish,
)
from panel_tui.desk.connection_note import ConnectionNote
from panel_tui.desk.listener import HERE, HOLD
from panel_tui.room.shared_device import SharedDeviceCode
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.views.desk.choices import Choices
from sessions.views.desk.desk import DeskView
from sessions.views.desk.score_file import PileReading
from sessions.views.plan_differences import DifferenceLine
from sessions.views.putting_right import PuttingRight
from sessions.wording import say

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


class DeskClient:
    """A line to the session that runs, found anew each time it is lost."""

    def __init__(self, find: Callable[[], ConnectionNote | None]) -> None:
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


class DeskApi:
    """A hand over a line. Raises Away where nobody answers."""

    def __init__(self, link: DeskClient, clock: Clock) -> None:
        """Hold the line; there is nothing to choose from before the first view."""
        self._link = link
        self._clock = clock
        self.view: DeskView | None = None

    def position(self) -> str:
        """Name the place that is on the desk; nothing before the first view."""
        return self.view.position if self.view is not None else ""

    def choices(self) -> Choices:
        """Return what can be chosen from, as last seen."""
        if self.view is None:
            raise Away("nothing-runs")
        return self.view.choices

    def signals(self) -> Mapping[str, int]:
        """Return the signals, as last seen."""
        return self.view.signals if self.view is not None else {}

    def token(self) -> str:
        """Draw a name for one sending."""
        return self._clock.token()

    async def do(self, command: c.Command) -> None:
        """Give an order."""
        await self._link.wish(type(command).__name__, command)

    async def press(self, *, position: str, sure: bool) -> None:
        """Do the obvious next thing."""
        await self._link.wish("press", Press(position, sure))

    async def ask(self, *, position: str, undo: bool = False) -> None:
        """Raise what a first press would be asked again about."""
        await self._link.wish("ask", AskOrder(position, undo))

    async def putting_right(self) -> PuttingRight:
        """Return what was agreed and can be put right."""
        return msgspec.convert(await self._bare("putting-right"), PuttingRight)

    async def differences(self) -> tuple[DifferenceLine, ...]:
        """Say where the folder differs from the record."""
        return msgspec.convert(await self._bare("differences"), tuple[DifferenceLine, ...])

    async def take_over(self, key: str, way: str, why: str) -> None:
        """Take one of these over."""
        await self._link.wish("take-over", TakeOver(key, way, why))

    async def read_pile(self, path: str, second: str = "") -> PileReading:
        """Let the session read a file of paper scores."""
        return msgspec.convert(await self._link.wish("read-pile", PileFiles(path, second)), PileReading)

    async def key_pile(self, path: str, second: str, seen: str) -> None:
        """Let it keep what was seen in there."""
        await self._link.wish("key-pile", PileFiles(path, second, seen))

    async def remind(self) -> bool:
        """Remind the last ones."""
        return bool(await self._bare("remind"))

    async def new_card(self, seat: int) -> str:
        """Give a seat a new card; give its code."""
        return str(await self._link.wish("new-card", NewCardOrder(seat)))

    async def make_hand_round(self) -> SharedDeviceCode:
        """Let a device go round; give what makes it so."""
        return msgspec.convert(await self._bare("hand-round"), SharedDeviceCode)

    async def close_ballot_on_phones(self) -> None:
        """Close the open ballot on phones."""
        await self._bare("shut-phones")

    async def reopen_ballot_on_phones(self) -> None:
        """Let phones vote again."""
        await self._bare("reopen-phones")

    async def key_paper(self, first: c.Tally, second: c.Tally) -> None:
        """Give two members' counts of the slips."""
        await self._link.wish("key-paper", Counted(first, second))

    async def key_places(self, first: c.Places, second: c.Places) -> None:
        """Give two members' counts of the slips of a tie-break ballot."""
        await self._link.wish("key-places", CountedPlaces(first, second))

    async def count_closing(self, first: tuple[c.Tally, ...], second: tuple[c.Tally, ...]) -> None:
        """Give two members' counts of the closing questions' slips."""
        await self._link.wish("count-closing", CountedClosing(first, second))

    async def key_view(self, application: str, text: str) -> None:
        """Type in another view that stands on a slip."""
        await self._link.wish("key-view", ViewSlip(application, text))

    async def _bare(self, name: str) -> Any:
        return await self._link.wish(name, Nothing())
