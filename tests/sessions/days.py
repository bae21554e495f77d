"""Random days for property tests: orders drawn from what people might do, sensible and not."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import Answer, Kind, Source
from sessions.model.decisions import Verdict
from sessions.model.details import Detail
from sessions.model.session import Standing, StepKind
from sessions.schedule.delay import retiming
from tests.sessions.worlds import World, doors_open, session

SEATS = st.integers(1, 7)
REFS = st.sampled_from(["A01", "A02", "A03", "nothing"])
KEYS = st.sampled_from(["c1", "c2"])
VALUES = st.one_of(
    st.integers(1, 5).map(lambda n: Answer(Kind.SCORE, n)),
    st.sampled_from([Answer(Kind.CANT_SAY), Answer(Kind.NOT_APPLICABLE)]),
)
TALLIES = st.tuples(*[st.integers(0, 3)] * 5).map(lambda counts: c.Tally(counts, 0))
TEXTS = st.sampled_from(["", "we looked again", "[/]", "=1+1"])

LINES = st.sampled_from(["", *(f"s{n}" for n in range(1, 9)), "added-1", "added-2"])


def _ref(kind, ref):
    return ref if kind is StepKind.APPLICATION else ""


# What was agreed and is put right.
CHANGES = st.one_of(
    st.tuples(
        st.sampled_from(Detail), st.sampled_from(["", "New words", "[/]", "900", "2026-12-04"]), REFS, TEXTS
    ).map(lambda t: lambda w: c.ChangeDetail(t[0], t[1], t[2], why=t[3])),
    st.tuples(
        st.sampled_from([Detail.TITLE, Detail.DATE, Detail.POT]), st.sampled_from(["Our day", "700"]), TEXTS
    ).map(lambda t: lambda w: c.ChangeDetail(t[0], t[1], why=t[2])),
    st.tuples(st.integers(1, 3), TEXTS).map(
        lambda t: (
            lambda w: c.ChangeCriteria(
                tuple(replace(one, weight=Decimal(t[0])) for one in w.state.model.criteria),
                w.state.model.scale,
                t[1],
            )
        )
    ),
    st.tuples(st.integers(0, 3), TEXTS).map(
        lambda t: (
            lambda w: c.ChangeRule(
                replace(w.state.model.consensus, rounds=t[0]), w.state.model.ties, w.state.model.quorum, t[1]
            )
        )
    ),
    st.tuples(REFS, st.sampled_from(Standing), TEXTS).map(lambda t: lambda w: c.SetApplicationAside(*t)),
    st.tuples(REFS, TEXTS).map(lambda t: lambda w: c.BringBack(*t)),
    st.tuples(TEXTS, st.integers(0, 900), TEXTS).map(
        lambda t: lambda w: c.AddApplication(t[0], Decimal(t[1]), why=t[2])
    ),
    st.tuples(SEATS, REFS).map(lambda t: lambda w: c.SayNoConflict(*t)),
)

# An order as a function of the world, because many need to know where the room stands.
ORDERS = st.one_of(
    CHANGES,
    st.tuples(st.booleans(), TALLIES).map(
        lambda t: lambda w: c.Next(w.state.plan.position, t[0], t[1].cast, t[1])
    ),
    st.just(lambda w: c.Undo(w.state.plan.position)),
    st.tuples(SEATS, KEYS, VALUES, st.integers(0, 9), st.integers(1, 4)).map(
        lambda t: lambda w: c.GiveAnswer(t[0], w.state.application, t[1], t[2], f"id{t[3]}", t[4])
    ),
    st.tuples(SEATS, KEYS, VALUES).map(
        lambda t: (
            lambda w: c.GiveAnswer(t[0], w.state.application, t[1], t[2], f"h{t[0]}", 1, Source.HAND_ROUND)
        )
    ),
    SEATS.map(lambda seat: lambda w: c.HandIn(seat, w.state.application)),
    st.tuples(SEATS, REFS).map(lambda t: lambda w: c.StepOut(*t)),
    st.tuples(SEATS, REFS, st.booleans()).map(lambda t: lambda w: c.ComeBack(*t)),
    st.tuples(SEATS, KEYS, VALUES, TEXTS).map(
        lambda t: lambda w: c.Correct(t[0], w.state.application, t[1], t[2], t[3])
    ),
    st.tuples(SEATS, VALUES).map(
        lambda t: lambda w: c.KeySlip(t[0], w.state.application, {"c1": t[1]}, f"s{t[0]}")
    ),
    TEXTS.map(lambda why: lambda w: c.VoidRound(why)),
    TEXTS.map(lambda why: lambda w: c.VoidReveal(why)),
    st.integers(0, 20).map(lambda n: lambda w: c.TakeBreak(n)),
    st.integers(-3, 3).map(lambda n: lambda w: c.AddMinutes(n)),
    st.tuples(REFS, st.sampled_from(Verdict), TEXTS).map(
        lambda t: lambda w: c.RecordDecision(t[0], t[1], None, "", t[2])
    ),
    st.tuples(REFS, st.integers(-5, 2500)).map(
        lambda t: lambda w: c.RecordDecision(t[0], Verdict.PART, Decimal(t[1]))
    ),
    st.integers(0, 3).map(lambda n: lambda w: c.MoveLine(n)),
    st.booleans().map(lambda yes: lambda w: c.AgreeByTalking(yes)),
    st.tuples(LINES, st.booleans()).map(lambda t: lambda w: c.JumpTo(w.state.plan.position, *t)),
    st.tuples(st.sampled_from(StepKind), st.integers(0, 20), REFS, LINES).map(
        lambda t: lambda w: c.AddStep(w.state.plan.position, t[0], t[1], "", _ref(t[0], t[2]), t[3])
    ),
    st.tuples(LINES, LINES).map(lambda t: lambda w: c.MoveStep(w.state.plan.position, *t)),
    st.tuples(LINES, st.booleans()).map(lambda t: lambda w: c.SkipStep(w.state.plan.position, *t)),
    st.integers(0, 3).map(lambda n: lambda w: c.LookAgain(w.state.plan.position, n)),
    st.dictionaries(LINES, st.integers(0, 30), max_size=3).map(
        lambda minutes: lambda w: c.Retime(w.state.plan.position, minutes)
    ),
    st.just(lambda w: c.Retime(w.state.plan.position, retiming(w.state, w.clock))),
    st.integers(-1, 30).map(lambda n: lambda w: c.MoveStart(w.state.plan.position, n)),
    TEXTS.map(lambda text: lambda w: c.Hold(text)),
    st.integers(-5000, 5000).map(lambda n: lambda w: c.FollowClock(n)),
    TEXTS.map(lambda why: lambda w: c.ReopenList(why)),
    st.sampled_from(e.Signing).map(lambda when: lambda w: c.SignRegister(when)),
    TEXTS.map(lambda text: lambda w: c.AddNote(text)),
    SEATS.map(lambda seat: lambda w: c.TakePaperSeat(seat)),
    SEATS.map(lambda seat: lambda w: c.ReissueCard(e.Card(seat, f"new{seat}", f"newkey{seat}"))),
    st.just(lambda w: c.AddSeat()),
    st.just(lambda w: c.MakeHandRound("a code")),
    st.just(lambda w: c.TakeHandRound("a code", "device")),
    SEATS.map(lambda seat: lambda w: c.UseHandRound("device", seat, f"new{seat}")),
)

# Weighted towards going on, so that days get somewhere.
DAYS = st.lists(
    st.one_of(
        ORDERS,
        TALLIES.map(lambda tally: lambda w: c.Next(w.state.plan.position, True, tally.cast, tally)),
    ),
    max_size=60,
)


def live(orders) -> World:
    """Live through a day of six seats and two applications."""
    world = doors_open(session())
    for order in orders:
        world = world.when(order(world))
    return world
