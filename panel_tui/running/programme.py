"""A whole programme with pretend members: a shortlist, a second look at those on it, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from panel_tui.folder.amend import with_value
from panel_tui.folder.safe_open import put_whole
from panel_tui.folder.settings import FILE
from panel_tui.folder.tidy import quoted
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.offline.stage_link import stage_link
from panel_tui.rehearse import Leaning
from panel_tui.running.rehearsal import Rehearsal, RehearsalVerdict, rehearse_headless
from panel_tui.system.errors import Unable
from sessions.model.session import Session, StepKind
from sessions.model.stage import StageName
from sessions.wording import say

Tell = Callable[[str], None]


class ProgrammeStage(Struct, frozen=True):
    """One stage of the demo: its name, its places if it gives no money, and what the score before weighs in it."""

    name: StageName
    places: int | None = None
    earlier: Decimal = Decimal(0)


STAGES = (
    ProgrammeStage(StageName.SHORTLIST),
    ProgrammeStage(StageName.INTERVIEW, places=3),
    ProgrammeStage(StageName.FINAL, earlier=Decimal("0.5")),
)


QUESTIONS = ("Who would miss this if it stopped?", "What would you do first?", "What worries you about it?")


class StageRun(Struct, frozen=True):
    """A stage that was lived through: where it lies, and what it came to."""

    name: StageName
    folder: Path
    came: RehearsalVerdict


async def programme(first: Path, seed: int, speed: float | None, tell: Tell) -> tuple[StageRun, ...]:
    """Live through every stage, the first in `first`, the others beside it. Raises Unable where one does not hold."""
    done: list[StageRun] = []
    for number, stage in enumerate(STAGES):
        folder = first.parent / stage.name.value
        if done:
            _follow(done[-1].folder, folder, stage, tell)
        tell(say("stages.demo.begins", name=stage.name.value))
        plan = Rehearsal(folder, _pretending(seed + number), seed + number, speed=speed)
        done.append(StageRun(stage.name, folder, await rehearse_headless(plan, tell)))
    return tuple(done)


def _pretending(seed: int) -> Callable[[Session], Leaning]:
    """Let members lean by a seed of each stage's own: who sees people again may see them otherwise."""
    return lambda session: Leaning(session, seed)


def _meeting(refs: Sequence[str]) -> Iterator[str]:
    """Write an agenda on which each is met, with a pause between any two."""
    yield '[[step]]\nkind = "welcome"'
    for at, ref in enumerate(refs):
        if at:
            yield '[[step]]\nkind = "break"\nminutes = 10'
        asked = "" if at else f"\nquestions = [{', '.join(map(quoted, QUESTIONS))}]"
        yield f'[[step]]\nkind = "interview"\nref = {quoted(ref)}\nminutes = 40{asked}'
    yield '[[step]]\nkind = "budget"'
    yield '[[step]]\nkind = "closing"'


def _follow(earlier: Path, folder: Path, stage: ProgrammeStage, tell: Tell) -> None:
    """Make the next stage's folder, and look whether it is linked to the one before."""
    made = make_stage(earlier, folder, StageWishes(stage.name, places=stage.places, rehearsal=True))
    settings = folder / FILE
    text = settings.read_text(encoding="utf-8")
    if stage.earlier:
        text = with_value(text, ("stage", "earlier"), stage.earlier)
    if stage.name.value in {kind.value for kind in StepKind}:  # people are met face to face
        text += "\n" + "\n\n".join(_meeting(made.refs)) + "\n"
    put_whole(settings, text.encode())
    link = stage_link(folder, earlier)
    if not all(one.sound for one in link):
        raise Unable("\n".join(one.words for one in link))
    tell(say("stages.demo.goes-on", refs=", ".join(made.refs), name=stage.name.value))
