"""Commands for after the day: `export`, `verify`, `seal`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from panel_tui.cli.before import FOLDER, existing
from panel_tui.cli.output import Meter, agreed, ask, can_ask, tell
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from sessions.model.session import OpenData
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.exports import ExportReport
    from panel_tui.offline.seal import SealReport
    from panel_tui.offline.stage_link import LinkFinding


def ask_open_data(folder: Path) -> None:
    """Ask at the terminal. Raises Unable where the answers cannot be kept."""
    from panel_tui.folder.open_data import keep_open_data

    tell(say("command.open-data"))
    given = OpenData(
        funder_id=_answer("command.open-data-funder"),
        funder_name=_answer("command.open-data-name"),
        prefix=_answer("command.open-data-prefix"),
    )
    if not keep_open_data(folder, given):
        raise Unable(say("command.open-data-not-kept"))


def _answer(key: str) -> str:
    return ask(say(key)).strip()


def exported(report: ExportReport) -> str:
    """Say what was exported, and what was left out because it is not revealed yet."""
    lines = [say_many("command.exported", len(report.files), folder=report.folder.name, head=report.head)]
    if report.left_out:
        key = "command.left-out-over" if report.over else "command.left-out"
        lines.append(say(key, refs=", ".join(report.left_out)))
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
@click.option("--member", type=click.IntRange(min=1), metavar="SEAT", help=say("command.member"))
@click.pass_obj
def export(
    way: Callable[[], None] | None,
    folder: Path,
    to: Path | None,
    formats: str,
    *,
    seats: bool,
    public: bool,
    member: int | None,
) -> None:
    """Export a session. `way` gives way to a session that may run beside it, where this process is ours alone."""
    if way:
        way()
    from panel_tui.exports import ExportRefused, export_all

    if member is not None:
        from panel_tui.exports.one_member import export_member

        if formats or seats or public:
            raise ExportRefused("exports.member-alone")
        tell(exported(export_member(existing(folder), to, member)))
        return
    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    meter = Meter(Clock())
    make = partial(export_all, existing(folder), to, wanted, seats=seats, public=public, draw=Clock().draw())
    try:
        report = make(progress=meter)
    except ExportRefused as refused:
        if refused.code != "exports.no-open-data" or not can_ask():
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
@click.option("--with", "earlier", type=click.Path(path_type=Path), help=say("stages.help-with"))
@click.option("--rescue", "to", type=click.Path(path_type=Path), help=say("command.rescue"))
def verify(
    folder: Path, head: str | None, receipt: str | None, earlier: Path | None, to: Path | None
) -> None:
    """Check a session's record, or save what is sound of a damaged one."""
    if to is not None:
        from panel_tui.offline.verify import rescue

        tell(rescue(existing(folder), to))
        return
    from panel_tui.offline.verify import verify_folder

    existing(folder)
    link = _link(folder, earlier) if earlier is not None else ()
    if link and not (folder / RECORD).exists():  # a stage that has not begun has nothing else to check
        lines = "\n".join(one.words for one in link)
        if not all(one.sound for one in link):
            raise Unable(lines)
        tell(lines)
        return
    if head is None and can_ask() and sys.stdout.isatty():
        head = ask(say("verify.type-words"), default="").strip() or None
    report = verify_folder(folder, head=head, receipt=receipt)
    said = "\n".join((*report.lines, *(one.words for one in link)))
    if not report.whole or not all(one.sound for one in link):
        raise Unable(said)
    tell(said)


def _link(folder: Path, earlier: Path) -> tuple[LinkFinding, ...]:
    from panel_tui.offline.stage_link import stage_link

    return stage_link(folder, existing(earlier))


@click.command(help=say("sealing.help"))
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), help=say("sealing.to"))
@click.option("--unfinished", is_flag=True, help=say("sealing.unfinished"))
@click.option("--yes", is_flag=True, help=say("sealing.yes"))
def seal(folder: Path, to: Path | None, *, unfinished: bool, yes: bool) -> None:
    """Seal a session."""
    from panel_tui.offline.seal import seal_folder
    from panel_tui.system import event_loop

    existing(folder)
    if not yes and not can_ask():
        raise Unable(say("sealing.not-asked"))

    def agree() -> None:
        if not yes and not agreed(say("sealing.ask", folder=folder.resolve().name)):
            raise Unable(say("sealing.not-sealed"))

    report = event_loop.run(seal_folder(folder, to, unfinished=unfinished, clock=Clock(), agree=agree))
    tell(exported(report.exported))
    for line in sealed_said(report):
        tell(line)


def sealed_said(report: SealReport) -> Iterator[str]:
    """Say what was closed and removed, where names of members are gone, where one may still be, and what stays."""
    yield say("sealing.sealed-before" if report.before else "sealing.sealed")
    if report.removed:
        yield say("sealing.removed", files=", ".join(report.removed))
    yield from _names_said(report)
    yield say("sealing.left")


def _names_said(report: SealReport) -> Iterator[str]:
    erased = report.erased
    for name in report.left:
        yield say("sealing.not-removed", file=name)
    if erased.removed or erased.cleared:
        yield say("naming.erased", files=", ".join((*erased.removed, *erased.cleared)))
    for name in erased.left:
        yield say("naming.not-erased", file=name)
    for name, line in erased.mentions:
        yield say("naming.mentioned", file=name, line=line)
    for name in erased.copies:
        yield say("naming.copy", file=name)
    for name in report.about_members:
        yield say("naming.about-member", folder=name)
    if report.labels:
        yield say("naming.in-record")
