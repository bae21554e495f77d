"""The command `stage`: the folder of a programme's next stage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from panel_tui.cli.before import FOLDER, existing, remembered
from panel_tui.cli.output import agreed, ask, can_ask, tell
from panel_tui.system.shell import typed
from sessions.model.stage import StageName
from sessions.model.text import clean
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.offline.next_stage import StageMade


@click.command(help=say("stages.help"))
@FOLDER
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "name",
    type=click.Choice([one.value for one in StageName]),
    required=True,
    help=say("stages.help-as"),
)
@click.option("--carry", default="", metavar="REFS", help=say("stages.help-carry"))
@click.option("--places", type=click.IntRange(1, 5000), metavar="N", help=say("stages.help-places"))
@click.option("--title", default="", help=say("stages.help-title"))
@click.option("--adjustments", is_flag=True, help=say("stages.help-adjustments"))
@click.option("--rehearsal", is_flag=True, help=say("stages.help-rehearsal"))
def stage(
    folder: Path,
    new: Path,
    name: str,
    carry: str,
    places: int | None,
    title: str,
    *,
    adjustments: bool,
    rehearsal: bool,
) -> None:
    """Make the next stage's folder."""
    from panel_tui.offline.next_stage import ADJUSTMENTS, StageWishes, make_stage

    if not title and can_ask():
        title = ask(say("stages.ask-title"), "")
    there = (existing(folder) / ADJUSTMENTS).exists()
    if there and not adjustments and can_ask():
        adjustments = agreed(say("stages.ask-adjustments"), default=True)
    made = make_stage(
        folder,
        new,
        StageWishes(
            StageName(name),
            tuple(ref.strip() for ref in carry.split(",") if ref.strip()),
            places,
            rehearsal=rehearsal,
            adjustments=adjustments,
            title=" ".join(clean(title).split()),
        ),
    )
    remembered(new)
    tell(stage_report(made, adjustments_there=there))


def stage_report(made: StageMade, *, adjustments_there: bool) -> str:
    """Say what went on and what did not, and what to do next."""
    lines = [say_many("stages.made", len(made.refs), folder=made.folder.name, refs=", ".join(made.refs))]
    if made.refused:
        lines.append(say("stages.made.refused", refs=", ".join(made.refused)))
    lines.append(say_many("stages.made.conflicts", made.conflicts))
    if made.without_score:
        lines.append(say("stages.made.without-score", refs=", ".join(made.without_score)))
    lines += [say("stages.made.never"), say("stages.made.seats")]
    if made.same_title:
        lines.append(say("stages.made.same-title"))
    if made.no_pot:
        lines.append(say("stages.made.no-pot"))
    if adjustments_there and not made.adjustments:
        lines.append(say("stages.made.no-adjustments"))
    lines.append(say("stages.made.next", folder=typed(made.folder)))
    return "\n".join(lines)
