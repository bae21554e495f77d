"""A real projector picture: tmux shown in an xterm under Xvfb, and a screenshot of it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from pathlib import Path

import zxingcpp
from PIL import Image

from tests.journeys.display import Display, end
from tests.journeys.terminal import PATIENCE, Terminal, pause


class Projector:
    """An xterm of the terminal's size on a screen of its own."""

    def __init__(self, terminal: Terminal, *, size: tuple[int, int] = (80, 24), letters: int = 12) -> None:
        for part in ("xterm", "import"):
            assert shutil.which(part), f"{part} is needed: apt-get install xterm imagemagick"
        self._screen = Display()
        self.display = self._screen.name
        look = ["-fa", "DejaVu Sans Mono", "-fs", str(letters), "-geometry", f"{size[0]}x{size[1]}+0+0"]
        self._xterm = subprocess.Popen(
            ["xterm", *look, "-e", "tmux", "-L", terminal.name, "attach"],
            env={**os.environ, "DISPLAY": self.display, "LANG": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def picture(self) -> Image.Image:
        """Photograph the screen."""
        shot = subprocess.run(
            ["import", "-display", self.display, "-window", "root", "png:-"], capture_output=True, check=True
        )
        return Image.open(io.BytesIO(shot.stdout)).convert("RGB")

    def at_rest(self) -> Image.Image:
        """Photograph the screen once two pictures in a row are the same."""
        now, until = self.picture(), time.monotonic() + PATIENCE
        while time.monotonic() < until:
            pause()
            before, now = now, self.picture()
            if before.tobytes() == now.tobytes():
                return now
        raise AssertionError("the projector never stood still")

    def read_square(self, keep: Path | None = None) -> str:
        """Read the QR on it, as a phone's camera would: never inverted."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            picture = self.picture()
            found = zxingcpp.read_barcodes(picture, try_invert=False)
            if found:
                if keep:
                    picture.save(keep)
                return found[0].text
            pause()
        raise AssertionError("no square could be read from the projector")

    def close(self) -> None:
        end(self._xterm)
        self._screen.close()
