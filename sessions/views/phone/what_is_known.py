"""What a phone asks for, and what the live room knows of its seat besides the history."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.views.phone.pages import MoneyList


class Ask(Struct, frozen=True):
    """What a phone asked for: nothing, a question by number or to change it, to check, to step out, to vote again."""

    kind: str = ""
    number: int = 0


class Tried(Struct, frozen=True):
    """What a member has tried of the practice go: answers by question, and how far it went."""

    answers: tuple[tuple[int, str], ...] = ()
    handed_in: bool = False
    voting: bool = False


class Mine(Struct, frozen=True):
    """What the room knows of this seat besides the history: is its ballot in, its receipt, its new code.

    `now` is the time to say beside what may have changed since. `given` says that this seat has given what is
    asked for here without a name, `asked` which question it has come to where there
    are several, `wrote_question` that it wrote what it would ask. `signals` are those
    this seat has raised; `reminded` asks it gently to finish what is open. `listed` is the list that lies on the wall.
    """

    ballot_in: bool = False
    ballot_settled: bool = False
    asked_why: bool = False
    given: bool = False
    asked: int = 1
    wrote_question: bool = False
    receipt: str = ""
    received_at: dt.datetime | None = None
    own_code: str = ""
    head: tuple[str, ...] = ()
    signals: frozenset[str] = frozenset()
    reminded: bool = False
    now: dt.datetime | None = None
    tried: Tried = Tried()
    listed: MoneyList | None = None
