"""What is asked of a person while a spreadsheet is read."""

from __future__ import annotations

from collections.abc import Callable

from panel_tui.folder.fault import Fault
from sessions.model.session import Value


class Option(Value, frozen=True):
    """One answer there is to give: what it stands for, its words, and a quiet remark."""

    key: str
    words: str
    remark: str = ""


class Question(Value, frozen=True):
    """What is asked: whole, in words for a terminal; shortly, as a card's title and text; and the answers there are.

    An answer is an option's key or, where `written`, words. Where it is not `needed`, no answer goes on as proposed.
    """

    kind: str
    words: str
    title: str
    options: tuple[Option, ...] = ()
    text: str = ""
    needed: bool = True
    written: bool = False
    proposed: str = ""
    titles: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # every title of the table, as columns are called
    said: tuple[tuple[str, str], ...] = ()
    fault: Fault | None = None  # what is said where nobody can be asked: the option that answers it


Ask = Callable[[Question], str | None]  # None goes one step back
