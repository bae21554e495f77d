"""Sit down at the desk of a session: find it, learn its language, and open the desk over the line."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from sessions.wording import say, speaking

from ..folder import read_session
from ..unable import Unable
from ..wording import learn_language
from .app import DeskApp
from .link import Away, Link
from .note import Note, every_note, note_of


async def sit(folder: Path | None) -> None:
    """Keep the desk of a folder's session open until the facilitator leaves it."""
    link = Link(finding(folder))
    try:
        language, own = await spoken(link, folder)
        learn_language(language)
        with speaking(language, own):
            await DeskApp(link).run_async()
    finally:
        await link.close()


def finding(folder: Path | None) -> Callable[[], Note | None]:
    """Give how the session is found: by its folder or, where none was named, as the only one. Raises Unable."""
    if folder is not None:
        return lambda: note_of(folder)
    notes = every_note()
    if len(notes) > 1:
        raise Unable(say("desk.several", folders="\n".join(note.folder for note in notes)))
    return lambda: next(iter(every_note()), None)


async def spoken(link: Link, folder: Path | None) -> tuple[str, dict[str, str]]:
    """Give the language of the session that runs, or of the folder where none does, and the group's own words."""
    with contextlib.suppress(Away):
        view = await link.look()
        link.forget()
        if view is not None:
            return view.language, dict(view.wording)
    session = read_session(folder).session if folder is not None else None
    return (session.language, dict(session.wording)) if session is not None else ("en", {})
