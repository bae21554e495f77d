"""Check that one session follows another: by its id, its closing words, and what was carried over.

Each sentence claims what was checked and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from panel_tui.folder import read_session
from panel_tui.folder.plan_in_force import recorded
from panel_tui.offline.earlier_session import EarlierSession, earlier_session
from panel_tui.record import RecordError
from panel_tui.system.errors import Unable
from panel_tui.system.shell import typed
from sessions.model.session import Session
from sessions.views.record.next_stage import as_handed_on_before, handed_on
from sessions.wording import say


class LinkFinding(Struct, frozen=True):
    """One thing that was found about the link, and whether it is as it should be."""

    words: str
    sound: bool = True


def stage_link(folder: Path, earlier: Path) -> tuple[LinkFinding, ...]:
    """Compare a stage with the session it is said to follow."""
    return tuple(_found(folder, earlier))


def _found(folder: Path, earlier: Path) -> Iterator[LinkFinding]:
    model, begun = _model(folder)
    if model is None or model.stage is None or not model.stage.follows:
        yield LinkFinding(say("stages.link.follows-none"), sound=False)
        yield from _turned_round(folder, earlier)
        return
    yield LinkFinding(say("stages.link.from-record" if begun else "stages.link.from-folder"))
    try:
        before = earlier_session(earlier)
    except (Unable, RecordError) as problem:
        why = say(problem.code, **problem.facts) if isinstance(problem, RecordError) else str(problem)
        yield LinkFinding(say("stages.link.earlier-unfit", why=why), sound=False)
        yield from _turned_round(folder, earlier)
        return
    title = before.state.model.title
    yield LinkFinding(say("stages.link.earlier-sound", title=title))
    same = model.stage.follows == before.id
    key = "stages.link.id" if same else "stages.link.other-id"
    yield LinkFinding(say(key, title=title, folder=earlier.name), sound=same)
    if not same:
        yield from _turned_round(folder, earlier)
    else:
        closed = model.stage.head == before.head
        key = "stages.link.head" if closed else "stages.link.other-head"
        yield LinkFinding(say(key, words=before.head, said=model.stage.head), sound=closed)
        yield _carried(model, before)


def _turned_round(folder: Path, earlier: Path) -> Iterator[LinkFinding]:
    """Say so where the two folders were named in the wrong order: then it is the other that follows."""
    try:
        model, _begun = _model(earlier)
        named = model.stage.follows if model is not None and model.stage is not None else ""
        if named and named == earlier_session(folder).id:
            said = {"folder": typed(folder), "earlier": typed(earlier)}
            yield LinkFinding(say("stages.link.turned-round", **said), sound=False)
    except (Unable, RecordError):
        return


def _model(folder: Path) -> tuple[Session | None, bool]:
    """Return the plan that counts, and whether the record has it."""
    state = recorded(folder)
    if state.begun:
        return state.model, True
    return read_session(folder, draw=lambda: 0).session, False


def _carried(model: Session, before: EarlierSession) -> LinkFinding:
    """Compare what was carried over with what the earlier record comes to about the same applications."""
    if not model.before:
        return LinkFinding(say("stages.link.nothing-carried"))
    refs = tuple(one.ref for one in model.before[-1].carried)
    known = {one.ref for one in before.state.model.every_application}
    if not known.issuperset(refs):
        return LinkFinding(say("stages.link.other-carried"), sound=False)
    again = handed_on(before.state, refs, session_id=before.id, head=before.head)
    same = model.before in (again, *as_handed_on_before(again, before.state))
    key = "stages.link.carried" if same else "stages.link.other-carried"
    return LinkFinding(say(key, n=len(refs)), sound=same)
