"""Pretend members take seats, give exactly what the book says, and know when they are done."""

import asyncio

import pytest
from msgspec.structs import replace

from panel_tui.rehearse import FromFiles, Members, Stuck, drive, run_members
from panel_tui.rehearse import facilitator as facilitating
from panel_tui.rehearse.arrivals import Arrivals, Pace
from panel_tui.rehearse.form_client import FormClient
from panel_tui.rehearse.members import PretendMember
from panel_tui.rehearse.page_answers import Mind
from sessions.model.session import Member
from tests.rehearse.tiny_room import QUESTIONS, TinyRoom

FULL = {(seat, "A01", key): seat + 1 for seat in (1, 2, 3) for key in QUESTIONS}
BALLOTS = {(seat, "A01", "1"): 5 for seat in (1, 2, 3)}


@pytest.fixture
def session(demo):
    criteria = tuple(criterion for criterion in demo.criteria if criterion.key in QUESTIONS)
    return replace(demo, members=tuple(Member(seat=seat) for seat in (1, 2, 3)), criteria=criteria)


@pytest.fixture
def day(serve, session):
    async def run(room, book, **options):
        base = await serve(room.app())
        members = Members(base, session, book, door=lambda _: "/in/x", speed=None, seed=1, **options)
        async with members, asyncio.timeout(20):
            await drive(room, members)
            await members.until_home()

    return run


async def test_everyone_gives_exactly_what_the_book_says_once(day):
    room = TinyRoom()
    await day(room, FromFiles(answers=FULL, ballots=BALLOTS))
    assert room.given == {(seat, key): [str(seat + 1)] for seat in (1, 2, 3) for key in QUESTIONS}
    assert sorted(room.handed_in) == [1, 2, 3]
    assert room.ballots == {1: ["5"], 2: ["5"], 3: ["5"]}
    assert room.practised == []


async def test_what_the_stream_tells_of_a_press_is_looked_at_once_by_everyone(serve, session):
    room = TinyRoom()
    base = await serve(room.app())
    members = Members(base, session, FromFiles(answers={}), door=lambda _: "/in/x", speed=None, seed=1)
    async with members, asyncio.timeout(20):
        await members.settle()
        await until(lambda: len(room.poked) == 3)
        await members.settle()
        for phase in ("practice", "introduce", "shown", "outcome"):
            before = room.looked
            room.go(phase)
            await members.settle()
            await asyncio.sleep(0.05)  # a second look would come by now
            assert room.looked == before + 3


async def test_words_go_through_as_words(day):
    room = TinyRoom()
    said = FULL | {(1, "A01", "reach"): "cant-say", (2, "A01", "able"): "not-applicable"}
    await day(room, FromFiles(answers=said, ballots=BALLOTS | {(3, "A01", "1"): "cant-say"}))
    assert (room.given[1, "reach"], room.given[2, "able"]) == (["cant-say"], ["not-applicable"])
    assert room.ballots[3] == ["cant-say"]


async def test_a_question_without_an_answer_is_skipped(day):
    room = TinyRoom()
    await day(room, FromFiles(answers=FULL | {(2, "A01", "reach"): None}))
    assert (2, "reach") not in room.given
    assert room.given[2, "able"] == ["3"]
    assert 2 in room.handed_in


async def test_one_with_no_answers_at_all_never_hands_in_and_does_not_hold_up_the_day(day):
    room = TinyRoom()
    await day(room, FromFiles(answers={place: said for place, said in FULL.items() if place[0] != 2}))
    assert sorted(room.handed_in) == [1, 3]
    assert not [place for place in room.given if place[0] == 2]
    assert room.finished()


async def test_without_ballots_in_the_book_none_are_cast(day):
    room = TinyRoom()
    await day(room, FromFiles(answers=FULL))
    assert room.ballots == {}
    assert room.finished()


async def test_stepping_out_at_any_question_steps_out_of_the_application_and_stays_out(day):
    room = TinyRoom()
    await day(room, FromFiles(answers=FULL | {(2, "A01", "able"): "stepping-out"}, ballots=BALLOTS))
    assert room.out == {2}
    assert not [place for place in room.given if place[0] == 2]


async def test_a_latecomer_takes_a_seat_when_the_others_have_got_on(day):
    room = TinyRoom()
    at_practice = []
    press = room.press

    async def pressed():
        at_practice.append((room.phase, len(room.taken)))
        await press()

    room.press = pressed
    await day(room, FromFiles(answers=FULL, practises=True, late={3: "practice"}))
    assert at_practice[:2] == [("lobby", 2), ("practice", 3)]
    assert sorted(room.practised) == [1, 2, 3]


async def test_the_facilitator_presses_only_when_all_are_in(day):
    room = TinyRoom()
    waited = []
    press = room.press

    async def pressed():
        waited.append(room.waiting_for())
        await press()

    room.press = pressed
    await day(room, FromFiles(answers=FULL, ballots=BALLOTS))
    assert waited == [0] * room.presses


async def test_a_ballot_asked_for_anew_after_one_was_set_aside_is_given_again(day):
    room = TinyRoom()
    press = room.press

    async def void_once():
        if room.phase == "outcome" and len(room.ballots) == 3 and room.round == 1:
            first.append({seat: list(marks) for seat, marks in room.ballots.items()})
            room.ballots.clear()
            room.round = 1
            room.go("ballot")
            return
        await press()

    first = []
    room.press = lambda: void_once() if not first else press()
    await day(room, FromFiles(answers=FULL, ballots=BALLOTS))
    assert first == [{1: ["5"], 2: ["5"], 3: ["5"]}] == [room.ballots]


