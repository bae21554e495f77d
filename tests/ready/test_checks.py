"""What is looked at before the day, and what is said of it."""

import datetime as dt

import pytest

from panel_tui.ready.checks import Laptop, checks
from panel_tui.ready.power import Awake, Power
from panel_tui.room.open_room import live_room
from panel_tui.running.run import first_words
from panel_tui.system.adapters import OwnAddress
from panel_tui.system.clock import Clock
from sessions.commands import Next, PrintCards
from sessions.views.desk.readiness import Grade
from sessions.views.frame import clock
from tests.journeys.small_session import small_session

GIGA = 10**9


def awake(*, by="systemd-inhibit", lid=True):
    it = Awake()
    it.by, it.lid = by, lid
    return it


def laptop(folder, **changed):
    good = {
        "asked": 8765,
        "power": lambda: Power(mains=True, percent=90),
        "addresses": lambda: ["10.0.0.7"],
        "free": lambda folder: 41 * GIGA,
    }
    return Laptop(folder, changed.pop("awake", awake()), **{**good, **changed})


@pytest.fixture
async def room(tmp_path):
    async with live_room(small_session(tmp_path / "panel", more='joining = "open"')) as room:
        room.address = "10.0.0.7:8765"
        yield room


@pytest.fixture
def said(room, tmp_path):
    def look(name, **changed):
        found = {check.name: check for check in checks(laptop(tmp_path / "panel", **changed), room)}
        return found[name].grade, found[name].words

    return look


async def test_on_a_good_laptop_all_but_the_phone_and_the_register_is_good(room, tmp_path):
    found = checks(laptop(tmp_path / "panel"), room)
    wanting = [check.name for check in found if check.grade is Grade.UNKNOWN]
    assert wanting == ["register", "phone"]
    assert all(check.grade is Grade.GOOD for check in found if check.name not in wanting)


@pytest.mark.parametrize(
    ("power", "grade", "words"),
    [
        (Power(mains=False, percent=62), Grade.LOOK, "62 of 100 left"),
        (Power(mains=False, percent=8), Grade.LOOK, "battery is low"),
        (Power(mains=False), Grade.LOOK, "On battery."),
        (Power(), Grade.UNKNOWN, "does not say"),
    ],
)
async def test_power(said, power, grade, words):
    found, sentence = said("power", power=lambda: power)
    assert found is grade
    assert words in sentence


async def test_a_disk_that_is_nearly_full(said):
    grade, words = said("disk", free=lambda folder: 90_000_000)
    assert grade is Grade.LOOK
    assert "Only 90 MB free" in words


async def test_a_disk_that_does_not_say(said):
    def gone(folder):
        raise OSError

    assert said("disk", free=gone)[0] is Grade.UNKNOWN


async def test_a_laptop_that_may_fall_asleep_and_one_whose_lid_must_stay_open(said):
    assert said("awake", awake=awake(by=""))[0] is Grade.LOOK
    assert "lid open" in said("awake", awake=awake(lid=False))[1]


async def test_a_folder_that_cannot_be_written_to(room, tmp_path):
    found = checks(laptop(tmp_path / "gone"), room)
    assert found[0].grade is Grade.LOOK
    assert "cannot be written" in found[0].words


async def test_a_folder_that_a_cloud_copies(tmp_path):
    async with live_room(small_session(tmp_path / "Dropbox")) as room:
        assert "Dropbox" in checks(laptop(tmp_path / "Dropbox"), room)[0].words


async def test_several_addresses_want_a_look(said):
    grade, words = said("address", addresses=lambda: ["10.0.0.7", "192.168.1.4"])
    assert grade is Grade.LOOK
    assert "2 to choose from" in words


async def test_a_virtual_address_beside_the_real_one_wants_none(said):
    own = [OwnAddress("10.0.0.7", "Wi-Fi"), OwnAddress("172.17.0.1", "docker0", virtual=True)]
    grade, words = said("address", addresses=lambda: [one.address for one in own], own=lambda: own)
    assert (grade, words) == (Grade.GOOD, "10.0.0.7:8765")


async def test_cards_printed_for_another_address_want_a_look(said, room, tmp_path):
    await room.do(PrintCards((), "10.0.0.7:8765"))
    assert said("address")[0] is Grade.GOOD
    await room.do(PrintCards((), "192.168.1.20:8765"))
    grade, words = said("address")
    assert grade is Grade.LOOK
    assert "printed for 192.168.1.20:8765" in words
    assert words in first_words(room, laptop(tmp_path / "panel"))


async def test_a_port_that_was_taken_and_an_address_only_this_laptop_has(said, room):
    grade, words = said("address", asked=8000)
    assert grade is Grade.LOOK
    assert "Another program has 8000" in words
    room.address = "127.0.0.1:8765"
    assert "no network" in said("address")[1]


async def test_one_phone_that_came_is_told_with_the_time(said, room):
    assert "Not tried yet" in said("phone")[1]
    room.visits.came("127.0.0.1")
    assert "Now try a phone" in said("phone")[1]
    room.visits.came("10.99.99.99")
    grade, words = said("phone")
    assert grade is Grade.GOOD
    assert clock(room.visits.elsewhere) in words


async def test_what_wants_a_look_is_said_before_the_day_begins_and_not_again_after(room, tmp_path):
    on_battery = laptop(tmp_path / "panel", power=lambda: Power(mains=False, percent=62))
    assert "press g" in first_words(room, on_battery)
    assert "press g" not in first_words(room, laptop(tmp_path / "panel"))
    await room.do(Next(room.position(), sure=True))
    await room.do(Next(room.position(), sure=True))
    assert "press g" not in first_words(room, on_battery)


async def test_a_clock_that_lies_before_what_the_record_has_wants_a_look(tmp_path):
    """Its battery is empty: the laptop starts in 1971, and all else goes on as if nothing were wrong."""
    folder = small_session(tmp_path / "panel")
    async with live_room(folder, Clock(wall=lambda: dt.datetime(2026, 12, 3, 14, 5, tzinfo=dt.UTC))) as room:
        assert "time" not in {check.name for check in checks(laptop(folder), room)}
    async with live_room(folder, Clock(wall=lambda: dt.datetime(1971, 1, 2, 9, 5, tzinfo=dt.UTC))) as room:
        found = {check.name: check for check in checks(laptop(folder), room)}["time"]
        assert found.grade is Grade.LOOK
        assert "Saturday 2 January 1971, " in found.words
        assert "Thursday 3 December 2026, " in found.words
