"""Around the wall: an address that changes, and what a facilitator is told first."""

import asyncio
import gc
import socket

import pytest

from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.room.open_room import live_room
from panel_tui.running import background
from panel_tui.running.background import follow_address
from panel_tui.running.run import warnings
from panel_tui.system.network import bound
from panel_tui.system.process import gc_paused
from tests.journeys.small_session import small_session


async def test_a_laptop_that_moves_to_another_network_redraws_its_square(tmp_path):
    async with live_room(small_session(tmp_path / "panel", more='joining = "open"')) as room:
        room.address = "10.0.0.7:8765"
        asked = iter([["10.0.0.7", "10.9.9.9"], ["192.168.1.4"]])
        with room.watch() as watch:
            following = asyncio.create_task(
                follow_address(room, 8765, look=lambda: next(asked, ["192.168.1.4"]), every=0.0)
            )
            await asyncio.wait_for(watch.changed(), 5)
            following.cancel()
        assert room.address == "192.168.1.4:8765"
        assert "192.168.1.4:8765" in room.poster().link


async def test_a_torn_last_line_and_a_synced_folder_are_said_first(tmp_path):
    folder = small_session(tmp_path / "Dropbox")
    async with live_room(folder) as room:
        assert "Dropbox" in warnings(folder, room)
    with (folder / "record.jsonl").open("ab") as record:
        record.write(b"abc123 {half")
    async with live_room(folder) as room:
        assert "unfinished piece" in warnings(folder, room)


@pytest.mark.parametrize("any_address", [True, False])
async def test_only_where_phones_may_come_by_any_address_is_it_followed(tmp_path, monkeypatch, any_address):
    """An address or a name given by hand, or by a certificate, is never changed."""
    followed = []

    async def follow(_room, port):
        followed.append(port)

    monkeypatch.setattr(background, "follow_address", follow)
    folder = small_session(tmp_path / "panel")
    sock = bound("127.0.0.1", 0)
    port = sock.getsockname()[1]
    async with live_room(folder) as room:
        laptop = Laptop(folder, Awake(), any_address=any_address)
        async with background.answering(room, laptop, sock):
            await asyncio.sleep(0)
    assert followed == [port] * any_address


async def test_doors_open_without_a_walk_over_all_that_was_read_in(tmp_path, monkeypatch):
    """Phones that come back all at once waited 85 ms for one."""
    monkeypatch.setattr(background, "follow_address", lambda *_args: asyncio.sleep(0))
    walks = []

    def note(moment: str, walk: dict[str, int]) -> None:
        walks.extend([walk["generation"]] * (moment == "start"))

    kept = gc.get_threshold()
    laptop = Laptop(small_session(tmp_path / "panel"), Awake())
    async with live_room(laptop.folder) as room:
        with gc_paused():
            gc.callbacks.append(note)
            try:
                async with background.answering(room, laptop, bound("127.0.0.1", 0)):
                    assert gc.isenabled(), "knots made by visits are still to be let go of"
            finally:
                gc.callbacks.remove(note)
                gc.unfreeze()
                gc.set_threshold(*kept)
    assert 2 not in walks


def test_a_phone_that_comes_before_it_is_answered_waits_in_the_queue():
    sock = bound("127.0.0.1", 0)
    with sock, socket.create_connection(sock.getsockname(), timeout=5) as early:
        early.sendall(b"GET / HTTP/1.1\r\n\r\n")
        answered, _address = sock.accept()
        with answered:
            assert answered.recv(3) == b"GET"
