"""How far the day in a folder has come, seen from the two ends of its record without folding what lies between."""

from pathlib import Path

from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.plain_files import opened
from sessions.views.desk.session_list import DayStage

_ENDED = {b'"fact":"Sealed"': DayStage.SEALED, b'"fact":"SessionEnded"': DayStage.ENDED}
_BEGUN = b'"fact":"StepStarted"'
_HEAD = 1_000_000  # bytes at its start that are looked through for the first step: a large panel's cards are fewer
_TAIL = 200_000  # bytes at the end of a record in which the end of a day is looked for


def day_stage(folder: Path) -> DayStage:
    """Return how far a folder's day has come; where there is no record, or none that can be read, it is ready."""
    try:
        with opened(folder / RECORD) as record:
            start = record.read(_HEAD)
            record.seek(max(0, record.seek(0, 2) - _TAIL))
            end = record.read()
    except OSError:
        return DayStage.READY
    # printing cards and taking seats make a record too
    begun = _BEGUN in start or len(start) == _HEAD
    here = DayStage.BEGUN if begun else DayStage.READY
    return next((stage for fact, stage in _ENDED.items() if fact in end), here)
