"""The command `invite`: two pages for people who think of joining the panel."""

from __future__ import annotations

from pathlib import Path

import click

from panel_tui.cli.before import FOLDER, existing
from panel_tui.cli.output import tell
from sessions.wording import say


@click.command(help=say("command.invite"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), required=True, help=say("command.invite-to"))
@click.option("--language", default="", metavar="cy", help=say("command.invite-language"))
def invite(folder: Path, to: Path, language: str) -> None:
    """Make the invitation, in full and in Easy Read."""
    from panel_tui.offline.invite import make_invitation

    report = make_invitation(existing(folder), to, language.strip())
    tell(say("command.invite-made", n=len(report.files), folder=to.name))
    for remark in report.remarks:
        tell(remark)
