"""The one way words reach the terminal: plain sentences, exit codes, and how far a slow command is."""

from __future__ import annotations

import codecs
import shutil
import sys
import textwrap
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, TextIO

import click

from panel_tui.system.errors import Unable
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.system.clock import Clock

_NEAREST = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "−": "-",
    "•": "*",
    "×": "x",
    "£": "GBP ",
    "€": "EUR ",
    "·": "-",
    "→": "->",
    "←": "<-",
    "✓": "ok",
}


def _nearest(problem: UnicodeError) -> tuple[str, int]:
    """Write what the letters of the output do not have with those they do have."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    words = problem.object[problem.start : problem.end]
    return "".join(_NEAREST.get(mark, "?") for mark in words), problem.end


def write_in_any_letters() -> None:
    """Let output into a file or another program have any encoding: what it lacks is written as nearly as it can."""
    codecs.register_error("nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="nearest")


def cleaned(words: str) -> str:
    """Take out what would steer a terminal; a file's or a folder's name may hold anything. Lines stay lines."""
    from sessions.model.text import clean_lines

    return clean_lines(words, longest=sys.maxsize)


def tell(words: str) -> None:
    """Say how it went, on standard output."""
    click.echo(folded(cleaned(words), sys.stdout))


def refuse(words: str) -> None:
    """Say why not, on standard error."""
    click.echo(folded(cleaned(words), sys.stderr), err=True)


def folded(words: str, to: TextIO) -> str:
    """Break lines between words where a person reads them; another program gets each as it is.

    A line set in is a command to copy, and stays whole.
    """
    if not to.isatty():
        return words
    wide = shutil.get_terminal_size().columns
    return "\n".join(
        line
        if len(line) < wide or line.startswith("  ")
        else textwrap.fill(line, wide - 1, break_long_words=False, break_on_hyphens=False)
        for line in words.split("\n")
    )


def at_terminal(system: str = sys.platform) -> bool:
    """Whether a screen can be opened here: keys come from a terminal, and what is drawn goes to one."""
    drawn_on = sys.__stdout__ if system == "win32" else sys.__stderr__  # where Textual draws
    return all(stream is not None and stream.isatty() for stream in (sys.__stdin__, drawn_on))


def can_ask() -> bool:
    """Whether somebody can be asked: what is typed comes from a terminal."""
    return sys.stdin.isatty()


def needs_terminal() -> None:
    """Refuse to open a screen that nobody would see. Raises Unable.

    It would hold the session, answer nobody and hear no request to end: its keys are read from what has none.
    """
    if not at_terminal():
        raise Unable(say("command.no-terminal"))


def ask(words: str, default: str | None = None) -> str:
    """Ask for a line; where there is a default, nothing need be typed."""
    return str(click.prompt(folded(cleaned(words), sys.stdout), default=default, show_default=False))


def agreed(words: str, *, default: bool = False) -> bool:
    """Ask yes or no; Enter alone is the default."""
    return click.confirm(folded(cleaned(words), sys.stdout), default=default)


PATIENCE = timedelta(seconds=1)  # what takes less is done before the line could be read


class Meter:
    """Shows one line, always in the same place, and takes it away again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began: datetime = clock.now()
        self._shown = ""

    def __call__(self, done: int, of: int, making: str) -> None:
        """Show how far it is, where somebody is there to see it."""
        self.show(say("command.making", done=done + 1, of=of, name=making))

    def show(self, words: str) -> None:
        """Show a line of any words in the same place, on the same terms."""
        if not sys.stderr.isatty() or self._clock.now() - self._began < PATIENCE:
            return
        line = cleaned(words)
        if line != self._shown:
            self._write(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(len(self._shown))}" + ("" if line else "\r"))
        sys.stderr.flush()
        self._shown = line


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
    from panel_tui.record.refusals import RecordError
    from sessions.model.refusals import Refused

    if isinstance(problem, RecordError):
        return say(problem.code, **problem.facts)
    if isinstance(problem, Refused):
        return problem.sentence
    if isinstance(problem, Unable | FileExistsError):
        return str(problem)
    if isinstance(problem, OSError):
        return say("command.disk", what=problem.strerror or type(problem).__name__)
    return _bug(problem)


def _bug(problem: Exception) -> str:
    from panel_tui.system.fault_trace import leave_trace

    words, trace = say("command.bug", kind=type(problem).__name__), leave_trace("command", problem)
    return f"{words}\n{say('wall.broken.trace', file=trace)}" if trace else words
