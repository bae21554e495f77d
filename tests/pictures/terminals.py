"""Photographs of screens as a real terminal shows them, with its real letters."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from textual.pilot import Pilot

from tests.journeys.projector import Projector
from tests.journeys.terminal import Terminal
from tests.snapshots import ROOT, SIZES, kept, sample

SIZE = SIZES[1]
LETTERS = 14  # points


async def show(name: str) -> None:
    """Show one sample on the terminal this runs in, until it is ended."""
    app, keys = sample(name)

    async def press(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)

    await app.run_async(auto_pilot=press)


def photographs(names: Sequence[str]) -> Iterator[tuple[str, Image.Image, str]]:
    """Photograph samples one after another; give each with the words that stood there."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal("cat", home=Path(home), size=SIZE)
        projector = Projector(terminal, size=SIZE, letters=LETTERS)
        try:
            for name in names:
                command = [sys.executable, "-m", "tests.pictures", "--show", name]
                terminal.run_instead("env", f"PYTHONPATH={ROOT}", "COLORTERM=truecolor", *command)
                terminal.wait_for(*(kept(SIZE) / f"{name}.txt").read_text(encoding="utf-8").split())
                picture = projector.at_rest()
                yield name, without_surround(picture).quantize(32), terminal.text
        finally:
            projector.close()
            terminal.close()


def without_surround(picture: Image.Image) -> Image.Image:
    """Cut the black screen around the terminal away."""
    return picture.crop(picture.point(lambda level: 255 if level > 40 else 0).convert("L").getbbox())
