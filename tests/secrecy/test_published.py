"""A script that has every pair of published files, and every look at the wall, learns no single ballot and no score.

Days are drawn at random: ballots by any of us, set aside, held again, people leaving and stepping out in between;
scores put right, one after another, while the room looks. Then every pair of totals is set side by side. The same
script finds what earlier versions gave away: see the seeded mistakes at the end.
"""

from __future__ import annotations

import contextlib
import random

import pytest
from msgspec.structs import replace

from panel_tui.offline.verify import verify_folder
from sessions import commands as c
from sessions.decide import casting
from sessions.evolve import pictures
from sessions.model.answers import FEWEST, PaperWay, score
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.state import State
from sessions.state.casters import Casters
from tests.exports.days import Day, panel
from tests.exports.made import raw
from tests.secrecy.published import counts, telling_counts, telling_means

SEATS = 8


def attempt(day: Day, order: object) -> None:
    with contextlib.suppress(Refused):
        day.do(order)


def a_day(seed: int) -> tuple[Day, list[State]]:
    """Live through a day of two applications; give it with the state after each step."""
    chance, states = random.Random(seed), []
    day = Day(panel(seats=SEATS))
    for ref in ("A01", "A02"):
        day.until(Phase.SCORE, ref=ref)
        for seat in day.state.scoring[ref].electorate[: chance.choice((4, SEATS, SEATS))]:
            sheet = {key: score(chance.randint(1, 5)) for key in ("c1", "c2")}
            day.do(c.KeySlip(seat, ref, sheet, id=f"{ref}-{seat}"))
        day.reveal(ref)
        states.append(day.state)
        for number in range(chance.randint(0, 3)):
            right = c.Correct(
                chance.randint(1, SEATS), ref, "c1", score(chance.randint(1, 5)), f"misread {number}"
            )
            attempt(day, right)
            states.append(day.state)
        ballots(day, ref, chance)
        day.until(Phase.DECISION, ref=ref)
    return day.end(), states


def ballots(day: Day, ref: str, chance: random.Random) -> None:
    day.until(Phase.TALK, ref=ref)
    for _ in range(3):
        if chance.random() < 0.3:
            attempt(day, c.StepOut(chance.randint(1, SEATS), ref))
        if day.state.plan.phase is Phase.OUTCOME:
            if chance.random() < 0.4:
                attempt(day, c.VoidRound("once more"))
            else:
                day.press()
        attempt(day, c.ChoosePaperWay(PaperWay.EVERYONE))
        if day.state.plan.phase is not Phase.TALK:
            return
        day.press()
        if day.state.plan.phase is Phase.BALLOT:
            close(day, chance)


def close(day: Day, chance: random.Random) -> None:
    able = casting.voters_of(day.state)
    voted = tuple(seat for seat in able if chance.random() < 0.9)
    low = chance.randint(0, len(voted))
    tally = c.Tally((low, 0, 0, 0, len(voted) - low), 0)
    day.do(c.Next(day.state.plan.position, sure=True, cast=len(voted), tally=tally, voted=voted))


DAYS = range(30)


@pytest.mark.parametrize("seed", DAYS)
def test_no_pair_of_published_counts_tells_on_a_few(seed):
    day, _ = a_day(seed)
    assert telling_counts(day) == []


@pytest.mark.parametrize("seed", DAYS)
def test_no_pair_of_published_means_tells_on_a_few(seed):
    day, states = a_day(seed)
    assert telling_means(day, states) == []


def test_the_days_have_something_in_them_to_be_told():
    """Else finding nothing would say nothing: counts that stand, counts left out, scores put right, few scorers."""
    days = [a_day(seed) for seed in DAYS]
    stand = sum(len(counts(day)) for day, _ in days)
    left_out = sum(
        one.outcome_only for day, _ in days for rounds in day.state.rounds.values() for one in rounds
    )
    right = sum(len(one.corrections) for day, _ in days for one in day.state.scoring.values())
    few = sum(len(one.cells) < FEWEST for day, _ in days for one in day.state.scoring.values())
    assert min(stand, left_out, right, few) > 5


@pytest.mark.parametrize("seed", range(6))
def test_public_files_are_the_same_whatever_a_score_was_put_right_to(seed):
    """One member's correction, to each of the other points: what the public reads does not move."""
    made, given = set(), random.Random(seed)
    was = [given.randint(1, 5) for _ in range(2)][-1]
    for value in {1, 2, 3, 4, 5} - {was}:
        chance = random.Random(seed)
        day = Day(panel(seats=SEATS, applications=1)).until(Phase.SCORE, ref="A01")
        for seat in range(1, SEATS + 1):
            day.do(c.KeySlip(seat, "A01", {"c1": score(chance.randint(1, 5)), "c2": score(3)}, id=f"{seat}"))
        day.reveal("A01").do(c.Correct(2, "A01", "c1", score(value), "misread slip"))
        made.add(repr(raw(day.until(Phase.DECISION, ref="A01").end(), public=True)))
    assert len(made) == 1


# the script has teeth: mistakes it must find


def electorate_instead_of_cast(monkeypatch):
    """Set against each other are those who could vote, not those who did."""
    monkeypatch.setattr("sessions.state.rounds.casters", lambda voters, *_: Casters(frozenset(voters)))
    monkeypatch.setattr(casting, "casters", lambda voters, *_: Casters(frozenset(voters)))


def conflicts_excused(monkeypatch):
    """Whoever stepped out since does not count as a difference."""
    found = casting.outcome_only

    def excusing(now, before):
        return found(now, [replace(one, sure=one.sure & now.sure) for one in before])

    for place in ("sessions.decide.next_step", "sessions.evolve.rounds"):
        monkeypatch.setattr(f"{place}.outcome_only", excusing)


def bars_redrawn(monkeypatch):
    """A correction draws the bars anew, at once."""
    monkeypatch.setattr(pictures, "FEWEST", 1)


def found_by_the_script() -> bool:
    lived = [a_day(seed) for seed in DAYS]
    return any(telling_counts(day) or telling_means(day, states) for day, states in lived)


@pytest.mark.parametrize("mistake", [electorate_instead_of_cast, conflicts_excused, bars_redrawn])
def test_the_script_finds_a_seeded_mistake(mistake, monkeypatch):
    mistake(monkeypatch)
    assert found_by_the_script()


def test_without_one_it_finds_nothing():
    assert not found_by_the_script()


def test_verify_says_of_how_many_ballots_the_outcome_stands_alone(tmp_path):
    lived = next(day for seed in DAYS if (day := a_day(seed)[0]) and _alone(day) > 1)
    found = verify_folder(lived.keep(tmp_path / "s"))
    assert found.whole
    assert any(line.startswith(f"{_alone(lived)} ballots have their outcome only") for line in found.lines)


def _alone(day: Day) -> int:
    return sum(one.outcome_only for rounds in day.state.rounds.values() for one in rounds)
