from decimal import Decimal

import pytest
from msgspec.structs import replace
from textual.events import Key

from panel_tui.room.card_codes import ALPHABET, spaced
from screens.wall.dialogs.dialog import TextField
from sessions import commands as c
from sessions.events import Declared, Draft
from sessions.model.answers import Answer, Kind, PaperWay, score
from sessions.model.decisions import ByQuestion, Decision, OnQuestion, Outcome, Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Consensus, Small
from sessions.state import Conflict, HandRound, Round, ScoringState, Undoable
from sessions.wording import say
from tests.sessions.worlds import doors_open, session
from tests.wall.posters import POSTERS, ROWS
from tests.wall.real_rooms import wall_over
from tests.wall.rooms import table

TWO_ROWS = (replace(ROWS[0], ref="A01"), replace(ROWS[1], ref="A02"))
BUDGET = replace(POSTERS["budget"], line=1, rows=TWO_ROWS, current=1, up=0, down=2)


async def test_a_note_is_written_and_kept(wall):
    async with wall("scoring") as it:
        await it.press("n", *"tea", "space", *"please", "enter")
        assert it.room.done == [c.AddNote("tea please")]
        assert it.said == "The note is in the record."


async def test_nothing_written_is_not_kept_and_esc_goes_back(wall):
    async with wall("scoring") as it:
        await it.press("n", "enter")
        assert "Please write a few words first" in it.text
        await it.press("escape")
        assert it.room.done == []
        assert it.app.screen is it.app.wall


async def test_a_ballot_is_set_aside_with_its_reason(wall):
    async with wall("ballot", state=voting()) as it:
        await it.press("v", *"counted", "enter")
        assert it.room.done == [c.VoidRound("counted", it.room.position())]


async def test_someone_steps_out_and_the_list_does_not_tell_who_is_out(wall):
    state = table()
    out = Conflict(2, "A01", Declared.BEFORE)
    async with wall("scoring", state=replace(state, conflicts={(2, "A01"): out})) as it:
        await it.press("x")
        seats = [row for row in it.rows if "Seat" in row]
        assert {row.replace("Seat 2", "Seat 1").strip(" ┃") for row in seats[:2]} == {"Seat 1"}
        await it.press("enter", "enter")
        assert it.room.done == [c.StepOut(1, "A01")]


async def test_someone_who_is_out_comes_back(wall):
    state = table()
    out = Conflict(2, "A01", Declared.BEFORE)
    async with wall("scoring", state=replace(state, conflicts={(2, "A01"): out})) as it:
        await it.press("x", "down", "enter", "enter")
        assert "stays in the register" in it.text
        await it.press("down", "enter", *"slip", "enter")
        assert it.room.done == [c.ComeBack(2, "A01", sure=True, why="slip")]


async def test_a_conflict_is_not_taken_back_by_going_on_pressing_enter(wall):
    out = Conflict(2, "A01", Declared.BEFORE)
    async with wall("scoring", state=replace(table(), conflicts={(2, "A01"): out})) as it:
        await it.press("x", "down", "enter", "enter", "enter", "enter")
        assert it.room.done == []


SLIP = ("4", "c", "3", "5", "enter")


