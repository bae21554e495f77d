"""Pages to read: while the room goes on, on a break, what we decided, what one has given."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from ..shaped import Shaped
from ..shapes import Bar
from ..written import Written
from .page import About, Page
from .scoring import Said


class Wait(Page, frozen=True):
    """Nothing to do now. `own_code` is this seat's card code, shown once where doors are open."""

    heading: str
    lines: tuple[str, ...]
    own_code: str = ""
    about: About | None = None
    may_step_out: bool = False
    may_vote_again: bool = False
    may_say_why: bool = False
    may_answer_again: bool = False
    may_change_list: bool = False


class Result(Page, frozen=True):
    """What the room is looking at together: shapes or an outcome, in words, with the reasons people wrote."""

    heading: str
    lines: tuple[str, ...]
    shapes: tuple[tuple[str, str, tuple[Bar, ...]], ...] = ()
    written: tuple[Written, ...] = ()
    application: str = ""
    may_differ: bool = False
    differed: bool = False


class OnBreak(Page, frozen=True):
    """A break, and when to be back."""

    back_at: dt.datetime
    lines: tuple[str, ...]


class Ended(Page, frozen=True):
    """The day is over: what we decided."""

    heading: str
    lines: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    written: tuple[Written, ...] = ()
    shaped: tuple[str, ...] = ()


class Given(Struct, frozen=True):
    """What a member gave one application; `aside` where it does not count, `decided` once the day is over."""

    title: str
    answers: tuple[Said, ...]
    receipt: str
    aside: bool
    decided: str


class MyDay(Page, frozen=True):
    """What this member gave so far, and the pattern in it; for nobody else."""

    pattern: str
    given: tuple[Given, ...]
    shaped: Shaped | None = None
