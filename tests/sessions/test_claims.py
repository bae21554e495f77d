"""Each sentence on wall and phone that claims a fact is checked against the record, over random days.

`CLAIMS` knows which sentence claims what: its key, and how what it says is worked out again from the state alone. A
sentence is found among all that a poster or page says by the words around its gaps.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from decimal import Decimal
from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions.model.answers import Kind
from sessions.model.decisions import Outcome, Verdict
from sessions.model.phases import Phase
from sessions.model.session import Scale, Step, StepKind
from sessions.model.text import money
from sessions.results.budget import full_list, pots
from sessions.state import scores_of
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.phone.pages import Ended
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Budget, Closing
from sessions.wording import english
from tests.sessions.days import DAYS
from tests.sessions.dividing import a_panel, application, divided, strand
from tests.sessions.worlds import doors_open, session

BY_HAND = {
    *("break-skipped", "step-skipped", "step-added", "step-moved", "retimed", "list-reopened", "break-taken"),
    *(
        "undone",
        "reveal-voided",
        "round-voided",
        "reason-hidden",
        "tie-voided",
        "corrected",
        "doors-reopened",
    ),
    *("card-reissued", "hand-round-made", "seat-added"),
}


def sheets(state):
    return scores_of(state, state.application).shown_sheets


def bands(state, criterion):
    """Count low, middle and high, and who scored, of one question as it was shown."""
    scale = criterion.scale
    drawn = scores_of(state, state.application).drawn(criterion.key).values()
    us = [(a.value - scale.low) / (scale.high - scale.low) for a in drawn if a.kind is Kind.SCORE]
    third = Counter("low" if 3 * u < 1 - 1e-9 else "high" if 3 * u > 2 + 1e-9 else "middle" for u in us)
    return third, len(us)


def split(state, criterion):
    third, n = bands(state, criterion)
    least = -(-n // 3)
    return n >= 5 and third["low"] >= least and third["high"] >= least


def alike(state, criterion):
    """Say whether more than half gave the same point of a short scale, or lie in the same band."""
    third, n = bands(state, criterion)
    drawn = scores_of(state, state.application).drawn(criterion.key).values()
    points = Counter(a.value for a in drawn if a.kind is Kind.SCORE)
    return not split(state, criterion) and 2 * max(*third.values(), *points.values(), 0) > n


def shown_questions(state):
    return [one for one in state.model.criteria if bands(state, one)[1] >= 5]


def standing(state):
    return [one for one in state.rounds.get(state.application, ()) if one.outcome and not one.void]


def out_of_it(state):
    return [s for s, ref in state.conflicts if ref == state.application and state.seats[s].here]


def left(state):
    return state.model.pot - sum(one.amount for one in full_list(state).values())


CLAIMS = {
    "views.stepping-out": lambda s, v: int(v["n"]) == len(out_of_it(s)),
    "views.stepping-out-one": lambda s, v: len(out_of_it(s)) == 1,
    "views.reveal.split": lambda s, v: any(split(s, one) for one in s.model.criteria),
    "views.reveal.together": lambda s, v: all(alike(s, one) for one in shown_questions(s)),
    "views.reveal.mixed": lambda s, v: not any(split(s, one) for one in s.model.criteria),
    "views.reveal.too-few": lambda s, v: not shown_questions(s),
    "views.outcome.yes": lambda s, v: any(o.outcome is Outcome.YES for rs in s.rounds.values() for o in rs),
    "views.outcome.no": lambda s, v: any(o.outcome is Outcome.NO for rs in s.rounds.values() for o in rs),
    "views.outcome.of-those": lambda s, v: sum(standing(s)[-1].counts) == int(v["n"]),
    "views.advice.last-round": lambda s, v: len(standing(s)) == s.model.consensus.rounds,
    "views.ballot.who": lambda s, v: v["seats"].count(",") + 1 == int(v["n"]),
    "views.break.done": lambda s, v: (int(v["done"]), int(v["of"])) == (
        len(set(looked_at(s)) - in_hand(s)), len(s.model.applications)
    ),
    "views.closing.interventions": lambda s, v: (int(v["all"]), int(v["n"])) == (len(s.interventions), by_hand(s)),
    "views.closing.spent": lambda s, v: s.confirmed and v["spent"] == written_down(s),
    "views.closing.written-down": lambda s, v: not s.confirmed and v["spent"] == written_down(s),
    "steering.come-back": lambda s, v: int(v["n"]) == len(back(s)) and s.plan.phase is not Phase.BREAK,
    "steering.come-back-one": lambda s, v: len(back(s)) == 1 and s.plan.phase is not Phase.BREAK,
    "views.notice.need": lambda s, v: int(v["here"]) == len(s.here) < int(v["n"]) == s.model.quorum,
    "views.welcome.part": lambda s, v: (int(v["n"]), int(v["of"])) == (today(s), len(s.model.applications)),
    "views.welcome.all": lambda s, v: int(v["n"]) == len(s.model.applications) == today(s),
    "views.closing.sum": lambda s, v: (int(v["n"]), v["amount"], int(v["people"])) == decided_by(s),
    "views.closing.sum-one": lambda s, v: (1, v["amount"], int(v["people"])) == decided_by(s),
    "views.outcome.moved": lambda s, v: 1 <= int(v["n"]) <= most_moved(s),
    "views.rule.three-quarters.none": lambda s, v: three_quarters(v) and 3 * int(v["of"]) < 20,
    "views.rule.three-quarters.one": lambda s, v: three_quarters(v) and 20 < 3 * int(v["of"]) <= 40,
    "views.application-n": lambda s, v: 1 <= int(v["n"]) <= int(v["of"]) == len(s.model.applications),
    "nights.done": lambda s, v: (int(v["done"]), int(v["of"])) == (len(looked_at(s)), len(s.model.applications)),
    "nights.left-and-pot": lambda s, v: int(v["n"]) == len(s.model.applications) - len(looked_at(s)),
    "nights.back": lambda s, v: (int(v["back"]), int(v["of"])) == (len(s.here), len(s.here) + still_away(s)),
    "dividing.all": lambda s, v: v["left"] == said(s, left(s)) and v["pot"] == said(s, s.model.pot),
}  # fmt: skip


def decided_by(state):
    """Give how many get money, how much together, and how many of us are here or handed a score in."""
    funded = [one for one in state.plan.decisions.values() if one.funded]
    people = set(state.here).union(*(one.handed_in for one in state.scoring.values()))
    return len(funded), said(state, sum(one.amount for one in funded)), len(people)


def most_moved(state):
    """Count what the last two ballots on what is in hand differ by, option by option."""
    before, after = (one.counts for one in standing(state)[-2:])
    return sum(abs(one - other) for one, other in zip(before, after, strict=True)) / 2


def three_quarters(said_so):
    return int(said_so["needed"]) == -(-3 * int(said_so["of"]) // 4)


def looked_at(state):
    """Name the applications whose scores were shown and that no line to come looks at again."""
    coming = {
        step.ref for step in state.steps[max(state.plan.step, 0) + 1 :] if step.key not in state.plan.visited
    }
    return [
        one.ref
        for one in state.model.applications
        if scores_of(state, one.ref).revealed and one.ref not in coming
    ]


def in_hand(state):
    """Name the application that a break came in the middle of: it is talked or voted about still."""
    return {state.application} if state.plan.pause and state.plan.phase is not Phase.DECISION else set()


def still_away(state):
    return sum(seat.away and not seat.left for seat in state.seats.values())


def today(state):
    """Count the applications on the agenda from the last night before the room to the next after it."""
    seen = set()
    for at, step in enumerate(state.steps):
        if step.kind is StepKind.OVERNIGHT:
            if at > state.plan.step:
                break
            seen = set()
        if step.key not in state.plan.skipped:  # what the room left out is not looked at
            seen |= {step.ref} & {one.ref for one in state.model.applications} - {""}
    return len(seen)


def said(state, amount):
    return money(Decimal(amount), state.model.currency)


def by_hand(state):
    return sum(one.what in BY_HAND for one in state.interventions)


def written_down(state):
    return said(state, sum(one.amount for one in state.plan.decisions.values()))


def back(state):
    """Give who was out of what came last before this and any break, and is not out of this."""
    here = {s for s, ref in state.conflicts if ref == state.application}
    return [
        one.seat for one in state.conflicts.values()
        if one.came_back and one.seat not in here and state.seats[one.seat].here and one.came_back >= began(state)
    ]  # fmt: skip


def began(state):
    rests = {step.key for step in state.steps if step.kind == "break"}
    at = state.plan.began or dt.datetime.max.replace(tzinfo=dt.UTC)
    for one in reversed(state.timings):
        if one.step in rests:
            at = min(at, one.started)
        elif one.step != (state.step.key if state.step else ""):
            break
    return at


@cache
def pattern(key):
    words = english()[key]
    gaps = re.sub(r"\\\{(n|of|done|here|all|people|back|needed)\\\}", r"(?P<\1>\\d+)", re.escape(words))
    return re.compile(r"(?<!\w)" + re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", gaps) + r"(?= |$)")


def texts(value):
    """Give every text that a poster or page says."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def check_all(state, now):
    """Check all that wall and phones say at this moment; give the keys of the claims that were made."""
    made = set()
    shown = [
        poster(state, now, Outside(laid=Laid(n))) for n in range(len(pots(state)) if state.session else 1)
    ]
    shown += [page(state, seat, now, Ask(), Mine()) for seat in state.taken]
    for one in shown:
        for text in set(texts(one)):
            for key, so in CLAIMS.items():
                found = pattern(key).search(text)
                if found:
                    made.add(key)
                    assert so(state, found.groupdict()), (key, text)
        check_lists(state, one)
    return made


