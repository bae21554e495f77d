"""Commands for before the day: `new`, `check`, `print`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sessions.wording import say

from ..unable import Unable

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


def existing(folder: Path) -> Path:
    """Give a folder that is there. Raises Unable."""
    if not folder.is_dir():
        raise Unable(say("command.no-folder", folder=folder.name or str(folder)))
    return folder


@click.command(help=say("command.new"))
@FOLDER
@click.option(
    "--from", "source", type=click.Path(path_type=Path), required=True, help=say("command.new-from")
)
@click.option("--map", "maps", multiple=True, metavar="COLUMN=TITLE", help=say("command.new-map"))
def new(folder: Path, source: Path, maps: tuple[str, ...]) -> None:
    """Make a session folder from a spreadsheet."""
    from ..folder import new_folder, new_report

    mapping = {}
    for pair in maps:
        column, sign, title = pair.partition("=")
        if not sign or not column.strip() or not title.strip():
            raise click.UsageError(say("command.map-shape", found=pair))
        mapping[column.strip()] = title.strip()
    ask = (lambda question: str(click.prompt(question))) if sys.stdin.isatty() else None
    report = new_folder(folder, source, mapping, ask)
    if not report.made:
        raise Unable(new_report(report))
    click.echo(new_report(report))


@click.command(help=say("command.check"))
@FOLDER
def check(folder: Path) -> None:
    """Check a session folder and print the day."""
    from ..clock import Clock
    from ..folder import check_report, read_session

    reading = read_session(existing(folder), draw=Clock().seed)
    report = check_report(reading, name=folder.resolve().name)
    if reading.session is None:
        raise Unable(report)
    click.echo(report)


@click.command("print", help=say("command.print"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), required=True, help=say("command.print-to"))
@click.option("--host", default="", help=say("command.host"))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help=say("command.port")
)
def print_(folder: Path, to: Path, host: str, port: int) -> None:
    """Print new seat cards."""
    import asyncio

    from ..printing import print_cards
    from ..run import reachable

    written = asyncio.run(print_cards(existing(folder), to, f"{reachable(host)}:{port}"))
    click.echo(say("command.printed", file=written.name, folder=to.name))
