"""A session that another is to follow: its record read whole, found sound, ended and confirmed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from panel_tui.record import RecordView, verify_chain
from panel_tui.record.history import sound_history
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import Unable
from sessions import events as e
from sessions.evolve import fold
from sessions.state import State
from sessions.wording import say


class EarlierSession(Struct, frozen=True):
    """What its record adds up to, its id, and the words of its closing."""

    state: State
    id: str
    head: str


def earlier_session(folder: Path) -> EarlierSession:
    """Read it. Raises Unable where nothing may follow from it, and the record's own refusals."""
    chain = verify_chain(folder / RECORD)
    if not chain.holds or chain.torn or chain.not_added is not None:
        raise Unable(say("stages.refused.unsound"))
    view = RecordView.read(folder / RECORD)
    past = sound_history(view.entries)
    if past is None:
        raise Unable(say("stages.refused.unsound"))
    state = fold(past)
    ended = [place for place, one in enumerate(past) if isinstance(one.event, e.SessionEnded)]
    if not ended:
        raise Unable(say("stages.refused.not-ended"))
    if not state.confirmed:
        raise Unable(say("stages.refused.not-confirmed"))
    line = view.entries[ended[0]].line
    return EarlierSession(state, view.id, " ".join(view.head_words_at(line)))
