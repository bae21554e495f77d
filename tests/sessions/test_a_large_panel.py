"""Fifty-six applications and forty members: what the wall works out stays quick, and grows no faster than it must."""

import random
import time

from sessions.results.budget import pots
from sessions.results.division_methods import ways
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided


def a_day(applications: int, members: int):
    chance = random.Random(56)
    refs = [f"A{n:02d}" for n in range(1, applications + 1)]
    model = a_panel(
        *(application(ref, chance.randint(20, 400) * 500, least=5000) for ref in refs),
        pot=applications * 45_000,
        seats=members,
    )
    return divided(model, {ref: [chance.randint(1, 5) for _ in range(members)] for ref in refs}).state


def seconds(do) -> float:
    """Take the quicker of two goes, of this program's own time: the machine may be busy with other things."""
    taken = []
    for _ in range(2):
        began = time.process_time()
        do()
        taken.append(time.process_time() - began)
    return min(taken)


def test_fifty_six_applications_and_forty_members_stay_quick():
    small, large = a_day(14, 40), a_day(56, 40)
    listed, divided_small, divided_large = (
        seconds(lambda: pots(large)),
        seconds(lambda: ways(small)),
        seconds(lambda: ways(large)),
    )
    checked = seconds(lambda: sheet(large, Laid(sheet="checks")))
    print(f"\n56 × 40: the list {listed:.3f} s, four ways {divided_large:.3f} s, checks {checked:.3f} s")
    assert divided_large < 2 * 4**3 * divided_small  # four times the applications: never worse than cubed
    assert divided_large < 100 * listed
