"""What may be changed once everything was said, and the question that each change asks."""

from __future__ import annotations

from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.question import Option, Question
from sessions.wording import say

MAKE, STOP, CHANGE = "make", "stop", "change"
CHANGES = ("column", "leave-out", "take-in", "currency", "row", "sheet")
OF_COLUMN = "column:"


def agreeing(said: str, columns: tuple[str, ...], sheets: int, *, sound: bool) -> Question:
    """Show everything that was decided, and ask whether to make the folder so, or to change something."""
    first = Option(MAKE, say("folder.agree-make")) if sound else Option(STOP, say("folder.agree-stop"))
    options = (first, Option(CHANGE, say("folder.agree-change")))
    changes = ", ".join(_changes(sheets))
    words = say("folder.ask-agree" if sound else "folder.ask-mend", said=said, changes=changes)
    head, _, rest = said.partition("\n")
    title = say("folder.title-agree", head=head) if sound else say("folder.title-mend")
    text = rest if sound else said
    return Question(
        "agree", words, title, options, text, proposed=first.key, needed=False, fields=FIELDS, columns=columns
    )


def _changes(sheets: int) -> list[str]:
    return [name for name in CHANGES if name != "sheet" or sheets > 1]


def changing(book: Book, pending: str) -> Question | None:
    """Ask for what is being changed; nothing where nothing is."""
    if pending == CHANGE:
        options = tuple(Option(name, say(f"folder.change-{name}")) for name in _changes(len(book.grids)))
        names = ", ".join(option.key for option in options)
        return Question(
            "change", say("folder.ask-change", changes=names), say("folder.title-change"), options
        )
    if pending == "column":
        options = tuple(Option(field, say(f"opening.field.{field}")) for field in FIELDS)
        names = ", ".join(FIELDS)
        return Question("field", say("folder.ask-field", fields=names), say("folder.title-field"), options)
    if pending == "sheet":
        sheets = tuple(Option(grid.name, grid.name) for grid in book.grids)
        words = say("folder.ask-sheet", sheets="; ".join(option.words for option in sheets))
        return Question("sheet", words, say("folder.title-sheets"), sheets)
    if pending in CHANGES:
        words = say(f"folder.ask-{pending}")
        return Question(
            "written", words, say(f"folder.change-{pending}"), text=words, written=True, fields=(pending,)
        )
    return None
