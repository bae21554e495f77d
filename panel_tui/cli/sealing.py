"""The command that closes a session for good."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sessions.wording import say

from ..clock import Clock
from ..unable import Unable
from .after import exported
from .before import FOLDER, existing
from .telling import agreed, tell


@click.command(help=say("sealing.help"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), help=say("sealing.to"))
@click.option("--unfinished", is_flag=True, help=say("sealing.unfinished"))
@click.option("--yes", is_flag=True, help=say("sealing.yes"))
def seal(folder: Path, to: Path | None, *, unfinished: bool, yes: bool) -> None:
    """Seal a session."""
    import asyncio

    from ..sealing import seal_folder

    existing(folder)
    if not yes and not sys.stdin.isatty():
        raise Unable(say("sealing.not-asked"))

    def agree() -> None:
        if not yes and not agreed(say("sealing.ask", folder=folder.resolve().name)):
            raise Unable(say("sealing.not-sealed"))

    report = asyncio.run(seal_folder(folder, to, unfinished=unfinished, clock=Clock(), agree=agree))
    tell(exported(report.exported))
    tell(say("sealing.sealed-before" if report.before else "sealing.sealed"))
    if report.removed:
        tell(say("sealing.removed", files=", ".join(report.removed)))
    tell(say("sealing.left"))
