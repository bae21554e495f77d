"""A record that fails or goes under a running session: nobody is told yes, everybody is told, and the day goes on."""

import asyncio
import contextlib
import shutil
import time

import pytest

from panel_tui.desk.listener import desk_listener
from panel_tui.facilitator.wall_app import WallApp
from panel_tui.offline.save_held import save_held, suggested
from panel_tui.ready.checks import Laptop, checks
from panel_tui.ready.power import Awake
from panel_tui.record import Record
from panel_tui.record.disk import RealDisk
from panel_tui.room.card_codes import fast_hash
from panel_tui.room.open_room import live_room
from panel_tui.system.errors import Unable
from panel_tui.web import serve
from sessions.commands import GiveAnswer, TakeFreeSeat
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.desk.readiness import Grade
from sessions.views.trouble import Trouble
from tests.desk.conftest import a_room, at_the_desk, press_until, runtime_folder  # noqa: F401 - a fixture
from tests.elbow_room import stretched
from tests.wall.conftest import Driven


@pytest.fixture
async def room(tmp_path):
    async with a_room(tmp_path / "day") as opened:
        await press_until(opened, Phase.SCORE)
        yield opened


def answer(seat, value=4, id="one"):  # noqa: A002 - the command's word
    return GiveAnswer(seat, "A01", "c1", score(value), id, 1)


def deleted(folder):
    shutil.rmtree(folder)


def replaced(folder):
    (folder / "fresh").write_bytes((folder / "record.jsonl").read_bytes()[:-5])
    (folder / "fresh").rename(folder / "record.jsonl")


async def until(true, patience=10.0):
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(0.01)


class Misbehaving:
    """The laptop's disk, whose syncs or writes of the record fail for as long as they are to."""

    def __init__(self, monkeypatch):
        self.fails, self.no_room = set(), 0
        for name in ("sync", "write"):
            monkeypatch.setattr(RealDisk, name, self.instead(name, getattr(RealDisk, name)))
        free = RealDisk.free
        monkeypatch.setattr(RealDisk, "free", lambda disk, folder: 0 if self.no_room else free(disk, folder))

    def instead(self, name, really):
        def call(disk, handle, *rest):
            if name in self.fails:
                raise OSError(28 if self.no_room else 5, "as told")
            return really(disk, handle, *rest)

        return call


@pytest.fixture
def disk(monkeypatch):
    return Misbehaving(monkeypatch)


