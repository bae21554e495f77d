"""Turn every way a command can fail into one plain sentence and an exit status."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import click

from sessions.refusals import Refused
from sessions.wording import say

from ..unable import Unable
from .telling import refuse

DONE, REFUSED, MISUSED = 0, 1, 2


def plainly(command: Callable[[], object]) -> int:
    """Run a command and give its exit status."""
    try:
        command()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as misused:
        shown = StringIO()
        misused.show(shown)
        refuse(shown.getvalue())
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        return _refuse(say("command.stopped"))
    except Exception as problem:
        return _refuse(sentence(problem))
    return DONE


def _refuse(words: str) -> int:
    refuse(words)
    return REFUSED


def sentence(problem: Exception) -> str:
    """Say a failure in plain words. Nothing of a value or a name that was in hand is in it."""
    from ..record import RecordError

    if isinstance(problem, RecordError):
        return say(problem.code, **problem.facts)
    if isinstance(problem, Refused):
        return problem.sentence
    if isinstance(problem, Unable | FileExistsError):
        return str(problem)
    if isinstance(problem, OSError):
        return say("command.disk", what=problem.strerror or type(problem).__name__)
    return say("command.bug", kind=type(problem).__name__)
