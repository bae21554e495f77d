"""Card codes are long enough for the number of seats, and cards of the first version still open theirs."""

import json
import shutil
from pathlib import Path

import pytest

from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.room.card_codes import (
    ALPHABET,
    CHANCE,
    DOOR_LENGTH,
    HASHES,
    KEY_LENGTH,
    LOOKS,
    NAME_LENGTH,
    NIGHT,
    SECRET_LENGTH,
    code_length,
    draw_card,
    draw_door_code,
    hashed,
    plain,
    spaced,
)
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from sessions.commands import PrintCards
from sessions.model.refusals import Refused
from tests.journeys.small_session import small_session

FIRST_VERSION = Path(__file__).parents[1] / "data" / "first_version"


@pytest.mark.parametrize("seats", [1, 12, 50, 51, 300, 2_000])
def test_a_code_is_as_long_as_the_chance_of_guessing_one_in_four_hours_asks(seats):
    length = len(draw_card(Clock(), 1, seats=seats).code)
    assert length == code_length(seats)
    by_chance = LOOKS * NIGHT * seats / len(ALPHABET) ** length
    knowing_first_letters = HASHES * NIGHT / len(ALPHABET) ** (length - NAME_LENGTH)
    assert max(by_chance, knowing_first_letters) <= CHANCE == 1e-6
    assert NIGHT >= 4 * 60 * 60
    shorter = length - 1
    assert (
        LOOKS * NIGHT * seats / len(ALPHABET) ** shorter > CHANCE
        or HASHES * NIGHT / len(ALPHABET) ** (shorter - NAME_LENGTH) > CHANCE
    ), "and no longer: people have to type it"


def test_the_walls_code_is_as_long_as_that_chance_asks():
    assert len(draw_door_code(Clock())) == DOOR_LENGTH
    assert LOOKS * NIGHT / len(ALPHABET) ** DOOR_LENGTH <= CHANCE


def test_whoever_has_the_folder_and_the_first_letters_has_eight_more_to_find():
    assert SECRET_LENGTH >= 8


@pytest.mark.parametrize(("typed", "meant"), [("bmp-s4wx g7hr", "8MP54WX67HR"), ("KMPT4WX9", "KMPT4WX9")])
def test_a_letter_no_code_has_is_read_as_the_digit_it_is_easily_seen_as(typed, meant):
    assert plain(typed) == meant
    assert not set("BSG") & set(ALPHABET)


def test_a_scanned_key_which_has_every_letter_is_read_as_it_is():
    key = "BSG" + "A" * (KEY_LENGTH - 3)
    assert plain(key) == key


@pytest.mark.parametrize(
    ("code", "said"),
    [("KMPT4WX9", "KMPT-4WX9"), ("KMPT4WX97HR", "KMP-T4WX-97HR"), ("KMPT4WX97", "KMP-T4W-X97"), ("", "")],
)
def test_a_code_is_written_in_groups_that_can_be_typed(code, said):
    assert spaced(code) == said


async def test_cards_printed_by_the_first_version_still_open_their_seats(tmp_path):
    folder = Path(shutil.copytree(FIRST_VERSION / "printed", tmp_path / "panel"))
    codes = json.loads((FIRST_VERSION / "EXPECTED.json").read_text(encoding="utf-8"))["printed"]["codes"]
    async with live_room(folder) as room:
        assert (await room.meaning(codes[0])).seat == 1
        assert (await room.take(codes[0].lower())).seat == 1
        assert (await room.take(codes[1])).seat == 2, "and again, from another phone"
        with pytest.raises(Refused):
            await room.take("K4TQ-M5VZ")


async def test_new_cards_stand_beside_those_of_the_first_version(tmp_path):
    folder = Path(shutil.copytree(FIRST_VERSION / "printed", tmp_path / "panel"))
    codes = json.loads((FIRST_VERSION / "EXPECTED.json").read_text(encoding="utf-8"))["printed"]["codes"]
    async with live_room(folder) as room:
        new = await RoomApi(room).new_card(3)
        assert len(new.replace("-", "")) == 11
        assert (await room.take(new)).seat == 3
        assert (await room.take(codes[3])).seat == 4
        with pytest.raises(Refused):
            await room.take(codes[2])


async def test_a_long_code_takes_its_seat(tmp_path):
    async with live_room(small_session(tmp_path / "panel", seats=51)) as room:
        card = draw_card(room.clock, 51, seats=51)
        await room.do(PrintCards((hashed(card, "salt"),)))
        assert (await room.take(card.code.lower())).seat == 51
