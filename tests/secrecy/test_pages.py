"""The swap test over the real pages: replies, events, wall and logs say nothing of who cast what."""

import itertools
import secrets

import httpx
import pytest

from panel_tui.web import build_app
from sessions.model.phases import Phase
from tests.secrecy.browsers import HOME, browsers
from tests.secrecy.chance import SetClock
from tests.secrecy.swap import hearing, schedule, shifts
from tests.secrecy.table import CHOICES, Table, counted

SHORT, LONG = 4, 60


@pytest.fixture
def same_ids(monkeypatch):
    """Let the names that forms carry be the same in both worlds."""

    def begin():
        numbers = itertools.count()
        monkeypatch.setattr(secrets, "token_urlsafe", lambda _many=0: f"{next(numbers):012d}")

    return begin


async def live(steps, clock, same_ids):
    same_ids()
    table = Table(clock=clock)
    with hearing(table.trace):
        async with browsers(table.room, table.seats) as phones:
            for seat, choice in steps:
                await phones[seat].vote(choice)
                for phone in phones.values():
                    await phone.get("/")
                table.trace.append(("wall", table.room.poster()))
            await table.close()
            for phone in phones.values():
                await phone.get("/")
                assert phone.half is None, "the half ends at the first contact after closing"
                assert b"look again" in b"".join(phone.heard)
            table.trace.append(("wall", table.room.poster()))
    return table, phones


async def swap_often(pairs, same_ids):
    for seed in range(pairs):
        one, other = schedule(seed)
        first, phones = await live(one, SetClock(seed), same_ids)
        second, others = await live(other, SetClock(seed, shifts(one, other, first)), same_ids)
        assert first.trace == second.trace, f"seed {seed}"
        for seat in first.seats:
            assert phones[seat].replies == others[seat].replies, f"seed {seed}, seat {seat}"
            assert phones[seat].heard == others[seat].heard, f"seed {seed}, seat {seat}"
        assert first.counts in (None, counted(dict(one).values()))


async def test_who_cast_what_changes_no_reply_no_event_no_wall_and_no_log(same_ids):
    await swap_often(SHORT, same_ids)


@pytest.mark.slow
async def test_the_same_over_many_worlds(same_ids):
    await swap_often(LONG, same_ids)


async def test_every_choice_gets_a_reply_of_one_size_with_one_cookie(same_ids):
    seen = set()
    for choice in CHOICES:
        same_ids()
        table = Table()
        async with browsers(table.room, table.seats) as phones:
            answer = await phones[2].vote(choice)
            again = await phones[2].vote(choice)
        for reply in (answer, again):
            assert len(reply.headers.get_list("set-cookie")) == 1
            assert "HttpOnly" in reply.headers["set-cookie"]
        seen.add(repr((phones[2].replies, len(answer.headers["set-cookie"]), answer.http_version)))
    assert len(seen) == 1


async def test_the_half_is_fresh_at_every_write_the_same_vote_again_included():
    table = Table()
    async with browsers(table.room, table.seats) as phones:
        halves = []
        for _ in range(4):
            await phones[1].vote("5")
            halves.append(phones[1].half.value)
    written = [entry[1] for entry in table.trace if entry[0] == "write" and len(entry[1]) == 64 * 8]
    assert len(set(halves)) == len(halves)
    assert len({data[32:64] for data in written}) == len(written) == 4


async def test_after_a_crash_any_request_brings_the_ballot_back():
    for path in ("/", "/check", "/health", "/phone.css", "/live-not-there"):
        table = Table()
        async with browsers(table.room, table.seats) as phones:
            for seat in table.seats:
                await phones[seat].vote("5")
            jar = phones[3].http.cookies
            table.restart()
            async with carrying(table.room, jar) as phone:
                await phone.get(path)
        assert table.wall[0] == "1 of 7 ballots restored; waiting for seats 1, 2, 4, 5, 6 and 7."


def carrying(room, jar):
    """A phone that was there before the crash, and still has its cookies."""
    transport = httpx.ASGITransport(app=build_app(room))
    return httpx.AsyncClient(transport=transport, base_url=HOME, cookies=jar)


async def test_cookies_that_are_no_halves_of_ours_are_left_alone():
    table = Table()
    await table.cast(1, "5")
    (name,) = table.jars[1]
    for odd in ("", "x", "=" * 43, "é" * 43, "A" * 43, "A" * 4000):
        assert table.room.bring_halves({name: odd, "half-00000000-001.01-0001": odd, "half-": odd}, 1) == ()
    assert table.room.state.plan.phase is Phase.BALLOT
