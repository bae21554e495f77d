"""Commands for the day: `demo`, `run`, `rehearse`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from panel_tui.cli.before import FOLDER, existing, remembered
from panel_tui.cli.output import needs_terminal, tell
from panel_tui.running.leaving import left
from panel_tui.system.process import gc_paused
from sessions.wording import say

ANY_HOST = "0.0.0.0"  # noqa: S104 - phones come from outside this laptop
_HOST = click.option("--host", default=ANY_HOST, show_default=True, help=say("command.host"))
_PORT = click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help=say("command.port")
)
_PEM = click.Path(path_type=Path, exists=True, dir_okay=False)
_PRETENDING = [
    click.option("--headless", is_flag=True, help=say("command.headless")),
    click.option("--seed", type=click.IntRange(0), help=say("command.seed")),
    click.option("--speed", type=click.FloatRange(0.1, 1000), help=say("command.speed")),
    click.option("--to", type=click.Path(path_type=Path), help=say("command.to")),
    click.option("--keep", type=click.Path(path_type=Path), help=say("command.keep")),
    _HOST,
    _PORT,
]


def _pretending(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_PRETENDING):
        command = option(command)
    return command


@click.command(help=say("command.demo"))
@click.option("--short", is_flag=True, help=say("command.short"))
@click.option("--programme", is_flag=True, help=say("stages.help-programme"))
@_pretending
def demo(*, programme: bool, **asked: Any) -> None:
    """Run the ready-made session, or a whole programme of three."""
    from panel_tui.cli import rehearsing

    if programme and asked["short"]:
        raise click.UsageError(say("command.short-or-programme"))
    if not (programme or asked["headless"]):
        needs_terminal()
    run = rehearsing.demo_programme if programme else rehearsing.demo
    run(rehearsing.Wishes(**asked), tell)


@click.command(help=say("command.rehearse"))
@FOLDER
@click.option("--members", type=click.IntRange(0, 1000), help=say("command.members"))
@click.option("--answers", type=click.Path(path_type=Path, exists=True), help=say("command.answers"))
@click.option("--ballots", type=click.Path(path_type=Path, exists=True), help=say("command.ballots"))
@_pretending
def rehearse(folder: Path, **asked: Any) -> None:
    """Rehearse a session on a copy of its folder."""
    from panel_tui.cli import rehearsing

    if not asked["headless"]:
        needs_terminal()
    rehearsing.rehearse(existing(folder), rehearsing.Wishes(**asked), tell)


@click.command(help=say("command.run"))
@FOLDER
@_HOST
@_PORT
@click.option("--tls-cert", type=_PEM, help=say("command.tls-cert"))
@click.option("--tls-key", type=_PEM, help=say("command.tls-key"))
@gc_paused()  # until doors open: a walk over all that is being read in keeps the wall waiting
def run(folder: Path, host: str, port: int, tls_cert: Path | None, tls_key: Path | None) -> None:
    """Run a session."""
    from panel_tui.running.run import run as run_session
    from panel_tui.system import event_loop

    if (tls_cert is None) != (tls_key is None):
        raise click.UsageError(say("command.tls-both"))
    remembered(existing(folder))
    if tls_cert and tls_key:
        from panel_tui.web.certificate import Certificate, names_of

        certificate = Certificate(tls_cert, tls_key)
        session = run_session(
            folder,
            host=host,
            port=port,
            certificate=certificate,
            names=names_of(certificate),
            begin=needs_terminal,
        )
    else:
        session = run_session(folder, host=host, port=port, begin=needs_terminal)
    tell(left(event_loop.run(session), folder, "command.kept"))


@click.command(help=say("command.desk"))
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def desk(folder: Path | None) -> None:
    """Open the facilitator's private view of a session that runs."""
    from panel_tui.desk.app import finding, sit
    from panel_tui.system import event_loop

    found = existing(folder) if folder is not None else None
    finding(found)  # where several sessions run, that is what to know first
    needs_terminal()
    event_loop.run(sit(found))
