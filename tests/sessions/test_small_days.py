"""Whole days of two to seven members, with conflicts and leavers: what is asked for is used, and `check` had said so.

A member's every page and the wall are looked at, at every moment of the day, and again once it is over.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import msgspec
import pytest
from msgspec.structs import replace

from panel_tui.folder.small_panels import few_report, spare_report
from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import Kind, score
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.session import Consensus, Small, Step, StepKind
from sessions.results.budget import full_list
from sessions.secret.ballot_box import BallotBox
from sessions.state import scores_of
from sessions.views.phone import pages as p
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record.letters import letters
from sessions.views.shapes import Bar
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.posters import Ballot, Scoring
from tests.sessions.worlds import World, doors_open, session

REFS = ("A01", "A02", "A03")


@dataclass
class Day:
    """One day as it is lived. `told` is what `check` says before it.

    `asked` holds who was asked for what, by place and kind of page.
    """

    world: World
    chance: random.Random
    told: str
    conflicts: frozenset[tuple[int, str]]
    asked: dict[str, set[int]] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)

    @property
    def state(self):
        return self.world.state

    @property
    def place(self):
        return f"{self.state.plan.position}."


def drawn(seed: int, seats: int, small: Small) -> Day:
    """Draw a day's panel, its conflicts before the day, and what `check` says of it."""
    chance = random.Random(f"{seed}-{seats}-{small}")
    model = session(seats=seats, applications=len(REFS), consensus=Consensus(small=small, rounds=2))
    many = chance.choice([0, 0, 0.15, 0.5])
    out = frozenset((seat, ref) for seat in range(1, seats + 1) for ref in REFS if chance.random() < many)
    members = tuple(
        replace(one, conflicts=tuple(ref for ref in REFS if (one.seat, ref) in out)) for one in model.members
    )
    first = [Step("felt", StepKind.CONFIDENCE, 5), Step("ours", StepKind.WORKSHOP, 5)]
    last = [Step("felt-again", StepKind.CONFIDENCE, 5)] if chance.random() < 0.5 else []
    steps = (*first, *model.steps[:-1], *last, model.steps[-1])
    model = replace(model, members=members, steps=steps)
    told = " ".join([*few_report(model), *spare_report(model)])
    return Day(doors_open(model), chance, told, out)


# what is asked for


def pages(day: Day, seat: int) -> list[p.AnyPage]:
    """Give all that a seat's phone can be led to here."""
    at = day.world.clock
    led = [(Ask(), Mine()), (Ask(), Mine(ballot_in=True)), (Ask(), Mine(given=True))]
    led += [(ask, Mine()) for ask in (Ask("minority"), Ask("question", 1), Ask("card", 1))]
    return [page(day.state, seat, at, ask, mine) for ask, mine in led]


ASKS = (p.Score, p.BallotPage, p.Reason, p.Minority, p.ConfidencePage, p.Workshop, p.Rank)


def look(day: Day) -> None:
    """Look at the wall and at every phone: nothing of few is shown, and nothing asked that could not be used."""
    state, place = day.state, day.state.plan.position
    wall = poster(state, day.world.clock, Outside())
    shown = [wall]
    for seat in state.taken:
        for one in pages(day, seat):
            shown.append(one)
            if isinstance(one, ASKS) or (isinstance(one, p.OpenScores) and one.choices):
                day.asked.setdefault(f"{place}.{type(one).__name__}", set()).add(seat)
            if isinstance(one, p.Score):
                says_what_it_is_for(state, one, wall)
    for one in shown:
        nothing_of_few(state, one)
    if isinstance(wall, Ballot):
        assert "say" not in wall.rule or can_vote(state) >= 5  # a rule in heads


def says_what_it_is_for(state, one: p.Score, wall) -> None:
    scoring = scores_of(state, state.application)
    scorers = [s for s in scoring.voters if state.seats[s].here or s in scoring.cells]
    wanted = "We all agreed" if scoring.cards_up else "Fewer than 5" if len(scorers) < 5 else ""
    assert wanted in one.promise
    assert bool(one.promise) is bool(wanted)
    if isinstance(wall, Scoring):
        assert not wanted or any(wanted in line for line in wall.lines)


def can_vote(state) -> int:
    return sum(state.seats[seat].here for seat in scores_of(state, state.application).voters)


