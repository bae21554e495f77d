"""The commands `demo` and `rehearse`: where the copy lives, who answers, and what is left behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from msgspec import Struct

from panel_tui.demo import copy_demo, copy_first_stage, leanings_of_demo
from panel_tui.demo.own_folder import fresh_demo_folder
from panel_tui.folder.adjustments import FILE as ADJUSTMENTS
from panel_tui.folder.erased_labels import erase_labels
from panel_tui.folder.litter import things_in
from panel_tui.folder.plan_differences import tell_differences
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.offline.whole_copy import copy_session
from panel_tui.rehearse import AnswerBook, Leaning, Leanings, Stuck, read_answers, read_leanings
from panel_tui.running.leaving import left
from panel_tui.running.rehearsal import Rehearsal, RehearsalVerdict, rehearse_headless, verdict_said
from panel_tui.system import event_loop
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from panel_tui.system.held_files import patiently
from panel_tui.system.shell import typed
from sessions.model.session import Session
from sessions.wording import say

_UNHURRIED = 4.0  # times a person's pace: quick enough to try the program, slow enough to watch
_BRISK = 12.0  # three applications in five minutes


class Wishes(Struct, frozen=True):
    """What was asked for on the command line."""

    headless: bool = False
    seed: int | None = None
    speed: float | None = None
    short: bool = False
    members: int | None = None
    to: Path | None = None
    keep: Path | None = None
    answers: Path | None = None
    ballots: Path | None = None
    host: str = "0.0.0.0"  # noqa: S104 - real phones may join in
    port: int = 8765


def demo(wishes: Wishes, tell: Callable[[str], None]) -> None:
    """Run the ready-made session."""
    with _place(wishes, fresh_demo_folder) as folder:
        copy_demo(folder, short=wishes.short)
        leanings = read_leanings(leanings_of_demo(short=wishes.short))
        seed = _seed(wishes)
        # a seat is left for whoever wants to try it with a phone of their own
        spare = 0 if wishes.headless else 1
        _run(
            wishes,
            folder,
            lambda session: Leaning(session, seed, leanings),
            seed,
            tell,
            spare=spare,
            leanings=leanings,
            after=say("rehearse.after-demo"),
        )


def demo_programme(wishes: Wishes, tell: Callable[[str], None]) -> None:
    """Run the ready-made programme: three stages, each in a folder of its own. Raises Unable."""
    from panel_tui.running.programme import STAGES, programme

    if not wishes.headless:
        raise Unable(say("stages.demo.headless"))
    seed = _seed(wishes)
    with _place(wishes, fresh_demo_folder) as place:
        if place.exists() and any(things_in(place)):
            raise Unable(say("command.folder-not-empty", folder=place.name))
        first = place / STAGES[0].name.value
        copy_first_stage(first)
        tell(say("command.rehearsing", seed=seed))
        done = event_loop.run(programme(first, seed, wishes.speed, tell))
        for one in done if wishes.to is not None else ():
            assert wishes.to is not None
            _exported(one.folder, wishes.to / one.name.value, tell)
        for one in done:
            tell(verdict_said(one.came, one.folder if wishes.keep else None, ""))
    tell(say("stages.demo.over"))


def _exported(folder: Path, to: Path, tell: Callable[[str], None]) -> None:
    from panel_tui.cli.export_verify_seal import exported
    from panel_tui.exports import export_all

    tell(exported(export_all(folder, to, (), seats=False, public=False, draw=Clock().draw())))


def rehearse(source: Path, wishes: Wishes, tell: Callable[[str], None]) -> None:
    """Run a copy of a session's folder. Raises AnswersRefused."""
    with _place(wishes, lambda: _copy_that_stays(tell)) as folder:
        copy_session(source, folder)
        seed = _seed(wishes)
        counts = plan_in_force(source, lambda: seed)
        tell_differences(counts, tell)

        def book(session: Session) -> AnswerBook:
            if wishes.answers is None:
                return Leaning(session, seed)
            return read_answers(session, wishes.answers, wishes.ballots)

        after = say("rehearse.after-rehearsal", folder=typed(source))
        _run(wishes, folder, book, seed, tell, marked=True, after=after, session=counts.plan)


