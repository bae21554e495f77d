"""Commands for before the day: `new`, `check`, `print`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from panel_tui.cli.output import agreed, ask, can_ask, tell
from panel_tui.system.errors import Unable
from sessions.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from panel_tui.folder import Question

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


def existing(folder: Path) -> Path:
    """Return a folder that is there. Raises Unable."""
    if not folder.is_dir():
        raise Unable(say("command.no-folder", folder=folder.name or str(folder)))
    return folder


def remembered(folder: Path) -> None:
    """Put a folder on the opening screen's list."""
    from panel_tui.opening.recent_sessions import remember

    remember(folder)


def _currency(_context: click.Context, _option: click.Parameter, given: str) -> str:
    """Read a currency's three letters. Raises click.BadParameter."""
    code = given.strip().upper()
    if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise click.BadParameter(say("command.currency-shape", found=given))
    return code


@click.command(help=say("command.new"))
@FOLDER
@click.option(
    "--from", "source", type=click.Path(path_type=Path), required=True, help=say("command.new-from")
)
@click.option("--map", "maps", multiple=True, metavar="COLUMN=TITLE", help=say("command.new-map"))
@click.option("--sheet", "sheets", multiple=True, metavar="NAME", help=say("command.new-sheet"))
@click.option("--row", type=click.IntRange(1, 1_048_576), metavar="N", help=say("command.new-row"))
@click.option("--currency", default="", metavar="GBP", callback=_currency, help=say("command.new-currency"))
@click.option("--leave-out", default="", metavar="ROWS", help=say("command.new-leave-out"))
@click.option("--take-in", default="", metavar="ROWS", help=say("command.new-take-in"))
def new(
    folder: Path,
    source: Path,
    maps: tuple[str, ...],
    sheets: tuple[str, ...],
    row: int | None,
    currency: str,
    leave_out: str,
    take_in: str,
) -> None:
    """Make a session folder from a spreadsheet."""
    from panel_tui.folder import SheetChoices, new_report
    from panel_tui.folder.remembered_columns import new_as_before
    from panel_tui.folder.spreadsheet.choices import rows_named

    mapping = {}
    for pair in maps:
        column, sign, title = pair.partition("=")
        if not sign or not column.strip() or not title.strip():
            raise click.UsageError(say("command.map-shape", found=pair))
        mapping[column.strip()] = title.strip()
    choices = SheetChoices(
        sheets=sheets,
        row=row,
        currency=currency,
        leave_out=rows_named(leave_out),
        take_in=rows_named(take_in),
    )
    report = new_as_before(
        folder,
        source,
        mapping,
        _ask if can_ask() else None,
        choices=choices,
        announce=tell,
    )
    if report.gone_back:
        raise Unable(say("command.new-gone-back"))
    if not report.made:
        raise Unable(new_report(report))
    remembered(folder)
    tell(new_report(report))


def _ask(question: Question) -> str:
    options = "".join(f"\n  {option.key or '-'}: {option.words}" for option in question.options)
    listed = options if question.kind in ("same", "currency") else ""
    return ask(f"{question.words}{listed}", "")


@click.command(help=say("command.check"))
@FOLDER
@click.option("--split", is_flag=True, help=say("command.check-split"))
def check(folder: Path, *, split: bool) -> None:
    """Check a session folder and print the day, or each of its days."""
    from panel_tui.folder.plan_differences import checked
    from panel_tui.system.clock import Clock

    report = checked(existing(folder), Clock().seed)
    if not report.fit:
        raise Unable(report.words)
    remembered(folder)
    if split:
        tell(_split(folder, Clock().seed))
        report = checked(folder, Clock().seed)
    tell(report.words)


def _split(folder: Path, draw: Callable[[], int]) -> str:
    """Write nights into a plan that is too long; say how many. Raises Unable once the record rules."""
    from panel_tui.folder.plan_in_force import plan_in_force
    from panel_tui.folder.split import KEPT, split

    counts = plan_in_force(folder, draw)
    if counts.by_record:
        raise Unable(say("nights.split.begun"))
    nights = split(folder, counts.plan)
    return say("nights.split.done" if nights else "nights.split.nothing", n=nights, kept=KEPT)


