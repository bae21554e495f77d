"""Take the README's pictures from the real program: `python -m tests.pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

from tests.journeys.projector import Projector
from tests.journeys.terminal import Terminal, panel_tui, pause

INTO = Path(__file__).resolve().parents[1] / "screens" / "pictures"
SIZE = (96, 27)


def trimmed(picture: Image.Image) -> Image.Image:
    """Cut the black screen around the terminal away, and keep the file small."""
    box = picture.point(lambda level: 255 if level > 40 else 0).convert("L").getbbox()
    return picture.crop(box).quantize(32)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        demo = panel_tui("demo", "--seed", 7, "--speed", 20, "--keep", home / "kept", "--host", "127.0.0.1")
        wall = Terminal(*demo, home=home, size=SIZE)
        projector = Projector(wall, size=SIZE, letters=14)
        try:
            wall.wait_for("10 of 12 of us are here")
            keep(projector, "wall-arriving")
            go(wall, "Scoring is open")
            wall.wait_for("● ● ● ● ● ● ●")
            keep(projector, "wall-scoring")
            go(wall, "what we think Next talk it over")
            keep(projector, "wall-reveal")
        finally:
            projector.close()
            wall.close()


def go(wall: Terminal, *words: str) -> None:
    """Press PageDown, unhurried, until the words stand there."""
    for _ in range(60):
        if all(word in wall.text for word in words):
            return
        before = wall.screen
        wall.press("NPage")
        wall.wait_until(lambda before=before: wall.screen != before)
    raise AssertionError(wall.screen)


def keep(projector: Projector, name: str) -> None:
    """Keep the picture once it stands still."""
    INTO.mkdir(exist_ok=True)
    before, picture = None, projector.picture()
    while before is None or before.tobytes() != picture.tobytes():
        pause()
        before, picture = picture, projector.picture()
    trimmed(picture).save(INTO / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
