"""Commands for after the day: `export`, `verify`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessions.wording import say

from ..clock import Clock
from ..unable import Unable
from .before import FOLDER, existing
from .meter import Meter
from .open_data import ask_open_data
from .telling import tell

if TYPE_CHECKING:
    from ..exports import ExportReport


def exported(report: ExportReport) -> str:
    """Say what was exported, and what was left out because it is not revealed yet."""
    lines = [say("command.exported", n=len(report.files), folder=report.folder.name, head=report.head)]
    if report.left_out:
        lines.append(say("command.left-out", refs=", ".join(report.left_out)))
    lines += report.remarks
    return "\n".join(lines)


@click.command(help=say("command.export"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), help=say("command.export-to"))
@click.option(
    "--format",
    "formats",
    default="",
    metavar="NAMES",
    help=say("command.formats"),
)
@click.option("--seats", is_flag=True, help=say("command.seats"))
@click.option("--public", is_flag=True, help=say("command.public"))
@click.pass_obj
def export(
    way: Callable[[], None] | None, folder: Path, to: Path | None, formats: str, *, seats: bool, public: bool
) -> None:
    """Export a session. `way` gives way to a session that may run beside it, where this process is ours alone."""
    if way:
        way()
    from ..exports import ExportRefused, export_all

    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    meter = Meter(Clock())
    make = partial(export_all, existing(folder), to, wanted, seats=seats, public=public, draw=Clock().draw())
    try:
        report = make(progress=meter)
    except ExportRefused as refused:
        if refused.code != "exports.no-open-data" or not sys.stdin.isatty():
            raise
        ask_open_data(folder)
        report = make(progress=meter)
    finally:
        meter.clear()
    tell(exported(report))


@click.command(help=say("command.verify"))
@FOLDER
@click.option("--head", help=say("command.verify-head"))
@click.option("--receipt", help=say("command.verify-receipt"))
@click.option("--rescue", "to", type=click.Path(path_type=Path), help=say("command.rescue"))
def verify(folder: Path, head: str | None, receipt: str | None, to: Path | None) -> None:
    """Check a session's record, or save what is sound of a damaged one."""
    if to is not None:
        from ..rescuing import rescue

        tell(rescue(existing(folder), to))
        return
    from ..verifying import verify_folder

    report = verify_folder(existing(folder), head=head, receipt=receipt)
    if not report.whole:
        raise Unable("\n".join(report.lines))
    tell("\n".join(report.lines))