def check_lists(state, shown):
    """Check what stands in the rows of a list: what each gets, and why."""
    if isinstance(shown, Budget):
        listed = full_list(state)
        for row in shown.rows:
            decision, asked = listed[row.ref], state.model.application(row.ref).asked
            if row.running:
                part = f"part: {said(state, decision.amount)} of {said(state, asked)}"
                assert row.why == ("full" if decision.amount == asked else part)
            elif row.why.startswith(("the money ran out", "too little is left")):
                assert asked > left(state)
            elif row.why == "below the line":
                assert asked <= left(state)
            elif row.why == "we agreed: no":
                kept = [o for o in state.rounds.get(row.ref, ()) if o.outcome and not o.void]
                assert state.by_talking.get(row.ref) is False or kept[-1].outcome is Outcome.NO
    if isinstance(shown, Closing | Ended):
        rows = shown.rows if isinstance(shown, Closing) else shown.decisions
        for application, (_, words) in zip(state.model.applications, rows, strict=True):
            decision = state.plan.decisions.get(application.ref)
            assert (decision is None) == (words == "Not decided yet")
            if decision is not None and decision.funded:
                assert words.endswith(said(state, decision.amount))


def lived(model, orders):
    world = doors_open(model)
    made = check_all(world.state, world.clock)
    for order in orders:
        world = world.when(order(world))
        made |= check_all(world.state, world.clock)
    return made


