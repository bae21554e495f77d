"""Around the wall: an address that changes, and what a facilitator is told first."""

import asyncio

from panel_tui.live import live_room
from panel_tui.run import follow_address, warnings
from tests.journeys.small_session import small_session


async def test_a_laptop_that_moves_to_another_network_redraws_its_square(tmp_path):
    async with live_room(small_session(tmp_path / "panel", more='joining = "open"')) as room:
        room.address = "10.0.0.7:8765"
        asked = iter([["10.0.0.7", "10.9.9.9"], ["192.168.1.4"]])
        with room.watch() as watch:
            following = asyncio.create_task(
                follow_address(room, "0.0.0.0", 8765, look=lambda: next(asked, ["192.168.1.4"]), every=0.0)
            )
            await asyncio.wait_for(watch.changed(), 5)
            following.cancel()
        assert room.address == "192.168.1.4:8765"
        assert "192.168.1.4:8765" in room.poster().link


async def test_an_address_given_by_hand_is_never_changed(tmp_path):
    async with live_room(small_session(tmp_path / "panel")) as room:
        room.address = "panel.example:8765"
        await follow_address(room, "panel.example", 8765, look=lambda: ["10.0.0.1"], every=0.0)
        assert room.address == "panel.example:8765"


async def test_a_torn_last_line_and_a_synced_folder_are_said_first(tmp_path):
    folder = small_session(tmp_path / "Dropbox")
    async with live_room(folder) as room:
        assert "Dropbox" in warnings(folder, room)
    with (folder / "record.jsonl").open("ab") as record:
        record.write(b"abc123 {half")
    async with live_room(folder) as room:
        assert "unfinished piece" in warnings(folder, room)
