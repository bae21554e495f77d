"""Make the folder of a programme's next stage from one that is confirmed and sound: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder import listing, read_session
from panel_tui.folder.adjustments import FILE as ADJUSTMENTS
from panel_tui.folder.adjustments import read_adjustments
from panel_tui.folder.columns_for_letters import carried_columns
from panel_tui.folder.earlier_stages import FILE as BEFORE
from panel_tui.folder.earlier_stages import before_bytes
from panel_tui.folder.fault import Refusal
from panel_tui.folder.learn_pages import FOLDER as LEARN
from panel_tui.folder.members_file import FILE as MEMBERS
from panel_tui.folder.new import appear, check_free
from panel_tui.folder.open_data import invite_in, letterhead_in
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.seat_labels import members_carried
from panel_tui.folder.session_folder import FOLDER as SUMMARIES
from panel_tui.folder.settings import FILE as SETTINGS
from panel_tui.folder.settings import SHORTLIST_QUESTION
from panel_tui.folder.stage_sheet import stage_sheet
from panel_tui.folder.tidy import quoted
from panel_tui.folder.written_toml import settings_text
from panel_tui.offline.earlier_session import EarlierSession, earlier_session
from panel_tui.record.disk import RealDisk
from panel_tui.system.errors import Unable
from panel_tui.system.fresh_files import fresh_folder
from sessions.model.page_files import of_the_folder, twin_of
from sessions.model.session import Application, Consensus, Member, Session
from sessions.model.stage import USUAL_VERDICTS, EarlierStage, Stage, StageName
from sessions.results.carried_to_next_stage import chosen_to_go_on, conflicts_to_keep, refused_of
from sessions.state import State
from sessions.views.record.next_stage import handed_on
from sessions.wording import say

_AS_THEY_ARE = ("wording.toml",)  # files of staff's own that go on as they stand
_MOST = 1024 * 1024


class StageWishes(Struct, frozen=True):
    """What was asked for: the stage's name, the refs to carry (none: those chosen), its places, and what goes along.

    Without a title the stage is called as the one before.
    """

    name: StageName
    carry: tuple[str, ...] = ()
    places: int | None = None
    rehearsal: bool = False
    adjustments: bool = False
    title: str = ""


class StageMade(Struct, frozen=True):
    """What was made: the refs that went on, how many conflicts, and those whose earlier score did not go on.

    `refused` are the refs that go on though the panel said no to them; `same_title`: it is called as the stage before.
    """

    folder: Path
    refs: tuple[str, ...]
    conflicts: int
    without_score: tuple[str, ...]
    no_pot: bool
    adjustments: bool
    refused: tuple[str, ...] = ()
    same_title: bool = False


def make_stage(folder: Path, to: Path, wishes: StageWishes) -> StageMade:
    """Make `to` from `folder`. Raises Unable, or the record's own refusals; then nothing was written."""
    earlier = earlier_session(folder)
    if earlier.state.rehearsal and not wishes.rehearsal:
        raise Unable(say("stages.refused.rehearsal"))
    _must_be_free(to)
    refs = _refs(earlier.state, wishes.carry)
    plan = plan_in_force(folder).plan  # as the record has it
    before = handed_on(earlier.state, refs, session_id=earlier.id, head=earlier.head)
    model = _model(plan, earlier.state, refs, before, wishes)
    files = dict(_files(folder, plan, model, before, wishes))
    try:
        _make(to, files)
    except OSError as problem:
        raise Unable(say("stages.refused.disk", folder=to.name)) from problem
    return StageMade(
        to,
        refs,
        sum(len(one.conflicts) for one in model.members),
        tuple(one.ref for one in before[-1].carried if not one.u),
        no_pot=not plan.pot and model.places is None,
        adjustments=ADJUSTMENTS in files,
        refused=refused_of(earlier.state, refs),
        same_title=model.title == plan.title,
    )


def _must_be_free(to: Path) -> None:
    try:
        check_free(to)
    except Refusal as refusal:
        raise Unable(str(refusal.fault(to.name))) from refusal


def _refs(state: State, carry: Sequence[str]) -> tuple[str, ...]:
    """Return the refs that go on, in the order they were heard. Raises Unable."""
    if not carry:
        chosen = chosen_to_go_on(state)
        if not chosen:
            shortlist = state.model.places is not None
            raise Unable(say("stages.refused.none-chosen" if shortlist else "stages.refused.say-which"))
        return chosen
    known = {one.ref.casefold(): one.ref for one in state.model.applications}
    wanted = {ref.casefold(): ref for ref in carry}
    for folded, ref in wanted.items():
        if folded not in known:
            aside = any(one.application.ref.casefold() == folded for one in state.model.aside)
            raise Unable(say("stages.refused.aside" if aside else "stages.refused.unknown", ref=ref))
    return tuple(ref for folded, ref in known.items() if folded in wanted)


