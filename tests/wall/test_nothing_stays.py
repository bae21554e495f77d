"""A wall that has shown many posters holds no more than one that has shown a few."""

import gc

from textual.strip import Strip

from tests.wall.posters import POSTERS

KINDS = ("scoring", "reveal", "ballot", "outcome")


def drawn_rows():
    gc.collect()
    return sum(isinstance(one, Strip) for one in gc.get_objects())


async def test_what_posters_drew_goes_with_them(wall):
    async with wall("scoring") as it:

        async def round_of_posters():
            for name in KINDS:
                it.room.show(POSTERS[name])
                await it.settle()

        for _ in range(3):
            await round_of_posters()
        before = drawn_rows()
        for _ in range(6):
            await round_of_posters()
        assert drawn_rows() < before * 1.2