SCALES = st.sampled_from([Scale(), Scale(0, 10, words=()), Scale(1, 9, words=()), Scale(1, 5, "low")])


@settings(max_examples=25, deadline=None)
@given(orders=DAYS, scale=SCALES, seats=st.integers(3, 7), quorum=st.integers(1, 4))
def test_what_is_claimed_on_any_day_is_so(orders, scale, seats, quorum):
    model = session(seats=seats, quorum=quorum)
    lived(
        replace(model, scale=scale, criteria=tuple(replace(one, scale=scale) for one in model.criteria)),
        orders,
    )


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(orders=DAYS, scale=SCALES, seats=st.integers(3, 7), quorum=st.integers(1, 4))
def test_what_is_claimed_on_a_great_many_days_is_so(orders, scale, seats, quorum):
    model = session(seats=seats, quorum=quorum)
    lived(
        replace(model, scale=scale, criteria=tuple(replace(one, scale=scale) for one in model.criteria)),
        orders,
    )


TALLIES = st.sampled_from(
    [c.Tally(one, 0) for one in ((0, 0, 0, 0, 6), (6, 0, 0, 0, 0), (3, 0, 0, 0, 3), (1, 1, 2, 1, 1))]
)


@settings(max_examples=25, deadline=None)
@given(
    marks=st.lists(st.lists(st.integers(1, 5), min_size=6, max_size=6), min_size=3, max_size=3),
    tally=TALLIES,
    awards=st.lists(
        st.tuples(st.sampled_from("ABC"), st.integers(1, 400), st.sampled_from(Verdict)), max_size=3
    ),
    strands=st.booleans(),
)
def test_what_is_claimed_while_dividing_the_pot_and_after_it_is_so(marks, tally, awards, strands):
    parts = (strand("s", 300),) if strands else ()
    model = a_panel(
        application("A", 300, strand="s" if strands else ""), application("B", 400), application("C", 200),
        pot=700, strands=parts,
    )  # fmt: skip
    world = divided(model, dict(zip("ABC", marks, strict=True)), tally=tally)
    for ref, amount, verdict in awards:
        world = world.when(c.RecordDecision(ref, verdict, Decimal(amount)))
        check_all(world.state, world.clock)
    for _ in range(6):
        world = world.press()
        check_all(world.state, world.clock)


