"""Whatever numbers a desk sends, it gets an answer: a wish that is none of ours, a refusal, or what came of it."""

import time

import msgspec
import pytest

from panel_tui.desk.allowed_commands import WISHES, Denied, Granted, NoWish, read_wish
from panel_tui.desk.listener import Desks
from panel_tui.facilitator.facilitator_api import RoomApi
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from tests.web.phones import go_to, small_room

NUMBERS = [
    "1e99999999",
    "-1e99999999",
    "1e-99999999",
    "9" * 5_000,
    "0.001",
    "-1",
    "9223372036854775807",
    '"1e99999999"',
    '"1e-99999999"',
    '"NaN"',
    '"sNaN"',
    '"-Infinity"',
    '"' + "9" * 5_000 + '"',
    "[1e99999999]",
    '{"reach": {"kind": "score", "value": 9223372036854775807}}',
    '{"s5": 9223372036854775807}',
    '{"counts": [9223372036854775807, 1, 1, 1, 1], "cant_say": 1}',
]


def plain(position: str) -> dict[str, object]:
    """Give a value for every field a wish can have, that does for most."""
    tally = {"counts": [1, 1, 1, 1, 1], "cant_say": 0}
    return {
        **dict.fromkeys(("conditions", "reasons", "label", "title", "ref", "after", "strand"), ""),
        **dict.fromkeys(("why", "text", "message", "id"), "x"),
        "position": position,
        "seat": 1,
        "application": "A01",
        "criterion": "reach",
        "round": 1,
        "place": 0,
        "answer": {"kind": "score", "value": 3},
        "answers": {"reach": {"kind": "score", "value": 3}},
        "amount": "5",
        "verdict": "fund in part",
        "minutes": 5,
        "funded": 1,
        "step": "s3",
        "kind": "break",
        "sure": True,
        "yes": True,
        "number": 1,
        "first": tally,
        "second": tally,
        "when": "start",
    }


async def answered(hand: RoomApi, body: bytes) -> bytes:
    try:
        way, wish = read_wish(body)
        return msgspec.json.encode(Granted(await way(hand, wish)))
    except NoWish:
        return b"no wish"
    except Refused as refused:
        return msgspec.json.encode(Denied(refused.code, dict(refused.values)))


@pytest.mark.parametrize("name", WISHES)
async def test_any_number_in_any_place_of_a_wish_is_answered_within_a_second(tmp_path, name):
    fields = [one.name for one in msgspec.structs.fields(WISHES[name][0])]
    async with small_room(tmp_path) as room:
        for _ in range(6):
            await room.take(room.door_code)
        await go_to(room, Phase.TALK)
        hand, desks = RoomApi(room), Desks(room)
        for field in fields:
            for number in NUMBERS:
                given = {key: value for key, value in plain(room.position()).items() if key in fields}
                values = msgspec.json.encode({**given, field: "@@"}).replace(b'"@@"', number.encode())
                body = b'{"name": "%s", "values": %s}' % (name.encode(), values)
                began = time.process_time()
                assert await answered(hand, body)
                assert desks.view()
                assert room.poster()
                assert time.process_time() - began <= 1.0, (field, number[:40])
