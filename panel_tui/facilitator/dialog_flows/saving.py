"""Save what the laptop still holds to a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from panel_tui.offline.save_held import NotSavedError, save_held, suggested
from panel_tui.system.errors import Unable
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.facilitator.wall_app import WallApp


async def save(app: WallApp) -> None:
    """Ask where, and save it there; where the record is whole, say so."""
    from screens.wall.dialogs.dialog import Writing

    room = app.room
    if not (await room.keeping.look(whole=True)).name:
        app.tell(say("record.save.whole"))
        return
    before = str(suggested(room.record.path.parent))
    typed = await app.push_screen_wait(Writing(say("record.save.title"), say("record.save.label"), before))
    if not typed:
        return
    try:
        await save_held(room, Path(typed))
    except (FileExistsError, Unable):
        app.tell(say("record.save.there"))
    except NotSavedError:
        app.tell(say("record.save.failed"))
    else:
        app.tell(say("record.save.done", folder=typed))
