"""Whoever holds every byte the box file ever held does no better than somebody who sees only the counts."""

import pytest

from tests.secrecy.adversaries import ADVERSARIES, advantage
from tests.secrecy.leaks import CheckOutsideThePad, LiveTally, PadUsedAgain, UnpaddedLength
from tests.secrecy.rounds import hold

SHORT, LONG = 1_000, 5_000
BY_CHANCE = 4.0
"""Standard errors: an adversary who knows nothing gets so far once in thirty thousand tries."""


@pytest.mark.parametrize("many", [SHORT, pytest.param(LONG, marks=pytest.mark.slow)])
async def test_no_adversary_does_better_than_the_counts_alone(many):
    rounds = await hold(many, seed=3)
    found = {name: round(advantage(see, rounds), 1) for name, see in ADVERSARIES.items()}
    print(f"{many} rounds, standard errors above counts alone: {found}")
    assert max(found.values()) < BY_CHANCE, found


@pytest.mark.parametrize("leak", [PadUsedAgain, CheckOutsideThePad, LiveTally, UnpaddedLength])
async def test_the_adversaries_find_what_can_be_found_in_the_file(leak):
    rounds = await hold(600, seed=5, kind=leak, again=9)
    best = max(advantage(see, rounds) for see in ADVERSARIES.values())
    assert best > BY_CHANCE, best
