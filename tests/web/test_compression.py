"""A page goes out as small as gzip makes it, at whatever length."""

from __future__ import annotations

import gzip
import random

import pytest

from panel_tui.web.compression import squeezed

WORDS = [
    "<p>",
    "</p>",
    "score",
    "panel",
    '<button class="second">',
    "application",
    "ŵ",
    "£",
    "what we think of it",
]


@pytest.mark.parametrize(
    "length", [0, 1, 200, 600, 3_000, 3_900, 4_000, 7_900, 8_100, 30_000, 70_000, 300_000]
)
def test_a_page_is_no_longer_than_gzips_smallest_and_comes_back_whole(length):
    chance = random.Random(length)
    page = "".join(chance.choice(WORDS) + str(chance.randint(0, 99)) for _ in range(length // 8)).encode()
    small = squeezed(page)
    assert gzip.decompress(small) == page
    assert len(small) <= len(gzip.compress(page, 9, mtime=0)) * 1.001, "it got longer for the sake of speed"
    assert squeezed(page) == small, "the same page was squeezed to other bytes"
