"""The commands `demo` and `rehearse`: where the copy lives, who answers, and what is left behind."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from sessions.model import Session
from sessions.wording import say

from ..clock import Clock
from ..demo import LEANINGS, copy_demo, demo_folder
from ..paths import fresh_demo_folder
from ..rehearsal import Rehearsal, rehearse_headless
from ..rehearse import AnswerBook, Leaning, Leanings, read_answers, read_leanings
from ..rescuing import copy_session
from ..verdict import Verdict, verdict_said

_UNHURRIED = 4.0  # times a person's pace: quick enough to try the program, slow enough to watch


class Wishes(Struct, frozen=True):
    """What was asked for on the command line."""

    headless: bool = False
    seed: int | None = None
    speed: float | None = None
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
        copy_demo(folder)
        with demo_folder() as shipped:
            leanings = read_leanings((shipped / LEANINGS).read_text(encoding="utf-8"))
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


def rehearse(source: Path, wishes: Wishes, tell: Callable[[str], None]) -> None:
    """Run a copy of a session's folder. Raises AnswersRefused."""
    with _place(wishes, lambda: Path(tempfile.mkdtemp(prefix="panel-tui-rehearsal-"))) as folder:
        copy_session(source, folder)
        seed = _seed(wishes)

        def book(session: Session) -> AnswerBook:
            if wishes.answers is None:
                return Leaning(session, seed)
            return read_answers(session, wishes.answers, wishes.ballots)

        _run(wishes, folder, book, seed, tell, after=say("rehearse.after-rehearsal", folder=source))


def _seed(wishes: Wishes) -> int:
    return Clock().seed() if wishes.seed is None else wishes.seed


@contextmanager
def _place(wishes: Wishes, otherwise: Callable[[], Path]) -> Iterator[Path]:
    """Give the folder to run in; one made only for a headless run is cleared away afterwards."""
    if wishes.keep is not None:
        yield wishes.keep
    elif wishes.headless:
        with tempfile.TemporaryDirectory(prefix="panel-tui-") as made:
            yield Path(made) / "session"
    else:
        yield otherwise()


def _run(
    wishes: Wishes,
    folder: Path,
    book: Callable[[Session], AnswerBook],
    seed: int,
    tell: Callable[[str], None],
    *,
    spare: int = 0,
    leanings: Leanings | None = None,
    after: str,
) -> None:
    speed = wishes.speed if wishes.headless else wishes.speed or _UNHURRIED
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
    )
    came: Verdict | None = None
    if wishes.headless:
        tell(say("command.rehearsing", seed=seed))
        came = asyncio.run(rehearse_headless(plan, tell))
    else:
        from ..run import rehearse_on_the_wall

        asyncio.run(rehearse_on_the_wall(plan))
        tell(say("command.kept-pretend", folder=folder))
    if wishes.to is not None:
        from ..exports import export_all
        from .after import exported

        tell(exported(export_all(folder, wishes.to, (), seats=False, public=False, draw=Clock().draw())))
    if came is not None:
        tell(verdict_said(came, wishes.keep, after))
