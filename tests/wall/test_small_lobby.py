"""In a window too small for the square, the way to see it, the address and the code are there all the same."""

import pytest


@pytest.mark.parametrize("size", [(60, 16), (60, 14)], ids=str)
async def test_the_lobby_says_how_to_see_the_square_and_where_to_type(wall, size):
    async with wall("lobby", size=size) as it:
        words = " ".join(it.text.split())
        assert "Ctrl" in words
        assert "10.0.0.7:8765" in words
        assert "K7Q-F3T-M4W" in words
        assert "Point your camera" not in words


async def test_at_sixty_by_twenty_the_square_is_there(wall):
    async with wall("lobby", size=(60, 20)) as it:
        assert "Ctrl" not in it.text
        assert "Point your camera" in it.text
