"""The command that brings many rooms together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from panel_tui.cli.output import Meter, tell
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.gather import Line


@click.command(help=say("gather.help"))
@click.argument("rooms", nargs=-1, type=click.Path(path_type=Path), metavar="ROOM…")
@click.option("--into", required=True, metavar="DEST", help=say("gather.help-into"))
@click.option("--schema", default="panel_tui", show_default=True, help=say("gather.help-schema"))
@click.option("--dry-run", "dry", is_flag=True, help=say("gather.help-dry"))
@click.option("--public-only", is_flag=True, help=say("gather.help-public"))
@click.option("--report", type=click.Path(path_type=Path), metavar="DIR", help=say("gather.help-report"))
@click.option("--rehearsal", is_flag=True, help=say("gather.help-rehearsal"))
@click.option("--remove", metavar="ID", help=say("gather.help-remove"))
def gather(
    rooms: tuple[Path, ...],
    into: str,
    schema: str,
    *,
    dry: bool,
    public_only: bool,
    report: Path | None,
    rehearsal: bool,
    remove: str | None,
) -> None:
    """Gather rooms, a line each; then draw them all where that was asked for."""
    from panel_tui import gather as gathering

    if not rooms and report is None and remove is None:
        raise click.UsageError(say("gather.nothing"))
    if dry and (report is not None or remove is not None):
        raise click.UsageError(say("gather.dry-report"))
    refused = False
    with closing(gathering.destination(into, schema, dry=dry)) as opened:
        if remove is not None:
            gathering.remove_room(opened, remove)
            tell(say("gather.removed"))
        if rooms:
            meter = Meter(Clock())
            found = _counted(gathering.rooms_in(rooms, public_only=public_only), meter)
            refused = _told(gathering.gather(found, opened, rehearsal=rehearsal, dry=dry), meter, dry=dry)
        if report is not None:
            files = gathering.write_report(opened, report)
            tell(say("gather.reported", folder=report.name, files=", ".join(files)))
    if refused:
        raise Unable(say("gather.some-refused"))


def _counted(rooms: Iterator[Path], meter: Meter) -> Iterator[Path]:
    """Show how many rooms there were so far, where somebody waits."""
    try:
        for n, room in enumerate(rooms, start=1):
            meter.show(say("gather.reading", n=n))
            yield room
    finally:
        meter.clear()


def _told(lines: Iterator[Line], meter: Meter, *, dry: bool) -> bool:
    """Tell each room's line and how many there were of each kind; return whether any was refused."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted[line.how] += 1
        how = say(f"gather.how.{line.how}")
        key = "gather.line-why" if line.why else "gather.line"
        meter.clear()
        tell(say(key, room=line.room, how=how, why=line.why))
    refused = counted["refused"] + counted["older"]
    key = "gather.summary-dry" if dry else "gather.summary"
    tell(say(key, taken=counted["taken"], unchanged=counted["unchanged"], refused=refused))
    return bool(refused)
