"""Commands for before the day: `new`, `check`, `print`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessions.wording import say

from ..unable import Unable
from .telling import agreed, ask, tell

if TYPE_CHECKING:
    from ..folder import Question

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


def existing(folder: Path) -> Path:
    """Give a folder that is there. Raises Unable."""
    if not folder.is_dir():
        raise Unable(say("command.no-folder", folder=folder.name or str(folder)))
    return folder


def remembered(folder: Path) -> None:
    """Put a folder on the opening screen's list."""
    from ..opening.known import remember

    remember(folder)


@click.command(help=say("command.new"))
@FOLDER
@click.option(
    "--from", "source", type=click.Path(path_type=Path), required=True, help=say("command.new-from")
)
@click.option("--map", "maps", multiple=True, metavar="COLUMN=TITLE", help=say("command.new-map"))
def new(folder: Path, source: Path, maps: tuple[str, ...]) -> None:
    """Make a session folder from a spreadsheet."""
    from ..folder import new_report
    from ..naming import new_as_before

    mapping = {}
    for pair in maps:
        column, sign, title = pair.partition("=")
        if not sign or not column.strip() or not title.strip():
            raise click.UsageError(say("command.map-shape", found=pair))
        mapping[column.strip()] = title.strip()
    report = new_as_before(folder, source, mapping, _ask if sys.stdin.isatty() else None, _same)
    if not report.made:
        raise Unable(new_report(report))
    remembered(folder)
    tell(new_report(report))


def _ask(question: Question) -> str:
    return ask(question.words, "")


def _same(before: dict[str, str]) -> bool:
    from ..naming import said_before

    return agreed(say("command.same-again", before=said_before(before)), default=True)


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
    remembered(folder)
    tell(report)


def _seats(_context: click.Context, _option: click.Parameter, given: str | None) -> list[int] | None:
    """Read `3,9` as seats. Raises click.BadParameter."""
    if given is None:
        return None
    parts = [part.strip() for part in given.split(",") if part.strip()]
    if not parts or not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        raise click.BadParameter(say("paper.slips-for"))
    return [int(part) for part in parts]


@click.command("print", help=say("command.print"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), required=True, help=say("command.print-to"))
@click.option("--host", default="", help=say("command.host"))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help=say("command.port")
)
@click.option("--slips", callback=_seats, metavar="3,9", help=say("paper.slips-for"))
def print_(folder: Path, to: Path, host: str, port: int, slips: list[int] | None) -> None:
    """Print the pack; new cards end the old ones."""
    import asyncio

    from ..network import reachable
    from ..printing import print_pack

    address = f"{reachable(host)}:{port}"
    report = asyncio.run(print_pack(existing(folder), to, address, slips_for=slips))
    tell(say("paper.printed", n=len(report.files), folder=to.name, address=address))
    for remark in report.remarks:
        tell(remark)
