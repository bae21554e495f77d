"""Turn every way a command can fail into one plain sentence and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from sessions.refusals import Refused
from sessions.wording import say

DONE, REFUSED, MISUSED = 0, 1, 2


class Sorry(Exception):  # noqa: N818 - it carries a sentence for people
    """A command cannot do what was asked; the sentence says why."""


def plainly(command: Callable[[], object]) -> int:
    """Run a command and give its exit status."""
    try:
        command()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as misused:
        misused.show()
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        return _refuse(say("command.stopped"))
    except Exception as problem:
        return _refuse(sentence(problem))
    return DONE


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)  # noqa: T201 - standard error is where a refusal belongs
    return REFUSED


def sentence(problem: Exception) -> str:
    """Say a failure in plain words. Nothing of a value or a name that was in hand is in it."""
    from ..exports import ExportRefused
    from ..live import FolderRefused
    from ..printing import InsideTheSession
    from ..record import RecordError
    from ..rehearsal import TooManyMembers
    from ..rehearse import AnswersRefused, Stuck

    if isinstance(problem, RecordError):
        return say(problem.code, **problem.facts)
    if isinstance(problem, Refused):
        return problem.sentence
    if isinstance(problem, InsideTheSession):
        return say("command.print-inside")
    if isinstance(
        problem,
        Sorry | ExportRefused | FolderRefused | AnswersRefused | Stuck | TooManyMembers | FileExistsError,
    ):
        return str(problem)
    if isinstance(problem, OSError):
        return say("command.disk", what=problem.strerror or type(problem).__name__)
    return say("command.bug", kind=type(problem).__name__)