@contextmanager
def _copy_that_stays(tell: Callable[[str], None]) -> Iterator[Path]:
    """Return a folder among the laptop's passing files for a rehearsal that can be gone on with.

    Nobody seals such a folder, and it may lie there for long: what tells who the members are is taken out of it.
    """
    folder = Path(tempfile.mkdtemp(prefix="panel-tui-rehearsal-"))
    try:
        yield folder
    finally:
        _forget_members(folder, tell)


def _forget_members(folder: Path, tell: Callable[[str], None]) -> None:
    erased = erase_labels(folder)
    gone, left = [*erased.removed, *erased.cleared], list(erased.left)
    for name in (ADJUSTMENTS, *erased.copies):
        if (folder / name).exists():
            try:
                patiently((folder / name).unlink)
            except OSError:
                left.append(name)
            else:
                gone.append(name)
    left += [name for name, _line in erased.mentions]
    if gone:
        tell(say("command.rehearsed-unnamed"))
    if left:
        tell(say("command.rehearsed-named", files=", ".join(dict.fromkeys(left)), folder=typed(folder)))


async def _kept_if_stuck(wishes: Wishes, plan: Rehearsal, tell: Callable[[str], None]) -> RehearsalVerdict:
    """Rehearse; where it cannot go on, leave what was done in a folder that stays, and say where."""
    try:
        return await rehearse_headless(plan, tell)
    except Stuck:
        kept = plan.folder
        if wishes.keep is None:
            kept = Path(tempfile.mkdtemp(prefix="panel-tui-rehearsal-")) / "session"
            shutil.copytree(plan.folder, kept)
            _forget_members(kept, tell)
        tell(say("command.kept-pretend", folder=typed(kept)))
        raise


def _seed(wishes: Wishes) -> int:
    return Clock().seed() if wishes.seed is None else wishes.seed


@contextmanager
def _place(wishes: Wishes, otherwise: Callable[[], AbstractContextManager[Path]]) -> Iterator[Path]:
    """Return the folder to run in; one made only for a headless run is cleared away afterwards."""
    if wishes.keep is not None:
        yield wishes.keep
    elif wishes.headless:
        with tempfile.TemporaryDirectory(prefix="panel-tui-") as made:
            yield Path(made) / "session"
    else:
        with otherwise() as folder:
            yield folder


def _run(
    wishes: Wishes,
    folder: Path,
    book: Callable[[Session], AnswerBook],
    seed: int,
    tell: Callable[[str], None],
    *,
    spare: int = 0,
    leanings: Leanings | None = None,
    marked: bool = False,
    after: str,
    session: Session | None = None,
) -> None:
    watched = _BRISK if wishes.short else _UNHURRIED
    speed = wishes.speed if wishes.headless else wishes.speed or watched
    plan = Rehearsal(
        folder,
        book,
        seed,
        speed=speed,
        many=wishes.members,
        spare=spare,
        decisions=leanings.decisions if leanings else {},
        host=wishes.host,
        port=wishes.port,
        session=session,
        marked=marked,
    )
    came: RehearsalVerdict | None = None
    if wishes.headless:
        tell(say("command.rehearsing", seed=seed))
        came = event_loop.run(_kept_if_stuck(wishes, plan, tell))
    else:
        from panel_tui.running.run import rehearse_on_the_wall

        tell(left(event_loop.run(rehearse_on_the_wall(plan)), folder, "command.kept-pretend"))
    if wishes.to is not None:
        _exported(folder, wishes.to, tell)
    if came is not None:
        tell(verdict_said(came, wishes.keep, after))