def test_the_claims_are_sentences_there_are_and_each_is_made_on_some_day():
    assert CLAIMS.keys() <= english().keys()
    made = set()
    for tally in (c.Tally((0, 0, 0, 0, 6), 0), c.Tally((3, 0, 0, 0, 3), 0), c.Tally((6, 0, 0, 0, 0), 0)):
        world = doors_open(session(seats=6, applications=4))
        world = world.when(c.StepOut(6, "A01")).when(c.TakeBreak(5)).when(c.AddSeat())
        while not world.state.ended:
            ref, phase = world.state.application, world.state.plan.phase
            if phase is Phase.SCORE and not world.state.scoring[ref].handed_in:
                for seat in world.state.scoring[ref].electorate:
                    for key in ("c1", "c2"):
                        mark = 1 + 4 * (seat % 2) if ref == "A02" else 3 if ref == "A03" else 5
                        world = world.answer(seat, mark, key, sending=f"{ref}{seat}{key}")
                    world = world.when(c.HandIn(seat, ref))
            made |= check_all(world.state, world.clock)
            world = world.press(tally=tally)
            assert world.refused is None, world.refused
    assert made >= {
        "views.stepping-out-one", "views.reveal.split", "views.reveal.together", "views.outcome.yes",
        "views.outcome.no", "views.closing.interventions", "views.closing.spent", "steering.come-back-one",
        "views.ballot.who", "views.application-n", "views.closing.sum-one", "views.rule.three-quarters.none",
        "views.welcome.all",
    }  # fmt: skip


def test_what_is_claimed_of_a_night_and_of_two_ballots_that_differ_is_so():
    steps = []
    for step in session(seats=7, applications=3).steps:
        steps.append(step)
        if step.ref == "A01":
            steps.append(Step("night", StepKind.OVERNIGHT, 0))
    world = doors_open(replace(session(seats=7, applications=3), steps=tuple(steps)))
    made, tallies = (
        set(),
        [c.Tally((3, 0, 0, 0, 4), 0), c.Tally((2, 0, 0, 0, 5), 0), c.Tally((0, 0, 0, 0, 7), 0)],
    )
    for _ in range(60):
        ballot = world.state.plan.phase is Phase.BALLOT
        made |= check_all(world.state, world.clock)
        world = world.press(tally=tallies[min(world.state.open_round.number, 3) - 1] if ballot else None)
        assert world.refused is None, world.refused
        if world.state.plan.phase is Phase.MORNING:
            made |= check_all(world.state, world.clock)
            for seat in (1, 2, 3, 4, 5, 6):
                world = world.when(c.ComeAgain(seat))
                made |= check_all(world.state, world.clock)
        if world.state.ended:
            break
    assert made >= {
        "nights.done", "nights.left-and-pot", "nights.back", "views.outcome.moved", "views.welcome.part",
    }  # fmt: skip