_MOST_SEATS = 10_000


def _seats(_context: click.Context, _option: click.Parameter, given: str | None) -> list[int] | None:
    """Read `3,9`, `3 9` or `3-9` as seats. Raises click.BadParameter."""
    return None if given is None else _seats_in(given)


def _seats_in(given: str) -> list[int]:
    seats: list[int] = []
    for part in re.split(r"[,;\s]+", given.strip(" ,;")):
        found = re.fullmatch(r"([0-9]{1,5})(?:[-–]([0-9]{1,5}))?", part)
        if found is None:
            raise click.BadParameter(say("paper.slips-for"))
        first, last = int(found[1]), int(found[2] or found[1])
        seats += range(first, last + 1) if last - first < _MOST_SEATS else ()
    if not seats:
        raise click.BadParameter(say("paper.slips-for"))
    return seats


def _with_the_rest(context: click.Context, slips: list[int] | None) -> list[int] | None:
    """Take in what PowerShell made of `--slips 3,9`: it hands a list on as words of their own."""
    if not context.args:
        return slips
    if slips is None:
        raise click.UsageError(say("paper.slips-for"))
    return [*slips, *_seats_in(",".join(context.args))]


def _address(host: str) -> str:
    """Return the address to print: the one named, the only one, or the one picked at the terminal. Raises Unable."""
    from panel_tui.system.adapters import likely, ranked
    from panel_tui.system.network import ANY, addresses, reachable

    own = ranked()
    several = likely(addresses(), own)
    if host not in ANY or len(several) < 2 or not can_ask():
        return reachable(host)
    adapters = {one.address: one.adapter for one in own}
    lines = [
        say("ready.address.line", n=n, address=one, adapter=adapters.get(one, ""))
        for n, one in enumerate(several, 1)
    ]
    picked = ask(say("ready.address.which", list="\n".join(lines)), "1").strip()
    if not (picked.isascii() and picked.isdigit() and 1 <= int(picked[:4]) <= len(several)):
        raise Unable(say("ready.address.no-number", found=picked))
    return several[int(picked) - 1]


@click.command("print", help=say("command.print"), context_settings={"allow_extra_args": True})
@FOLDER
@click.option("--to", type=click.Path(path_type=Path), required=True, help=say("command.print-to"))
@click.option("--host", default="", help=say("command.host"))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help=say("command.port")
)
@click.option("--slips", callback=_seats, metavar="3,9", help=say("paper.slips-for"))
@click.option("--only", default="", metavar="A20", help=say("paper.only"))
@click.option("--cards", is_flag=True, help=say("paper.cards-new"))
@click.option("--large", is_flag=True, help=say("paper.large"))
@click.option("--compact", is_flag=True, help=say("paper.compact"))
@click.pass_context
def print_(
    context: click.Context,
    folder: Path,
    to: Path,
    host: str,
    port: int,
    slips: list[int] | None,
    only: str,
    *,
    cards: bool,
    large: bool,
    compact: bool,
) -> None:
    """Print the pack; new cards are made the first time, and later when they are asked for."""
    from panel_tui.offline.print_pack import Wanted, has_cards, print_only, print_pack
    from panel_tui.system import event_loop
    from screens.paper.pack import PrintForm

    wanted = Wanted(_with_the_rest(context, slips), cards, PrintForm(large=large, compact=compact))
    refs = [ref.strip() for ref in only.split(",") if ref.strip()]
    if refs:
        if cards:
            raise click.UsageError(say("paper.only-or-cards"))
        found = print_only(existing(folder), to, refs, wanted)
        tell(say("paper.only.printed", n=len(found.files), folder=to.name, refs=", ".join(refs)))
        for remark in found.remarks:
            tell(remark)
        return
    if cards and can_ask() and has_cards(existing(folder)) and not agreed(say("paper.cards-ask")):
        raise Unable(say("paper.cards-kept"))
    address = f"{_address(host)}:{port}"
    report = event_loop.run(print_pack(existing(folder), to, address, wanted))
    tell(report.said(to.name, address))
    for remark in report.remarks:
        tell(remark)
