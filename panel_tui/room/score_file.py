"""A pile of paper slips out of a file of scores: read whole or not at all, line by line, against the room as it is.

No sentence here has a score in it: the wall may show it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder.answer_rows import (
    ANSWER_COLUMNS,
    STEPPING_OUT,
    WORDS,
    BadRow,
    Given,
    Place,
    Row,
    answer_of,
    in_line,
    read_rows,
)
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Member
from sessions.state import State, scores_of
from sessions.views.desk.score_file import PileReading
from sessions.wording import say


class Pile(Struct, frozen=True):
    """What a file says of the application in hand, and what that would do; `seen` names what was read."""

    reading: PileReading
    slips: tuple[c.PileSlip, ...] = ()


def read_pile(state: State, path: str, second: str = "") -> Pile:
    """Read a file of scores, and where it is given a second one typed by somebody else, which has to agree.

    Raises Refused where no scores can be keyed now. Faults stand in the reading, and then nothing is to be kept.
    """
    if state.plan.phase is not Phase.SCORE or state.plan.pause:
        raise Refused(No.NOT_NOW)
    names = [name for name in (path, second) if name]
    lost = [name for name in names if not Path(name).expanduser().is_file()]
    faults = [in_line(Path(name), 0, say("desk.pile.no-file")) for name in lost]
    if faults:
        return _refused(state, faults)
    first = _Reader(state)
    given = read_rows(Path(path).expanduser(), ANSWER_COLUMNS, first.meaning, faults)
    if second:
        _compare(state, Path(second).expanduser(), given, faults)
    if not faults:
        return _pile(state, given, _seen(given))
    return _refused(state, faults)


def _refused(state: State, faults: list[str]) -> Pile:
    title = state.model.application(state.application).title
    return Pile(PileReading(state.application, title, faults=tuple(faults)))


def _seen(given: Mapping[Place, Given]) -> str:
    """Name what was read, so that nothing else is kept than was looked at."""
    return hashlib.sha256(repr(sorted(given.items())).encode()).hexdigest()


class _Reader:
    """Checks row by row what may be keyed for whom."""

    def __init__(self, state: State) -> None:
        self._state = state
        # also seats that were added on the day
        self._session = replace(state.model, members=tuple(Member(seat) for seat in state.seats))
        self._scales = {one.key: one.scale for one in state.model.criteria}
        self._out: dict[int, bool] = {}  # a seat's slip: that of somebody who steps out, or not

    def meaning(self, row: Row) -> tuple[Place, Given]:
        """Read a row. Raises BadRow."""
        place, value = self._read(row)
        seat, ref, criterion = place
        if ref == self._state.application and value is not None:
            self._may(seat, criterion, value)
        return place, value

    def _read(self, row: Row) -> tuple[Place, Given]:
        place, _ = answer_of(self._session, {**row, "value": ""})
        value, scale = row["value"], self._scales[row["criterion"]]
        try:
            return answer_of(self._session, row)
        except BadRow as bad:
            near = [word for word in WORDS if value.casefold().replace(" ", "-").replace("'", "") == word]
            if near:
                raise BadRow(say("desk.pile.word", meant=near[0])) from bad
            raise BadRow(say("desk.pile.value", low=scale.low, high=scale.high, seat=place[0])) from bad

    def _may(self, seat: int, criterion: str, value: Given) -> None:
        state, ref = self._state, self._state.application
        out = value == STEPPING_OUT
        if (seat, ref) in state.conflicts and not out:
            raise BadRow(say("desk.pile.stepped-out", seat=seat, ref=ref))
        if self._out.setdefault(seat, out) is not out:
            raise BadRow(say("desk.pile.mixed", seat=seat))
        if not state.seats[seat].paper:
            raise BadRow(say("desk.pile.not-paper", seat=seat))
        if seat not in scores_of(state, ref).electorate and not out:
            raise BadRow(say("desk.pile.late", seat=seat))
        cell = scores_of(state, ref).cells.get(seat, {}).get(criterion)
        if cell is not None and not out and cell.answer != _answer(value):
            raise BadRow(say("desk.pile.otherwise", seat=seat, ref=ref))


def _compare(state: State, path: Path, given: Mapping[Place, Given], faults: list[str]) -> None:
    """Compare a second file with the first; say where they differ, and never what either says."""
    seen: set[Place] = set()
    checks = _Reader(state).meaning

    def meaning(row: Row) -> tuple[Place, Given]:
        place, value = checks(row)
        seen.add(place)
        if place[1] == state.application and given.get(place) != value:
            raise BadRow(say("desk.pile.differs", seat=place[0], criterion=place[2]))
        return place, value

    read_rows(path, ANSWER_COLUMNS, meaning, faults)
    for place, value in given.items():
        if place[1] == state.application and value is not None and place not in seen:
            faults.append(in_line(path, 0, say("desk.pile.not-there", seat=place[0], criterion=place[2])))


def _pile(state: State, given: Mapping[Place, Given], seen: str) -> Pile:
    ref = state.application
    scored = scores_of(state, ref)
    answers: dict[int, dict[str, Answer]] = {}
    out: set[int] = set()
    for (seat, application, criterion), value in given.items():
        if application != ref or value is None:
            continue
        if value == STEPPING_OUT:
            out.add(seat)
        else:
            answers.setdefault(seat, {})[criterion] = _answer(value)
    stays = {
        seat
        for seat, slip in answers.items()
        if seat in scored.handed_in
        and {key: cell.answer for key, cell in scored.cells.get(seat, {}).items()} == slip
    }
    out -= {seat for seat, of in state.conflicts if of == ref}
    slips = [c.PileSlip(seat, slip) for seat, slip in sorted(answers.items()) if seat not in stays]
    slips += [c.PileSlip(seat, {}, out=True) for seat in sorted(out)]
    papers = {seat for seat in scored.voters if state.seats[seat].paper}
    reading = PileReading(
        ref,
        state.model.application(ref).title,
        seats=tuple(one.seat for one in slips if not one.out),
        out=tuple(one.seat for one in slips if one.out),
        already=tuple(sorted(stays)),
        missing=tuple(sorted(papers - answers.keys() - out - scored.handed_in)),
        later=len({(seat, application) for seat, application, _ in given if application != ref}),
        seen=seen,
    )
    return Pile(reading, tuple(slips))


def _answer(value: Given) -> Answer:
    return score(value) if isinstance(value, int) else Answer(Kind(value or ""))
