"""The command line: it reads what was asked, calls one function, and says in plain words how it went.

Exit status: 0 done, 1 refused with the reason on standard error, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import NamedTuple

import click

from panel_tui import __version__
from panel_tui.cli.output import at_terminal, plainly, write_in_any_letters
from panel_tui.system.process import lower_priority
from sessions.wording import say
from sessions.wording.keyboard import MAC, call_keys


class Place(NamedTuple):
    """Where a command stands, a module of this package and a name in it, and the key of what its help says."""

    module: str
    name: str
    help: str


PLACES = {
    "demo": Place("day", "demo", "command.demo"),
    "new": Place("before", "new", "command.new"),
    "check": Place("before", "check", "command.check"),
    "invite": Place("invite", "invite", "command.invite"),
    "run": Place("day", "run", "command.run"),
    "desk": Place("day", "desk", "command.desk"),
    "rehearse": Place("day", "rehearse", "command.rehearse"),
    "print": Place("before", "print_", "command.print"),
    "export": Place("export_verify_seal", "export", "command.export"),
    "verify": Place("export_verify_seal", "verify", "command.verify"),
    "seal": Place("export_verify_seal", "seal", "sealing.help"),
    "after": Place("follow_up", "after", "became.help"),
    "stage": Place("stage", "stage", "stages.help"),
    "gather": Place("gather", "gather", "gather.help"),
    "guide": Place("guide", "guide", "command.guide"),
}


class Commands(MutableMapping[str, click.Command]):
    """The commands by name; one is read in when it is asked for, and no other with it."""

    def __init__(self) -> None:
        """Read none in yet."""
        self._read: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._read:
            place = PLACES[name]
            self._read[name] = getattr(import_module(f"{__name__}.{place.module}"), place.name)
        return self._read[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


class ListedGroup(click.Group):
    """A group whose own help lists its commands without reading them in."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each name with the first words of its help, as click does."""
        listed = {name: click.Command(name, help=say(place.help)) for name, place in PLACES.items()}
        click.Group(commands=listed).format_commands(ctx, formatter)


@click.group(
    cls=ListedGroup,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say("command.panel-tui"),
    invoke_without_command=True,
)
@click.version_option(__version__, message="panel-tui %(version)s")
@click.pass_context
def panel_tui(context: click.Context) -> None:
    """Hold the commands together; alone at a terminal, show the days on this laptop, elsewhere the help."""
    if context.invoked_subcommand is not None:
        return
    if not (at_terminal() and sys.stdout.isatty()):
        click.echo(context.get_help())
        return
    from pathlib import Path

    from panel_tui.opening import open_panel_tui

    open_panel_tui(Path.cwd())


def main() -> None:
    """Run the command line; no traceback ever reaches a person."""
    for stale in ("COLUMNS", "LINES"):
        os.environ.pop(
            stale, None
        )  # a shell that exports them would hold the wall at its first size for the whole day
    write_in_any_letters()
    if sys.platform == "darwin":
        call_keys(MAC)
    sys.exit(
        plainly(lambda: panel_tui.main(prog_name="panel-tui", standalone_mode=False, obj=lower_priority))
    )
