"""The command line: it reads what was asked, calls one function, and says in plain words how it went.

Exit status: 0 done, 1 refused with the reason on standard error, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from panel_tui import __version__
from panel_tui.giving_way import give_way
from sessions.wording import say

from .after import export, verify
from .before import check, new, print_
from .day import demo, desk, rehearse, run
from .plainly import plainly
from .sealing import seal


@click.group(
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
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(context.get_help())
        return
    from ..opening import open_panel_tui

    open_panel_tui(Path.cwd())


for _command in (demo, new, check, run, desk, rehearse, print_, export, verify, seal):
    panel_tui.add_command(_command)


def main() -> None:
    """Run the command line; no traceback ever reaches a person."""
    for stale in ("COLUMNS", "LINES"):
        os.environ.pop(
            stale, None
        )  # a shell that exports them would hold the wall at its first size for the whole day
    sys.exit(plainly(lambda: panel_tui.main(prog_name="panel-tui", standalone_mode=False, obj=give_way)))
