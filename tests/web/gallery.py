"""One of every page a phone can show, with the longest words and most lines we expect.

Those named `hand-round` and `passed` are shown on the device that goes round.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from sessions.model.marked_text import passages
from sessions.views.influence import Shaped
from sessions.views.phone import pages as p
from sessions.views.shapes import Bar, Written
from sessions.wording import english

_AT = dt.datetime(2026, 12, 3, 11, 4, tzinfo=dt.UTC)
ABOUT = p.About(
    "A04",
    "Warm Welcome Lunches and Neighbourhood Telephone Friendship",
    "Bramley Elders Action",
    "Bramley",
    "asks for £148,900",
    "A hot lunch twice a week, and a lift there and back.\n\nVolunteers ring people who cannot come.",
    "Application 4 of 19",
)
WORDS = ("Not at all", "A little", "Partly", "Mostly", "Completely")
CHOICES = tuple(p.Choice(str(n), word) for n, word in enumerate(WORDS, start=1))
OTHERS = (p.Choice("cant-say", "I can't say"), p.Choice("not-applicable", "Does not apply"))
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
BALLOT = p.BallotPage(
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
SHAPE = tuple(Bar(word, n) for word, n in zip(WORDS, (3, 0, 1, 0, 4), strict=True))

PAGES: dict[str, p.AnyPage] = {
    "join": p.JoinPage(session="Connecting Neighbours, second round", open_doors=False),
    "join-refused": p.JoinPage(
        session="Connecting Neighbours",
        open_doors=True,
        message="We do not know that code. Check the letters on your card and try again.",
    ),
    "seat": p.TakeSeat(session="Connecting Neighbours", code="KMPT4WX9", number=4),
    "seat-held": p.TakeSeat(session="Connecting Neighbours", code="K7QF3T", number=None, holds=4),
    "seat-free": p.TakeSeat(session="Connecting Neighbours", code="K7QF3TM4W", number=None),
    "wall": p.ScreenPage(session="Connecting Neighbours, second round"),
    "wall-asked": p.ScreenPage(session="Connecting Neighbours", code="K7QF3T"),
    "wall-wrong": p.ScreenPage(
        session="Connecting Neighbours",
        fault="We do not know that code, or its two minutes are over. Ask the facilitator for a new one.",
        typed=(("code", "K7QF3X"),),
    ),
    "wall-over": p.ScreenPage(
        session="Connecting Neighbours",
        over="The facilitator has ended the other screens. A new code lets this one in again.",
    ),
    "wall-day-over": p.ScreenPage(
        session="Connecting Neighbours", over="The day is over. Thank you for being with us.", done=True
    ),
    "hand-round-make": p.MakeSharedDevicePage(session="Connecting Neighbours", code="KMPT4WX9"),
    "hand-round": p.SharedDevicePage(
        session="Connecting Neighbours, second round",
        seats=(3, 5, 11),
        most=12,
        message="Your score is in. This is locked now. Please hand it on.",
    ),
    "hand-round-many": p.SharedDevicePage(session="Connecting Neighbours", seats=(), most=60),
    "hand-round-none": p.SharedDevicePage(session="Connecting Neighbours", seats=(), most=0),
    "hand-round-code": p.SharedDeviceCodePage(session="Connecting Neighbours", number=11),
    "hand-round-last": p.SharedDeviceCodePage(session="Connecting Neighbours", number=11, short=True),
    "wait-code": p.Wait(
        heading="You have your seat", lines=("Welcome to Connecting Neighbours.",), own_code="KMPT-4WX9"
    ),
    "wait-read": p.Wait(
        heading=ABOUT.title,
        lines=("Quiet reading. Take your time.",),
        about=ABOUT,
        reading=True,
        may_step_out=True,
    ),
    "wait-signals": p.Wait(
        heading="We are talking it over",
        lines=("Nobody is asked how they scored.",),
        signals=TOLD,
        message="The facilitator has been told, without your name.",
    ),
    "wait-voted": p.Wait(
        heading="Your ballot is in the box",
        lines=("You can change your mind until we close together.",),
        kept="If you wrote why, your words are in.",
        may_vote_again=True,
        may_say_why=True,
    ),
    "practice": p.PracticePage(
        question="Would a kettle in the room make today better?", choices=(*CHOICES, OTHERS[0]), done=False
    ),
    "practice-check": p.PracticePage(
        question="Check your answers", choices=(), done=False, part="check", answers=SAID[:2]
    ),
    "practice-received": p.PracticePage(
        question="Your score is in", choices=(), done=False, part="received", answers=SAID[:2]
    ),
    "practice-ballot": p.PracticePage(
        question="Should we all have a biscuit?",
        choices=BALLOT.choices,
        done=False,
        part="ballot",
        promise=BALLOT.promise,
    ),
    "practice-done": p.PracticePage(question="A kettle?", choices=CHOICES, done=True),
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
    "check": p.CheckPage(about=ABOUT, answers=SAID[:2]),
    "check-left-out": p.CheckPage(
        about=ABOUT,
        answers=(SAID[2], *SAID[:2]),
        left_out="One question has no answer yet. Answer it, or finish without.",
    ),
    "received": p.Received(
        about=ABOUT,
        answers=SAID,
        at=_AT,
        receipt="MANGO-41",
        open=True,
        signals=SIGNALS,
        others="At 11:04, 8 of us were in.",
        coming="close scoring together",
    ),
    "received-shut": p.Received(about=ABOUT, answers=SAID, at=None, receipt="", open=False),
    "stepping-ask": p.SteppingOut(about=ABOUT, out=False, may_return=True),
    "stepping-ask-late": p.SteppingOut(about=ABOUT, out=False, may_return=False),
    "stepping-out-stands": p.SteppingOut(about=ABOUT, out=True, may_return=False),
    "stepping-out-sure": p.SteppingOut(
        about=ABOUT,
        out=True,
        may_return=True,
        sure="It was said before today that you stand too close to this one. Are you sure that is not so? "
        "That it was said, and taken back, stays in the register.",
    ),
    "late-application": p.SteppingOut(about=ABOUT, out=False, may_return=False, late=True),
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
    "confidence": p.ConfidencePage(
        question="How confident do you feel about judging applications?",
        choices=(*CHOICES, OTHERS[0]),
        promise=("We only see how many of us said what.", "Until we close, it is in memory only."),
        again=False,
    ),
    "confidence-again": p.ConfidencePage(
        question="How confident do you feel?",
        choices=(*CHOICES, OTHERS[0]),
        promise=("We only see how many of us said what.", "Until we close, it is in memory only."),
        again=True,
    ),
    "ask-the-room": p.AskTheRoom(
        ballot=1,
        question="Go on, or a break?",
        choices=(p.Choice("1", "Go on"), p.Choice("2", "A break"), OTHERS[0]),
        promise=("Nobody can see how you vote.", "With fewer than 5 ballots nothing is kept."),
        electorate="6 of us may vote: seats 1, 2, 3, 4, 5, 6.",
        again=False,
        signals=SIGNALS,
    ),
    "felt": p.ConfidencePage(
        question="Do you feel free to decide as you see it?",
        choices=(*CHOICES, p.Choice("cant-say", "I would rather not say")),
        promise=("We only see three groups.", "Until we close, it is in memory only."),
        again=False,
        number=4,
        of=6,
        kind="free",
        signals=SIGNALS,
    ),
    "workshop": p.Workshop(
        heading="What should we judge applications by?",
        lines=("Write up to three questions.", "Nobody sees who wrote what."),
        boxes=(1, 2, 3),
        longest=150,
        questions=(),
        points=0,
        again=False,
        signals=SIGNALS,
    ),
    "workshop-weigh": p.Workshop(
        heading="How much does each question matter?",
        lines=("Share out 10 points. More points: it matters more.", "Nobody sees who wrote what."),
        boxes=(),
        longest=150,
        questions=(
            "Will this reach older people who feel cut off?",
            *(f"Will it last, {n}?" for n in range(9)),
        ),
        points=10,
        again=True,
    ),
    "wait-list": p.Wait(
        heading="Your suggestions are in",
        lines=("You can change them until we close.",),
        may_change_list=True,
    ),
    "wait-felt": p.Wait(
        heading="Your answer is in", lines=("You can change it until we close.",), may_answer_again=True
    ),
    "result-differ": p.Result(
        heading="Fund: £148,900", lines=("For now. We confirm the whole list together.",), may_differ=True
    ),
    "result-differed": p.Result(
        heading="Fund: £148,900",
        lines=("For now. We confirm the whole list together.",),
        may_differ=True,
        differed=True,
    ),
    "ended-written": p.Ended(
        heading="What we decided",
        lines=("Thank you for deciding this together.",),
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
    "rank-two": replace(RANK, tied=RANK.tied[:2]),
    "rank-again": replace(RANK, again=True),
    "result": p.Result(
        heading="What we think",
        lines=("This is all of us together, without names.",),
        shapes=(
            ("Can they do what they say?", "We are split", SHAPE),
            ("Is it worth it?", "Too few of us.", ()),
        ),
    ),
    "open-scores-ask": p.OpenScores(
        heading="May we turn our scores over?",
        lines=("Where fewer than 5 of us score one, we show no shape.", "If we all say yes, all turn over."),
        choices=(p.Choice("yes", "Yes, turn them over"), p.Choice("no", "No, let us talk")),
        again=True,
        signals=SIGNALS,
    ),
    "open-scores": p.OpenScores(
        heading="Cards up",
        lines=("These are all our scores, each with its seat number.", "You may change yours, and say why."),
        about=ABOUT,
        questions=tuple(
            p.OpenQuestion(n, one.question, ("Seat 1: Mostly", "Seat 2: Completely (at first: Not at all)"))
            for n, one in enumerate(SAID, start=1)
        ),
        signals=SIGNALS,
        may_step_out=True,
        coming="talk it over",
    ),
    "open-scores-change": p.OpenScores(
        heading=SCORE.question,
        lines=("What you said first stays beside it.",),
        about=ABOUT,
        change=SCORE,
        said="Mostly",
        given="4",
    ),
    "open-scores-box": p.OpenScores(
        heading=SCORE.question,
        lines=("What you said first stays beside it.",),
        about=ABOUT,
        change=replace(SCORE, choices=(), low=0, high=40),
        said="15",
        given="15",
    ),
    "wait-agreed": p.Wait(
        heading="Your answer is in", lines=("You can change it until we go on.",), may_agree_again=True
    ),
    "overnight": p.Overnight(
        heading="That is all for today",
        again="We meet again on Thursday at 10:00.",
        lines=(
            "6 of 11 done.",
            "Rest well.",
            "Keep your card. This phone will know you, and your card opens your seat too.",
        ),
    ),
    "overnight-back": p.Overnight(
        heading="Welcome back",
        lines=("6 of 11 done.", "5 are left to look at.", "Are you here again today?"),
        may_return=True,
    ),
    "learn": p.LearnPage(
        heading="Think twice",
        passages=passages(english()["learn.page.bias"])[1:],
        easy_heading="Be fair to each one",
        easy=passages(english()["learn.easy.bias"])[1:],
        signals=SIGNALS,
    ),
    "score-before": replace(SCORE, before="Before we met them you said: Mostly. And now?"),
    "my-questions": p.MyQuestions(
        about=ABOUT,
        promise=(
            "Until we talk it is in the laptop's memory only. If that stops, it is lost, and we say so.",
            "Then all of us see it, with what others wrote, without names.",
        ),
    ),
    "wait-asked": p.Wait(
        heading=ABOUT.title,
        lines=("Quiet reading. Take your time with the summary.",),
        kept="Your question is kept until we talk.",
        about=ABOUT,
        reading=True,
        may_ask=True,
        asked=True,
    ),
    "interview": p.InterviewPage(
        heading="What we ask everybody",
        lines=("You ask question 2.",),
        hints=("When your turn comes you may pass.",),
        questions=("What will be different for people?", "How will you find people who never come?"),
        about=ABOUT,
        may_step_out=True,
        signals=SIGNALS,
    ),
    "interview-mine": p.InterviewPage(
        heading=ABOUT.title,
        caption="Question 2 of 2",
        lines=("How will you find people who never come?",),
        hints=("It is your turn to ask.",),
        about=replace(ABOUT, order=""),
        my_turn=True,
        may_pass=True,
    ),
    "wait-screened": p.Wait(
        heading="Others can see your screen",
        lines=(
            "Guests are in the room.",
            "Here you would see other applications. Turn your phone away from others first.",
        ),
        shows_others="/applications",
    ),
    "list": p.MoneyList(
        heading="The list, and the line",
        lines=("This is what the wall shows. There is nothing to do on your phone.",),
        left="£16,200 left",
        line=1,
        line_words="The line. Nothing below it gets money from this list.",
        rows=(
            p.ListRow(ABOUT.title, "place 1 · score 4.2 · asks £148,900", "full"),
            p.ListRow(
                "Tea and Tablets", "place 2 · score 3.9 · asks £212,000 · we are split", "below the line"
            ),
        ),
        notes=("All lists together give £148,900 of £165,100; £16,200 is left.",),
        coming="confirm the list together",
    ),
    "wait-talk": p.Wait(
        heading="We are talking it over",
        lines=("Nobody is asked how they scored.",),
        about=ABOUT,
        shapes=(("Can they do what they say?", "We are split", SHAPE), ("Is it worth it?", "Too few.", ())),
        written=(Written("What we would ask", ("Who drives?",)),),
        may_step_out=True,
    ),
    "break": p.OnBreak(back_at=_AT),
    "ended": p.Ended(
        heading="Thank you",
        lines=("The day is over and everything is kept.",),
        decisions=((ABOUT.title, "Fund: £148,900"), ("Tea and Tablets", "Not this time")),
    ),
    "mine": p.MyDay(
        pattern="You mostly use the middle of the scale.",
        given=(
            p.Given(ABOUT.title, SAID, "MANGO-41", aside="", decided="Fund: £148,900"),
            p.Given(
                "Tea and Tablets",
                SAID[:2],
                "",
                aside="You stepped out of this one, so these do not count.",
                decided="",
            ),
        ),
    ),
    "applications": p.Applications(all=(ABOUT, replace(ABOUT, ref="A05", title="Tea and Tablets", place=""))),
    "mine-over": p.MyDay(
        pattern="",
        given=(),
        shaped=Shaped(
            ("We scored 11 applications. Scores in all: 480.",), ((ABOUT.title, ("We decided: fund.",)),)
        ),
    ),
    "ended-shaped": p.Ended(
        heading="Thank you", lines=("The day is over.",), decisions=(), shaped=("We gave 480 scores.",)
    ),
    "mine-code": p.MyDay(pattern="", given=(), has_code=True),
    "mine-code-shown": p.MyDay(pattern="", given=(), has_code=True, code="KMP-T4WX-97HR"),
    "mine-none": p.MyDay(pattern="", given=()),
    "passed-score": replace(SCORE, signals=SIGNALS),
    "passed-received": p.Received(
        about=ABOUT, answers=SAID, at=_AT, receipt="MANGO-41", open=True, signals=SIGNALS
    ),
    "refused": p.Turned(
        heading="There is nothing here", message="Perhaps a letter is different. Nothing is lost."
    ),
}
