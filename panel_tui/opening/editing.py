"""Set up a day without writing TOML: the pot, the seats, the questions, the agenda; or open the files themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel_tui.folder.amend import with_value
from panel_tui.folder.settings import FILE
from panel_tui.opening.editing_agenda import edit_agenda
from panel_tui.opening.editing_questions import edit_questions
from panel_tui.opening.own_program import opened_by_system
from panel_tui.opening.setting_up import POT, SEATS, TITLE, changed, read_value, told, values_of
from screens.opening.dialogs import Choose, Write
from screens.wall.dialogs.pick import PickLine
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

_SHEETS = ("applications.csv", "applications.xlsx", "applications.ods")
QUESTIONS, AGENDA, TEXT, SHEET = "questions", "agenda", "text", "sheet"


async def edit(app: OpeningApp, folder: Path | None) -> None:
    """Ask what to change until nothing more is; Esc goes back."""
    assert folder is not None
    at = 0
    while True:
        values = values_of(folder)
        lines = _lines(values)
        picked = await app.push_screen_wait(Choose(say("opening.edit.title"), lines, start=at))
        if picked is None:
            app.draw()
            return
        at = [line.key for line in lines].index(picked)
        if picked == QUESTIONS:
            await edit_questions(app, folder)
        elif picked == AGENDA:
            await edit_agenda(app, folder)
        elif picked in (TEXT, SHEET):
            await _open(app, folder, picked)
        else:
            await _write(app, folder, picked, values)


def _lines(values: dict[str, Any]) -> list[PickLine]:
    shown = [
        PickLine(
            key,
            say("opening.edit.title.line" if key == TITLE else f"opening.edit.{key}"),
            clean(str(values.get(key, ""))),
        )
        for key in (TITLE, POT, SEATS)
    ]
    criteria, steps = (values.get(name) for name in ("criterion", "step"))
    counts = {
        QUESTIONS: str(len(criteria)) if isinstance(criteria, list) else "",
        AGENDA: "" if isinstance(steps, list) else say("opening.edit.agenda-made"),
    }
    return [
        *(shown if values else []),
        *(PickLine(key, say(f"opening.edit.{key}"), count) for key, count in counts.items() if values),
        PickLine(TEXT, say("opening.edit.text")),
        PickLine(SHEET, say("opening.edit.sheet")),
    ]


async def _write(app: OpeningApp, folder: Path, key: str, values: dict[str, Any]) -> None:
    """Ask for the new value, beginning from the old; what does not fit is said, and the old one stays."""
    label = say(f"opening.edit.{key}.label")
    words = await app.push_screen_wait(Write(say(f"opening.edit.{key}"), label, str(values.get(key, ""))))
    if words is None:
        return
    value = read_value(key, words)
    if value is None:
        await told(app, say(f"opening.edit.{key}.unfit", found=clean(words, longest=60)))
        return
    await changed(app, folder, lambda text: with_value(text, (key,), value))


async def _open(app: OpeningApp, folder: Path, which: str) -> None:
    names = (FILE,) if which == TEXT else _SHEETS
    path = next((folder / name for name in names if (folder / name).is_file()), None)
    if path is None:
        await told(app, say("opening.edit.no-sheet"))
    elif opened_by_system(path):
        await told(app, say("opening.edit.opened", file=clean(path.name)))
    else:
        await told(app, say("opening.edit.where", file=clean(str(path))))