def parts(value, kind):
    """Give all parts of a kind in what is shown."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part, kind)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), kind)


def bars(value):
    """Give every row of bars that is shown."""
    if isinstance(value, tuple) and value and all(isinstance(one, Bar) for one in value):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from bars(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from bars(getattr(value, name))


def nothing_of_few(state, shown) -> None:
    """No bars of fewer than five; no score with a seat, unless cards were turned up here; no word of too few."""
    for row in bars(shown):
        assert sum(bar.count for bar in row) >= 5, shown
    scoring = scores_of(state, state.application)
    up = scoring.cards_up and scoring.revealed and state.plan.phase in (Phase.REVEAL, Phase.TALK)
    cards = [one for one in parts(shown, str) if one.startswith("Seat ") and ":" in one]
    assert bool(cards) <= up
    if isinstance(shown, p.OpenScores) and not shown.choices:
        assert up


# what members give


def give(day: Day) -> World:
    """Let members do what they are asked here; give the world before the next press."""
    world, chance = day.world, day.chance
    ref, phase = world.state.application, world.state.plan.phase
    if phase is Phase.SCORE:
        for seat in scores_of(world.state, ref).electorate:
            if world.state.seats[seat].here and chance.random() < 0.9:
                for one in world.state.model.criteria:
                    world = world.answer(seat, chance.randint(1, 5), one.key, sending=f"{ref}{seat}{one.key}")
    if phase in (Phase.REVEAL, Phase.TALK) and scores_of(world.state, ref).cards_up and chance.random() < 0.5:
        seat = chance.choice(scores_of(world.state, ref).electorate)
        before = scores_of(world.state, ref).cells.get(seat, {}).get("c1")
        world = world.when(c.ChangeCard(seat, ref, "c1", other(before), "I heard more"))
        if world.refused is None:
            kept = scores_of(world.state, ref).corrections[-1]
            assert (kept.old, kept.why) == (before.answer if before else None, "I heard more")
    return world


def other(cell):
    return score(1 if cell is None or cell.answer.kind is not Kind.SCORE or cell.answer.value != 1 else 2)


def pressed(day: Day, world: World) -> World:
    """Press on, with all that members have given; what was asked for has to be in the record then."""
    state, place = world.state, world.state.plan.position
    asked = {
        name.rpartition(".")[2]: seats for name, seats in day.asked.items() if name.startswith(f"{place}.")
    }
    here = list(state.here)
    match state.plan.phase:
        case Phase.BALLOT:
            return voted(world, sorted(asked.get("BallotPage", set()) & set(here)), asked)
        case Phase.CONFIDENCE if "ConfidencePage" in asked:
            n = len(asked["ConfidencePage"])
            after = gathering(world, counts=((0, 0, n, 0, 0),), given=n)
            assert sum(after.state.felt[-1].counts) == n
            return after
        case Phase.WORKSHOP if "Workshop" in asked:
            after = gathering(world, texts=("Is it kind?",), given=1)
            assert "Is it kind?" in [line.question for line in after.state.draft]
            return after
        case Phase.WORKSHOP_WEIGH if "Workshop" in asked:
            n, lines = len(asked["Workshop"]), len(state.draft)
            after = gathering(world, counts=((0, 0, n, 0, 0),) * lines, given=n)
            assert after.state.workshops[state.step.key] is not None
            return after
        case Phase.DECISION if "Minority" in asked:
            after = gathering(world, texts=("I see it otherwise",), given=1)
            assert "I see it otherwise" in after.state.minority[state.application]
            return after
        case Phase.CARDS_UP if "OpenScores" in asked:
            n = len(asked["OpenScores"])
            no = day.chance.choice([0, 0, 0, 1])
            after = gathering(world, counts=((n - no, no, 0, 0, 0),), given=n)
            assert after.state.cards_up == (frozenset() if no else frozenset(here))
            return after
    return world.press()


def gathering(world, *, given, counts=(), texts=()):
    told = c.Gathered(given, texts, counts, (0,) * len(counts))
    after = world.when(c.Next(world.state.plan.position, sure=True, gathered=told))
    assert after.refused is None, after.refused
    return after


def voted(world, seats, asked):
    """Let all who are asked vote, and say why where they are asked: the record has to know what it came to."""
    box = BallotBox(world.state.application, world.state.plan.round)
    for seat in seats:
        box.put(seat, 4)
        if seat in asked.get("Reason", ()):
            box.add_reason(seat, f"because {seat}")
    tally = box.tally(5, seats)
    after = world.when(
        c.Next(world.state.plan.position, sure=True, cast=len(seats), tally=tally, voted=tuple(seats))
    )
    assert after.refused is None, after.refused
    closed = after.state.rounds[world.state.application][-1]
    assert seats, "nobody could vote"
    assert closed.outcome is Outcome.YES
    assert len(closed.reasons) == len(set(seats) & asked.get("Reason", set()))
    return after


# the day


def lived(day: Day) -> Day:
    """Live through it; some go home, some step out late."""
    for _ in range(400):
        look(day)
        if day.state.ended:
            return day
        if maybe_leave(day):
            # who is left may be too few for what was asked before: the pages had said what then becomes of it
            day.asked = {name: who for name, who in day.asked.items() if not name.startswith(day.place)}
            look(day)
        day.world = pressed(day, give(day))
        assert day.world.refused is None, day.world.refused
    raise AssertionError("the day did not end")


def maybe_leave(day: Day) -> bool:
    leaving = day.state.plan.phase in (Phase.INTRODUCE, Phase.READ, Phase.TALK, Phase.DECISION, Phase.BREAK)
    often = 0.3 if day.state.plan.phase is Phase.TALK else 0.06
    if not leaving or len(day.state.here) < 2 or day.chance.random() > often:
        return False
    seat = day.chance.choice(day.state.here)
    if day.chance.random() < 0.5:
        day.world = day.world.when(c.LeaveEarly(seat))
        day.left.append(seat)
    elif day.state.application:
        day.world = day.world.when(c.StepOut(seat, day.state.application))
        day.left.append(seat)
    return True


def check_said_so(day: Day) -> None:
    """What was not voted on as conflicts stood before the day is named; what came of leavers was foreseen in heads."""
    seats = len(day.state.model.members)
    for ref in REFS:
        voted_on = any(
            isinstance(one.event, e.RoundOpened) and one.event.application == ref for one in day.world.history
        )
        free = sum((seat, ref) not in day.conflicts for seat in range(1, seats + 1))
        if free < 5:
            assert not voted_on
            assert ref in day.told or f"Seats: {seats}. No ballot is held" in day.told
        elif not voted_on:
            assert day.left, (ref, day.told)
            assert "away" in day.told or any(one in day.told for one in REFS)


def nothing_ranked_as_if_five_had_scored(day: Day) -> None:
    listed = full_list(day.state)
    assert set(listed) == set(REFS)
    for one in letters(day.state):
        assert "vote" not in one.body
        scored = sum(bool(cells) for cells in scores_of(day.state, one.application).sheets.values())
        assert (
            not scored or f"{scored} of us scored it" in one.body or (scored == 1 and "One of us" in one.body)
        )


def whole(seed: int, seats: int, small: Small) -> Day:
    day = lived(drawn(seed, seats, small))
    assert audit(day.world.history) is None
    check_said_so(day)
    nothing_ranked_as_if_five_had_scored(day)
    return day


@pytest.mark.parametrize("small", Small)
@pytest.mark.parametrize("seats", range(2, 8))
def test_on_a_day_of_a_small_panel_nothing_asked_for_is_thrown_away(seats, small):
    for seed in range(2):
        whole(seed, seats, small)


@pytest.mark.slow
@pytest.mark.parametrize("small", Small)
@pytest.mark.parametrize("seats", range(2, 8))
def test_on_a_great_many_days_nothing_asked_for_is_thrown_away(seats, small):
    for seed in range(2, 60):
        whole(seed, seats, small)


def test_the_days_have_everything_in_them_that_is_looked_for():
    kinds, turned, talked = set(), 0, 0
    for seats in range(2, 8):
        for small in Small:
            day = whole(0, seats, small)
            kinds |= {name.rpartition(".")[2] for name in day.asked}
            turned += any(one.cards_up for one in day.state.scoring.values())
            few = [one for one in day.state.scoring.values() if 0 < len(one.electorate) < 5]
            talked += any(not one.cards_up for one in few)
    assert kinds >= {"Score", "BallotPage", "Reason", "Minority", "ConfidencePage", "Workshop", "OpenScores"}
    assert turned > 1
    assert talked > 1


def test_no_ballot_is_opened_that_those_still_here_are_too_few_to_fill():
    world = doors_open(session(seats=6)).press_until(Phase.TALK)
    one_gone = world.when(c.LeaveEarly(6))
    assert isinstance(one_gone.press().happened[-1], e.RoundOpened)
    two_gone = one_gone.when(c.LeaveEarly(5)).press()
    assert two_gone.happened == (e.RoundClosed("A01", 1, 6, Outcome.TOO_FEW),)
    assert audit(two_gone.history) is None
    assert two_gone.press().state.plan.phase is Phase.DECISION  # and not round again


def test_a_rule_in_heads_counts_those_who_can_still_vote():
    world = doors_open(session(seats=7)).press_until(Phase.TALK).when(c.LeaveEarly(7)).press()
    assert "5 of 6 say yes" in poster(world.state, world.clock, Outside()).rule
    for seat in (5, 6):
        world = world.when(c.LeaveEarly(seat))
    assert "no count is kept" in poster(world.state, world.clock, Outside()).rule


def test_reasons_are_not_asked_for_where_too_few_vote_by_phone_to_keep_any():
    world = doors_open(session(seats=8))
    for seat, heard in ((8, True), (7, True), (6, True), (5, False)):
        world = world.when(c.TakePaperSeat(seat))
        opened = world.press_until(Phase.TALK).when(c.ChoosePaperWay("two-see")).press()
        shown = page(opened.state, 1, opened.clock, Ask(), Mine(ballot_in=True))
        assert isinstance(shown, p.Reason) is heard, seat
        assert heard or not shown.may_say_why
