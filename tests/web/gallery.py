"""One of every page a phone can show, with the longest words and most lines we expect.

Those named `hand-round` and `passed` are shown on the device that goes round.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from sessions.views import pages as p
from sessions.views.shaped import Shaped
from sessions.views.shapes import Bar
from sessions.views.written import Written

_AT = dt.datetime(2026, 12, 3, 11, 4, tzinfo=dt.UTC)
ABOUT = p.About(
    "A04",
    "Warm Welcome Lunches and Neighbourhood Telephone Friendship",
    "Bramley Elders Action",
    "Bramley",
    "asks for £148,900",
    "A hot lunch twice a week, and a lift there and back.\n\nVolunteers ring people who cannot come.",
)
WORDS = ("Not at all", "A little", "Partly", "Mostly", "Completely")
CHOICES = tuple(p.Choice(str(n), word) for n, word in enumerate(WORDS, start=1))
OTHERS = (p.Choice("cant-say", "I can't say"), p.Choice("not-applicable", "This does not apply here"))
SAID = (
    p.Said(1, "Will this reach older people who feel cut off?", "Mostly", True),
    p.Said(2, "Can they do what they say?", "I can't say", True),
    p.Said(3, "Is it worth the money?", "No answer", False),
)
SCORE = p.Score(
    about=ABOUT,
    criterion="reach",
    question="Will this reach older people who feel cut off?",
    number=2,
    of=4,
    choices=CHOICES,
    others=OTHERS,
    low=1,
    high=5,
    best="high",
    said="",
    revision=1,
    may_step_out=True,
)
BALLOT = p.Ballot(
    about=ABOUT,
    round=1,
    question="Should we fund this?",
    choices=(
        *(
            p.Choice(str(n), w)
            for n, w in enumerate(("No", "Probably not", "Not sure", "Probably", "Yes"), start=1)
        ),
        OTHERS[0],
    ),
    promise=(
        "Nobody in this room can look up your ballot, not even us.",
        "Only how many chose each answer is kept. With fewer than five ballots nothing is kept.",
    ),
    electorate="9 of us may vote: seats 1, 2, 3, 4, 5, 7, 8, 9, 10.",
    again=False,
)
RANK = p.Rank(
    ballot=1,
    question="Which should come first?",
    tied=(
        p.Tied("place1", ABOUT.title, "Bramley Elders Action · £148,900"),
        p.Tied("place2", "Tea and Tablets", "Harehills Hub · £212,000"),
        p.Tied("place3", "Doorstep Choirs", "£180,000"),
    ),
    places=tuple(p.Choice(str(n), word) for n, word in enumerate(("First", "Second", "Third"), start=1)),
    promise=BALLOT.promise,
    electorate=BALLOT.electorate,
    again=False,
)
SIGNALS = tuple(p.Signal(kind, False) for kind in p.SIGNALS)
TOLD = tuple(p.Signal(kind, kind in ("question", "break")) for kind in p.SIGNALS)
SHAPE = (Bar("Not at all", 3), Bar("Partly", 1), Bar("Completely", 4))

PAGES: dict[str, p.AnyPage] = {
    "join": p.Join(session="Connecting Neighbours, second round", open_doors=False),
    "join-refused": p.Join(
        session="Connecting Neighbours",
        open_doors=True,
        message="We do not know that code. Check the letters on your card and try again.",
    ),
    "seat": p.TakeSeat(session="Connecting Neighbours", code="KMPT4WX9", number=4),
    "seat-free": p.TakeSeat(session="Connecting Neighbours", code="K7QF3T", number=None),
    "hand-round-make": p.MakeHandRound(session="Connecting Neighbours", code="KMPT4WX9"),
    "hand-round": p.HandRound(
        session="Connecting Neighbours, second round",
        seats=(3, 5, 11),
        most=12,
        message="Your score is in. This is locked now. Please hand it on.",
    ),
    "hand-round-many": p.HandRound(session="Connecting Neighbours", seats=(), most=60),
    "hand-round-none": p.HandRound(session="Connecting Neighbours", seats=(), most=0),
    "hand-round-code": p.HandRoundCode(session="Connecting Neighbours", number=11),
    "wait-code": p.Wait(
        heading="You have your seat", lines=("Welcome to Connecting Neighbours.",), own_code="KMPT-4WX9"
    ),
    "wait-read": p.Wait(
        heading=ABOUT.title, lines=("Quiet reading. Take your time.",), about=ABOUT, may_step_out=True
    ),
    "wait-signals": p.Wait(
        heading="We are talking it over",
        lines=("Nobody is asked how they scored.",),
        signals=TOLD,
        message="The facilitator has been told, without your name.",
    ),
    "wait-voted": p.Wait(
        heading="Your ballot is in the box", lines=("Thank you.",), may_vote_again=True, may_say_why=True
    ),
    "practice": p.Practice(
        question="Would a kettle in the room make today better?", choices=(*CHOICES, OTHERS[0]), done=False
    ),
    "practice-done": p.Practice(question="A kettle?", choices=CHOICES, done=True),
    "score": SCORE,
    "score-signals": replace(
        SCORE, signals=SIGNALS, message="We are waiting for you. Take the time you need."
    ),
    "score-changed": replace(
        SCORE, said="Mostly", message="Please pick one of the answers, then press the button."
    ),
    "score-numbers": replace(
        SCORE, choices=tuple(p.Choice(str(n), str(n)) for n in range(11)), low=0, high=10
    ),
    "score-box": replace(SCORE, choices=(), low=0, high=40, number=4, said="15"),
    "check": p.Check(about=ABOUT, answers=SAID),
    "received": p.Received(about=ABOUT, answers=SAID, at=_AT, receipt="MANGO-41", open=True, signals=SIGNALS),
    "received-shut": p.Received(about=ABOUT, answers=SAID, at=None, receipt="", open=False),
    "stepping-ask": p.SteppingOut(about=ABOUT, out=False, may_return=False),
    "stepping-out": p.SteppingOut(about=ABOUT, out=True, may_return=True),
    "ballot": BALLOT,
    "ballot-again": replace(BALLOT, round=2, again=True),
    "reason": p.Reason(
        about=ABOUT,
        round=1,
        promise=("Your words are kept apart from your ballot.", "Until we close, they are in memory only."),
        signals=SIGNALS,
        message="The laptop stopped, and reasons were lost. Please write yours again.",
    ),
    "minority": p.Minority(
        about=ABOUT,
        promise=("If few of us see it differently, others may guess.", "Leave out names."),
        signals=SIGNALS,
    ),
    "confidence": p.Confidence(
        question="How confident do you feel about judging applications?",
        choices=(*CHOICES, OTHERS[0]),
        promise=("We only see how many of us said what.", "Until we close, it is in memory only."),
        again=False,
    ),
    "confidence-again": p.Confidence(
        question="How confident do you feel?",
        choices=(*CHOICES, OTHERS[0]),
        promise=("Totals only.",),
        again=True,
    ),
    "workshop": p.Workshop(
        heading="What should we judge applications by?",
        lines=("Write up to three questions.", "Nobody sees who wrote what."),
        boxes=(1, 2, 3),
        longest=150,
        questions=(),
        choices=CHOICES,
        again=False,
        signals=SIGNALS,
    ),
    "workshop-weigh": p.Workshop(
        heading="How much does each question matter?",
        lines=("Pick one answer for each question.",),
        boxes=(),
        longest=150,
        questions=("Will this reach older people who feel cut off?", "Will it last?"),
        choices=CHOICES,
        again=True,
    ),
    "wait-list": p.Wait(heading="Your suggestions are in", lines=("Thank you.",), may_change_list=True),
    "wait-felt": p.Wait(heading="Your answer is in", lines=("Thank you.",), may_answer_again=True),
    "result-differ": p.Result(heading="Fund: £148,900", lines=("For now.",), may_differ=True),
    "result-differed": p.Result(
        heading="Fund: £148,900", lines=("For now.",), may_differ=True, differed=True
    ),
    "ended-written": p.Ended(
        heading="What we decided",
        lines=("Thank you.",),
        decisions=((ABOUT.title, "Fund: £148,900"),),
        written=(Written("Some of us saw it differently: Tea and Tablets", ("It was brave.",)),),
    ),
    "result-written": p.Result(
        heading="We agree: yes",
        lines=("At least 2 of us moved.",),
        written=(
            Written("Reasons, first ballot", ("They know the street.", "W" * 80), "One reason was hidden."),
        ),
    ),
    "rank": RANK,
    "rank-again": replace(RANK, again=True),
    "result": p.Result(
        heading="What we think",
        lines=("This is all of us together, without names.",),
        shapes=(
            ("Can they do what they say?", "We are split", SHAPE),
            ("Is it worth it?", "Too few of us.", ()),
        ),
    ),
    "break": p.OnBreak(back_at=_AT, lines=("Please be back at 11:04.",)),
    "ended": p.Ended(
        heading="Thank you",
        lines=("The day is over and everything is kept.",),
        decisions=((ABOUT.title, "Fund: £148,900"), ("Tea and Tablets", "Not this time")),
    ),
    "mine": p.MyDay(
        pattern="You mostly use the middle of the scale.",
        given=(
            p.Given(ABOUT.title, SAID, "MANGO-41", aside=False, decided="Fund: £148,900"),
            p.Given("Tea and Tablets", SAID[:2], "", aside=True, decided=""),
        ),
    ),
    "mine-over": p.MyDay(
        pattern="",
        given=(),
        shaped=Shaped(("We gave 480 scores to 11 applications.",), ((ABOUT.title, ("We decided: fund.",)),)),
    ),
    "ended-shaped": p.Ended(
        heading="Thank you", lines=("The day is over.",), decisions=(), shaped=("We gave 480 scores.",)
    ),
    "mine-none": p.MyDay(pattern="", given=()),
    "passed-score": replace(SCORE, signals=SIGNALS),
    "passed-received": p.Received(
        about=ABOUT, answers=SAID, at=_AT, receipt="MANGO-41", open=True, signals=SIGNALS
    ),
    "refused": p.Turned(
        heading="There is nothing here", message="Perhaps a letter is different. Nothing is lost."
    ),
}
