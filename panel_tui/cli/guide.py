"""The command that shows the manual."""

from __future__ import annotations

import os
import sys

import click

from panel_tui.cli.output import at_terminal, tell
from sessions.wording import say


@click.command(help=say("command.guide"))
@click.argument("topic", nargs=-1, metavar="[TOPIC]")
def guide(topic: tuple[str, ...]) -> None:
    """Show the manual."""
    from panel_tui.guide.reading import GuideApp, as_text
    from panel_tui.system import event_loop

    looked_for = " ".join(topic)
    if at_terminal() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        event_loop.run(GuideApp(looked_for).run_async())
    else:
        tell(as_text(looked_for))
