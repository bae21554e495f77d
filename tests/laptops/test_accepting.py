"""A phone that hangs up before it is accepted does not shut everyone else out. Windows is played by a proactor."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from panel_tui.room.room import Room
from panel_tui.system import event_loop, network
from panel_tui.system.event_loop import keep_accepting
from panel_tui.web import serve
from panel_tui.web import server as server_module

ROOT = Path(__file__).resolve().parents[2]


def windows_says(number: int) -> OSError:
    problem = OSError(22, "The specified network name is no longer available")
    problem.winerror = number  # type: ignore[attr-defined]
    return problem


class Listener:
    """A listening socket as the proactor sees it."""

    closed = False

    def fileno(self) -> int:
        return -1 if self.closed else 7

    def close(self) -> None:
        self.closed = True


class Proactor:
    """Answers each accept with the next of what it was told to; then with none."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.waiting: list[asyncio.Future[object]] = []

    def accept(self, _listener: Listener) -> asyncio.Future[object]:
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, tuple):  # at once, as AcceptEx itself may
            raise answer[0]
        asked: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        if isinstance(answer, OSError):
            asked.set_exception(answer)
        elif answer is not None:
            asked.set_result((answer, ("10.0.0.7", 50_000)))
        self.waiting.append(asked)
        return asked


async def asyncio_serves(proactor: Proactor, listener: Listener, came: list[object]) -> None:
    """Do what asyncio's proactor loop does with a listener: `_start_serving`, shortened to what matters here."""

    def accepted(done: asyncio.Future[object] | None = None) -> None:
        try:
            if done is not None:
                came.append(done.result()[0])  # type: ignore[index]
            again = proactor.accept(listener)
        except OSError:
            listener.close()
        else:
            again.add_done_callback(accepted)

    accepted()
    for _ in range(40):
        await asyncio.sleep(0)


async def test_without_the_retry_asyncio_closes_the_listener() -> None:
    came: list[object] = []
    listener = Listener()
    await asyncio_serves(Proactor(windows_says(64), "phone"), listener, came)
    assert listener.closed
    assert came == []


@pytest.mark.parametrize(
    "trouble",
    [
        windows_says(64),
        windows_says(1236),
        windows_says(10054),
        ConnectionResetError(),
        ConnectionAbortedError(),
        (windows_says(64),),
    ],
)
async def test_who_hangs_up_first_is_passed_over(trouble: object) -> None:
    came: list[object] = []
    listener, proactor = Listener(), Proactor("first", trouble, trouble, "second")
    keep_accepting(asyncio.get_running_loop(), proactor)
    await asyncio_serves(proactor, listener, came)
    assert not listener.closed
    assert came == ["first", "second"]


async def test_another_trouble_is_told_as_before() -> None:
    came: list[object] = []
    listener, proactor = Listener(), Proactor(windows_says(8))  # no memory
    keep_accepting(asyncio.get_running_loop(), proactor)
    await asyncio_serves(proactor, listener, came)
    assert listener.closed


async def test_a_closed_listener_is_not_asked_again() -> None:
    listener, proactor = Listener(), Proactor(windows_says(64), "nobody")
    keep_accepting(asyncio.get_running_loop(), proactor)
    listener.closed = True
    with pytest.raises(OSError, match="network name"):
        await proactor.accept(listener)
    assert proactor.answers == ["nobody"]


async def test_giving_up_ends_what_was_asked() -> None:
    proactor = Proactor()
    keep_accepting(asyncio.get_running_loop(), proactor)
    asked = proactor.accept(Listener())
    asked.cancel()
    await asyncio.sleep(0)
    assert proactor.waiting[0].cancelled()


def test_on_windows_the_loop_that_commands_run_in_accepts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loop(asyncio.SelectorEventLoop):
        def __init__(self) -> None:
            super().__init__()
            self._proactor = Proactor(windows_says(64), "phone")

    monkeypatch.setattr(event_loop.sys, "platform", "win32")
    monkeypatch.setattr(asyncio, "ProactorEventLoop", Loop, raising=False)

    listener = Listener()

    async def accepted() -> object:
        loop = asyncio.get_running_loop()
        return (await loop._proactor.accept(listener))[0]  # type: ignore[attr-defined]

    assert event_loop.run(accepted()) == "phone"


def test_one_place_makes_the_loop_for_all_commands() -> None:
    makes_one = re.compile(r"\basyncio\.(?:run|Runner|new_event_loop)\(|App(?:\(.*\))?\.run\(")
    files = (ROOT / "panel_tui").rglob("*.py")
    elsewhere = {path.name for path in files if makes_one.search(path.read_text(encoding="utf-8"))}
    assert elsewhere == {"event_loop.py"}


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = server_module._Server.keep_open
    monkeypatch.setattr(server_module._Server, "keep_open", lambda self, door: watch(self, door, every=0.01))


def closed_by_asyncio(port: int) -> None:
    """Close the listener on this port as the proactor loop would: the socket goes, and nobody waits for it."""
    import gc
    import socket

    loop = asyncio.get_running_loop()
    for sock in [one for one in gc.get_objects() if type(one) is socket.socket and one.fileno() != -1]:
        if sock.getsockname()[1:] == (port,) and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            loop.remove_reader(sock.fileno())
            sock.close()


@pytest.mark.usefixtures("at_once")
async def test_a_closed_listener_is_opened_again_and_the_room_is_told(room: Room) -> None:
    async with serve(room, "127.0.0.1", 0) as phones:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{phones.port}", trust_env=False) as inside:
            assert (await inside.get("/health")).text == "ok"
            with room.watch() as wall:
                closed_by_asyncio(phones.port)
                await asyncio.wait_for(wall.changed(), 5)
                while room.listener.shut:
                    await wall.changed()
            assert room.listener.opened_again == 1
            assert (await inside.get("/health")).text == "ok"  # who was in has stayed in
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{phones.port}", trust_env=False) as new:
            assert (await new.get("/health")).text == "ok"


@pytest.mark.usefixtures("at_once")
async def test_while_its_port_is_not_free_it_is_said_that_nobody_new_gets_in(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = False

    def sometimes(host: str, port: int) -> object:
        if not free:
            raise OSError(98, "in use")
        return network.bound_at(host, port)

    monkeypatch.setattr(server_module, "bound_at", sometimes)
    async with serve(room, "127.0.0.1", 0) as phones:
        closed_by_asyncio(phones.port)
        with room.watch() as wall:
            await asyncio.wait_for(wall.changed(), 5)
            assert room.listener.shut
            free = True
            await asyncio.wait_for(wall.changed(), 5)
        assert (room.listener.shut, room.listener.opened_again) == (False, 1)
