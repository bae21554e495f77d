"""Nobody gets in at the desk's listener but whoever may read the laptop owner's own files."""

import json
import os
import stat

import httpx
import msgspec
import pytest

from panel_tui.desk.allowed_commands import ORDERS, WISHES
from panel_tui.desk.connection_note import ConnectionNote, find, leave, note_of, take_back
from panel_tui.desk.listener import desk_listener
from panel_tui.web import serve
from sessions import commands as c
from tests.desk.conftest import a_room

WISH = b'{"name": "AddSeat", "values": {}}'


def asking(note, **changed):
    headers = {
        "Authorization": f"Bearer {note.key}",
        "Host": f"127.0.0.1:{note.port}",
        "Origin": f"http://127.0.0.1:{note.port}",
    }
    headers |= changed
    return {name: value for name, value in headers.items() if value is not None}


STRANGERS = {
    "no key": {"Authorization": None},
    "an empty key": {"Authorization": "Bearer"},
    "a wrong key": {"Authorization": "Bearer " + "x" * 44},
    "another way of showing it": {"Authorization": "Basic abc"},
    "a name that leads here": {"Host": "evil.example:80"},
    "the laptop's own address": {"Host": "10.0.0.7:8765"},
    "another page's form": {"Origin": "http://evil.example"},
    "a page without an address": {"Origin": "null"},
}


@pytest.mark.parametrize("who", STRANGERS)
async def test_a_stranger_gets_a_number_and_not_a_word(tmp_path, who):
    async with (
        a_room(tmp_path / "day") as room,
        desk_listener(room, tmp_path / "day") as note,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{note.port}", trust_env=False) as client,
    ):
        seats = len(room.state.seats)
        headers = asking(note, **STRANGERS[who])
        replies = [await client.post("/wish", content=WISH, headers=headers)]
        if "Origin" not in STRANGERS[who]:  # looking needs none: who is not from here has no key
            replies.append(await client.get("/view", headers=headers))
        assert [(reply.status_code in (401, 403, 421), reply.content) for reply in replies] == [
            (True, b"")
        ] * len(replies)
        assert len(room.state.seats) == seats
        assert (await client.post("/wish", content=WISH, headers=asking(note))).status_code == 200
        assert len(room.state.seats) == seats + 1


async def test_a_phone_listener_knows_no_desk_and_the_desks_no_phone(tmp_path):
    async with (
        a_room(tmp_path / "day") as room,
        serve(room, "127.0.0.1", 0) as phones,
        desk_listener(room, tmp_path / "day", phones) as note,
        httpx.AsyncClient(trust_env=False) as client,
    ):
        there = f"http://127.0.0.1:{phones.port}"
        key = {"Authorization": f"Bearer {note.key}", "Origin": there}
        assert (await client.get(f"{there}/view", headers=key)).status_code == 404
        assert (await client.post(f"{there}/wish", content=WISH, headers=key)).status_code == 404
        here = f"http://127.0.0.1:{note.port}"
        assert (await client.get(f"{here}/", headers=asking(note))).status_code == 404


BAD = [
    b"",
    b"[]",
    b"{",
    b'{"name": "AddSeat", "values": {}, "more": 1}',
    b'{"name": "nothing of ours"}',
    b'{"name": "OpenDoors", "values": {}}',
    b'{"name": "GiveAnswer", "values": {"seat": 1}}',
    b'{"name": "TakeBreak", "values": {"minutes": "ten"}}',
    b'{"name": "TakeBreak", "values": {"minutes": 1e999}}',
    b'{"name": "AddSeat", "values": ' + b"[" * 9_000 + b"}",
    b'\xff\xfe{"name": "AddSeat"}',
    b'{"name": "AddNote", "values": {"text": "a", "application": "b"}}',
]


