"""Pages to read: while the room goes on, on a break, what we decided, what one has given."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.model.marked_text import Passage
from sessions.views.influence import Shaped
from sessions.views.phone.pages.base import About, Page
from sessions.views.phone.pages.scoring import Said
from sessions.views.shapes import Bar, Written


class Wait(Page, frozen=True):
    """Nothing to do now but, where it is `reading`, the summary.

    `own_code` is this seat's card code, shown once where doors are open. `kept` says first what this member gave
    without a name and what becomes of it.
    """

    heading: str
    lines: tuple[str, ...]
    own_code: str = ""
    kept: str = ""
    about: About | None = None
    reading: bool = False
    shapes: tuple[tuple[str, str, tuple[Bar, ...]], ...] = ()
    written: tuple[Written, ...] = ()
    may_step_out: bool = False
    may_vote_again: bool = False
    may_say_why: bool = False
    may_answer_again: bool = False
    may_change_list: bool = False
    may_agree_again: bool = False
    may_ask: bool = False  # may write down what they would ask; `asked` where they have
    asked: bool = False
    recalls: tuple[Written, ...] = ()  # what we said about how we work together, folded away
    shows_others: str = ""  # a page with other applications, to be shown only if its member wishes


class InterviewPage(Page, frozen=True):
    """An interview: what is asked now, or all that will be; `my_turn` where this member is to ask.

    `about` is the application whose applicants are met, the only one a guest could see on this page. While they are
    in the room the heading names it, and `caption` says how far the interview has come.
    """

    heading: str
    lines: tuple[str, ...]
    hints: tuple[str, ...] = ()  # what Easy Read says in fewer words
    questions: tuple[str, ...] = ()
    caption: str = ""
    about: About | None = None
    my_turn: bool = False
    may_pass: bool = False
    may_step_out: bool = False


class LearnPage(Page, frozen=True):
    """A page to learn from; `easy` is the same in Easy Read, where there is such a twin."""

    heading: str
    passages: tuple[Passage, ...]
    easy_heading: str = ""
    easy: tuple[Passage, ...] = ()


class Result(Page, frozen=True):
    """What the room is looking at together: shapes or an outcome, in words, with the reasons people wrote.

    `listed` is a list that we made: each line, and what is said of it. It is never said in fewer words.
    """

    heading: str
    lines: tuple[str, ...]
    listed: tuple[tuple[str, str], ...] = ()
    shapes: tuple[tuple[str, str, tuple[Bar, ...]], ...] = ()
    written: tuple[Written, ...] = ()
    about: About | None = None
    may_differ: bool = False
    differed: bool = False


class ListRow(Struct, frozen=True):
    """A line of the list: its title, what there is to know of it, and what it gets or why it gets nothing."""

    title: str
    facts: str
    gets: str


class MoneyList(Page, frozen=True):
    """The list as it lies on the wall; the line stands below the first `line` rows."""

    heading: str
    lines: tuple[str, ...]
    left: str
    line: int
    line_words: str
    rows: tuple[ListRow, ...]
    notes: tuple[str, ...] = ()


class Overnight(Page, frozen=True):
    """A day has ended and another is to come; `may_return` asks whether this member is here again."""

    heading: str
    lines: tuple[str, ...]
    again: str = ""  # when we meet, where that is said
    may_return: bool = False


class OnBreak(Page, frozen=True):
    """A break, and when to be back."""

    back_at: dt.datetime


class Ended(Page, frozen=True):
    """The day is over: what we decided."""

    heading: str
    lines: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    written: tuple[Written, ...] = ()
    shaped: tuple[str, ...] = ()


class Applications(Page, frozen=True):
    """All that is to be decided, to read at any time; nothing of any score."""

    all: tuple[About, ...]


class Given(Struct, frozen=True):
    """What a member gave one application; `aside` says why it does not count, `decided` once the day is over."""

    title: str
    answers: tuple[Said, ...]
    receipt: str
    aside: str
    decided: str


class MyDay(Page, frozen=True):
    """What this member gave so far, and the pattern in it; for nobody else.

    `has_code` where the phone keeps the seat's own code, and `code` once its member asked to see it. Before the list
    is `confirmed`, what stands as decided is only written down.
    """

    pattern: str
    given: tuple[Given, ...]
    shaped: Shaped | None = None
    confirmed: bool = True
    has_code: bool = False
    code: str = ""
