"""The README's and the manual's pictures show what the program shows.

`python -m tests.pictures --readme` and `--manual` take them anew.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageSequence, ImageStat

from panel_tui.demo import copy_demo
from panel_tui.folder import read_session
from panel_tui.guide import topics
from sessions.wording import english
from tests.needs import needs
from tests.pictures import manual, moving
from tests.pictures.readme import KEPT, PHONES, WALLS, take, words_in, words_now
from tests.snapshots import ROOT
from tests.wall.posters import LINK

NAMES = (*WALLS, *PHONES)
NEAR = 4  # of 255, on average; other letters' edges are less, another colour or place of things is more


def test_the_readme_and_the_manual_show_these_pictures_and_no_others() -> None:
    files = [*(f"{name}.png" for name in NAMES), moving.NAME]
    assert sorted(_shown(ROOT / "README.md")) == sorted(files)
    of_manual = [file for topic in (ROOT / "panel_tui/guide").glob("*.md") for file in _shown(topic)]
    assert sorted(of_manual) == sorted(f"{name}.png" for name in manual.NAMES)
    assert sorted(path.name for path in KEPT.iterdir()) == sorted([*files, *of_manual])


def _shown(page: Path) -> list[str]:
    return re.findall(r"\]\((?:\.\./\.\./)?screens/pictures/([^)]+)\)", page.read_text(encoding="utf-8"))


def test_a_terminal_which_has_no_pictures_shows_none_of_them() -> None:
    assert [topic.name for topic in topics() if "![" in topic.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_its_screen_still_says_what_the_picture_says(name: str) -> None:
    assert words_in(KEPT / f"{name}.png") == words_now(name)


@pytest.mark.parametrize("name", [*NAMES, *manual.NAMES])
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


@pytest.mark.slow
@needs("soffice", "pdftoppm")
def test_taken_now_the_manuals_look_the_same(tmp_path: Path) -> None:
    manual.take(tmp_path)
    for name in manual.NAMES:
        kept, now = (_small(folder / f"{name}.png") for folder in (KEPT, tmp_path))
        assert max(ImageStat.Stat(ImageChops.difference(kept, now)).mean) < NEAR


def _small(path: Path) -> Image.Image:
    return _shrunk(Image.open(path))


def _shrunk(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").resize((96, 96), Image.Resampling.BOX)


def test_the_moving_one_is_small_tells_half_a_minute_and_comes_to_rest() -> None:
    kept = KEPT / moving.NAME
    assert kept.stat().st_size < 1_000_000
    with Image.open(kept) as picture:
        stands = [one.info["duration"] for one in ImageSequence.Iterator(picture)]
        assert picture.info["loop"] == moving.TIMES - 1
    assert len(stands) >= 10
    assert min(stands) >= 1_500, "nobody reads faster"
    assert 30_000 <= sum(stands) <= 60_000


def test_the_moving_one_still_says_what_phones_ask(tmp_path: Path) -> None:
    copy_demo(tmp_path / "short", short=True)
    session = read_session(tmp_path / "short").session
    asked = {one.question for one in session.criteria} | {one.title for one in session.applications}
    assert set(moving.told_in(KEPT / moving.NAME)) <= {
        *asked,
        session.consensus.question,
        *english().values(),
    }


@pytest.mark.slow
@needs("tmux", "Xvfb", "xterm", "import", "chromium")
async def test_filmed_now_the_moving_one_tells_and_looks_the_same(tmp_path: Path) -> None:
    kept, now = KEPT / moving.NAME, await moving.film(tmp_path)
    assert moving.told_in(now) == moving.told_in(kept)
    _square, *kept_then = _frames(kept)
    _square, *now_then = _frames(now)  # the first has a square that is drawn by chance
    for before, after in zip(kept_then, now_then, strict=True):
        assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < NEAR


def _frames(path: Path) -> list[Image.Image]:
    with Image.open(path) as picture:
        return [_shrunk(one) for one in ImageSequence.Iterator(picture)]