def _model(
    plan: Session, state: State, refs: Sequence[str], before: tuple[EarlierStage, ...], wishes: StageWishes
) -> Session:
    """Return the next stage's settings: who sits, what is judged by and how we agree stay as they were."""
    last = before[-1]
    kept = tuple(plan.application(ref) for ref in refs)
    usual = plan.verdicts or USUAL_VERDICTS
    places = wishes.places
    if places is None and wishes.name is StageName.SHORTLIST:
        places = min(plan.places or len(kept), len(kept))
    stage = Stage(
        wishes.name,
        last.id,
        last.head,
        places=places,
        verdicts=usual if places is not None else (),
        earlier=plan.stage.earlier if plan.stage is not None else Decimal(0),
    )
    asks = sum((one.asked for one in kept), Decimal(0))
    asked = plan.consensus
    usual_question = SHORTLIST_QUESTION if places is not None else Consensus().question
    if asked.question in (SHORTLIST_QUESTION, Consensus().question):
        asked = replace(asked, question=usual_question)  # a place or money: that is what is asked about now
    return replace(
        plan,
        title=wishes.title or plan.title,
        applications=kept,
        aside=(),
        steps=(),
        members=_members(plan, state, refs),
        pot=plan.pot or (Decimal(0) if places is not None else asks),
        consensus=asked,
        date=None,
        seed=None,
        stage=stage,
        before=before,
    )


def _members(plan: Session, state: State, refs: Sequence[str]) -> tuple[Member, ...]:
    """Give a seat to each there was, with every conflict about what goes on; its label stands in a file of its own."""
    known = {one.seat: one for one in plan.members}
    tied = conflicts_to_keep(state, refs)
    found = []
    for seat in sorted(state.seats):
        was = known.get(seat, Member(seat))
        conflicts = tuple(ref for ref in refs if (seat, ref) in tied)
        found.append(Member(seat, conflicts=conflicts, asked=was.asked or bool(conflicts)))
    return tuple(found)


def _files(
    folder: Path, plan: Session, model: Session, before: tuple[EarlierStage, ...], wishes: StageWishes
) -> Iterator[tuple[str, bytes]]:
    assert model.stage is not None
    told = [say("stages.note", name=model.stage.name.value, title=before[-1].title)]
    told += [say("workshops.note", ask=quoted(one.ask)) for one in before[-1].kept if one.lines]
    notes = {
        "": "\n".join(told),
        "date": say("stages.note.date"),
        "earlier": say("stages.note.earlier"),
    }
    invite = replace(invite_in(folder), dates=())  # the days are other ones now
    yield SETTINGS, settings_text(model, letterhead_in(folder), notes, invite).encode()
    yield "applications.csv", stage_sheet(model.applications, carried_columns(folder)).encode()
    yield from (_page(one) for one in model.applications if one.summary)
    yield BEFORE, before_bytes(before)
    members = members_carried(folder, [one.seat for one in model.members])
    if members is not None:
        yield MEMBERS, members
    for name in (*_AS_THEY_ARE, *((ADJUSTMENTS,) if wishes.adjustments else ())):
        if (folder / name).exists():
            yield name, _read(folder / name)
    yield from _to_read(folder, plan)


def _to_read(folder: Path, plan: Session) -> Iterator[tuple[str, bytes]]:
    """Return the pages to learn from: those of the agenda as the record has them, others as they stand."""
    learn = folder / LEARN
    others = sorted(learn.glob("*.md")) if learn.is_dir() and not learn.is_symlink() else []
    pages = {f"{LEARN}/{page.name}": _read(page) for page in others}
    for step in plan.steps:
        if of_the_folder(step) and step.file.startswith(f"{LEARN}/"):
            pages[step.file] = f"{step.text}\n".encode()
            pages.pop(twin_of(step.file), None)
            if step.easy:
                pages[twin_of(step.file)] = f"{step.easy}\n".encode()
    yield from pages.items()


def _page(one: Application) -> tuple[str, bytes]:
    return f"{SUMMARIES}/{one.ref}.md", f"{one.summary}\n".encode()


def _read(path: Path) -> bytes:
    try:
        return read_ours(path, most=_MOST)
    except Refusal as refusal:
        raise Unable(str(refusal.fault(path.name))) from refusal


def _make(to: Path, files: dict[str, bytes]) -> None:
    """Write everything beside the place, look whether it can be read, and give it its name in one move."""
    beside, disk = fresh_folder(to.parent, f".{to.name}-"), RealDisk()
    try:
        for name, data in files.items():
            (beside / name).parent.mkdir(mode=0o700, exist_ok=True)
            _write(beside / name, data)
        reading = read_session(beside)
        seats = len(reading.session.members) if reading.session else 0
        faults = (*reading.faults, *read_adjustments(beside, seats)[1])
        if faults:  # a promise of ours: what `stage` writes, `check` passes
            raise Unable(listing(faults))
        for inside in (*{(beside / name).parent for name in files}, beside):
            disk.sync_folder(inside)
        appear(beside, to)
        disk.sync_folder(to.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


__all__ = ["ADJUSTMENTS", "EarlierSession", "StageMade", "StageWishes", "make_stage"]