async def test_a_paper_slip_is_read_twice_and_keyed(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("p", "4", "enter", *SLIP)
        assert "Second reading" in it.text
        await it.press(*SLIP)
        answers = {"reach": score(4), "able": Answer(Kind.CANT_SAY), "value": score(35)}
        assert it.room.done == [c.KeySlip(4, "A01", answers, "token-1")]
        assert it.said == "The slip of seat 4 is in."


async def test_keying_starts_at_the_next_seat_on_paper_that_still_owes_a_slip(wall):
    state = table()
    seats = {**state.seats, **{n: replace(state.seats[n], paper=True) for n in (2, 3)}}
    everyone = tuple(seats)
    for handed_in, starts in ((), 2), ((2,), 3), ((2, 3), 4), ((3,), 2), ((2, 3, 4), 2):
        scoring = ScoringState(everyone, handed_in=frozenset(handed_in))
        async with wall("scoring", state=replace(state, seats=seats, scoring={"A01": scoring})) as it:
            await it.press("p")
            assert it.app.screen.lines[it.app.screen.start].key == str(starts)


async def test_where_nobody_is_on_paper_keying_starts_at_the_first_seat_without_a_phone(wall):
    state = table()
    round_by = {2: replace(state.seats[2], handed_round=True), 3: replace(state.seats[3], handed_round=True)}
    seats = {n: replace(seat, paper=False) for n, seat in {**state.seats, **round_by}.items()}
    for handed_in in ((), (2,)):
        scoring = {"A01": ScoringState(tuple(seats), handed_in=frozenset(handed_in))}
        async with wall("scoring", state=replace(state, seats=seats, scoring=scoring)) as it:
            await it.press("p")
            assert it.app.screen.lines[it.app.screen.start].key == "2"


async def test_where_keying_starts_does_not_tell_who_on_paper_stepped_out(wall):
    state = table()
    seats = {**state.seats, **{n: replace(state.seats[n], paper=True) for n in (2, 3)}}
    out = {(2, "A01"): Conflict(2, "A01", Declared.BEFORE)}
    for conflicts, electorate in ({}, tuple(seats)), (out, tuple(n for n in seats if n != 2)):
        scoring = {"A01": ScoringState(electorate)}
        changed = replace(state, seats=seats, conflicts=conflicts, scoring=scoring)
        async with wall("scoring", state=changed) as it:
            await it.press("p")
            assert it.app.screen.lines[it.app.screen.start].key == "2"


async def test_no_digit_of_a_slip_is_ever_on_the_wall(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("p", "4", "enter")
        empty = it.text
        for keys in (("5",), ("x",), ("3",), ("8",)):
            await it.press(*keys)
        masked = it.text
        await it.press("backspace", "backspace", "backspace", "1", "enter", "1", "7")
        assert it.text == masked
        added = "".join(set(masked.split("\n")) - set(empty.split("\n")))
        numbered = added.replace("1  Will", "").replace("2  Can", "").replace("3  Is", "")
        assert not set(numbered) & set("567890")
        assert masked.count("•") == 2


LATE = "Seat 5 sat down after scoring opened. It joins in after this application."


async def test_a_free_seat_is_put_on_paper_and_no_slip_is_asked_that_could_not_count(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("p", "5", "enter", "down", "enter")
        assert it.app.screen is it.app.wall
        assert it.room.done == [c.TakePaperSeat(5)]
        assert it.said == LATE


async def test_the_list_of_slips_does_not_tell_who_stepped_out(wall):
    out = Conflict(2, "A01", Declared.BEFORE)
    state = replace(table(), conflicts={(2, "A01"): out}, scoring={"A01": ScoringState((1, 3, 4))})
    async with wall("scoring", state=state) as it:
        await it.press("p")
        seats = [row.strip(" ┃") for row in it.rows if "Seat" in row]
        assert seats[1] == seats[0].replace("Seat 1", "Seat 2")


async def test_a_seat_that_sat_down_late_is_listed_as_such_and_refused_before_the_first_reading(wall):
    state = table()
    late = replace(state, seats={**state.seats, 5: replace(state.seats[5], paper=True)})
    async with wall("scoring", state=late) as it:
        await it.press("p")
        assert [row for row in it.rows if "after this application" in row and "Seat 5" in row]
        assert not [row for row in it.rows if "after this application" in row and "Seat 4" in row]
        await it.press("5", "enter")
        assert it.app.screen is it.app.wall
        assert it.room.done == []
        assert it.said == LATE


async def test_where_there_is_no_slip_the_seat_is_only_put_on_paper(wall):
    async with wall("lobby", state=table(Phase.NOTE, step=0)) as it:
        await it.press("p", *["down"] * 4, "enter", "down", "enter")
        assert it.room.done == [c.TakePaperSeat(5)]
        assert it.said == say("wall.paper.marked", seat=5)


async def test_before_scoring_everyone_without_a_phone_goes_on_paper_at_once_and_no_phone_is_let_go(wall):
    state = table(Phase.NOTE, step=0)
    free = {n: replace(state.seats[n], token="", paper=False) for n in (3, 4, 5)}
    async with wall("lobby", state=replace(state, seats={**state.seats, **free})) as it:
        taken = [n for n, seat in it.room.state.seats.items() if seat.taken]
        await it.press("p", "end", "enter", "enter")
        assert it.room.done == []  # Enter alone changes nothing
        await it.press("p", "end", "enter", "down", "enter")
        assert it.room.done == [c.TakePaperSeat(n) for n in (3, 4, 5)]
        assert not set(taken) & {3, 4, 5}
        assert "3 seats are now on paper" in it.said


async def test_nobody_is_put_on_paper_all_at_once_while_slips_are_keyed(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("p")
        assert "Everyone who has no phone" not in it.text


async def test_a_phone_is_never_sent_away_unasked(wall):
    async with wall("lobby", state=table(Phase.NOTE, step=0)) as it:
        await it.press("p", "enter")
        assert "The phone that holds this seat is let go" in " ".join(it.text.split())
        await it.press("enter")
        assert it.room.done == []
        for name in ("new_card", "goes_home"):
            await it.app.action_ask(name)
            await it.settle()
            await it.press("enter", "enter")
            assert it.app.screen is it.app.wall
        assert it.room.done == []


async def test_a_device_that_goes_round_is_not_ended_unasked(wall):
    state = replace(table(), hand_round=HandRound(token="t"))
    async with wall("lobby", state=state) as it:
        await it.app.action_ask("hand_round")
        await it.settle()
        assert "The device that goes round now stops working" in " ".join(it.text.split())
        await it.press("enter")
        assert it.room.done == []


async def test_a_seat_can_be_put_back_from_the_palette(wall):
    state = table()
    async with wall("lobby", state=replace(state, seats_before={2: state.seats[2]})) as it:
        await it.app.action_ask("put_back")
        await it.settle()
        await it.press("enter")
        assert it.room.done == [c.PutSeatBack(2)]
    async with wall("lobby", state=state) as it:
        await it.app.action_ask("put_back")
        await it.settle()
        assert it.said == say("people.back.none")


async def test_a_part_award_is_recorded_for_the_row_under_the_line(wall):
    async with wall(posters=[BUDGET], state=table(Phase.BUDGET, step=3)) as it:
        await it.press("enter")
        assert "Tea and Tablets" in it.text
        await it.press(*"40,000", "enter", *"report", "enter", *"fair", "enter")
        assert it.room.done == [c.RecordDecision("A02", Verdict.PART, Decimal(40_000), "report", "fair")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lots", "Please type an amount such as 25,000."),
        ("", "Please say how much"),
        ("0", "Please say how much"),
        ("51,001", "more than they asked for"),
    ],
)
async def test_an_amount_that_cannot_be_is_asked_for_again_before_anything_else_is_written(wall, typed, said):
    async with wall(posters=[BUDGET], state=table(Phase.BUDGET, step=3)) as it:
        await it.press("enter", *typed, "enter")
        assert said in it.text
        await it.press("backspace", *["backspace"] * len(typed), *"300", "enter", *"ok", "enter", "enter")
        assert it.room.done == [c.RecordDecision("A02", Verdict.PART, Decimal(300), "ok")]


async def test_an_amount_recorded_before_gives_way_to_what_is_typed(wall):
    state = table(Phase.BUDGET, step=3)
    before = Decision(Verdict.PART, Decimal(500))
    state = replace(state, plan=replace(state.plan, decisions={"A02": before}))
    async with wall(posters=[BUDGET], state=state) as it:
        await it.press("enter", *"400", "enter", "enter", "enter")
        assert it.room.done == [c.RecordDecision("A02", Verdict.PART, Decimal(400))]


async def test_enter_keeps_the_decision_in_the_last_box_alone(wall):
    async with wall("deciding", state=table(Phase.DECISION)) as it:
        await it.press("r", "enter", *"a report", "enter", *"that", "enter")
        assert it.room.done == [c.RecordDecision("A01", Verdict.FUND, None, "a report", "that")]
        assert it.app.screen is it.app.wall


async def test_the_boxes_of_a_decision_stand_apart_with_the_keys_in_sight(wall):
    async with wall(posters=[BUDGET], state=table(Phase.BUDGET, step=3)) as it:
        await it.press("enter", "enter")
        rows = [row.split("┃")[1].strip() for row in it.rows if row.count("┃") == 2]
        for label in ("On what conditions?", "Why? In our own words."):
            at = next(at for at, row in enumerate(rows) if row.startswith(label))
            assert rows[at - 1] == ""
        assert "Please say how much" in it.text
        assert any(row.startswith("↑ ↓  choose") for row in rows)


@pytest.mark.parametrize("phase", [Phase.INTRODUCE, Phase.READ, Phase.SCORE, Phase.CLOSED])
async def test_a_decision_that_would_be_refused_is_refused_before_anything_is_written(wall, phase):
    async with wall("scoring", state=table(phase)) as it:
        await it.press("r")
        assert it.app.screen is it.app.wall
        assert it.said == Refused(No.NOT_SHOWN_YET).sentence


@pytest.mark.parametrize("phase", [Phase.REVEAL, Phase.TALK])
async def test_shown_scores_are_set_aside_with_a_reason(wall, phase):
    async with wall("reveal", state=table(phase)) as it:
        await it.press("v")
        assert "score again" in it.text
        await it.press(*"early", "enter")
        assert it.room.done == [c.VoidReveal("early", it.room.position())]


async def test_where_there_is_no_ballot_no_reason_is_asked_for(wall):
    async with wall("scoring", state=table()) as it:
        await it.press("v")
        assert it.app.screen is it.app.wall
        assert it.said == Refused(No.NO_ROUND_TO_VOID).sentence


async def test_taking_back_an_open_ballot_says_that_its_ballots_are_gone(wall):
    state = voting()
    state = replace(state, trail=(Undoable("ballot", replace(state.plan, phase=Phase.TALK)),))
    async with wall("ballot", state=state) as it:
        await it.press("z")
        assert it.said == "The ballot is taken back. What was in the box is gone. It can be held again."


async def test_a_decision_in_full_needs_no_amount(wall):
    async with wall("deciding", state=table(Phase.DECISION)) as it:
        await it.press("r", "enter", "enter", "enter")
        assert it.room.done == [c.RecordDecision("A01", Verdict.FUND)]


async def test_outside_an_application_the_decision_asks_which(wall):
    async with wall("notice", state=table(Phase.NOTE, step=0)) as it:
        await it.press("r", "down", "enter", "up", "enter", "enter", "enter")
        assert [command.application for command in it.room.done] == ["A02"]


async def test_a_new_card_lies_face_down_until_enter_and_goes_after(wall):
    async with wall("lobby", state=table()) as it:
        await it.app.action_ask("new_card")
        await it.settle()
        await it.press("enter", "down", "enter")
        await it.until(lambda: bool(it.app.screen.query(".card-code")))
        code = spaced(ALPHABET[:11])
        shown = it.app.screen.query_one("Lettered.card-code")
        assert "•••-••••-••••" in it.text
        assert code not in it.text
        assert shown.text == ""
        await it.press("enter")
        assert shown.text == code
        await it.press("enter")
        assert it.app.screen is it.app.wall
        (order,) = it.room.done
        assert isinstance(order, c.ReissueCard)
        assert order.card.seat == 1
        assert code.replace("-", "") not in order.card.code


async def test_help_says_every_key(wall):
    async with wall("scoring", size=(80, 150)) as it:
        await it.press("question_mark")
        for words in ("PageDown", "Ctrl+P", "Blank the wall", "Key in a paper slip"):
            assert words in it.text
        await it.press("f1")
        assert it.app.screen is it.app.wall


async def test_from_help_the_manual_opens_and_esc_goes_back_to_the_wall(wall):
    async with wall("scoring") as it:
        await it.press("question_mark", "enter")
        await it.until(lambda: "Type a word to look for it" in it.text)
        await it.press(*"clicker")
        await it.until(lambda: "The day · Go on" in it.text)
        await it.press("pagedown", "pageup", "f1", "space", "enter")  # keys of the wall, but not here
        await it.press("escape", "escape")
        await it.until(lambda: it.app.screen is it.app.wall)
        assert it.room.done == []


async def test_the_palette_finds_an_order_by_a_word_of_it(wall):
    async with wall("lobby", state=table()) as it:
        await it.press("ctrl+p", *"shut the")
        await it.until(lambda: "Nobody can take a free seat" in it.text)
        await it.press("enter", "enter")
        await it.until(lambda: bool(it.room.done))
        assert it.room.done == [c.ShutDoors()]


async def test_while_a_card_is_up_the_wall_keys_are_only_letters(wall):
    async with wall("scoring") as it:
        await it.press("n", "z", "t", "plus", "pagedown")
        assert it.room.done == []


async def test_the_room_goes_on_under_a_card(wall):
    async with wall("scoring", "closed") as it:
        await it.press("n")
        it.room.at = 1
        it.room.notify()
        await it.settle()
        assert it.app.wall.poster is POSTERS["closed"]
        await it.press("escape")
        assert "Scoring is closed" in it.text


async def test_keys_typed_at_once_belong_to_the_card_and_not_to_the_wall(wall):
    async with wall("scoring") as it:
        for key in "nzt":
            it.app.post_message(Key(key, key))
        await it.until(lambda: it.app.screen is not it.app.wall)
        await it.settle()
        assert it.app.screen.query_one(TextField).words == "zt"
        assert it.room.done == []


async def test_keys_typed_between_two_cards_are_no_orders(wall):
    everyone = {"A01": ScoringState((1, 2, 3, 4, 5))}
    async with wall("scoring", state=replace(table(), scoring=everyone)) as it:
        await it.press("p", "5")
        for key in ("enter", "down", "enter", "z", "t"):
            it.app.post_message(Key(key, None))
        await it.until(lambda: "First reading" in it.text)
        assert it.room.done == [c.TakePaperSeat(5)]


async def test_the_palette_can_ask(wall):
    async with wall("scoring") as it:
        await it.press("ctrl+p", *"write a n")
        await it.until(lambda: "It goes into the record." in it.text)
        await it.press("enter", "enter")
        await it.until(lambda: "A note for the record" in it.text)


async def test_signals_are_told_as_counts_in_words_once_they_are_asked_for(wall):
    async with wall("scoring") as it:
        it.room.raised = {"question": 2, "slow-down": 1, "break": 0, "mistake": 0}
        it.room.notify()
        await it.settle()
        assert "question" not in it.text
        await it.press("ctrl+p", *"signals")
        await it.until(lambda: "No names." in it.text)
        await it.press("enter")
        await it.until(lambda: "2 of us have a question." in it.text)
        assert "1 of us asks to slow down." in it.text
        assert "break" not in "".join(row for row in it.rows if "of us" in row)
        await it.press("enter")
        await it.until(lambda: "2 of us have" not in it.text)


async def test_where_there_are_no_signals_that_is_said(wall):
    async with wall("scoring") as it:
        await it.press("ctrl+p", *"signals")
        await it.until(lambda: "No names." in it.text)
        await it.press("enter")
        await it.until(lambda: "No signals just now." in it.text)


@pytest.mark.parametrize(
    ("left", "said"),
    [(True, "Done, on phones only."), (False, "There is nobody to remind on a phone just now.")],
)
async def test_the_last_ones_are_reminded_and_the_wall_counts_nobody(wall, left, said):
    async with wall("scoring") as it:
        it.room.some_left = left
        await it.press("ctrl+p", *"remind")
        await it.until(lambda: "A gentle line" in it.text)
        await it.press("enter")
        await it.until(lambda: bool(it.room.phones))
        await it.settle()
        assert it.said == said


async def test_someone_goes_home_and_the_lists_of_seats_say_so(wall):
    state = table()
    gone = replace(state.seats[2], left=True)
    async with wall("scoring", state=replace(state, seats={**state.seats, 2: gone})) as it:
        await it.press("ctrl+p", *"goes home")
        await it.until(lambda: "not in the next ones" in it.text)
        await it.press("enter")
        await it.until(lambda: "Who goes home?" in it.text)
        assert [row.strip(" ┃▎") for row in it.rows if "Seat" in row and "Seat 2" in row] == []
        await it.press("enter", "down", "enter")
        await it.until(lambda: bool(it.room.done))
        assert it.room.done == [c.LeaveEarly(1)]
        await it.press("p")
        assert "has gone home" in next(row for row in it.rows if "Seat 2" in row)


def voting():
    state = table(Phase.BALLOT, round=1)
    rounds = {"A01": (Round(1, (1, 2, 3, 4)),)}
    return replace(state, rounds=rounds, paper_way=PaperWay.TWO_SEE)


async def test_paper_ballots_are_counted_twice_with_phones_closed(wall):
    async with wall("ballot", state=voting()) as it:
        await it.press("p", "enter")
        assert it.room.phones == []  # Enter alone closes nothing
        await it.press("p", "down", "enter")
        assert it.room.phones == ["shut"]
        empty = it.text
        await it.press("0", "0", "0", "0", "1", "0")
        assert "Second reading" in it.text
        assert it.text.count("1") == empty.count("1")
        await it.press("0", "0", "0", "0", "1", "0")
        tally = c.Tally((0, 0, 0, 0, 1), 0)
        assert it.room.counted == [(tally, tally)]
        assert "The slips are counted." in it.said


async def test_a_count_that_is_broken_off_lets_phones_vote_again(wall):
    async with wall("ballot", state=voting()) as it:
        await it.press("p", "down", "enter", "1", "escape")
        assert it.room.phones == ["shut", "open"]
        assert it.room.counted == []


COUNTED = ("p", "down", "enter", *("000010" * 2))


@pytest.mark.parametrize("left", [["escape"], ["enter"], ["down", "enter", "1", "escape"]])
async def test_a_count_that_was_given_stays_however_its_card_is_left(wall, left):
    async with wall("ballot", state=voting()) as it:
        await it.press(*COUNTED)
        await it.press("p")
        assert "stands until you count again" in it.text
        await it.press(*left)
        assert "open" not in it.room.phones
        assert len(it.room.counted) == 1


async def test_phones_vote_again_after_a_count_only_in_so_many_words(wall):
    async with wall("ballot", state=voting()) as it:
        await it.press(*COUNTED)
        await it.press("p", "down", "down", "enter")
        assert it.room.phones == ["shut", "open"]
        assert "The slips are not counted yet, and phones can vote again." in it.said


async def test_a_count_the_room_does_not_take_is_said(wall):
    async with wall("ballot", state=voting()) as it:
        it.room.refusals = [Refused(No.PAPER_TOO_MANY, n=1)]
        await it.press("p", "down", "enter", *("111111" * 2))
        assert "more slips than" in it.said


LISTED = (Draft("Will it last?", "c1"), Draft("Will it go on?"), Draft("Is it kind?"))


def listing():
    plan = replace(table().plan, phase=Phase.WORKSHOP_LIST)
    return replace(table(), draft=LISTED, plan=plan)


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (("enter", "enter", *"ng", "enter"), (Draft("ng", "c1"), *LISTED[1:])),
        (("down", "enter", "down", "down", "enter"), (LISTED[0], LISTED[2])),
        (("down", "enter", "down", "enter", "enter", "enter"), (Draft("Will it go on?", "c1"), LISTED[2])),
        (("down", "down", "down", "enter", *"Why", "enter"), (*LISTED, Draft("Why"))),
    ],
    ids=["in other words", "left out", "put together", "added"],
)
async def test_the_workshops_list_is_put_together_at_the_wall(wall, keys, lines):
    async with wall("listing", state=listing()) as it:
        await it.press("e", *keys)
        assert it.room.done == [c.ListCriteria("1.workshop-list.0", lines)]


async def test_a_reason_is_hidden_with_its_why(wall):
    one = Round(1, (1, 2, 3, 4, 5), Outcome.SPLIT, (2, 0, 0, 0, 3), 0, 5, ("A plan.", "Rude."))
    state = replace(table(Phase.OUTCOME), rounds={"A01": (one,)})
    async with wall("outcome", state=state) as it:
        await it.app.action_ask("hide_reason")
        await it.press("down", "enter", *"hurts", "enter")
        assert it.room.done == [c.HideReason("A01", 1, 1, "hurts")]


async def test_another_view_is_hidden_where_it_is_shown_at_the_end_of_the_day(wall):
    views = {"A01": ("Brave.",), "A02": ("Dear.", "Rude.")}
    state = replace(table(Phase.CLOSING, step=4), minority=views)
    async with wall("closing", state=state) as it:
        await it.app.action_ask("hide_reason")
        await it.press("down", "down", "enter", *"hurts", "enter")
        assert it.room.done == [c.HideReason("A02", 0, 1, "hurts")]


async def test_a_decision_can_go_on_to_a_strength_and_a_doubt(wall):
    async with wall("deciding", state=table(Phase.DECISION)) as it:
        await it.press("r", "enter", *"if so", "f4")
        assert it.room.done == [c.RecordDecision("A01", Verdict.FUND, None, "if so", "")]
        keys = [one.key for one in it.room.state.model.criteria]
        await it.press("enter", *"It is near", "enter", "down", "enter", *"Too dear", "enter")
        said = ByQuestion(OnQuestion(keys[0], "It is near"), OnQuestion(keys[1], "Too dear"))
        assert it.room.done[1:] == [c.SayByQuestion("A01", said)]
        assert it.app.screen is it.app.wall


async def test_a_part_award_without_an_amount_is_asked_for_it_before_a_strength(wall):
    async with wall("deciding", state=table(Phase.DECISION)) as it:
        await it.press("r", "down", "f4")
        assert it.app.screen is not it.app.wall
        assert it.room.done == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_the_key_that_names_a_strength_is_in_sight(wall, size):
    async with wall("deciding", state=table(Phase.DECISION), size=size) as it:
        await it.press("r")
        assert "F4" in it.text


async def test_the_room_is_asked_with_answers_between_strokes(wall):
    async with wall("notice", state=table(Phase.NOTE, step=0)) as it:
        await it.app.run_action("ask('ask_room')")
        await it.press(*"Go on?", "enter", *"Yes / No", "enter")
        assert it.room.done == [c.AskRoom(it.room.position(), "Go on?", ("Yes", "No"))]


async def test_once_all_phones_agree_the_slips_are_asked_about_and_scoring_opens(tmp_path):
    model = session(seats=3, consensus=Consensus(small=Small.OPEN))
    before = doors_open(model).when(c.TakePaperSeat(3)).press_until(Phase.CARDS_UP)
    async with wall_over(before.history, tmp_path) as it:
        room = it.app.room
        for seat in (1, 2):
            room.anonymous_answers.agree(seat, room.position(), "yes")
        await it.press("pagedown")
        await it.until(lambda: it.app.screen is not it.app.wall)
        assert "Do all the slips say yes?" in it.text
        await it.press("down", "enter")
        await it.until(lambda: room.state.plan.phase is Phase.SCORE)
        await it.settle()
        assert room.state.scoring["A01"].cards_up
        assert "turn over at once" in " ".join(it.text.split())


async def test_every_card_can_be_read_on_the_wall(tmp_path):
    model = session(seats=4, consensus=Consensus(small=Small.OPEN))
    world = doors_open(model).press_until(Phase.CARDS_UP)
    yes = c.Gathered(4, counts=((4, 0, 0, 0, 0),), cant_say=(0,))
    world = world.when(c.Next(world.state.plan.position, sure=True, gathered=yes))
    for seat in range(1, 5):
        world = world.answer(seat, seat).answer(seat, 5, "c2")
    for size in ((60, 20), (80, 24), (120, 40)):
        (tmp_path / str(size[0])).mkdir()
        async with wall_over(world.press().press().history, tmp_path / str(size[0]), size=size) as it:
            seen = it.text
            await it.press("pagedown")
            await it.settle()
            seen += it.text
            for card in ("Seat 1: Not at all", "Seat 4: Mostly", "Seat 4: Completely"):
                assert card in seen, (size, card)
