"""Change the agenda: the minutes of a step, a step taken out, a break put in; or have it made again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel_tui.folder import read_session
from panel_tui.folder.amend import Value, with_block, with_value, without_block
from panel_tui.folder.steps import KINDS
from panel_tui.opening.setting_up import changed, read_value, told, values_of
from screens.opening.dialogs import Choose, Write
from screens.wall.dialogs.pick import PickLine
from sessions.model.session import Step
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

_STEP = "step"
_WRITE_OUT, _MAKE_AGAIN = "write out", "make again"
_MINUTES, _BREAK_BEFORE, _OUT = "minutes", "break", "out"
_BREAK = 10  # minutes


async def edit_agenda(app: OpeningApp, folder: Path) -> None:
    """Show the agenda until Esc; one that the program makes is written out before it is changed."""
    at = 0
    while True:
        steps = _steps(folder)
        lines = [PickLine(str(n), _named(one, folder), _minutes(one)) for n, one in enumerate(steps)]
        extra = [_MAKE_AGAIN] if steps else [_WRITE_OUT]
        lines += [PickLine(key, say(f"opening.edit.agenda.{key.replace(' ', '-')}")) for key in extra]
        text = "" if steps else say("opening.edit.agenda.none")
        picked = await app.push_screen_wait(
            Choose(say("opening.edit.agenda"), lines, text=text, start=min(at, len(lines) - 1))
        )
        if picked is None:
            return
        at = [line.key for line in lines].index(picked)
        if picked == _WRITE_OUT:
            await _write_out(app, folder)
        elif picked == _MAKE_AGAIN:
            await changed(app, folder, _without_all)
        else:
            await _change(app, folder, int(picked), steps[int(picked)])


def _steps(folder: Path) -> list[dict[str, Any]]:
    held = values_of(folder).get(_STEP)
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _named(step: dict[str, Any], folder: Path) -> str:
    kind = str(step.get("kind", ""))
    title, ref = (clean(str(step.get(key, "")), longest=100) for key in ("title", "ref"))
    if not ref:
        return title or say(f"opening.edit.agenda.kind.{kind if kind in KINDS else 'note'}")
    session = read_session(folder).session
    named = {one.ref: session.called(one.ref) for one in session.applications} if session else {}
    return named.get(ref, ref)


def _minutes(step: dict[str, Any]) -> str:
    minutes = step.get("minutes")
    return say("folder.minutes", minutes=minutes) if isinstance(minutes, int) else ""


async def _write_out(app: OpeningApp, folder: Path) -> None:
    """Write the agenda the program would make into session.toml, a step a block."""
    reading = read_session(folder)
    if reading.session is None:
        await told(app, say("opening.edit.agenda.not-ready"))
        return
    steps = reading.session.steps

    def write(text: str) -> str:
        for step in steps:
            text = with_block(text, _STEP, _block(step))
        return text

    await changed(app, folder, write)


def _block(step: Step) -> dict[str, Value]:
    block: dict[str, Value] = {"kind": step.kind.value, "minutes": step.minutes}
    if step.ref:
        block["ref"] = step.ref
    if step.title:
        block["title"] = step.title
    return block


def _without_all(text: str) -> str:
    while any(line.strip().startswith(f"[[{_STEP}]]") for line in text.splitlines()):
        text = without_block(text, _STEP, 0)
    return text


async def _change(app: OpeningApp, folder: Path, at: int, step: dict[str, Any]) -> None:
    lines = [
        PickLine(_MINUTES, say("opening.edit.agenda.minutes"), _minutes(step)),
        PickLine(_BREAK_BEFORE, say("opening.edit.agenda.break")),
        PickLine(_OUT, say("opening.edit.agenda.out")),
    ]
    picked = await app.push_screen_wait(Choose(_named(step, folder), lines))
    if picked == _OUT:
        await changed(app, folder, lambda text: without_block(text, _STEP, at))
    elif picked == _BREAK_BEFORE:
        rest: dict[str, Value] = {"kind": "break", "minutes": _BREAK}
        await changed(app, folder, lambda text: with_block(text, _STEP, rest, before=at))
    elif picked == _MINUTES:
        label = say("opening.edit.agenda.minutes.label")
        begun = str(step.get("minutes", ""))
        words = await app.push_screen_wait(Write(say("opening.edit.agenda.minutes"), label, begun))
        if words is None:
            return
        minutes = read_value("minutes", words)
        if not isinstance(minutes, int):
            await told(app, say("opening.edit.seats.unfit", found=clean(words, longest=60)))
            return
        await changed(app, folder, lambda text: with_value(text, (_STEP, at, "minutes"), minutes))
