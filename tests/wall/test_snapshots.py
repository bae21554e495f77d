"""Every screen looks as it was last looked at; `python -m tests.snapshots` keeps a change that is meant."""

import pytest

from screens.wall.posters import DRAWINGS
from tests.snapshots import SIZES, drawn, kept
from tests.wall.posters import POSTERS


def test_every_kind_of_poster_has_a_sample():
    assert {type(poster) for poster in POSTERS.values()} == set(DRAWINGS)


@pytest.mark.parametrize(
    "size",
    [SIZES[1], *(pytest.param(size, marks=pytest.mark.slow) for size in (SIZES[0], SIZES[2]))],
    ids=str,
)
async def test_every_screen_looks_as_it_was_kept(size):
    known = {path.stem: path.read_text(encoding="utf-8") for path in kept(size).iterdir()}
    seen = await drawn(size)
    assert sorted(seen) == sorted(known)
    assert [(name, rows) for name, rows in seen.items() if rows != known[name]] == []