async def test_a_member_who_finds_no_seat_stops_the_rehearsal_with_a_sentence(day):
    room = TinyRoom(seats=2)
    with pytest.raises(Stuck, match="could no longer take part"):
        await day(room, FromFiles(answers=FULL))


async def test_an_answer_the_page_does_not_offer_stops_the_rehearsal_and_is_not_bent(day):
    room = TinyRoom()
    with pytest.raises(Stuck):
        await day(room, FromFiles(answers=FULL | {(1, "A01", "reach"): 9}))
    assert (1, "reach") not in room.given


async def test_a_fault_in_a_member_is_never_passed_over(day):
    class Broken(FromFiles, frozen=True):
        def answer(self, seat, application, criterion, /):
            raise ZeroDivisionError

    with pytest.raises(Stuck) as stuck:
        await day(TinyRoom(), Broken(answers={}))
    assert isinstance(stuck.value.__cause__, ZeroDivisionError)


async def test_a_day_that_goes_nowhere_is_stopped(day, monkeypatch):
    monkeypatch.setattr(facilitating, "MOST_PRESSES", 5)
    room = TinyRoom()

    async def pressed():
        room.presses += 1

    room.press = pressed
    with pytest.raises(Stuck, match="It stood at: lobby"):
        await day(room, FromFiles(answers=FULL))
    assert room.presses == 5


async def test_progress_is_told_once_a_place(serve, session):
    room = TinyRoom()
    told = []
    base = await serve(room.app())
    book = FromFiles(answers=FULL, ballots=BALLOTS)
    async with Members(base, session, book, door=lambda _: "/in/x", speed=None, seed=1) as members:
        await drive(room, members, tell=told.append)
    assert told == ["lobby", "practice", "introduce", "score", "shown", "ballot", "outcome", "ended"]


async def test_without_a_facilitator_the_event_stream_is_enough(serve, session):
    room = TinyRoom()
    base = await serve(room.app())
    stop = asyncio.Event()
    book = FromFiles(answers=FULL, ballots=BALLOTS)
    going = asyncio.create_task(
        run_members(base, session, book, door=lambda _: "/in/x", speed=None, seed=1, stop=stop)
    )
    async with asyncio.timeout(20):
        await until(lambda: len(room.poked) == 3)
        room.go("score")
        await until(lambda: len(room.handed_in) == 3)
        room.go("ballot")
        await until(lambda: len(room.ballots) == 3)
        room.go("ended")
        await going
    assert not stop.is_set()


async def test_members_leave_when_told_to_stop(serve, session):
    room = TinyRoom()
    base = await serve(room.app())
    stop = asyncio.Event()
    going = asyncio.create_task(
        run_members(
            base, session, FromFiles(answers=FULL), door=lambda _: "/in/x", speed=1, seed=1, stop=stop
        )
    )
    stop.set()
    async with asyncio.timeout(5):
        await going


async def until(true):
    while not true():
        await asyncio.sleep(0)


async def test_pace_is_the_same_for_the_same_seed_and_half_at_twice_the_speed():
    async def slept(speed, place=4):
        times = []

        async def sleep(seconds):
            times.append(seconds)

        pace = Pace(1, place, speed=speed, sleep=sleep)
        for question in ("reach", "able", "value"):
            await pace.think("score", question)
        return times

    once, twice = await slept(1), await slept(2)
    assert await slept(1) == once == [pytest.approx(2 * seconds) for seconds in twice]
    assert await slept(1, place=5) != once
    assert all(2 < seconds < 25 for seconds in once)
    assert await slept(None) == []


async def test_one_who_took_time_over_an_answer_looks_again_before_giving_it(serve, session):
    room = TinyRoom(seats=1, phase="score")
    base = await serve(room.app())
    thought = []

    async def closes_meanwhile(_seconds):
        thought.append(room.phase)
        if len(thought) > 2:  # once at the door, twice over seats and questions
            room.go("shown")
            member.tell()

    mind = Mind(1, FromFiles(answers=FULL), QUESTIONS)
    arrivals = Arrivals(range(1, 2), lambda _: "/in/x", {})
    async with FormClient(base) as client, asyncio.timeout(10):
        member = PretendMember(client, mind, Pace(1, 1, speed=1, sleep=closes_meanwhile), arrivals)
        going = asyncio.create_task(member.run())
        await until(lambda: len(thought) > 2)
        await member.settled()
        assert room.given == {}
        room.go("ended")
        await going


@pytest.mark.parametrize(("late", "order"), [({}, [1, 2, 3, 4]), ({2: "practice"}, [1, 3, 4, 2])])
async def test_seats_are_taken_in_order_and_latecomers_come_last(late, order):
    arrivals, came = Arrivals(range(1, 5), lambda place: f"/in/{place}", late), []

    async def come(place):
        await arrivals.due(place)
        await arrivals.turn(place)
        came.append(place)
        arrivals.let_next_in(place)

    coming = [asyncio.create_task(come(place)) for place in (4, 3, 2, 1)]
    while len(came) < 4 - len(late):
        await asyncio.sleep(0)
    arrivals.seen("practice")
    async with asyncio.timeout(5):
        await asyncio.gather(*coming)
    assert came == order
