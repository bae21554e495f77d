"""Tests of the swap test: each of the seven seeded leaks shows, on every run and in nearly every pair of worlds."""

import pytest

from panel_tui.room import ballot_box
from panel_tui.room.ballots import Ballots, ballots
from sessions.secret.ballot_box import BallotBox
from tests.secrecy.leaks import LEAKS, RowsInMemoryOrder
from tests.secrecy.swap import first_difference, two_worlds


@pytest.fixture(params=LEAKS, ids=lambda leak: leak.__name__)
def leaking(request, monkeypatch):
    leak = request.param
    if issubclass(leak, BallotBox):
        monkeypatch.setattr(ballots, "BallotBox", leak)
    else:
        monkeypatch.setattr(ballot_box, "Ballots", leak)
    return leak


async def test_the_swap_test_catches_it(leaking):
    seen = [first_difference(*await two_worlds(seed)) for seed in range(8)]
    assert all(seen)


def test_there_are_seven_and_none_is_the_real_thing():
    assert len(set(LEAKS)) == 7
    assert all(issubclass(leak, Ballots) or leak is RowsInMemoryOrder for leak in LEAKS)
