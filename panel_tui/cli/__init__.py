"""The command line: it reads what was asked, calls one function, and says in plain words how it went.

Exit status: 0 done, 1 refused with the reason on standard error, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from panel_tui import __version__
from panel_tui.cli.after import export, seal, verify
from panel_tui.cli.became import after
from panel_tui.cli.before import check, new, print_
from panel_tui.cli.day import demo, desk, rehearse, run
from panel_tui.cli.gather import gather
from panel_tui.cli.guide import guide
from panel_tui.cli.invite import invite
from panel_tui.cli.output import at_terminal, plainly, write_in_any_letters
from panel_tui.cli.stage import stage
from panel_tui.system.process import lower_priority
from sessions.wording import say
from sessions.wording.keyboard import MAC, call_keys


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
    if not (at_terminal() and sys.stdout.isatty()):
        click.echo(context.get_help())
        return
    from panel_tui.opening import open_panel_tui

    open_panel_tui(Path.cwd())


for _command in (
    demo,
    new,
    check,
    invite,
    run,
    desk,
    rehearse,
    print_,
    export,
    verify,
    seal,
    after,
    stage,
    gather,
    guide,
):
    panel_tui.add_command(_command)


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
