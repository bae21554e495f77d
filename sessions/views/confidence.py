"""How confident we feel, then and now, as wall and phone show it: totals of five or more, bands for bars of one."""

from __future__ import annotations

from collections.abc import Iterator

from ..confidence import Confidence
from ..consensus import bars, in_bands
from ..decide.unsigned import POINTS
from ..state import State
from ..wording import say
from .shapes import Bar, RoundBars


def confidence_words() -> tuple[str, ...]:
    """Give the words of the points, lowest first."""
    return tuple(say(f"people.confidence.point-{n}") for n in range(1, POINTS + 1))


def _kept(state: State) -> list[Confidence]:
    return [one for one in state.confidence if one.counts is not None]


def confidence_bars(state: State) -> tuple[RoundBars, ...]:
    """Give the first and the latest answers side by side; if one has to be shown in bands, both are."""
    kept = _kept(state)
    shown = kept if len(kept) < 2 else [kept[0], kept[-1]]
    banded = any(bars(one.counts or ()).banded for one in shown)
    names = ("now",) if len(shown) < 2 else ("then", "now")
    return tuple(_bars(one, name, banded=banded) for one, name in zip(shown, names, strict=False))


def _bars(one: Confidence, name: str, *, banded: bool) -> RoundBars:
    counts = one.counts or ()
    labels = confidence_words()
    if banded:
        labels, counts = (
            tuple(say(f"people.confidence.{side}") for side in ("low", "middle", "high")),
            in_bands(counts),
        )
    drawn = tuple(Bar(label, n) for label, n in zip(labels, counts, strict=True))
    cant = say("views.round.cant-say", n=one.cant_say) if one.cant_say else ""
    return RoundBars(say(f"people.confidence.{name}"), drawn, cant)


def confidence_drawn(one: Confidence) -> Iterator[tuple[Bar, ...]]:
    """Give one time's bars as they may be shown; nothing where too few answered."""
    if one.counts is not None:
        yield _bars(one, "now", banded=bars(one.counts).banded).bars


def then_and_now(state: State) -> str:
    """Say in one sentence how many felt confident at first and at the end; nothing where that was not asked twice."""
    kept = _kept(state)
    if len(kept) < 2:
        return ""
    before, after = (in_bands(one.counts or ())[2] for one in (kept[0], kept[-1]))
    return say("people.confidence.then-and-now", before=before, after=after)
