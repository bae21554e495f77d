"""Sample posters of every kind, as a real day would fill them: 11 applications, long titles, 9 and 12 members."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sessions.model.marked_text import passages
from sessions.views.ribbon import Stop, When
from sessions.views.shapes import Bar, RoundBars, Shape, Written
from sessions.views.wall.list_rows import Act, OneDecision, Row, Sums
from sessions.views.wall.posters import (
    AnyPoster,
    Asking,
    Ballot,
    BallotOutcome,
    Budget,
    Closing,
    Confirmed,
    Countdown,
    Deciding,
    Frame,
    Introduce,
    Learning,
    Listing,
    Lobby,
    Notice,
    Pause,
    Practice,
    Reading,
    Reveal,
    Scoring,
    Sheet,
    Talk,
    Thanks,
    ThenAndNow,
)
from sessions.wording import english

NOW = dt.datetime(2026, 12, 3, 11, 2, tzinfo=dt.UTC)
LINK = "http://10.0.0.7:8765/J/K7QF3TM4W"
WIFI = "WIFI:T:WPA;S:PanelRoom;P:tea-and-cake;;"
WORDS = ("Not at all", "A little", "Partly", "Mostly", "Completely")
LONG = "Connecting Older Neighbours Across Holbeck, Beeston and Middleton Through Shared Meals and Singing"


def timed(*, since: int, until: int) -> Countdown:
    """Plan a time, in minutes from NOW."""
    return Countdown(NOW + dt.timedelta(minutes=since), NOW + dt.timedelta(minutes=until))


def bars(*counts: int, words: tuple[str, ...] = WORDS) -> tuple[Bar, ...]:
    return tuple(Bar(word, count) for word, count in zip(words, counts, strict=True))


RESTS = (
    5,
    10,
)  # the welcome, a practice go and eleven applications, two breaks; the pot, how we feel, the closing
LINES = 18


def day(at: int, name: str) -> tuple[Stop, ...]:
    """Give a day of eighteen lines, with its breaks, at one of them; behind the last of them it is over."""
    whens = (When.DONE,) * at + (When.NOW,) * (at < LINES) + (When.TO_COME,) * (LINES - 1 - at)
    return tuple(Stop(when, n in RESTS, name if n == at else "") for n, when in enumerate(whens))


def frame(position: str, title: str, subtitle: str = "", corner: str = "Holbeck", **bands: Any) -> Frame:
    return Frame(position, title, subtitle, corner, **{"now": "", "next": "", "then": "", **bands})


def application(position: str, **bands: str) -> Frame:
    return frame(
        position,
        "Application 4 of 11",
        "Warm Welcome Lunches · Bramley",
        "asks for £148,900",
        about="Warm Welcome Lunches",
        ribbon=day(6, "Application 4 of 11"),
        **bands,
    )


SHAPES = (
    Shape("Can they do what they say?", "We are split", True, bars(3, 0, 1, 0, 4)),
    Shape("Will it reach people who feel cut off?", "Most of us: mostly", False, bars(0, 0, 2, 6, 1)),
    Shape(
        "Is the money well spent on what older people asked for?",
        "Most of us: partly",
        False,
        bars(1, 1, 5, 2, 0),
    ),
    Shape("Will people feel they belong?", "Most of us: completely", False, bars(0, 0, 1, 2, 6)),
)
OPTIONS = ("No", "Probably not", "Not sure", "Probably", "Yes")
ROUNDS = (
    RoundBars("First ballot", bars(3, 0, 2, 1, 3, words=OPTIONS), ""),
    RoundBars("Second ballot", bars(0, 2, 0, 3, 4, words=OPTIONS), "1 of us could not say"),
)
WRITTEN = (
    Written(
        "Reasons, second ballot",
        (
            "If my landing says no, they stop. Fair enough.",
            "They will ask each floor first. That settled it for me. " * 8,
            "You cannot put a price on a neighbour's name.",
        ),
        "One reason was hidden; the record says why.",
    ),
)
RAN_OUT = "the money ran out here"
ROWS = (
    Row("1", "A04", "Warm Welcome Lunches", "4.4", "£148,900", "full", "£148,900", "£90,000", ""),
    Row("2", "A07", "Tea and Tablets", "4.3", "£212,000", "full", "£360,900", "", ""),
    Row("3", "A01", LONG, "4.2", "£240,000", "full", "£600,900", "", ""),
    Row("4", "A09", "Men in Sheds, Morley", "4.1", "£96,500", "full", "£697,400", "", ""),
    Row("5", "A02", "The Garden Gate", "4.0", "£310,000", "full", "£1,007,400", "", ""),
    Row("6", "A11", "Dancing at Noon", "3.9", "£175,000", "full", "£1,182,400", "", "split"),
    Row("7", "A03", "Rides to Friends", "3.8", "£140,000", "full", "£1,322,400", "", ""),
    Row("8", "A06", "Phone a Neighbour", "3.7", "£100,000", "full", "£1,422,400", "", ""),
    Row("9", "A08", "Doorstep Choirs", "3.6", "£180,000", "full", "£1,602,400", "", ""),
    Row("10", "A05", "Good Neighbours, Garforth", "3.6", "£240,000", "", "", "£95,000", "", RAN_OUT),
    Row("11", "A10", "Silver Screens", "2.9", "£118,000", "", "", "", "not settled", "too little is left"),
)

ENDING = frame(
    "16.closing.0", "Closing", "", "Holbeck", now="closing", next="thank you", ribbon=day(17, "Closing")
)
FELT = ("Less confident", "In between", "More confident")
DECISIONS = (
    OneDecision(
        "Warm Welcome Lunches",
        "Fund: £148,900",
        "yes",
        ("asks for £148,900", "We agree: yes"),
        "They tell us in June how many new people came, and keep the Tuesday lunch in Bramley.",
    ),
    OneDecision(LONG, "Fund in part: £120,000", "yes", ("asks for £240,000", "We agree: yes")),
    *(
        OneDecision(row.title, f"Fund: {row.asks}", "yes", (f"asks for {row.asks}", "We agree: yes"))
        for row in (ROWS[1], *ROWS[3:9])
    ),
    OneDecision(ROWS[9].title, "Not this time", "no", (f"asks for {ROWS[9].asks}", "We are split", RAN_OUT)),
    OneDecision(ROWS[10].title, "Not this time", "no", (f"asks for {ROWS[10].asks}", "too little is left")),
)

POSTERS: dict[str, AnyPoster] = {
    "lobby": Lobby(
        frame(
            "-1.arriving.0",
            "Connecting Neighbours, second round",
            now="arriving",
            next="a practice go",
            then="Application 1 of 11",
            ribbon=tuple(Stop(When.TO_COME, n in RESTS) for n in range(LINES)),
        ),
        "10.0.0.7:8765",
        LINK,
        "K7QF3TM4W",
        9,
        12,
        "PanelRoom",
        WIFI,
    ),
    "notice": Notice(
        frame(
            "0.note.0",
            "Welcome",
            "Connecting Neighbours, second round",
            now="welcome",
            next="a practice go",
            ribbon=day(0, "Welcome"),
        ),
        "Welcome",
        (
            "Today we decide together who gets £1,700,000.",
            "We score in quiet, then we talk, then we vote in secret.",
            "There are no wrong answers. “I can't say” is a real answer.",
        ),
    ),
    "practice": Practice(
        frame(
            "1.practice.0",
            "A practice go",
            "This one counts for nothing",
            now="practising",
            next="Application 1",
            ribbon=day(1, "A practice go"),
        ),
        "Have a go",
        "How much do you like a cup of tea?",
        WORDS,
        6,
        12,
    ),
    "introduce": Introduce(
        application("4.introduce.0", now="introducing, 2 minutes", next="quiet reading", then="scoring"),
        LONG,
        "Bramley Elderly Action",
        "Bramley",
        "asks for £148,900",
        "could still do something useful with £90,000",
        "One of us is stepping out for this one.",
        "A hot lunch twice a week, cooked and eaten together, with a lift there and back for whoever needs one.",
    ),
    "reading": Reading(
        application(
            "4.read.0",
            now="reading, 8 minutes",
            next="scoring",
            then="Break at about 11:30 · home by about 15:10",
        ),
        "Time to read",
        (
            "The summary is on your phone and on the paper in front of you.",
            "Take your time. Nothing closes by itself.",
        ),
        timed(since=-2, until=6),
    ),
    "asking": Asking(
        frame("4.interview-ask.2", "Interview", LONG, now="our questions", next="question 3", guests=True),
        "Question 2 of 4",
        "How will you find people who never come to anything, and what will you do if they do not come?",
        ("Seat 7 asks.",),
        timed(since=-6, until=9),
        passable=True,
    ),
    "learning": Learning(
        frame("1.learn.0", "Connecting Neighbours", "", "Holbeck", now="reading together", next="practice"),
        "Think twice",
        passages(english()["learn.page.bias"])[1:],
    ),
    "scoring": Scoring(
        application(
            "4.score.0",
            now="scoring, 3 minutes",
            next="what we think",
            then="Break at about 11:30 · home by about 15:10",
        ),
        "Scoring is open",
        7,
        9,
        ("Take your time. Nothing closes by itself.", "You can change your mind until we close together."),
        "One of us is stepping out for this one.",
        timed(since=-1, until=3),
        False,
    ),
    "closed": Scoring(
        application("4.closed.0", now="scoring is closed", next="what we think"),
        "Scoring is closed",
        9,
        9,
        ("All of us who score this one are in.", "Next we look at the shape of our scores together."),
        "",
        timed(since=-4, until=0),
        True,
    ),
    "reveal": Reveal(
        application("4.reveal.0", now="looking", next="we talk"),
        "On one question we are split. On three, most of us agree.",
        SHAPES,
    ),
    "talk": Talk(
        application(
            "4.talk.0",
            now="talking, 6 minutes",
            next="a secret ballot",
        ),
        "Can they do what they say?",
        ("Let's hear one reason for, and one against.", "Nobody is asked how they scored."),
        SHAPES,
        timed(since=-5, until=1),
    ),
    "talk-again": Talk(
        application("4.talk.2", now="talking", next="a second ballot"),
        "What would help us agree?",
        ("Let's hear from someone who was not sure.",),
        SHAPES,
        timed(since=-7, until=-2),
        ROUNDS[:1],
        WRITTEN,
    ),
    "ballot": Ballot(
        application("4.ballot.1", now="voting", next="the outcome"),
        "A secret ballot is open",
        "Should we fund this?",
        5,
        9,
        "Our rule: 7 of 9 say yes, and no more than 1 says no.",
        (
            "Nobody can look up your ballot, not even us.",
            "If we all say the same, everyone knows what we said.",
        ),
    ),
    "outcome": BallotOutcome(
        application(
            "4.outcome.2",
            now="the outcome",
            next="our reasons",
            then="Application 5 of 11",
        ),
        "We agree: yes",
        "yes",
        ROUNDS,
        ("At least 2 of us moved.", "Our rule: 7 of 9 say yes, and no more than 1 says no."),
        WRITTEN,
    ),
    "outcome-split": BallotOutcome(
        application(
            "4.outcome.3",
            now="the outcome",
            next="we talk",
        ),
        "We are split",
        "split",
        (*ROUNDS, RoundBars("Third ballot", bars(4, 0, 0, 0, 5, words=OPTIONS), "")),
        ("At least a third of us say no, and at least a third say yes.",),
    ),
    "deciding": Deciding(
        application("4.decision.0", now="our reasons", next="Application 5 of 11"),
        "We agree: yes",
        "yes",
        "Fund · £148,900",
        "They tell us in June how many new people came.",
        "It is led by older people, and it reaches streets that nothing else does.",
        ("Press r to change it.",),
    ),
    "pause": Pause(
        frame(
            "5.break.0",
            "A break",
            "",
            "Holbeck",
            now="a break",
            next="Tea and Tablets, Harehills",
            ribbon=day(10, "A break"),
        ),
        "Back at 11:06",
        timed(since=-6, until=4),
        ("We are doing well: 4 of 11 done, home by 15:10 as planned.",),
    ),
    "budget": Budget(
        frame(
            "14.budget.0",
            "Dividing the pot",
            "",
            "Holbeck",
            now="dividing the pot",
            next="closing",
            ribbon=day(15, "Dividing the pot"),
        ),
        "£1,700,000",
        "£97,600 left",
        9,
        ROWS,
        (
            "asks £240,000 · could use £95,000",
            "Same score as Doorstep Choirs. Our rule for ties puts that one first: by how few of us scored it low.",
        ),
        False,
        current=9,
        up=8,
        down=10,
        sums=Sums(1_602_400, 97_600, ("£1,602,400", "£97,600")),
    ),
    "confirmed": Confirmed(
        frame(
            "14.confirmed.0",
            "Dividing the pot",
            "",
            "Holbeck",
            now="the list is confirmed",
            next="Closing",
            ribbon=day(15, "Dividing the pot"),
        ),
        "£1,700,000",
        "£97,600 left",
        9,
        ROWS,
        (),
        True,
        sums=Sums(1_602_400, 97_600, ("£1,602,400", "£97,600")),
        decisions=DECISIONS,
    ),
    "then-and-now": ThenAndNow(
        frame(
            "15.confidence-shown.0",
            "Connecting Neighbours, second round",
            now="how confident we feel",
            next="Closing",
            ribbon=day(16, "How confident are we?"),
        ),
        "How confident we feel",
        "7 of us now, 2 at first",
        (
            RoundBars("At first", tuple(map(Bar, FELT, (4, 3, 2))), ""),
            RoundBars("Now", tuple(map(Bar, FELT, (0, 2, 7))), "1 of us could not say"),
        ),
        ("At first 2 of us felt very or completely confident; now it is 7.",),
    ),
    "listing": Listing(
        frame("1.workshop-list.0", "Connecting Neighbours", "", "Holbeck", now="our criteria", next="weigh"),
        "What we could judge by",
        (
            ("Will this reach older people who feel cut off?", ""),
            ("Is the money well spent on what older people themselves asked for, this winter and after?", ""),
            *((f"Will it last for {n} years?", "") for n in range(3, 11)),
        ),
        ("Which belong together? Which can go? Which need plainer words?",),
    ),
    "ballot-asked": Ballot(
        frame(
            "9.ask-the-room.1",
            "Application 4 of 11",
            "",
            "Holbeck",
            now="a question to the room",
            next="what we said",
        ),
        "A question to the room",
        "Shall we go on with the two that are left before we eat, or have our lunch first and then go on now?",
        6,
        9,
        "\n".join(
            f"{n}  {answer}"
            for n, answer in enumerate(
                (
                    "Go on with both of them and eat after two",
                    "Go on with one of them, then eat",
                    "Eat now",
                    "A short break, then go on",
                    "Stop here for today",
                ),
                start=1,
            )
        ),
        ("9 of us may vote: seats 1, 2, 3, 5, 6, 7, 8, 9, 10.", "Nobody can see who votes for what."),
    ),
    "reveal-felt": Reveal(
        frame("14.felt-shown.0", "How is it for us?", "", "Holbeck", now="how it is for us", next="closing"),
        "How it is for us",
        (
            *(
                Shape(question, told, False, tuple(map(Bar, ("Not so much", "Partly", "Mostly"), counts)))
                for question, told, counts in (
                    (
                        "Do you feel free to decide as you see it?",
                        "“Mostly”: at first 4 of us, now 8.",
                        (1, 2, 8),
                    ),
                    ("Do you feel that your view counts here?", "", (0, 2, 9)),
                )
            ),
            Shape("Did we hear every voice?", "Too few of us answered to show it", False, ()),
        ),
    ),
    "listing-agreed": Listing(
        frame("1.workshop-shown.0", "Connecting Neighbours", "", "Holbeck", now="our criteria", next="on"),
        "This is what we judge by",
        (
            ("Will this reach older people who feel cut off?", "counts for 4.5 parts in 10 of the score"),
            ("Will it last?", "counts for 5.5 parts in 10 of the score"),
        ),
        ("The weights come from our secret ballot.",),
        numbered=False,
    ),
    "closing": Closing(
        ENDING,
        "What we decided",
        tuple((row.title, f"{row.funded} {row.asks}" if row.funded else "not this time") for row in ROWS),
        ("£1,602,400 of £1,700,000 given.",),
        sum="9 projects · £1,602,400 · decided by 9 of us ♥",
    ),
    "closing-written": Closing(
        ENDING,
        "What we decided",
        tuple((row.title, row.asks) for row in ROWS[:4]),
        (
            "At first 3 of us felt very or completely confident; now it is 7.",
            "£1,602,400 of £1,700,000 given.",
        ),
        WRITTEN,
        sum="3 projects · £600,900 · decided by 9 of us ♥",
    ),
    "closing-by-hand": Closing(
        ENDING,
        "What we decided",
        (("Warm Welcome Lunches", "Fund: £148,900"), ("Tea and Tablets", "Not this time")),
        (
            "£148,900 of £1,700,000 given.",
            "Done by hand: 3, by the facilitator: 3. See the last page, and the record.",
        ),
        sum="1 project · £148,900 · decided by 9 of us ♥",
        acts=(
            Act("11:05", "A break was left out", "", ""),
            Act(
                "11:31",
                "A ballot was set aside",
                "Warm Welcome Lunches",
                "We had not understood the question.",
            ),
            Act("14:02", "A score was corrected after closing", LONG, "The slip was read wrongly."),
        ),
    ),
    "thanks": Thanks(
        frame("15.thanks.0", "Thank you", "", "Holbeck", ribbon=day(LINES, "")),
        "Thank you",
        ("Together we gave £1,602,400 to nine groups.", "Everything we decided is kept, with our reasons."),
    ),
    # last: PageDown puts a sheet away, and goes nowhere
    "sheet": Sheet(
        frame("14.budget.0", "Dividing the pot", "", "Holbeck", now="dividing the pot", next="closing"),
        "ways",
        "Other ways to divide the pot",
        ("The way we agreed this morning stands first. Nothing changes by looking.",),
        ("", "By score", "Most projects", "By thirds"),
        (
            *((row.title, row.asks, row.asks, "–") for row in ROWS),
            ("Given", "£1,602,400", "£1,582,400", "£0"),
        ),
        foot="Press w for the next sheet. PageDown puts it away.",
    ),
}

# What strangers might send, were the door left open: markup, links, escapes, overrides, a very long word.
HOSTILE = (
    "[/] [@click=app.quit]x[/] [red]no[/red] [/b",
    "\x1b]0;owned\x07\x1b[31mred\x1b[2J \x9b31m\x85",
    "abc\u202edcba\u2066\u2069 \u200f\u061c",
    "{now} %s $primary [bold",
    "W" * 300,
)
FAREWELL = " ".join(HOSTILE)


def spoiled(value: Any, text: str) -> Any:
    """Put the same text wherever a poster holds words; places and times stay."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(spoiled(part, text) for part in value)
    if isinstance(value, Struct):
        kept = ("position", "tone", "link", "wifi_link")
        fields = {
            name: spoiled(getattr(value, name), text) for name in value.__struct_fields__ if name not in kept
        }
        return replace(value, **fields)
    return value


def hostile(text: str = FAREWELL) -> list[AnyPoster]:
    """Every kind of poster with hostile words in every place."""
    return [spoiled(poster, text) for poster in POSTERS.values()]