async def phone_hears(server, cookie, heard):
    """Listen as a phone does, and look again when it is told to; give the page."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    host = f"Host: 127.0.0.1:{server.port}\r\nCookie: seat={cookie}\r\n"
    writer.write(f"GET /live HTTP/1.1\r\n{host}\r\n".encode())
    await reader.readuntil(b"look again\n\n")
    heard.set()
    await reader.readuntil(b"look again\n\n")
    writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f"GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n".encode())
    page = (await reader.read()).decode()
    writer.close()
    return page


@pytest.mark.alone
@pytest.mark.parametrize("meddle", [deleted, replaced])
async def test_the_wall_and_the_phones_say_within_a_second_that_the_record_is_gone(tmp_path, meddle):
    folder = tmp_path / "day"
    async with a_room(folder, taken=5) as room, serve(room, "127.0.0.1", 0) as server:
        await room.do(TakeFreeSeat(fast_hash("my-cookie"), Card(0, "code6", "key6")))
        async with WallApp(room).run_test(size=(80, 30)) as pilot:
            wall, listening = Driven(pilot.app, pilot), asyncio.Event()
            phone = asyncio.create_task(phone_hears(server, "my-cookie", listening))
            await listening.wait()
            await wall.settle()
            began = time.monotonic()
            meddle(folder)
            assert "cannot keep anything new" in await phone
            await until(lambda: "nothing new is kept" in " ".join(wall.text.split()))
            assert time.monotonic() - began < stretched(1.0)
            assert "Ctrl+P" in wall.text


@pytest.mark.alone
async def test_the_desk_says_so_within_a_second_too(tmp_path):
    folder = tmp_path / "day"
    async with (
        a_room(folder) as room,
        desk_listener(room, folder) as note,
        at_the_desk(room, note, (120, 60)) as desk,
    ):
        began = time.monotonic()
        replaced(folder)
        await until(lambda: "nothing new is kept" in desk.words)
        assert time.monotonic() - began < stretched(1.0)
        await desk.settle()


@pytest.mark.parametrize("meddle", [deleted, replaced])
async def test_no_answer_and_no_ballot_is_acknowledged_once_the_record_is_gone(tmp_path, room, meddle):
    await room.do(answer(1))
    meddle(tmp_path / "day")
    with pytest.raises(Refused) as refused:
        await room.do(answer(2))
    assert refused.value.code is No.NOT_SAVED
    assert 2 not in room.state.scoring["A01"].cells
    assert not room.keeping.takes


@pytest.mark.parametrize("meddle", [deleted, replaced])
async def test_a_ballot_is_not_acknowledged_either(tmp_path, room, meddle):
    await press_until(room, Phase.BALLOT)
    await room.cast(1, "A01", 1, "1")
    meddle(tmp_path / "day")
    with pytest.raises(Refused) as refused:
        await room.cast(2, "A01", 1, "1")
    assert refused.value.code is No.NOT_SAVED
    assert 2 not in room.in_box()[1]


async def test_what_is_said_on_leaving_is_looked_at_first(tmp_path, room):
    async with WallApp(room).run_test(size=(80, 40)) as pilot:
        wall = Driven(pilot.app, pilot)
        await wall.settle()
        replaced(tmp_path / "day")
        await wall.press("q")
        await wall.until(lambda: "memory alone" in wall.text)
        assert "Everything is kept" not in wall.text


async def test_the_list_that_says_whether_all_is_ready_is_not_green(tmp_path, room):
    laptop = Laptop(tmp_path / "day", Awake())
    assert next(check for check in checks(laptop, room) if check.name == "folder").grade is Grade.GOOD
    replaced(tmp_path / "day")
    await room.keeping.look()
    line = next(check for check in checks(laptop, room) if check.name == "folder")
    assert line.grade is Grade.LOOK
    assert "nothing new is kept" in line.words


@pytest.mark.parametrize("meddle", [deleted, replaced])
async def test_what_the_laptop_still_holds_is_saved_to_a_new_folder_that_goes_on_from_the_same_place(
    tmp_path, room, meddle
):
    await room.do(answer(1, 5))
    await room.do(answer(2, 2))
    head = room.record.head
    meddle(tmp_path / "day")
    await room.keeping.look()
    to = suggested(tmp_path / "day")
    await save_held(room, to)
    assert room.keeping.trouble == Trouble("moved", str(to))
    with pytest.raises(Refused):
        await room.do(answer(3))
    async with live_room(to) as again:
        assert again.record.head == head
        assert again.state.plan.phase is Phase.SCORE
        assert again.state.scoring["A01"].cells[2]["c1"].answer.value == 2
        await again.do(answer(3))


async def test_the_ballots_of_an_open_round_are_saved_with_it(tmp_path, room):
    await press_until(room, Phase.BALLOT)
    halves = {seat: await room.cast(seat, "A01", 1, "1") for seat in range(1, 7)}
    deleted(tmp_path / "day")
    await room.keeping.look()
    await save_held(room, tmp_path / "rescued")
    async with live_room(tmp_path / "rescued") as again:
        for seat, half in halves.items():
            again.bring_halves({half.name: half.value}, seat)
        assert again.in_box()[1] == frozenset(halves)


async def test_the_facilitator_is_led_to_it_and_told_how_to_go_on(tmp_path, room):
    await room.do(answer(1))
    async with WallApp(room).run_test(size=(100, 40)) as pilot:
        wall = Driven(pilot.app, pilot)
        await wall.settle()
        deleted(tmp_path / "day")
        await wall.until(lambda: "Save what this laptop" in wall.text)
        await wall.press("ctrl+p", *"save what")
        await wall.until(lambda: "in a new folder that opens" in wall.text)
        await wall.press("escape")
        await pilot.app.action_ask("save")
        await wall.until(lambda: "it may be on another disk" in wall.text)
        await wall.press("enter")
        await wall.until(lambda: "panel-tui run" in wall.said)
        assert (tmp_path / "day-saved" / "record.jsonl").exists()
        await wall.press("q")
        await wall.until(lambda: "open that folder to go on" in " ".join(wall.text.split()))


async def test_a_record_that_is_whole_need_not_be_saved(room):
    async with WallApp(room).run_test(size=(100, 40)) as pilot:
        wall = Driven(pilot.app, pilot)
        await wall.settle()
        await pilot.app.action_ask("save")
        await wall.until(lambda: "Nothing has to be saved" in wall.said)
        await room.do(answer(1))


@pytest.mark.parametrize("where", ["day", "day/inside"])
async def test_nothing_is_saved_over_anything_or_into_the_folder_it_is_saved_from(tmp_path, room, where):
    replaced(tmp_path / "day")
    await room.keeping.look()
    before = sorted(path.name for path in (tmp_path / "day").iterdir())
    with pytest.raises((FileExistsError, Unable)):
        await save_held(room, tmp_path / where)
    assert sorted(path.name for path in (tmp_path / "day").iterdir()) == before
    assert room.keeping.trouble.name != "moved"


@pytest.mark.parametrize("call", ["sync", "write"])
async def test_after_one_failed_call_the_room_comes_back_by_itself_and_says_so(tmp_path, room, disk, call):
    async with WallApp(room).run_test(size=(100, 40)) as pilot:
        wall = Driven(pilot.app, pilot)
        await room.do(answer(1))
        disk.fails = {call}
        with pytest.raises(Refused):
            await room.do(answer(2))
        # at once, as on a slow machine the room may have come back before anybody looks
        await wall.until(
            lambda: (
                "disk has failed" in wall.text
                and room.keeping.trouble == Trouble("failed")
                and "cannot keep anything new" in room.page(1).trouble
            )
        )
        disk.fails = set()
        await until(lambda: room.keeping.takes)
        await wall.until(lambda: "keeps answers again" in wall.said)
        assert "disk has failed" not in wall.text
        assert room.page(1).trouble == ""
        assert room.record.reserve
        await room.do(answer(2))
    held = Record.read(tmp_path / "day" / "record.jsonl")
    assert len(held.entries) == len(room.record.entries)


async def test_a_full_disk_is_told_in_the_same_way_and_room_again_is_noticed(room, disk):
    disk.no_room, disk.fails = 1, {"write"}
    for seat in (1, 2):
        with pytest.raises(Refused):
            await room.do(answer(seat))
    assert not room.keeping.takes, "the reserve is gone too: to try for each phone costs the room its laptop"
    assert room.keeping.trouble == Trouble("full")
    assert "no room left" in room.keeping.trouble.said
    disk.no_room, disk.fails = 0, set()
    await until(lambda: room.keeping.takes)
    assert room.keeping.trouble == Trouble()
    await room.do(answer(1))
    await until(lambda: room.record.reserve)


async def test_while_nothing_is_kept_a_room_full_of_phones_that_try_again_costs_nothing(
    room, disk, monkeypatch
):
    disk.fails = {"sync"}
    with pytest.raises(Refused):
        await room.do(answer(1))
    rebuilt = []
    monkeypatch.setattr(type(room), "_rebuild", lambda _room: rebuilt.append(1))
    for again in range(200):
        with pytest.raises(Refused):
            await room.do(answer(1, id=str(again)))
    assert not rebuilt


def test_two_demos_at_one_moment_never_meet(tmp_path, monkeypatch):
    from panel_tui.demo import own_folder

    monkeypatch.setattr(own_folder, "user_data_path", lambda _name: tmp_path)
    with contextlib.ExitStack() as both:
        first = both.enter_context(own_folder.fresh_demo_folder())
        (first / "mine").touch()
        second = both.enter_context(own_folder.fresh_demo_folder())
        assert first != second
        assert (first / "mine").exists()
    with own_folder.fresh_demo_folder() as third:
        assert third == first
        assert not list(third.iterdir()), "the last demo is cleared away"
