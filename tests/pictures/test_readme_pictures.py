"""The README's pictures show what the program shows; `python -m tests.pictures --readme` takes them anew."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from tests.needs import needs
from tests.pictures.readme import KEPT, PHONES, WALLS, take, words_in, words_now
from tests.snapshots import ROOT
from tests.wall.posters import LINK

NAMES = (*WALLS, *PHONES)
NEAR = 4  # of 255, on average; other letters' edges are less, another colour or place of things is more


def test_the_readme_shows_these_pictures_and_no_others() -> None:
    shown = re.findall(r"\]\((screens/pictures/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"screens/pictures/{name}.png" for name in NAMES)
    assert sorted(path.stem for path in KEPT.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_its_screen_still_says_what_the_picture_says(name: str) -> None:
    assert words_in(KEPT / f"{name}.png") == words_now(name)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_small_enough_for_a_slow_line(name: str) -> None:
    assert (KEPT / f"{name}.png").stat().st_size < 60_000


def test_the_square_on_it_can_be_scanned() -> None:
    (seen,) = zxingcpp.read_barcodes(Image.open(KEPT / "wall-arriving.png").convert("RGB"))
    assert seen.text == LINK


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("pictures")
    asyncio.run(take(into))
    return into


@needs("tmux", "Xvfb", "xterm", "import", "chromium")
@pytest.mark.parametrize("name", NAMES)
def test_taken_now_it_looks_the_same(fresh: Path, name: str) -> None:
    kept, now = (_small(folder / f"{name}.png") for folder in (KEPT, fresh))
    assert words_in(fresh / f"{name}.png") == words_now(name)
    assert max(ImageStat.Stat(ImageChops.difference(kept, now)).mean) < NEAR


def _small(path: Path) -> Image.Image:
    return Image.open(path).convert("RGB").resize((96, 96), Image.Resampling.BOX)
