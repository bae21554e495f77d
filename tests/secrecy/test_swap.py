"""The exact swap test: with the ballots permuted and the pads shifted to match, nothing that can be seen differs.

The trace of a world holds every call to the disk with its bytes, so equal traces are equal at every crash point.
"""

import pytest

from tests.secrecy.swap import first_difference, schedule, two_worlds
from tests.secrecy.table import counted

SHORT, LONG = 40, 500


async def swap_often(pairs: int) -> int:
    """Give how many crash points were compared."""
    points = 0
    for seed in range(pairs):
        first, second = await two_worlds(seed)
        assert first_difference(first, second) is None, f"seed {seed}"
        one, other = schedule(seed)
        expected = counted(dict(one).values())
        assert counted(dict(other).values()) == expected
        assert first.counts in (None, expected)
        points += first.disk.calls
    return points


async def test_who_cast_which_ballot_changes_no_byte_anywhere():
    points = await swap_often(SHORT)
    assert points > 40 * 80


@pytest.mark.slow
async def test_five_hundred_pairs_of_worlds():
    points = await swap_often(LONG)
    print(f"{LONG} pairs of worlds, {points} crash points, 0 bytes differ")


async def test_without_the_shift_of_the_pads_the_test_would_see_a_difference():
    from tests.secrecy.chance import SetClock
    from tests.secrecy.swap import lived

    one, other = schedule(1)
    first, second = await lived(one, SetClock(1)), await lived(other, SetClock(1))
    assert first_difference(first, second) is not None