async def test_what_is_no_wish_of_ours_is_refused_and_nothing_breaks(tmp_path):
    async with (
        a_room(tmp_path / "day") as room,
        desk_listener(room, tmp_path / "day") as note,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{note.port}", trust_env=False) as client,
    ):
        before = len(room.record.entries)
        for body in BAD:
            reply = await client.post("/wish", content=body, headers=asking(note))
            assert (body[:60], reply.status_code) == (body[:60], 400)
        assert (await client.post("/wish", content=b"x" * 20_000, headers=asking(note))).status_code == 413
        assert len(room.record.entries) == before


def test_what_only_a_phone_or_a_printer_may_do_is_not_on_the_list():
    assert not {
        c.OpenDoors, c.PrintCards, c.TakeSeatByCard, c.TakeFreeSeat, c.Practise, c.GiveAnswer, c.HandIn, c.ReissueCard,
        c.MakeHandRound, c.TakeHandRound, c.UseHandRound, c.Seal, c.FollowClock, c.Next,
    } & set(ORDERS.values())  # fmt: skip
    assert {kind.__name__ for kind in ORDERS.values()} <= set(WISHES)


async def test_text_from_the_desk_is_cleaned_at_its_door(tmp_path):
    async with (
        a_room(tmp_path / "day") as room,
        desk_listener(room, tmp_path / "day") as note,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{note.port}", trust_env=False) as client,
    ):
        body = json.dumps({"name": "AddNote", "values": {"text": "tea\x1b[2J\u202eplease\ud800"}}).encode()
        await client.post("/wish", content=body, headers=asking(note))
        body = msgspec.json.encode({"name": "AddNote", "values": {"text": "tea\x1b[2J\u202eplease"}})
        await client.post("/wish", content=body, headers=asking(note))
        assert [one.text for one in room.state.notes][-1] == "tea[2Jplease"


# The note.


async def test_port_and_key_are_the_owners_alone_and_never_in_the_session(tmp_path, runtime_folder):
    folder = tmp_path / "day"
    async with a_room(folder) as room, desk_listener(room, folder) as note:
        (left,) = runtime_folder.rglob("*.json")
        assert stat.S_IMODE(left.stat().st_mode) == 0o600
        assert stat.S_IMODE(left.parent.stat().st_mode) == 0o700
        assert find(left) == note_of(folder) == note
        kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert note.key.encode() not in kept
        assert len(note.key) >= 40
    assert list(runtime_folder.rglob("*.json")) == []


async def test_every_run_draws_a_key_of_its_own(tmp_path):
    keys = set()
    for _ in range(3):
        async with a_room(tmp_path / "day", taken=0) as room, desk_listener(room, tmp_path / "day") as note:
            keys.add(note.key)
    assert len(keys) == 3


def test_a_note_others_could_read_or_write_is_not_believed(tmp_path):
    place = leave(ConnectionNote(str(tmp_path), 1, "k"))
    assert find(place) is not None
    place.chmod(0o644)
    assert find(place) is None


def test_a_link_in_the_notes_place_is_not_followed(tmp_path):
    note = ConnectionNote(str(tmp_path), 1, "k")
    place = leave(note)
    elsewhere = tmp_path / "precious"
    elsewhere.write_text("kept")
    place.unlink()
    place.symlink_to(elsewhere)
    leave(note)
    assert elsewhere.read_text() == "kept"
    assert not place.is_symlink()


def test_a_newer_runs_note_is_left_alone(tmp_path):
    old, new = ConnectionNote(str(tmp_path), 1, "old"), ConnectionNote(str(tmp_path), 2, "new")
    leave(old)
    place = leave(new)
    take_back(place, old)
    assert find(place) == new


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give a folder away")
def test_a_runtime_folder_of_somebody_else_is_not_used(tmp_path, runtime_folder):
    place = leave(ConnectionNote(str(tmp_path), 1, "k"))
    os.chown(place.parent, 12345, 12345)
    with pytest.raises(PermissionError):
        leave(ConnectionNote(str(tmp_path), 1, "k"))
