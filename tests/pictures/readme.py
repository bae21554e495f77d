"""The README's pictures: samples of the wall on a real terminal, and of the phone in a real browser.

Each keeps the words it was taken from, so that a test can tell when its screen says something else by now.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.journeys.test_phone_access import gallery
from tests.pictures.terminals import SIZE, photographs
from tests.snapshots import ROOT, kept
from tests.wall.big import with_drawn
from tests.web.hung import hung
from tests.web.markup import Markup

KEPT = ROOT / "screens" / "pictures"
WALLS = {"wall-arriving": "wall-lobby", "wall-reveal": "wall-reveal"}
PHONES = {"phone-score": "score", "phone-received": "received", "phone-ballot": "ballot"}
PHONE = {"width": 390, "height": 844}  # CSS pixels
_WORDS = "Words"  # the PNG's field for what it was taken from


async def take(into: Path) -> None:
    """Take them all."""
    taken = {name: (picture, words) for name, picture, words in photographs(list(WALLS.values()))}
    for name, screen in WALLS.items():
        keep(into / f"{name}.png", *taken[screen])
    with tempfile.TemporaryDirectory() as home:
        async with gallery(Path(home)) as visit:
            phone = await visit.phone()
            await phone.set_viewport_size(PHONE)
            for name, page in PHONES.items():
                given = await phone.goto(f"{visit.home}/page/{page}")
                picture = Image.open(io.BytesIO(await phone.screenshot())).convert("RGB").quantize(32)
                keep(into / f"{name}.png", picture, Markup(await given.text()).text)


def keep(path: Path, picture: Image.Image, words: str) -> None:
    """Keep a picture with what it was taken from."""
    about = PngInfo()
    about.add_itxt(_WORDS, words)
    picture.save(path, optimize=True, pnginfo=about)


def words_in(path: Path) -> str:
    """Read what a picture was taken from."""
    with Image.open(path) as picture:
        return picture.text[_WORDS]


def words_now(name: str) -> str:
    """Say what a picture's screen says now."""
    if name in PHONES:
        return Markup(hung(PHONES[name])).text
    rows = (kept(SIZE) / f"{WALLS[name]}.txt").read_text(encoding="utf-8")
    return " ".join(" ".join(with_drawn(rows.splitlines())).split())
