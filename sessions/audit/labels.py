"""What a history holds of labels, which are often names: nothing, but where an earlier version began it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sessions import events as e


def labels_told(history: Iterable[e.Stamped]) -> Mapping[int, tuple[str, ...]]:
    """Return by seat what a history calls it, each label once, the oldest first. Nobody can take one out again."""
    found: dict[int, dict[str, None]] = {}
    for stamped in history:
        match stamped.event:
            case e.DoorsOpened(session=model):
                told = model.labels
            case e.SeatAdded(seat=seat, label=label) if label:
                told = {seat: label}
            case _:
                continue
        for seat, label in told.items():
            found.setdefault(seat, {})[label] = None
    return {seat: tuple(found[seat]) for seat in sorted(found)}
