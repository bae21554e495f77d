"""Read `[stage]` of session.toml: what this meeting is in a programme of several.

Places make it a shortlist. Then the pot may be left out, and the decisions are in words of its own.
"""

from __future__ import annotations

from decimal import Decimal

from panel_tui.folder.fault import shown
from panel_tui.folder.toml_table import TomlTable
from sessions.model.stage import USUAL_VERDICTS, Stage, StageName

MOST_PLACES = 5000
FEWEST_VERDICTS, MOST_VERDICTS = 2, 6


def read_stage(table: TomlTable | None) -> Stage | None:
    """Read it; nothing where there is none."""
    if table is None:
        return None
    if not table.has("name"):
        table.fault("name", "missing-key")
    places = table.whole("places", 1, low=1, high=MOST_PLACES) if table.has("places") else None
    stage = Stage(
        name=StageName(table.choice("name", tuple(StageName), StageName.FINAL)),
        follows=table.text("follows", longest=64),
        head=table.text("head", longest=120),
        places=places,
        verdicts=_verdicts(table) if places is not None else (),
        earlier=_earlier(table),
    )
    if places is None and table.has("verdicts"):
        table.fault("verdicts", "verdicts-without-places")
    if table.has("head") and not stage.follows:
        table.fault("head", "head-without-follows")
    if stage.earlier and not stage.follows:
        table.fault("earlier", "earlier-without-follows")
    table.known += ["places", "verdicts"]
    table.close()
    return stage


def _verdicts(table: TomlTable) -> tuple[str, ...]:
    """Read a shortlist's own decisions: the one that goes on first, the "no" last, none of them twice."""
    verdicts = table.texts("verdicts", USUAL_VERDICTS, longest=40)
    if not FEWEST_VERDICTS <= len(verdicts) <= MOST_VERDICTS:
        table.fault(
            "verdicts",
            "verdicts-count",
            found=str(len(verdicts)),
            meant=f"{FEWEST_VERDICTS} – {MOST_VERDICTS}",
        )
        return USUAL_VERDICTS
    said = [words.casefold() for words in verdicts]
    again = next((words for at, words in enumerate(verdicts) if said[at] in said[:at]), None)
    if again is not None:
        table.fault("verdicts", "twice", found=shown(again))
    return verdicts


def _earlier(table: TomlTable) -> Decimal:
    """Read how much an earlier score weighs; nought, which no other number may be, is the usual."""
    if table.values.get("earlier") in (0, None) and not isinstance(table.values.get("earlier"), bool):
        table.known.append("earlier")
        return Decimal(0)
    return table.number("earlier", Decimal(0))
